import { fromTerraformPlan } from "aws-backup-mock/infrastructure";
import { failure } from "../../support/failure";
import { type Given, terraformPlan } from "./terraform-document";

const showPlan =
  "run `terraform plan -out=plan.out` and `terraform show -json plan.out > plan.json`, and pass plan.json";

const notPlans: readonly (readonly [string, unknown, string])[] = [
  [
    "a state file",
    { version: 4, terraform_version: "1.9.8", serial: 3, lineage: "1b", resources: [] },
    "it is a state file (terraform.tfstate); run `terraform show -json > state.json` in its directory, and pass state.json",
  ],
  [
    "a configuration",
    'resource "aws_backup_vault" "v" {\n  name = "v"\n}\n',
    `it is a Terraform configuration (.tf); ${showPlan}`,
  ],
  [
    "a configuration after comments",
    '# vaults\n\nmodule "backup" {\n source = "x"\n}',
    `it is a Terraform configuration (.tf); ${showPlan}`,
  ],
  [
    "a configuration in JSON",
    { resource: { aws_backup_vault: {} } },
    `it is a Terraform configuration in JSON (.tf.json); ${showPlan}`,
  ],
  [
    "a CloudFormation template",
    { Resources: { V: { Type: "AWS::Backup::BackupVault" } } },
    "it is a CloudFormation template; pass it to fromCloudFormation",
  ],
  [
    "a CloudFormation template in YAML",
    "AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n",
    "it is a CloudFormation template; pass it to fromCloudFormation",
  ],
  ["a Kubernetes manifest", "apiVersion: v1\nkind: Pod\n", `it is a Kubernetes manifest; ${showPlan}`],
  ["a Kubernetes object", { apiVersion: "v1", kind: "Pod" }, `it is a Kubernetes manifest; ${showPlan}`],
  [
    "an answer of the CLI",
    { BackupPlan: {}, BackupPlanId: "x" },
    "it is an answer of `aws backup get-backup-plan`; pass it to fromAwsCli",
  ],
  [
    "a plan for people",
    '\nTerraform will perform the following actions:\n\n  # aws_backup_vault.v will be created\n  + resource "aws_backup_vault" "v" {\n',
    `it is a plan as Terraform prints it for people; ${showPlan}`,
  ],
  [
    "a plan file",
    "PK\u0003\u0004...",
    "it is a plan in Terraform's own format; run `terraform show -json plan.out > plan.json`, and pass plan.json",
  ],
  [
    "a log",
    '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
    `it is a log of \`terraform plan -json\`; ${showPlan}`,
  ],
  [
    "schemas of providers",
    { format_version: "1.0", provider_schemas: {} },
    `it is the output of \`terraform providers schema -json\`; ${showPlan}`,
  ],
  [
    "a plan without planned values",
    { format_version: "1.2", resource_changes: [] },
    `its planned_values are missing; ${showPlan}`,
  ],
  ["another object", { a: 1 }, `it has neither planned_values nor values; ${showPlan}`],
  ["an empty text", " \n", `it is empty; ${showPlan}`],
  ["a list", [], `it is no object; pass the output of \`terraform show -json\`: ${showPlan}`],
  ["nothing", null, `it is no object; pass the output of \`terraform show -json\`: ${showPlan}`],
  [
    "a later format",
    { format_version: "2.0", planned_values: {} },
    "its format_version is 2.0; pass a plan of format 0.x or 1.x, of Terraform up to 1.x",
  ],
];

test.each(notPlans)("%s is refused with what it is and what to do", (_, document, message) => {
  expect(failure(() => fromTerraformPlan(document as object))).toBe(
    `Cannot read the Terraform plan: ${message}`,
  );
});

test("broken JSON is refused", () => {
  expect(() => fromTerraformPlan('{"format_version": "1.2",')).toThrow(
    /^Cannot read the Terraform plan: it is no JSON: .*; run `terraform/,
  );
});

test("a state without resources is an empty world", () => {
  expect(fromTerraformPlan({ format_version: "1.0" }).fixture).toEqual({});
});

test("what AWS would refuse is one error, by address and attribute", () => {
  const given: readonly Given[] = [
    { address: "module.b.aws_backup_vault.v[0]", values: { name: "no spaces" } },
    {
      address: 'aws_backup_plan.p["a"]',
      values: {
        name: "plan",
        rule: [
          {
            rule_name: "daily",
            target_vault_name: "vault",
            schedule: "cron(0 5 ? * * *)",
            lifecycle: [{ cold_storage_after: 30, delete_after: 60 }],
          },
        ],
      },
    },
    { address: "aws_efs_file_system.f", values: { creation_token: "t", performance_mode: "fast" } },
  ];
  expect(failure(() => fromTerraformPlan(terraformPlan(given))).split("\n")).toEqual([
    "Cannot read the Terraform plan (3 problems); correct it:",
    "  aws_efs_file_system.f.performance_mode: Value 'fast' at 'performance_mode' failed to satisfy constraint: Member must satisfy enum value set: [generalPurpose, maxIO]",
    "  module.b.aws_backup_vault.v[0].name: Value 'no spaces' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\-\\_]{2,50}$",
    '  aws_backup_plan.p["a"].rule[0].lifecycle[0]: Error in some rules due to : Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays',
  ]);
});

test("attributes and types that are not known are named", () => {
  const { skipped, warnings } = fromTerraformPlan(
    terraformPlan(
      [
        { address: "aws_backup_vault.v", values: { name: "vault", shiny: "new", other: null } },
        { address: "aws_backup_shiny.s", values: {} },
        { address: "aws_rds_cluster_instance.i", values: {} },
        { address: "awscc_backup_backup_vault.c", values: {} },
        { address: "random_id.r", values: {} },
      ],
      { others: { errored: true, complete: false } },
    ),
    { accountId: "111122223333" },
  );
  expect(warnings).toEqual([
    { where: "errored", text: "planning failed before it was complete; resources may be missing" },
    { where: "complete", text: "the plan defers changes to later rounds; resources may be missing" },
    { where: "aws_backup_vault.v.shiny", text: "this attribute has no counterpart here, and was left out" },
  ]);
  expect(skipped.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    "aws_backup_shiny.s: this version does not know the type",
    "aws_rds_cluster_instance.i: an instance of a cluster is backed up with the cluster",
    "awscc_backup_backup_vault.c: the provider awscc is not read; use the provider aws",
    "random_id.r: it is not part of AWS Backup, Amazon EFS or Amazon FSx, and AWS Backup does not protect it",
  ]);
});

test("what belongs to something outside of the plan is skipped, and vaults and file systems outside of it are assumed", () => {
  const { fixture, skipped, warnings } = fromTerraformPlan(
    terraformPlan([
      {
        address: "aws_backup_plan.p",
        values: { name: "plan", rule: [{ rule_name: "r", target_vault_name: "central" }] },
      },
      {
        address: "aws_backup_vault_lock_configuration.l",
        values: { backup_vault_name: "elsewhere", min_retention_days: 7, changeable_for_days: 3 },
      },
      {
        address: "aws_efs_mount_target.m",
        values: { file_system_id: "fs-12345678", subnet_id: "subnet-12345678" },
      },
      {
        address: "aws_efs_backup_policy.b",
        values: { file_system_id: "fs-87654321", backup_policy: [{ status: "ENABLED" }] },
      },
      {
        address: "aws_fsx_ontap_volume.v",
        values: { name: "v", size_in_megabytes: 1024, storage_virtual_machine_id: "svm-0123456789abcdef0" },
      },
      {
        address: "aws_fsx_windows_file_system.w",
        values: {
          backup_id: "backup-0123456789abcdef0",
          throughput_capacity: 32,
          subnet_ids: ["subnet-12345678"],
        },
      },
    ]),
    { accountId: "111122223333" },
  );
  expect(fixture.backup?.vaults).toEqual([
    { BackupVaultName: "elsewhere", MinRetentionDays: 7, ChangeableForDays: 3, Locked: true },
    { BackupVaultName: "central" },
  ]);
  expect(fixture.efs?.fileSystems?.map(({ FileSystemId }) => FileSystemId)).toEqual([
    "fs-87654321",
    "fs-12345678",
  ]);
  expect(warnings.map(({ where }) => where)).toEqual([
    "aws_backup_vault_lock_configuration.l",
    "aws_efs_backup_policy.b",
    "aws_backup_plan.p.rule[0].target_vault_name",
    "aws_efs_mount_target.m",
  ]);
  expect(skipped.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    "aws_fsx_windows_file_system.w: it is restored from the backup backup-0123456789abcdef0, which the plan does not hold; seed it as the backup has it",
    "aws_fsx_ontap_volume.v: it belongs to svm-0123456789abcdef0, which the plan does not hold",
  ]);
});
