import { here, known, other, role, table, vaultArn } from "../world";
import type { TriedOperations } from "./tried";

const ResourceArn = vaultArn("nightly");

export const settingOperations = {
  DescribeGlobalSettings: {
    async call({ backup }) {
      await backup.updateGlobalSettings({ GlobalSettings: { isCrossAccountBackupEnabled: "false" } });
      return backup.describeGlobalSettings({});
    },
    async shows({ aws, backup, ids }, { GlobalSettings }) {
      expect(GlobalSettings).toMatchObject({ isCrossAccountBackupEnabled: "false" });
      const { CopyJobId } = await backup.startCopyJob({
        RecoveryPointArn: ids.rows.RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultArn("there").replace(here, other),
        IamRoleArn: role,
      });
      await aws.settle();
      expect((await backup.describeCopyJob({ CopyJobId })).CopyJob).toMatchObject({
        State: "FAILED",
        MessageCategory: "FEATURE_NOT_ENABLED",
      });
    },
  },
  DescribeRegionSettings: {
    call: ({ backup }) => backup.describeRegionSettings({}),
    async shows({ backup }, { ResourceTypeOptInPreference = {} }) {
      const { ResourceTypes = [] } = await backup.getSupportedResourceTypes({});
      expect(Object.keys(ResourceTypeOptInPreference)).toEqual(expect.arrayContaining(ResourceTypes));
    },
  },
  GetSupportedResourceTypes: {
    call: ({ backup }) => backup.getSupportedResourceTypes({}),
    async shows({ backup }, { ResourceTypes }) {
      const { Results = [] } = await backup.listProtectedResources({});
      expect(ResourceTypes).toEqual(expect.arrayContaining(Results.map(one => known(one.ResourceType))));
      expect(ResourceTypes).toHaveLength(19);
    },
  },
  ListTags: {
    async call({ backup }) {
      await backup.createBackupVault({ BackupVaultName: "new", BackupVaultTags: { team: "ops" } });
      return backup.listTags({ ResourceArn: vaultArn("new") });
    },
    async shows({ backup }, { Tags }) {
      expect(Tags).toEqual({ team: "ops" });
      await backup.untagResource({ ResourceArn: vaultArn("new"), TagKeyList: Object.keys(Tags ?? {}) });
      expect(await backup.listTags({ ResourceArn: vaultArn("new") })).toMatchObject({ Tags: {} });
    },
  },
  TagResource: {
    call: ({ backup }) => backup.tagResource({ ResourceArn, Tags: { team: "ops" } }),
    async shows({ backup }) {
      expect(await backup.listTags({ ResourceArn })).toMatchObject({ Tags: { team: "ops" } });
    },
  },
  UntagResource: {
    call: ({ backup, ids }) =>
      backup.untagResource({ ResourceArn: ids.rows.RecoveryPointArn, TagKeyList: ["backup"] }),
    async shows({ backup, ids }) {
      expect(await backup.listTags({ ResourceArn: ids.rows.RecoveryPointArn })).toMatchObject({ Tags: {} });
    },
  },
  UpdateGlobalSettings: {
    call: ({ backup }) => backup.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "false" } }),
    async shows({ aws, backup }) {
      const { GlobalSettings, LastUpdateTime } = await backup.describeGlobalSettings({});
      expect(GlobalSettings).toMatchObject({ isMpaEnabled: "false", isCrossAccountBackupEnabled: "true" });
      expect(LastUpdateTime).toEqual(aws.clock.now());
    },
  },
  UpdateRegionSettings: {
    call: ({ backup }) =>
      backup.updateRegionSettings({ ResourceTypeManagementPreference: { DynamoDB: false } }),
    async shows(world) {
      const { ResourceTypeManagementPreference } = await world.backup.describeRegionSettings({});
      expect(ResourceTypeManagementPreference).toMatchObject({ DynamoDB: false, EFS: true });
      const { RecoveryPointArn } = await world.backUp(table);
      expect(RecoveryPointArn).toMatch(/^arn:aws:dynamodb:.*:table\/orders\/backup\//);
    },
  },
} satisfies Partial<TriedOperations>;
