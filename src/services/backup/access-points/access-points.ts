import { arn, uuidOf } from "../../../core/basics";
import type { Records } from "../../../core/store";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import {
  alreadyExists,
  conflict,
  invalidParameter,
  limitExceeded,
  notFound,
  pointNotFound,
} from "../account/errors";
import { pageOf } from "../account/paging";
import type { AccessPoint } from "../records/access-points";
import type { RecoveryPoint } from "../records/recovery-points";
import { isInSpan, restorableSpan, spanText } from "../recovery-points/restorable-span";
import { resumeLifecycles } from "../recovery-points/resuming";
import { isContinuous } from "../recovery-points/types";
import { putTags, removeTags } from "../tags/tags";

const momentKey = "AccessPointInTime";
const usable: ReadonlySet<string> = new Set(["AVAILABLE", "STOPPED", "COMPLETED"]);
const largestPage = 100;

export const createBackupAccessPoint = write<"CreateBackupAccessPoint">((input, account) => {
  const { backup, place, now } = account;
  const { Name, RecoveryPointArn, AccessPointMetadata = {}, AccessPointPolicy, Tags } = input;
  const point = backup.recoveryPoints.get(RecoveryPointArn);
  if (!point) throw pointNotFound();
  checkAccessible(point);
  checkMoment(account, point, AccessPointMetadata[momentKey]);
  const AccessPointArn = arn("backup", place, `accesspoint/${Name}`);
  checkName(backup.accessPoints.get(AccessPointArn), Name);
  const limit = account.quota("accessPointsPerRecoveryPoint");
  if (backup.accessPoints.by("point", RecoveryPointArn).size >= limit) {
    throw limitExceeded(`A recovery point can have at most ${limit} backup access points.`);
  }
  const created: AccessPoint = {
    AccessPointArn,
    AccessPointMetadata,
    BackupVaultArn: point.BackupVaultArn,
    BackupVaultName: point.BackupVaultName,
    CreationTime: now,
    Name,
    RecoveryPointArn,
    ResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    Status: "CREATING",
    policy: AccessPointPolicy,
  };
  putTags(account, AccessPointArn, Tags);
  return backup.accessPoints.insert({
    ...created,
    next: account.inFlight("becomeAvailable", account.duration("accessPoint", created)),
  });
});

function checkAccessible({ RecoveryPointArn, ResourceType, Status }: RecoveryPoint): void {
  if (ResourceType !== "S3") {
    throw invalidParameter(`Backup access points are not supported for resource type ${ResourceType}.`);
  }
  if (!usable.has(Status)) {
    throw invalidParameter(
      `Recovery point ${RecoveryPointArn} has no backup access points: it is ${Status}.`,
    );
  }
}

/** An access point of a continuous backup shows one moment of it. Snapshots have no moments. */
function checkMoment(account: BackupView, point: RecoveryPoint, moment: string | undefined): void {
  if (!isContinuous(point)) {
    if (moment === undefined) return;
    throw invalidParameter(`${momentKey} is supported for continuous backups only.`);
  }
  if (moment === undefined) throw invalidParameter(`${momentKey} is required for continuous backups.`);
  const span = restorableSpan(account, point);
  if (!isInSpan(Date.parse(moment), span)) {
    throw invalidParameter(`${momentKey} must lie ${spanText(span)}.`);
  }
}

function checkName(taken: AccessPoint | undefined, name: string): void {
  if (!taken) return;
  if (taken.Status === "DELETING") throw conflict(`Backup access point ${name} is being deleted.`);
  throw alreadyExists(`Backup access point ${name} already exists.`, { Arn: taken.AccessPointArn });
}

function accessPointOf({ backup }: BackupView, arn: string): AccessPoint {
  const found = backup.accessPoints.get(arn);
  if (!found) throw notFound(`Cannot find backup access point with ARN: ${arn}`);
  return found;
}

export const describeBackupAccessPoint = read<"DescribeBackupAccessPoint">((input, account) =>
  accessPointOf(account, input.AccessPointArn),
);

export const deleteBackupAccessPoint = write<"DeleteBackupAccessPoint">((input, account) => {
  const point = accessPointOf(account, input.AccessPointArn);
  if (point.Status === "DELETING") return {};
  account.backup.accessPoints.change(point, {
    Status: "DELETING",
    next: account.inFlight("remove", account.duration("accessPointDeletion", point)),
  });
  return {};
});

interface Page {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

function listed(points: Records<AccessPoint>, { MaxResults = largestPage, NextToken }: Page) {
  const { items, token } = pageOf(points, { MaxResults, NextToken }, { newestFirst: true });
  const [unfinished] = [...points].filter(({ next }) => next);
  return { BackupAccessPoints: items, NextToken: token, next: unfinished?.next };
}

export const listBackupAccessPoints = read<"ListBackupAccessPoints">((input, { backup }) =>
  listed(backup.accessPoints.all(), input),
);

export const listBackupAccessPointsByRecoveryPoint = read<"ListBackupAccessPointsByRecoveryPoint">(
  (input, { backup }) => listed(backup.accessPoints.by("point", input.RecoveryPointArn), input),
);

export const listBackupAccessPointsByResource = read<"ListBackupAccessPointsByResource">(
  (input, { backup }) => listed(backup.accessPoints.by("resource", input.ResourceArn), input),
);

/** The timed steps of backup access points. */
export const accessPointSteps = {
  becomeAvailable(point: AccessPoint, { backup, place }: BackupAccount): void {
    const { Name, AccessPointArn } = point;
    const suffix = uuidOf(`alias of ${AccessPointArn}`).replaceAll("-", "");
    backup.accessPoints.change(point, {
      Status: "AVAILABLE",
      AccessPointMetadata: {
        ...point.AccessPointMetadata,
        S3AccessPointArn: arn("s3", place, `accesspoint/${Name}`),
        S3AccessPointAlias: `${Name}-${suffix}-ext-s3alias`,
      },
      next: undefined,
    });
  },

  remove({ AccessPointArn }: AccessPoint, account: BackupAccount): void {
    account.backup.accessPoints.remove(AccessPointArn);
    removeTags(account, AccessPointArn);
    resumeLifecycles(account);
  },
};
