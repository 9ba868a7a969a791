import { bucket, dailyPlan, dailyRule, selection, vaultArn } from "../../services/backup/world";
import { described, judged, type ReferenceRules, recorded, shown } from "./rules";

const BackupPlanName = "pass";
const plan = (members: object) => ({ BackupPlan: { ...dailyPlan, BackupPlanName, ...members } });
const rule = (members: object) => plan({ Rules: [{ ...dailyRule, ...members }] });
const chars = (count: number) => "a".repeat(count);
const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key-${at}`, "v"]));
const longest = 52_560_000;

/** The same document is checked when it is created, updated and read from JSON. */
const documentRules = (
  wrap: (document: ReturnType<typeof plan>) => (world: { ids: { BackupPlanId: string } }) => object,
) => {
  const ofRule = (member: string, text: string, takes: readonly object[], refuses: readonly object[]) =>
    judged(`BackupPlan.Rules.${member}`, text, (members: object, world) => wrap(rule(members))(world), {
      takes,
      refuses,
    });
  const ofPlan = (member: string, text: string, takes: readonly object[], refuses: readonly object[]) =>
    judged(`BackupPlan.${member}`, text, (members: object, world) => wrap(plan(members))(world), {
      takes,
      refuses,
    });
  const lifecycle = (Lifecycle: object) => ({ Lifecycle });
  const copy = (Lifecycle: object) => ({
    CopyActions: [{ DestinationBackupVaultArn: vaultArn("copies"), Lifecycle }],
  });
  return [
    ofPlan(
      "BackupPlanName",
      "1 to 50 letters, digits, - _ .",
      [{ BackupPlanName: chars(50) }, { BackupPlanName: "a.b-c_1" }],
      [{ BackupPlanName: chars(51) }, { BackupPlanName: "a b" }],
    ),
    ofPlan(
      "AdvancedBackupSettings",
      "WindowsVSS of EC2; access lists and tags of S3; on or off",
      [{ AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "enabled" } }] }],
      [
        { AdvancedBackupSettings: [{ ResourceType: "EFS", BackupOptions: { WindowsVSS: "enabled" } }] },
        { AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { Other: "enabled" } }] },
        { AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "yes" } }] },
      ],
    ),
    ofRule(
      "StartWindowMinutes",
      "an hour or more",
      [{ StartWindowMinutes: 60 }],
      [{ StartWindowMinutes: 59 }],
    ),
    ofRule(
      "StartWindowMinutes",
      "at most 100 years",
      [{ StartWindowMinutes: longest, CompletionWindowMinutes: longest }],
      [{ StartWindowMinutes: longest + 1, CompletionWindowMinutes: longest }],
    ),
    ofRule(
      "CompletionWindowMinutes",
      "at most 100 years",
      [{ CompletionWindowMinutes: longest }],
      [{ CompletionWindowMinutes: longest + 1 }],
    ),
    ofRule(
      "Lifecycle",
      "1 to 36,500 days",
      [lifecycle({ DeleteAfterDays: 36_500 })],
      [lifecycle({ DeleteAfterDays: 36_501 }), lifecycle({ DeleteAfterDays: 0 })],
    ),
    ofRule(
      "Lifecycle",
      "90 days in cold storage",
      [lifecycle({ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 })],
      [lifecycle({ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 90 })],
    ),
    ofRule(
      "Lifecycle.DeleteAfterEvent",
      "is not an input",
      [lifecycle({ DeleteAfterDays: 9 })],
      [lifecycle({ DeleteAfterDays: 9, DeleteAfterEvent: "DELETE_AFTER_COPY" })],
    ),
    ofRule(
      "CopyActions.Lifecycle",
      "as in the rule itself",
      [copy({ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 })],
      [
        copy({ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 90 }),
        copy({ DeleteAfterEvent: "DELETE_AFTER_COPY" }),
      ],
    ),
    ofRule(
      "IndexActions",
      "one action of one type",
      [{ IndexActions: [{ ResourceTypes: ["S3"] }] }],
      [
        { IndexActions: [{ ResourceTypes: ["EBS", "S3"] }] },
        { IndexActions: [{ ResourceTypes: ["EBS"] }, { ResourceTypes: ["S3"] }] },
      ],
    ),
    ofRule(
      "IndexActions.ResourceTypes",
      "EBS or S3",
      [{ IndexActions: [{ ResourceTypes: ["EBS"] }] }],
      [{ IndexActions: [{ ResourceTypes: ["EFS"] }] }],
    ),
    ofRule(
      "RecoveryPointTags",
      "at most 10",
      [{ RecoveryPointTags: tags(10) }],
      [{ RecoveryPointTags: tags(11) }],
    ),
    ofRule(
      "ScheduleExpressionTimezone",
      "a time zone of IANA",
      [{ ScheduleExpressionTimezone: "Europe/Berlin" }],
      [{ ScheduleExpressionTimezone: "Europe/Atlantis" }],
    ),
    ofRule(
      "ScheduleExpression",
      "at most hourly, in cron form",
      [{ ScheduleExpression: "cron(0 * * * ? *)" }],
      [{ ScheduleExpression: "cron(0/30 * * * ? *)" }, { ScheduleExpression: "rate(1 day)" }],
    ),
  ];
};

const planTags = (BackupPlanTags: object) => ({ ...plan({}), BackupPlanTags });
const chosen = (members: object) => ({
  BackupSelection: { ...selection, SelectionName: "pass", ...members },
});
const ofSelection = (
  member: string,
  text: string,
  takes: readonly object[],
  refuses: readonly object[],
  as?: "LimitExceeded",
) =>
  judged(
    `BackupSelection.${member}`,
    text,
    (members: object, { ids }) => ({ BackupPlanId: ids.BackupPlanId, ...chosen(members) }),
    { takes, refuses, ...(as && { as }) },
  );
const buckets = (count: number, tail = "") =>
  Array.from({ length: count }, (_, at) => `${bucket}-${at}${tail}`);

export const planRules = {
  CreateBackupPlan: [
    ...documentRules(document => () => document),
    judged(
      "CreatorRequestId",
      "1 to 50 letters, digits, - _ .",
      (CreatorRequestId: string) => ({ ...plan({}), CreatorRequestId }),
      { takes: [chars(50)], refuses: [chars(51), "a b"] },
    ),
    judged("BackupPlanTags", "no keys of aws:", planTags, {
      takes: [{ team: "a" }],
      refuses: [{ "aws:team": "a" }],
    }),
    shown(
      "BackupPlan",
      "the same document twice is refused",
      "plans",
      "a duplicate document is refused, a duplicate name is not",
    ),
    shown(
      "BackupPlan.Rules.ScheduleExpression",
      "daily at five by default",
      "plans",
      "a plan is returned with AWS's defaults",
    ),
    recorded(
      "BackupPlan.Rules.ScheduleExpressionTimezone",
      "UTC by default",
      "a-rule-without-a-time-zone-is-in-etc-utc",
    ),
    recorded(
      "BackupPlan.Rules.StartWindowMinutes",
      "8 hours by default",
      "a-stored-rule-has-default-windows-of-8-hours-and-7-days",
    ),
    shown(
      "BackupPlan.Rules.StartWindowMinutes",
      "tried again every 10 minutes until the window ends, then EXPIRED",
      "backup-jobs",
      "a job that cannot start in its window expires",
    ),
    shown(
      "BackupPlan.Rules.CompletionWindowMinutes",
      "a job that takes longer is ended",
      "backup-jobs",
      "a job that does not complete in its window expires",
    ),
    shown(
      "BackupPlan.Rules.TargetLogicallyAirGappedBackupVaultArn",
      "of the same account and Region",
      "air-gapped-targets",
      "a rule with a vault of another place",
    ),
    shown(
      "BackupPlan.Rules.TargetLogicallyAirGappedBackupVaultArn",
      "types that it does not support go to the backup vault only",
      "air-gapped-targets",
      "a plan's rule backs up to an air-gapped vault, and its other copies are made first",
    ),
    shown(
      "BackupPlan.AdvancedBackupSettings",
      "VSS backups of instances only, off by default",
      "plan-options",
      "a plan's setting makes VSS backups of instances only",
    ),
    recorded(
      "BackupPlan.AdvancedBackupSettings.BackupOptions",
      "S3 backups hold access lists and tags by default",
      "advanced-settings-of-s3-can-leave-out-access-control-lists-and-tags",
    ),
  ],
  UpdateBackupPlan: [
    ...documentRules(document => ({ ids }) => ({ BackupPlanId: ids.BackupPlanId, ...document })),
    shown(
      "VersionId",
      "every update makes a version, which stays as it is",
      "plans",
      "an update creates a new version with a new date; older versions remain",
    ),
    shown(
      "AdvancedBackupSettings, ScanSettings",
      "are returned if they are set",
      "point-details",
      "UpdateBackupPlan returns the scan settings",
    ),
  ],
  DeleteBackupPlan: [
    shown(
      "",
      "refused while the plan has selections",
      "plans",
      "a plan with selections cannot be deleted; a deleted plan is not listed",
    ),
  ],
  CreateBackupSelection: [
    ofSelection(
      "Resources",
      "500 ARNs without wildcards",
      [{ Resources: buckets(500) }],
      [{ Resources: buckets(501) }],
      "LimitExceeded",
    ),
    ofSelection(
      "Resources",
      "30 ARNs if one has a wildcard",
      [{ Resources: buckets(30, "-*") }],
      [{ Resources: buckets(31, "-*") }],
      "LimitExceeded",
    ),
    ofSelection(
      "Resources",
      "a wildcard ends the ARN",
      [{ Resources: [`${bucket}-*`] }],
      [{ Resources: ["arn:aws:s3:::*-logs"] }],
    ),
    ofSelection(
      "NotResources",
      "the same bounds as Resources",
      [{ NotResources: buckets(30, "-*") }],
      [{ NotResources: buckets(31, "-*") }],
      "LimitExceeded",
    ),
    ofSelection(
      "NotResources",
      "a wildcard ends the ARN",
      [{ NotResources: [`${bucket}-*`] }],
      [{ NotResources: ["arn:aws:s3:::*-logs"] }],
    ),
    recorded(
      "BackupSelection.ListOfTags",
      "any one of them suffices",
      "several-tags-of-a-selection-mean-any-of-them",
    ),
    recorded(
      "BackupSelection.ListOfTags",
      "are joined with Resources",
      "tags-and-resources-of-a-selection-are-joined-not-intersected",
    ),
    recorded(
      "BackupSelection.ListOfTags.ConditionType",
      "equality only",
      "tags-of-a-selection-are-compared-by-equality-only",
    ),
    recorded(
      "BackupSelection.Conditions",
      "all of them narrow the selection",
      "conditions-narrow-the-resources-of-a-selection",
    ),
    recorded(
      "BackupSelection.Conditions",
      "values are compared in their case",
      "values-of-conditions-are-case-sensitive",
    ),
    recorded(
      "BackupSelection.NotResources",
      "are left out",
      "resources-that-a-selection-excludes-are-not-backed-up",
    ),
    judged(
      "CreatorRequestId",
      "1 to 50 letters, digits, - _ .",
      (CreatorRequestId: string, { ids }) => ({
        BackupPlanId: ids.BackupPlanId,
        ...chosen({}),
        CreatorRequestId,
      }),
      { takes: [chars(50)], refuses: [chars(51), "a b"] },
    ),
    described("BackupSelection.IamRoleArn", "a role of the account", "the role itself is assumed to exist"),
  ],
  DeleteBackupSelection: [
    recorded(
      "",
      "not that of AWS's own plan",
      "the-selection-of-the-plan-for-automatic-efs-backups-cannot-be-deleted",
    ),
  ],
  ExportBackupPlanTemplate: [
    shown(
      "BackupPlanTemplateJson",
      "is signed: a changed document is refused",
      "plan-templates",
      "a changed export is refused; documents written by hand are accepted in both forms",
    ),
  ],
  GetBackupPlan: [
    shown(
      "MaxScheduledRunsPreview",
      "no preview unless it is more than 0",
      "plan-options",
      "is absent unless requested",
    ),
    shown("ScheduledRunsPreview", "at most 10 runs", "plan-options", "is limited to ten runs"),
    shown(
      "ScheduledRunsPreview.RuleExecutionType",
      "a continuous rule makes both kinds",
      "plan-options",
      "shows that a continuous rule makes both kinds, and is not displaced by snapshots",
    ),
  ],
  GetBackupPlanFromJSON: [
    shown(
      "",
      "a valid document or an error",
      "plan-templates",
      "too many rules, missing input, and missing plans and templates are refused",
    ),
  ],
  GetBackupPlanFromTemplate: [
    shown(
      "BackupPlanDocument",
      "the plan of the template",
      "plan-templates",
      "every template becomes a valid plan once it has a name and a vault",
    ),
  ],
  GetBackupSelection: [
    recorded(
      "BackupSelection",
      "all its lists, even empty ones",
      "a-selection-shows-all-its-lists-even-if-they-are-empty",
    ),
  ],
} satisfies Partial<ReferenceRules>;
