import { parseArn, uuidOf } from "../../../core/basics";
import { second } from "../../../core/time";
import type { RecoveryPoint } from "../records/recovery-points";

/** What restore metadata is derived from. */
export interface Described {
  readonly point: RecoveryPoint;
  /** The options of the backup. */
  readonly options: Readonly<Record<string, string>>;
}

export type DescribedMetadata = Readonly<Record<string, string | undefined>>;

type Describer = (described: Described) => DescribedMetadata;

const resourceOf = (arn: string): string => parseArn(arn)?.resource ?? "";

/** The text after the last slash or colon. */
const lastPart = (arn: string): string => arn.split(/[/:]/).at(-1) ?? "";

const gibibyte = 1024 ** 3;

const sizeOf = ({ resourceSize, BackupSizeInBytes }: RecoveryPoint): number =>
  resourceSize ?? BackupSizeInBytes ?? 0;

const encryption = ({ IsEncrypted, EncryptionKeyArn }: RecoveryPoint, encrypted: string, key: string) => ({
  [encrypted]: String(IsEncrypted === true),
  [key]: EncryptionKeyArn,
});

// The network and the settings of such resources are not known. These stand for them, the same for every resource of a
// Region.

const hexOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

function networkOf({ ResourceArn }: RecoveryPoint) {
  const { region = "", accountId = "" } = parseArn(ResourceArn) ?? {};
  const at = `${region} ${accountId}`;
  const groups = [`sg-${hexOf(`security group ${at}`)}`];
  return {
    zones: ["a", "b", "c"].map(letter => `${region}${letter}`),
    groups,
    securityGroups: JSON.stringify(groups),
    subnet: `subnet-${hexOf(`subnet ${at}`)}`,
    vpc: `vpc-${hexOf(`vpc ${at}`)}`,
  };
}

/** What a cluster is, by its type of resource. */
interface ClusterEngine {
  readonly engine: string;
  readonly version: string;
  readonly port: string;
  readonly parameterGroup: string;
}

const databaseCluster =
  ({ engine, version, port, parameterGroup }: ClusterEngine): Describer =>
  ({ point }) => {
    const { zones, securityGroups } = networkOf(point);
    return {
      Engine: engine,
      EngineMode: "provisioned",
      EngineVersion: version,
      KmsKeyId: point.EncryptionKeyArn,
      AvailabilityZones: JSON.stringify(zones),
      Port: port,
      DatabaseName: "",
      DBSubnetGroupName: "default",
      VpcSecurityGroupIds: securityGroups,
      EnableIAMDatabaseAuthentication: "false",
      DBClusterParameterGroupName: parameterGroup,
      CopyTagsToSnapshot: "false",
      EnableCloudwatchLogsExports: "[]",
    };
  };

const databaseInstance: Describer = ({ point }) => {
  const { zones, securityGroups } = networkOf(point);
  const [, snapshot] = /^snapshot:(.+)$/.exec(resourceOf(point.RecoveryPointArn)) ?? [];
  return {
    DBInstanceIdentifier: lastPart(point.ResourceArn),
    DBSnapshotIdentifier: snapshot,
    DBInstanceClass: "db.t3.micro",
    DBSubnetGroupName: "default",
    VpcSecurityGroupIds: securityGroups,
    AvailabilityZone: zones[0],
    DBParameterGroupName: "default.mysql8.0",
    DBName: "",
    MultiAZ: "false",
    PubliclyAccessible: "false",
    DeletionProtection: "false",
    CopyTagsToSnapshot: "false",
    Port: "0",
    ...encryption(point, "Encrypted", "KmsKeyId"),
    "InformationalOnly:Engine": "mysql",
  };
};

const privateAddress = "10.0.0.10";

const instance: Describer = ({ point }) => {
  const { zones, groups, securityGroups, subnet, vpc } = networkOf(point);
  const networkInterface = `eni-${hexOf(`network interface ${point.ResourceArn}`)}`;
  return {
    InstanceType: "t3.micro",
    VpcId: vpc,
    SubnetId: subnet,
    SecurityGroupIds: securityGroups,
    Placement: JSON.stringify({ AvailabilityZone: zones[0], GroupName: "", Tenancy: "default" }),
    Monitoring: JSON.stringify({ State: "disabled" }),
    CreditSpecification: JSON.stringify({ CpuCredits: "standard" }),
    CapacityReservationSpecification: JSON.stringify({ CapacityReservationPreference: "open" }),
    CpuOptions: JSON.stringify({ CoreCount: 1, ThreadsPerCore: 2 }),
    NetworkInterfaces: JSON.stringify([
      {
        AssociatePublicIpAddress: false,
        DeleteOnTermination: true,
        Description: "",
        DeviceIndex: 0,
        Groups: groups,
        InterfaceType: "interface",
        NetworkInterfaceId: networkInterface,
        PrivateIpAddress: privateAddress,
        PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: privateAddress }],
        SubnetId: subnet,
      },
    ]),
    HibernationOptions: JSON.stringify({ Configured: false }),
    InstanceInitiatedShutdownBehavior: "stop",
    DisableApiTermination: "false",
    EbsOptimized: "false",
  };
};

const seconds = (at: number | undefined): string => String(Math.floor((at ?? 0) / second));

const hanaDatabase: Describer = ({ point }) => {
  const name = lastPart(point.ResourceArn);
  const isSystem = name.toUpperCase() === "SYSTEMDB";
  const id = String(point.CreationDate);
  return {
    BackupSize: String(sizeOf(point)),
    DatabaseName: name,
    DatabaseType: isSystem ? "SYSTEM" : "TENANT",
    HanaBackupStartTime: seconds(point.CreationDate),
    HanaBackupEndTime: seconds(point.CompletionDate ?? point.CreationDate),
    HanaBackupId: id,
    HanaBackupPrefix: `${id}_${name.toUpperCase()}_FULL`,
    HanaVersion: "2.00.040.00.1553674765",
    IsCompressedBySap: "FALSE",
    IsEncryptedBySap: "FALSE",
    SourceDatabaseArn: point.ResourceArn,
    SystemDatabaseSid: "HDB",
    "aws:backup:TargetDatabaseArn": point.ResourceArn,
  };
};

/** The restore metadata of resources of services that are not modelled, in the keys of their restores. */
const describers: Readonly<Record<string, Describer>> = {
  EBS: ({ point }) => ({
    volumeId: lastPart(point.ResourceArn),
    volumeSize: String(Math.ceil(sizeOf(point) / gibibyte)),
    ...encryption(point, "encrypted", "kmsKeyId"),
  }),
  EC2: instance,
  RDS: databaseInstance,
  Aurora: databaseCluster({
    engine: "aurora-mysql",
    version: "8.0.mysql_aurora.3.05.2",
    port: "3306",
    parameterGroup: "default.aurora-mysql8.0",
  }),
  DocumentDB: databaseCluster({
    engine: "docdb",
    version: "5.0.0",
    port: "27017",
    parameterGroup: "default.docdb5.0",
  }),
  Neptune: databaseCluster({
    engine: "neptune",
    version: "1.3.2.1",
    port: "8182",
    parameterGroup: "default.neptune1.3",
  }),
  DSQL: ({ point }) => ({
    cluster_id: lastPart(point.ResourceArn),
    backup_size_bytes: String(sizeOf(point)),
  }),
  DynamoDB: ({ point }) => ({ originalTableName: lastPart(point.ResourceArn) }),
  S3: ({ options }) => ({
    BackupACLs: options["BackupACLs"] ?? "enabled",
    BackupObjectTags: options["BackupObjectTags"] ?? "enabled",
  }),
  "Storage Gateway": ({ point }) => ({
    gatewayArn: point.ResourceArn.replace(/\/volume\/.*/, ""),
    volumeSizeInBytes: String(sizeOf(point)),
  }),
  VirtualMachine: ({ point }) => ({ vmId: lastPart(point.ResourceArn) }),
  CloudFormation: ({ point }) => ({ StackName: resourceOf(point.ResourceArn).split("/")[1] }),
  EKS: ({ point }) => ({ clusterName: lastPart(point.ResourceArn) }),
  Redshift: ({ point }) => ({
    RestoreType: "CLUSTER_RESTORE",
    ClusterIdentifier: lastPart(point.ResourceArn),
    Port: "5439",
    AvailabilityZone: networkOf(point).zones[0],
    ...encryption(point, "Encrypted", "KmsKeyId"),
  }),
  "Redshift Serverless": ({ point }) => ({
    RestoreType: "NAMESPACE_RESTORE",
    NamespaceIdentifier: lastPart(point.ResourceArn),
  }),
  "SAP HANA on Amazon EC2": hanaDatabase,
  Timestream: ({ point }) => ({
    DatabaseName: resourceOf(point.ResourceArn).split("/")[1],
    TableName: lastPart(point.ResourceArn),
    MemoryStoreRetentionPeriodInHours: "6",
    MagneticStoreRetentionPeriodInDays: "73000",
    EnableMagneticStoreWrites: "false",
  }),
};

/** Describes a backed-up resource of a service that is not modelled. */
export const describedMetadata = (described: Described): DescribedMetadata =>
  describers[described.point.ResourceType]?.(described) ?? {};
