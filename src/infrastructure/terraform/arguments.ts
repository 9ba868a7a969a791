import { parseArn } from "../../core/basics";

/** What an argument refers to, so that its value can be found when it is not known before apply. */
export interface ArgumentForm {
  /** The attribute that it usually is: `id`, `arn`, `name`. */
  readonly attribute: string;
  /** The types of resources whose attribute it must be. Their only resource is assumed if nothing else is known. */
  readonly types?: readonly string[];
  /** In a rule of a backup plan: the argument whose value it cannot be the name of. */
  readonly otherThan?: string;
  /** A type of resource in whose form a value can be made up, since nothing depends on the value. */
  readonly like?: string;
  /** Whether AWS chooses a value if none is written. */
  readonly isComputed?: true;
  /** Puts a value into the form of the argument. */
  readonly wrap?: (value: string) => string;
  /** Which values the argument can have. Expressions also refer to what only decides between values. */
  readonly accepts?: (value: string) => boolean;
}

const vaults = ["aws_backup_vault", "aws_backup_logically_air_gapped_vault"];
const fsxFileSystems = [
  "aws_fsx_lustre_file_system",
  "aws_fsx_windows_file_system",
  "aws_fsx_ontap_file_system",
  "aws_fsx_openzfs_file_system",
];

const isArn = (value: string): boolean => parseArn(value) !== undefined;
const isPattern = (value: string): boolean => value.includes("*") || value.startsWith("arn:");
const startsWith =
  (prefix: string) =>
  (value: string): boolean =>
    value.startsWith(prefix);

const role: ArgumentForm = { attribute: "arn", like: "aws_iam_role", accepts: isArn };
const kmsKey: ArgumentForm = { attribute: "arn", like: "aws_kms_key", isComputed: true };
const subnet: ArgumentForm = { attribute: "id", like: "aws_subnet", accepts: startsWith("subnet-") };
const securityGroup: ArgumentForm = {
  attribute: "id",
  like: "aws_security_group",
  accepts: startsWith("sg-"),
};
const log: ArgumentForm = {
  attribute: "arn",
  like: "aws_cloudwatch_log_group",
  isComputed: true,
  accepts: isArn,
};
const bucketPath: ArgumentForm = {
  attribute: "bucket",
  like: "aws_s3_bucket",
  wrap: value => (/^\w+:\/\//.test(value) ? value : `s3://${value.replace(/^arn:[^:]*:s3:::/, "")}`),
};
const vaultArn: ArgumentForm = { attribute: "arn", types: vaults, accepts: isPattern };
const resources: ArgumentForm = { attribute: "arn", accepts: isPattern };
const volume: ArgumentForm = { attribute: "id", accepts: startsWith("fsvol-") };

/** Arguments that refer to other resources. An argument of one name means the same in every type of resource. */
export const argumentForms: Readonly<Record<string, ArgumentForm>> = {
  active_directory_id: {
    attribute: "id",
    like: "aws_directory_service_directory",
    accepts: startsWith("d-"),
  },
  audit_log_destination: log,
  backup_vault_name: { attribute: "name", types: vaults },
  data_repository_path: bucketPath,
  database_name: { attribute: "database_name", types: ["aws_timestreamwrite_database"] },
  destination: log,
  destination_vault_arn: { ...vaultArn, otherThan: "target_vault_name" },
  encryption_key_arn: kmsKey,
  exclude_vaults: vaultArn,
  export_path: { ...bucketPath, isComputed: true },
  file_system_id: {
    attribute: "id",
    types: ["aws_efs_file_system", ...fsxFileSystems],
    accepts: startsWith("fs-"),
  },
  framework_arns: { attribute: "arn", types: ["aws_backup_framework"], accepts: isArn },
  gateway_arn: { attribute: "arn", like: "aws_storagegateway_gateway", accepts: isArn },
  iam_role_arn: role,
  import_path: bucketPath,
  include_vaults: vaultArn,
  kms_key_arn: kmsKey,
  kms_key_id: kmsKey,
  not_resources: resources,
  parent_volume_id: { ...volume, attribute: "root_volume_id", types: ["aws_fsx_openzfs_file_system"] },
  plan_id: { attribute: "id", types: ["aws_backup_plan"] },
  preferred_subnet_id: { ...subnet, isComputed: true },
  protected_resource_arns: resources,
  resources,
  restore_testing_plan_name: { attribute: "name", types: ["aws_backup_restore_testing_plan"] },
  role_arn: role,
  route_table_ids: {
    attribute: "id",
    like: "aws_route_table",
    isComputed: true,
    accepts: startsWith("rtb-"),
  },
  s3_bucket_name: { attribute: "bucket", like: "aws_s3_bucket" },
  scanner_role_arn: role,
  security_group_ids: securityGroup,
  security_groups: { ...securityGroup, isComputed: true },
  snapshot_arn: { attribute: "arn", types: ["aws_fsx_openzfs_snapshot"], accepts: isArn },
  sns_topic_arn: { attribute: "arn", like: "aws_sns_topic", accepts: isArn },
  source_file_system_id: { attribute: "id", types: ["aws_efs_file_system"], accepts: startsWith("fs-") },
  storage_virtual_machine_id: {
    attribute: "id",
    types: ["aws_fsx_ontap_storage_virtual_machine"],
    accepts: startsWith("svm-"),
  },
  subnet_id: subnet,
  subnet_ids: subnet,
  target_logically_air_gapped_backup_vault_arn: {
    ...vaultArn,
    types: ["aws_backup_logically_air_gapped_vault"],
  },
  target_vault_name: { attribute: "name", types: vaults },
  volume_id: { ...volume, types: ["aws_fsx_ontap_volume", "aws_fsx_openzfs_volume"] },
  vpc_id: { attribute: "id", like: "aws_vpc", isComputed: true, accepts: startsWith("vpc-") },
};
