import type { LustreReadCacheConfiguration, OpenZFSReadCacheConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless, refuseUnlessWithin } from "./rules";

type ReadCache = Stored<LustreReadCacheConfiguration & OpenZFSReadCacheConfiguration>;

/** The sizes of a cache in GiB, for a throughput capacity. */
export interface CacheSizes {
  readonly min: number;
  readonly max: number;
  /** The size in mode PROPORTIONAL_TO_THROUGHPUT_CAPACITY. */
  readonly proportional: number;
}

/** The SSD read cache of Intelligent-Tiering storage as AWS shows it: with its size, unless there is no cache. */
export function readCache(member: string, { SizingMode, SizeGiB }: ReadCache, sizes: CacheSizes): ReadCache {
  refuseUnless(SizingMode !== undefined, `SizingMode is required for ${member}.`);
  if (SizingMode !== "USER_PROVISIONED") {
    refuseUnless(
      SizeGiB === undefined,
      `SizeGiB cannot be specified when the SizingMode of ${member} is ${SizingMode}.`,
    );
    return SizingMode === "NO_CACHE" ? { SizingMode } : { SizingMode, SizeGiB: sizes.proportional };
  }
  refuseUnless(
    SizeGiB !== undefined,
    `SizeGiB is required when the SizingMode of ${member} is USER_PROVISIONED.`,
  );
  refuseUnlessWithin(`SizeGiB of ${member}`, SizeGiB, sizes.min, sizes.max);
  return { SizingMode, SizeGiB };
}

/** A shown cache as a request would ask for it. */
export const askedReadCache = (shown: ReadCache | undefined): ReadCache | undefined =>
  shown?.SizingMode === "PROPORTIONAL_TO_THROUGHPUT_CAPACITY" ? { SizingMode: shown.SizingMode } : shown;

/** The cache after an update, if it changes: as asked, or adapted to another throughput capacity. */
export function changedReadCache(
  member: string,
  before: ReadCache | undefined,
  asked: ReadCache | undefined,
  sizes: CacheSizes,
): ReadCache | undefined {
  const wanted = asked ? { SizingMode: before?.SizingMode, ...asked } : askedReadCache(before);
  const after = wanted && readCache(member, wanted, sizes);
  if (asked && before?.SizeGiB !== undefined && after?.SizeGiB !== undefined) {
    checkResize(member, before.SizeGiB, after.SizeGiB);
  }
  return after;
}

function checkResize(member: string, before: number, after: number): void {
  refuseUnless(
    before === after || Math.abs(after - before) * 10 >= before,
    `SizeGiB of ${member} must change by at least 10 percent of the current ${before} GiB.`,
  );
}
