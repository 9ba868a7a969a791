import type { Backup } from "@aws-sdk/client-backup";
import type { FSx } from "@aws-sdk/client-fsx";
import type { Duration, MockAws, MockOptions } from "aws-backup-mock";
import { sendNewer } from "../../services/backup/operations/access-points";
import { requests } from "../../services/fsx/account";
import { role } from "../generators/operations/common";

/** What a scenario works with. */
export interface ScenarioTools {
  readonly aws: MockAws;
  readonly backup: Backup;
  readonly fsx: FSx;
  advance(duration: Duration): Promise<void>;
}

/** A scenario of steps that random scenarios rarely reach. */
interface RareScenario {
  readonly options?: MockOptions;
  readonly run: (tools: ScenarioTools) => Promise<void>;
}

const home = "123456789012";
const volume = `arn:aws:ec2:us-east-1:${home}:volume/vol-0123456789abcdef0`;
const table = (name: string) => `arn:aws:dynamodb:us-east-1:${home}:table/${name}`;
const bucket = "arn:aws:s3:::a-bucket";
const inDefault = { BackupVaultName: "Default", IamRoleArn: role };

const tables = Array.from({ length: 41 }, (_, index) => table(`t${index}`));

/** Each runs in an account of its own. */
export const rareScenarios: Readonly<Record<string, RareScenario>> = {
  "backup jobs that are stopped, or miss their start or completion window": {
    async run({ aws, backup, advance }) {
      aws.seed({ resources: [{ arn: volume }] });
      const start = () =>
        backup.startBackupJob({
          ...inDefault,
          ResourceArn: volume,
          StartWindowMinutes: 60,
          CompleteWindowMinutes: 120,
        });
      const { BackupJobId } = await start();
      await advance("15 s");
      await backup.stopBackupJob({ BackupJobId });
      await advance("1 min");
      aws.nextJob({ type: "backup" }).takes("3 hours");
      await start();
      await advance("15 s");
      await start();
      await advance("3 hours");
    },
  },
  "an access point of a bucket's backup that is deleted": {
    async run({ aws, backup, advance }) {
      const RecoveryPointArn = `arn:aws:backup:us-east-1:${home}:recovery-point:a-bucket-1`;
      aws.seed({
        resources: [{ arn: bucket }],
        backup: { recoveryPoints: [{ RecoveryPointArn, ResourceArn: bucket }] },
      });
      await sendNewer(backup, "CreateBackupAccessPoint", { Name: "a-view", RecoveryPointArn });
      await advance("5 minutes");
      const [point] = aws.state.backup.accessPoints;
      await sendNewer(backup, "DeleteBackupAccessPoint", { AccessPointArn: point?.AccessPointArn });
      await advance("5 minutes");
    },
  },
  "a recovery point that moves to cold storage": {
    async run({ aws, backup, advance }) {
      aws.seed({ resources: [{ arn: table("orders") }] });
      const Lifecycle = { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 95 };
      await backup.startBackupJob({ ...inDefault, ResourceArn: table("orders"), Lifecycle });
      await advance("96 days");
    },
  },
  "a composite recovery point whose copy expires, and whose nested points are disassociated": {
    async run({ aws, backup, advance }) {
      const stack = `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`;
      const members = [volume, table("orders")];
      aws.seed({
        resources: [...members.map(arn => ({ arn })), { arn: stack, members }],
        backup: { vaults: [{ BackupVaultName: "copies" }] },
      });
      await backup.startBackupJob({ ...inDefault, ResourceArn: stack });
      await advance("1 hour");
      const points = [...aws.state.backup.recoveryPoints];
      await backup.startCopyJob({
        RecoveryPointArn: points.find(({ IsParent }) => IsParent)?.RecoveryPointArn,
        SourceBackupVaultName: "Default",
        DestinationBackupVaultArn: aws.state.backup.vaults.get("copies")?.BackupVaultArn,
        IamRoleArn: role,
      });
      await advance("31 days");
      for (const { RecoveryPointArn, IsParent } of points) {
        if (IsParent) continue;
        await backup.disassociateRecoveryPointFromParent({ BackupVaultName: "Default", RecoveryPointArn });
      }
    },
  },
  "a continuous backup with an index, disassociated from its vault": {
    async run({ aws, backup, advance }) {
      aws.seed({ resources: [{ arn: bucket }] });
      const { BackupPlanId } = await backup.createBackupPlan({
        BackupPlan: {
          BackupPlanName: "continuous",
          Rules: [
            {
              RuleName: "daily",
              TargetBackupVaultName: "Default",
              ScheduleExpression: "cron(0 5 * * ? *)",
              EnableContinuousBackup: true,
              Lifecycle: { DeleteAfterDays: 35 },
            },
          ],
        },
      });
      const BackupSelection = { SelectionName: "bucket", IamRoleArn: role, Resources: [bucket] };
      await backup.createBackupSelection({ BackupPlanId, BackupSelection });
      await advance("25 hours");
      const [point] = aws.state.backup.recoveryPoints;
      const named = { BackupVaultName: "Default", RecoveryPointArn: point?.RecoveryPointArn };
      await backup.updateRecoveryPointIndexSettings({ ...named, IamRoleArn: role, Index: "ENABLED" });
      await advance("2 days");
      await backup.updateRecoveryPointIndexSettings({ ...named, Index: "DISABLED" });
      await backup.disassociateRecoveryPoint(named);
      await advance("1 hour");
    },
  },
  "more indexes than can be created at a time": {
    options: { quotas: { indexesAtATimePerResource: 1 } },
    async run({ aws, backup, advance }) {
      aws.seed({
        resources: [{ arn: volume }],
        backup: { recoveryPoints: [{ ResourceArn: volume }, { ResourceArn: volume }] },
      });
      for (const { RecoveryPointArn } of aws.state.backup.recoveryPoints) {
        await backup.updateRecoveryPointIndexSettings({
          BackupVaultName: "Default",
          RecoveryPointArn,
          IamRoleArn: role,
          Index: "ENABLED",
        });
      }
      await advance("1 day");
    },
  },
  "a legal hold whose record is removed": {
    async run({ backup, advance }) {
      const { LegalHoldId } = await backup.createLegalHold({ Title: "audit", Description: "2030" });
      await advance("1 hour");
      await backup.cancelLegalHold({ LegalHoldId, CancelDescription: "over", RetainRecordInDays: 1 });
      await advance("2 days");
    },
  },
  "approval requests that time out": {
    options: {
      // Only access to one vault is approved in time; its revocation is not.
      durations: {
        approvalSession: vault =>
          Reflect.get(vault, "BackupVaultName") === "in-use" && !Reflect.has(vault, "VaultState")
            ? "5 min"
            : "25 hours",
      },
    },
    async run({ aws, backup, advance }) {
      await backup.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } });
      const gapped = { BackupVaultName: "gapped" };
      const { BackupVaultArn } = await backup.createLogicallyAirGappedBackupVault({
        ...gapped,
        MinRetentionDays: 7,
        MaxRetentionDays: 30,
      });
      await advance("1 hour");
      await backup.associateBackupVaultMpaApprovalTeam({
        ...gapped,
        MpaApprovalTeamArn: `arn:aws:mpa:us-east-1:${home}:approval-team/team`,
      });
      for (const BackupVaultName of ["in-use", "timed-out"]) {
        await backup.createRestoreAccessBackupVault({
          SourceBackupVaultArn: BackupVaultArn,
          BackupVaultName,
        });
        await advance("1 hour");
      }
      const [access] = aws.state.backup.restoreAccesses;
      const RestoreAccessBackupVaultArn = access?.RestoreAccessBackupVaultArn;
      await backup.revokeRestoreAccessBackupVault({ ...gapped, RestoreAccessBackupVaultArn });
      await backup.disassociateBackupVaultMpaApprovalTeam(gapped);
      await advance("26 hours");
    },
  },
  "more restore tests than can run at a time": {
    options: { durations: { restoreJob: "2 hours" } },
    async run({ aws, backup, advance }) {
      aws.seed({
        resources: tables.map(arn => ({ arn })),
        backup: { recoveryPoints: tables.map(ResourceArn => ({ ResourceArn })) },
      });
      const RestoreTestingPlanName = "daily";
      await backup.createRestoreTestingPlan({
        RestoreTestingPlan: {
          RestoreTestingPlanName,
          ScheduleExpression: "cron(0 5 ? * * *)",
          StartWindowHours: 1,
          RecoveryPointSelection: {
            Algorithm: "LATEST_WITHIN_WINDOW",
            IncludeVaults: ["*"],
            RecoveryPointTypes: ["SNAPSHOT"],
          },
        },
      });
      await backup.createRestoreTestingSelection({
        RestoreTestingPlanName,
        RestoreTestingSelection: {
          RestoreTestingSelectionName: "tables",
          ProtectedResourceType: "DynamoDB",
          IamRoleArn: role,
          ProtectedResourceArns: ["*"],
        },
      });
      await advance("26 hours");
    },
  },
  "a misconfigured file system": {
    async run({ aws, fsx, advance }) {
      aws.seed({ fsx: { fileSystems: [{ ...requests.windows, Lifecycle: "MISCONFIGURED_UNAVAILABLE" }] } });
      const [{ FileSystemId } = {}] = aws.state.fsx.fileSystems;
      await fsx.startMisconfiguredStateRecovery({ FileSystemId });
      await advance("1 day");
    },
  },
  "a storage increase, and backups that are transferred and copied": {
    async run({ aws, fsx, advance }) {
      aws.seed({ fsx: { fileSystems: [requests.lustre] } });
      const [{ FileSystemId } = {}] = aws.state.fsx.fileSystems;
      await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 2_400 });
      await advance("1 day");
      const { Backup: { BackupId } = {} } = await fsx.createBackup({ FileSystemId });
      await advance("1 day");
      await fsx.copyBackup({ SourceBackupId: BackupId });
      await advance("1 day");
    },
  },
  "a volume that is deleted": {
    async run({ aws, fsx, advance }) {
      aws.seed({ fsx: { fileSystems: [requests.openzfs] } });
      await advance("1 hour");
      const [root] = aws.state.fsx.volumes;
      const { Volume: { VolumeId } = {} } = await fsx.createVolume({
        VolumeType: "OPENZFS",
        Name: "data",
        OpenZFSConfiguration: { ParentVolumeId: root?.VolumeId },
      });
      await advance("1 hour");
      await fsx.deleteVolume({ VolumeId });
      await advance("1 hour");
    },
  },
};
