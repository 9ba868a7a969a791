import type { FixtureOrigin } from "../../seeding/origin";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import type { Answer } from "./answer";
import { Collection } from "./collect";
import { validWorld } from "./valid-world";

/**
 * The infrastructure that answers of AWS show: details count before summaries of the same resource, and pages are put
 * together. What the fixture cannot hold is skipped or, where a resource can do without it, left out with a warning.
 */
export function infrastructureOfAnswers(answers: readonly Answer[], origin: FixtureOrigin): Infrastructure {
  const notes = new WorldBuilder("the dump", origin);
  const collection = new Collection(origin, notes);
  for (const answer of answers) collection.add(answer);
  const contents = { entries: collection.entries(), resources: collection.supplements.resources() };
  return validWorld(contents, origin, notes);
}
