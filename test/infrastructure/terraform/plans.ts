import { constant, type Given, providerIn, ref, terraformPlan } from "./terraform-document";

const rule = (members: Readonly<Record<string, unknown>>) => ({
  completion_window: 180,
  copy_action: [],
  enable_continuous_backup: false,
  lifecycle: [{ cold_storage_after: null, delete_after: 35 }],
  recovery_point_tags: null,
  schedule: "cron(0 5 ? * * *)",
  schedule_expression_timezone: "Etc/UTC",
  start_window: 60,
  ...members,
});
const rulesUnknown = (count: number) =>
  Array.from({ length: count }, () => ({ copy_action: [], lifecycle: [{}] }));

const role: Given = {
  address: "module.backup.aws_iam_role.default[0]",
  values: { name: "backups", path: "/service/" },
};

/** A module that makes a vault, a plan and a selection, each with count, and takes the names from its labels. */
export const countedModule = terraformPlan(
  [
    {
      address: "module.backup.aws_backup_vault.default[0]",
      values: {
        name: "eg-prod",
        kms_key_arn: null,
        tags: null,
        tags_all: { Stage: "prod" },
        force_destroy: null,
      },
    },
    {
      address: "module.backup.aws_backup_vault_lock_configuration.default[0]",
      values: {
        backup_vault_name: "eg-prod",
        changeable_for_days: null,
        min_retention_days: 7,
        max_retention_days: 365,
      },
      unknown: { backup_vault_arn: true, id: true },
    },
    {
      address: "module.backup.aws_backup_plan.default[0]",
      values: {
        name: "eg-prod",
        advanced_backup_setting: [],
        tags_all: {},
        rule: [rule({ rule_name: "daily", target_vault_name: "eg-prod" })],
      },
      unknown: { arn: true, id: true, version: true, rule: rulesUnknown(1), tags_all: {} },
    },
    {
      address: "module.backup.aws_backup_selection.default[0]",
      values: {
        name: "eg-prod",
        condition: [],
        not_resources: [],
        resources: [null, null],
        selection_tag: [],
      },
      unknown: {
        id: true,
        plan_id: true,
        iam_role_arn: true,
        not_resources: [],
        resources: [true, true],
        selection_tag: [],
      },
      written: {
        iam_role_arn: ref(
          "data.aws_iam_role.existing[0].arn",
          "data.aws_iam_role.existing[0]",
          "data.aws_iam_role.existing",
          "aws_iam_role.default[0].arn",
          "aws_iam_role.default[0]",
          "aws_iam_role.default",
        ),
        name: ref("module.label.id", "module.label"),
        plan_id: ref("aws_backup_plan.default"),
        resources: ref("var.backup_resources"),
      },
    },
    role,
    {
      address: "aws_efs_file_system.files",
      values: {
        creation_token: "files",
        encrypted: true,
        lifecycle_policy: [
          {
            transition_to_ia: "AFTER_30_DAYS",
            transition_to_archive: null,
            transition_to_primary_storage_class: null,
          },
        ],
        protection: [],
        throughput_mode: "bursting",
        provisioned_throughput_in_mibps: null,
        tags: { Name: "files" },
        tags_all: { Name: "files", Stage: "prod" },
      },
      unknown: {
        arn: true,
        id: true,
        dns_name: true,
        kms_key_id: true,
        performance_mode: true,
        protection: true,
        size_in_bytes: true,
      },
    },
    {
      address: "aws_dynamodb_table.orders",
      values: { name: "orders", billing_mode: "PAY_PER_REQUEST", tags_all: { Stage: "prod" } },
    },
    { address: "aws_dynamodb_table.carts", values: { name: "carts", tags_all: null } },
  ],
  {
    calls: {
      backup: {
        expressions: {
          backup_resources: ref(
            "aws_efs_file_system.files.arn",
            "aws_efs_file_system.files",
            "aws_dynamodb_table.orders.arn",
            "aws_dynamodb_table.orders",
          ),
        },
      },
    },
  },
);

/** A module whose selections and rules come from maps, with a second vault in another Region under an alias. */
export const mappedModule = terraformPlan(
  [
    {
      address: "module.aws_backup.aws_backup_vault.ab_vault[0]",
      values: { name: "central", kms_key_arn: null, tags_all: {} },
    },
    {
      address: "module.aws_backup.aws_backup_vault.secondary",
      values: { name: "central-copy", tags_all: {} },
      provider: "aws.replica",
      written: { name: ref("var.vault_name") },
    },
    {
      address: "module.aws_backup.aws_backup_vault_policy.ab_vault[0]",
      values: { backup_vault_name: "central" },
      unknown: { backup_vault_arn: true, id: true, policy: true },
      written: {
        backup_vault_name: ref(
          "aws_backup_vault.ab_vault[0].name",
          "aws_backup_vault.ab_vault[0]",
          "aws_backup_vault.ab_vault",
        ),
        policy: ref(
          "data.aws_iam_policy_document.vault[0].json",
          "data.aws_iam_policy_document.vault[0]",
          "data.aws_iam_policy_document.vault",
        ),
      },
    },
    {
      address: 'module.aws_backup.aws_backup_plan.ab_plans["daily"]',
      values: {
        name: "daily",
        tags_all: {},
        rule: [
          rule({
            rule_name: "copied",
            target_vault_name: "central",
            copy_action: [{ lifecycle: [{ delete_after: 90 }] }],
          }),
        ],
      },
      unknown: {
        arn: true,
        id: true,
        version: true,
        rule: [{ copy_action: [{ destination_vault_arn: true, lifecycle: [{}] }], lifecycle: [{}] }],
      },
      written: { name: ref("each.key") },
      forEach: ref("local.plans"),
    },
    {
      address: 'module.aws_backup.aws_backup_plan.ab_plans["weekly"]',
      values: {
        name: "weekly",
        tags_all: {},
        rule: [
          rule({
            rule_name: "weekly",
            target_vault_name: "central",
            schedule: "cron(0 5 ? * SUN *)",
            lifecycle: [{ cold_storage_after: 0, delete_after: 90 }],
          }),
        ],
      },
      unknown: { arn: true, id: true, version: true, rule: rulesUnknown(1) },
      written: { name: ref("each.key") },
    },
    ...["daily", "weekly"].map(
      (key): Given => ({
        address: `module.aws_backup.aws_backup_selection.plan_selections["${key}"]`,
        values: {
          name: `${key}-by-tag`,
          iam_role_arn: "arn:aws:iam::111122223333:role/backup",
          condition: [],
          not_resources: null,
          resources: null,
          selection_tag: [{ key: "Backup", type: "STRINGEQUALS", value: key }],
        },
        unknown: { id: true, plan_id: true, selection_tag: [{}] },
        written: { plan_id: ref("aws_backup_plan.ab_plans", "each.key"), name: ref("each.key") },
      }),
    ),
    {
      address: "module.db.module.db_instance.aws_db_instance.this[0]",
      values: {
        identifier: "shop",
        allocated_storage: 20,
        engine: "postgres",
        tags_all: { Backup: "daily" },
      },
      unknown: { arn: true, id: true, kms_key_id: true, resource_id: true },
    },
    {
      address: 'aws_ebs_volume.data["a"]',
      values: { size: 100, availability_zone: "eu-west-1a", tags_all: { Backup: "weekly", Name: "data-a" } },
    },
    {
      address: 'aws_ebs_volume.data["b"]',
      values: { size: 50, availability_zone: "eu-west-1b", tags_all: { Name: "data-b" } },
    },
  ],
  {
    providers: {
      aws: providerIn(ref("var.region")),
      "aws.replica": { ...providerIn(constant("eu-central-1")), alias: "replica" },
    },
    variables: { region: "eu-west-1" },
    calls: { aws_backup: {}, "db.db_instance": {} },
  },
);

/** A module of a file system with its mount targets, access points, policy and replication by for_each. */
export const fileSystemModule = terraformPlan([
  {
    address: "module.efs.aws_efs_file_system.this[0]",
    values: {
      creation_token: "wordpress",
      encrypted: true,
      kms_key_id: "arn:aws:kms:eu-west-1:111122223333:key/1111abcd-2222-4333-8444-555566667777",
      performance_mode: "maxIO",
      throughput_mode: "provisioned",
      provisioned_throughput_in_mibps: 256,
      lifecycle_policy: [
        { transition_to_ia: "AFTER_30_DAYS" },
        { transition_to_primary_storage_class: "AFTER_1_ACCESS" },
      ],
      protection: [{ replication_overwrite: "ENABLED" }],
      tags_all: { Name: "wordpress" },
    },
    unknown: { arn: true, id: true, dns_name: true },
  },
  {
    address: "module.efs.aws_efs_file_system_policy.this[0]",
    values: {
      bypass_policy_lockout_safety_check: null,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: "elasticfilesystem:ClientMount",
            Resource: "*",
          },
        ],
      }),
    },
    unknown: { id: true, file_system_id: true },
    written: {
      file_system_id: ref(
        "aws_efs_file_system.this[0].id",
        "aws_efs_file_system.this[0]",
        "aws_efs_file_system.this",
      ),
    },
  },
  {
    address: "module.efs.aws_efs_backup_policy.this[0]",
    values: { backup_policy: [{ status: "ENABLED" }] },
    unknown: { id: true, file_system_id: true, backup_policy: [{}] },
    written: {
      file_system_id: ref(
        "aws_efs_file_system.this[0].id",
        "aws_efs_file_system.this[0]",
        "aws_efs_file_system.this",
      ),
      backup_policy: [{ status: constant("ENABLED") }],
    },
  },
  ...["eu-west-1a", "eu-west-1b"].map(
    (zone, index): Given => ({
      address: `module.efs.aws_efs_mount_target.this["${zone}"]`,
      values: { subnet_id: `subnet-${index}123456789abcdef0`, ip_address_type: null },
      unknown: {
        id: true,
        file_system_id: true,
        ip_address: true,
        security_groups: true,
        dns_name: true,
        network_interface_id: true,
      },
      written: {
        file_system_id: ref(
          "aws_efs_file_system.this[0].id",
          "aws_efs_file_system.this[0]",
          "aws_efs_file_system.this",
        ),
        security_groups: ref(
          "aws_security_group.this[0].id",
          "aws_security_group.this[0]",
          "aws_security_group.this",
          "var.security_groups",
        ),
        subnet_id: ref("each.value.subnet_id", "each.value"),
      },
    }),
  ),
  { address: "module.efs.aws_security_group.this[0]", values: { name: "efs" } },
  {
    address: 'module.efs.aws_efs_access_point.this["root"]',
    values: {
      posix_user: [{ gid: 0, uid: 0, secondary_gids: null }],
      root_directory: [
        { path: "/web", creation_info: [{ owner_gid: 1001, owner_uid: 0, permissions: "755" }] },
      ],
      tags_all: { Name: "root" },
    },
    unknown: { arn: true, id: true, file_system_id: true, file_system_arn: true },
    written: {
      file_system_id: ref(
        "aws_efs_file_system.this[0].id",
        "aws_efs_file_system.this[0]",
        "aws_efs_file_system.this",
      ),
    },
  },
  {
    address: "module.efs.aws_efs_replication_configuration.this[0]",
    values: { destination: [{ region: "eu-west-2", availability_zone_name: null }] },
    unknown: {
      id: true,
      source_file_system_id: true,
      destination: [{ file_system_id: true, kms_key_id: true, status: true }],
      creation_time: true,
    },
    written: {
      source_file_system_id: ref(
        "aws_efs_file_system.this[0].id",
        "aws_efs_file_system.this[0]",
        "aws_efs_file_system.this",
      ),
      destination: [{ region: constant("eu-west-2") }],
    },
  },
]);

const subnets = { subnet_ids: ["subnet-0a23456789abcdef0"], security_group_ids: null };

/** File servers of all four types, from a root module without modules. */
export const fileServers = terraformPlan([
  {
    address: "aws_fsx_ontap_file_system.ha",
    values: {
      storage_capacity: 1024,
      deployment_type: "SINGLE_AZ_1",
      throughput_capacity: 128,
      preferred_subnet_id: "subnet-0a23456789abcdef0",
      ...subnets,
      automatic_backup_retention_days: 0,
      storage_type: "SSD",
      tags_all: { Name: "ha" },
    },
    unknown: {
      arn: true,
      id: true,
      disk_iops_configuration: true,
      endpoints: true,
      ha_pairs: true,
      kms_key_id: true,
      route_table_ids: true,
      throughput_capacity_per_ha_pair: true,
      weekly_maintenance_start_time: true,
    },
  },
  {
    address: "aws_fsx_ontap_storage_virtual_machine.svm",
    values: {
      name: "svm1",
      active_directory_configuration: [],
      root_volume_security_style: null,
      svm_admin_password: "Netapp1!secret",
      tags_all: {},
    },
    unknown: { arn: true, id: true, file_system_id: true },
    written: { file_system_id: ref("aws_fsx_ontap_file_system.ha.id", "aws_fsx_ontap_file_system.ha") },
  },
  {
    address: "aws_fsx_ontap_volume.data",
    values: {
      name: "data",
      junction_path: "/data",
      size_in_megabytes: 10240,
      storage_efficiency_enabled: true,
      tiering_policy: [{ name: "AUTO", cooling_period: 31 }],
      snaplock_configuration: [],
      skip_final_backup: false,
      bypass_snaplock_enterprise_retention: false,
      volume_type: "ONTAP",
      tags_all: { Backup: "yes" },
    },
    unknown: { arn: true, id: true, storage_virtual_machine_id: true, file_system_id: true },
    written: {
      storage_virtual_machine_id: ref(
        "aws_fsx_ontap_storage_virtual_machine.svm.id",
        "aws_fsx_ontap_storage_virtual_machine.svm",
      ),
    },
  },
  {
    address: "aws_fsx_openzfs_volume.child",
    values: {
      name: "child",
      data_compression_type: "ZSTD",
      record_size_kib: 128,
      nfs_exports: [{ client_configurations: [{ clients: "10.0.0.0/16", options: ["async", "rw"] }] }],
      user_and_group_quotas: [{ id: 0, storage_capacity_quota_gib: 10, type: "USER" }],
      volume_type: "OPENZFS",
      tags_all: {},
    },
    unknown: { arn: true, id: true, parent_volume_id: true },
    written: { parent_volume_id: ref("aws_fsx_openzfs_volume.parent.id", "aws_fsx_openzfs_volume.parent") },
  },
  {
    address: "aws_fsx_openzfs_volume.parent",
    values: {
      name: "parent",
      data_compression_type: "NONE",
      record_size_kib: 128,
      volume_type: "OPENZFS",
      tags_all: {},
    },
    unknown: { arn: true, id: true, parent_volume_id: true },
    written: {
      parent_volume_id: ref(
        "aws_fsx_openzfs_file_system.zfs.root_volume_id",
        "aws_fsx_openzfs_file_system.zfs",
      ),
    },
  },
  {
    address: "aws_fsx_openzfs_file_system.zfs",
    values: {
      deployment_type: "SINGLE_AZ_HA_2",
      storage_capacity: 64,
      throughput_capacity: 160,
      storage_type: "SSD",
      ...subnets,
      automatic_backup_retention_days: 0,
      copy_tags_to_backups: false,
      copy_tags_to_volumes: false,
      root_volume_configuration: [
        {
          data_compression_type: "NONE",
          copy_tags_to_snapshots: true,
          read_only: null,
          record_size_kib: 128,
          nfs_exports: [],
        },
      ],
      tags_all: {},
    },
    unknown: { arn: true, id: true, root_volume_id: true },
  },
  {
    address: "aws_fsx_openzfs_snapshot.before",
    values: { name: "before", tags_all: {} },
    unknown: { arn: true, id: true, volume_id: true },
    written: { volume_id: ref("aws_fsx_openzfs_volume.parent.id", "aws_fsx_openzfs_volume.parent") },
  },
  {
    address: "aws_fsx_s3_access_point_attachment.child",
    values: {
      name: "child-objects",
      type: "OPENZFS",
      openzfs_configuration: [
        {
          file_system_identity: [
            { type: "POSIX", posix_user: [{ uid: 0, gid: 1001, secondary_gids: null }] },
          ],
        },
      ],
      s3_access_point: [],
    },
    unknown: { openzfs_configuration: [{ volume_id: true }], s3_access_point_arn: true },
    written: {
      openzfs_configuration: [
        { volume_id: ref("aws_fsx_openzfs_volume.child.id", "aws_fsx_openzfs_volume.child") },
      ],
    },
  },
  {
    address: "aws_fsx_windows_file_system.share",
    values: {
      deployment_type: "SINGLE_AZ_2",
      storage_capacity: 32,
      storage_type: "SSD",
      throughput_capacity: 32,
      ...subnets,
      automatic_backup_retention_days: 0,
      copy_tags_to_backups: false,
      self_managed_active_directory: [
        {
          dns_ips: ["10.0.0.111"],
          domain_name: "corp.example.com",
          file_system_administrators_group: "Domain Admins",
          organizational_unit_distinguished_name: "",
          password: "not for fixtures",
          username: "Admin",
        },
      ],
      aliases: null,
      backup_id: null,
      skip_final_backup: true,
      tags_all: {},
    },
    unknown: { arn: true, id: true, kms_key_id: true, preferred_subnet_id: true },
  },
  {
    address: "aws_fsx_lustre_file_system.scratch",
    values: {
      deployment_type: "PERSISTENT_2",
      storage_capacity: 1200,
      storage_type: "SSD",
      per_unit_storage_throughput: 125,
      data_compression_type: "LZ4",
      ...subnets,
      automatic_backup_retention_days: 0,
      tags_all: {},
    },
    unknown: { arn: true, id: true, mount_name: true, log_configuration: true, metadata_configuration: true },
  },
  {
    address: "aws_fsx_data_repository_association.results",
    values: {
      file_system_path: "/results",
      batch_import_meta_data_on_create: true,
      delete_data_in_filesystem: null,
      s3: [
        { auto_export_policy: [{ events: ["NEW", "CHANGED"] }], auto_import_policy: [{ events: ["NEW"] }] },
      ],
      tags_all: {},
    },
    unknown: { arn: true, id: true, association_id: true, data_repository_path: true, file_system_id: true },
    written: {
      file_system_id: ref("aws_fsx_lustre_file_system.scratch.id", "aws_fsx_lustre_file_system.scratch"),
      data_repository_path: ref("aws_s3_bucket.results.id", "aws_s3_bucket.results"),
    },
  },
  { address: "aws_s3_bucket.results", values: { bucket: "shop-results", bucket_prefix: null, tags_all: {} } },
  {
    address: "aws_fsx_file_cache.cache",
    values: {
      file_cache_type: "LUSTRE",
      file_cache_type_version: "2.12",
      storage_capacity: 1200,
      ...subnets,
      copy_tags_to_data_repository_associations: false,
      data_repository_association: [
        {
          data_repository_path: "nfs://filer.example.com",
          data_repository_subdirectories: ["test"],
          file_cache_path: "/ns1",
          nfs: [{ dns_ips: ["192.168.0.1"], version: "NFS3" }],
        },
      ],
      lustre_configuration: [
        {
          deployment_type: "CACHE_1",
          metadata_configuration: [{ storage_capacity: 2400 }],
          per_unit_storage_throughput: 1000,
          weekly_maintenance_start_time: "2:05:00",
        },
      ],
      tags_all: {},
    },
    unknown: { arn: true, id: true, data_repository_association: [{}] },
  },
  {
    address: "aws_fsx_backup.now",
    values: { volume_id: null, tags_all: { Reason: "test" } },
    unknown: { arn: true, id: true, file_system_id: true },
    written: {
      file_system_id: ref("aws_fsx_windows_file_system.share.id", "aws_fsx_windows_file_system.share"),
    },
  },
]);

/** Everything of Audit Manager and restore testing, with an air-gapped vault. */
export const audit = terraformPlan([
  { address: "aws_backup_vault.main", values: { name: "main", tags_all: {} } },
  {
    address: "aws_backup_vault_notifications.main",
    values: {
      backup_vault_name: "main",
      backup_vault_events: ["BACKUP_JOB_COMPLETED", "RESTORE_JOB_COMPLETED"],
    },
    unknown: { id: true, sns_topic_arn: true, backup_vault_events: [false, false] },
    written: { sns_topic_arn: ref("aws_sns_topic.events.arn", "aws_sns_topic.events") },
  },
  { address: "aws_sns_topic.events", values: { name: "backup-events" } },
  {
    address: "aws_backup_logically_air_gapped_vault.gap",
    values: {
      name: "gap",
      min_retention_days: 7,
      max_retention_days: 60,
      tags_all: { Tier: "gap" },
      timeouts: null,
    },
  },
  {
    address: "aws_backup_framework.main",
    values: {
      name: "main",
      description: "What we must do",
      control: [
        {
          name: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
          input_parameter: [{ name: "requiredRetentionDays", value: "35" }],
          scope: [],
        },
        {
          name: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
          input_parameter: [],
          scope: [
            { compliance_resource_types: ["EBS"], compliance_resource_ids: null, tags: { Stage: "prod" } },
          ],
        },
      ],
      tags_all: {},
    },
    unknown: { arn: true, id: true, creation_time: true, deployment_status: true, status: true },
  },
  {
    address: "aws_backup_report_plan.compliance",
    values: {
      name: "compliance",
      description: "",
      report_delivery_channel: [{ formats: ["CSV", "JSON"], s3_key_prefix: "" }],
      report_setting: [
        {
          report_template: "CONTROL_COMPLIANCE_REPORT",
          framework_arns: [null],
          number_of_frameworks: 1,
          accounts: null,
          organization_units: null,
          regions: null,
        },
      ],
      tags_all: {},
    },
    unknown: {
      arn: true,
      id: true,
      report_delivery_channel: [{ s3_bucket_name: true }],
      report_setting: [{ framework_arns: [true] }],
    },
    written: {
      report_delivery_channel: [{ s3_bucket_name: ref("aws_s3_bucket.reports.id", "aws_s3_bucket.reports") }],
      report_setting: [
        {
          framework_arns: ref("aws_backup_framework.main.arn", "aws_backup_framework.main"),
          report_template: constant("CONTROL_COMPLIANCE_REPORT"),
        },
      ],
    },
  },
  {
    address: "aws_s3_bucket.reports",
    values: { bucket: null, bucket_prefix: "reports-", tags_all: {} },
    unknown: { arn: true, id: true, bucket: true },
  },
  {
    address: "aws_backup_restore_testing_plan.weekly",
    values: {
      name: "weekly",
      recovery_point_selection: [
        {
          algorithm: "LATEST_WITHIN_WINDOW",
          exclude_vaults: null,
          include_vaults: [null],
          recovery_point_types: ["SNAPSHOT"],
          selection_window_days: 30,
        },
      ],
      schedule_expression: "cron(0 12 ? * SUN *)",
      start_window_hours: 8,
      tags_all: {},
    },
    unknown: {
      arn: true,
      recovery_point_selection: [{ include_vaults: [true] }],
      schedule_expression_timezone: true,
    },
    written: {
      recovery_point_selection: [
        { include_vaults: ref("aws_backup_vault.main.arn", "aws_backup_vault.main") },
      ],
    },
  },
  {
    address: "aws_backup_restore_testing_selection.volumes",
    values: {
      name: "volumes",
      restore_testing_plan_name: "weekly",
      protected_resource_type: "EBS",
      protected_resource_arns: ["*"],
      protected_resource_conditions: [
        { string_equals: [{ key: "aws:ResourceTag/Stage", value: "prod" }], string_not_equals: [] },
      ],
      restore_metadata_overrides: null,
      validation_window_hours: 24,
    },
    unknown: { id: true, iam_role_arn: true },
    written: { iam_role_arn: ref("data.aws_iam_role.tester.arn", "data.aws_iam_role.tester") },
  },
  {
    address: "aws_backup_tiering_configuration.cheap",
    values: {
      name: "cheap",
      backup_vault_name: "main",
      resource_selection: [{ resource_type: "S3", resources: ["*"], tiering_down_settings_in_days: 60 }],
      tags_all: {},
    },
    unknown: { arn: true, creation_time: true },
  },
  {
    address: "aws_backup_region_settings.here",
    values: { resource_type_opt_in_preference: { FSx: true }, resource_type_management_preference: null },
    unknown: { id: true },
  },
]);
