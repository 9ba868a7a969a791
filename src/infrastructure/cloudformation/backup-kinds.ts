import { arn, uuidOf } from "../../core/basics";
import type { Members } from "../../seeding/members";
import { tagsOf } from "../tags";
import { type Deployed, keyOf, nameAt, textAt } from "./deployed";
import { hexOf, suffixOf } from "./made-up";
import { type OwnedKind, objectAt, objectsAt, policyText, present } from "./owned-kinds";

const own = (resource: Deployed, suffix: string): string => arn("backup", resource.place, suffix);
const uuid = (resource: Deployed): string => uuidOf(keyOf(resource));

const optionalTags = (tags: unknown): Members | undefined => (tags === undefined ? undefined : tagsOf(tags));

const vaultName = nameAt("BackupVaultName");
const vaultArn = (resource: Deployed): string => own(resource, `backup-vault:${vaultName(resource)}`);
const vaultAttributes = { BackupVaultArn: vaultArn, BackupVaultName: vaultName };

/** Events that the API knows, and that no vault can be subscribed to. */
const planEvents: readonly unknown[] = ["BACKUP_PLAN_CREATED", "BACKUP_PLAN_MODIFIED"];

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

/** Names of frameworks and report plans cannot have hyphens. */
const underscored =
  (property: string) =>
  (resource: Deployed): string =>
    textAt(resource, property) ??
    `${resource.stackName}_${resource.logicalId}_${suffixOf(keyOf(resource))}`.replaceAll("-", "_");

/** A kind whose ARN ends in the name and a UUID. */
const arnWithUuid =
  (prefix: string, name: (resource: Deployed) => string) =>
  (resource: Deployed): string =>
    own(resource, `${prefix}:${name(resource)}-${uuid(resource)}`);

const frameworkName = underscored("FrameworkName");
const frameworkArn = arnWithUuid("framework", frameworkName);
const reportName = underscored("ReportPlanName");
const reportArn = arnWithUuid("report-plan", reportName);
const testingName = nameAt("RestoreTestingPlanName");
const testingArn = arnWithUuid("restore-testing-plan", testingName);
const tieringName = nameAt("TieringConfigurationName");
const tieringArn = arnWithUuid("tiering-configuration", tieringName);

function controlOf(control: Members): Members {
  const scope = objectAt(control, "ControlScope");
  if (scope["Tags"] === undefined) return control;
  return { ...control, ControlScope: { ...scope, Tags: tagsOf(scope["Tags"]) } };
}

/** The types of AWS Backup. */
export const backupResourceKinds: Readonly<Record<string, OwnedKind>> = {
  "AWS::Backup::BackupVault": {
    required: [
      "BackupVaultName",
      "LockConfiguration.MinRetentionDays",
      "Notifications.BackupVaultEvents",
      "Notifications.SNSTopicArn",
    ],
    properties: [
      "AccessPolicy",
      "BackupVaultName",
      "BackupVaultTags",
      "EncryptionKeyArn",
      "LockConfiguration",
      "Notifications",
    ],
    ref: vaultName,
    attributes: vaultAttributes,
    renamed: { Policy: "AccessPolicy" },
    entries: resource => {
      const { LockConfiguration, ...members } = vaultMembers(resource);
      const lock =
        LockConfiguration === undefined
          ? {}
          : { Locked: true, ...objectAt({ LockConfiguration }, "LockConfiguration") };
      return [{ list: "backup.vaults", item: present({ ...members, ...lock }) }];
    },
  },
  "AWS::Backup::LogicallyAirGappedBackupVault": {
    required: [
      "BackupVaultName",
      "MaxRetentionDays",
      "MinRetentionDays",
      "Notifications.BackupVaultEvents",
      "Notifications.SNSTopicArn",
    ],
    properties: [
      "AccessPolicy",
      "BackupVaultName",
      "BackupVaultTags",
      "EncryptionKeyArn",
      "MaxRetentionDays",
      "MinRetentionDays",
      "MpaApprovalTeamArn",
      "Notifications",
    ],
    ref: vaultName,
    attributes: vaultAttributes,
    renamed: { Policy: "AccessPolicy" },
    entries: resource => [
      {
        list: "backup.vaults",
        item: present({ ...vaultMembers(resource), VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" }),
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
      BackupPlanArn: resource => own(resource, `backup-plan:${uuid(resource)}`),
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
  "AWS::Backup::Framework": {
    required: ["FrameworkControls"],
    properties: ["FrameworkControls", "FrameworkDescription", "FrameworkName", "FrameworkTags"],
    ref: frameworkArn,
    attributes: {
      FrameworkArn: frameworkArn,
      FrameworkStatus: () => "ACTIVE",
      DeploymentStatus: () => "COMPLETED",
    },
    entries: resource => {
      const { FrameworkControls: _, FrameworkTags, ...rest } = resource.properties;
      const item = {
        ...rest,
        FrameworkName: frameworkName(resource),
        FrameworkArn: frameworkArn(resource),
        FrameworkControls: objectsAt(resource.properties, "FrameworkControls")?.map(controlOf),
        FrameworkTags: optionalTags(FrameworkTags),
      };
      return [{ list: "backup.frameworks", item: present(item) }];
    },
  },
  "AWS::Backup::ReportPlan": {
    required: ["ReportDeliveryChannel", "ReportSetting"],
    properties: [
      "ReportDeliveryChannel",
      "ReportPlanDescription",
      "ReportPlanName",
      "ReportPlanTags",
      "ReportSetting",
    ],
    ref: reportArn,
    attributes: { ReportPlanArn: reportArn },
    entries: resource => {
      const { ReportPlanTags, ...rest } = resource.properties;
      const names = { ReportPlanName: reportName(resource), ReportPlanArn: reportArn(resource) };
      const item = { ...rest, ...names, ReportPlanTags: optionalTags(ReportPlanTags) };
      return [{ list: "backup.reportPlans", item: present(item) }];
    },
  },
  "AWS::Backup::RestoreTestingPlan": {
    required: ["RecoveryPointSelection", "RestoreTestingPlanName", "ScheduleExpression"],
    wrapper: "RestoreTestingPlan",
    properties: [
      "RecoveryPointSelection",
      "RestoreTestingPlanName",
      "ScheduleExpression",
      "ScheduleExpressionTimezone",
      "ScheduleStatus",
      "StartWindowHours",
      "Tags",
    ],
    ref: testingName,
    attributes: { RestoreTestingPlanArn: testingArn },
    entries: resource => {
      const { Tags, ScheduleStatus, ...plan } = resource.properties;
      const item = {
        RestoreTestingPlan: plan,
        Tags: optionalTags(Tags),
        RestoreTestingPlanArn: testingArn(resource),
      };
      const warning = "the plan is suspended, which no operation can do; its tests run";
      const suspended = ScheduleStatus === "SUSPENDED" && { warning };
      return [{ list: "backup.restoreTestingPlans", item: present(item), ...suspended }];
    },
  },
  "AWS::Backup::RestoreTestingSelection": {
    required: [
      "IamRoleArn",
      "ProtectedResourceType",
      "RestoreTestingPlanName",
      "RestoreTestingSelectionName",
    ],
    wrapper: "RestoreTestingSelection",
    properties: [
      "IamRoleArn",
      "ProtectedResourceArns",
      "ProtectedResourceConditions",
      "ProtectedResourceType",
      "RestoreMetadataOverrides",
      "RestoreTestingPlanName",
      "RestoreTestingSelectionName",
      "ValidationWindowHours",
    ],
    ref: nameAt("RestoreTestingSelectionName"),
    entries: ({ properties }) => {
      const { RestoreTestingPlanName, ...selection } = properties;
      const item = { RestoreTestingPlanName, RestoreTestingSelection: selection };
      return [{ list: "backup.restoreTestingSelections", item: present(item) }];
    },
  },
  "AWS::Backup::TieringConfiguration": {
    required: ["BackupVaultName", "ResourceSelection", "TieringConfigurationName"],
    wrapper: "TieringConfiguration",
    properties: [
      "BackupVaultName",
      "ResourceSelection",
      "TieringConfigurationName",
      "TieringConfigurationTags",
    ],
    ref: tieringName,
    attributes: { TieringConfigurationArn: tieringArn },
    entries: resource => {
      const { TieringConfigurationTags, ...configuration } = resource.properties;
      const item = {
        TieringConfiguration: configuration,
        TieringConfigurationTags: optionalTags(TieringConfigurationTags),
        TieringConfigurationArn: tieringArn(resource),
      };
      return [{ list: "backup.tieringConfigurations", item: present(item) }];
    },
  },
  "AWS::Backup::LegalHold": {
    required: ["Description", "RecoveryPointSelection", "Title"],
    properties: ["Description", "RecoveryPointSelection", "Tags", "Title"],
    ref: uuid,
    attributes: { LegalHoldId: uuid, Arn: resource => own(resource, `legal-hold:${uuid(resource)}`) },
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
