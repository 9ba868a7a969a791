import { gapped, here, known, locked, nightly, team, tiering, topic, vaultArn } from "../world";
import { emptyPages, manyTags, nothing, type Provocation, type Provocations, times } from "./provocations";

const unknown = { BackupVaultName: "unknown" };
/** Violates the pattern of names. */
const misnamed = { BackupVaultName: "a vault" };
const of = (members: object, rest: object) => () => ({ ...members, ...rest });

const retention = { MinRetentionDays: 7, MaxRetentionDays: 30 };
const immutable: Provocation = async ({ aws, backup }) => {
  await backup.putBackupVaultLockConfiguration({ ...locked, MinRetentionDays: 7, ChangeableForDays: 3 });
  await aws.clock.advance("3 days");
  return locked;
};
const events = { SNSTopicArn: topic, BackupVaultEvents: ["BACKUP_JOB_COMPLETED"] };

/** The quota is 300 vaults. */
const full = async (input: object, { backup }: Parameters<Provocation>[0]): Promise<object> => {
  const { BackupVaultList = [] } = await backup.listBackupVaults({});
  await times(300 - BackupVaultList.length, index =>
    backup.createBackupVault({ BackupVaultName: `vault-${index}` }),
  );
  return input;
};

const access = { SourceBackupVaultArn: vaultArn("gapped") };
const cheap = { TieringConfigurationName: "cheap" };
const { TieringConfigurationName: _, ...settings } = tiering;
const selections = (count: number) => ({
  ...settings,
  ResourceSelection: Array.from({ length: count }, () => tiering.ResourceSelection[0]),
});
const inNewVault: Provocation = async ({ backup }) => {
  await backup.createLogicallyAirGappedBackupVault({ BackupVaultName: "new", ...retention });
  return { ...settings, BackupVaultName: "new" };
};

export const vaultProvocations = {
  AssociateBackupVaultMpaApprovalTeam: {
    InvalidParameterValue: of(gapped, { MpaApprovalTeamArn: topic }),
    InvalidRequest: of(nightly, { MpaApprovalTeamArn: team }),
    MissingParameterValue: () => gapped,
    ResourceNotFound: of(unknown, { MpaApprovalTeamArn: team }),
  },
  CreateBackupVault: {
    AlreadyExists: () => nightly,
    InvalidParameterValue: () => misnamed,
    LimitExceeded: world => full(unknown, world),
    MissingParameterValue: nothing,
  },
  CreateLogicallyAirGappedBackupVault: {
    AlreadyExists: of(gapped, retention),
    InvalidParameterValue: of(unknown, { ...retention, MinRetentionDays: 6 }),
    LimitExceeded: world => full({ ...unknown, ...retention }, world),
    MissingParameterValue: of(unknown, { MinRetentionDays: 7 }),
  },
  CreateRestoreAccessBackupVault: {
    AlreadyExists: of(access, nightly),
    InvalidParameterValue: () => ({ SourceBackupVaultArn: topic }),
    async InvalidRequest({ aws, backup }) {
      await backup.createLogicallyAirGappedBackupVault({ BackupVaultName: "new", ...retention });
      await aws.settle();
      return { SourceBackupVaultArn: vaultArn("new") };
    },
    LimitExceeded: world => full(access, world),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ SourceBackupVaultArn: vaultArn("unknown") }),
  },
  CreateTieringConfiguration: {
    AlreadyExists: () => ({ TieringConfiguration: tiering }),
    async Conflict(world) {
      return { TieringConfiguration: { ...(await inNewVault(world)), TieringConfigurationName: "new" } };
    },
    InvalidParameterValue: () => ({ TieringConfiguration: { ...tiering, TieringConfigurationName: "a b" } }),
    LimitExceeded: () => ({ TieringConfiguration: { ...selections(6), TieringConfigurationName: "new" } }),
    MissingParameterValue: nothing,
  },
  DeleteBackupVault: {
    InvalidParameterValue: () => ({ BackupVaultName: 7 }),
    InvalidRequest: () => nightly,
    MissingParameterValue: nothing,
  },
  DeleteBackupVaultAccessPolicy: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: nothing,
  },
  DeleteBackupVaultLockConfiguration: {
    InvalidParameterValue: () => misnamed,
    InvalidRequest: immutable,
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  DeleteBackupVaultNotifications: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  DeleteTieringConfiguration: {
    InvalidParameterValue: () => ({ TieringConfigurationName: "a b" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ TieringConfigurationName: "unknown" }),
  },
  DescribeBackupVault: {
    InvalidParameterValue: of(nightly, { BackupVaultAccountId: "me" }),
    MissingParameterValue: nothing,
    // AWS only discloses that a vault does not exist to callers that name their own account.
    ResourceNotFound: of(unknown, { BackupVaultAccountId: here }),
  },
  DisassociateBackupVaultMpaApprovalTeam: {
    InvalidParameterValue: () => misnamed,
    InvalidRequest: () => nightly,
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  GetBackupVaultAccessPolicy: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: nothing,
    ResourceNotFound: () => nightly,
  },
  GetBackupVaultNotifications: {
    InvalidParameterValue: () => misnamed,
    MissingParameterValue: nothing,
    ResourceNotFound: () => locked,
  },
  GetTieringConfiguration: {
    InvalidParameterValue: () => ({ TieringConfigurationName: "a b" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ TieringConfigurationName: "unknown" }),
  },
  ListBackupVaults: { InvalidParameterValue: () => ({ ByVaultType: "SAFE" }) },
  ListProtectedResourcesByBackupVault: {
    InvalidParameterValue: () => misnamed,
    ResourceNotFound: of(unknown, { BackupVaultAccountId: here }),
  },
  ListRestoreAccessBackupVaults: {
    InvalidParameterValue: of(gapped, { MaxResults: 0 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  ListTieringConfigurations: { InvalidParameterValue: emptyPages },
  PutBackupVaultAccessPolicy: {
    InvalidParameterValue: of(nightly, { Policy: "let me in" }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: of(unknown, { Policy: "{}" }),
  },
  PutBackupVaultLockConfiguration: {
    InvalidParameterValue: of(nightly, { ChangeableForDays: 2 }),
    InvalidRequest: immutable,
    MissingParameterValue: () => ({ MinRetentionDays: 7 }),
    ResourceNotFound: of(unknown, { MinRetentionDays: 7 }),
  },
  PutBackupVaultNotifications: {
    InvalidParameterValue: of(nightly, { ...events, BackupVaultEvents: ["BACKUP_PLAN_CREATED"] }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: of(unknown, events),
  },
  RevokeRestoreAccessBackupVault: {
    InvalidParameterValue: of(misnamed, { RestoreAccessBackupVaultArn: vaultArn("access") }),
    async InvalidRequest({ backup }) {
      const { RestoreAccessBackupVaults: [access] = [] } = await backup.listRestoreAccessBackupVaults(gapped);
      const { RestoreAccessBackupVaultArn } = known(access);
      await backup.revokeRestoreAccessBackupVault({ ...gapped, RestoreAccessBackupVaultArn });
      return { ...gapped, RestoreAccessBackupVaultArn };
    },
    MissingParameterValue: () => gapped,
    ResourceNotFound: of(gapped, { RestoreAccessBackupVaultArn: vaultArn("unknown") }),
  },
  UpdateTieringConfiguration: {
    async AlreadyExists({ backup }) {
      await backup.createTieringConfiguration({
        TieringConfiguration: { ...tiering, TieringConfigurationName: "other", BackupVaultName: "copies" },
      });
      return { ...cheap, TieringConfiguration: { ...settings, BackupVaultName: "copies" } };
    },
    async Conflict(world) {
      return { ...cheap, TieringConfiguration: await inNewVault(world) };
    },
    InvalidParameterValue: of(cheap, { TieringConfiguration: { ...settings, ResourceSelection: [] } }),
    LimitExceeded: of(cheap, { TieringConfiguration: selections(6) }),
    MissingParameterValue: () => cheap,
    ResourceNotFound: () => ({ TieringConfigurationName: "unknown", TieringConfiguration: settings }),
  },
} satisfies Partial<Provocations>;

export const settingProvocations = {
  DescribeGlobalSettings: { InvalidRequest: { outside: nothing } },
  DescribeRegionSettings: {},
  GetSupportedResourceTypes: {},
  ListTags: {
    InvalidParameterValue: () => ({ ResourceArn: "nightly" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ResourceArn: vaultArn("unknown") }),
  },
  TagResource: {
    InvalidParameterValue: () => ({ ResourceArn: vaultArn("nightly"), Tags: { "aws:mine": "" } }),
    LimitExceeded: () => ({ ResourceArn: vaultArn("nightly"), Tags: manyTags }),
    MissingParameterValue: () => ({ ResourceArn: vaultArn("nightly") }),
    ResourceNotFound: () => ({ ResourceArn: vaultArn("unknown"), Tags: { team: "ops" } }),
  },
  UntagResource: {
    InvalidParameterValue: () => ({ ResourceArn: "nightly", TagKeyList: ["team"] }),
    MissingParameterValue: () => ({ ResourceArn: vaultArn("nightly") }),
    ResourceNotFound: () => ({ ResourceArn: vaultArn("unknown"), TagKeyList: ["team"] }),
  },
  UpdateGlobalSettings: {
    InvalidParameterValue: () => ({ GlobalSettings: { isMpaEnabled: "perhaps" } }),
    InvalidRequest: { outside: () => ({ GlobalSettings: { isMpaEnabled: "true" } }) },
    MissingParameterValue: nothing,
  },
  UpdateRegionSettings: {
    InvalidParameterValue: () => ({ ResourceTypeOptInPreference: { Floppy: true } }),
    MissingParameterValue: nothing,
  },
} satisfies Partial<Provocations>;
