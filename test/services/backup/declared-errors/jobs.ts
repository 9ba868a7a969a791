import {
  continuous,
  here,
  locked,
  nightly,
  other,
  role,
  scannerRole,
  table,
  vaultArn,
  volume,
} from "../world";
import { emptyPages, manyTags, nothing, type Provocation, type Provocations, times } from "./provocations";

const unknownPoint = `arn:aws:backup:us-east-1:${here}:recovery-point:11111111-2222-4333-8444-555555555555`;
const wrongPeriod: Provocation = () => ({ AggregationPeriod: "ONE_YEAR" });

const backUp = { ...nightly, ResourceArn: table, IamRoleArn: role };

const copy = {
  SourceBackupVaultName: "nightly",
  DestinationBackupVaultArn: vaultArn("copies"),
  IamRoleArn: role,
};
const copyOf =
  (rest: object): Provocation =>
  ({ ids }) => ({ ...copy, RecoveryPointArn: ids.rows.RecoveryPointArn, ...rest });

const restore = { IamRoleArn: role, Metadata: { targetTableName: "new" } };

const scan = {
  ...nightly,
  IamRoleArn: role,
  ScannerRoleArn: scannerRole,
  MalwareScanner: "GUARDDUTY",
  ScanMode: "FULL_SCAN",
} as const;
const scanOf =
  (rest: object): Provocation =>
  ({ ids }) => ({ ...scan, RecoveryPointArn: ids.disk.RecoveryPointArn, ...rest });

const results = { ...continuous, ScanEndTime: new Date("2026-02-28T00:00:00Z"), MalwareScanner: "GUARDDUTY" };

export const jobProvocations = {
  DescribeBackupJob: {
    InvalidParameterValue: () => ({ BackupJobId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ BackupJobId: "none" }),
  },
  DescribeCopyJob: {
    InvalidParameterValue: () => ({ CopyJobId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ CopyJobId: "none" }),
  },
  DescribeRestoreJob: {
    InvalidParameterValue: () => ({ RestoreJobId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ RestoreJobId: "none" }),
  },
  DescribeScanJob: {
    InvalidParameterValue: () => ({ ScanJobId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ScanJobId: "none" }),
  },
  GetPITRMalwareScanResults: {
    InvalidParameterValue: ({ ids }) => ({ ...results, RecoveryPointArn: ids.disk.RecoveryPointArn }),
    MissingParameterValue: () => continuous,
    ResourceNotFound: () => ({ ...results, RecoveryPointArn: unknownPoint }),
  },
  GetRestoreJobMetadata: {
    InvalidParameterValue: () => ({ RestoreJobId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ RestoreJobId: "none" }),
  },
  ListBackupJobs: { InvalidParameterValue: () => ({ ByState: "DONE" }) },
  ListBackupJobSummaries: { InvalidParameterValue: wrongPeriod },
  ListCopyJobs: { InvalidParameterValue: () => ({ NextToken: "made up" }) },
  ListCopyJobSummaries: { InvalidParameterValue: wrongPeriod },
  ListRestoreJobs: { InvalidParameterValue: () => ({ ByStatus: "DONE" }) },
  ListRestoreJobsByProtectedResource: {
    InvalidParameterValue: () => ({ ResourceArn: "orders" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ResourceArn: `${table}-never-backed-up` }),
  },
  ListRestoreJobSummaries: { InvalidParameterValue: wrongPeriod },
  ListScanJobs: { InvalidParameterValue: emptyPages },
  ListScanJobSummaries: { InvalidParameterValue: wrongPeriod },
  PutRestoreValidationResult: {
    InvalidParameterValue: ({ ids }) => ({ RestoreJobId: ids.testedBy, ValidationStatus: "GOOD" }),
    async InvalidRequest({ backup, ids }) {
      const input = { RestoreJobId: ids.testedBy, ValidationStatus: "SUCCESSFUL" as const };
      await backup.putRestoreValidationResult(input);
      return input;
    },
    MissingParameterValue: ({ ids }) => ({ RestoreJobId: ids.testedBy }),
    ResourceNotFound: () => ({ RestoreJobId: "none", ValidationStatus: "SUCCESSFUL" }),
  },
  StartBackupJob: {
    InvalidParameterValue: () => ({ ...backUp, StartWindowMinutes: 59 }),
    InvalidRequest: () => ({ ...backUp, BackupVaultName: "gapped" }),
    LimitExceeded: () => ({ ...backUp, RecoveryPointTags: manyTags }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => ({ ...backUp, ResourceArn: `${table}-unknown` }),
  },
  StartCopyJob: {
    InvalidParameterValue: copyOf({ DestinationBackupVaultArn: "copies" }),
    InvalidRequest: copyOf({ RecoveryPointArn: continuous.RecoveryPointArn }),
    async LimitExceeded({ backup, ids }) {
      const { RecoveryPointArn } = ids.rows;
      const away = { DestinationBackupVaultArn: vaultArn("copies").replace(here, other) };
      await times(30, () => backup.startCopyJob({ ...copy, ...away, RecoveryPointArn }));
      return { ...copy, ...away, RecoveryPointArn };
    },
    MissingParameterValue: () => copy,
    ResourceNotFound: copyOf({ RecoveryPointArn: unknownPoint }),
  },
  StartRestoreJob: {
    InvalidParameterValue: ({ ids }) => ({ ...restore, ...ids.rows, Metadata: { colour: "blue" } }),
    async InvalidRequest({ aws, backup }) {
      const { BackupJobId } = await backup.startBackupJob({ ...backUp, ResourceArn: volume });
      await aws.clock.advance("15 seconds");
      const { RecoveryPointArn } = await backup.describeBackupJob({ BackupJobId });
      return { ...restore, RecoveryPointArn, Metadata: { availabilityZone: "us-east-1a" } };
    },
    MissingParameterValue: ({ ids }) => ids.rows,
    ResourceNotFound: () => ({ ...restore, RecoveryPointArn: unknownPoint }),
  },
  StartScanJob: {
    InvalidParameterValue: scanOf({ ScanMode: "FULL_SCAN", ContinuousScanEndTime: new Date("2026-02-28") }),
    InvalidRequest: ({ ids }) => ({ ...scan, RecoveryPointArn: ids.rows.RecoveryPointArn }),
    async LimitExceeded({ backup, ids }) {
      const { RecoveryPointArn } = ids.disk;
      await backup.startScanJob({ ...scan, RecoveryPointArn });
      return { ...scan, RecoveryPointArn };
    },
    MissingParameterValue: () => scan,
    ResourceNotFound: scanOf(locked),
  },
  StopBackupJob: {
    InvalidParameterValue: () => ({ BackupJobId: 7 }),
    InvalidRequest: ({ ids }) => ids.rows,
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ BackupJobId: "none" }),
  },
} satisfies Partial<Provocations>;
