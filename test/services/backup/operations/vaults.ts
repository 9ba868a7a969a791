import {
  copies,
  denyAll,
  gapped,
  here,
  known,
  locked,
  nightly,
  role,
  table,
  team,
  topic,
  vaultArn,
} from "../world";
import type { TriedOperations } from "./tried";

const newcomers = `arn:aws:mpa:us-east-1:${here}:approval-team/newcomers`;
const access = vaultArn("access");
const notifications = { SNSTopicArn: topic, BackupVaultEvents: ["RESTORE_JOB_COMPLETED" as const] };

export const vaultOperations = {
  AssociateBackupVaultMpaApprovalTeam: {
    call: ({ backup }) =>
      backup.associateBackupVaultMpaApprovalTeam({ ...gapped, MpaApprovalTeamArn: newcomers }),
    async shows({ aws, backup }) {
      expect(await backup.describeBackupVault(gapped)).toMatchObject({
        MpaApprovalTeamArn: team,
        LatestMpaApprovalTeamUpdate: { Status: "PENDING" },
      });
      await aws.settle();
      expect(await backup.describeBackupVault(gapped)).toMatchObject({ MpaApprovalTeamArn: newcomers });
    },
  },
  CreateBackupVault: {
    call: ({ backup }) => backup.createBackupVault({ BackupVaultName: "new" }),
    async shows({ backup }, { BackupVaultArn, CreationDate }) {
      const { BackupVaultList } = await backup.listBackupVaults({});
      expect(BackupVaultList).toContainEqual(
        expect.objectContaining({ BackupVaultName: "new", BackupVaultArn, CreationDate }),
      );
    },
  },
  CreateLogicallyAirGappedBackupVault: {
    call: ({ backup }) =>
      backup.createLogicallyAirGappedBackupVault({
        BackupVaultName: "new",
        MinRetentionDays: 7,
        MaxRetentionDays: 30,
      }),
    async shows({ backup }, { BackupVaultArn }) {
      expect(await backup.describeBackupVault({ BackupVaultName: "new" })).toMatchObject({
        BackupVaultArn,
        VaultState: "CREATING",
        Locked: true,
        MaxRetentionDays: 30,
      });
    },
  },
  CreateRestoreAccessBackupVault: {
    call: ({ backup }) =>
      backup.createRestoreAccessBackupVault({
        SourceBackupVaultArn: vaultArn("gapped"),
        BackupVaultName: "second",
      }),
    async shows({ backup }, { RestoreAccessBackupVaultArn }) {
      const { RestoreAccessBackupVaults } = await backup.listRestoreAccessBackupVaults(gapped);
      expect(RestoreAccessBackupVaults).toContainEqual(
        expect.objectContaining({ RestoreAccessBackupVaultArn, VaultState: "CREATING" }),
      );
    },
  },
  CreateTieringConfiguration: {
    call: ({ backup }) =>
      backup.createTieringConfiguration({
        TieringConfiguration: {
          TieringConfigurationName: "everywhere",
          BackupVaultName: "*",
          ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 60 }],
        },
      }),
    async shows({ backup }, { TieringConfigurationArn }) {
      const { TieringConfigurations } = await backup.listTieringConfigurations({});
      expect(TieringConfigurations?.map(one => one.TieringConfigurationArn)).toContain(
        TieringConfigurationArn,
      );
    },
  },
  DeleteBackupVault: {
    call: ({ backup }) => backup.deleteBackupVault(locked),
    async shows({ backup }) {
      const { BackupVaultList = [] } = await backup.listBackupVaults({});
      expect(BackupVaultList.map(({ BackupVaultName }) => BackupVaultName)).toEqual(
        expect.not.arrayContaining(["locked"]),
      );
    },
  },
  DeleteBackupVaultAccessPolicy: {
    call: ({ backup }) => backup.deleteBackupVaultAccessPolicy(copies),
    async shows({ backup }) {
      await expect(backup.getBackupVaultAccessPolicy(copies)).rejects.toThrow("has no associated POLICY");
    },
  },
  DeleteBackupVaultLockConfiguration: {
    call: ({ backup }) => backup.deleteBackupVaultLockConfiguration(locked),
    async shows({ backup }) {
      const vault = await backup.describeBackupVault(locked);
      expect(vault).toMatchObject({ Locked: false });
      expect(vault.MinRetentionDays).toBeUndefined();
    },
  },
  DeleteBackupVaultNotifications: {
    call: ({ backup }) => backup.deleteBackupVaultNotifications(nightly),
    async shows({ backup }) {
      await expect(backup.getBackupVaultNotifications(nightly)).rejects.toThrow(
        "Failed reading notifications",
      );
    },
  },
  DeleteTieringConfiguration: {
    call: ({ backup }) => backup.deleteTieringConfiguration({ TieringConfigurationName: "cheap" }),
    async shows({ backup }) {
      expect(await backup.listTieringConfigurations({})).toMatchObject({ TieringConfigurations: [] });
    },
  },
  DescribeBackupVault: {
    call: ({ backup }) => backup.describeBackupVault(nightly),
    async shows({ backup }, { NumberOfRecoveryPoints, Locked }) {
      const { RecoveryPoints } = await backup.listRecoveryPointsByBackupVault(nightly);
      expect({ NumberOfRecoveryPoints, Locked }).toEqual({
        NumberOfRecoveryPoints: RecoveryPoints?.length,
        Locked: false,
      });
    },
  },
  DisassociateBackupVaultMpaApprovalTeam: {
    call: ({ backup }) => backup.disassociateBackupVaultMpaApprovalTeam(gapped),
    async shows({ aws, backup }) {
      expect((await backup.describeBackupVault(gapped)).MpaApprovalTeamArn).toBe(team);
      await aws.settle();
      expect((await backup.describeBackupVault(gapped)).MpaApprovalTeamArn).toBeUndefined();
    },
  },
  GetBackupVaultAccessPolicy: {
    async call({ backup }) {
      await backup.putBackupVaultAccessPolicy({ ...nightly, Policy: denyAll("DeleteBackupVault") });
      return backup.getBackupVaultAccessPolicy(nightly);
    },
    async shows({ backup }, { Policy, BackupVaultArn }) {
      expect(Policy).toBe(denyAll("DeleteBackupVault"));
      expect(BackupVaultArn).toBe((await backup.describeBackupVault(nightly)).BackupVaultArn);
    },
  },
  GetBackupVaultNotifications: {
    async call({ backup }) {
      await backup.putBackupVaultNotifications({ ...copies, ...notifications });
      return backup.getBackupVaultNotifications(copies);
    },
    async shows({ backup }, output) {
      expect(output).toMatchObject(notifications);
      expect(output.BackupVaultArn).toBe((await backup.describeBackupVault(copies)).BackupVaultArn);
    },
  },
  GetTieringConfiguration: {
    call: ({ backup }) => backup.getTieringConfiguration({ TieringConfigurationName: "cheap" }),
    async shows({ backup }, { TieringConfiguration }) {
      const { TieringConfigurations } = await backup.listTieringConfigurations({});
      expect(TieringConfiguration).toMatchObject({ ...known(TieringConfigurations?.[0]) });
    },
  },
  ListBackupVaults: {
    call: ({ backup }) => backup.listBackupVaults({ ByVaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" }),
    async shows({ backup }, { BackupVaultList }) {
      const vault = await backup.describeBackupVault(gapped);
      expect(BackupVaultList).toEqual([
        expect.objectContaining({ BackupVaultArn: vault.BackupVaultArn, LockDate: vault.LockDate }),
      ]);
    },
  },
  ListProtectedResourcesByBackupVault: {
    call: ({ backup }) => backup.listProtectedResourcesByBackupVault(copies),
    async shows({ backup, ids }, { Results }) {
      const { CopyJob } = await backup.describeCopyJob(ids);
      expect(Results).toEqual([
        expect.objectContaining({ LastRecoveryPointArn: CopyJob?.DestinationRecoveryPointArn }),
      ]);
    },
  },
  ListRestoreAccessBackupVaults: {
    call: ({ backup }) => backup.listRestoreAccessBackupVaults(gapped),
    async shows({ backup }, { RestoreAccessBackupVaults }) {
      const vault = await backup.describeBackupVault({ BackupVaultName: "access" });
      expect(RestoreAccessBackupVaults).toEqual([
        expect.objectContaining({
          RestoreAccessBackupVaultArn: vault.BackupVaultArn,
          CreationDate: vault.CreationDate,
          VaultState: vault.VaultState,
        }),
      ]);
    },
  },
  ListTieringConfigurations: {
    call: ({ backup }) => backup.listTieringConfigurations({}),
    async shows({ backup }, { TieringConfigurations }) {
      const { TieringConfiguration } = await backup.getTieringConfiguration({
        TieringConfigurationName: "cheap",
      });
      expect(TieringConfigurations?.[0]?.TieringConfigurationArn).toBe(
        known(TieringConfiguration).TieringConfigurationArn,
      );
    },
  },
  PutBackupVaultAccessPolicy: {
    call: ({ backup }) =>
      backup.putBackupVaultAccessPolicy({ ...nightly, Policy: denyAll("StartBackupJob") }),
    async shows({ backup }) {
      await expect(
        backup.startBackupJob({ ...nightly, ResourceArn: table, IamRoleArn: role }),
      ).rejects.toThrow("explicit deny");
    },
  },
  PutBackupVaultLockConfiguration: {
    call: ({ backup }) =>
      backup.putBackupVaultLockConfiguration({ ...nightly, MinRetentionDays: 30, ChangeableForDays: 3 }),
    async shows({ aws, backup }) {
      expect(await backup.describeBackupVault(nightly)).toMatchObject({
        Locked: true,
        MinRetentionDays: 30,
        LockDate: new Date(aws.clock.now().getTime() + 3 * 86_400_000),
      });
    },
  },
  PutBackupVaultNotifications: {
    call: ({ backup }) => backup.putBackupVaultNotifications({ ...copies, ...notifications }),
    async shows({ backup }) {
      expect(await backup.getBackupVaultNotifications(copies)).toMatchObject(notifications);
    },
  },
  RevokeRestoreAccessBackupVault: {
    call: ({ backup }) =>
      backup.revokeRestoreAccessBackupVault({ ...gapped, RestoreAccessBackupVaultArn: access }),
    async shows({ aws, backup }) {
      const before = await backup.listRestoreAccessBackupVaults(gapped);
      expect(before.RestoreAccessBackupVaults?.[0]?.LatestRevokeRequest?.Status).toBe("PENDING");
      await aws.settle();
      const after = await backup.listRestoreAccessBackupVaults(gapped);
      expect(after.RestoreAccessBackupVaults).toEqual([]);
    },
  },
  UpdateTieringConfiguration: {
    call: ({ backup }) =>
      backup.updateTieringConfiguration({
        TieringConfigurationName: "cheap",
        TieringConfiguration: {
          ...copies,
          ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 120 }],
        },
      }),
    async shows({ backup }, { LastUpdatedTime }) {
      const { TieringConfiguration } = await backup.getTieringConfiguration({
        TieringConfigurationName: "cheap",
      });
      expect(TieringConfiguration).toMatchObject({
        ...copies,
        ResourceSelection: [{ TieringDownSettingsInDays: 120 }],
        LastUpdatedTime,
      });
    },
  },
} satisfies Partial<TriedOperations>;
