import type { Members } from "../../seeding/members";
import { backupArn, uuid } from "./backup-values";
import { type Deployed, keyOf, nameAt, textAt } from "./deployed";
import { hexOf } from "./made-up";
import { type OwnedKind, objectAt, objectsAt, optionalTags, policyText, present } from "./owned-kinds";

const vaultName = nameAt("BackupVaultName");
const vaultArn = (resource: Deployed): string => backupArn(resource, `backup-vault:${vaultName(resource)}`);
const vaultAttributes = { BackupVaultArn: vaultArn, BackupVaultName: vaultName };

/** Events that the API knows, and that no vault can be subscribed to. */
const planEvents: readonly unknown[] = ["BACKUP_PLAN_CREATED", "BACKUP_PLAN_MODIFIED"];

const withoutPlanEvents =
  "BACKUP_PLAN_CREATED and BACKUP_PLAN_MODIFIED were left out: no vault can be subscribed to them";

/** Warns of a vault that is subscribed to events of plans and to others. */
function warningOf({ properties }: Deployed): { readonly warning?: string } {
  const events: unknown = objectAt(properties, "Notifications")["BackupVaultEvents"];
  const { BackupVaultEvents: kept } = notificationsOf(properties);
  const isShorter = Array.isArray(events) && Array.isArray(kept) && kept.length < events.length;
  return isShorter ? { warning: withoutPlanEvents } : {};
}

/** The notifications of a vault, without the events of plans that the CDK adds to those of vaults. */
function notificationsOf(properties: Members): Members {
  const { BackupVaultEvents, ...rest } = objectAt(properties, "Notifications");
  if (!Array.isArray(BackupVaultEvents)) return present({ ...rest, BackupVaultEvents });
  const sent = BackupVaultEvents.filter(event => !planEvents.includes(event));
  return { ...rest, BackupVaultEvents: sent.length > 0 ? sent : BackupVaultEvents };
}

/** The members that vaults of both types have. */
function vaultMembers({ properties }: Deployed): Members {
  const { AccessPolicy, Notifications: _, BackupVaultTags, ...rest } = properties;
  return {
    ...rest,
    BackupVaultTags: optionalTags(BackupVaultTags),
    Policy: policyText(AccessPolicy),
    ...notificationsOf(properties),
  };
}

function ruleOf({ TargetBackupVault, ...rule }: Members): Members {
  return present({ ...rule, TargetBackupVaultName: TargetBackupVault });
}

function planOf(plan: Members): Members {
  const { BackupPlanRule: _, ...rest } = plan;
  return present({ ...rest, Rules: objectsAt(plan, "BackupPlanRule")?.map(ruleOf) });
}

/** What both types of vaults have. */
const anyVault = {
  required: ["BackupVaultName", "Notifications.BackupVaultEvents", "Notifications.SNSTopicArn"],
  properties: ["AccessPolicy", "BackupVaultName", "BackupVaultTags", "EncryptionKeyArn", "Notifications"],
  ref: vaultName,
  attributes: vaultAttributes,
  renamed: { Policy: "AccessPolicy" },
};

/** The types of AWS Backup for vaults, plans and legal holds. */
export const backupResourceKinds: Readonly<Record<string, OwnedKind>> = {
  "AWS::Backup::BackupVault": {
    ...anyVault,
    required: [...anyVault.required, "LockConfiguration.MinRetentionDays"],
    properties: [...anyVault.properties, "LockConfiguration"],
    entries: resource => {
      const { LockConfiguration, ...members } = vaultMembers(resource);
      const lock =
        LockConfiguration === undefined
          ? {}
          : { Locked: true, ...objectAt({ LockConfiguration }, "LockConfiguration") };
      const item = present({ ...members, ...lock });
      return [{ list: "backup.vaults", item, ...warningOf(resource) }];
    },
  },
  "AWS::Backup::LogicallyAirGappedBackupVault": {
    ...anyVault,
    required: [...anyVault.required, "MaxRetentionDays", "MinRetentionDays"],
    properties: [...anyVault.properties, "MaxRetentionDays", "MinRetentionDays", "MpaApprovalTeamArn"],
    entries: resource => [
      {
        list: "backup.vaults",
        item: present({ ...vaultMembers(resource), VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" }),
        ...warningOf(resource),
      },
    ],
  },
  "AWS::Backup::BackupPlan": {
    required: ["BackupPlan", "BackupPlan.BackupPlanName", "BackupPlan.BackupPlanRule"],
    properties: ["BackupPlan", "BackupPlanTags"],
    parts: ["BackupPlan", "BackupPlanRule"],
    ref: uuid,
    attributes: {
      BackupPlanId: uuid,
      BackupPlanArn: resource => backupArn(resource, `backup-plan:${uuid(resource)}`),
      VersionId: resource => hexOf(keyOf(resource), 48),
    },
    renamed: { Rules: "BackupPlanRule", TargetBackupVaultName: "TargetBackupVault" },
    entries: resource => {
      const { BackupPlan: _, BackupPlanTags, ...rest } = resource.properties;
      const plan = objectAt(resource.properties, "BackupPlan");
      const item = { ...rest, BackupPlanId: uuid(resource), BackupPlan: planOf(plan) };
      return [
        { list: "backup.plans", item: present({ ...item, BackupPlanTags: optionalTags(BackupPlanTags) }) },
      ];
    },
  },
  "AWS::Backup::BackupSelection": {
    required: [
      "BackupPlanId",
      "BackupSelection",
      "BackupSelection.IamRoleArn",
      "BackupSelection.SelectionName",
    ],
    properties: ["BackupPlanId", "BackupSelection"],
    ref: uuid,
    attributes: {
      SelectionId: uuid,
      Id: resource => `${uuid(resource)}_${textAt(resource, "BackupPlanId")}`,
    },
    entries: resource => [
      { list: "backup.selections", item: { ...resource.properties, SelectionId: uuid(resource) } },
    ],
  },
  "AWS::Backup::LegalHold": {
    required: ["Description", "RecoveryPointSelection", "Title"],
    properties: ["Description", "RecoveryPointSelection", "Tags", "Title"],
    ref: uuid,
    attributes: { LegalHoldId: uuid, Arn: resource => backupArn(resource, `legal-hold:${uuid(resource)}`) },
    entries: resource => {
      const { Tags, ...rest } = resource.properties;
      const item = { ...rest, LegalHoldId: uuid(resource), Tags: optionalTags(Tags) };
      return [{ list: "backup.legalHolds", item: present(item) }];
    },
  },
  "AWS::Backup::BackupAccessPoint": {
    properties: ["AccessPointInTime", "AccessPointPolicy", "Name", "RecoveryPointArn", "Tags"],
    ref: nameAt("Name"),
    entries: () => ({ skipped: "it needs a recovery point, which no template holds" }),
  },
};
