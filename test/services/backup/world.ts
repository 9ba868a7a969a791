import { Backup, type RestoreTestingPlanForCreate } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";

export const here = "123456789012";
export const other = "222222222222";
/** Of no organization. */
export const outside = "333333333333";
export const role = `arn:aws:iam::${here}:role/backup`;
export const scannerRole = `arn:aws:iam::${here}:role/scanner`;
export const team = `arn:aws:mpa:us-east-1:${here}:approval-team/owners`;
export const topic = `arn:aws:sns:us-east-1:${here}:backups`;

/** Resources of services that are not modelled. */
export const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
export const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
export const database = `arn:aws:rds:us-east-1:${here}:db:orders`;
export const bucket = "arn:aws:s3:::orders";
export const stack = `arn:aws:cloudformation:us-east-1:${here}:stack/shop/11111111-2222-4333-8444-555555555555`;

export const vaultArn = (name: string): string => `arn:aws:backup:us-east-1:${here}:backup-vault:${name}`;

export const denyAll = (action: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: `backup:${action}`, Resource: "*" }],
  });

/** The access policy of a vault that another account copies into. */
export const admits = (accountId: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: "backup:CopyIntoBackupVault",
        Resource: "*",
      },
    ],
  });

/** The vault that most of the story takes place in, and the others. */
export const nightly = { BackupVaultName: "nightly" };
export const copies = { BackupVaultName: "copies" };
export const locked = { BackupVaultName: "locked" };
export const gapped = { BackupVaultName: "gapped" };

export const continuous = {
  ...nightly,
  RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:orders-0a1b2c3d`,
};

export const dailyRule = {
  RuleName: "daily",
  TargetBackupVaultName: "nightly",
  ScheduleExpression: "cron(0 5 ? * * *)",
  Lifecycle: { DeleteAfterDays: 35 },
};
export const dailyPlan = { BackupPlanName: "daily", Rules: [dailyRule] };
export const selection = { SelectionName: "tables", IamRoleArn: role, Resources: [table] };

export const controls = [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }];
export const reportPlan = {
  ReportPlanName: "jobs",
  ReportDeliveryChannel: { S3BucketName: "orders" },
  ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
};

export const testingPlan = {
  RestoreTestingPlanName: "tests",
  ScheduleExpression: "cron(0 1 ? * * *)",
  RecoveryPointSelection: {
    Algorithm: "LATEST_WITHIN_WINDOW",
    IncludeVaults: [vaultArn("nightly")],
    RecoveryPointTypes: ["SNAPSHOT"],
  },
} satisfies RestoreTestingPlanForCreate;
export const testingSelection = {
  RestoreTestingSelectionName: "tables",
  ProtectedResourceType: "DynamoDB",
  ProtectedResourceArns: [table],
  IamRoleArn: role,
  ValidationWindowHours: 8,
};

export const tiering = {
  TieringConfigurationName: "cheap",
  ...nightly,
  ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 90 }],
};

/** What is known to be there. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The value is undefined.");
  return value;
}

type Started = Promise<{ readonly BackupJobId?: string | undefined }>;

/** The clients of a scenario, with functions that wait for jobs. */
export class ScenarioClients {
  readonly aws: MockAws;
  readonly backup: Backup;
  /** In another account. */
  readonly elsewhere: Backup;
  readonly efs: EFS;

  constructor(aws: MockAws) {
    this.aws = aws;
    this.backup = aws.attach(new Backup({ region: "us-east-1" }));
    this.elsewhere = aws.in({ accountId: other }).attach(new Backup({ region: "us-east-1" }));
    this.efs = aws.attach(new EFS({ region: "us-east-1" }));
  }

  /** Backs a resource up and waits until that is done. */
  async backUp(ResourceArn: string, more: { readonly Index?: "ENABLED" } = {}) {
    const job = this.backup.startBackupJob({ ...nightly, ResourceArn, IamRoleArn: role, ...more });
    return this.done(job);
  }

  async done(job: Started) {
    const { BackupJobId } = await job;
    await this.aws.settle();
    const described = await this.backup.describeBackupJob({ BackupJobId });
    return { BackupJobId: known(BackupJobId), RecoveryPointArn: known(described.RecoveryPointArn) };
  }
}

async function vaults({ aws, backup }: ScenarioClients): Promise<void> {
  await backup.putBackupVaultNotifications({
    ...nightly,
    SNSTopicArn: topic,
    BackupVaultEvents: ["BACKUP_JOB_COMPLETED"],
  });
  await backup.putBackupVaultAccessPolicy({ ...copies, Policy: denyAll("DeleteRecoveryPoint") });
  await backup.putBackupVaultLockConfiguration({ ...locked, MinRetentionDays: 7 });
  await backup.createLogicallyAirGappedBackupVault({ ...gapped, MinRetentionDays: 7, MaxRetentionDays: 365 });
  await aws.settle();
  await backup.associateBackupVaultMpaApprovalTeam({ ...gapped, MpaApprovalTeamArn: team });
  await backup.createRestoreAccessBackupVault({
    SourceBackupVaultArn: vaultArn("gapped"),
    BackupVaultName: "access",
  });
  await backup.createTieringConfiguration({ TieringConfiguration: tiering });
  await aws.settle();
}

/** A table is backed up, copied and restored; a file system, a volume and a stack are backed up as well. */
async function backups(clients: ScenarioClients, fileSystem: string) {
  const { aws, backup } = clients;
  const file = await clients.backUp(fileSystem);
  const disk = await clients.backUp(volume, { Index: "ENABLED" });
  const rows = await clients.backUp(table);
  const whole = await clients.backUp(stack);
  const scan = await backup.startScanJob({
    ...nightly,
    RecoveryPointArn: disk.RecoveryPointArn,
    IamRoleArn: role,
    ScannerRoleArn: scannerRole,
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
  });
  const copy = await backup.startCopyJob({
    RecoveryPointArn: rows.RecoveryPointArn,
    SourceBackupVaultName: "nightly",
    DestinationBackupVaultArn: vaultArn("copies"),
    IamRoleArn: role,
  });
  const restore = await backup.startRestoreJob({
    RecoveryPointArn: rows.RecoveryPointArn,
    IamRoleArn: role,
    Metadata: { targetTableName: "orders-restored" },
  });
  await aws.settle();
  return {
    file,
    disk,
    rows,
    whole,
    ScanJobId: known(scan.ScanJobId),
    CopyJobId: known(copy.CopyJobId),
    RestoreJobId: known(restore.RestoreJobId),
  };
}

async function plans({ backup }: ScenarioClients) {
  const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan: dailyPlan });
  const chosen = await backup.createBackupSelection({ BackupPlanId, BackupSelection: selection });
  return { BackupPlanId: known(BackupPlanId), SelectionId: known(chosen.SelectionId) };
}

async function audits({ aws, backup }: ScenarioClients) {
  await backup.createFramework({ FrameworkName: "audit", FrameworkControls: controls });
  await backup.createReportPlan(reportPlan);
  const { LegalHoldId } = await backup.createLegalHold({
    Title: "case 7",
    Description: "The copies of case 7",
    RecoveryPointSelection: { VaultNames: ["copies"] },
  });
  await aws.settle();
  const { ReportJobId } = await backup.startReportJob({ ReportPlanName: "jobs" });
  await aws.settle();
  return { LegalHoldId: known(LegalHoldId), ReportJobId: known(ReportJobId) };
}

/** The table is restored for a test, and may still be validated. */
async function restoreTests({ aws, backup }: ScenarioClients) {
  await backup.createRestoreTestingPlan({ RestoreTestingPlan: testingPlan });
  await backup.createRestoreTestingSelection({
    RestoreTestingPlanName: "tests",
    RestoreTestingSelection: testingSelection,
  });
  await aws.clock.advance("1 hour");
  await aws.settle();
  const { RestoreJobs = [] } = await backup.listRestoreJobs({});
  const job = RestoreJobs.find(({ CreatedBy }) => CreatedBy?.RestoreTestingPlanArn);
  return { testedBy: known(job?.RestoreJobId) };
}

/** An account in which there is everything that AWS Backup knows of; no time passes in it by itself. */
export async function richWorld() {
  const aws = mockAws({ clock: "manual", now: "2026-03-01T00:00:00Z", organization: [here, other] });
  aws.seed({
    backup: {
      vaults: [nightly, copies, locked],
      recoveryPoints: [
        {
          ...continuous,
          ResourceArn: bucket,
          Status: "AVAILABLE",
          CreationDate: "10 days ago",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
    resources: [
      { arn: table, name: "orders", tags: { backup: "daily" } },
      { arn: volume },
      { arn: database },
      { arn: bucket },
      { arn: stack, members: [table, volume] },
    ],
  });
  const clients = new ScenarioClients(aws);
  const { FileSystemArn } = await clients.efs.createFileSystem({});
  await aws.settle();
  const fileSystem = known(FileSystemArn);
  await vaults(clients);
  const ids = {
    fileSystem,
    ...(await plans(clients)),
    ...(await backups(clients, fileSystem)),
    ...(await audits(clients)),
    ...(await restoreTests(clients)),
  };
  return Object.assign(clients, { ids });
}

export type RichWorld = Awaited<ReturnType<typeof richWorld>>;
