import type { DiskIopsConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "./rules";

type DiskIops = Stored<DiskIopsConfiguration>;

const perGibibyte = 3;

/** The SSD IOPS of a file system: 3 per GiB, as far as it can have so many, unless more are asked for. */
export function diskIops(asked: DiskIops | undefined, capacity: number, most: number): DiskIops {
  const least = Math.min(perGibibyte * capacity, most);
  const { Mode = asked?.Iops === undefined ? "AUTOMATIC" : "USER_PROVISIONED", Iops } = asked ?? {};
  if (Mode === "AUTOMATIC") {
    refuseUnless(
      Iops === undefined,
      "Iops cannot be specified when the DiskIopsConfiguration mode is AUTOMATIC.",
    );
    return { Mode, Iops: least };
  }
  refuseUnless(
    Iops !== undefined,
    "Iops is required when the DiskIopsConfiguration mode is USER_PROVISIONED.",
  );
  refuseUnless(Iops >= least && Iops <= most, `Invalid Iops: ${Iops}. Must be between ${least} and ${most}.`);
  return { Mode, Iops };
}
