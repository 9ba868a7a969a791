import { arn, bucketArn, globalArn, type Place, uuidOf } from "../../core/basics";
import { own } from "../own";

/** A UUID that belongs to a text: two texts share one only if both of two hashes agree. */
const uuidFor = (text: string): string => `${uuidOf(text).slice(0, 18)}${uuidOf(`${text}~`).slice(18)}`;

const hexFor = (text: string, length: number): string =>
  `${uuidOf(text).slice(0, 8)}${uuidOf(`${text}~`).replaceAll("-", "")}`.slice(0, length);

/** What made-up values are made from. */
export interface Subject {
  /** The address of the instance. The same address gives the same values. */
  readonly address: string;
  /** The name of the resource in the configuration. */
  readonly name: string;
  readonly place: Place;
  /** Another attribute of the instance, known or made up. */
  get(attribute: string): string | undefined;
}

type Form = (subject: Subject) => string | undefined;
type Forms = Readonly<Record<string, Form>>;

const idOf =
  (prefix: string, length = 17): Form =>
  ({ address }) =>
    `${prefix}-${hexFor(address, length)}`;

const uuid: Form = ({ address }) => uuidFor(address);
const same =
  (attribute: string): Form =>
  ({ get }) =>
    get(attribute);

/** A name that Terraform or AWS makes: from a prefix, if one is given, or from the resource's name. */
const nameFrom =
  (prefix = "name_prefix"): Form =>
  ({ address, name, get }) =>
    `${get(prefix) ?? `${name}_`}${hexFor(address, 6)}`;
const lowerNameFrom =
  (prefix?: string): Form =>
  subject =>
    nameFrom(prefix)(subject)
      ?.toLowerCase()
      .replace(/[^a-z0-9-]/g, "-");

/** An ARN whose last part is made of texts and of attributes in braces: `volume/{file_system_id}/{id}`. */
const arnOf =
  (service: string, resource: string): Form =>
  ({ place, get }) => {
    const parts = resource.split(/[{}]/).map((part, index) => (index % 2 === 0 ? part : get(part)));
    return parts.every(part => part !== undefined) ? arn(service, place, parts.join("")) : undefined;
  };

const named = (service: string, resource: string): Forms => ({
  name: nameFrom(),
  id: same("name"),
  arn: arnOf(service, resource),
});
const withId = (prefix: string, service: string, resource: string): Forms => ({
  id: idOf(prefix),
  arn: arnOf(service, resource),
});
const audit = (resource: string): Forms => ({ ...named("backup", `${resource}:{name}-{uuid}`), uuid });
const cluster = (service: string): Forms => ({
  cluster_identifier: lowerNameFrom("cluster_identifier_prefix"),
  id: same("cluster_identifier"),
  arn: arnOf(service, "cluster:{cluster_identifier}"),
});

const fsxFileSystem = withId("fs", "fsx", "file-system/{id}");
const fsxVolume: Forms = { name: nameFrom(), ...withId("fsvol", "fsx", "volume/{file_system_id}/{id}") };
const vault = named("backup", "backup-vault:{name}");
const kmsKey: Forms = { id: uuid, key_id: same("id"), arn: arnOf("kms", "key/{id}") };
const gatewayVolume: Forms = {
  volume_id: idOf("vol"),
  arn: ({ get }) => `${get("gateway_arn")}/volume/${get("volume_id")}`,
  id: same("arn"),
};
const securityGroup: Forms = { id: idOf("sg") };
const subnet: Forms = { id: idOf("subnet") };
const vpc: Forms = { id: idOf("vpc") };

/** The values that AWS makes, by type of resource and attribute. */
const formsByType: Readonly<Record<string, Forms>> = {
  aws_backup_framework: audit("framework"),
  aws_backup_logically_air_gapped_vault: vault,
  aws_backup_plan: { name: nameFrom(), id: uuid, arn: arnOf("backup", "backup-plan:{id}") },
  aws_backup_report_plan: audit("report-plan"),
  aws_backup_restore_testing_plan: audit("restore-testing-plan"),
  aws_backup_restore_testing_selection: { name: nameFrom() },
  aws_backup_selection: { name: nameFrom(), id: uuid },
  aws_backup_tiering_configuration: { name: nameFrom() },
  aws_backup_vault: vault,

  aws_efs_access_point: withId("fsap", "elasticfilesystem", "access-point/{id}"),
  aws_efs_file_system: {
    ...withId("fs", "elasticfilesystem", "file-system/{id}"),
    creation_token: idOf("terraform", 26),
  },
  aws_efs_mount_target: { id: idOf("fsmt") },

  aws_fsx_backup: withId("backup", "fsx", "backup/{id}"),
  aws_fsx_data_repository_association: { id: idOf("dra"), association_id: same("id") },
  aws_fsx_file_cache: { ...withId("fc", "fsx", "file-cache/{id}"), file_cache_id: same("id") },
  aws_fsx_lustre_file_system: fsxFileSystem,
  aws_fsx_ontap_file_system: fsxFileSystem,
  aws_fsx_ontap_storage_virtual_machine: {
    name: nameFrom(),
    ...withId("svm", "fsx", "storage-virtual-machine/{file_system_id}/{id}"),
  },
  aws_fsx_ontap_volume: fsxVolume,
  aws_fsx_openzfs_file_system: {
    ...fsxFileSystem,
    root_volume_id: ({ address }) => `fsvol-${hexFor(`root of ${address}`, 17)}`,
  },
  aws_fsx_openzfs_snapshot: { name: nameFrom(), ...withId("fsvolsnap", "fsx", "snapshot/{volume_id}/{id}") },
  aws_fsx_openzfs_volume: fsxVolume,
  aws_fsx_s3_access_point_attachment: { name: lowerNameFrom() },
  aws_fsx_windows_file_system: fsxFileSystem,

  aws_cloudformation_stack: {
    name: lowerNameFrom(),
    uuid,
    arn: arnOf("cloudformation", "stack/{name}/{uuid}"),
    id: same("arn"),
  },
  aws_db_instance: {
    identifier: lowerNameFrom("identifier_prefix"),
    resource_id: ({ address }) => `db-${hexFor(address, 26).toUpperCase()}`,
    id: same("resource_id"),
    arn: arnOf("rds", "db:{identifier}"),
  },
  aws_docdb_cluster: cluster("rds"),
  aws_dsql_cluster: {
    identifier: ({ address }) => hexFor(address, 26),
    id: same("identifier"),
    arn: arnOf("dsql", "cluster/{identifier}"),
  },
  aws_dynamodb_table: named("dynamodb", "table/{name}"),
  aws_ebs_volume: withId("vol", "ec2", "volume/{id}"),
  aws_eks_cluster: named("eks", "cluster/{name}"),
  aws_instance: withId("i", "ec2", "instance/{id}"),
  aws_neptune_cluster: cluster("rds"),
  aws_rds_cluster: cluster("rds"),
  aws_redshift_cluster: cluster("redshift"),
  aws_redshiftserverless_namespace: {
    namespace_name: nameFrom(),
    id: same("namespace_name"),
    namespace_id: uuid,
    arn: arnOf("redshift-serverless", "namespace/{namespace_id}"),
  },
  aws_s3_bucket: {
    bucket: lowerNameFrom("bucket_prefix"),
    id: same("bucket"),
    arn: ({ place, get }) => bucketArn(place, get("bucket") ?? ""),
  },
  aws_storagegateway_cached_iscsi_volume: gatewayVolume,
  aws_storagegateway_gateway: {
    gateway_id: ({ address }) => `sgw-${hexFor(address, 8).toUpperCase()}`,
    arn: arnOf("storagegateway", "gateway/{gateway_id}"),
    id: same("arn"),
  },
  aws_storagegateway_stored_iscsi_volume: gatewayVolume,
  aws_timestreamwrite_database: { database_name: nameFrom(), id: same("database_name") },
  aws_timestreamwrite_table: {
    table_name: nameFrom(),
    arn: arnOf("timestream", "database/{database_name}/table/{table_name}"),
  },

  aws_cloudwatch_log_group: named("logs", "log-group:{name}"),
  aws_default_security_group: securityGroup,
  aws_default_subnet: subnet,
  aws_default_vpc: vpc,
  aws_directory_service_directory: { id: idOf("d", 10) },
  aws_iam_role: {
    name: nameFrom(),
    id: same("name"),
    arn: ({ place, get }) => globalArn("iam", place, `role${get("path") ?? "/"}${get("name")}`),
  },
  aws_kinesis_firehose_delivery_stream: named("firehose", "deliverystream/{name}"),
  aws_kms_alias: { target_key_id: uuid, target_key_arn: arnOf("kms", "key/{target_key_id}") },
  aws_kms_key: kmsKey,
  aws_kms_replica_key: kmsKey,
  aws_route_table: { id: idOf("rtb") },
  aws_security_group: securityGroup,
  aws_sns_topic: { ...named("sns", "{name}"), id: same("arn") },
  aws_subnet: subnet,
  aws_vpc: vpc,
};

/** The value that AWS would make for an attribute: made up, but stable and of the right form. */
export function madeUp(type: string, attribute: string, subject: Subject): string | undefined {
  const forms = own(formsByType, type);
  return forms && own(forms, attribute)?.(subject);
}

/** A value in the form of an attribute of a type, for an argument of which nothing is known. */
export const madeUpFor = (
  type: string,
  attribute: string,
  argument: string,
  place: Place,
): string | undefined => {
  const get = (name: string): string | undefined =>
    madeUp(type, name, { address: argument, name: "unknown", place, get });
  return get(attribute);
};
