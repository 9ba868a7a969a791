import type { Backup, ListBackupJobSummariesInput } from "@aws-sdk/client-backup";
import {
  bucket,
  continuous,
  known,
  nightly,
  type RichWorld,
  role,
  scannerRole,
  table,
  vaultArn,
} from "../world";
import type { TriedOperations } from "./tried";

const scan = {
  IamRoleArn: role,
  ScannerRoleArn: scannerRole,
  MalwareScanner: "GUARDDUTY",
  ScanMode: "FULL_SCAN",
} as const;

/** Summaries only cover days that are over. */
const everyState = { AggregationPeriod: "ONE_DAY", State: "ANY" } satisfies ListBackupJobSummariesInput;
const nextDay = ({ aws }: RichWorld) => aws.clock.set("2026-03-02T03:00:00Z");

/** The number of the first day's jobs in each state, by their list. */
function counted(
  jobs: readonly { readonly CreationDate?: Date | undefined; readonly State?: string | undefined }[] = [],
) {
  const counts: Record<string, number> = {};
  for (const { CreationDate, State = "" } of jobs) {
    if (CreationDate?.getUTCDate() === 1) counts[State] = (counts[State] ?? 0) + 1;
  }
  return counts;
}

const rowsOf = (summaries: readonly { readonly State?: string; readonly Count?: number }[] = []) =>
  Object.fromEntries(summaries.map(({ State = "", Count }) => [State, Count]));

const restored = async (backup: Backup, RestoreJobId: string) =>
  (await backup.describeRestoreJob({ RestoreJobId })).CreatedResourceArn;

export const jobOperations = {
  DescribeBackupJob: {
    call: ({ backup, ids }) => backup.describeBackupJob(ids.rows),
    async shows({ backup }, job) {
      const { BackupJobs } = await backup.listBackupJobs({ ByResourceArn: table });
      const [listed] = known(BackupJobs?.filter(({ BackupJobId }) => BackupJobId === job.BackupJobId));
      expect(job).toMatchObject({ ...listed });
    },
  },
  DescribeCopyJob: {
    call: ({ backup, ids }) => backup.describeCopyJob(ids),
    async shows({ backup }, { CopyJob }) {
      const { RecoveryPoints } = await backup.listRecoveryPointsByBackupVault({ BackupVaultName: "copies" });
      expect(RecoveryPoints?.map(point => point.RecoveryPointArn)).toEqual([
        CopyJob?.DestinationRecoveryPointArn,
      ]);
    },
  },
  DescribeRestoreJob: {
    call: ({ backup, ids }) => backup.describeRestoreJob(ids),
    async shows({ backup }, { CreatedResourceArn = "" }) {
      expect(CreatedResourceArn).toMatch(/table\/orders-restored$/);
      await backup.startBackupJob({ ...nightly, ResourceArn: CreatedResourceArn, IamRoleArn: role });
      const { BackupJobs } = await backup.listBackupJobs({ ByResourceArn: CreatedResourceArn });
      expect(BackupJobs).toHaveLength(1);
    },
  },
  DescribeScanJob: {
    call: ({ backup, ids }) => backup.describeScanJob(ids),
    async shows({ backup, ids }, { ScanResult, CompletionDate }) {
      const { ScanResults } = await backup.describeRecoveryPoint({ ...nightly, ...ids.disk });
      expect(ScanResult).toEqual({ ScanResultStatus: "NO_THREATS_FOUND" });
      expect(ScanResults).toMatchObject([{ LastScanTimestamp: CompletionDate, Findings: [] }]);
    },
  },
  GetPITRMalwareScanResults: {
    async call({ aws, backup }) {
      await backup.startScanJob({ ...scan, ...continuous });
      await aws.settle();
      const ScanEndTime = new Date("2026-02-28T00:00:00Z");
      return backup.getPITRMalwareScanResults({ ...continuous, ScanEndTime, MalwareScanner: "GUARDDUTY" });
    },
    async shows({ backup }, { ScanId, ScanResult }) {
      const { ScanJobs } = await backup.listScanJobs({ ByResourceArn: bucket });
      expect(ScanJobs).toMatchObject([{ ScanId, ScanResult }]);
    },
  },
  GetRestoreJobMetadata: {
    call: ({ backup, ids }) => backup.getRestoreJobMetadata(ids),
    async shows({ backup, ids }, { Metadata }) {
      expect(await restored(backup, ids.RestoreJobId)).toMatch(`table/${Metadata?.["targetTableName"]}`);
    },
  },
  ListBackupJobs: {
    call: ({ backup }) => backup.listBackupJobs({ ByResourceArn: table }),
    async shows({ backup, ids }, { BackupJobs }) {
      const { CompletionDate } = await backup.describeBackupJob(ids.rows);
      expect(BackupJobs).toContainEqual(expect.objectContaining({ ...ids.rows, CompletionDate }));
    },
  },
  ListBackupJobSummaries: {
    async call(world) {
      await nextDay(world);
      return world.backup.listBackupJobSummaries(everyState);
    },
    async shows({ backup }, { BackupJobSummaries }) {
      const { BackupJobs } = await backup.listBackupJobs({});
      expect(rowsOf(BackupJobSummaries)).toEqual(counted(BackupJobs));
    },
  },
  ListCopyJobs: {
    call: ({ backup }) => backup.listCopyJobs({ ByState: "COMPLETED" }),
    async shows({ backup, ids }, { CopyJobs }) {
      const { CopyJob } = await backup.describeCopyJob(ids);
      expect(CopyJobs).toEqual([CopyJob]);
    },
  },
  ListCopyJobSummaries: {
    async call(world) {
      await nextDay(world);
      return world.backup.listCopyJobSummaries(everyState);
    },
    async shows({ backup }, { CopyJobSummaries }) {
      const { CopyJobs } = await backup.listCopyJobs({});
      expect(rowsOf(CopyJobSummaries)).toEqual(counted(CopyJobs));
    },
  },
  ListRestoreJobs: {
    call: ({ backup, ids }) =>
      backup.listRestoreJobs({ ByCreatedBefore: new Date("2026-03-01T01:00:00Z"), ...ids }),
    async shows({ backup, ids }, { RestoreJobs }) {
      const { CreationDate, CreatedResourceArn } = await backup.describeRestoreJob(ids);
      expect(RestoreJobs).toMatchObject([
        { RestoreJobId: ids.RestoreJobId, CreationDate, CreatedResourceArn },
      ]);
    },
  },
  ListRestoreJobsByProtectedResource: {
    call: ({ backup }) => backup.listRestoreJobsByProtectedResource({ ResourceArn: table }),
    async shows({ backup }, { RestoreJobs = [] }) {
      const all = await backup.listRestoreJobs({});
      const own = all.RestoreJobs?.filter(({ SourceResourceArn }) => SourceResourceArn === table);
      expect(RestoreJobs).toEqual(own);
      expect(RestoreJobs).toHaveLength(2);
    },
  },
  ListRestoreJobSummaries: {
    async call(world) {
      await nextDay(world);
      return world.backup.listRestoreJobSummaries(everyState);
    },
    async shows({ backup }, { RestoreJobSummaries }) {
      const { RestoreJobs } = await backup.listRestoreJobs({});
      const jobs = RestoreJobs?.map(({ CreationDate, Status }) => ({ CreationDate, State: Status }));
      expect(rowsOf(RestoreJobSummaries)).toEqual(counted(jobs));
    },
  },
  ListScanJobs: {
    call: ({ backup }) => backup.listScanJobs({ ByScanResultStatus: "NO_THREATS_FOUND" }),
    async shows({ backup, ids }, { ScanJobs }) {
      const { ScanId } = await backup.describeScanJob(ids);
      expect(ScanJobs).toMatchObject([{ ScanJobId: ids.ScanJobId, ScanId }]);
    },
  },
  ListScanJobSummaries: {
    async call(world) {
      await nextDay(world);
      return world.backup.listScanJobSummaries(everyState);
    },
    async shows({ backup }, { ScanJobSummaries }) {
      const { ScanJobs } = await backup.listScanJobs({});
      expect(rowsOf(ScanJobSummaries)).toEqual(counted(ScanJobs));
    },
  },
  PutRestoreValidationResult: {
    call: ({ backup, ids }) =>
      backup.putRestoreValidationResult({
        RestoreJobId: ids.testedBy,
        ValidationStatus: "SUCCESSFUL",
        ValidationStatusMessage: "all rows are there",
      }),
    async shows({ aws, backup, ids }) {
      await aws.settle();
      expect(await backup.describeRestoreJob({ RestoreJobId: ids.testedBy })).toMatchObject({
        ValidationStatus: "SUCCESSFUL",
        ValidationStatusMessage: "all rows are there",
        DeletionStatus: "SUCCESSFUL",
      });
    },
  },
  StartBackupJob: {
    call: ({ backup, ids }) =>
      backup.startBackupJob({
        ...nightly,
        ResourceArn: ids.fileSystem,
        IamRoleArn: role,
        RecoveryPointTags: { why: "release" },
      }),
    async shows({ aws, backup }, { RecoveryPointArn }) {
      await aws.settle();
      expect(await backup.describeRecoveryPoint({ ...nightly, RecoveryPointArn })).toMatchObject({
        Status: "COMPLETED",
      });
      expect(await backup.listTags({ ResourceArn: RecoveryPointArn })).toMatchObject({
        Tags: { why: "release" },
      });
    },
  },
  StartCopyJob: {
    call: ({ backup, ids }) =>
      backup.startCopyJob({
        RecoveryPointArn: ids.file.RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultArn("copies"),
        IamRoleArn: role,
      }),
    async shows({ aws, backup, ids }) {
      await aws.settle();
      const { RecoveryPoints } = await backup.listRecoveryPointsByBackupVault({
        BackupVaultName: "copies",
        ByResourceArn: ids.fileSystem,
      });
      expect(RecoveryPoints).toHaveLength(1);
    },
  },
  StartRestoreJob: {
    call: ({ backup, ids }) =>
      backup.startRestoreJob({
        RecoveryPointArn: ids.file.RecoveryPointArn,
        IamRoleArn: role,
        Metadata: { newFileSystem: "true", Encrypted: "false", PerformanceMode: "generalPurpose" },
      }),
    async shows({ aws, backup, efs }, { RestoreJobId }) {
      await aws.settle();
      const created = await restored(backup, known(RestoreJobId));
      const { FileSystems } = await efs.describeFileSystems({});
      expect(FileSystems?.map(({ FileSystemArn }) => FileSystemArn)).toContain(created);
    },
  },
  StartScanJob: {
    call: ({ backup, ids }) =>
      backup.startScanJob({ ...scan, ...nightly, RecoveryPointArn: ids.disk.RecoveryPointArn }),
    async shows({ aws, backup, ids }, { ScanJobId }) {
      await aws.settle();
      const { CompletionDate } = await backup.describeScanJob({ ScanJobId });
      const { ScanResults } = await backup.describeRecoveryPoint({ ...nightly, ...ids.disk });
      expect(ScanResults).toMatchObject([{ LastScanTimestamp: CompletionDate }]);
    },
  },
  StopBackupJob: {
    async call({ backup, ids }) {
      const { BackupJobId } = await backup.startBackupJob({
        ...nightly,
        ResourceArn: ids.fileSystem,
        IamRoleArn: role,
      });
      return backup.stopBackupJob({ BackupJobId });
    },
    async shows({ aws, backup, ids }) {
      await aws.settle();
      const { BackupJobs } = await backup.listBackupJobs({ ByState: "ABORTED" });
      expect(BackupJobs).toMatchObject([{ ResourceArn: ids.fileSystem }]);
    },
  },
} satisfies Partial<TriedOperations>;
