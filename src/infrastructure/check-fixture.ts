import type { Place } from "../core/basics";
import { mockAws } from "../mock/mock-aws";
import { FixtureError } from "../seeding/problems";
import type { Fixture } from "../seeding/seed";

/** Receives the problems of a fixture's entries, by path. */
export type Report = (path: string, problem: string) => void;

/**
 * Checks that a document is a fixture, by seeding it into a mock of its own: the rules of AWS are those of the seeding.
 * Every problem is reported with the path of its entry, such as `backup.vaults[0]`; the document must not be used then.
 */
export function assertFixture(document: object, place: Place, report: Report): asserts document is Fixture {
  try {
    mockAws({ ...place, recordCalls: false }).seed(document);
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    for (const { path, problem } of error.problems) report(path, problem);
  }
}
