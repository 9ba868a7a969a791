import { Backup } from "@aws-sdk/client-backup";
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

test("a state of file servers gives them as they are, with what AWS has chosen", () => {
  const fsx = "arn:aws:fsx:eu-west-1:444455556666";
  const key = "arn:aws:kms:eu-west-1:444455556666:key/1111abcd-2222-4333-8444-555566667777";
  const common = {
    dns_name: "x.fsx.eu-west-1.amazonaws.com",
    kms_key_id: key,
    network_interface_ids: ["eni-0123456789abcdef0"],
    owner_id: "444455556666",
    security_group_ids: [],
    storage_type: "SSD",
    subnet_ids: ["subnet-0a23456789abcdef0"],
    tags: {},
    tags_all: {},
    timeouts: null,
    vpc_id: "vpc-0123456789abcdef0",
    weekly_maintenance_start_time: "7:08:30",
    final_backup_tags: null,
  };
  const ontap = "fs-0aaaaaaaaaaaaaaa1";
  const zfs = "fs-0aaaaaaaaaaaaaaa2";
  const lustre = "fs-0aaaaaaaaaaaaaaa3";
  const machine = "svm-0bbbbbbbbbbbbbbb1";
  const root = "fsvol-0ccccccccccccccc1";
  const infrastructure = fromTerraformPlan(
    terraformState([
      {
        address: "aws_fsx_ontap_file_system.o",
        values: {
          ...common,
          id: ontap,
          arn: `${fsx}:file-system/${ontap}`,
          automatic_backup_retention_days: 0,
          daily_automatic_backup_start_time: "",
          deployment_type: "SINGLE_AZ_1",
          disk_iops_configuration: [{ iops: 3072, mode: "AUTOMATIC" }],
          endpoint_ip_address_range: "",
          endpoints: [{ management: [{ dns_name: "m", ip_addresses: ["10.0.0.7"] }] }],
          fsx_admin_password: "",
          ha_pairs: 1,
          preferred_subnet_id: "subnet-0a23456789abcdef0",
          route_table_ids: [],
          storage_capacity: 1024,
          throughput_capacity: 128,
          throughput_capacity_per_ha_pair: 128,
        },
      },
      {
        address: "aws_fsx_ontap_storage_virtual_machine.s",
        values: {
          id: machine,
          arn: `${fsx}:storage-virtual-machine/${ontap}/${machine}`,
          active_directory_configuration: [],
          endpoints: [{ nfs: [] }],
          file_system_id: ontap,
          name: "svm",
          root_volume_security_style: "",
          subtype: "DEFAULT",
          svm_admin_password: "",
          tags_all: {},
          uuid: "5d0b9f5e-0000-4000-8000-000000000001",
        },
      },
      {
        address: "aws_fsx_ontap_volume.v",
        values: {
          id: "fsvol-0ccccccccccccccc2",
          arn: `${fsx}:volume/${ontap}/fsvol-0ccccccccccccccc2`,
          aggregate_configuration: [],
          bypass_snaplock_enterprise_retention: false,
          copy_tags_to_backups: false,
          file_system_id: ontap,
          flexcache_endpoint_type: "NONE",
          junction_path: "/v",
          name: "v",
          ontap_volume_type: "RW",
          security_style: "UNIX",
          size_in_bytes: "1073741824",
          size_in_megabytes: 1024,
          skip_final_backup: true,
          snaplock_configuration: [],
          snapshot_policy: "default",
          storage_efficiency_enabled: false,
          storage_virtual_machine_id: machine,
          tags_all: {},
          tiering_policy: [{ cooling_period: 2, name: "SNAPSHOT_ONLY" }],
          uuid: "5d0b9f5e-0000-4000-8000-000000000002",
          volume_style: "FLEXVOL",
          volume_type: "ONTAP",
        },
      },
      {
        address: "aws_fsx_openzfs_file_system.z",
        values: {
          ...common,
          id: zfs,
          arn: `${fsx}:file-system/${zfs}`,
          automatic_backup_retention_days: 0,
          copy_tags_to_backups: false,
          copy_tags_to_volumes: false,
          daily_automatic_backup_start_time: "",
          delete_options: [],
          deployment_type: "SINGLE_AZ_1",
          disk_iops_configuration: [{ iops: 192, mode: "AUTOMATIC" }],
          endpoint_ip_address: "10.0.0.9",
          endpoint_ip_address_range: "",
          preferred_subnet_id: "",
          read_cache_configuration: [],
          root_volume_configuration: [
            {
              copy_tags_to_snapshots: false,
              data_compression_type: "NONE",
              nfs_exports: [{ client_configurations: [{ clients: "*", options: ["rw", "crossmnt"] }] }],
              read_only: false,
              record_size_kib: 128,
              user_and_group_quotas: [],
            },
          ],
          root_volume_id: root,
          route_table_ids: [],
          skip_final_backup: false,
          storage_capacity: 64,
          throughput_capacity: 64,
        },
      },
      {
        address: "aws_fsx_openzfs_volume.c",
        values: {
          id: "fsvol-0ccccccccccccccc3",
          arn: `${fsx}:volume/${zfs}/fsvol-0ccccccccccccccc3`,
          copy_tags_to_snapshots: false,
          data_compression_type: "NONE",
          delete_volume_options: null,
          name: "c",
          nfs_exports: [],
          origin_snapshot: [],
          parent_volume_id: root,
          read_only: false,
          record_size_kib: 128,
          storage_capacity_quota_gib: 0,
          storage_capacity_reservation_gib: 0,
          tags_all: {},
          user_and_group_quotas: [],
          volume_type: "OPENZFS",
        },
      },
      {
        address: "aws_fsx_lustre_file_system.l",
        values: {
          ...common,
          id: lustre,
          arn: `${fsx}:file-system/${lustre}`,
          auto_import_policy: "",
          automatic_backup_retention_days: 0,
          backup_id: null,
          copy_tags_to_backups: false,
          daily_automatic_backup_start_time: "",
          data_compression_type: "NONE",
          data_read_cache_configuration: [],
          deployment_type: "SCRATCH_2",
          drive_cache_type: "",
          efa_enabled: false,
          export_path: "",
          file_system_type_version: "2.15",
          import_path: "",
          imported_file_chunk_size: 0,
          kms_key_id: "",
          log_configuration: [{ destination: "", level: "DISABLED" }],
          metadata_configuration: [],
          mount_name: "abcdefgh",
          per_unit_storage_throughput: 0,
          root_squash_configuration: [],
          storage_capacity: 1200,
          throughput_capacity: 0,
        },
      },
      {
        address: "aws_efs_mount_target.m",
        values: {
          id: "fsmt-12345678",
          availability_zone_id: "euw1-az1",
          availability_zone_name: "eu-west-1a",
          dns_name: "fs-12345678.efs.eu-west-1.amazonaws.com",
          file_system_arn: "arn:aws:elasticfilesystem:eu-west-1:444455556666:file-system/fs-12345678",
          file_system_id: "fs-12345678",
          ip_address: "10.0.3.7",
          ip_address_type: "IPV4_ONLY",
          ipv6_address: "",
          mount_target_dns_name: "x",
          network_interface_id: "eni-0123456789abcdef0",
          owner_id: "444455556666",
          security_groups: ["sg-0123456789abcdef0"],
          subnet_id: "subnet-0a23456789abcdef0",
        },
      },
    ]),
  );
  expect(infrastructure.warnings.map(({ where }) => where)).toEqual(["aws_efs_mount_target.m"]);
  const { fsx: seeded, efs } = worldOf(infrastructure).state;
  expect([...seeded.fileSystems.values()].map(({ FileSystemId }) => FileSystemId).sort()).toEqual([
    ontap,
    zfs,
    lustre,
  ]);
  expect(seeded.fileSystems.get(zfs)?.OpenZFSConfiguration?.RootVolumeId).toBe(root);
  expect(seeded.fileSystems.get(lustre)?.LustreConfiguration?.MountName).toBe("abcdefgh");
  expect(seeded.volumes.get("fsvol-0ccccccccccccccc2")?.OntapConfiguration).toMatchObject({
    StorageEfficiencyEnabled: false,
    StorageVirtualMachineId: machine,
  });
  expect(seeded.volumes.get("fsvol-0ccccccccccccccc3")?.OpenZFSConfiguration?.ParentVolumeId).toBe(root);
  expect([...efs.mountTargets.values()]).toMatchObject([
    { MountTargetId: "fsmt-12345678", IpAddress: "10.0.3.7" },
  ]);
});

test("a state names the replica that EFS has made; a new one takes its place", () => {
  const { fixture, warnings } = fromTerraformPlan(
    terraformState([
      {
        address: "aws_efs_file_system.f",
        values: {
          id: "fs-12345678",
          arn: "arn:aws:elasticfilesystem:eu-west-1:444455556666:file-system/fs-12345678",
          creation_token: "t",
        },
      },
      {
        address: "aws_efs_replication_configuration.r",
        values: {
          id: "fs-12345678",
          source_file_system_id: "fs-12345678",
          creation_time: "2026-01-01",
          destination: [
            {
              availability_zone_name: "",
              file_system_id: "fs-87654321",
              kms_key_id: "",
              region: "eu-west-2",
              status: "ENABLED",
            },
          ],
        },
      },
    ]),
  );
  expect(fixture.efs?.replicationConfigurations).toEqual([
    { SourceFileSystemId: "fs-12345678", Destinations: [{ Region: "eu-west-2" }] },
  ]);
  expect(warnings.map(({ where }) => where)).toEqual([
    "aws_efs_replication_configuration.r.destination[0].file_system_id",
  ]);
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

test("the settings of the Region and of the organization are seeded", async () => {
  const { fixture, place, skipped } = fromTerraformPlan(
    terraformPlan([
      {
        address: "aws_backup_region_settings.here",
        values: {
          resource_type_opt_in_preference: { Aurora: true, EBS: false },
          resource_type_management_preference: { DynamoDB: true, EFS: true },
        },
        unknown: { id: true },
      },
      {
        address: "aws_backup_global_settings.all",
        values: { global_settings: { isCrossAccountBackupEnabled: "true" } },
        unknown: { id: true },
      },
    ]),
    { accountId: "111122223333" },
  );
  expect(skipped).toEqual([]);
  using aws = mockAws(place);
  aws.seed(fixture);
  const backup = aws.attach(new Backup());
  await expect(backup.describeRegionSettings({})).resolves.toMatchObject({
    ResourceTypeOptInPreference: { Aurora: true, EBS: false, S3: expect.anything() },
  });
  await expect(backup.describeGlobalSettings({})).resolves.toMatchObject({
    GlobalSettings: { isCrossAccountBackupEnabled: "true" },
  });
});
