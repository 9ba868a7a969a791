import { fromTerraformPlan } from "aws-backup-mock/infrastructure";
import { constant, type Given, ref, terraformPlan } from "./terraform-document";

const role = "arn:aws:iam::111122223333:role/backup";
const rule = {
  rule_name: "daily",
  target_vault_name: "main",
  schedule: "cron(0 5 ? * * *)",
  lifecycle: [{ delete_after: 35 }],
};

const vault: Given = { address: "aws_backup_vault.main", values: { name: "main" } };
const plan = (address: string): Given => ({ address, values: { name: "plan", rule: [rule] } });

const selection = (
  address: string,
  written: Given["written"],
  values: Given["values"] = {},
  unknown: object = {},
): Given => ({
  address,
  values: {
    name: "s",
    iam_role_arn: role,
    selection_tag: [{ key: "b", type: "STRINGEQUALS", value: "y" }],
    ...values,
  },
  unknown: { id: true, plan_id: true, ...unknown },
  ...(written && { written }),
});

const table = (name: string, more: Partial<Given> = {}): Given => ({
  address: `aws_dynamodb_table.${name}`,
  values: { name },
  ...more,
});

const tableArn = (name: string): string => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`;

const selected = (given: readonly Given[], surroundings?: Parameters<typeof terraformPlan>[1]) =>
  fromTerraformPlan(terraformPlan(given, surroundings)).fixture.backup?.selections?.map(
    ({ BackupSelection }) => BackupSelection?.Resources,
  );

const withResources = (written: unknown, values: readonly unknown[] | undefined, unknown: unknown): Given =>
  selection(
    "aws_backup_selection.s",
    { plan_id: ref("aws_backup_plan.p.id", "aws_backup_plan.p"), resources: written },
    { selection_tag: [], ...(values && { resources: values }) },
    { resources: unknown },
  );

test("of a list that is partly known, the known items stay and the others are found", () => {
  const written = ref("aws_dynamodb_table.a.arn", "aws_dynamodb_table.a", "var.more");
  const known = "arn:aws:s3:::archive";
  expect(
    selected(
      [vault, plan("aws_backup_plan.p"), table("a"), withResources(written, [known, null], [false, true])],
      {
        variables: { more: [known] },
      },
    ),
  ).toEqual([[known, tableArn("a")]]);
});

test("of a list that is not known at all, the constants in variables are taken as well", () => {
  const written = ref(
    "aws_dynamodb_table.a[0].arn",
    "aws_dynamodb_table.a[0]",
    "aws_dynamodb_table.a",
    "var.more",
  );
  expect(
    selected(
      [
        vault,
        plan("aws_backup_plan.p"),
        table("a", { address: "aws_dynamodb_table.a[0]" }),
        withResources(written, undefined, true),
      ],
      {
        variables: { more: ["arn:aws:s3:::archive"] },
      },
    ),
  ).toEqual([[tableArn("a"), "arn:aws:s3:::archive"]]);
});

test("a splat means every instance, and each.key the one of the same key", () => {
  const tables = ["a", "b"].map(key => table(key, { address: `aws_dynamodb_table.t["${key}"]` }));
  expect(
    selected([
      vault,
      plan("aws_backup_plan.p"),
      ...tables,
      withResources(ref("aws_dynamodb_table.t"), undefined, true),
    ]),
  ).toEqual([[tableArn("a"), tableArn("b")]]);
  const one = {
    ...withResources(ref("aws_dynamodb_table.t", "each.key"), undefined, true),
    address: 'aws_backup_selection.s["b"]',
  };
  expect(selected([vault, plan("aws_backup_plan.p"), ...tables, one])).toEqual([[tableArn("b")]]);
});

test("each.value leads to the resources that for_each goes through", () => {
  const tables = ["a", "b"].map(key => table(key, { address: `aws_dynamodb_table.t["${key}"]` }));
  const each = {
    ...withResources(ref("each.value.arn", "each.value"), [null], [true]),
    address: 'aws_backup_selection.s["a"]',
    forEach: ref("aws_dynamodb_table.t"),
  };
  expect(selected([vault, plan("aws_backup_plan.p"), ...tables, each])).toEqual([[tableArn("a")]]);
});

test("outputs of modules lead to the resources in them, through nested modules as well", () => {
  const given = [
    vault,
    plan("aws_backup_plan.p"),
    table("deep", { address: "module.shop.module.tables[0].aws_dynamodb_table.this" }),
    withResources(ref("module.shop.table_arn", "module.shop"), [null], [true]),
  ];
  const calls = {
    shop: { outputs: { table_arn: ref("module.tables[0].arn", "module.tables[0]", "module.tables") } },
    "shop.tables": { outputs: { arn: ref("aws_dynamodb_table.this.arn", "aws_dynamodb_table.this") } },
  };
  expect(selected(given, { calls })).toEqual([[tableArn("deep")]]);
  const all = [...given.slice(0, 3), withResources(ref("module.shop"), undefined, true)];
  expect(selected(all, { calls })).toEqual([[tableArn("deep")]]);
});

test("a data source that was read gives its value", () => {
  const data: Given = {
    address: "data.aws_dynamodb_table.old",
    values: { name: "old", arn: tableArn("old") },
  };
  const { fixture, warnings } = fromTerraformPlan(
    terraformPlan([
      vault,
      plan("aws_backup_plan.p"),
      data,
      withResources(ref("data.aws_dynamodb_table.old.arn", "data.aws_dynamodb_table.old"), [null], [true]),
    ]),
  );
  expect(fixture.backup?.selections?.[0]?.BackupSelection?.Resources).toEqual([tableArn("old")]);
  expect(fixture.resources).toEqual([{ arn: tableArn("old") }]);
  expect(warnings).toEqual([
    {
      where: "aws_backup_selection.s.resources",
      text: `${tableArn("old")} is not in the plan; it was added without tags`,
    },
  ]);
});

test("an argument that a local decides belongs to the only resource that it can be, with a warning", () => {
  const { fixture, warnings } = fromTerraformPlan(
    terraformPlan([
      vault,
      plan("module.a.aws_backup_plan.p"),
      plan("module.b.aws_backup_plan.p"),
      selection("module.a.aws_backup_selection.s", { plan_id: ref("local.plan_id") }),
    ]),
  );
  expect(fixture.backup?.selections?.[0]?.BackupPlanId).toBe(fixture.backup?.plans?.[0]?.BackupPlanId);
  expect(warnings).toContainEqual({
    where: "module.a.aws_backup_selection.s.plan_id",
    text: "not known before apply; module.a.aws_backup_plan.p is assumed, the only one that it can be",
  });
});

test("what cannot be told is skipped, with what depends on it", () => {
  const { fixture, skipped } = fromTerraformPlan(
    terraformPlan([
      vault,
      plan("aws_backup_plan.p"),
      plan("aws_backup_plan.q"),
      selection("aws_backup_selection.s", { plan_id: ref("local.plan_id") }),
    ]),
  );
  expect(fixture.backup?.selections).toBeUndefined();
  expect(skipped).toEqual([
    {
      name: "aws_backup_selection.s",
      type: "aws_backup_selection",
      reason: "plan_id: it is only known after apply, and cannot be told from the plan",
    },
  ]);
});

test("a selection of resources that cannot be told is skipped", () => {
  const { skipped } = fromTerraformPlan(
    terraformPlan([vault, plan("aws_backup_plan.p"), withResources(ref("local.arns"), undefined, true)]),
  );
  expect(skipped).toMatchObject([
    { name: "aws_backup_selection.s", reason: expect.stringContaining("selects only resources") },
  ]);
});

test("a name that only apply knows begins as its prefix or its resource, the same each time", () => {
  const given = [
    {
      address: "aws_backup_vault.main",
      values: {},
      unknown: { arn: true, id: true, name: true },
      written: { name: ref("random_id.v.hex", "random_id.v") },
    },
    {
      ...plan("aws_backup_plan.p"),
      values: { name: "plan", rule: [{ ...rule, target_vault_name: undefined }] },
      unknown: { id: true, rule: [{ target_vault_name: true }] },
      written: {
        name: constant("plan"),
        rule: [
          {
            rule_name: constant("daily"),
            target_vault_name: ref("aws_backup_vault.main.name", "aws_backup_vault.main"),
          },
        ],
      },
    },
  ];
  const [first, second] = [0, 1].map(
    () => fromTerraformPlan(JSON.stringify(terraformPlan(given))).fixture.backup,
  );
  const name = first?.vaults?.[0]?.BackupVaultName;
  expect(name).toMatch(/^main_[0-9a-f]{6}$/);
  expect(first?.plans?.[0]?.BackupPlan?.Rules?.[0]?.TargetBackupVaultName).toBe(name);
  expect(second).toEqual(first);
});

test("blocks of a set keep their references, though the configuration has another order", () => {
  const vaults = ["one", "two"].map(
    (name): Given => ({
      address: `aws_backup_vault.${name}`,
      values: {},
      unknown: { arn: true, id: true, name: true },
      written: { name: ref("random_id.v.hex", "random_id.v") },
    }),
  );
  const target = (name: string) => ({
    rule_name: constant(name),
    target_vault_name: ref(`aws_backup_vault.${name}.name`, `aws_backup_vault.${name}`),
  });
  const { backup } = fromTerraformPlan(
    JSON.stringify(
      terraformPlan([
        ...vaults,
        {
          address: "aws_backup_plan.p",
          values: { name: "plan", rule: [{ rule_name: "two" }, { rule_name: "one" }] },
          unknown: { id: true, rule: [{ target_vault_name: true }, { target_vault_name: true }] },
          written: { name: constant("plan"), rule: [target("one"), target("two")] },
        },
      ]),
    ),
  ).fixture;
  expect(backup?.plans?.[0]?.BackupPlan?.Rules?.map(each => each.TargetBackupVaultName?.slice(0, 3))).toEqual(
    ["two", "one"],
  );
});

test("where a variable holds the resources of several selections, each one gets all of them, with a warning", () => {
  const given = [
    vault,
    plan("aws_backup_plan.p"),
    table("a"),
    table("b"),
    {
      ...withResources(ref("each.value.resources", "each.value"), [null], [true]),
      address: 'module.backup.aws_backup_selection.s["one"]',
      forEach: ref("var.selections"),
    },
  ];
  const selections = ref(
    "aws_dynamodb_table.a.arn",
    "aws_dynamodb_table.a",
    "aws_dynamodb_table.b.arn",
    "aws_dynamodb_table.b",
  );
  const { fixture, warnings } = fromTerraformPlan(
    terraformPlan(given, { calls: { backup: { expressions: { selections } } } }),
  );
  expect(fixture.backup?.selections?.[0]?.BackupSelection?.Resources).toEqual([tableArn("a"), tableArn("b")]);
  expect(warnings).toContainEqual({
    where: 'module.backup.aws_backup_selection.s["one"].resources',
    text: "1 of its values is only known after apply; all 2 that the configuration refers to are taken",
  });
});
