import { bucket, continuous, copies, known, nightly, role, table, volume } from "../world";
import type { TriedOperations } from "./tried";

const hold = { Title: "case 8", Description: "Everything about the volume" };

export const pointOperations = {
  CancelLegalHold: {
    call: ({ backup, ids }) => backup.cancelLegalHold({ ...ids, CancelDescription: "settled" }),
    async shows({ aws, backup, ids }) {
      await aws.settle();
      expect(await backup.getLegalHold(ids)).toMatchObject({
        Status: "CANCELED",
        CancelDescription: "settled",
        CancellationDate: aws.clock.now(),
      });
    },
  },
  CreateLegalHold: {
    call: ({ backup }) =>
      backup.createLegalHold({ ...hold, RecoveryPointSelection: { ResourceIdentifiers: [volume] } }),
    async shows({ aws, backup, ids }, { LegalHoldId }) {
      await aws.settle();
      await expect(backup.deleteRecoveryPoint({ ...nightly, ...ids.disk })).rejects.toThrow("legal hold");
      expect(await backup.getLegalHold({ LegalHoldId })).toMatchObject({ ...hold, Status: "ACTIVE" });
    },
  },
  DeleteRecoveryPoint: {
    call: ({ backup, ids }) => backup.deleteRecoveryPoint({ ...nightly, ...ids.file }),
    async shows({ backup, ids }) {
      await expect(backup.describeProtectedResource({ ResourceArn: ids.fileSystem })).rejects.toThrow(
        "is not protected",
      );
    },
  },
  DescribeProtectedResource: {
    call: ({ backup }) => backup.describeProtectedResource({ ResourceArn: table }),
    async shows({ backup }, { LastRecoveryPointArn, LatestRestoreJobCreationDate }) {
      const { RecoveryPoints } = await backup.listRecoveryPointsByResource({ ResourceArn: table });
      const { RestoreJobs } = await backup.listRestoreJobsByProtectedResource({ ResourceArn: table });
      expect(RecoveryPoints?.map(point => point.RecoveryPointArn)).toContain(LastRecoveryPointArn);
      expect(LatestRestoreJobCreationDate).toEqual(RestoreJobs?.[0]?.CreationDate);
    },
  },
  DescribeRecoveryPoint: {
    call: ({ backup, ids }) => backup.describeRecoveryPoint({ ...nightly, ...ids.rows }),
    async shows({ backup, ids }, { CreationDate, CompletionDate, BackupSizeInBytes, LastRestoreTime }) {
      const job = await backup.describeBackupJob(ids.rows);
      const { RestoreJobs } = await backup.listRestoreJobsByProtectedResource({ ResourceArn: table });
      expect(job).toMatchObject({ CreationDate, CompletionDate, BackupSizeInBytes });
      expect(RestoreJobs?.map(restore => restore.CompletionDate)).toContainEqual(LastRestoreTime);
    },
  },
  DisassociateRecoveryPoint: {
    call: ({ backup }) => backup.disassociateRecoveryPoint(continuous),
    async shows({ backup }) {
      expect(await backup.describeRecoveryPoint(continuous)).toMatchObject({ Status: "STOPPED" });
    },
  },
  DisassociateRecoveryPointFromParent: {
    async call({ backup, ids }) {
      const { RecoveryPoints = [] } = await backup.listRecoveryPointsByBackupVault({
        ...nightly,
        ByParentRecoveryPointArn: ids.whole.RecoveryPointArn,
      });
      expect(RecoveryPoints).toHaveLength(2);
      return backup.disassociateRecoveryPointFromParent({
        ...nightly,
        RecoveryPointArn: RecoveryPoints[0]?.RecoveryPointArn,
      });
    },
    async shows({ backup, ids }) {
      expect(await backup.describeRecoveryPoint({ ...nightly, ...ids.whole })).toMatchObject({
        Status: "PARTIAL",
      });
      const members = await backup.listRecoveryPointsByBackupVault({
        ...nightly,
        ByParentRecoveryPointArn: ids.whole.RecoveryPointArn,
      });
      expect(members.RecoveryPoints).toHaveLength(1);
    },
  },
  GetLegalHold: {
    call: ({ backup, ids }) => backup.getLegalHold(ids),
    async shows({ backup }, { LegalHoldArn, CreationDate, Status }) {
      const { LegalHolds } = await backup.listLegalHolds({});
      expect(LegalHolds).toMatchObject([{ LegalHoldArn, CreationDate, Status }]);
    },
  },
  GetRecoveryPointIndexDetails: {
    call: ({ backup, ids }) => backup.getRecoveryPointIndexDetails({ ...nightly, ...ids.disk }),
    async shows({ backup, ids }, { IndexStatus, IndexCreationDate }) {
      const { IndexedRecoveryPoints } = await backup.listIndexedRecoveryPoints({});
      expect(IndexedRecoveryPoints).toMatchObject([{ IndexStatus, IndexCreationDate }]);
      const point = await backup.describeRecoveryPoint({ ...nightly, ...ids.disk });
      expect(point.IndexStatus).toBe(IndexStatus);
    },
  },
  GetRecoveryPointRestoreMetadata: {
    call: ({ backup, ids }) => backup.getRecoveryPointRestoreMetadata({ ...nightly, ...ids.file }),
    async shows({ backup, efs, ids }, { RestoreMetadata = {} }) {
      const { FileSystems } = await efs.describeFileSystems({});
      expect(FileSystems?.[0]?.FileSystemId).toBe(RestoreMetadata["file-system-id"]);
      await backup.startRestoreJob({
        ...ids.file,
        IamRoleArn: role,
        Metadata: { ...RestoreMetadata, newFileSystem: "false" },
      });
    },
  },
  ListIndexedRecoveryPoints: {
    call: ({ backup }) =>
      backup.listIndexedRecoveryPoints({ SourceResourceArn: volume, IndexStatus: "ACTIVE" }),
    async shows({ backup, ids }, { IndexedRecoveryPoints }) {
      const details = await backup.getRecoveryPointIndexDetails({ ...nightly, ...ids.disk });
      expect(IndexedRecoveryPoints).toMatchObject([
        { RecoveryPointArn: details.RecoveryPointArn, IndexCreationDate: details.IndexCreationDate },
      ]);
    },
  },
  ListLegalHolds: {
    call: ({ backup }) => backup.listLegalHolds({}),
    async shows({ backup }, { LegalHolds: [listed] = [] }) {
      const { LegalHoldArn } = await backup.getLegalHold({ LegalHoldId: listed?.LegalHoldId });
      expect(listed?.LegalHoldArn).toBe(LegalHoldArn);
    },
  },
  ListProtectedResources: {
    call: ({ backup }) => backup.listProtectedResources({}),
    async shows({ backup, ids }, { Results = [] }) {
      expect(Results.map(({ ResourceArn }) => ResourceArn).sort()).toEqual(
        expect.arrayContaining([bucket, ids.fileSystem, table, volume]),
      );
      const [first] = Results;
      expect(await backup.describeProtectedResource({ ResourceArn: first?.ResourceArn })).toMatchObject({
        LastBackupTime: first?.LastBackupTime,
      });
    },
  },
  ListRecoveryPointsByBackupVault: {
    call: ({ backup }) => backup.listRecoveryPointsByBackupVault({ ...nightly, ByResourceType: "EFS" }),
    async shows({ backup, ids }, { RecoveryPoints }) {
      const { CreationDate } = await backup.describeRecoveryPoint({ ...nightly, ...ids.file });
      expect(RecoveryPoints).toMatchObject([{ RecoveryPointArn: ids.file.RecoveryPointArn, CreationDate }]);
    },
  },
  ListRecoveryPointsByLegalHold: {
    call: ({ backup, ids }) => backup.listRecoveryPointsByLegalHold(ids),
    async shows({ backup }, { RecoveryPoints }) {
      const there = await backup.listRecoveryPointsByBackupVault(copies);
      expect(RecoveryPoints?.map(point => point.RecoveryPointArn)).toEqual(
        known(there.RecoveryPoints).map(point => point.RecoveryPointArn),
      );
    },
  },
  ListRecoveryPointsByResource: {
    call: ({ backup }) => backup.listRecoveryPointsByResource({ ResourceArn: volume }),
    async shows({ backup, ids }, { RecoveryPoints }) {
      const point = await backup.describeRecoveryPoint({ ...nightly, ...ids.disk });
      expect(RecoveryPoints).toContainEqual(
        expect.objectContaining({
          RecoveryPointArn: point.RecoveryPointArn,
          BackupSizeBytes: point.BackupSizeInBytes,
        }),
      );
    },
  },
  UpdateRecoveryPointIndexSettings: {
    call: ({ backup, ids }) =>
      backup.updateRecoveryPointIndexSettings({ ...nightly, ...ids.disk, Index: "DISABLED" }),
    async shows({ aws, backup }) {
      const before = await backup.listIndexedRecoveryPoints({});
      expect(before.IndexedRecoveryPoints).toMatchObject([{ IndexStatus: "DELETING" }]);
      await aws.settle();
      expect(await backup.listIndexedRecoveryPoints({})).toMatchObject({ IndexedRecoveryPoints: [] });
    },
  },
  UpdateRecoveryPointLifecycle: {
    call: ({ backup, ids }) =>
      backup.updateRecoveryPointLifecycle({ ...nightly, ...ids.file, Lifecycle: { DeleteAfterDays: 2 } }),
    async shows({ aws, backup, ids }, { CalculatedLifecycle }) {
      expect(await backup.describeRecoveryPoint({ ...nightly, ...ids.file })).toMatchObject({
        Lifecycle: { DeleteAfterDays: 2 },
        CalculatedLifecycle,
      });
      await aws.clock.advance("2 days");
      const left = await backup.listRecoveryPointsByResource({ ResourceArn: ids.fileSystem });
      expect(left.RecoveryPoints).toEqual([]);
    },
  },
} satisfies Partial<TriedOperations>;
