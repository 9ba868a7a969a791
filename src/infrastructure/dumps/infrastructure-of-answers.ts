import type { FixtureOrigin } from "../../seeding/origin";
import { withNewReplicas } from "../replicas";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import type { Answer } from "./answer";
import { assumedVaults } from "./assumed-vaults";
import { Collection } from "./collect";
import { withMembers } from "./members";
import type { TaggedResource } from "./resources";
import { warnOfTags } from "./selected-tags";
import { validWorld } from "./valid-world";

const replicaWords = { document: "dump", fileSystem: "Destinations[0].FileSystemId" };

/** The tags of resources of any service, and what to call their source in messages. */
export interface Tagging {
  readonly name: string;
  readonly resources: readonly TaggedResource[];
}

/**
 * The infrastructure that answers of AWS show: details count before summaries of the same resource, and pages are put
 * together. What the fixture cannot hold is skipped or, where a resource can do without it, left out with a warning.
 * Resources of other services are those that AWS Backup has protected, and those whose tags are given.
 */
export function infrastructureOfAnswers(
  answers: readonly Answer[],
  origin: FixtureOrigin,
  taggings: readonly Tagging[] = [],
): Infrastructure {
  const notes = new WorldBuilder("the dump", origin);
  const collection = new Collection(origin, notes);
  for (const answer of answers) collection.add(answer);
  for (const { name, resources } of taggings) {
    for (const resource of resources) collection.addTags(resource, name);
  }
  const shown = collection.entries();
  const entries = withNewReplicas([...assumedVaults(shown, answers, notes), ...shown], replicaWords, notes);
  const resources = withMembers(collection.resources.all, shown);
  warnOfTags(entries, resources, notes);
  return validWorld({ entries, resources }, origin, notes);
}
