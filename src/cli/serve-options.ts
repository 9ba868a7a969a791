import { parseArgs } from "node:util";
import { messageOf, suggestion } from "../core/basics";
import { type ClockMode, milliseconds } from "../core/time";
import type { MockOptions } from "../mock/option-types";
import { UsageError } from "./usage-error";

/** The options of `serve`. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly seed: string | undefined;
  readonly save: string | undefined;
  /** Whether requests are not logged. */
  readonly quiet: boolean;
  readonly mock: MockOptions;
}

const text = { type: "string" } as const;

/** Reads the arguments after `serve`. Throws a {@link UsageError} for invalid ones. */
export function readServeOptions(args: readonly string[]): ServeOptions {
  const {
    port = "4577",
    host = "127.0.0.1",
    seed,
    save,
    quiet = false,
    "allowed-hosts": names,
    ...mock
  } = valuesOf(args);
  return {
    port: readPort(port),
    host,
    allowedHosts: names === undefined ? [] : readNames("allowed-hosts", names),
    seed,
    save,
    quiet,
    mock: {
      // A server may run for weeks.
      recordCalls: 10_000,
      ...(mock.region !== undefined && { region: mock.region }),
      ...(mock.account !== undefined && { accountId: mock.account }),
      ...(mock.accounts !== undefined && { accounts: readPairs("accounts", mock.accounts) }),
      ...(mock.clock !== undefined && { clock: readClock(mock.clock) }),
      ...(mock.now !== undefined && { now: readNow(mock.now) }),
      ...(mock.durations !== undefined && { durations: readDurations(mock.durations) }),
    },
  };
}

const options = {
  port: text,
  host: text,
  "allowed-hosts": text,
  region: text,
  account: text,
  accounts: text,
  clock: text,
  now: text,
  durations: text,
  seed: text,
  save: text,
  quiet: { type: "boolean" },
} as const;

function valuesOf(args: readonly string[]) {
  refuseUnknownOptions(args);
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (thrown) {
    throw new UsageError(messageOf(thrown));
  }
}

function refuseUnknownOptions(args: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    const names = Object.keys(options).map(name => `--${name}`);
    throw new UsageError(`unknown option ${token.rawName}; ${suggestion(token.rawName, names)}`);
  }
}

function readPort(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) < 65_536) return Number(port);
  throw new UsageError(`--port ${port}: a port is a number from 0 to 65535`);
}

function readNames(option: string, names: string): readonly string[] {
  return names.split(",").map(each => {
    const name = each.trim();
    if (/^[^/\s]+$/.test(name) && !/^[^:]*:\d*$/.test(name)) return name;
    throw new UsageError(`--${option} ${names}: write host names without ports, with commas in between`);
  });
}

const clockModes: readonly ClockMode[] = ["auto", "manual", "system"];

function readClock(clock: string): ClockMode {
  const mode = clockModes.find(each => each === clock);
  if (mode) return mode;
  throw new UsageError(`--clock ${clock}: ${suggestion(clock, clockModes)}`);
}

const readNow = (now: string): string | number => (/^\d+$/.test(now) ? Number(now) : now);

/** One duration for everything, or one for each kind of work. */
const readDurations = (durations: string): NonNullable<MockOptions["durations"]> =>
  durations.includes("=") ? mapped(readPairs("durations", durations), readDuration) : readDuration(durations);

/** A bare number is milliseconds. Throws a MockError for an invalid duration. */
const readDuration = (duration: string): number =>
  milliseconds(/^\d+$/.test(duration) ? Number(duration) : duration);

const mapped = <V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

function readPairs(option: string, pairs: string): Record<string, string> {
  return Object.fromEntries(
    pairs.split(",").map(pair => {
      const [name = "", value = "", ...rest] = pair.split("=").map(part => part.trim());
      if (name !== "" && value !== "" && rest.length === 0) return [name, value];
      throw new UsageError(`--${option} ${pairs}: write name=value, with commas in between`);
    }),
  );
}
