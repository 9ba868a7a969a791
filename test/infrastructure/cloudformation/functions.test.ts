import { type CloudFormationOptions, fromCloudFormation } from "aws-backup-mock/infrastructure";

interface Sections {
  readonly Parameters?: object;
  readonly Mappings?: object;
  readonly Conditions?: object;
}

/** What a value of a template becomes, in the tag of a vault. */
function tagOf(value: unknown, sections: Sections = {}, options: CloudFormationOptions = {}): unknown {
  const Vault = {
    Type: "AWS::Backup::BackupVault",
    Properties: { BackupVaultName: "nightly", BackupVaultTags: { value } },
  };
  const Role = { Type: "AWS::IAM::Role", Properties: { RoleName: "backup", Path: "/ops/" } };
  const Table = { Type: "AWS::DynamoDB::Table", Properties: { TableName: "orders", Replicas: 2 } };
  const template = { ...sections, Resources: { Vault, Role, Table } };
  const { fixture } = fromCloudFormation(template, { stackName: "shop", ...options });
  return fixture.backup?.vaults?.[0]?.BackupVaultTags?.["value"];
}

const join = (list: unknown) => ({ "Fn::Join": ["|", list] });

test.each([
  ["the Region", { Ref: "AWS::Region" }, "us-east-1"],
  ["the account", { Ref: "AWS::AccountId" }, "123456789012"],
  ["the partition", { Ref: "AWS::Partition" }, "aws"],
  ["the suffix of host names", { Ref: "AWS::URLSuffix" }, "amazonaws.com"],
  ["the stack", { Ref: "AWS::StackName" }, "shop"],
  ["a resource by Ref", { Ref: "Table" }, "orders"],
  ["an attribute", { "Fn::GetAtt": ["Role", "Arn"] }, "arn:aws:iam::123456789012:role/ops/backup"],
  [
    "an attribute in dots",
    { "Fn::GetAtt": "Table.Arn" },
    "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
  ],
  ["an attribute that is a property", { "Fn::GetAtt": ["Table", "Replicas"] }, "2"],
  [
    "Sub",
    { "Fn::Sub": "${AWS::StackName}/${Table}/${Role.Arn}/${!Literal}" },
    "shop/orders/arn:aws:iam::123456789012:role/ops/backup/${Literal}",
  ],
  ["Sub with variables", { "Fn::Sub": ["${A}-${B}", { A: "a", B: { Ref: "Table" } }] }, "a-orders"],
  ["Join", { "Fn::Join": ["-", ["a", 1, true, { Ref: "Table" }]] }, "a-1-true-orders"],
  ["Select", { "Fn::Select": ["1", ["a", "b"]] }, "b"],
  ["Split", join({ "Fn::Split": [",", "a,b,,c"] }), "a|b||c"],
  [
    "Select of Split",
    { "Fn::Select": [5, { "Fn::Split": [":", { "Fn::GetAtt": ["Table", "Arn"] }] }] },
    "table/orders",
  ],
  ["Base64", { "Fn::Base64": "hello" }, "aGVsbG8="],
  ["GetAZs", join({ "Fn::GetAZs": "eu-west-1" }), "eu-west-1a|eu-west-1b|eu-west-1c"],
  ["GetAZs of the Region", { "Fn::Select": [0, { "Fn::GetAZs": { Ref: "AWS::Region" } }] }, "us-east-1a"],
  ["Cidr", join({ "Fn::Cidr": ["10.0.0.0/16", 3, 8] }), "10.0.0.0/24|10.0.1.0/24|10.0.2.0/24"],
  ["Cidr of IPv6", join({ "Fn::Cidr": ["2001:db8::/56", "2", "64"] }), "2001:db8::/64|2001:db8:0:1::/64"],
  ["Length", { "Fn::Length": ["a", "b"] }, "2"],
  ["ToJsonString", { "Fn::ToJsonString": { a: [1, { Ref: "Table" }] } }, '{"a":[1,"orders"]}'],
  ["a truth value", true, "true"],
  ["a number", 35, "35"],
])("%s", (_, value, expected) => {
  expect(tagOf(value)).toBe(expected);
});

test("an item or member without value is left out, at any depth", () => {
  const nothing = { Ref: "AWS::NoValue" };
  const Conditions = { No: { "Fn::Equals": ["a", "b"] } };
  const nested = { "Fn::If": ["No", "x", { "Fn::If": ["No", "y", nothing] }] };
  expect(tagOf(nothing)).toBeUndefined();
  expect(tagOf(join(["a", nothing, nested, "b"]), { Conditions })).toBe("a|b");
});

describe("conditions", () => {
  const isTrue = { "Fn::Equals": [true, "true"] };
  const isFalse = { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] };
  test.each([
    ["Equals compares as texts", isTrue, "yes"],
    ["Equals of other texts", isFalse, "no"],
    ["And", { "Fn::And": [isTrue, { Condition: "Other" }] }, "yes"],
    ["And with a false one", { "Fn::And": [isTrue, isFalse] }, "no"],
    ["Or", { "Fn::Or": [isFalse, isTrue] }, "yes"],
    ["Not", { "Fn::Not": [isTrue] }, "no"],
    ["a named one", { Condition: "Other" }, "yes"],
  ])("%s", (_, Tested, expected) => {
    const Conditions = { Tested, Other: { "Fn::Not": [isFalse] } };
    expect(tagOf({ "Fn::If": ["Tested", "yes", "no"] }, { Conditions })).toBe(expected);
  });
});

describe("mappings", () => {
  const Mappings = { Stages: { prod: { days: 35, names: ["a", "b"] } } };
  const find = (...keys: unknown[]) => ({ "Fn::FindInMap": ["Stages", ...keys] });

  test("a value is found by two keys, which may be functions", () => {
    const Parameters = { Stage: { Type: "String", Default: "prod" } };
    expect(tagOf(find({ Ref: "Stage" }, "days"), { Mappings, Parameters })).toBe("35");
    expect(tagOf({ "Fn::Select": [1, find("prod", "names")] }, { Mappings })).toBe("b");
  });

  test("a default is for keys that are not there", () => {
    expect(tagOf(find("dev", "days", { DefaultValue: 7 }), { Mappings })).toBe("7");
  });
});

describe("parameters", () => {
  const ref = { Ref: "P" };
  const withParameter = (declaration: object) => ({ Parameters: { P: declaration } });

  test("a given value stands before the default", () => {
    const sections = withParameter({ Type: "Number", Default: 7 });
    expect(tagOf(ref, sections)).toBe("7");
    expect(tagOf(ref, sections, { parameters: { P: 35 } })).toBe("35");
  });

  test("a list is split at its commas, or given as list", () => {
    const sections = withParameter({ Type: "CommaDelimitedList", Default: "a, b,c" });
    expect(tagOf(join(ref), sections)).toBe("a|b|c");
    expect(tagOf(join(ref), sections, { parameters: { P: ["x", "y"] } })).toBe("x|y");
    expect(tagOf({ "Fn::Sub": "${P}" }, sections)).toBe("a,b,c");
  });

  test.each([
    ["String", /^made-up-[0-9a-f]{8}$/],
    ["AWS::EC2::Image::Id", /^ami-[0-9a-f]{17}$/],
    ["AWS::EC2::VPC::Id", /^vpc-[0-9a-f]{17}$/],
  ])("a %s of AWS Systems Manager is made up, unless its value is given", (type, form) => {
    const sections = withParameter({ Type: `AWS::SSM::Parameter::Value<${type}>`, Default: "/path" });
    expect(tagOf(ref, sections)).toMatch(form);
    expect(tagOf(ref, sections, { parameters: { P: "given" } })).toBe("given");
  });
});

test("exports of other stacks and dynamic references have made-up values, or those that are given", () => {
  const imported = { "Fn::ImportValue": { "Fn::Sub": "${AWS::StackName}-key" } };
  expect(tagOf(imported)).toMatch(/^made-up-[0-9a-f]{8}$/);
  expect(tagOf(imported, {}, { imports: { "shop-key": "k" } })).toBe("k");
  const reference = "{{resolve:ssm:/shop/key:3}}";
  expect(tagOf(`before-${reference}`)).toMatch(/^before-made-up-[0-9a-f]{8}$/);
  expect(tagOf({ "Fn::Sub": reference })).toBe(tagOf(reference));
});

test("ranges within a network that only a deployment knows are made up", () => {
  const range = { "Fn::GetAtt": ["Role", "CidrBlock"] };
  expect(tagOf({ "Fn::Select": [1, { "Fn::Cidr": [range, 2, 8] }] })).toBe("10.0.1.0/24");
  expect(tagOf({ "Fn::Select": [1, { "Fn::Cidr": [range, 2, 64] }] })).toBe("2001:db8:0:1::/64");
});

test("a loop makes conditions", () => {
  const Conditions = {
    "Fn::ForEach::Stages": [
      "Stage",
      ["dev", "prod"],
      { "Is&{Stage}": { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
    ],
  };
  expect(tagOf({ "Fn::If": ["Isprod", "yes", "no"] }, { Conditions })).toBe("yes");
  expect(tagOf({ "Fn::If": ["Isdev", "yes", "no"] }, { Conditions })).toBe("no");
});

test("a loop within properties makes members", () => {
  const loop = {
    "Fn::ForEach::Regions": [
      "Region",
      ["eu-west-1", "us-west-2"],
      { "to-&{Region}": { "Fn::Sub": "${Region}!" } },
    ],
  };
  expect(JSON.parse(String(tagOf({ "Fn::ToJsonString": loop })))).toEqual({
    "to-euwest1": "eu-west-1!",
    "to-uswest2": "us-west-2!",
  });
});

test("a loop within a loop has all its rounds", () => {
  const inner = { "Fn::ForEach::Inner": ["B", ["x", "y"], { "${A}${B}": { "Fn::Sub": "${A}-${B}" } }] };
  const loop = { "Fn::ForEach::Outer": ["A", ["1", "2"], inner] };
  expect(JSON.parse(String(tagOf({ "Fn::ToJsonString": loop })))).toEqual({
    "1x": "1-x",
    "1y": "1-y",
    "2x": "2-x",
    "2y": "2-y",
  });
});

test("short forms are the same as long ones, and numbers keep how they are written", () => {
  const yaml = [
    "Resources:",
    "  Vault:",
    "    Type: AWS::Backup::BackupVault",
    "    Properties:",
    "      BackupVaultName: !Join ['-', [!Ref AWS::StackName, !Select [0, !Split [',', 'a,b']]]]",
    "      BackupVaultTags:",
    "        account: 012345678901",
    "        version: 1.10",
    "        since: 2024-01-01",
    "        isOn: yes",
    "        nested: !Base64 { Fn::Sub: '${AWS::Region}' }",
  ].join("\n");
  expect(fromCloudFormation(yaml).fixture.backup?.vaults).toEqual([
    {
      BackupVaultName: "stack-a",
      BackupVaultTags: {
        account: "012345678901",
        version: "1.10",
        since: "2024-01-01",
        isOn: "yes",
        nested: "dXMtZWFzdC0x",
      },
    },
  ]);
});
