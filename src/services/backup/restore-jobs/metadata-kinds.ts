import type { RecoveryPoint } from "../records/recovery-points";
import type { RestoreMetadata } from "../records/restore-metadata";
import { isContinuous } from "../recovery-points/types";

/** The metadata that a type of resource is restored with (Developer Guide, "Restore a backup by resource type"). */
export interface RestoreKind {
  /** All known keys, in lower case. */
  readonly keys: ReadonlySet<string>;
  required(metadata: RestoreMetadata, point: RecoveryPoint): readonly string[];
  /** The keys with JSON in their text, and the maximum number of items if it is a list. */
  readonly json: readonly (readonly [key: string, most: number])[];
  /** Whether the restored resource can get the tags of the backup. If not, a restore that requests it fails. */
  readonly takesTags: boolean;
  /** Whether unknown keys are ignored instead of refused. */
  readonly ignoresUnknown: boolean;
  /** Whether the keys of the point's own metadata are refused, unless the restore takes them. */
  readonly refusesOwn: boolean;
}

interface Row {
  /** A function if it depends on the restore. Its keys are then also among the optional ones. */
  readonly required?: readonly string[] | RestoreKind["required"];
  /** The optional keys, separated by spaces. */
  readonly optional: string;
  readonly json?: readonly (string | readonly [string, number])[];
  readonly takesTags?: boolean;
  readonly ignoresUnknown?: boolean;
  readonly refusesOwn?: boolean;
}

const any = Number.POSITIVE_INFINITY;
const fewest = 5;

/** Continuous backups are restored to a moment or to the latest possible one. */
const asOf =
  (moment: string, latest: string, ...always: string[]): RestoreKind["required"] =>
  (metadata, point) =>
    isContinuous(point) && !metadata.isTrue(latest) ? [...always, moment] : always;

const volumeKeys =
  "encrypted kmsKeyId volumeId volumeType volumeSize iops throughput temporaryRestoreDays restoreType";
const instanceKeys =
  "InstanceType KeyName SubnetId VpcId Architecture EnaSupport SecurityGroupIds IamInstanceProfileName CpuOptions InstanceInitiatedShutdownBehavior HibernationOptions DisableApiTermination DisableApiStop CreditSpecification Placement RootDeviceType RamdiskId KernelId UserData Monitoring NetworkInterfaces ElasticGpuSpecification CapacityReservationSpecification InstanceMarketOptions LicenseSpecifications EbsOptimized VirtualizationType Platform RequireImdsV2 BlockDeviceMappings";
const clusterKeys =
  "dbClusterIdentifier engine engineMode engineVersion port dbSubnetGroupName databaseName optionGroupName vpcSecurityGroupIds vpcId kmsKeyId encrypted enableIAMDatabaseAuthentication backtrackWindow enableCloudwatchLogsExports scalingConfiguration serverlessV2ScalingConfiguration dbClusterParameterGroupName dbClusterInstanceClass deletionProtection copyTagsToSnapshot domain domainIAMRoleName storageType iops publiclyAccessible networkType availabilityZones snapshotIdentifier sourceDBClusterIdentifier restoreType restoreToTime useLatestRestorableTime";
const tableKeys =
  "SourceDatabaseName SourceSchemaName SourceTableName TargetDatabaseName TargetSchemaName NewTableName EnableCaseSensitiveIdentifier SnapshotIdentifier";

const cluster: Row = {
  required: asOf("restoreToTime", "useLatestRestorableTime", "dbClusterIdentifier", "engine"),
  optional: clusterKeys,
  json: ["vpcSecurityGroupIds", "availabilityZones"],
};

const rows: Readonly<Record<string, Row>> = {
  EFS: {
    required: metadata =>
      metadata.exactly("newFileSystem")?.toLowerCase() === "true"
        ? ["newFileSystem"]
        : ["newFileSystem", "file-system-id"],
    optional:
      "newFileSystem file-system-id Encrypted KmsKeyId PerformanceMode CreationToken ItemsToRestore singleAzFilesystem availabilityZoneName",
    json: [["ItemsToRestore", fewest]],
  },
  FSx: {
    optional:
      "FileSystemId FileSystemType FileSystemTypeVersion VolumeId VolumeType StorageCapacity StorageType VpcId KmsKeyId SecurityGroupIds SubnetIds PreferredSubnetId DeploymentType ThroughputCapacity PerUnitStorageThroughput ActiveDirectoryId DriveCacheType DataReadCacheConfiguration ReadCacheConfiguration DiskIopsConfiguration EfaEnabled WeeklyMaintenanceStartTime DailyAutomaticBackupStartTime AutomaticBackupRetentionDays CopyTagsToBackups WindowsConfiguration LustreConfiguration OntapConfiguration OpenZFSConfiguration Name junctionPath sizeInMegabytes sizeInBytes securityStyle snapshotPolicy storageEfficiencyEnabled storageVirtualMachineId tieringPolicy",
    json: [
      "SecurityGroupIds",
      "SubnetIds",
      "WindowsConfiguration",
      "LustreConfiguration",
      "OntapConfiguration",
      "OpenZFSConfiguration",
    ],
  },
  EBS: {
    required: metadata => (metadata.has("pathsToRestore") ? ["destinationBucketName"] : ["availabilityZone"]),
    optional: `${volumeKeys} availabilityZone destinationBucketName pathsToRestore encryptionType`,
    json: ["pathsToRestore"],
  },
  EC2: {
    required: ["InstanceType"],
    optional: instanceKeys,
    json: ["SecurityGroupIds", "NetworkInterfaces"],
  },
  RDS: {
    // Without a DBInstanceIdentifier, the job fails as it runs.
    required: asOf("RestoreTime", "UseLatestRestorableTime"),
    ignoresUnknown: true,
    json: ["VpcSecurityGroupIds"],
    optional:
      "DBInstanceIdentifier DBSnapshotIdentifier DBClusterSnapshotIdentifier SourceDBInstanceIdentifier TargetDBInstanceIdentifier DBInstanceClass Port AvailabilityZone DBSubnetGroupName MultiAZ PubliclyAccessible AutoMinorVersionUpgrade LicenseModel DBName Engine EngineVersion EngineLifecycleSupport Iops StorageThroughput StorageType AllocatedStorage MaxAllocatedStorage OptionGroupName TdeCredentialArn TdeCredentialPassword VpcSecurityGroupIds VpcId Domain DomainFqdn DomainOu DomainAuthSecretArn DomainDnsIps DomainIAMRoleName CopyTagsToSnapshot EnableIAMDatabaseAuthentication EnableCloudwatchLogsExports ProcessorFeatures UseDefaultProcessorFeatures DBParameterGroupName DeletionProtection EnableCustomerOwnedIp NetworkType BackupTarget CustomIamInstanceProfile DedicatedLogVolume CACertificateIdentifier ManageMasterUserPassword MasterUserSecretKmsKeyId KmsKeyId Encrypted RestoreTime UseLatestRestorableTime",
  },
  Aurora: cluster,
  DocumentDB: cluster,
  Neptune: cluster,
  DSQL: {
    optional: "regionalConfig witnessRegion peerRegion useMultiRegionOrchestration",
    json: ["regionalConfig"],
    refusesOwn: true,
  },
  DynamoDB: {
    required: ["targetTableName"],
    optional: "originalTableName encryptionType kmsMasterKeyArn deletionProtection",
    takesTags: false,
  },
  S3: {
    required: (_, point) =>
      isContinuous(point) ? ["DestinationBucketName", "RestoreTime"] : ["DestinationBucketName"],
    optional:
      "DestinationBucketName RestoreTime RestoreACLs RestoreLatestVersionsUpTo EncryptionType KMSKey ItemsToRestore NewBucket Encrypted CreationToken BackupACLs BackupObjectTags",
    json: [["ItemsToRestore", fewest]],
    takesTags: false,
  },
  "Storage Gateway": {
    // With the keys of EBS, the volume becomes one of EBS.
    required: metadata =>
      metadata.has("availabilityZone") ? ["availabilityZone"] : ["gatewayArn", "targetName"],
    optional: `gatewayArn targetName gatewayType kmsKey volumeSizeInBytes diskId availabilityZone ${volumeKeys}`,
  },
  VirtualMachine: {
    required: ["RestoreTo"],
    optional: `vmId ItemsToRestore HypervisorArn VMName VMPath ComputeResourceName VMDatastore DisksToRestore ${instanceKeys} ${volumeKeys} availabilityZone`,
    takesTags: false,
  },
  CloudFormation: {
    required: ["ChangeSetName", "StackName"],
    optional: "ChangeSetDescription StackParameters",
  },
  EKS: {
    required: ["clusterName"],
    optional:
      "newCluster eksClusterVersion clusterRole encryptionConfigProviderKeyArn clusterVpcConfig nodeGroups fargateProfiles podIdentityAssociations kubernetesRestoreOrder namespaceLevelRestore namespaces nestedRestoreJobs restoreKubernetesManifestsOnly",
    json: ["clusterVpcConfig", "nodeGroups", "fargateProfiles", ["namespaces", fewest], "nestedRestoreJobs"],
  },
  Redshift: {
    required: ["ClusterIdentifier", "RestoreType"],
    optional: `${tableKeys} NodeType NumberOfNodes Port AvailabilityZone AvailabilityZoneRelocation ClusterSubnetGroupName ClusterParameterGroupName ClusterSecurityGroups ClusterVersion AllowVersionUpgrade AutomatedSnapshotRetentionPeriod ManualSnapshotRetentionPeriod SnapshotScheduleIdentifier ElasticIp Encrypted KmsKeyId EnhancedVpcRouting HsmClientCertificateIdentifier HsmConfigurationIdentifier IamRoles MaintenanceTrackName PreferredMaintenanceWindow PubliclyAccessible VpcSecurityGroupIds AquaConfigurationStatus TotalSnapshotSizeInMegaBytes AdditionalInfo DefaultIamRoleArn ManageMasterPassword MasterPasswordSecretKmsKeyId OwnerAccount SnapshotClusterIdentifier ReservedNodeId TargetReservedNodeOfferingId`,
  },
  "Redshift Serverless": {
    required: ["NamespaceIdentifier", "RestoreType"],
    optional: `${tableKeys} WorkgroupIdentifier`,
  },
  "SAP HANA on Amazon EC2": {
    required: ["aws:backup:TargetDatabaseArn", "RecoveryType"],
    optional: "CatalogRestoreOption LocalCatalogPath RestoreTime",
    takesTags: false,
  },
  Timestream: {
    required: metadata => [
      "TableName",
      metadata.has("DestinationDatabase") ? "DestinationDatabase" : "DatabaseName",
      "MemoryStoreRetentionPeriodInHours",
      "MagneticStoreRetentionPeriodInDays",
    ],
    optional:
      "TableName DatabaseName DestinationDatabase MemoryStoreRetentionPeriodInHours MagneticStoreRetentionPeriodInDays EnableMagneticStoreWrites MagneticStoreWriteProperties",
    json: ["MagneticStoreWriteProperties"],
    takesTags: false,
  },
};

function kindOf(row: Row): RestoreKind {
  const { required = [], optional, json = [] } = row;
  const { takesTags = true, ignoresUnknown = false, refusesOwn = false } = row;
  const names = optional.split(" ");
  if (typeof required !== "function") names.push(...required);
  return {
    keys: new Set(names.map(name => name.toLowerCase())),
    required: typeof required === "function" ? required : () => required,
    json: json.map(key => (typeof key === "string" ? [key, any] : key)),
    takesTags,
    ignoresUnknown,
    refusesOwn,
  };
}

const kinds = new Map(Object.entries(rows).map(([type, row]) => [type, kindOf(row)]));

/** The metadata kind of a point's resource type, if AWS Backup knows the type. */
export const restoreKindOf = (point: RecoveryPoint): RestoreKind | undefined => kinds.get(point.ResourceType);
