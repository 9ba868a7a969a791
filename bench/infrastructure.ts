import { mockAws } from "aws-backup-mock";
import { fromAwsCli, fromCloudFormation, fromTerraformPlan } from "aws-backup-mock/infrastructure";
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

/** A plan of file systems and tables, with a selection of all tables that is only known after apply. */
function largePlan(): string {
  const resources = Array.from({ length: resourceCount }, (_, index) => {
    const isTable = index % 2 === 0;
    const [type, name] = isTable ? ["aws_dynamodb_table", "tables"] : ["aws_efs_file_system", "files"];
    const values = { ...(isTable && { name: `table-${index}` }), tags_all: { group: `${index % 20}` } };
    return { address: `${type}.${name}[${index}]`, mode: "managed", type, name, index, values };
  });
  const plan = { address: "aws_backup_plan.daily", mode: "managed", type: "aws_backup_plan", name: "daily" };
  const rule = [{ rule_name: "daily", target_vault_name: "central", lifecycle: [{ delete_after: 35 }] }];
  const selection = {
    ...plan,
    address: "aws_backup_selection.all",
    type: "aws_backup_selection",
    name: "all",
  };
  const role = "arn:aws:iam::123456789012:role/backup";
  const all = [
    ...resources,
    { ...plan, values: { name: "daily", rule } },
    { ...selection, values: { name: "all", iam_role_arn: role } },
  ];
  const expressions = {
    plan_id: { references: ["aws_backup_plan.daily.id", "aws_backup_plan.daily"] },
    resources: { references: ["aws_dynamodb_table.tables"] },
  };
  return JSON.stringify({
    format_version: "1.2",
    planned_values: { root_module: { resources: all } },
    configuration: { root_module: { resources: [{ ...selection, expressions }] } },
  });
}

const pointCount = 100_000;

/** What version 1 of the AWS CLI prints of twenty vaults and their recovery points. */
function largeDump(): Record<string, unknown> {
  const arn = (resource: string): string => `arn:aws:backup:us-east-1:123456789012:${resource}`;
  const BackupVaultList = Array.from({ length: 20 }, (_, index) => ({
    BackupVaultName: `vault-${index}`,
    BackupVaultArn: arn(`backup-vault:vault-${index}`),
    CreationDate: 1700000000.5,
    NumberOfRecoveryPoints: pointCount / 20,
  }));
  const RecoveryPoints = Array.from({ length: pointCount }, (_, index) => {
    const CreationDate = 1764547200 - index * 60;
    return {
      RecoveryPointArn: arn(`recovery-point:${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`),
      BackupVaultName: `vault-${index % 20}`,
      BackupVaultArn: arn(`backup-vault:vault-${index % 20}`),
      ResourceArn: `arn:aws:dynamodb:us-east-1:123456789012:table/table-${index % 500}`,
      ResourceType: "DynamoDB",
      ResourceName: `table-${index % 500}`,
      CreatedBy: { BackupPlanId: "p", BackupPlanArn: arn("backup-plan:p"), BackupRuleId: "r" },
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Status: "COMPLETED",
      CreationDate,
      InitiationDate: CreationDate,
      CompletionDate: CreationDate + 60,
      BackupSizeInBytes: 4096,
      CalculatedLifecycle: { DeleteAt: CreationDate + 400 * 86_400 },
      Lifecycle: { DeleteAfterDays: 400 },
      IsEncrypted: true,
      IsParent: false,
      VaultType: "BACKUP_VAULT",
    };
  });
  return {
    "list-backup-vaults": { BackupVaultList },
    "list-recovery-points-by-backup-vault": { RecoveryPoints },
  };
}

function seedDump(text: string): void {
  const { fixture } = fromAwsCli(JSON.parse(text));
  mockAws(fixture.origin).seed(fixture);
}

/** The time of a cold call: a test reads its template once. */
function timeOf(read: (text: string) => unknown, text: string): Figure["value"] {
  const started = performance.now();
  read(text);
  return `${(performance.now() - started).toFixed(0)} ms`;
}

export function infrastructureFigures(): Figure[] {
  const json = largeTemplate();
  // The same text with a comment in front is read as YAML.
  const yaml = `# as YAML\n${json}`;
  const what = `a template of ${resourceCount} resources`;
  return [
    {
      name: `${what}, in JSON, the first time`,
      value: timeOf(fromCloudFormation, json),
      target: "< 1000 ms",
    },
    { name: `${what}, in YAML`, value: timeOf(fromCloudFormation, yaml), target: "< 1000 ms" },
    {
      name: `a Terraform plan of ${resourceCount} resources`,
      value: timeOf(fromTerraformPlan, largePlan()),
      target: "< 1000 ms",
    },
    {
      name: `a dump of ${pointCount} recovery points, read and seeded`,
      value: timeOf(seedDump, JSON.stringify(largeDump())),
      target: "< 20000 ms",
    },
  ];
}
