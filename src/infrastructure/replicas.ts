import type { Entry } from "./entry";
import { type Members, objectsIn } from "./members";
import type { WorldBuilder } from "./world-builder";

/** How a kind of source calls what the warning is about. */
interface ReplicaWording {
  /** `plan`. */
  readonly document: string;
  /** The path of the destination's file system in an entry. */
  readonly fileSystem: string;
}

/**
 * The entries with replications to file systems that are not in the fixture, because they are in another Region, or
 * because EFS has made them. Such a replication makes its replica anew.
 */
export const withNewReplicas = (
  entries: readonly Entry[],
  words: ReplicaWording,
  builder: WorldBuilder,
): readonly Entry[] => {
  const here = new Set(
    entries.flatMap(({ list, item }) => (list === "efs.fileSystems" ? [item["FileSystemId"]] : [])),
  );
  return entries.map(entry => {
    if (entry.list !== "efs.replicationConfigurations") return entry;
    const Destinations = objectsIn(entry.item["Destinations"]).map(destination => {
      const { FileSystemId, ...others } = destination;
      if (FileSystemId === undefined || here.has(FileSystemId)) return destination;
      return newReplica(entry, FileSystemId, others, words, builder);
    });
    return { ...entry, item: { ...entry.item, Destinations } };
  });
};

function newReplica(
  { name }: Entry,
  id: unknown,
  others: Members,
  { document, fileSystem }: ReplicaWording,
  builder: WorldBuilder,
): Members {
  builder.warn(
    `${name}.${fileSystem}`,
    `the file system ${String(id)} is not in this Region of the ${document}; the replication makes a new one in its place`,
  );
  return others;
}
