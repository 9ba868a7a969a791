import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mockAws } from "aws-backup-mock";
import { run } from "../../src/cli/run";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-simulate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

async function simulate(args: readonly string[], isTerminal = false) {
  let out = "";
  let err = "";
  const code = await run(["simulate", ...args], {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    isTerminal,
  });
  return { code, out, err };
}

const rule = (RuleName: string, ScheduleExpression: string, days: number, more: object = {}) => ({
  RuleName,
  TargetBackupVaultName: "nightly",
  ScheduleExpression,
  StartWindowMinutes: 60,
  Lifecycle: { DeleteAfterDays: days },
  ...more,
});

const planOf = (...Rules: object[]) => ({ BackupPlan: { BackupPlanName: "plan", Rules } });
const daily = rule("daily", "cron(0 5 ? * * *)", 35);
const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const selection = {
  SelectionName: "all",
  IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  Resources: ["*"],
};

test("a plan as get-backup-plan prints it is simulated with the resources that the command names", async () => {
  const { code, out, err } = await simulate([
    "examples/backup-plan.json",
    "--resource",
    "DynamoDB:orders=42MiB",
    "--resource=EFS:home=100GiB,+1GiB/day",
    "--for=60 days",
  ]);
  expect({ code, out, err }).toMatchInlineSnapshot(`
{
  "code": 0,
  "err": "The plan is taken to select every resource named with --resource.
The vault Default in us-east-1 is taken to exist, without a lock.
",
  "out": "Forecast of 60 days, from 2026-01-01 00:00 to 2026-03-02 00:00 UTC

                               2026
Backups                         Jan  Feb  Mar
daily-35-days… / DailyBackups   60~  54~   0~
daily-35-da… / MonthlyBackups    2    2    2
~ some are made by another rule instead

Kept at the end                     points        warm        cold         GiB    most GiB
daily-35-days… / DailyBackups           66          66           0       252.7       255.2
daily-35-da… / MonthlyBackups            6           2           4       235.7       235.7
vault Default (us-east-1)               72          68           4       488.4       488.4

No problems
",
}
`);
});

test("a three-rung plan of which the lock swallows one rung fails the build", async () => {
  const world = file("world.json", {
    backup: {
      vaults: [{ BackupVaultName: "nightly", MinRetentionDays: 30, MaxRetentionDays: 400 }],
      plans: [
        {
          ...planOf(daily, rule("weekly", "cron(0 7 ? * 1 *)", 90), rule("yearly", "cron(0 9 1 1 ? *)", 730)),
          selections: [selection],
        },
      ],
    },
    resources: [{ arn: orders }],
  });
  expect(await simulate([world])).toMatchObject({ code: 0 });
  const { code, out } = await simulate([world, "--fail-on", "problems"]);
  expect(code).toBe(1);
  expect(out).toContain("[RetentionOutsideLock]");
  expect(out).toMatch(/plan \/ yearly.*:\s+FAILED:/s);
  expect(out).not.toMatch(/plan \/ (daily|weekly): /);
});

test("a plan without problems does not", async () => {
  const path = file("plan.json", planOf(daily));
  expect(await simulate([path, "--resource=S3:logs=1TiB", "--fail-on=problems"])).toMatchObject({ code: 0 });
});

test("Saturday's and Sunday's runs that were swapped are seen: day 1 of cron is Sunday", async () => {
  // Meant: a full check on Saturdays, and the weekly backup on Sundays. Day 7 is Saturday, not Sunday.
  const path = file("plan.json", planOf(rule("sundays", "cron(0 5 ? * 7 *)", 90)));
  const { out } = await simulate([path, "--resource=DynamoDB:orders=1GiB", "--for=14", "--json"]);
  const days = JSON.parse(out).runs.map(({ at }: { at: string }) => new Date(at).getUTCDay());
  expect(days).toEqual([6, 6]);
});

test("a resource that no plan selects is found", async () => {
  const bucket = "arn:aws:s3:::logs";
  const world = file("world.json", {
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      plans: [{ ...planOf(daily), selections: [{ ...selection, Resources: [orders] }] }],
    },
    resources: [{ arn: orders }, { arn: bucket }],
  });
  const { code, out } = await simulate([world, "--fail-on=problems", "--for=30 days"]);
  expect(code).toBe(1);
  expect(out).toContain(`- ${bucket}: No plan selects it, and it has no backup. [NotSelected]`);
});

test("a world that was saved goes on from where it was, and the sizes of its resources can be set", async () => {
  const aws = mockAws({ now: "2027-05-01T00:00:00Z", region: "eu-west-1" });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      plans: [{ ...planOf(daily), selections: [selection] }],
    },
  });
  const world = file("saved.json", JSON.stringify(aws.snapshot()));
  const { out } = await simulate([
    world,
    "--region=eu-west-1",
    "--resource=EBS:data=10GiB",
    "--for=1 day",
    "--json",
  ]);
  expect(JSON.parse(out)).toMatchObject({
    from: "2027-05-01T00:00:00.000Z",
    runs: [
      { resourceArn: expect.stringMatching(/:eu-west-1:.*:volume\/vol-/), backupSizeInBytes: 10 * 1024 ** 3 },
    ],
  });
});

test("the size and growth of a resource in the file can be set by its name", async () => {
  const world = file("world.json", {
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      plans: [{ ...planOf(daily), selections: [selection] }],
    },
    efs: { fileSystems: [{ CreationToken: "home" }] },
    resources: [{ arn: orders }],
  });
  const args = [
    "--resource=DynamoDB:orders=5GiB,+24GiB/day",
    "--resource=EFS:home=7GiB",
    "--for=2 days",
    "--json",
  ];
  const { out } = await simulate([world, ...args]);
  const runs: { resourceArn: string; backupSizeInBytes: number }[] = JSON.parse(out).runs;
  const sizesOf = (part: string) =>
    runs
      .filter(({ resourceArn }) => resourceArn.includes(part))
      .map(({ backupSizeInBytes }) => Math.floor(backupSizeInBytes / 1024 ** 3));
  expect(sizesOf("table/orders")).toEqual([10, 34]);
  // The second backup of a file system has only what has changed.
  expect(sizesOf("file-system/")).toEqual([7, 0]);
});

test("a template is simulated with its parameters; what it leaves out is said", async () => {
  const template = file(
    "backup.yaml",
    `
Parameters:
  Days: { Type: Number }
Resources:
  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: nightly } }
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: plan
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: !Ref Vault
            ScheduleExpression: cron(0 5 ? * * *)
            Lifecycle: { DeleteAfterDays: !Ref Days }
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !Ref Plan
      BackupSelection:
        SelectionName: tables
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources: [!GetAtt Orders.Arn]
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
  Alarm: { Type: AWS::SNS::Topic }
`,
  );
  const args = [template, "--parameter", "Days=3", "--resource=DynamoDB:orders=7GiB", "--for=10 days"];
  const { code, out, err } = await simulate([...args, "--json"]);
  expect(code).toBe(0);
  const { runs, holdings, problems } = JSON.parse(out);
  expect(runs[0]).toMatchObject({ rule: "daily", outcome: "COMPLETED", backupSizeInBytes: 7 * 1024 ** 3 });
  expect(holdings.vaults[0].highest).toMatchObject({ points: 3, gib: 21 });
  expect(problems).toEqual([]);
  expect(err).toContain("Alarm (AWS::SNS::Topic) is left out: ");
});

test("prices give costs, and what has no price is named", async () => {
  const path = file("plan.json", planOf(daily));
  const resources = ["--resource=EBS:data=100GiB", "--resource=RDS:db=1GiB"];
  const { out } = await simulate([
    path,
    ...resources,
    "--prices=examples/prices-us-east-1.json",
    "--for=31 days",
  ]);
  expect(out).toMatch(/^Costs: \d+\.\d\d USD, \d+\.\d\d in 2026-01$/m);
  expect(out).toContain("Without a price: storage of RDS (warm)");
});

test("a picture is written to a file, and a device or folder is left alone", async () => {
  const path = file("plan.json", planOf(daily));
  const svg = join(folder, "plan.svg");
  const args = [path, "--resource=DynamoDB:orders=1GiB", "--for=30 days"];
  expect(await simulate([...args, "--svg", svg])).toMatchObject({ code: 0 });
  expect(readFileSync(svg, "utf8")).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  mkdirSync(join(folder, "taken"));
  const taken = await simulate([...args, "--svg", join(folder, "taken")]);
  expect(taken).toMatchObject({ code: 2, out: "", err: expect.stringContaining("it is a directory") });
  expect(await simulate([...args, "--svg", "/dev/null"])).toMatchObject({ code: 2, out: "" });
});

test("a bar shows progress on a terminal, and nothing in pipes", async () => {
  const path = file("plan.json", planOf(daily));
  const args = [path, "--resource=DynamoDB:orders=1GiB", "--for=400 days", "--json"];
  const piped = await simulate(args);
  expect(piped.err).not.toContain("%");
  const { out, err } = await simulate(args, true);
  expect(err).toMatch(/\r\[#{40}\] 100 %\r +\r/);
  expect(out).toBe(piped.out);
});

test("a plan of Terraform is simulated in the Region it names", async () => {
  const plan = "aws_backup_plan.daily";
  const resource = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    values,
  });
  const rule = { rule_name: "daily", target_vault_name: "main", schedule: "cron(0 5 * * ? *)" };
  const path = file("tfplan.json", {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: {
      root_module: {
        resources: [
          resource("aws_backup_vault", "main", { name: "main" }),
          resource("aws_backup_plan", "daily", {
            name: "daily",
            rule: [{ ...rule, lifecycle: [{ delete_after: 7 }] }],
          }),
          resource("aws_backup_selection", "all", {
            name: "all",
            iam_role_arn: "arn:aws:iam::111122223333:role/backup",
            resources: ["*"],
          }),
          resource("aws_dynamodb_table", "orders", { name: "orders" }),
          resource("aws_lambda_function", "ship", {}),
        ],
      },
    },
    resource_changes: [
      {
        address: "aws_backup_selection.all",
        change: { after_unknown: { plan_id: true } },
      },
    ],
    configuration: {
      provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "eu-west-1" } } } },
      root_module: {
        resources: [
          {
            address: "aws_backup_selection.all",
            mode: "managed",
            type: "aws_backup_selection",
            name: "all",
            expressions: { plan_id: { references: [`${plan}.id`, plan] } },
          },
        ],
      },
    },
  });
  const { code, out } = await simulate([path, "--for", "30 days", "--json"]);
  const result = JSON.parse(out);
  expect(code).toBe(0);
  expect(JSON.stringify(result)).toContain("arn:aws:dynamodb:eu-west-1:111122223333:table/orders");
  const text = await simulate([path, "--for", "30 days"]);
  expect(text.out + text.err).toContain("aws_lambda_function.ship (aws_lambda_function) is left out");
});

test.each([
  [[], "simulate takes one file"],
  [["a.json", "b.json"], "simulate takes one file"],
  [["missing.json"], "no such file"],
  [["package.json"], "it is not known what this is"],
  [["README.md"], "README.md: Cannot read the template"],
  [["examples/backup-plan.json"], "name what it backs up: --resource"],
  [["examples/backup-plan.json", "--resource", "EBS"], "write TYPE:NAME=SIZE"],
  [["examples/backup-plan.json", "--resource", "EBSS:data=1GiB"], 'did you mean "EBS"?'],
  [["examples/backup-plan.json", "--resource", "EBS:data=big"], "big is not a size"],
  [["examples/backup-plan.json", "--resource", "EBS:data=1GiB,fast"], "neither a growth nor a tag"],
  [["examples/backup-plan.json", "--resource", "FSx:data=1GiB"], "describe it in a world file"],
  [["examples/backup-plan.json", "--resource", "EBS:data=1GiB", "--for", "soon"], "is not a duration"],
  [
    ["examples/backup-plan.json", "--resource", "EBS:data=1GiB", "--prices", "package.json"],
    "prices.name is unknown",
  ],
  [["examples/backup-plan.json", "--fail-on", "fire"], "write --fail-on problems"],
  [["examples/backup-plan.json", "--resorce", "x"], 'did you mean "--resource"?'],
])("wrong usage is refused: %j", async (args, part) => {
  const { code, out, err } = await simulate(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(part);
  expect(existsSync("plan.svg")).toBe(false);
});
