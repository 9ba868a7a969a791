import { type EfsView, read, write } from "../account/account";
import {
  badRequest,
  incorrectMountTargetState,
  securityGroupLimitExceeded,
  securityGroupNotFound,
} from "../account/errors";
import type { MountTarget } from "../records/mount-targets";
import { mountTargetWithId } from "./mount-targets";
import { groupsOfVpc, isInAnyVpc } from "./subnets";

/** Refuses too many security groups, and groups that the VPC does not have. */
export function checkSecurityGroups(account: EfsView, vpcId: string, groups: readonly string[]): void {
  if (groups.length > account.quota("efsSecurityGroupsPerMountTarget")) {
    throw securityGroupLimitExceeded("The maximum number of security groups per interface has been reached.");
  }
  const known = groupsOfVpc(account, vpcId);
  const unknown = known && groups.find(group => !known.has(group));
  if (unknown === undefined) return;
  throw securityGroupNotFound(
    isInAnyVpc(account, unknown)
      ? "You have specified two resources that belong to different networks"
      : `The security group '${unknown}' does not exist`,
  );
}

/** The mount target with this id. Refuses one that is `deleting`, because its network interface is going away. */
function mountTargetInUse(account: EfsView, id: string): MountTarget {
  const target = mountTargetWithId(account, id);
  if (target.LifeCycleState === "deleting") {
    throw incorrectMountTargetState(`Mount target '${id}' is in the lifecycle state 'deleting'.`);
  }
  return target;
}

export const describeMountTargetSecurityGroups = read<"DescribeMountTargetSecurityGroups">((input, account) =>
  mountTargetInUse(account, input.MountTargetId),
);

export const modifyMountTargetSecurityGroups = write<"ModifyMountTargetSecurityGroups">((input, account) => {
  const { MountTargetId, SecurityGroups = [] } = input;
  const target = mountTargetInUse(account, MountTargetId);
  if (SecurityGroups.length === 0) throw badRequest("At least one security group must be specified.");
  checkSecurityGroups(account, target.VpcId, SecurityGroups);
  account.efs.mountTargets.update(MountTargetId, { SecurityGroups });
  return {};
});
