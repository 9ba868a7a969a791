import { judged, type ReferenceRules, recorded, shown } from "./rules";

export const settingRules = {
  DescribeGlobalSettings: [
    recorded("", "of accounts of an organization", "global-settings-outside-an-organization-are-refused"),
  ],
  DescribeRegionSettings: [
    recorded(
      "ResourceTypeOptInPreference",
      "every type from the first vault or plan on",
      "the-first-vault-opts-an-account-in-to-every-type",
    ),
    recorded("", "of each Region by itself", "opt-ins-of-a-region-do-not-count-in-another-one"),
  ],
  GetSupportedResourceTypes: [
    recorded(
      "ResourceTypes",
      "all that can be backed up",
      "the-supported-types-include-aurora-dsql-and-redshift-serverless",
    ),
  ],
  UpdateGlobalSettings: [
    judged(
      "GlobalSettings",
      "true or false",
      (isCrossAccountBackupEnabled: string) => ({ GlobalSettings: { isCrossAccountBackupEnabled } }),
      { takes: ["false"], refuses: ["no"] },
    ),
    recorded("", "by the management account", "global-settings-are-changed-by-the-management-account-only"),
  ],
  UpdateRegionSettings: [
    judged(
      "ResourceTypeOptInPreference",
      "types that DescribeRegionSettings names",
      (type: string) => ({ ResourceTypeOptInPreference: { [type]: true } }),
      { takes: ["FSx"], refuses: ["Lambda"] },
    ),
    shown(
      "ResourceTypeOptInPreference",
      "holds for jobs on demand",
      "settings",
      "a job on demand backs up only types that are opted in to",
    ),
    recorded(
      "ResourceTypeOptInPreference",
      "holds for plans that select by tags",
      "a-type-that-is-opted-out-is-not-selected-by-tag",
    ),
    recorded(
      "ResourceTypeOptInPreference",
      "does not hold for ARNs that a plan names",
      "a-resource-named-by-its-arn-is-backed-up-even-if-its-type-is-opted-out",
    ),
    recorded(
      "ResourceTypeOptInPreference",
      "holds for clusters that a plan names",
      "aurora-clusters-obey-the-opt-in-even-when-a-selection-names-their-arn",
    ),
    shown(
      "ResourceTypeManagementPreference",
      "DynamoDB may keep its backups itself",
      "settings",
      "without full management, DynamoDB keeps the backup itself",
    ),
  ],
} satisfies Partial<ReferenceRules>;
