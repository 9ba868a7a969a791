import type { Place } from "../core/basics";
import { mockAws } from "../mock/mock-aws";
import { FixtureError } from "../seeding/problems";
import type { Fixture } from "../seeding/seed";

/** Where a fixture is seeded, and the time there. Default: that of a new mock. */
export type SeededPlace = Place & { readonly now?: string };

/** Receives the problems of a fixture's entries, by path, with the member that an entry can do without, if it is that. */
export type Report = (path: string, problem: string, member: string | undefined) => void;

/**
 * Checks that a document is a fixture, by seeding it into a mock of its own: the rules of AWS are those of the seeding.
 * Every problem is reported with the path of its entry, such as `backup.vaults[0]`; the document must not be used then.
 */
export function assertFixture(
  document: object,
  place: SeededPlace,
  report: Report,
): asserts document is Fixture {
  try {
    mockAws({ ...place, recordCalls: false }).seed(document);
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    for (const { path, problem, member } of error.problems) report(path, problem, member);
  }
}
