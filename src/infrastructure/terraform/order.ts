import type { Entry } from "../entry";
import { memberOf } from "./members";

/** The entries with each volume after the volume that it is in. Lists are seeded in an order that suits otherwise. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const volumes = new Map(
    entries.flatMap(entry =>
      entry.list === "fsx.volumes" ? [[entry.item["VolumeId"], entry] as const] : [],
    ),
  );
  const ordered = new Set<Entry>();
  const add = (entry: Entry): void => {
    // An entry stands before those in it, even if they name each other.
    if (ordered.has(entry) || pending.has(entry)) return;
    pending.add(entry);
    const parent = volumes.get(memberOf(entry.item["OpenZFSConfiguration"], "ParentVolumeId"));
    if (parent) add(parent);
    ordered.add(entry);
  };
  const pending = new Set<Entry>();
  for (const entry of entries) add(entry);
  return [...ordered];
}
