import { fromCloudFormation } from "aws-backup-mock/infrastructure";
import type { Figure } from "./harness";

const resourceCount = 500;

/** A template of tables, volumes and file systems, with a vault, a plan and a selection for every twenty. */
function largeTemplate(): string {
  const resources = Array.from({ length: resourceCount }, (_, index): readonly [string, object] => {
    const group = Math.floor(index / 20);
    const Tags = [{ Key: "group", Value: `${group}` }];
    const made: readonly object[] = [
      { Type: "AWS::Backup::BackupVault", Properties: { BackupVaultName: `vault-${group}` } },
      planOf(group),
      selectionOf(group),
      { Type: "AWS::EFS::FileSystem", Properties: { FileSystemTags: Tags } },
      { Type: "AWS::DynamoDB::Table", Properties: { Tags } },
      { Type: "AWS::EC2::Volume", Properties: { Size: { Ref: "Size" }, Tags } },
    ];
    const place = index % 20;
    const kind = place < 3 ? place : 3 + (place % 3);
    return [
      place < 3 ? `${["Vault", "Plan", "Selection"][place]}${group}` : `Resource${index}`,
      made[kind] ?? {},
    ];
  });
  const Parameters = { Size: { Type: "Number", Default: 8 } };
  return JSON.stringify({ Parameters, Resources: Object.fromEntries(resources) }, undefined, 2);
}

const planOf = (group: number): object => ({
  Type: "AWS::Backup::BackupPlan",
  Properties: {
    BackupPlan: {
      BackupPlanName: `plan-${group}`,
      BackupPlanRule: [
        {
          RuleName: "daily",
          TargetBackupVault: { Ref: `Vault${group}` },
          Lifecycle: { DeleteAfterDays: "35" },
        },
      ],
    },
  },
});

const selectionOf = (group: number): object => ({
  Type: "AWS::Backup::BackupSelection",
  Properties: {
    BackupPlanId: { Ref: `Plan${group}` },
    BackupSelection: {
      SelectionName: "tagged",
      IamRoleArn: { "Fn::Join": ["", ["arn:aws:iam::", { Ref: "AWS::AccountId" }, ":role/backup"]] },
      ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "group", ConditionValue: `${group}` }],
    },
  },
});

/** The time of a cold call: a test reads its template once. */
function timeOf(template: string): Figure["value"] {
  const started = performance.now();
  fromCloudFormation(template);
  return `${(performance.now() - started).toFixed(0)} ms`;
}

export function infrastructureFigures(): Figure[] {
  const json = largeTemplate();
  // The same text with a comment in front is read as YAML.
  const yaml = `# as YAML\n${json}`;
  const what = `a template of ${resourceCount} resources`;
  return [
    { name: `${what}, in JSON, the first time`, value: timeOf(json), target: "< 1000 ms" },
    { name: `${what}, in YAML`, value: timeOf(yaml), target: "< 1000 ms" },
  ];
}
