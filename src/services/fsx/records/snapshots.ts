import type { Snapshot as SdkSnapshot } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** A snapshot of an OpenZFS volume, with AWS's members. */
export interface Snapshot extends Omit<Stored<SdkSnapshot>, "AdministrativeActions"> {
  readonly ResourceARN: string;
  readonly SnapshotId: string;
  readonly Name: string;
  readonly VolumeId: string;
  readonly CreationTime: EpochMs;
  readonly Lifecycle: NonNullable<SdkSnapshot["Lifecycle"]>;
  readonly Tags: Tags;
  readonly fileSystemId: string;
  /** Whether CopySnapshotAndUpdateVolume created it. */
  readonly isReplicated?: boolean | undefined;
  readonly next?: Next | undefined;
}

export const snapshots = table<Snapshot>(snapshot => snapshot.SnapshotId)
  .by("volume", snapshot => snapshot.VolumeId)
  .by("fileSystem", snapshot => snapshot.fileSystemId)
  .alias(snapshot => [snapshot.ResourceARN]);
