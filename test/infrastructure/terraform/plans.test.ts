import { mockAws } from "aws-backup-mock";
import { fromTerraformPlan, type TerraformInfrastructure } from "aws-backup-mock/infrastructure";
import { audit, countedModule, fileServers, fileSystemModule, mappedModule } from "./plans";
import { type Given, terraformPlan, terraformState } from "./terraform-document";

const all: readonly (readonly [string, object])[] = Object.entries({
  audit,
  countedModule,
  fileServers,
  fileSystemModule,
  mappedModule,
});

/** A mock with the world of a plan, in its place. */
function worldOf({ fixture, place }: TerraformInfrastructure) {
  const aws = mockAws(place);
  aws.seed(fixture);
  return aws;
}

const names = (skipped: readonly { readonly name: string }[]) => skipped.map(({ name }) => name);

describe.each(all)("%s", (_, plan) => {
  test("gives a plain document, which may be saved", () => {
    const { fixture } = fromTerraformPlan(plan);
    expect(JSON.parse(JSON.stringify(fixture))).toStrictEqual(fixture);
  });

  test("gives the same world from text, as OpenTofu prints it as well", () => {
    const { terraform_version: _, ...tofu } = { terraform_version: "", ...plan };
    expect(fromTerraformPlan(JSON.stringify(tofu))).toEqual(fromTerraformPlan(plan));
  });

  test("gives the same world without the changes, where configuration alone tells what is unknown", () => {
    const { resource_changes: _, ...trimmed } = { resource_changes: [], ...plan };
    expect(Object.keys(fromTerraformPlan(trimmed).fixture)).toEqual(
      Object.keys(fromTerraformPlan(plan).fixture),
    );
  });
});

test("a selection has the resources that reach it through a module's variable", async () => {
  const aws = worldOf(fromTerraformPlan(countedModule));
  await aws.clock.advance("3 days");

  const points = [...aws.state.backup.recoveryPoints.values()];
  const [files] = aws.state.efs.fileSystems.values();
  expect(new Set(points.map(({ ResourceArn }) => ResourceArn))).toEqual(
    new Set([files?.FileSystemArn, "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]),
  );
  const [selection] = aws.state.backup.selections.values();
  expect(selection?.BackupSelection.IamRoleArn).toBe("arn:aws:iam::123456789012:role/service/backups");
});

test("a vault has the lock, policy and notifications that are resources of their own", () => {
  const { backup } = worldOf(fromTerraformPlan(countedModule)).state;
  expect(backup.vaults.get("eg-prod")).toMatchObject({
    Locked: true,
    MinRetentionDays: 7,
    MaxRetentionDays: 365,
  });
  const audited = worldOf(fromTerraformPlan(audit)).state.backup;
  expect(audited.vaults.get("main")?.notifications).toMatchObject({
    SNSTopicArn: "arn:aws:sns:eu-west-1:123456789012:backup-events",
    BackupVaultEvents: ["BACKUP_JOB_COMPLETED", "RESTORE_JOB_COMPLETED"],
  });
});

test("copies go to the vault of the other provider, whose Region is read by itself", async () => {
  const infrastructure = fromTerraformPlan(mappedModule);
  expect(names(infrastructure.skipped)).toEqual(["module.aws_backup.aws_backup_vault.secondary"]);
  const aws = worldOf(infrastructure);
  const replica = fromTerraformPlan(mappedModule, { region: "eu-central-1" });
  expect(replica.place).toEqual({ region: "eu-central-1", accountId: "111122223333" });
  aws.in({ region: "eu-central-1" }).seed(replica.fixture);
  await aws.clock.advance("2 days");

  const copied = [...aws.in({ region: "eu-central-1" }).state.backup.recoveryPoints.values()];
  expect(copied.length).toBeGreaterThan(0);
  expect(copied[0]).toMatchObject({
    BackupVaultName: "central-copy",
    Lifecycle: { DeleteAfterDays: 90 },
    ResourceArn: "arn:aws:rds:eu-west-1:111122223333:db:shop",
  });
});

test("selections of for_each belong to the plan of the same key", () => {
  const { backup } = worldOf(fromTerraformPlan(mappedModule)).state;
  const planOf = new Map(
    [...backup.plans.values()].map(plan => [plan.BackupPlanId, plan.BackupPlan.BackupPlanName]),
  );
  const pairs = [...backup.selections.values()].map(({ BackupPlanId, BackupSelection }) => [
    BackupSelection.SelectionName,
    planOf.get(BackupPlanId),
  ]);
  expect(pairs.sort()).toEqual([
    ["daily-by-tag", "daily"],
    ["weekly-by-tag", "weekly"],
  ]);
});

test("a file system has its mount targets, access points, policies and replication", () => {
  const aws = worldOf(fromTerraformPlan(fileSystemModule));
  const { efs, backup } = aws.state;
  const [files] = efs.fileSystems.values();
  expect(files).toMatchObject({
    PerformanceMode: "maxIO",
    ProvisionedThroughputInMibps: 256,
    Name: "wordpress",
  });
  expect(efs.mountTargets.size).toBe(2);
  expect([...efs.accessPoints.values()]).toMatchObject([
    { PosixUser: { Uid: 0, Gid: 0 }, RootDirectory: { CreationInfo: { OwnerUid: 0, OwnerGid: 1001 } } },
  ]);
  expect([...efs.replications.values()]).toMatchObject([{ Destinations: [{ Region: "eu-west-2" }] }]);
  expect([...backup.plans.values()].map(({ BackupPlanId }) => BackupPlanId)).toEqual([
    "aws/efs/73d922fb-9312-3a70-99c3-e69367f9fdad",
  ]);
});

test("file servers have their machines, volumes, snapshots, links and caches, and no passwords", () => {
  const { fixture } = fromTerraformPlan(fileServers);
  expect(JSON.stringify(fixture)).not.toMatch(/secret|not for fixtures/);
  const aws = worldOf(fromTerraformPlan(fileServers));
  const { fsx } = aws.state;
  const volumes = [...fsx.volumes.values()];
  const named = (name: string) => volumes.find(({ Name }) => Name === name);
  expect(named("child")?.OpenZFSConfiguration).toMatchObject({
    ParentVolumeId: named("parent")?.VolumeId,
    UserAndGroupQuotas: [{ Id: 0, StorageCapacityQuotaGiB: 10, Type: "USER" }],
  });
  expect(named("data")).toMatchObject({
    ResourceARN: expect.stringMatching(/volume\/fs-\w+\/fsvol-\w+$/),
    Tags: [{ Key: "Backup", Value: "yes" }],
  });
  expect([...fsx.associations.values()]).toEqual(
    expect.arrayContaining([expect.objectContaining({ DataRepositoryPath: "s3://shop-results" })]),
  );
  expect([...fsx.s3AccessPoints.values()]).toMatchObject([{ Name: "child-objects" }]);
  expect([...fsx.backups.values()]).toMatchObject([
    { Type: "USER_INITIATED", Tags: [{ Key: "Reason", Value: "test" }] },
  ]);
});

test("frameworks, report plans, restore tests, tiering and air-gapped vaults are there", () => {
  const { backup } = worldOf(fromTerraformPlan(audit)).state;
  const [framework] = backup.frameworks.values();
  expect(framework?.FrameworkControls).toMatchObject([
    { ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: "35" }] },
    { ControlScope: { ComplianceResourceTypes: ["EBS"], Tags: { Stage: "prod" } } },
  ]);
  expect([...backup.reportPlans.values()]).toMatchObject(
    [
      {
        ReportSetting: { FrameworkArns: [framework?.FrameworkArn] },
        ReportDeliveryChannel: { S3BucketName: /^reports-/ },
      },
    ].map(plan => ({ ...plan, ReportDeliveryChannel: { S3BucketName: expect.stringMatching(/^reports-/) } })),
  );
  expect([...backup.restoreTestingPlans.values()]).toMatchObject([
    {
      RecoveryPointSelection: { IncludeVaults: ["arn:aws:backup:eu-west-1:123456789012:backup-vault:main"] },
    },
  ]);
  expect(backup.vaults.get("gap")).toMatchObject({
    VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
    MaxRetentionDays: 60,
  });
  expect([...backup.tieringConfigurations.values()]).toMatchObject([{ BackupVaultName: "main" }]);
});

test("a state gives the ids and ARNs that it has", () => {
  const id = "0b1f7c52-0d1c-4f0a-8f29-1d8a3b0c9e11";
  const files = "arn:aws:elasticfilesystem:ap-southeast-2:444455556666:file-system/fs-12345678";
  const { fixture, place, warnings } = fromTerraformPlan(
    terraformState([
      {
        address: "aws_backup_vault.v",
        values: {
          arn: "arn:aws:backup:ap-southeast-2:444455556666:backup-vault:vault",
          id: "vault",
          name: "vault",
          recovery_points: 3,
          tags_all: {},
        },
      },
      {
        address: "aws_backup_plan.p",
        values: {
          id,
          arn: `arn:aws:backup:ap-southeast-2:444455556666:backup-plan:${id}`,
          name: "p",
          version: "x",
          rule: [
            {
              rule_name: "r",
              target_vault_name: "vault",
              schedule: "",
              start_window: 60,
              completion_window: 180,
              enable_continuous_backup: false,
              copy_action: [],
              recovery_point_tags: {},
              lifecycle: [
                { cold_storage_after: 0, delete_after: 0, opt_in_to_archive_for_supported_resources: false },
              ],
            },
          ],
        },
      },
      {
        address: "aws_backup_selection.s",
        values: {
          id: "5f0b9f5e-0000-4000-8000-000000000001",
          plan_id: id,
          name: "s",
          iam_role_arn: "arn:aws:iam::444455556666:role/b",
          resources: [files],
          not_resources: [],
          condition: [],
          selection_tag: [],
        },
      },
      {
        address: "aws_efs_file_system.f",
        values: {
          id: "fs-12345678",
          arn: files,
          creation_token: "t",
          encrypted: false,
          kms_key_id: "",
          performance_mode: "generalPurpose",
          throughput_mode: "bursting",
          provisioned_throughput_in_mibps: 0,
          number_of_mount_targets: 0,
          owner_id: "444455556666",
          size_in_bytes: [{ value: 6144, value_in_ia: 0, value_in_standard: 6144 }],
          name: "",
          lifecycle_policy: [],
          protection: [{ replication_overwrite: "ENABLED" }],
          tags: {},
          tags_all: {},
        },
      },
    ]),
  );
  expect(place).toEqual({ region: "ap-southeast-2", accountId: "444455556666" });
  expect(warnings).toEqual([]);
  const aws = mockAws(place);
  aws.seed(fixture);
  expect(aws.state.backup.plans.get(id)?.BackupPlan.Rules[0]?.Lifecycle?.DeleteAfterDays).toBeUndefined();
  expect(aws.state.efs.fileSystems.get("fs-12345678")).toMatchObject({
    FileSystemArn: files,
    Encrypted: false,
  });
});

test("0 is a setting of its own only where the provider takes it for one", () => {
  const server = (address: string, days: number | null): Given => ({
    address,
    values: {
      deployment_type: "SINGLE_AZ_2",
      storage_capacity: 32,
      throughput_capacity: 32,
      subnet_ids: ["subnet-0a23456789abcdef0"],
      active_directory_id: "d-0123456789",
      automatic_backup_retention_days: days,
    },
  });
  const { fsx } = worldOf(
    fromTerraformPlan(
      terraformPlan([
        server("aws_fsx_windows_file_system.none", 0),
        server("aws_fsx_windows_file_system.usual", null),
      ]),
    ),
  ).state;
  const days = [...fsx.fileSystems.values()].map(
    ({ WindowsConfiguration }) => WindowsConfiguration?.AutomaticBackupRetentionDays,
  );
  expect(days.sort()).toEqual([0, 7]);
});

test("what is deleted is not in the world, and a plan that deletes everything gives an empty one", () => {
  const { fixture, skipped } = fromTerraformPlan({
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: [
      {
        address: "aws_backup_vault.v",
        mode: "managed",
        type: "aws_backup_vault",
        name: "vault",
        change: { actions: ["delete"], before: { name: "vault" }, after: null, after_unknown: {} },
      },
    ],
    configuration: {},
  });
  expect(fixture).toEqual({});
  expect(skipped).toEqual([]);
});

test("a plan of 600 resources is read in under a second", () => {
  const given = Array.from({ length: 200 }, (_, index): readonly Given[] => [
    { address: `aws_dynamodb_table.t[${index}]`, values: { name: `t${index}`, tags_all: { Backup: "yes" } } },
    {
      address: `module.files.aws_efs_file_system.f["${index}"]`,
      values: { tags_all: { Backup: "yes" } },
      unknown: { id: true, arn: true, creation_token: true },
    },
    { address: `aws_iam_role.r[${index}]`, values: { name: `r${index}` } },
  ]).flat();
  const plan = terraformPlan(given);
  fromTerraformPlan(countedModule);
  const start = performance.now();
  const { fixture } = fromTerraformPlan(plan);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(fixture.efs?.fileSystems).toHaveLength(200);
});
