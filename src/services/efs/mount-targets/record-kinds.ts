import type { Kind } from "../../../core/world";
import type { EfsShape } from "../account/account";
import type { MountTarget } from "../records/mount-targets";
import { type Subnet, subnetMembers } from "../records/subnets";

export const mountTargetKind = {
  required: ["AvailabilityZoneName", "SecurityGroups"],
  description: {
    by: "DescribeMountTargets.MountTargets",
    inputFor: record => ({ MountTargetId: record.MountTargetId }),
  },
  further: { SecurityGroups: "DescribeMountTargetSecurityGroups.SecurityGroups" },
  fixed: ["FileSystemId", "SubnetId", "VpcId"],
  state: "LifeCycleState",
  works: {
    creating: { step: "becomeAvailable", duration: "efsMountTarget" },
    deleting: { step: "remove", duration: "efsMountTargetDeletion", phase: "removal" },
  },
  failures: {
    error: {
      from: ["creating"],
      at: ["becomeAvailable"],
      fail(record, { efs }) {
        efs.mountTargets.update(record.MountTargetId, { LifeCycleState: "error", next: undefined });
      },
    },
  },
} satisfies Kind<EfsShape, MountTarget>;

export const subnetKind = {
  required: ["AvailabilityZoneName", "AvailabilityZoneId"],
  members: subnetMembers,
  fixed: ["VpcId"],
} satisfies Kind<EfsShape, Subnet>;
