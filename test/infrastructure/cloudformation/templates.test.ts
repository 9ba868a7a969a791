import { mockAws } from "aws-backup-mock";
import {
  type CloudFormationOptions,
  fromCloudFormation,
  type Infrastructure,
} from "aws-backup-mock/infrastructure";
import { readTemplate } from "../../../src/infrastructure/cloudformation/read-template";
import { templateNamed } from "./templates";

const read = (name: string, options?: CloudFormationOptions): Infrastructure =>
  fromCloudFormation(templateNamed(name), options);

/** A mock with the world of a template, in its place. */
function worldOf({ fixture }: Infrastructure, region = "us-east-1") {
  const aws = mockAws({ region });
  aws.seed(fixture);
  return aws;
}

/** The resources that have a backup after some days. */
async function backedUp(infrastructure: Infrastructure, days: number): Promise<readonly string[]> {
  const aws = worldOf(infrastructure);
  await aws.clock.advance({ days });
  const arns = [...aws.state.backup.recoveryPoints.values()].map(({ ResourceArn }) => ResourceArn);
  return [...new Set(arns)].sort();
}

const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name).sort();

const all: readonly (readonly [string, CloudFormationOptions])[] = [
  ["audit.yaml", {}],
  ["cdk-shop.json", {}],
  ["file-servers.yaml", { parameters: { SubnetA: "subnet-aaaaaaaa", SubnetB: "subnet-bbbbbbbb" } }],
  ["parameters-and-conditions.yaml", { parameters: { Stage: "prod" } }],
  ["serverless.yaml", {}],
  ["service-addon.yaml", {}],
  ["tagged-resources.yaml", {}],
];

/** A document with its lists in one order, to compare those that differ in order only. */
const inOneOrder = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .map(inOneOrder)
      .map(item => JSON.stringify(item))
      .sort();
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, item]) => [name, inOneOrder(item)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
};

describe.each(all)("%s", (name, options) => {
  test("gives a plain document, which may be saved", () => {
    const { fixture } = read(name, options);
    expect(JSON.parse(JSON.stringify(fixture))).toStrictEqual(fixture);
  });

  test("gives the same world in the reverse order", () => {
    const template = readTemplate(templateNamed(name));
    const reversed = Object.entries(Object(template["Resources"])).reverse();
    const other = fromCloudFormation({ ...template, Resources: Object.fromEntries(reversed) }, options);
    expect(inOneOrder(other)).toEqual(inOneOrder(read(name, options)));
  });
});

describe("a stack with a vault, a plan and a selection by tag", () => {
  const infrastructure = read("tagged-resources.yaml", { stackName: "shop" });

  test("the vault has its key, policy, lock and notifications", () => {
    const aws = worldOf(infrastructure);
    const vault = aws.state.backup.vaults.get("shop-nightly");
    expect(vault).toMatchObject({
      EncryptionKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/),
      Locked: true,
      MinRetentionDays: 7,
      MaxRetentionDays: 400,
      LockDate: aws.clock.now().getTime() + 3 * 86_400_000,
    });
    expect(JSON.stringify(vault)).toContain("arn:aws:iam::123456789012:role/admin");
    expect(infrastructure.fixture.backup?.vaults?.[0]).toMatchObject({
      SNSTopicArn: expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:shop-AlarmTopic-[0-9A-F]{12}$/),
      BackupVaultEvents: ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED"],
    });
  });

  test("the rules of the plan are those of the template, with numbers for texts", () => {
    const [plan] = infrastructure.fixture.backup?.plans ?? [];
    expect(plan).toMatchObject({
      BackupPlan: {
        BackupPlanName: "nightly",
        AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "enabled" } }],
        Rules: [
          { RuleName: "daily", TargetBackupVaultName: "shop-nightly", Lifecycle: { DeleteAfterDays: 35 } },
          {
            RuleName: "monthly",
            RecoveryPointTags: { kind: "monthly" },
            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
          },
        ],
      },
      BackupPlanTags: { owner: "storage" },
    });
  });

  test("the tagged resources of the stack are backed up, and the others are not", async () => {
    expect(await backedUp(infrastructure, 2)).toEqual([
      "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
      expect.stringMatching(/^arn:aws:ec2:us-east-1:123456789012:volume\/vol-[0-9a-f]{17}$/),
      expect.stringMatching(
        /^arn:aws:elasticfilesystem:us-east-1:123456789012:file-system\/fs-[0-9a-f]{17}$/,
      ),
    ]);
  });

  test("the disk has its name and size", () => {
    expect(infrastructure.fixture.resources).toContainEqual(
      expect.objectContaining({ name: "data", sizeInBytes: 8 * 1024 ** 3 }),
    );
  });

  test("what is not for this library is skipped by name, with the reason", () => {
    expect(infrastructure.skipped).toEqual(
      ["VaultKey", "AlarmTopic", "BackupRole"].map(name => ({
        name,
        type: expect.stringMatching(/^AWS::(KMS::Key|SNS::Topic|IAM::Role)$/),
        reason: expect.stringContaining("not part of AWS Backup"),
      })),
    );
    expect(infrastructure.warnings).toEqual([]);
  });

  test("the same template gives the same world, and another stack gives other ids", () => {
    expect(read("tagged-resources.yaml", { stackName: "shop" })).toEqual(infrastructure);
    const other = read("tagged-resources.yaml", { stackName: "other" });
    expect(other.fixture.efs?.fileSystems?.[0]?.FileSystemId).not.toBe(
      infrastructure.fixture.efs?.fileSystems?.[0]?.FileSystemId,
    );
  });
});

describe("a template with parameters and conditions", () => {
  test("in a small stage, it has one rule without cold storage and copies", () => {
    const { fixture, skipped } = read("parameters-and-conditions.yaml", { parameters: { Stage: "dev" } });
    expect(fixture.backup?.vaults).toEqual([{ BackupVaultName: "backups-dev" }]);
    expect(fixture.backup?.plans?.[0]?.BackupPlan).toEqual({
      BackupPlanName: "plan-dev",
      Rules: [
        {
          RuleName: "regular",
          TargetBackupVaultName: "backups-dev",
          ScheduleExpression: "cron(0 12 ? * SUN *)",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    });
    expect(skipped).toEqual([
      { name: "OnlyProdTable", type: "AWS::DynamoDB::Table", reason: "its condition IsProd is false" },
    ]);
  });

  test("with other values, it has a lock, cold storage, copies and a second rule", () => {
    const { fixture, warnings } = read("parameters-and-conditions.yaml", {
      parameters: { Stage: "prod", RetentionInDays: 365, ColdStorageAfterDays: "30", WithVaultLock: true },
      imports: { "network-files-group": "sg-0123456789abcdef0" },
    });
    expect(fixture.backup?.vaults).toEqual([
      { BackupVaultName: "backups-prod", Locked: true, MinRetentionDays: 7 },
    ]);
    const rules = fixture.backup?.plans?.[0]?.BackupPlan?.Rules ?? [];
    expect(rules.map(({ RuleName }) => RuleName)).toEqual(["regular", "extra"]);
    expect(rules[0]).toMatchObject({
      Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: 30 },
      CopyActions: ["eu-west-1", "eu-central-1"].map(region => ({
        DestinationBackupVaultArn: `arn:aws:backup:${region}:123456789012:backup-vault:copies`,
      })),
    });
    expect(warnings.map(({ where }) => where)).toEqual([
      "Parameters.Subnet",
      "Plan.BackupPlan.BackupPlanRule[0].CopyActions",
      "Plan.BackupPlan.BackupPlanRule[0].CopyActions",
    ]);
  });

  test("what AWS Systems Manager and other stacks know is made up in the right form", () => {
    const { fixture, warnings } = read("parameters-and-conditions.yaml", { parameters: { Stage: "dev" } });
    expect(fixture.efs?.mountTargets?.[0]).toMatchObject({
      SubnetId: expect.stringMatching(/^subnet-[0-9a-f]{17}$/),
      SecurityGroups: [expect.stringMatching(/^sg-[0-9a-f]{17}$/)],
    });
    expect(warnings).toEqual([
      {
        where: "Parameters.Subnet",
        text: expect.stringContaining("give the value in the option parameters"),
      },
      { where: "Mount.SecurityGroups[0]", text: expect.stringContaining("give it in the option imports") },
    ]);
  });
});

describe("a stack that CDK synthesized", () => {
  test("is read as object and as text", () => {
    const text = templateNamed("cdk-shop.json");
    expect(fromCloudFormation(JSON.parse(text))).toEqual(fromCloudFormation(text));
    expect(fromCloudFormation({ TemplateBody: text })).toEqual(fromCloudFormation(text));
  });

  test("its selection finds the resources it names and those with the tag", async () => {
    const infrastructure = read("cdk-shop.json");
    const services = (await backedUp(infrastructure, 2)).map(arn => arn.split(":")[2]);
    expect(services).toEqual(["dynamodb", "elasticfilesystem", "s3"]);
    expect(names(infrastructure.skipped)).toEqual([
      "CDKMetadata",
      "CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F",
      "FilesEfsSecurityGroupA1B2C3D4",
      "PlanSelectionRole6D10F4B7",
      "VpcPrivateSubnet1Subnet536B997A",
    ]);
  });
});

test("events of plans, which the CDK subscribes vaults to by default, are left out with a warning", () => {
  const Notifications = {
    SNSTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
    BackupVaultEvents: ["BACKUP_JOB_FAILED", "BACKUP_PLAN_CREATED", "BACKUP_PLAN_MODIFIED"],
  };
  const Vault = { Type: "AWS::Backup::BackupVault", Properties: { BackupVaultName: "shop", Notifications } };
  const { fixture, warnings } = fromCloudFormation({ Resources: { Vault } });
  expect(fixture.backup?.vaults?.[0]?.BackupVaultEvents).toEqual(["BACKUP_JOB_FAILED"]);
  expect(warnings).toEqual([{ where: "Vault", text: expect.stringContaining("were left out") }]);
});

describe("a template of file servers", () => {
  const options = {
    region: "eu-west-1",
    parameters: { SubnetA: "subnet-aaaaaaaaaaaaaaaaa", SubnetB: "subnet-bbbbbbbbbbbbbbbbb" },
  };

  test("volumes, machines and snapshots belong to each other, in any order of the template", () => {
    const infrastructure = read("file-servers.yaml", options);
    const { fsx } = worldOf(infrastructure, "eu-west-1").state;
    const types = [...fsx.fileSystems.values()].map(({ FileSystemType }) => FileSystemType).sort();
    expect(types).toEqual(["LUSTRE", "ONTAP", "OPENZFS", "WINDOWS"]);
    const volume = [...fsx.volumes.values()].find(({ Name }) => Name === "data");
    expect(volume).toMatchObject({
      OntapConfiguration: { SizeInMegabytes: 102_400, StorageEfficiencyEnabled: true, JunctionPath: "/data" },
      Tags: [{ Key: "backup", Value: "hourly" }],
    });
    const snapshot = [...fsx.snapshots.values()][0];
    expect(fsx.volumes.get(snapshot?.VolumeId ?? "")).toMatchObject({ Name: "home", Lifecycle: "AVAILABLE" });
    expect([...fsx.associations.values()][0]).toMatchObject({
      DataRepositoryPath: "s3://cluster-input-123456789012/",
    });
  });

  test("the selection finds the volume and the share by the ARNs that the template gets", async () => {
    const infrastructure = read("file-servers.yaml", options);
    const aws = worldOf(infrastructure, "eu-west-1");
    await aws.clock.advance("2 days");
    const kinds = [...aws.state.backup.recoveryPoints.values()].map(({ ResourceArn }) =>
      ResourceArn.replace(/.*:(\w+-?\w*)\/.*/, "$1"),
    );
    expect(new Set(kinds)).toEqual(new Set(["volume", "file-system"]));
  });

  test("the vault Default is taken for granted, and said so", () => {
    expect(read("file-servers.yaml", options).warnings).toEqual([
      {
        where: "Plan.BackupPlan.BackupPlanRule[0].TargetBackupVault",
        text: expect.stringContaining("the vault Default is not in the template"),
      },
    ]);
  });
});

test("an add-on of a container service mounts its storage in two subnets of another stack", () => {
  const { fixture } = read("service-addon.yaml");
  const { efs } = worldOf({ fixture, skipped: [], warnings: [] }).state;
  expect(new Set([...efs.mountTargets.values()].map(({ SubnetId }) => SubnetId)).size).toBe(2);
  expect([...efs.accessPoints.values()][0]).toMatchObject({
    PosixUser: { Uid: 1000, Gid: 1000, SecondaryGids: [1001] },
  });
});

describe("a serverless application", () => {
  const infrastructure = read("serverless.yaml");

  test("a loop makes tables, and all with the tag are backed up", async () => {
    expect(await backedUp(infrastructure, 2)).toEqual([
      "arn:aws:dynamodb:us-east-1:123456789012:table/shop-customers",
      "arn:aws:dynamodb:us-east-1:123456789012:table/shop-orders",
      expect.stringMatching(/table\/stack-Sessions-[0-9A-F]{12}$/),
    ]);
    expect(infrastructure.fixture.resources?.[0]?.tags).toEqual({ table: "orders", backup: "daily" });
  });

  test("the macro does not run, and what it would make is made up", () => {
    expect(infrastructure.warnings.map(({ where }) => where)).toEqual([
      "Transform",
      "Selection.BackupSelection.IamRoleArn",
    ]);
    expect(names(infrastructure.skipped)).toEqual(["Handler"]);
  });
});

test("frameworks, reports, restore tests, tiering, holds and air-gapped vaults are read", () => {
  const infrastructure = read("audit.yaml");
  const { backup } = worldOf(infrastructure).state;
  expect(backup.vaults.get("air-gapped")).toMatchObject({
    VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
    MinRetentionDays: 7,
    MaxRetentionDays: 35,
  });
  const [framework] = [...backup.frameworks.values()];
  expect(framework?.FrameworkControls?.[1]?.ControlScope).toEqual({
    ComplianceResourceTypes: ["EBS", "RDS"],
    Tags: { stage: "prod" },
  });
  expect([...backup.reportPlans.values()][0]).toMatchObject({
    ReportSetting: { FrameworkArns: [framework?.FrameworkArn] },
  });
  expect([...backup.restoreTestingPlans.values()][0]).toMatchObject({ StartWindowHours: 4 });
  expect([...backup.restoreTestingSelections.values()][0]).toMatchObject({ ValidationWindowHours: 2 });
  expect([...backup.tieringConfigurations.values()][0]).toMatchObject({
    ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 60 }],
  });
  expect([...backup.legalHolds.values()][0]).toMatchObject({ Title: "litigation", Status: "ACTIVE" });
  expect(infrastructure.skipped).toEqual([]);
});
