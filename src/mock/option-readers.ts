import { MockError, readAccountId } from "../core/basics";
import { deepCopy } from "../core/calls";
import { type ClockMode, isOneDuration, milliseconds } from "../core/time";
import { isObject } from "../model";
import type { MockOptions, Settings } from "./option-types";
import { invalid } from "./option-values";

/** What an option was set to. Tests in plain JavaScript can pass anything. */
type Given<Name extends keyof MockOptions> = MockOptions[Name];

/** Whether an option is an object, as its type says. Does not narrow the type, unlike `isObject`. */
const isSettings = (setting: object): boolean => isObject(setting);

/** Leaves out members set to `undefined`, which count as not set. */
function definedOnly<V>(settings: Readonly<Record<string, V | undefined>>): Record<string, V> {
  const defined: Record<string, V> = {};
  for (const [name, value] of Object.entries(settings)) if (value !== undefined) defined[name] = value;
  return defined;
}

export function readAccounts(accounts: Given<"accounts"> = {}): Settings["accounts"] {
  if (!isObject(accounts)) {
    throw invalid("accounts", accounts, 'give the account of each access key: { AKIA…: "222222222222" }');
  }
  for (const id of Object.values(accounts)) readAccountId(id);
  return { ...accounts };
}

export function readOrganization(organization: Given<"organization">): Settings["organization"] {
  if (organization === undefined) return undefined;
  if (!Array.isArray(organization)) throw invalid("organization", organization, "give a list of account ids");
  for (const id of organization) readAccountId(id);
  return [...organization];
}

export function readDriveDate(driveDate: Given<"driveDate"> = false, clock: ClockMode): boolean {
  if (typeof driveDate !== "boolean") throw invalid("driveDate", driveDate, "give true or false");
  if (driveDate && clock === "system") {
    throw invalid(
      "driveDate",
      driveDate,
      'with clock: "system", the mock follows Date; leave one of them out',
    );
  }
  return driveDate;
}

export function readIdSeed(seed: Given<"idSeed"> = ""): string {
  if (typeof seed === "string" || typeof seed === "number") return String(seed);
  throw invalid("idSeed", seed, "give a text or a number");
}

export function readCount(option: string, count: number, what: string): number {
  if (Number.isInteger(count) && count >= 0) return count;
  throw invalid(option, count, `give ${what}, from 0 up`);
}

export function readPageSize(size: number): number {
  if (Number.isInteger(size) && size > 0) return size;
  throw invalid("pageSize", size, "give the most items of a page, from 1 up");
}

export function readLog(log: Given<"log"> = false): Settings["log"] {
  if (typeof log === "function") return log;
  if (typeof log !== "boolean")
    throw invalid("log", log, "give true, false, or a function that takes a line");
  return log ? line => console.log(line) : undefined;
}

export function readQuotas(quotas: Given<"quotas"> = {}): Settings["quotas"] {
  if (!isSettings(quotas)) throw invalid("quotas", quotas, "give a limit for each name: { vaults: 2 }");
  const limits = definedOnly({ ...quotas });
  for (const [name, limit] of Object.entries(limits)) {
    if ((Number.isInteger(limit) && limit >= 0) || limit === Number.POSITIVE_INFINITY) continue;
    throw invalid(`quotas.${name}`, limit, "give a whole number from 0 up, or Infinity for no limit");
  }
  return limits;
}

/** One duration, or one for each kind. The world checks the names of kinds. */
export function readDurations(durations: Given<"durations"> = {}): Settings["durations"] {
  if (typeof durations === "function") return durations;
  if (typeof durations === "number" || typeof durations === "string") return milliseconds(durations);
  if (!isSettings(durations)) {
    throw invalid("durations", durations, 'give one duration, or one for each kind: { backupJob: "1 hour" }');
  }
  if (isOneDuration(durations)) return milliseconds(durations);
  const ofKinds = definedOnly({ ...durations });
  for (const [kind, duration] of Object.entries(ofKinds)) {
    if (typeof duration !== "function") checkDuration(kind, duration);
  }
  return deepCopy(ofKinds);
}

function checkDuration(kind: string, duration: Parameters<typeof milliseconds>[0]): void {
  try {
    milliseconds(duration);
  } catch (thrown) {
    if (!(thrown instanceof MockError)) throw thrown;
    throw new MockError("InvalidOption", `Cannot make a mock with durations.${kind}: ${thrown.message}`);
  }
}
