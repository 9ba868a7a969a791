import { arn, parseArn } from "../../../core/basics";
import type { BackupAccount, Restored, RestoreOrder } from "../account/account";
import { typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { findSource } from "../resources/sources";

/** What a restore makes that belongs to a service not modelled here. */
interface Made {
  readonly arn: string;
  /** Where that is of another type than what was backed up. */
  readonly type?: string;
  /** Written into what is there, such as a bucket; else a name that is taken makes the restore fail. */
  readonly over?: boolean;
  /** Not a resource in its own right, such as a change set. */
  readonly passing?: boolean;
}

type Making = (order: RestoreOrder, account: BackupAccount) => Made;

const text = ({ metadata }: RestoreOrder, key: string): string => metadata.get(key) ?? "";

/** ARNs of buckets have neither Region nor account. */
const bucketArn = ({ point }: RestoreOrder, name: string): string =>
  `arn:${parseArn(point.ResourceArn)?.partition ?? "aws"}:s3:::${name}`;

const volume: Making = (order, { place, ids }) =>
  order.metadata.has("pathsToRestore")
    ? { arn: bucketArn(order, text(order, "destinationBucketName")), type: "S3", over: true }
    : { arn: arn("ec2", place, `volume/vol-${ids.hex(17)}`), type: "EBS" };

const instance: Making = (_, { place, ids }) => ({
  arn: arn("ec2", place, `instance/i-${ids.hex(17)}`),
  type: "EC2",
});

const databaseCluster: Making = (order, { place }) => ({
  arn: arn("rds", place, `cluster:${text(order, "dbClusterIdentifier").toLowerCase()}`),
});

const makings: Readonly<Record<string, Making>> = {
  EBS: volume,
  EC2: instance,
  RDS: (order, { place }) => ({
    arn: arn("rds", place, `db:${text(order, "DBInstanceIdentifier").toLowerCase()}`),
  }),
  Aurora: databaseCluster,
  DocumentDB: databaseCluster,
  Neptune: databaseCluster,
  DSQL: (_, { place, ids }) => ({ arn: arn("dsql", place, `cluster/${ids.hex(26)}`) }),
  DynamoDB: (order, { place }) => ({
    arn: arn("dynamodb", place, `table/${text(order, "targetTableName")}`),
  }),
  S3: order => ({
    arn: bucketArn(order, text(order, "DestinationBucketName")),
    over: !order.metadata.isTrue("NewBucket"),
  }),
  "Storage Gateway": (order, { ids }) => ({
    arn: `${text(order, "gatewayArn")}/volume/vol-${ids.hex(17).toUpperCase()}`,
  }),
  VirtualMachine(order, account) {
    const target = text(order, "RestoreTo");
    if (target.startsWith("EC2")) return instance(order, account);
    if (target.startsWith("EBS")) return volume(order, account);
    return { arn: arn("backup-gateway", account.place, `vm/vm-${account.ids.hex(32)}`) };
  },
  CloudFormation: (order, { place, ids }) => ({
    arn: arn("cloudformation", place, `changeSet/${text(order, "ChangeSetName")}/${ids.uuid()}`),
    passing: true,
  }),
  EKS: (order, { place }) => ({
    arn: arn("eks", place, `cluster/${text(order, "clusterName")}`),
    over: !order.metadata.isTrue("newCluster"),
  }),
  Redshift: (order, { place }) => ({
    arn: arn("redshift", place, `cluster:${text(order, "ClusterIdentifier")}`),
    over: text(order, "RestoreType") === "TABLE_RESTORE",
  }),
  "Redshift Serverless": (order, { place }) => ({
    arn: arn("redshift-serverless", place, `namespace/${text(order, "NamespaceIdentifier")}`),
    over: true,
  }),
  "SAP HANA on Amazon EC2": order => ({ arn: text(order, "aws:backup:TargetDatabaseArn"), over: true }),
  Timestream: (order, { place }) => ({
    arn: arn(
      "timestream",
      place,
      `database/${text(order, "DatabaseName")}/table/${text(order, "TableName")}`,
    ),
  }),
};

/** The key that a resource is to be encrypted with: the one asked for, or that of the snapshot. */
function keyOf({ metadata, point }: RestoreOrder): string | undefined {
  const asked = metadata.get("kmsKeyId") ?? metadata.get("kmsMasterKeyArn") ?? metadata.get("KMSKey");
  if (asked !== undefined) return asked;
  const type = typeOfPoint(point);
  return type && can(type, "fullyManaged") ? undefined : point.EncryptionKeyArn;
}

/** Restores a resource of a service that is not modelled: there is an entry of it in the directory afterwards. */
export function restoreToDirectory(account: BackupAccount, order: RestoreOrder): Restored {
  const { resources } = account.backup;
  const making = makings[order.point.ResourceType];
  if (!making) return { failure: `Unsupported resource type: ${order.point.ResourceArn}` };
  const { arn: createdArn, type = order.point.ResourceType, over, passing } = making(order, account);
  if (passing) return { createdArn };
  const there = findSource(account, createdArn);
  if (there) return over ? { createdArn } : { failure: `Resource ${createdArn} already exists.` };
  if (over && resources.by("seededType", type).size > 0) {
    return { failure: `Resource ${createdArn} does not exist.` };
  }
  resources.insert({
    arn: createdArn,
    type,
    tags: order.tags,
    sizeInBytes: order.sizeInBytes,
    encryptionKeyArn: keyOf(order),
    seeded: false,
  });
  return { createdArn };
}
