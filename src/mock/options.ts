import type { InterceptAt } from "../adapters/target";
import { defaultPlace, readPlace, suggestion } from "../core/basics";
import { type ClockMode, type EpochMs, epochMs, type Instant } from "../core/time";
import {
  readAccounts,
  readCount,
  readDriveDate,
  readDurations,
  readIdSeed,
  readLog,
  readOrganization,
  readPageSize,
  readQuotas,
} from "./option-readers";
import type { MockOptions, Settings } from "./option-types";
import { invalid } from "./option-values";

const known: { readonly [Name in keyof Required<MockOptions>]: true } = {
  region: true,
  accountId: true,
  accounts: true,
  organization: true,
  now: true,
  clock: true,
  driveDate: true,
  interceptAt: true,
  idSeed: true,
  recordCalls: true,
  recordEvents: true,
  pageSize: true,
  log: true,
  quotas: true,
  durations: true,
  snapshot: true,
};

const clockModes: readonly ClockMode[] = ["auto", "manual", "system"];
const interceptions: readonly InterceptAt[] = ["call", "request"];
/** The time at which a mock begins that is given none. */
export const startOfTime = Date.UTC(2026, 0, 1);

/** Options with their defaults. Throws a {@link MockError} for invalid ones. */
export function readOptions(options: MockOptions): Settings {
  checkNames(options);
  const {
    clock = "auto",
    interceptAt = "call",
    recordCalls = true,
    recordEvents = 10_000,
    snapshot,
  } = options;
  const { accountId = defaultPlace.accountId, region = defaultPlace.region } = readPlace({
    accountId: options.accountId,
    region: options.region,
  });
  if (!clockModes.includes(clock)) throw invalid("clock", clock, suggestion(clock, clockModes));
  if (!interceptions.includes(interceptAt)) {
    throw invalid("interceptAt", interceptAt, suggestion(interceptAt, interceptions));
  }
  return {
    region,
    accountId,
    accounts: readAccounts(options.accounts),
    organization: readOrganization(options.organization),
    now: startOf(options.now, clock),
    clock,
    driveDate: readDriveDate(options.driveDate, clock),
    interceptAt,
    idSeed: readIdSeed(options.idSeed),
    recordCalls:
      typeof recordCalls === "boolean"
        ? recordCalls
        : readCount("recordCalls", recordCalls, "true, false, or how many of the newest calls to keep"),
    recordEvents: readCount("recordEvents", recordEvents, "how many of the newest events to keep"),
    pageSize: options.pageSize === undefined ? undefined : readPageSize(options.pageSize),
    log: readLog(options.log),
    quotas: readQuotas(options.quotas),
    durations: readDurations(options.durations),
    snapshot,
  };
}

function checkNames(options: unknown): void {
  if (typeof options !== "object" || options === null) {
    throw invalid("the options", options, "give an object, or nothing");
  }
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw invalid(name, value, `unknown option; ${suggestion(name, Object.keys(known))}`);
  }
}

/** With `system`, the start is read again at each reset: time has passed, or fake timers were installed. */
function startOf(now: Instant | undefined, clock: ClockMode): () => EpochMs {
  if (now === undefined && clock === "system") return () => Date.now();
  const start = now === undefined ? startOfTime : epochMs(now);
  return () => start;
}
