import { BackupVaultEvent } from "@aws-sdk/client-backup";
import { account, accountId, orders, role, rule, tableArn, vaultArn } from "./support";

const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const bucket = "arn:aws:s3:::orders";
const stack = `arn:aws:cloudformation:us-east-1:${accountId}:stack/shop/5c9be0a0-0000-11f0-8b2e-0a0b0c0d0e0f`;
const queue = `arn:aws:sqs:us-east-1:${accountId}:queue`;
const scannerRole = `arn:aws:iam::${accountId}:role/scanner`;

const deprecated = /^(BACKUP_JOB_(SUCCESSFUL|FAILED|EXPIRED)|RESTORE_JOB_(SUCCESSFUL|FAILED)|BACKUP_PLAN_)/;
/** All events for which a vault can send notifications. */
export const allVaultEvents = Object.values(BackupVaultEvent).filter(name => !deprecated.test(name));
export const topic = `arn:aws:sns:us-east-1:${accountId}:backups`;

/** An account in which AWS Backup emits every kind of event within a few days. */
export async function accountWithAllEvents() {
  const scenario = account(
    { now: "2026-03-01T00:00:00Z" },
    {
      backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "offsite" }] },
      resources: [
        { arn: orders },
        { arn: volume, infected: true },
        { arn: bucket },
        { arn: stack, members: [orders, queue] },
      ],
    },
  );
  const { aws, backup, start, points } = scenario;
  const BackupVaultName = "nightly";
  await backup.putBackupVaultNotifications({
    BackupVaultName,
    SNSTopicArn: topic,
    BackupVaultEvents: allVaultEvents,
  });
  const newest = async (resource: string) =>
    (await points()).filter(({ ResourceArn }) => ResourceArn === resource).at(-1)?.RecoveryPointArn;
  const backUp = async (resource = orders, more = {}) => {
    await start(resource, more);
    await aws.settle();
    return newest(resource);
  };

  await settingsAndVaults(scenario);
  await backupsInAllFinalStates(scenario, backUp);
  const point = await backUp(orders, { Lifecycle: { DeleteAfterDays: 30 } });
  await copiesAndRestores(scenario, point);
  await plans(scenario);
  await scansAndIndexes(scenario, backUp);
  await endsOfPoints(scenario, backUp);
  return scenario;
}

type Scenario = ReturnType<typeof account>;
type BackUp = (resource?: string, more?: object) => Promise<string | undefined>;

async function settingsAndVaults({ backup }: Scenario) {
  await backup.updateRegionSettings({ ResourceTypeOptInPreference: { FSx: true } });
  await backup.createBackupVault({ BackupVaultName: "short-lived" });
  await backup.putBackupVaultLockConfiguration({ BackupVaultName: "short-lived", MaxRetentionDays: 10 });
  await backup.deleteBackupVault({ BackupVaultName: "short-lived" });
}

async function backupsInAllFinalStates({ aws, backup, start }: Scenario, backUp: BackUp) {
  for (const state of ["FAILED", "EXPIRED", "PARTIAL"] as const) {
    aws.nextJob({ type: "backup" }).fails("no space left", { state });
    await backUp();
  }
  await backup.stopBackupJob({ BackupJobId: await start() });
  await aws.settle();
  await backUp(stack);
  // The second job waits and retries.
  await start();
  await backUp();
}

async function copiesAndRestores({ aws, backup }: Scenario, RecoveryPointArn: string | undefined) {
  const from = { RecoveryPointArn, IamRoleArn: role };
  for (const state of [undefined, "FAILED", "PARTIAL"] as const) {
    if (state) aws.nextJob({ type: "copy" }).fails("not enough rights", { state });
    await backup.startCopyJob({
      ...from,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("offsite"),
    });
    await aws.settle();
  }
  for (const state of [undefined, "FAILED", "ABORTED"] as const) {
    if (state) aws.nextJob({ type: "restore" }).fails("no such key", { state });
    await backup.startRestoreJob({ ...from, Metadata: { targetTableName: `restored-${state}` } });
    await aws.settle();
  }
}

async function plans({ aws, backup, plan }: Scenario) {
  const BackupPlanId = await plan(
    [
      rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 20 } }),
      rule({
        RuleName: "watched",
        ScheduleExpression: "cron(0 14 ? * * *)",
        CopyActions: [{ DestinationBackupVaultArn: vaultArn("offsite") }],
        IndexActions: [{ ResourceTypes: ["EBS"] }],
        ScanActions: [{ MalwareScanner: "GUARDDUTY", ScanMode: "FULL_SCAN" }],
      }),
    ],
    { Resources: [bucket, volume] },
    {
      ScanSettings: [{ MalwareScanner: "GUARDDUTY", ResourceTypes: ["EBS"], ScannerRoleArn: scannerRole }],
    },
  );
  await backup.createRestoreTestingPlan({
    RestoreTestingPlan: {
      RestoreTestingPlanName: "restores",
      ScheduleExpression: "cron(0 10 ? * * *)",
      RecoveryPointSelection: {
        Algorithm: "LATEST_WITHIN_WINDOW",
        IncludeVaults: ["*"],
        RecoveryPointTypes: ["SNAPSHOT"],
      },
    },
  });
  await backup.createRestoreTestingSelection({
    RestoreTestingPlanName: "restores",
    RestoreTestingSelection: {
      RestoreTestingSelectionName: "tables",
      ProtectedResourceType: "DynamoDB",
      IamRoleArn: role,
      ProtectedResourceArns: [orders],
    },
  });
  await aws.clock.advance("1 day");
  const point = [...aws.state.backup.recoveryPoints].find(({ Status }) => Status === "AVAILABLE");
  await backup.disassociateRecoveryPoint({
    BackupVaultName: "nightly",
    RecoveryPointArn: point?.RecoveryPointArn,
  });
  const changed = { BackupPlanName: "plan", Rules: [rule()] };
  await backup.updateBackupPlan({ BackupPlanId, BackupPlan: changed });
  const { BackupSelectionsList = [] } = await backup.listBackupSelections({ BackupPlanId });
  for (const { SelectionId } of BackupSelectionsList) {
    await backup.deleteBackupSelection({ BackupPlanId, SelectionId });
  }
  await backup.deleteBackupPlan({ BackupPlanId });
}

async function scansAndIndexes({ aws, backup }: Scenario, backUp: BackUp) {
  const BackupVaultName = "nightly";
  const scan = async (RecoveryPointArn?: string, ScanBaseRecoveryPointArn?: string) => {
    await backup.startScanJob({
      BackupVaultName,
      RecoveryPointArn,
      IamRoleArn: role,
      ScannerRoleArn: scannerRole,
      MalwareScanner: "GUARDDUTY",
      ScanMode: ScanBaseRecoveryPointArn ? "INCREMENTAL_SCAN" : "FULL_SCAN",
      ScanBaseRecoveryPointArn,
    });
    await aws.settle();
  };
  const RecoveryPointArn = await backUp(volume);
  for (const state of ["FAILED", "PARTIAL", "ABORTED"] as const) {
    aws.nextJob({ type: "scan" }).fails("Scan job was stopped by user.", { state });
    await scan(RecoveryPointArn);
  }
  await scan(RecoveryPointArn);
  await scan(await backUp(volume), RecoveryPointArn);
  const index = async (Index: "ENABLED" | "DISABLED") => {
    await backup.updateRecoveryPointIndexSettings({
      BackupVaultName,
      RecoveryPointArn,
      IamRoleArn: role,
      Index,
    });
    await aws.settle();
  };
  aws.nextJob({ type: "index" }).fails("No files were found.");
  await index("ENABLED");
  await index("ENABLED");
  await index("DISABLED");
}

/** One point is deleted by hand, one by its lifecycle, and one is protected by its vault's policy. */
async function endsOfPoints({ aws, backup }: Scenario, backUp: BackUp) {
  const kept = tableArn("kept");
  aws.seed({ resources: [{ arn: kept }] });
  const BackupVaultName = "nightly";
  await backup.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn: await backUp() });
  await backUp(orders, { Lifecycle: { DeleteAfterDays: 1 } });
  await aws.clock.advance("2 days");
  const RecoveryPointArn = await backUp(kept, { Lifecycle: { DeleteAfterDays: 1 } });
  await backup.updateRecoveryPointLifecycle({
    BackupVaultName,
    RecoveryPointArn,
    Lifecycle: { DeleteAfterDays: 2 },
  });
  const Statement = { Effect: "Deny", Principal: "*", Action: "backup:DeleteRecoveryPoint", Resource: "*" };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [Statement] });
  await backup.putBackupVaultAccessPolicy({ BackupVaultName, Policy });
  await aws.clock.advance("3 days");
}
