import { continuous, here, nightly, role, volume } from "../world";
import { emptyPages, nothing, type Provocation, type Provocations, times } from "./provocations";

const unknown = {
  ...nightly,
  RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:11111111-2222-4333-8444-555555555555`,
};
const misnamed = { ...unknown, BackupVaultName: "a vault" };
const never = `${volume.replace("vol-0", "vol-9")}`;

const hold = { Title: "case 8", Description: "of the volume" };

const rows =
  (rest: object): Provocation =>
  ({ ids }) => ({ ...nightly, RecoveryPointArn: ids.rows.RecoveryPointArn, ...rest });
const disk =
  (rest: object): Provocation =>
  ({ ids }) => ({ ...nightly, RecoveryPointArn: ids.disk.RecoveryPointArn, ...rest });

/** A restore of the point is running. */
const restoring: Provocation = async ({ aws, backup, ids }) => {
  const { RecoveryPointArn } = ids.rows;
  await backup.startRestoreJob({ RecoveryPointArn, IamRoleArn: role, Metadata: { targetTableName: "new" } });
  await aws.clock.advance("10 seconds");
  return { ...nightly, RecoveryPointArn };
};

const restoringBucket: Provocation = async ({ aws, backup }) => {
  await backup.startRestoreJob({
    RecoveryPointArn: continuous.RecoveryPointArn,
    IamRoleArn: role,
    Metadata: { DestinationBucketName: "orders", RestoreTime: "2026-02-27T00:00:00Z" },
  });
  await aws.clock.advance("10 seconds");
  return continuous;
};

export const pointProvocations = {
  CancelLegalHold: {
    InvalidParameterValue: ({ ids }) => ({
      LegalHoldId: ids.LegalHoldId,
      CancelDescription: "settled",
      RetainRecordInDays: -1,
    }),
    async InvalidResourceState({ backup, ids }) {
      const request = { LegalHoldId: ids.LegalHoldId, CancelDescription: "settled" };
      await backup.cancelLegalHold(request);
      return request;
    },
    MissingParameterValue: ({ ids }) => ({ LegalHoldId: ids.LegalHoldId }),
    ResourceNotFound: () => ({ LegalHoldId: "none", CancelDescription: "settled" }),
  },
  CreateLegalHold: {
    InvalidParameterValue: () => ({ ...hold, Description: "x".repeat(281) }),
    async LimitExceeded({ backup }) {
      await times(49, () => backup.createLegalHold(hold));
      return hold;
    },
    MissingParameterValue: () => ({ Title: "case 8" }),
  },
  DeleteRecoveryPoint: {
    InvalidParameterValue: () => misnamed,
    async InvalidRequest({ aws, backup, ids }) {
      await backup.createLegalHold({ ...hold, RecoveryPointSelection: { ResourceIdentifiers: [volume] } });
      await aws.settle();
      return { ...nightly, RecoveryPointArn: ids.disk.RecoveryPointArn };
    },
    InvalidResourceState: restoring,
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
  DescribeProtectedResource: {
    InvalidParameterValue: () => ({ ResourceArn: "orders" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ResourceArn: never }),
  },
  DescribeRecoveryPoint: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
  DisassociateRecoveryPoint: {
    InvalidParameterValue: () => misnamed,
    InvalidRequest: rows({}),
    InvalidResourceState: restoringBucket,
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
  DisassociateRecoveryPointFromParent: {
    InvalidParameterValue: () => misnamed,
    InvalidRequest: rows({}),
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
  GetLegalHold: {
    InvalidParameterValue: () => ({ LegalHoldId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ LegalHoldId: "none" }),
  },
  GetRecoveryPointIndexDetails: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: () => nightly,
    ResourceNotFound: rows({}),
  },
  GetRecoveryPointRestoreMetadata: {
    InvalidParameterValue: rows({ BackupVaultAccountId: "me" }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
  ListIndexedRecoveryPoints: {
    InvalidParameterValue: () => ({ ResourceType: "EFS" }),
    ResourceNotFound: () => ({ SourceResourceArn: never }),
  },
  ListLegalHolds: { InvalidParameterValue: emptyPages },
  ListProtectedResources: { InvalidParameterValue: () => ({ NextToken: "made up" }) },
  ListRecoveryPointsByBackupVault: {
    InvalidParameterValue: () => ({ ...nightly, ByResourceArn: "orders" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ BackupVaultName: "unknown", BackupVaultAccountId: here }),
  },
  ListRecoveryPointsByLegalHold: {
    InvalidParameterValue: () => ({ LegalHoldId: "none" }),
    MissingParameterValue: nothing,
  },
  ListRecoveryPointsByResource: {
    InvalidParameterValue: () => ({ ResourceArn: "orders" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ResourceArn: never }),
  },
  UpdateRecoveryPointIndexSettings: {
    InvalidParameterValue: disk({ Index: "ENABLED", IamRoleArn: "backup" }),
    InvalidRequest: rows({ Index: "ENABLED", IamRoleArn: role }),
    MissingParameterValue: disk({}),
    ResourceNotFound: () => ({ ...unknown, Index: "ENABLED" }),
  },
  UpdateRecoveryPointLifecycle: {
    InvalidParameterValue: rows({ Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 100 } }),
    InvalidRequest: () => ({ ...continuous, Lifecycle: { DeleteAfterDays: 10 } }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => unknown,
  },
} satisfies Partial<Provocations>;
