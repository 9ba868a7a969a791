import { accessPointWithId } from "../access-points/access-points";
import { type EfsAccount, type EfsView, read, write } from "../account/account";
import { badRequest, mountTargetNotFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { fileSystemWithId } from "../file-systems/file-systems";
import type { MountTarget } from "../records/mount-targets";

export function mountTargetWithId({ efs }: EfsView, id: string): MountTarget {
  const target = efs.mountTargets.get(id);
  if (!target) throw mountTargetNotFound("Mount target does not exist.");
  return target;
}

/** EFS ignores `MaxItems` here. */
const mostPerPage = 10;

export const describeMountTargets = read<"DescribeMountTargets">((input, account) => {
  const { FileSystemId, MountTargetId, AccessPointId, Marker } = input;
  const selectors = [FileSystemId, MountTargetId, AccessPointId].filter(id => id !== undefined);
  if (selectors.length !== 1) throw badRequest("Must specify exactly one mutually exclusive parameter.");
  if (MountTargetId !== undefined) {
    return { Marker, MountTargets: [mountTargetWithId(account, MountTargetId)] };
  }
  const id =
    AccessPointId === undefined
      ? fileSystemWithId(account, FileSystemId ?? "").FileSystemId
      : accessPointWithId(account, AccessPointId).FileSystemId;
  const { items, token } = pageOf(
    account.efs.mountTargets.by("fileSystem", id),
    Marker,
    Math.min(mostPerPage, account.pageSize),
  );
  return { Marker, MountTargets: items, NextMarker: token };
});

export const deleteMountTarget = write<"DeleteMountTarget">((input, account) => {
  const target = mountTargetWithId(account, input.MountTargetId);
  if (target.LifeCycleState === "deleting") return {};
  account.efs.mountTargets.update(target.MountTargetId, {
    LifeCycleState: "deleting",
    next: account.inFlight("remove", account.duration("efsMountTargetDeletion", target)),
  });
  return {};
});

/** The steps of mount targets. */
export const mountTargetSteps = {
  becomeAvailable({ MountTargetId }: MountTarget, { efs }: EfsAccount): void {
    efs.mountTargets.update(MountTargetId, { LifeCycleState: "available", next: undefined });
  },

  remove({ MountTargetId }: MountTarget, { efs }: EfsAccount): void {
    efs.mountTargets.remove(MountTargetId);
  },
};
