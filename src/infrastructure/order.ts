import { isObject, type Members } from "../seeding/members";
import type { Entry } from "./entry";

const parentOf = ({ OpenZFSConfiguration: settings }: Members): unknown =>
  isObject(settings) ? settings["ParentVolumeId"] : undefined;

/** The entries with each volume after the volume that it is in. Lists are seeded in an order that suits otherwise. */
export function inOrder<E extends Entry>(entries: readonly E[]): readonly E[] {
  const volumes = new Map(
    entries.flatMap(entry =>
      entry.list === "fsx.volumes" ? [[entry.item["VolumeId"], entry] as const] : [],
    ),
  );
  const ordered = new Set<E>();
  const add = (entry: E): void => {
    // An entry stands before those in it, even if they name each other.
    if (ordered.has(entry) || pending.has(entry)) return;
    pending.add(entry);
    const parent = volumes.get(parentOf(entry.item));
    if (parent) add(parent);
    ordered.add(entry);
  };
  const pending = new Set<E>();
  for (const entry of entries) add(entry);
  return [...ordered];
}
