import { defaultPlace, isAccountId, isRegionName, type Place, parseArn } from "../../core/basics";
import { startOfTime } from "../../mock/options";
import { instant } from "../../seeding/dates";
import { isObject } from "../../seeding/members";
import type { FixtureOrigin } from "../../seeding/origin";
import type { Answer } from "./answer";

/** Dates of what has happened, as opposed to those of what is to come. */
const pastDate = /^(?:Creation|Completion|Initiation|Deletion|Last\w*)(?:Date|Time)$/;

/** Counts what answers say of their account, their Region and their time. */
class Census {
  readonly accounts = new Map<string, number>();
  readonly regions = new Map<string, number>();
  newest = Number.NEGATIVE_INFINITY;

  /** Counts the members of an answer and of what it holds, which are as deep as ids and dates are. */
  count(value: unknown, depth = 0): void {
    if (typeof value === "string") this.#countArn(value);
    else if (Array.isArray(value)) for (const item of value) this.count(item, depth);
    else if (isObject(value) && depth < 3) {
      for (const [name, member] of Object.entries(value)) {
        if (pastDate.test(name)) this.newest = Math.max(this.newest, instant(member, 0) ?? 0);
        else this.count(member, depth + 1);
      }
    }
  }

  #countArn(text: string): void {
    const arn = text.startsWith("arn:") ? parseArn(text) : undefined;
    if (!arn) return;
    if (isAccountId(arn.accountId)) add(this.accounts, arn.accountId);
    if (isRegionName(arn.region)) add(this.regions, arn.region);
  }
}

const add = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].reduce<readonly [string | undefined, number]>(
    (most, entry) => (entry[1] > most[1] ? entry : most),
    [undefined, 0],
  )[0];

/** Where and when answers are from: what is given, or what most of their ARNs and the newest date say. */
export function originOf(
  answers: readonly Answer[],
  given: Partial<FixtureOrigin>,
  warn: (where: string, text: string) => void,
): FixtureOrigin {
  const census = new Census();
  for (const { output } of answers) census.count(output);
  const assumed = (name: keyof FixtureOrigin, why: string, value: string): string => {
    warn(name, `${why}; ${value} is assumed, give the option ${name} otherwise`);
    return value;
  };
  const found = (name: keyof Place, counts: ReadonlyMap<string, number>): string =>
    given[name] ?? mostFrequent(counts) ?? assumed(name, "no ARN of the dump names it", defaultPlace[name]);
  return {
    accountId: found("accountId", census.accounts),
    region: found("region", census.regions),
    now: given.now ?? assumed("now", ...timeOf(census.newest)),
  };
}

const timeOf = (newest: number): readonly [why: string, value: string] =>
  newest > 0
    ? ["the dump does not say when it was made: its newest date", new Date(newest).toISOString()]
    : ["no date of the dump says when it was made", new Date(startOfTime).toISOString()];
