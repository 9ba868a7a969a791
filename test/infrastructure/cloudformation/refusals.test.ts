import { type CloudFormationOptions, fromCloudFormation } from "aws-backup-mock/infrastructure";
import { failure } from "../../support/failure";

const refused = (template: string | object, options?: CloudFormationOptions): string =>
  failure(() => fromCloudFormation(template, options));

/** The problems that an error lists. */
const problemsOf = (resources: object, sections: object = {}, options?: CloudFormationOptions) =>
  refused({ ...sections, Resources: resources }, options)
    .split("\n")
    .slice(1)
    .map(line => line.trim());

const vault = (properties: object) => ({ Type: "AWS::Backup::BackupVault", Properties: properties });
const named = (BackupVaultName: unknown) => ({ Vault: vault({ BackupVaultName }) });

test.each([
  ["a Kubernetes file", "apiVersion: v1\nkind: Pod\n---\nkind: Service", "this is a Kubernetes file"],
  ["an answer of the API", { BackupPlan: {}, BackupPlanId: "p" }, "this is an answer of AWS's API"],
  [
    "a Terraform plan",
    { format_version: "1.2", planned_values: {} },
    "this is a plan or state of Terraform; pass it to fromTerraformPlan",
  ],
  ["a fixture", { backup: {} }, "this is a fixture; pass it to aws.seed"],
  ["a file name", "template.yaml", '"template.yaml" is not a template; if it is the name of a file'],
  ["no text", "", "the text is empty"],
  ["a list", [], "it is a list, not an object with Resources"],
  ["something else", { Vaults: {} }, "Resources is missing, it has Vaults"],
  ["no resource", { Resources: {} }, "Resources: it is empty"],
  ["two templates", "Resources: {}\n---\nResources: {}\n", "line 2, column 1: a second document begins here"],
])("%s is said to be what it is", (_, source, expected) => {
  expect(refused(source)).toContain(`Cannot read the template: ${expected}`);
});

test("broken text is an error with line and column", () => {
  expect(refused("Resources:\n  A:\n    Type: X\n   B: 2\n")).toContain("line 4, column 1: ");
  expect(refused('{"Resources": {"A": {"Type": "x",}}')).toContain("line 1, column 36: ");
  expect(refused("Resources:\n  A: !Sup x\n")).toBe(
    'Cannot read the template: line 2, column 6: unknown function "!Sup"; did you mean "!Sub"?',
  );
});

test("a parameter without value is one problem, with the types of all", () => {
  const Parameters = {
    Stage: { Type: "String" },
    Days: { Type: "Number" },
    Key: { Type: "AWS::SSM::Parameter::Value<String>" },
    Optional: { Type: "String", Default: "" },
  };
  const Lock = vault({ BackupVaultName: "lock", LockConfiguration: { MinRetentionDays: { Ref: "Days" } } });
  expect(problemsOf({ ...named({ Ref: "Stage" }), Lock }, { Parameters })).toEqual([
    "Parameters: no value and no default: Stage (String), Days (Number), Key (AWS::SSM::Parameter::Value<String>); give values in the option parameters",
  ]);
});

test("values that a parameter does not allow are refused", () => {
  const Parameters = {
    Stage: { Type: "String", AllowedValues: ["dev", "prod"] },
    Days: { Type: "Number", MinValue: 7, MaxValue: 35 },
    Name: { Type: "String", AllowedPattern: "[a-z]+", MaxLength: 3 },
    Count: { Type: "Number" },
  };
  const parameters = { Stage: "test", Days: 3, Name: "A", Count: "many", Stagee: "dev" };
  expect(problemsOf(named("nightly"), { Parameters }, { parameters })).toEqual([
    'Parameters.Stagee: unknown parameter "Stagee"; did you mean "Stage"?',
    'Parameters.Stage: "test" is not allowed; choose one of dev, prod',
    "Parameters.Days: 3 is less than 7; give a larger one",
    'Parameters.Name: "A" does not match [a-z]+; give a value that does',
    'Parameters.Count: "many" is not a number; give one',
  ]);
});

test("references that lead nowhere are refused, by logical id and property", () => {
  const problems = problemsOf(
    {
      ...named({ "Fn::Sub": "${Vauld}-x" }),
      Table: { Type: "AWS::DynamoDB::Table", DependsOn: ["Nothing"], Condition: "Never" },
      Disk: {
        Type: "AWS::EC2::Volume",
        Condition: "Off",
        Properties: { Size: { "Fn::Select": [2, ["a"]] } },
      },
      Files: {
        Type: "AWS::EFS::FileSystem",
        Properties: { KmsKeyId: { "Fn::GetAtt": ["Disk", "VolumeId"] } },
      },
      Other: vault({ BackupVaultName: { "Fn::Sup": "x" } }),
    },
    { Conditions: { Off: { "Fn::Equals": [1, 2] } } },
  );
  expect(problems).toEqual([
    'Table.Condition: the condition "Never" does not exist; add it',
    'Vault.BackupVaultName: "Vauld" does not exist in the template; did you mean "Vault"?',
    "Files.KmsKeyId: Disk is not created, since its condition Off is false; make the reference depend on the condition, or give other parameters",
    'Other.BackupVaultName: unknown function "Fn::Sup"; did you mean "Fn::Sub"?',
  ]);
});

test("arguments that a function cannot take are refused", () => {
  const table = (value: object) => ({ Table: { Type: "AWS::DynamoDB::Table", Properties: { value } } });
  const wrong: readonly object[] = [
    { "Fn::Join": ["-"] },
    { "Fn::Join": ["-", "text"] },
    { "Fn::Select": [2, ["a", "b"]] },
    { "Fn::Split": [",", ["a"]] },
    { "Fn::Length": "text" },
    { "Fn::Sub": { a: 1 } },
    { "Fn::GetAtt": "Table" },
    { "Fn::If": ["Condition"] },
    { "Fn::Cidr": ["10.0.0.0/24", 300, 8] },
    { "Fn::FindInMap": ["Map", "key"] },
    { "Fn::FindInMap": ["Map", "key", "other"] },
    { "Fn::ForEach::Loop": ["Name", "text", {}] },
    { "Fn::ForEach::Loop": ["Name"] },
    { "Fn::Join": ["-", ["a"]], other: 1 },
  ];
  for (const value of wrong) expect(problemsOf(table(value))[0]).toMatch(/^Table\.value.*: .+; .+/);
});

test("properties that are no objects are refused", () => {
  expect(problemsOf({ Vault: vault({ BackupVaultName: "nightly", LockConfiguration: "on" }) })).toEqual([
    "Vault.LockConfiguration: it is not an object; give one",
  ]);
});

test("properties that CloudFormation requires are missed, each once", () => {
  const problems = problemsOf({
    Vault: vault({ LockConfiguration: { ChangeableForDays: 3 } }),
    Selection: {
      Type: "AWS::Backup::BackupSelection",
      Properties: { BackupPlanId: { Ref: "Plan" }, BackupSelection: { Resources: ["*"] } },
    },
    Plan: { Type: "AWS::Backup::BackupPlan", Properties: { BackupPlan: { BackupPlanName: "plan" } } },
    Files: { Type: "AWS::EFS::FileSystem" },
    Mount: { Type: "AWS::EFS::MountTarget", Properties: { FileSystemId: { Ref: "Files" } } },
    Snapshot: { Type: "AWS::FSx::Snapshot", Properties: { Name: "first" } },
  });
  expect(problems).toEqual(
    [
      "Vault.BackupVaultName",
      "Vault.LockConfiguration.MinRetentionDays",
      "Selection.BackupSelection.IamRoleArn",
      "Selection.BackupSelection.SelectionName",
      "Plan.BackupPlan.BackupPlanRule",
      "Mount.SecurityGroups",
      "Mount.SubnetId",
      "Snapshot.VolumeId",
    ].map(path => `${path}: it is required; add it`),
  );
});

test("circular references are refused, of resources and of conditions", () => {
  const Type = "AWS::SNS::Topic";
  const circle = {
    A: { Type, Properties: { x: { Ref: "B" } } },
    B: { Type, Properties: { x: { "Fn::GetAtt": ["C", "Arn"] } } },
    C: { Type, DependsOn: "A" },
  };
  expect(problemsOf(circle)).toEqual(["A: circular references: A → B → C → A; take one of them away"]);
  const Conditions = { One: { Condition: "Two" }, Two: { "Fn::Not": [{ Condition: "One" }] } };
  expect(problemsOf({ A: { Type, Condition: "One" } }, { Conditions })).toEqual([
    "Conditions.Two[0]: the condition One refers to itself; take it out of the circle",
  ]);
});

test("what AWS would refuse is one error with every problem, by property", () => {
  const rule = { RuleName: "daily", TargetBackupVault: "Default" };
  const problems = problemsOf({
    Wrong: vault({ BackupVaultName: "a b", AccesPolicy: {} }),
    Lock: vault({
      BackupVaultName: "lock",
      LockConfiguration: { MinRetentionDays: "9", MaxRetentionDays: 7 },
    }),
    Grace: vault({
      BackupVaultName: "grace",
      LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 1 },
    }),
    Unnamed: vault({}),
    Plan: {
      Type: "AWS::Backup::BackupPlan",
      Properties: {
        BackupPlan: {
          BackupPlanName: "plan",
          BackupPlanRule: [
            { ...rule, Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 } },
            { ...rule, Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 60 } },
          ],
        },
      },
    },
    Typo: {
      Type: "AWS::Backup::BackupPlan",
      Properties: {
        BackupPlan: { BackupPlanName: "typo", BackupPlanRule: [{ RuleName: "!", Schedule: "x" }] },
      },
    },
    Lustre: {
      Type: "AWS::FSx::FileSystem",
      Properties: { FileSystemType: "LUSTRE", StorageCapacity: 100, SubnetIds: ["subnet-12345678"] },
    },
    Files: { Type: "AWS::EFS::FileSystem", Properties: { Encrypted: "perhaps" } },
  });
  const places = problems.map(problem => problem.slice(0, problem.indexOf(": ")));
  expect(places.sort()).toEqual([
    "Files.Encrypted",
    "Grace.LockConfiguration.ChangeableForDays",
    "Lock.LockConfiguration.MinRetentionDays",
    "Lustre.StorageCapacity",
    "Plan.BackupPlan.BackupPlanRule[1].Lifecycle.MoveToColdStorageAfterDays",
    "Typo.BackupPlan.BackupPlanRule[0].RuleName",
    "Typo.BackupPlan.BackupPlanRule[0].Schedule",
    "Typo.BackupPlan.BackupPlanRule[0].TargetBackupVault",
    "Unnamed.BackupVaultName",
    "Wrong.AccesPolicy",
    "Wrong.BackupVaultName",
  ]);
  expect(problems).toContain('Wrong.AccesPolicy: unknown property; did you mean "AccessPolicy"?');
});

test("what belongs to something outside of the template is skipped", () => {
  const { fixture, skipped } = fromCloudFormation({
    Resources: {
      Volume: {
        Type: "AWS::FSx::Volume",
        Properties: {
          Name: "data",
          OntapConfiguration: {
            StorageVirtualMachineId: { "Fn::ImportValue": "svm" },
            SizeInMegabytes: 1024,
          },
        },
      },
      Selection: {
        Type: "AWS::Backup::BackupSelection",
        Properties: {
          BackupPlanId: { "Fn::ImportValue": "plan" },
          BackupSelection: { SelectionName: "s", IamRoleArn: "r" },
        },
      },
      Restored: {
        Type: "AWS::FSx::FileSystem",
        Properties: { BackupId: "backup-1", FileSystemType: "WINDOWS", SubnetIds: ["subnet-12345678"] },
      },
      Machine: {
        Type: "AWS::FSx::StorageVirtualMachine",
        Properties: { Name: "svm", FileSystemId: { Ref: "Restored" } },
      },
    },
  });
  expect(fixture).toEqual({});
  expect(skipped.map(({ name, reason }) => [name, reason.replace(/(fs|svm|made-up)-\w+/, "…")])).toEqual([
    ["Restored", expect.stringContaining("restored from the backup backup-1")],
    ["Volume", "it belongs to …, which the template does not hold"],
    ["Selection", "it belongs to …, which the template does not hold"],
    ["Machine", "it belongs to …, which the template does not hold"],
  ]);
});

test("what only other stacks and Regions have is left out, and said so", () => {
  const ReportSetting = {
    ReportTemplate: "CONTROL_COMPLIANCE_REPORT",
    FrameworkArns: [{ "Fn::ImportValue": "framework" }],
  };
  const Destinations = [{ Region: "eu-west-1", FileSystemId: "fs-0123456789abcdef0" }];
  const { fixture, skipped, warnings } = fromCloudFormation({
    Resources: {
      Report: {
        Type: "AWS::Backup::ReportPlan",
        Properties: { ReportDeliveryChannel: { S3BucketName: "reports" }, ReportSetting },
      },
      Files: {
        Type: "AWS::EFS::FileSystem",
        Properties: { ReplicationConfiguration: { Destinations } },
      },
      Tiering: {
        Type: "AWS::Backup::TieringConfiguration",
        Properties: {
          TieringConfigurationName: "buckets",
          BackupVaultName: "elsewhere",
          ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 60 }],
        },
      },
      Plan: {
        Type: "AWS::Backup::BackupPlan",
        Properties: {
          BackupPlan: {
            BackupPlanName: "plan",
            BackupPlanRule: [
              {
                RuleName: "daily",
                TargetBackupVault: "elsewhere",
                TargetLogicallyAirGappedBackupVaultArn:
                  "arn:aws:backup:us-east-1:123456789012:backup-vault:gap",
              },
            ],
          },
        },
      },
    },
  });
  expect(skipped.map(({ name }) => name)).toEqual(["Report"]);
  expect(fixture.efs?.replicationConfigurations).toBeUndefined();
  expect(warnings.map(({ where }) => where)).toEqual([
    "Report.ReportSetting.FrameworkArns[0]",
    "Files",
    "Tiering.BackupVaultName",
    "Plan.BackupPlan.BackupPlanRule[0].TargetLogicallyAirGappedBackupVaultArn",
  ]);
});

test("a selection of resources that only a deployment knows is skipped, and a number is asked for", () => {
  const unknown = { "Fn::ImportValue": "table" };
  const BackupPlan = {
    BackupPlanName: "plan",
    BackupPlanRule: [{ RuleName: "daily", TargetBackupVault: { "Fn::ImportValue": "vault" } }],
  };
  const select = (Resources: readonly unknown[]) => ({
    Type: "AWS::Backup::BackupSelection",
    Properties: {
      BackupPlanId: { Ref: "Plan" },
      BackupSelection: { SelectionName: "s", IamRoleArn: { "Fn::ImportValue": "role" }, Resources },
    },
  });
  const Resources = {
    Plan: { Type: "AWS::Backup::BackupPlan", Properties: { BackupPlan } },
    None: select([unknown]),
    Some: select([unknown, "arn:aws:dynamodb:us-east-1:123456789012:table/orders"]),
  };
  const { fixture, skipped } = fromCloudFormation({ Resources });
  expect(skipped.map(({ name }) => name)).toEqual(["None"]);
  expect(fixture.backup?.selections?.map(({ BackupSelection }) => BackupSelection?.Resources)).toEqual([
    ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],
  ]);
  const Vault = vault({ BackupVaultName: "nightly", LockConfiguration: { MinRetentionDays: unknown } });
  expect(problemsOf({ Vault })).toEqual([
    "Vault.MinRetentionDays: only a deployment knows the value; give it in the option imports, or replace the reference",
  ]);
});

describe("hostile input", () => {
  test("anchors cannot multiply", () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(20).fill(`*${of}`).join(", ")}]`;
    const text = ["a: &a [x, x]", level("b", "a"), level("c", "b"), level("d", "c"), "Resources: { A: *d }"];
    expect(refused(text.join("\n"))).toContain("an anchor is used more than 1000 times");
  });

  test("depth is bounded", () => {
    expect(refused(`Resources: ${"[".repeat(20_000)}`)).toContain("nested too deeply");
    expect(refused(`${'{"Resources":'.repeat(3_000)}1${"}".repeat(3_000)}`)).toContain("nested too deeply");
    const own: Record<string, unknown> = { Resources: {} };
    own["Resources"] = { own };
    expect(refused(own)).toContain("contains itself");
  });

  test("loops cannot multiply", () => {
    const values = Array.from({ length: 100 }, (_, index) => `v${index}`);
    const loop = (depth: number): object =>
      depth === 0 ? { x: 1 } : { [`Fn::ForEach::L${depth}`]: [`I${depth}`, values, loop(depth - 1)] };
    expect(problemsOf({ Table: { Type: "AWS::DynamoDB::Table", Properties: loop(5) } })[0]).toContain(
      "the loops of a template have at most 20000 rounds",
    );
  });

  test("a pattern of a parameter that could take forever is not matched", () => {
    const Parameters = { Name: { Type: "String", AllowedPattern: "(a+)+b", Default: "a".repeat(60) } };
    expect(fromCloudFormation({ Parameters, Resources: named("nightly") }).warnings).toEqual([]);
  });

  test("names of JavaScript's own are names", () => {
    expect(problemsOf(named({ Ref: "constructor" }))[0]).toContain('"constructor" does not exist');
    expect(problemsOf(named({ "Fn::GetAtt": ["toString", "Arn"] }))[0]).toContain(
      '"toString" does not exist',
    );
    const { skipped } = fromCloudFormation({ Resources: { constructor: { Type: "constructor" } } });
    expect(skipped).toHaveLength(1);
  });
});

test("options that do not exist are refused", () => {
  const wrong = (options: object) => refused({ Resources: named("nightly") }, options);
  expect(wrong({ regio: "eu-west-1" })).toBe(
    'Cannot read the template: unknown option "regio"; did you mean "region"?',
  );
  expect(wrong({ region: "nowhere" })).toContain('Cannot use the Region "nowhere"');
});
