import type { Members } from "../../seeding/members";
import { tagsOf } from "../tags";
import { backupArn, uuid } from "./backup-values";
import { type Deployed, keyOf, nameAt, textAt } from "./deployed";
import { suffixOf } from "./made-up";
import { type OwnedKind, objectAt, objectsAt, optionalTags, present } from "./owned-kinds";

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
    backupArn(resource, `${prefix}:${name(resource)}-${uuid(resource)}`);

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

/** The types of AWS Backup for audits, restore tests and tiering. */
export const auditResourceKinds: Readonly<Record<string, OwnedKind>> = {
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
};
