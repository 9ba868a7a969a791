import type { Entry } from "../entry";
import type { WorldBuilder } from "../world-builder";
import { type Members, objectsIn } from "./members";

/**
 * The entries with replications to file systems that are not in the fixture: a state names the replica that EFS has made,
 * and a plan may replicate to a file system in another Region. Such a replication makes its replica anew.
 */
export const withNewReplicas = (entries: readonly Entry[], builder: WorldBuilder): readonly Entry[] => {
  const here = new Set(
    entries.flatMap(({ list, item }) => (list === "efs.fileSystems" ? [item["FileSystemId"]] : [])),
  );
  return entries.map(entry => {
    if (entry.list !== "efs.replicationConfigurations") return entry;
    const Destinations = objectsIn(entry.item["Destinations"]).map(destination => {
      const { FileSystemId, ...others } = destination;
      if (FileSystemId === undefined || here.has(FileSystemId)) return destination;
      return newReplica(entry, FileSystemId, others, builder);
    });
    return { ...entry, item: { ...entry.item, Destinations } };
  });
};

function newReplica(entry: Entry, id: unknown, others: Members, builder: WorldBuilder): Members {
  builder.warn(
    `${entry.name}.destination[0].file_system_id`,
    `the file system ${String(id)} is not in this Region of the plan; the replication makes a new one in its place`,
  );
  return others;
}
