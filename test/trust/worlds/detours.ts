import type { Backup } from "@aws-sdk/client-backup";
import type { FSx } from "@aws-sdk/client-fsx";
import type { Duration, MockAws, MockOptions } from "aws-backup-mock";
import { requests } from "../../services/fsx/account";
import { role } from "./recipes/common";

/** What a detour is told with. */
export interface Guide {
  readonly aws: MockAws;
  readonly backup: Backup;
  readonly fsx: FSx;
  pass(duration: Duration): Promise<void>;
}

/** A story that comes by what random ones seldom do. */
interface Detour {
  readonly options?: MockOptions;
  readonly tell: (guide: Guide) => Promise<void>;
}

const home = "123456789012";
const volume = `arn:aws:ec2:us-east-1:${home}:volume/vol-0123456789abcdef0`;
const table = (name: string) => `arn:aws:dynamodb:us-east-1:${home}:table/${name}`;
const bucket = "arn:aws:s3:::a-bucket";
const inDefault = { BackupVaultName: "Default", IamRoleArn: role };

const tables = Array.from({ length: 41 }, (_, index) => table(`t${index}`));

/** Each of a kind of its own, so that nothing of one is in the way of another. */
export const detours: Readonly<Record<string, Detour>> = {
  "backup jobs that are stopped, wait for too long or take too long": {
    async tell({ aws, backup, pass }) {
      aws.seed({ resources: [{ arn: volume }] });
      const start = () =>
        backup.startBackupJob({
          ...inDefault,
          ResourceArn: volume,
          StartWindowMinutes: 60,
          CompleteWindowMinutes: 120,
        });
      const { BackupJobId } = await start();
      await pass("15 s");
      await backup.stopBackupJob({ BackupJobId });
      await pass("1 min");
      aws.nextJob({ type: "backup" }).takes("3 hours");
      await start();
      await pass("15 s");
      await start();
      await pass("3 hours");
    },
  },
  "a point that goes to cold storage": {
    async tell({ aws, backup, pass }) {
      aws.seed({ resources: [{ arn: table("orders") }] });
      const Lifecycle = { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 95 };
      await backup.startBackupJob({ ...inDefault, ResourceArn: table("orders"), Lifecycle });
      await pass("96 days");
    },
  },
  "a composite whose copy is forgotten, and which its members leave": {
    async tell({ aws, backup, pass }) {
      const stack = `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`;
      const members = [volume, table("orders")];
      aws.seed({
        resources: [...members.map(arn => ({ arn })), { arn: stack, members }],
        backup: { vaults: [{ BackupVaultName: "copies" }] },
      });
      await backup.startBackupJob({ ...inDefault, ResourceArn: stack });
      await pass("1 hour");
      const points = [...aws.state.backup.recoveryPoints];
      await backup.startCopyJob({
        RecoveryPointArn: points.find(({ IsParent }) => IsParent)?.RecoveryPointArn,
        SourceBackupVaultName: "Default",
        DestinationBackupVaultArn: aws.state.backup.vaults.get("copies")?.BackupVaultArn,
        IamRoleArn: role,
      });
      await pass("31 days");
      for (const { RecoveryPointArn, IsParent } of points) {
        if (IsParent) continue;
        await backup.disassociateRecoveryPointFromParent({ BackupVaultName: "Default", RecoveryPointArn });
      }
    },
  },
  "a continuous backup with an index, which is let go": {
    async tell({ aws, backup, pass }) {
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
      await pass("25 hours");
      const [point] = aws.state.backup.recoveryPoints;
      const named = { BackupVaultName: "Default", RecoveryPointArn: point?.RecoveryPointArn };
      await backup.updateRecoveryPointIndexSettings({ ...named, Index: "ENABLED" });
      await pass("2 days");
      await backup.updateRecoveryPointIndexSettings({ ...named, Index: "DISABLED" });
      await backup.disassociateRecoveryPoint(named);
      await pass("1 hour");
    },
  },
  "more indexes than are built at a time": {
    options: { quotas: { indexesAtATimePerResource: 1 } },
    async tell({ aws, backup, pass }) {
      aws.seed({
        resources: [{ arn: volume }],
        backup: { recoveryPoints: [{ ResourceArn: volume }, { ResourceArn: volume }] },
      });
      for (const { RecoveryPointArn } of aws.state.backup.recoveryPoints) {
        await backup.updateRecoveryPointIndexSettings({
          BackupVaultName: "Default",
          RecoveryPointArn,
          Index: "ENABLED",
        });
      }
      await pass("1 day");
    },
  },
  "a legal hold that is not even remembered": {
    async tell({ backup, pass }) {
      const { LegalHoldId } = await backup.createLegalHold({ Title: "audit", Description: "2030" });
      await pass("1 hour");
      await backup.cancelLegalHold({ LegalHoldId, CancelDescription: "over", RetainRecordInDays: 1 });
      await pass("2 days");
    },
  },
  "approval teams that do not answer": {
    options: {
      // Only the access to one vault is granted in time; what is asked of it later is not.
      durations: {
        approvalSession: vault =>
          Reflect.get(vault, "BackupVaultName") === "in-use" && !Reflect.has(vault, "VaultState")
            ? "5 min"
            : "25 hours",
      },
    },
    async tell({ aws, backup, pass }) {
      await backup.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } });
      const gapped = { BackupVaultName: "gapped" };
      const { BackupVaultArn } = await backup.createLogicallyAirGappedBackupVault({
        ...gapped,
        MinRetentionDays: 7,
        MaxRetentionDays: 30,
      });
      await pass("1 hour");
      await backup.associateBackupVaultMpaApprovalTeam({
        ...gapped,
        MpaApprovalTeamArn: `arn:aws:mpa:us-east-1:${home}:approval-team/team`,
      });
      for (const BackupVaultName of ["in-use", "unanswered"]) {
        await backup.createRestoreAccessBackupVault({
          SourceBackupVaultArn: BackupVaultArn,
          BackupVaultName,
        });
        await pass("1 hour");
      }
      const [access] = aws.state.backup.restoreAccesses;
      const RestoreAccessBackupVaultArn = access?.RestoreAccessBackupVaultArn;
      await backup.revokeRestoreAccessBackupVault({ ...gapped, RestoreAccessBackupVaultArn });
      await backup.disassociateBackupVaultMpaApprovalTeam(gapped);
      await pass("26 hours");
    },
  },
  "more restore tests than can begin": {
    options: { durations: { restoreJob: "2 hours" } },
    async tell({ aws, backup, pass }) {
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
      await pass("26 hours");
    },
  },
  "a file system that is misconfigured": {
    async tell({ aws, fsx, pass }) {
      aws.seed({ fsx: { fileSystems: [{ ...requests.windows, Lifecycle: "MISCONFIGURED_UNAVAILABLE" }] } });
      const [{ FileSystemId } = {}] = aws.state.fsx.fileSystems;
      await fsx.startMisconfiguredStateRecovery({ FileSystemId });
      await pass("1 day");
    },
  },
  "storage that grows, and backups of it that are transferred and copied": {
    async tell({ aws, fsx, pass }) {
      aws.seed({ fsx: { fileSystems: [requests.lustre] } });
      const [{ FileSystemId } = {}] = aws.state.fsx.fileSystems;
      await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 2_400 });
      await pass("1 day");
      const { Backup: { BackupId } = {} } = await fsx.createBackup({ FileSystemId });
      await pass("1 day");
      await fsx.copyBackup({ SourceBackupId: BackupId });
      await pass("1 day");
    },
  },
  "a volume that goes": {
    async tell({ aws, fsx, pass }) {
      aws.seed({ fsx: { fileSystems: [requests.openzfs] } });
      await pass("1 hour");
      const [root] = aws.state.fsx.volumes;
      const { Volume: { VolumeId } = {} } = await fsx.createVolume({
        VolumeType: "OPENZFS",
        Name: "data",
        OpenZFSConfiguration: { ParentVolumeId: root?.VolumeId },
      });
      await pass("1 hour");
      await fsx.deleteVolume({ VolumeId });
      await pass("1 hour");
    },
  },
};
