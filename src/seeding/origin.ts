import { type Place, samePlace } from "../core/basics";
import { isObject } from "./members";
import type { Problems } from "./problems";

/**
 * Where and when a fixture was imported, as options of `mockAws`. Its ARNs and dates belong there: `seed` refuses it in
 * another account or Region. The command begins there.
 *
 * @example
 * const aws = mockAws(fixture.origin);
 * aws.seed(fixture);
 */
export interface FixtureOrigin {
  /** The account's twelve digits. */
  readonly accountId: string;
  /** The Region, such as `eu-west-1`. */
  readonly region: string;
  /** The time of the import, in ISO 8601. */
  readonly now: string;
}

const form =
  'must be an object such as { "accountId": "123456789012", "region": "us-east-1", "now": "2026-01-01T00:00:00Z" }';

/** The origin that a document gives; undefined if it gives none, or not in full. */
export function originOf(origin: unknown): FixtureOrigin | undefined {
  if (!isObject(origin)) return undefined;
  const { accountId, region, now } = origin;
  return typeof accountId === "string" &&
    typeof region === "string" &&
    typeof now === "string" &&
    !Number.isNaN(Date.parse(now))
    ? { accountId, region, now }
    : undefined;
}

/** Refuses a fixture that was imported from another place than it is seeded in. */
export function checkOrigin(given: unknown, place: Place, problems: Problems): void {
  if (given === undefined || given === null) return;
  const origin = originOf(given);
  if (!origin) problems.add("origin", form);
  else if (!samePlace(origin, place)) {
    problems.add(
      "origin",
      `is account ${origin.accountId} in ${origin.region}, but the fixture is seeded in account ${place.accountId} in ${place.region}; make the mock with mockAws(fixture.origin), or seed it with aws.in({ accountId, region }).seed`,
    );
  }
}
