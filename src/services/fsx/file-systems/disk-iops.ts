import type { DiskIopsConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "./rules";

type DiskIops = Stored<DiskIopsConfiguration>;

const perGibibyte = 3;

/** The fewest SSD IOPS that a storage capacity can have, which are also those in mode AUTOMATIC. */
export const minIops = (capacity: number, max: number): number => Math.min(perGibibyte * capacity, max);

/** The SSD IOPS of a file system: those requested, or else 3 per GiB up to the maximum. */
export function diskIops(asked: DiskIops | undefined, capacity: number, max: number): DiskIops {
  const min = minIops(capacity, max);
  const { Mode = asked?.Iops === undefined ? "AUTOMATIC" : "USER_PROVISIONED", Iops } = asked ?? {};
  if (Mode === "AUTOMATIC") {
    refuseUnless(
      Iops === undefined,
      "Invalid DiskIopsConfiguration provided. IOPS cannot be set with AUTOMATIC mode.",
    );
    return { Mode, Iops: min };
  }
  refuseUnless(
    Iops !== undefined,
    "Iops is required when the DiskIopsConfiguration mode is USER_PROVISIONED.",
  );
  refuseUnless(Iops >= min && Iops <= max, `Invalid Iops: ${Iops}. Must be between ${min} and ${max}.`);
  return { Mode, Iops };
}

/**
 * The SSD IOPS after an update, if they change. In mode AUTOMATIC they follow the storage; IOPS that a user provisioned
 * have to suffice for the new storage.
 */
export function changedIops(
  before: DiskIops | undefined,
  asked: DiskIops | undefined,
  capacity: { readonly before: number | undefined; readonly after: number | undefined },
  max: number,
): DiskIops | undefined {
  const { after = capacity.before ?? 0 } = capacity;
  if (asked) return diskIops(asked, after, max);
  if (capacity.after === undefined || !before) return undefined;
  return diskIops(before.Mode === "AUTOMATIC" ? { Mode: before.Mode } : before, after, max);
}
