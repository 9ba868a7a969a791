import { arn, bucketArn, parseArn } from "../../../core/basics";
import type { BackupAccount, Restored, RestoreOrder } from "../account/account";
import { typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { findSource } from "../resources/sources";

/** A restored resource of a service that is not modelled. */
interface RestoredResource {
  readonly arn: string;
  /** Its type, if it differs from the type that was backed up. */
  readonly type?: string;
  /** Whether the restore writes into an existing resource, such as a bucket. If not, the name has to be free. */
  readonly intoExisting?: boolean;
  /** Whether it is a change set, and so no resource that can be backed up. */
  readonly isChangeSet?: boolean;
}

type Restorer = (order: RestoreOrder, account: BackupAccount) => RestoredResource;

const text = ({ metadata }: RestoreOrder, key: string): string => metadata.get(key) ?? "";

const volume: Restorer = (order, { place, ids }) =>
  order.metadata.has("pathsToRestore")
    ? { arn: bucketArn(place, text(order, "destinationBucketName")), type: "S3", intoExisting: true }
    : { arn: arn("ec2", place, `volume/vol-${ids.hex(17)}`), type: "EBS" };

const instance: Restorer = (_, { place, ids }) => ({
  arn: arn("ec2", place, `instance/i-${ids.hex(17)}`),
  type: "EC2",
});

const databaseCluster: Restorer = (order, { place }) => ({
  arn: arn("rds", place, `cluster:${text(order, "dbClusterIdentifier").toLowerCase()}`),
});

const restorers: Readonly<Record<string, Restorer>> = {
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
  S3: (order, { place }) => ({
    arn: bucketArn(place, text(order, "DestinationBucketName")),
    intoExisting: !order.metadata.isTrue("NewBucket"),
  }),
  "Storage Gateway": (order, account) =>
    order.metadata.has("availabilityZone")
      ? volume(order, account)
      : { arn: `${text(order, "gatewayArn")}/volume/vol-${account.ids.hex(17).toUpperCase()}` },
  VirtualMachine(order, account) {
    const target = text(order, "RestoreTo");
    if (target.startsWith("EC2")) return instance(order, account);
    if (target.startsWith("EBS")) return volume(order, account);
    return { arn: arn("backup-gateway", account.place, `vm/vm-${account.ids.hex(32)}`) };
  },
  CloudFormation: (order, { place, ids }) => ({
    arn: arn("cloudformation", place, `changeSet/${text(order, "ChangeSetName")}/${ids.uuid()}`),
    isChangeSet: true,
  }),
  EKS: (order, { place }) => ({
    arn: arn("eks", place, `cluster/${text(order, "clusterName")}`),
    intoExisting: !order.metadata.isTrue("newCluster"),
  }),
  Redshift: (order, { place }) => ({
    arn: arn("redshift", place, `cluster:${text(order, "ClusterIdentifier")}`),
    intoExisting: text(order, "RestoreType") === "TABLE_RESTORE",
  }),
  "Redshift Serverless": (order, { place }) => ({
    arn: arn("redshift-serverless", place, `namespace/${text(order, "NamespaceIdentifier")}`),
    intoExisting: true,
  }),
  "SAP HANA on Amazon EC2": order => ({
    arn: text(order, "aws:backup:TargetDatabaseArn"),
    intoExisting: true,
  }),
  Timestream: (order, { place }) => ({
    arn: arn(
      "timestream",
      place,
      `database/${order.metadata.get("DestinationDatabase") ?? text(order, "DatabaseName")}/table/${text(order, "TableName")}`,
    ),
  }),
};

const takenCluster = "RDS DBClusterAlreadyExistsFault: DB cluster already exists";

/** The error of the service whose resource would be created, if its name is taken. */
const takenTexts: Readonly<Record<string, (order: RestoreOrder) => string>> = {
  RDS: () => "RDS DBInstanceAlreadyExists: DB instance already exists",
  Aurora: () => takenCluster,
  DocumentDB: () => takenCluster,
  Neptune: () => takenCluster,
  DynamoDB: order => `Table already exists: ${text(order, "targetTableName")}`,
  Redshift: () => "Redshift ClusterAlreadyExists: Cluster already exists",
};

const takenText = (order: RestoreOrder, arn: string): string =>
  takenTexts[order.point.ResourceType]?.(order) ?? `Resource ${arn} already exists.`;

/** Why a restore fails for want of a name. AWS Backup lets it begin. */
const namelessFault = ({ point, metadata }: RestoreOrder): string | undefined =>
  point.ResourceType === "RDS" && !metadata.get("DBInstanceIdentifier")
    ? "DBInstanceIdentifier must be specified"
    : undefined;

/** The key of the restored resource: the requested one, or that of the snapshot. */
function keyOf({ metadata, point }: RestoreOrder): string | undefined {
  const requested = metadata.get("kmsKeyId") ?? metadata.get("kmsMasterKeyArn") ?? metadata.get("KMSKey");
  if (requested !== undefined) return requested;
  const type = typeOfPoint(point);
  return type && can(type, "fullyManaged") ? undefined : point.EncryptionKeyArn;
}

/** Restores a resource of a service that is not modelled, as an entry in the directory. */
export function restoreToDirectory(account: BackupAccount, order: RestoreOrder): Restored {
  const { resources } = account.backup;
  const restorer = restorers[order.point.ResourceType];
  if (!restorer) return { failure: `Unsupported resource type: ${order.point.ResourceArn}` };
  const nameless = namelessFault(order);
  if (nameless !== undefined) return { failure: nameless };
  const {
    arn: createdArn,
    type = order.point.ResourceType,
    intoExisting,
    isChangeSet,
  } = restorer(order, account);
  if (isChangeSet) return { createdArn };
  const created = parseArn(createdArn);
  const there = created && findSource(account, created);
  if (there) return intoExisting ? { createdArn } : { failure: takenText(order, createdArn) };
  if (intoExisting && resources.by("seededType", type).size > 0) {
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
