import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { messageOf } from "../../core/basics";
import { refuseUnknownOptions } from "../options";
import { UsageError } from "../usage-error";

/** The options of `import`. */
export interface ImportCommand {
  /** A folder of answers of the AWS CLI. Undefined: the live account. */
  readonly folder: string | undefined;
  /** Where to write. Undefined: to the standard output. */
  readonly file: string | undefined;
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly scrub: boolean;
  readonly everyPoint: boolean;
  readonly callsPerSecond: number | undefined;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const options = {
  profile: text,
  region: text,
  scrub: flag,
  "every-point": flag,
  "calls-per-second": text,
};

/** Reads the arguments after `import`. Throws a {@link UsageError} for invalid ones. */
export function readImportOptions(args: readonly string[]): ImportCommand {
  const { values, positionals } = parsed(args);
  const folder = positionals.find(isFolder);
  const [file, ...others] = positionals.filter(path => path !== folder);
  if (others.length > 0) {
    throw new UsageError("import takes a folder of answers to read, if any, and one file to write, if any");
  }
  const { profile, region, scrub = false } = values;
  const everyPoint = values["every-point"] ?? false;
  const perSecond = values["calls-per-second"];
  const ofAccounts = { profile, scrub, "every-point": everyPoint, "calls-per-second": perSecond };
  const [useless] = Object.entries(ofAccounts).find(([, value]) => Boolean(value)) ?? [];
  if (folder !== undefined && useless !== undefined) {
    throw new UsageError(`--${useless} is for a live account; leave it out to read the folder ${folder}`);
  }
  const callsPerSecond = perSecond === undefined ? undefined : Number(perSecond);
  if (callsPerSecond !== undefined && !(callsPerSecond > 0)) {
    throw new UsageError(`--calls-per-second ${perSecond}: write a number greater than 0`);
  }
  return { folder, file, profile, region, scrub, everyPoint, callsPerSecond };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function parsed(args: readonly string[]) {
  refuseUnknownOptions(args, options);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(messageOf(thrown));
  }
}
