import { type Arn, arn, type IdSource, type Place } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";

/**
 * A feature that AWS Backup supports for some types of resources only (Developer Guide, "Feature availability by
 * resource").
 */
export type Feature =
  | "airGappedVault"
  | "coldStorage"
  | "continuousBackup"
  /** Copies to other Regions and accounts. */
  | "copy"
  /** AWS Backup keeps the backups itself, encrypted with the key of the vault. */
  | "fullyManaged"
  /** A backup after the first one stores only what has changed. */
  | "incremental"
  | "malwareScan"
  | "restoreTesting"
  | "searchIndex"
  /** A running backup job can be stopped. */
  | "stop"
  | "tiering";

/** Builds the ARN of a recovery point. Some forms contain the time when the backup began. */
type PointForm = (place: Place, ids: IdSource, source: Arn, at: EpochMs) => string;

/** A type of resource. */
export interface ResourceType {
  readonly name: string;
  readonly features: ReadonlySet<Feature>;
  readonly pointArn: PointForm;
  /** Whether it has members with jobs and recovery points of their own. */
  readonly composite: boolean;
}

interface Row {
  readonly type: ResourceType;
  /** The service in the resource's ARN, and the form of the ARN's last part. */
  readonly service: string;
  readonly source: RegExp;
}

/** The letters of the features in the table of types below. */
const featureOfLetter: Readonly<Record<string, Feature>> = {
  C: "coldStorage",
  F: "fullyManaged",
  G: "tiering",
  I: "incremental",
  L: "airGappedVault",
  N: "searchIndex",
  P: "continuousBackup",
  S: "stop",
  V: "restoreTesting",
  W: "malwareScan",
  X: "copy",
};

const features = (letters: string): ReadonlySet<Feature> =>
  new Set([...letters].flatMap(letter => featureOfLetter[letter] ?? []));

/** The ARN of a point that AWS Backup keeps itself. */
export const backupForm: PointForm = (place, ids) => arn("backup", place, `recovery-point:${ids.uuid()}`);

const withoutAccount = (place: Place): Place => ({ region: place.region, accountId: "" });
const snapshotForm: PointForm = (place, ids) =>
  arn("ec2", withoutAccount(place), `snapshot/snap-${ids.hex(17)}`);
const imageForm: PointForm = (place, ids) => arn("ec2", withoutAccount(place), `image/ami-${ids.hex(17)}`);
const fsxForm: PointForm = (place, ids) => arn("fsx", place, `backup/backup-${ids.hex(17)}`);
const rdsForm: PointForm = (place, ids) => arn("rds", place, `snapshot:awsbackup:job-${ids.uuid()}`);
const clusterForm: PointForm = (place, ids) =>
  arn("rds", place, `cluster-snapshot:awsbackup:job-${ids.uuid()}`);
/** An instant as digits, to the second: `20260301050000`. */
const dateDigits = (at: EpochMs): string => new Date(at).toISOString().slice(0, 19).replace(/\D/g, "");
const bucketForm: PointForm = (place, ids, { resource }, at) =>
  arn("backup", place, `recovery-point:${resource}-${dateDigits(at)}-${ids.hex(8)}`);
const redshiftForm: PointForm = (place, ids, { resource }) =>
  arn("redshift", place, `snapshot:${resource.replace(/^cluster:/, "")}/awsbackup:job-${ids.uuid()}`);
const serverlessForm: PointForm = (place, ids, { resource }) =>
  arn(
    "redshift-serverless",
    place,
    `snapshot:${resource.replace(/^namespace\//, "")}/awsbackup:job-${ids.uuid()}`,
  );
const eksForm: PointForm = (place, _, { resource }, at) =>
  arn(
    "backup",
    place,
    `recovery-point:composite:eks/${resource.replace(/^cluster\//, "")}-${dateDigits(at)}`,
  );

/** The ARN of an EKS cluster's state, a member of the cluster's composite point. */
export const clusterStateForm: PointForm = (place, ids, { resource }) =>
  arn("backup", place, `recovery-point:eks/${resource.replace(/^cluster\//, "")}-${ids.hex(8)}`);

const row = (
  name: string,
  service: string,
  source: RegExp,
  pointArn: PointForm,
  letters: string,
  composite = false,
): Row => ({
  service,
  source,
  type: { name, features: features(letters), pointArn, composite },
});

const plainDynamoForm: PointForm = (place, ids, { resource }, at) =>
  arn("dynamodb", place, `${resource}/backup/${String(at).padStart(14, "0")}-${ids.hex(8)}`);

/** Advanced DynamoDB backup is the default. Accounts that turned it off have plain DynamoDB backups. */
const advancedDynamoDB = row("DynamoDB", "dynamodb", /^table\/[^/]+$/, backupForm, "XFCSLV");
const plainDynamoDB = row("DynamoDB", "dynamodb", advancedDynamoDB.source, plainDynamoForm, "SV").type;

/** Volumes of FSx for ONTAP and file systems share a type name, but not their features. */
const fsxVolume = row("FSx", "fsx", /^volume\/fs-[^/]+\/fsvol-[^/]+$/, fsxForm, "XIV");
/** Multi-AZ clusters share the type name of instances. RDS copies no snapshots of them. */
const multiAzCluster = row("RDS", "rds", /^cluster:/, clusterForm, "IV");
const variants: ReadonlySet<ResourceType> = new Set([fsxVolume.type, multiAzCluster.type]);

// The first row that matches an ARN counts. Clusters of DocumentDB and Neptune and Multi-AZ clusters have the same
// ARN form as those of Aurora, so a cluster counts as Aurora unless its type is given.
const rows: readonly Row[] = [
  row("EFS", "elasticfilesystem", /^file-system\/fs-/, backupForm, "XFCISLV"),
  row("FSx", "fsx", /^file-system\/fs-/, fsxForm, "XILV"),
  fsxVolume,
  row("EBS", "ec2", /^volume\/vol-/, snapshotForm, "XCISNLWV"),
  row("EC2", "ec2", /^instance\/i-/, imageForm, "XISLWV"),
  row("RDS", "rds", /^db:/, rdsForm, "XPIV"),
  row("Aurora", "rds", /^cluster:/, clusterForm, "XPLV"),
  row("DocumentDB", "rds", /^cluster:/, clusterForm, "XLV"),
  row("Neptune", "rds", /^cluster:/, clusterForm, "XLV"),
  multiAzCluster,
  row("DSQL", "dsql", /^cluster\//, backupForm, "XFCLS"),
  advancedDynamoDB,
  row("S3", "s3", /^[^/]+$/, bucketForm, "XFPISNLWGV"),
  row("Storage Gateway", "storagegateway", /^gateway\/sgw-[^/]+\/volume\/vol-/, snapshotForm, "XISL"),
  row("VirtualMachine", "backup-gateway", /^vm\/vm-/, backupForm, "XFCISL"),
  row("CloudFormation", "cloudformation", /^stack\//, backupForm, "XSC", true),
  row("EKS", "eks", /^cluster\//, eksForm, "XFSL", true),
  row("Redshift", "redshift", /^cluster:/, redshiftForm, ""),
  row("Redshift Serverless", "redshift-serverless", /^namespace\//, serverlessForm, "S"),
  row("SAP HANA on Amazon EC2", "ssm-sap", /^HANA\//, backupForm, "XFPCI"),
  row("Timestream", "timestream", /^database\/[^/]+\/table\//, backupForm, "XFCISL"),
];

/** All types of resources, in the order of AWS's documentation. */
export const resourceTypes: readonly ResourceType[] = rows.map(({ type }) => type);

/** The rows by service, since an ARN can only match the rows of its service. */
const rowsByService = new Map(
  rows.map(({ service }) => [service, rows.filter(row => row.service === service)]),
);

const byName = new Map(resourceTypes.filter(type => !variants.has(type)).map(type => [type.name, type]));

export const resourceTypeNamed = (name: string): ResourceType | undefined => byName.get(name);

/** The type of a resource by its ARN. None if AWS Backup does not protect such resources. */
export const resourceTypeOf = (resource: Arn | undefined): ResourceType | undefined =>
  resource && rowsByService.get(resource.service)?.find(({ source }) => source.test(resource.resource))?.type;

/** The type of a resource of a record, by the type's name. The ARN distinguishes volumes of FSx and Multi-AZ clusters. */
export const resourceTypeOfRecord = (name: string, arn: string): ResourceType | undefined => {
  if (name === fsxVolume.type.name && arn.includes(":volume/")) return fsxVolume.type;
  return name === multiAzCluster.type.name && arn.includes(":cluster:")
    ? multiAzCluster.type
    : resourceTypeNamed(name);
};

/** The type to use in Regions whose settings turn advanced DynamoDB backup off. */
export const withoutAdvancedDynamoDB = (type: ResourceType): ResourceType =>
  type === advancedDynamoDB.type ? plainDynamoDB : type;

export const can = (type: ResourceType, feature: Feature): boolean => type.features.has(feature);
