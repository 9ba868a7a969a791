import type { Place } from "../core/basics";
import { mockAws } from "../mock/mock-aws";
import { FixtureError, type FixtureProblem } from "../seeding/problems";
import type { Fixture } from "../seeding/seed";

/** Where a fixture is seeded, and the time there. Default: that of a new mock. */
export type SeededPlace = Place & { readonly now?: string };

/** Receives the problems of a fixture's entries, by path. */
export type Report = (path: string, problem: string, whole: FixtureProblem) => void;

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
    for (const problem of error.problems) report(problem.path, problem.problem, problem);
  }
}
