import { MockError, readPlace } from "../../core/basics";
import { epochMs } from "../../core/time";
import { isObject } from "../../seeding/members";
import type { FixtureOrigin } from "../../seeding/origin";
import { refuseUnknownOptions } from "../options";
import { cannotRead, ReadingProblems } from "../problems";
import type { Infrastructure } from "../result";
import { infrastructureOfAnswers } from "./infrastructure-of-answers";
import { originOf } from "./origin";
import { pagesMissing, readAnswers } from "./read-answers";
import { sourcesIn, sourcesUnder } from "./sources";

/** Where and when a dump was made, if its answers do not tell. */
export interface AwsCliOptions {
  /** The account, in twelve digits. Default: that of most ARNs in the dump. */
  readonly accountId?: string;
  /** The Region, such as `eu-west-1`. Default: that of most ARNs in the dump. */
  readonly region?: string;
  /** The time of the dump: a `Date`, ISO 8601, or epoch milliseconds. Default: the newest date of what has happened. */
  readonly now?: Date | string | number;
}

const optionNames: { readonly [Name in keyof Required<AwsCliOptions>]: true } = {
  accountId: true,
  region: true,
  now: true,
};

function readOptions(options: AwsCliOptions): Partial<FixtureOrigin> {
  refuseUnknownOptions("read the dump", options, optionNames);
  const { now, ...place } = options;
  return { ...readPlace(place), ...(now !== undefined && { now: new Date(epochMs(now)).toISOString() }) };
}

/**
 * Reads answers of `aws backup`, `aws efs` and `aws fsx`: an object of answers by their command, or the path of a folder
 * of JSON files that are named by theirs. A command has one answer or a list of them, such as pages. Details count before
 * summaries of the same resource. What cannot be used is in `skipped`, and the account, the Region and the time of the
 * dump are in `fixture.origin`.
 *
 * Throws a {@link MockError} with the code `InvalidInfrastructure` for broken files and for what is no answer of its
 * command: one error lists every problem, with file and line. Throws one with `InvalidOption` for a wrong option.
 *
 * @example
 * const { fixture, skipped } = fromAwsCli({
 *   "list-backup-vaults": vaults,
 *   "get-backup-plan": [daily, weekly],
 *   "efs describe-file-systems": fileSystems,
 * });
 * const aws = mockAws(fixture.origin);
 * aws.seed(fixture);
 */
export function fromAwsCli(
  input: string | Readonly<Record<string, unknown>>,
  options: AwsCliOptions = {},
): Infrastructure {
  const given = readOptions(options);
  const problems = new ReadingProblems("the dump");
  const untyped: unknown = input;
  if (typeof untyped !== "string" && !isObject(untyped)) {
    const what = "it is neither an object nor a path";
    throw cannotRead("the dump", "", `${what}; give answers by their command, or the path of a folder`);
  }
  const sources = typeof untyped === "string" ? sourcesUnder(untyped, problems) : sourcesIn(untyped);
  const { answers, taggings, skipped } = readAnswers(sources, problems);
  problems.throwIfAny();
  if (answers.length === 0 && taggings.length === 0) {
    const what = "it holds no answer that is named by its command";
    throw cannotRead("the dump", "", `${what}; give { "get-backup-plan": answer } for example`);
  }
  const warnings = pagesMissing(answers);
  const origin = originOf(answers, given, (where, text) => warnings.push({ where, text }));
  const infrastructure = infrastructureOfAnswers(answers, origin, taggings);
  return {
    fixture: infrastructure.fixture,
    skipped: [...skipped, ...infrastructure.skipped],
    warnings: [...warnings, ...infrastructure.warnings],
  };
}
