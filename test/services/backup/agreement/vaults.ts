import { here, role, team, tiering, topic, vaultArn } from "../world";
import type { Agreement, Made } from "./agreement";

const EncryptionKeyArn = `arn:aws:kms:us-east-1:${here}:key/11111111-2222-4333-8444-555555555555`;
const BackupVaultTags = { team: "ops", stage: "test" };
const byName = ({ BackupVaultName, RestoreAccessBackupVaultName }: Made) => ({
  BackupVaultName: BackupVaultName ?? RestoreAccessBackupVaultName,
});

const vault = {
  describe: { by: "DescribeBackupVault", with: byName },
  lists: [{ by: "ListBackupVaults", in: "BackupVaultList", with: () => ({}) }],
  key: "BackupVaultArn",
  tagged: "BackupVaultArn",
} satisfies Partial<Agreement>;

const without = (input: Made, ...names: string[]): Made =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));

export const vaultAgreements: readonly Agreement[] = [
  {
    ...vault,
    kind: "backup vault",
    by: "CreateBackupVault",
    input: () => ({
      BackupVaultName: "new",
      BackupVaultTags,
      EncryptionKeyArn,
      CreatorRequestId: "once",
    }),
    described: input => without(input, "BackupVaultTags"),
  },
  {
    ...vault,
    kind: "logically air-gapped vault",
    by: "CreateLogicallyAirGappedBackupVault",
    input: () => ({
      BackupVaultName: "new",
      BackupVaultTags,
      EncryptionKeyArn,
      CreatorRequestId: "once",
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
    }),
    described: input => ({ ...without(input, "BackupVaultTags"), Locked: true }),
  },
  {
    ...vault,
    kind: "restore access vault",
    by: "CreateRestoreAccessBackupVault",
    input: () => ({
      SourceBackupVaultArn: vaultArn("gapped"),
      BackupVaultName: "new",
      BackupVaultTags,
      CreatorRequestId: "once",
      RequesterComment: "we need it",
    }),
    described: input => ({
      ...without(input, "BackupVaultTags", "RequesterComment"),
      MpaApprovalTeamArn: team,
    }),
    hidden: { RequesterComment: "only the approval team sees it" },
    tagged: "RestoreAccessBackupVaultArn",
    lists: [
      ...vault.lists,
      {
        by: "ListRestoreAccessBackupVaults",
        in: "RestoreAccessBackupVaults",
        with: () => ({ BackupVaultName: "gapped" }),
        renamed: { BackupVaultArn: "RestoreAccessBackupVaultArn" },
      },
    ],
  },
  {
    kind: "lock of a vault",
    by: "PutBackupVaultLockConfiguration",
    input: () => ({
      BackupVaultName: "nightly",
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
      ChangeableForDays: 3,
    }),
    described: input => ({
      ...without(input, "ChangeableForDays"),
      LockDate: expect.any(Date),
      Locked: true,
    }),
    hidden: { ChangeableForDays: "it determines the lock date" },
    ...vault,
    describe: { by: "DescribeBackupVault", with: () => ({ BackupVaultName: "nightly" }) },
    tagged: undefined,
  },
  {
    kind: "access policy of a vault",
    by: "PutBackupVaultAccessPolicy",
    input: () => ({
      BackupVaultName: "nightly",
      Policy: JSON.stringify({
        Statement: { Effect: "Allow", Principal: { AWS: role }, Action: "backup:*", Resource: "*" },
      }),
    }),
    described: input => input,
    describe: { by: "GetBackupVaultAccessPolicy", with: () => ({ BackupVaultName: "nightly" }) },
    lists: vault.lists,
    key: "BackupVaultArn",
  },
  {
    kind: "notifications of a vault",
    by: "PutBackupVaultNotifications",
    input: () => ({
      BackupVaultName: "copies",
      SNSTopicArn: topic,
      BackupVaultEvents: ["RESTORE_JOB_COMPLETED", "BACKUP_JOB_STARTED"],
    }),
    described: input => input,
    describe: { by: "GetBackupVaultNotifications", with: () => ({ BackupVaultName: "copies" }) },
    lists: vault.lists,
    key: "BackupVaultArn",
  },
  {
    kind: "tiering configuration",
    by: "CreateTieringConfiguration",
    input: () => ({
      TieringConfiguration: { ...tiering, TieringConfigurationName: "new", BackupVaultName: "copies" },
      TieringConfigurationTags: { team: "ops" },
      CreatorRequestId: "once",
    }),
    described: ({ TieringConfiguration, CreatorRequestId }) => ({
      ...Object(TieringConfiguration),
      CreatorRequestId,
    }),
    hidden: { TieringConfiguration: "its members are compared one by one" },
    tagged: "TieringConfigurationArn",
    describe: {
      by: "GetTieringConfiguration",
      in: "TieringConfiguration",
      with: () => ({ TieringConfigurationName: "new" }),
    },
    lists: [{ by: "ListTieringConfigurations", in: "TieringConfigurations", with: () => ({}) }],
    key: "TieringConfigurationArn",
  },
];

export const settingAgreements: readonly Agreement[] = [
  {
    kind: "global settings",
    by: "UpdateGlobalSettings",
    input: () => ({ GlobalSettings: { isMpaEnabled: "false", isDelegatedAdministratorEnabled: "true" } }),
    described: input => input,
    describe: { by: "DescribeGlobalSettings", with: () => ({}) },
    lists: [],
    key: "",
  },
  {
    kind: "settings of a Region",
    by: "UpdateRegionSettings",
    input: () => ({
      ResourceTypeOptInPreference: { FSx: true, EFS: false },
      ResourceTypeManagementPreference: { DynamoDB: false },
    }),
    described: input => input,
    describe: { by: "DescribeRegionSettings", with: () => ({}) },
    lists: [],
    key: "",
  },
];
