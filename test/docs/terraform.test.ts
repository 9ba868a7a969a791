import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "aws-backup-mock/jest";
import { mockAws } from "aws-backup-mock";
import { fromTerraformPlan } from "aws-backup-mock/infrastructure";
import { constant, providerIn, ref, terraformPlan } from "../infrastructure/terraform/terraform-document";
import { failure } from "../support/failure";

const plan = terraformPlan(
  [
    { address: "aws_backup_vault.main", values: { name: "main" } },
    { address: "aws_backup_vault.replica", values: { name: "replica" }, provider: "aws.replica" },
    {
      address: "aws_backup_plan.daily",
      values: {
        name: "daily",
        rule: [
          {
            rule_name: "daily",
            target_vault_name: "main",
            schedule: "cron(0 5 ? * * *)",
            lifecycle: [{ delete_after: 35 }],
            copy_action: [{ lifecycle: [{ delete_after: 400 }] }],
          },
        ],
      },
      unknown: { arn: true, id: true, rule: [{ copy_action: [{ destination_vault_arn: true }] }] },
      written: {
        rule: [
          {
            rule_name: constant("daily"),
            copy_action: [
              { destination_vault_arn: ref("aws_backup_vault.replica.arn", "aws_backup_vault.replica") },
            ],
          },
        ],
      },
    },
    {
      address: "aws_backup_selection.tagged",
      values: { name: "tagged", selection_tag: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }] },
      unknown: { id: true, plan_id: true, iam_role_arn: true },
      written: {
        plan_id: ref("aws_backup_plan.daily.id", "aws_backup_plan.daily"),
        iam_role_arn: ref("aws_iam_role.backup.arn", "aws_iam_role.backup"),
      },
    },
    { address: "aws_iam_role.backup", values: { name: "backup" } },
    { address: "aws_dynamodb_table.orders", values: { name: "orders", tags_all: { Backup: "daily" } } },
    { address: "aws_dynamodb_table.carts", values: { name: "carts", tags_all: {} } },
  ],
  {
    providers: {
      aws: providerIn(constant("eu-west-1")),
      "aws.replica": providerIn(constant("eu-central-1")),
    },
  },
);

const folder = mkdtempSync(join(tmpdir(), "terraform-"));
const path = join(folder, "plan.json");
beforeAll(() => writeFileSync(path, JSON.stringify(plan)));
afterAll(() => rmSync(folder, { recursive: true }));

test("orders keep a backup of each of the last 35 days, and each day is copied", async () => {
  const { fixture, place, skipped } = fromTerraformPlan(readFileSync(path, "utf8"));
  const aws = mockAws(place);
  aws.seed(fixture);
  const replica = fromTerraformPlan(readFileSync(path, "utf8"), { region: "eu-central-1" });
  aws.in({ region: "eu-central-1" }).seed(replica.fixture);

  await aws.clock.advance("60 days");

  expect(aws).toHaveProtected("arn:aws:dynamodb:eu-west-1:123456789012:table/orders");
  expect(aws.state.backup.recoveryPoints.size).toBe(35);
  expect(aws.in({ region: "eu-central-1" }).state.backup.recoveryPoints.size).toBe(60);
  expect(skipped.map(({ name }) => name)).toEqual(["aws_backup_vault.replica", "aws_iam_role.backup"]);
});

test("what AWS would refuse is listed by address and attribute", () => {
  const rule = { rule_name: "daily", target_vault_name: "main" };
  const wrong = terraformPlan([
    {
      address: "aws_backup_plan.daily",
      values: {
        name: "daily",
        rule: [{ ...rule, lifecycle: [{ cold_storage_after: 30, delete_after: 60 }] }],
      },
    },
  ]);
  expect(failure(() => fromTerraformPlan(wrong))).toBe(
    [
      "Cannot read the Terraform plan (1 problem); correct it:",
      "  aws_backup_plan.daily.rule[0].lifecycle[0]: Error in some rules due to : Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays",
    ].join("\n"),
  );
});
