import type { MountTargetDescription } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A mount target in AWS's member names, with the security groups of its network interface. */
export interface MountTarget extends Stored<MountTargetDescription> {
  readonly VpcId: string;
  readonly AvailabilityZoneName: string;
  readonly SecurityGroups: readonly string[];
  readonly next?: Next | undefined;
}

export const mountTargets = table<MountTarget>(target => target.MountTargetId)
  .by("fileSystem", target => target.FileSystemId)
  .by("subnet", target => target.SubnetId)
  .by("vpc", target => target.VpcId);
