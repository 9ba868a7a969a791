import { arn, type Place } from "../../../core/basics";
import { type EfsAccount, type EfsView, read, write } from "../account/account";
import {
  accessPointAlreadyExists,
  accessPointLimitExceeded,
  accessPointNotFound,
  badRequest,
} from "../account/errors";
import { pageOf } from "../account/paging";
import { checkToken } from "../account/tokens";
import { availableFileSystem, fileSystemWithId } from "../file-systems/file-systems";
import type { AccessPoint } from "../records/access-points";
import { checkTags, tagged } from "../tags/tags";

const accessPointArn = (place: Place, id: string): string =>
  arn("elasticfilesystem", place, `access-point/${id}`);

const arnPrefix = /^arn:.*:access-point\//;

/** The access point with this id or ARN. */
export function accessPointWithId({ efs }: EfsView, idOrArn: string): AccessPoint {
  const id = idOrArn.replace(arnPrefix, "");
  const point = efs.accessPoints.get(id);
  if (!point || (id !== idOrArn && point.AccessPointArn !== idOrArn)) {
    throw accessPointNotFound(`Access Point ${id} does not exist.`);
  }
  return point;
}

export const createAccessPoint = write<"CreateAccessPoint">((input, account) => {
  const { efs, place, ids } = account;
  const { ClientToken = ids.uuid(), PosixUser, RootDirectory, Tags = [] } = input;
  const { FileSystemId } = availableFileSystem(account, input.FileSystemId);
  const [taken] = efs.accessPoints.by("token", ClientToken);
  // EFS sends this error without a message.
  if (taken) throw accessPointAlreadyExists(undefined, { AccessPointId: taken.AccessPointId });
  checkToken("ClientToken", ClientToken);
  checkTags(account, [], Tags);
  const limit = account.quota("efsAccessPointsPerFileSystem");
  if (efs.accessPoints.by("fileSystem", FileSystemId).size >= limit) {
    throw accessPointLimitExceeded(
      `You have reached the maximum number of access points (${limit}) for your file system ${FileSystemId}. Delete an access point and add a new one.`,
    );
  }
  const AccessPointId = `fsap-${ids.hex(17)}`;
  const point: AccessPoint = {
    ClientToken,
    ...tagged(Tags),
    AccessPointId,
    AccessPointArn: accessPointArn(place, AccessPointId),
    FileSystemId,
    PosixUser,
    RootDirectory: { Path: "/", ...RootDirectory },
    OwnerId: place.accountId,
    LifeCycleState: "creating",
  };
  return efs.accessPoints.insert({
    ...point,
    next: account.inFlight("becomeAvailable", account.duration("efsAccessPoint", point)),
  });
});

export const describeAccessPoints = read<"DescribeAccessPoints">((input, account) => {
  const { AccessPointId, FileSystemId, NextToken, MaxResults } = input;
  const { accessPoints } = account.efs;
  if (AccessPointId !== undefined && FileSystemId !== undefined) {
    throw badRequest("AccessPointId and FileSystemId are mutually exclusive.");
  }
  if (AccessPointId !== undefined) return { AccessPoints: [accessPointWithId(account, AccessPointId)] };
  const list =
    FileSystemId === undefined
      ? accessPoints.all()
      : accessPoints.by("fileSystem", fileSystemWithId(account, FileSystemId).FileSystemId);
  const { items, token } = pageOf(list, NextToken, MaxResults);
  return { AccessPoints: items, NextToken: token };
});

export const deleteAccessPoint = write<"DeleteAccessPoint">((input, account) => {
  const point = accessPointWithId(account, input.AccessPointId);
  if (point.LifeCycleState === "deleting") return {};
  account.efs.accessPoints.update(point.AccessPointId, {
    LifeCycleState: "deleting",
    next: account.inFlight("remove", account.duration("efsAccessPointDeletion", point)),
  });
  return {};
});

/** The steps of access points. */
export const accessPointSteps = {
  becomeAvailable({ AccessPointId }: AccessPoint, { efs }: EfsAccount): void {
    efs.accessPoints.update(AccessPointId, { LifeCycleState: "available", next: undefined });
  },

  remove({ AccessPointId }: AccessPoint, { efs }: EfsAccount): void {
    efs.accessPoints.remove(AccessPointId);
  },
};
