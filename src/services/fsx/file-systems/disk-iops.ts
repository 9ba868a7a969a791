import type { DiskIopsConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "./rules";

type DiskIops = Stored<DiskIopsConfiguration>;

const perGibibyte = 3;

/** The SSD IOPS of a file system: those requested, or else 3 per GiB up to the maximum. */
export function diskIops(asked: DiskIops | undefined, capacity: number, max: number): DiskIops {
  const min = Math.min(perGibibyte * capacity, max);
  const { Mode = asked?.Iops === undefined ? "AUTOMATIC" : "USER_PROVISIONED", Iops } = asked ?? {};
  if (Mode === "AUTOMATIC") {
    refuseUnless(
      Iops === undefined,
      "Iops cannot be specified when the DiskIopsConfiguration mode is AUTOMATIC.",
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
