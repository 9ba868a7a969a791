// Generated from fsx-2018-03-01.json of github.com/aws/api-models-aws; do not edit.
// To update it: npx tsx scripts/generate-model.ts --models <directory of the Smithy models>

/** A table in the format of `../table-format`: text, so that nothing is parsed when it is loaded. */
export const fsxTable = `{"sdkId":"FSx","apiVersion":"2018-03-01","namespace":"com.amazonaws.fsx","endpointPrefix":"fsx","signingName":"fsx","protocol":"awsJson1_1","targetPrefix":"AWSSimbaAPIService_v20180301"}
AssociateFileSystemAliases ["POST / 200","AssociateFileSystemAliasesRequest","AssociateFileSystemAliasesResponse","BadRequest FileSystemNotFound InternalServerError"]
CancelDataRepositoryTask ["POST / 200","CancelDataRepositoryTaskRequest","CancelDataRepositoryTaskResponse","BadRequest DataRepositoryTaskEnded DataRepositoryTaskNotFound InternalServerError UnsupportedOperation"]
CopyBackup ["POST / 200","CopyBackupRequest","CopyBackupResponse","BackupNotFound BadRequest IncompatibleParameterError IncompatibleRegionForMultiAZ InternalServerError InvalidDestinationKmsKey InvalidRegion InvalidSourceKmsKey ServiceLimitExceeded SourceBackupUnavailable UnsupportedOperation"]
CopySnapshotAndUpdateVolume ["POST / 200","CopySnapshotAndUpdateVolumeRequest","CopySnapshotAndUpdateVolumeResponse","BadRequest IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
CreateAndAttachS3AccessPoint ["POST / 200","CreateAndAttachS3AccessPointRequest","CreateAndAttachS3AccessPointResponse","AccessPointAlreadyOwnedByYou BadRequest IncompatibleParameterError InternalServerError InvalidAccessPoint InvalidRequest TooManyAccessPoints UnsupportedOperation VolumeNotFound"]
CreateBackup ["POST / 200","CreateBackupRequest","CreateBackupResponse","BackupInProgress BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded UnsupportedOperation VolumeNotFound"]
CreateDataRepositoryAssociation ["POST / 200","CreateDataRepositoryAssociationRequest","CreateDataRepositoryAssociationResponse","BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded UnsupportedOperation"]
CreateDataRepositoryTask ["POST / 200","CreateDataRepositoryTaskRequest","CreateDataRepositoryTaskResponse","BadRequest DataRepositoryTaskExecuting FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded UnsupportedOperation"]
CreateFileCache ["POST / 200","CreateFileCacheRequest","CreateFileCacheResponse","BadRequest IncompatibleParameterError InternalServerError InvalidNetworkSettings InvalidPerUnitStorageThroughput MissingFileCacheConfiguration ServiceLimitExceeded"]
CreateFileSystem ["POST / 200","CreateFileSystemRequest","CreateFileSystemResponse","ActiveDirectoryError BadRequest IncompatibleParameterError InternalServerError InvalidExportPath InvalidImportPath InvalidNetworkSettings InvalidPerUnitStorageThroughput MissingFileSystemConfiguration ServiceLimitExceeded"]
CreateFileSystemFromBackup ["POST / 200","CreateFileSystemFromBackupRequest","CreateFileSystemFromBackupResponse","ActiveDirectoryError BackupNotFound BadRequest IncompatibleParameterError InternalServerError InvalidNetworkSettings InvalidPerUnitStorageThroughput MissingFileSystemConfiguration ServiceLimitExceeded"]
CreateSnapshot ["POST / 200","CreateSnapshotRequest","CreateSnapshotResponse","BadRequest InternalServerError ServiceLimitExceeded VolumeNotFound"]
CreateStorageVirtualMachine ["POST / 200","CreateStorageVirtualMachineRequest","CreateStorageVirtualMachineResponse","ActiveDirectoryError BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded UnsupportedOperation"]
CreateVolume ["POST / 200","CreateVolumeRequest","CreateVolumeResponse","BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError MissingVolumeConfiguration ServiceLimitExceeded StorageVirtualMachineNotFound UnsupportedOperation"]
CreateVolumeFromBackup ["POST / 200","CreateVolumeFromBackupRequest","CreateVolumeFromBackupResponse","BackupNotFound BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError MissingVolumeConfiguration ServiceLimitExceeded StorageVirtualMachineNotFound"]
DeleteBackup ["POST / 200","DeleteBackupRequest","DeleteBackupResponse","BackupBeingCopied BackupInProgress BackupNotFound BackupRestoring BadRequest IncompatibleParameterError InternalServerError"]
DeleteDataRepositoryAssociation ["POST / 200","DeleteDataRepositoryAssociationRequest","DeleteDataRepositoryAssociationResponse","BadRequest DataRepositoryAssociationNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
DeleteFileCache ["POST / 200","DeleteFileCacheRequest","DeleteFileCacheResponse","BadRequest FileCacheNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
DeleteFileSystem ["POST / 200","DeleteFileSystemRequest","DeleteFileSystemResponse","BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
DeleteSnapshot ["POST / 200","DeleteSnapshotRequest","DeleteSnapshotResponse","BadRequest InternalServerError SnapshotNotFound"]
DeleteStorageVirtualMachine ["POST / 200","DeleteStorageVirtualMachineRequest","DeleteStorageVirtualMachineResponse","BadRequest IncompatibleParameterError InternalServerError StorageVirtualMachineNotFound"]
DeleteVolume ["POST / 200","DeleteVolumeRequest","DeleteVolumeResponse","BadRequest IncompatibleParameterError InternalServerError ServiceLimitExceeded VolumeNotFound"]
DescribeBackups ["POST / 200","DescribeBackupsRequest","DescribeBackupsResponse","BackupNotFound BadRequest FileSystemNotFound InternalServerError VolumeNotFound",["NextToken","NextToken","MaxResults","Backups"]]
DescribeDataRepositoryAssociations ["POST / 200","DescribeDataRepositoryAssociationsRequest","DescribeDataRepositoryAssociationsResponse","BadRequest DataRepositoryAssociationNotFound FileSystemNotFound InternalServerError InvalidDataRepositoryType",["NextToken","NextToken","MaxResults","Associations"]]
DescribeDataRepositoryTasks ["POST / 200","DescribeDataRepositoryTasksRequest","DescribeDataRepositoryTasksResponse","BadRequest DataRepositoryTaskNotFound FileSystemNotFound InternalServerError",["NextToken","NextToken","MaxResults","DataRepositoryTasks"]]
DescribeFileCaches ["POST / 200","DescribeFileCachesRequest","DescribeFileCachesResponse","BadRequest FileCacheNotFound InternalServerError",["NextToken","NextToken","MaxResults","FileCaches"]]
DescribeFileSystemAliases ["POST / 200","DescribeFileSystemAliasesRequest","DescribeFileSystemAliasesResponse","BadRequest FileSystemNotFound InternalServerError",["NextToken","NextToken","MaxResults","Aliases"]]
DescribeFileSystems ["POST / 200","DescribeFileSystemsRequest","DescribeFileSystemsResponse","BadRequest FileSystemNotFound InternalServerError",["NextToken","NextToken","MaxResults","FileSystems"]]
DescribeS3AccessPointAttachments ["POST / 200","DescribeS3AccessPointAttachmentsRequest","DescribeS3AccessPointAttachmentsResponse","BadRequest InternalServerError S3AccessPointAttachmentNotFound UnsupportedOperation",["NextToken","NextToken","MaxResults","S3AccessPointAttachments"]]
DescribeSharedVpcConfiguration ["POST / 200","DescribeSharedVpcConfigurationRequest","DescribeSharedVpcConfigurationResponse","BadRequest InternalServerError"]
DescribeSnapshots ["POST / 200","DescribeSnapshotsRequest","DescribeSnapshotsResponse","BadRequest InternalServerError SnapshotNotFound",["NextToken","NextToken","MaxResults","Snapshots"]]
DescribeStorageVirtualMachines ["POST / 200","DescribeStorageVirtualMachinesRequest","DescribeStorageVirtualMachinesResponse","BadRequest InternalServerError StorageVirtualMachineNotFound",["NextToken","NextToken","MaxResults","StorageVirtualMachines"]]
DescribeVolumes ["POST / 200","DescribeVolumesRequest","DescribeVolumesResponse","BadRequest InternalServerError VolumeNotFound",["NextToken","NextToken","MaxResults","Volumes"]]
DetachAndDeleteS3AccessPoint ["POST / 200","DetachAndDeleteS3AccessPointRequest","DetachAndDeleteS3AccessPointResponse","BadRequest IncompatibleParameterError InternalServerError S3AccessPointAttachmentNotFound UnsupportedOperation"]
DisassociateFileSystemAliases ["POST / 200","DisassociateFileSystemAliasesRequest","DisassociateFileSystemAliasesResponse","BadRequest FileSystemNotFound InternalServerError"]
ListTagsForResource ["POST / 200","ListTagsForResourceRequest","ListTagsForResourceResponse","BadRequest InternalServerError NotServiceResourceError ResourceDoesNotSupportTagging ResourceNotFound",["NextToken","NextToken","MaxResults","Tags"]]
ReleaseFileSystemNfsV3Locks ["POST / 200","ReleaseFileSystemNfsV3LocksRequest","ReleaseFileSystemNfsV3LocksResponse","BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
RestoreVolumeFromSnapshot ["POST / 200","RestoreVolumeFromSnapshotRequest","RestoreVolumeFromSnapshotResponse","BadRequest InternalServerError VolumeNotFound"]
StartMisconfiguredStateRecovery ["POST / 200","StartMisconfiguredStateRecoveryRequest","StartMisconfiguredStateRecoveryResponse","BadRequest FileSystemNotFound InternalServerError"]
TagResource ["POST / 200","TagResourceRequest","TagResourceResponse","BadRequest InternalServerError NotServiceResourceError ResourceDoesNotSupportTagging ResourceNotFound"]
UntagResource ["POST / 200","UntagResourceRequest","UntagResourceResponse","BadRequest InternalServerError NotServiceResourceError ResourceDoesNotSupportTagging ResourceNotFound"]
UpdateDataRepositoryAssociation ["POST / 200","UpdateDataRepositoryAssociationRequest","UpdateDataRepositoryAssociationResponse","BadRequest DataRepositoryAssociationNotFound IncompatibleParameterError InternalServerError ServiceLimitExceeded"]
UpdateFileCache ["POST / 200","UpdateFileCacheRequest","UpdateFileCacheResponse","BadRequest FileCacheNotFound IncompatibleParameterError InternalServerError MissingFileCacheConfiguration ServiceLimitExceeded UnsupportedOperation"]
UpdateFileSystem ["POST / 200","UpdateFileSystemRequest","UpdateFileSystemResponse","BadRequest FileSystemNotFound IncompatibleParameterError InternalServerError InvalidNetworkSettings MissingFileSystemConfiguration ServiceLimitExceeded UnsupportedOperation"]
UpdateSharedVpcConfiguration ["POST / 200","UpdateSharedVpcConfigurationRequest","UpdateSharedVpcConfigurationResponse","BadRequest IncompatibleParameterError InternalServerError"]
UpdateSnapshot ["POST / 200","UpdateSnapshotRequest","UpdateSnapshotResponse","BadRequest InternalServerError SnapshotNotFound"]
UpdateStorageVirtualMachine ["POST / 200","UpdateStorageVirtualMachineRequest","UpdateStorageVirtualMachineResponse","BadRequest IncompatibleParameterError InternalServerError StorageVirtualMachineNotFound UnsupportedOperation"]
UpdateVolume ["POST / 200","UpdateVolumeRequest","UpdateVolumeResponse","BadRequest IncompatibleParameterError InternalServerError MissingVolumeConfiguration VolumeNotFound"]

AWSAccountId {"type":"string","min":12,"max":12,"pattern":"^\\\\d{12}$"}
AccessPointAlreadyOwnedByYou {"members":{"ErrorCode":"ErrorCode","Message":"ErrorMessage"},"error":["client",409]}
AccessPointPolicy {"type":"string","min":1,"max":200000}
ActiveDirectoryBackupAttributes {"members":{"DomainName":"ActiveDirectoryFullyQualifiedName","ActiveDirectoryId":"DirectoryId","ResourceARN":"ResourceARN"}}
ActiveDirectoryError {"members":{"ActiveDirectoryId":"DirectoryId r","Type":"ActiveDirectoryErrorType","Message":"ErrorMessage"},"error":["client",400]}
ActiveDirectoryErrorType {"enum":["DOMAIN_NOT_FOUND","INCOMPATIBLE_DOMAIN_MODE","WRONG_VPC","INVALID_NETWORK_TYPE","INVALID_DOMAIN_STAGE"]}
ActiveDirectoryFullyQualifiedName {"type":"string","min":1,"max":255,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,255}$"}
AdminPassword {"type":"string","min":8,"max":50,"sensitive":true,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{8,50}$"}
AdministrativeAction {"members":{"AdministrativeActionType":"AdministrativeActionType","ProgressPercent":"ProgressPercent","RequestTime":"timestamp","Status":"Status","TargetFileSystemValues":"FileSystem","FailureDetails":"AdministrativeActionFailureDetails","TargetVolumeValues":"Volume","TargetSnapshotValues":"Snapshot","TotalTransferBytes":"TotalTransferBytes","RemainingTransferBytes":"RemainingTransferBytes","Message":"ErrorMessage"}}
AdministrativeActionFailureDetails {"members":{"Message":"ErrorMessage"}}
AdministrativeActionType {"enum":["FILE_SYSTEM_UPDATE","STORAGE_OPTIMIZATION","FILE_SYSTEM_ALIAS_ASSOCIATION","FILE_SYSTEM_ALIAS_DISASSOCIATION","VOLUME_UPDATE","SNAPSHOT_UPDATE","RELEASE_NFS_V3_LOCKS","VOLUME_RESTORE","THROUGHPUT_OPTIMIZATION","IOPS_OPTIMIZATION","STORAGE_TYPE_OPTIMIZATION","MISCONFIGURED_STATE_RECOVERY","VOLUME_UPDATE_WITH_SNAPSHOT","VOLUME_INITIALIZE_WITH_SNAPSHOT","DOWNLOAD_DATA_FROM_BACKUP"]}
AdministrativeActions {"list":"AdministrativeAction","min":0,"max":50}
Aggregate {"type":"string","min":5,"max":6,"pattern":"^(aggr[0-9]{1,2})$"}
AggregateConfiguration {"members":{"Aggregates":"Aggregates","TotalConstituents":"TotalConstituents"}}
AggregateListMultiplier {"type":"integer","min":1,"max":200}
Aggregates {"list":"Aggregate","min":0,"max":6}
Alias {"members":{"Name":"AlternateDNSName","Lifecycle":"AliasLifecycle"}}
AliasLifecycle {"enum":["AVAILABLE","CREATING","DELETING","CREATE_FAILED","DELETE_FAILED"]}
Aliases {"list":"Alias","min":0,"max":50}
AlternateDNSName {"type":"string","min":4,"max":253,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{4,253}$"}
AlternateDNSNames {"list":"AlternateDNSName","min":0,"max":50}
ArchivePath {"type":"string","min":3,"max":4357,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{3,4357}$"}
AssociateFileSystemAliasesRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileSystemId":"FileSystemId r","Aliases":"AlternateDNSNames r"}}
AssociateFileSystemAliasesResponse {"members":{"Aliases":"Aliases"}}
AutoExportPolicy {"members":{"Events":"EventTypes"}}
AutoImportPolicy {"members":{"Events":"EventTypes"}}
AutoImportPolicyType {"enum":["NONE","NEW","NEW_CHANGED","NEW_CHANGED_DELETED"]}
AutocommitPeriod {"members":{"Type":"AutocommitPeriodType r","Value":"AutocommitPeriodValue"}}
AutocommitPeriodType {"enum":["MINUTES","HOURS","DAYS","MONTHS","YEARS","NONE"]}
AutocommitPeriodValue {"type":"integer","min":1,"max":65535}
AutomaticBackupRetentionDays {"type":"integer","min":0,"max":90}
Backup {"members":{"BackupId":"BackupId r","Lifecycle":"BackupLifecycle r","FailureDetails":"BackupFailureDetails","Type":"BackupType r","ProgressPercent":"ProgressPercent","CreationTime":"timestamp r","KmsKeyId":"KmsKeyId","ResourceARN":"ResourceARN","Tags":"Tags","FileSystem":"FileSystem r","DirectoryInformation":"ActiveDirectoryBackupAttributes","OwnerId":"AWSAccountId","SourceBackupId":"BackupId","SourceBackupRegion":"Region","ResourceType":"ResourceType","Volume":"Volume","SizeInBytes":"SizeInBytes"}}
BackupBeingCopied {"members":{"Message":"ErrorMessage","BackupId":"BackupId"},"error":["client",400]}
BackupFailureDetails {"members":{"Message":"ErrorMessage"}}
BackupId {"type":"string","min":12,"max":128,"pattern":"^(backup-[0-9a-f]{8,})$"}
BackupIds {"list":"BackupId","min":0,"max":50}
BackupInProgress {"members":{"Message":"ErrorMessage"},"error":["client",400]}
BackupLifecycle {"enum":["AVAILABLE","CREATING","TRANSFERRING","DELETED","FAILED","PENDING","COPYING"]}
BackupNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
BackupRestoring {"members":{"Message":"ErrorMessage","FileSystemId":"FileSystemId"},"error":["client",400]}
BackupType {"enum":["AUTOMATIC","USER_INITIATED","AWS_BACKUP"]}
Backups {"list":"Backup","min":0,"max":50}
BadRequest {"members":{"Message":"ErrorMessage"},"error":["client",400]}
CancelDataRepositoryTaskRequest {"members":{"TaskId":"TaskId r"}}
CancelDataRepositoryTaskResponse {"members":{"Lifecycle":"DataRepositoryTaskLifecycle","TaskId":"TaskId"}}
CapacityToRelease {"type":"long","min":1,"max":2147483647}
ClientRequestToken {"type":"string","min":1,"max":63,"pattern":"^[A-za-z0-9_.-]{0,63}$"}
CompletionReport {"members":{"Enabled":"boolean r","Path":"ArchivePath","Format":"ReportFormat","Scope":"ReportScope"}}
CoolingPeriod {"type":"integer","min":2,"max":183}
CopyBackupRequest {"members":{"ClientRequestToken":"ClientRequestToken t","SourceBackupId":"SourceBackupId r","SourceRegion":"Region","KmsKeyId":"KmsKeyId","CopyTags":"boolean","Tags":"Tags"}}
CopyBackupResponse {"members":{"Backup":"Backup"}}
CopySnapshotAndUpdateVolumeRequest {"members":{"ClientRequestToken":"ClientRequestToken t","VolumeId":"VolumeId r","SourceSnapshotARN":"ResourceARN r","CopyStrategy":"OpenZFSCopyStrategy","Options":"UpdateOpenZFSVolumeOptions"}}
CopySnapshotAndUpdateVolumeResponse {"members":{"VolumeId":"VolumeId","Lifecycle":"VolumeLifecycle","AdministrativeActions":"AdministrativeActions"}}
CreateAggregateConfiguration {"members":{"Aggregates":"Aggregates","ConstituentsPerAggregate":"AggregateListMultiplier"}}
CreateAndAttachS3AccessPointOntapConfiguration {"members":{"VolumeId":"VolumeId r","FileSystemIdentity":"OntapFileSystemIdentity r"}}
CreateAndAttachS3AccessPointOpenZFSConfiguration {"members":{"VolumeId":"VolumeId r","FileSystemIdentity":"OpenZFSFileSystemIdentity r"}}
CreateAndAttachS3AccessPointRequest {"members":{"ClientRequestToken":"ClientRequestToken t","Name":"S3AccessPointAttachmentName r","Type":"S3AccessPointAttachmentType r","OpenZFSConfiguration":"CreateAndAttachS3AccessPointOpenZFSConfiguration","OntapConfiguration":"CreateAndAttachS3AccessPointOntapConfiguration","S3AccessPoint":"CreateAndAttachS3AccessPointS3Configuration"}}
CreateAndAttachS3AccessPointResponse {"members":{"S3AccessPointAttachment":"S3AccessPointAttachment"}}
CreateAndAttachS3AccessPointS3Configuration {"members":{"VpcConfiguration":"S3AccessPointVpcConfiguration","Policy":"AccessPointPolicy"}}
CreateBackupRequest {"members":{"FileSystemId":"FileSystemId","ClientRequestToken":"ClientRequestToken t","Tags":"Tags","VolumeId":"VolumeId"}}
CreateBackupResponse {"members":{"Backup":"Backup"}}
CreateDataRepositoryAssociationRequest {"members":{"FileSystemId":"FileSystemId r","FileSystemPath":"Namespace","DataRepositoryPath":"ArchivePath r","BatchImportMetaDataOnCreate":"boolean","ImportedFileChunkSize":"Megabytes","S3":"S3DataRepositoryConfiguration","ClientRequestToken":"ClientRequestToken t","Tags":"Tags"}}
CreateDataRepositoryAssociationResponse {"members":{"Association":"DataRepositoryAssociation"}}
CreateDataRepositoryTaskRequest {"members":{"Type":"DataRepositoryTaskType r","Paths":"DataRepositoryTaskPaths","FileSystemId":"FileSystemId r","Report":"CompletionReport r","ClientRequestToken":"ClientRequestToken t","Tags":"Tags","CapacityToRelease":"CapacityToRelease","ReleaseConfiguration":"ReleaseConfiguration"}}
CreateDataRepositoryTaskResponse {"members":{"DataRepositoryTask":"DataRepositoryTask"}}
CreateFileCacheDataRepositoryAssociations {"list":"FileCacheDataRepositoryAssociation","min":0,"max":8}
CreateFileCacheLustreConfiguration {"members":{"PerUnitStorageThroughput":"PerUnitStorageThroughput r","DeploymentType":"FileCacheLustreDeploymentType r","WeeklyMaintenanceStartTime":"WeeklyTime","MetadataConfiguration":"FileCacheLustreMetadataConfiguration r"}}
CreateFileCacheRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileCacheType":"FileCacheType r","FileCacheTypeVersion":"FileSystemTypeVersion r","StorageCapacity":"StorageCapacity r","SubnetIds":"SubnetIds r","SecurityGroupIds":"SecurityGroupIds","Tags":"Tags","CopyTagsToDataRepositoryAssociations":"boolean","KmsKeyId":"KmsKeyId","LustreConfiguration":"CreateFileCacheLustreConfiguration","DataRepositoryAssociations":"CreateFileCacheDataRepositoryAssociations"}}
CreateFileCacheResponse {"members":{"FileCache":"FileCacheCreating"}}
CreateFileSystemFromBackupRequest {"members":{"BackupId":"BackupId r","ClientRequestToken":"ClientRequestToken t","SubnetIds":"SubnetIds r","SecurityGroupIds":"SecurityGroupIds","Tags":"Tags","WindowsConfiguration":"CreateFileSystemWindowsConfiguration","LustreConfiguration":"CreateFileSystemLustreConfiguration","StorageType":"StorageType","KmsKeyId":"KmsKeyId","FileSystemTypeVersion":"FileSystemTypeVersion","OpenZFSConfiguration":"CreateFileSystemOpenZFSConfiguration","StorageCapacity":"StorageCapacity","NetworkType":"NetworkType"}}
CreateFileSystemFromBackupResponse {"members":{"FileSystem":"FileSystem"}}
CreateFileSystemLustreConfiguration {"members":{"WeeklyMaintenanceStartTime":"WeeklyTime","ImportPath":"ArchivePath","ExportPath":"ArchivePath","ImportedFileChunkSize":"Megabytes","DeploymentType":"LustreDeploymentType","AutoImportPolicy":"AutoImportPolicyType","PerUnitStorageThroughput":"PerUnitStorageThroughput","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","DriveCacheType":"DriveCacheType","DataCompressionType":"DataCompressionType","EfaEnabled":"boolean","LogConfiguration":"LustreLogCreateConfiguration","RootSquashConfiguration":"LustreRootSquashConfiguration","MetadataConfiguration":"CreateFileSystemLustreMetadataConfiguration","ThroughputCapacity":"ThroughputCapacityMbps","DataReadCacheConfiguration":"LustreReadCacheConfiguration"}}
CreateFileSystemLustreMetadataConfiguration {"members":{"Iops":"MetadataIops","Mode":"MetadataConfigurationMode r"}}
CreateFileSystemOntapConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","DailyAutomaticBackupStartTime":"DailyTime","DeploymentType":"OntapDeploymentType r","EndpointIpAddressRange":"IpAddressRange","FsxAdminPassword":"AdminPassword","DiskIopsConfiguration":"DiskIopsConfiguration","PreferredSubnetId":"SubnetId","RouteTableIds":"RouteTableIds","ThroughputCapacity":"MegabytesPerSecond","WeeklyMaintenanceStartTime":"WeeklyTime","HAPairs":"HAPairs","ThroughputCapacityPerHAPair":"ThroughputCapacityPerHAPair","EndpointIpv6AddressRange":"Ipv6AddressRange"}}
CreateFileSystemOpenZFSConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","CopyTagsToVolumes":"boolean","DailyAutomaticBackupStartTime":"DailyTime","DeploymentType":"OpenZFSDeploymentType r","ThroughputCapacity":"MegabytesPerSecond r","WeeklyMaintenanceStartTime":"WeeklyTime","DiskIopsConfiguration":"DiskIopsConfiguration","RootVolumeConfiguration":"OpenZFSCreateRootVolumeConfiguration","PreferredSubnetId":"SubnetId","EndpointIpAddressRange":"IpAddressRange","EndpointIpv6AddressRange":"Ipv6AddressRange","RouteTableIds":"RouteTableIds","ReadCacheConfiguration":"OpenZFSReadCacheConfiguration"}}
CreateFileSystemRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileSystemType":"FileSystemType r","StorageCapacity":"StorageCapacity","StorageType":"StorageType","SubnetIds":"SubnetIds r","SecurityGroupIds":"SecurityGroupIds","Tags":"Tags","KmsKeyId":"KmsKeyId","WindowsConfiguration":"CreateFileSystemWindowsConfiguration","LustreConfiguration":"CreateFileSystemLustreConfiguration","OntapConfiguration":"CreateFileSystemOntapConfiguration","FileSystemTypeVersion":"FileSystemTypeVersion","OpenZFSConfiguration":"CreateFileSystemOpenZFSConfiguration","NetworkType":"NetworkType"}}
CreateFileSystemResponse {"members":{"FileSystem":"FileSystem"}}
CreateFileSystemWindowsConfiguration {"members":{"ActiveDirectoryId":"DirectoryId","SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryConfiguration","DeploymentType":"WindowsDeploymentType","PreferredSubnetId":"SubnetId","ThroughputCapacity":"MegabytesPerSecond r","WeeklyMaintenanceStartTime":"WeeklyTime","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","Aliases":"AlternateDNSNames","AuditLogConfiguration":"WindowsAuditLogCreateConfiguration","DiskIopsConfiguration":"DiskIopsConfiguration","FsrmConfiguration":"WindowsFsrmConfiguration"}}
CreateOntapVolumeConfiguration {"members":{"JunctionPath":"JunctionPath","SecurityStyle":"SecurityStyle","SizeInMegabytes":"VolumeCapacity","StorageEfficiencyEnabled":"boolean","StorageVirtualMachineId":"StorageVirtualMachineId r","TieringPolicy":"TieringPolicy","OntapVolumeType":"InputOntapVolumeType","SnapshotPolicy":"SnapshotPolicy","CopyTagsToBackups":"boolean","SnaplockConfiguration":"CreateSnaplockConfiguration","VolumeStyle":"VolumeStyle","AggregateConfiguration":"CreateAggregateConfiguration","SizeInBytes":"VolumeCapacityBytes"}}
CreateOpenZFSOriginSnapshotConfiguration {"members":{"SnapshotARN":"ResourceARN r","CopyStrategy":"OpenZFSCopyStrategy r"}}
CreateOpenZFSVolumeConfiguration {"members":{"ParentVolumeId":"VolumeId r","StorageCapacityReservationGiB":"IntegerNoMaxFromNegativeOne","StorageCapacityQuotaGiB":"IntegerNoMaxFromNegativeOne","RecordSizeKiB":"IntegerRecordSizeKiB","DataCompressionType":"OpenZFSDataCompressionType","CopyTagsToSnapshots":"boolean","OriginSnapshot":"CreateOpenZFSOriginSnapshotConfiguration","ReadOnly":"boolean","NfsExports":"OpenZFSNfsExports","UserAndGroupQuotas":"OpenZFSUserAndGroupQuotas"}}
CreateSnaplockConfiguration {"members":{"AuditLogVolume":"boolean","AutocommitPeriod":"AutocommitPeriod","PrivilegedDelete":"PrivilegedDelete","RetentionPeriod":"SnaplockRetentionPeriod","SnaplockType":"SnaplockType r","VolumeAppendModeEnabled":"boolean"}}
CreateSnapshotRequest {"members":{"ClientRequestToken":"ClientRequestToken t","Name":"SnapshotName r","VolumeId":"VolumeId r","Tags":"Tags"}}
CreateSnapshotResponse {"members":{"Snapshot":"Snapshot"}}
CreateStorageVirtualMachineRequest {"members":{"ActiveDirectoryConfiguration":"CreateSvmActiveDirectoryConfiguration","ClientRequestToken":"ClientRequestToken t","FileSystemId":"FileSystemId r","Name":"StorageVirtualMachineName r","SvmAdminPassword":"AdminPassword","Tags":"Tags","RootVolumeSecurityStyle":"StorageVirtualMachineRootVolumeSecurityStyle"}}
CreateStorageVirtualMachineResponse {"members":{"StorageVirtualMachine":"StorageVirtualMachine"}}
CreateSvmActiveDirectoryConfiguration {"members":{"NetBiosName":"NetBiosAlias r","SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryConfiguration"}}
CreateVolumeFromBackupRequest {"members":{"BackupId":"BackupId r","ClientRequestToken":"ClientRequestToken t","Name":"VolumeName r","OntapConfiguration":"CreateOntapVolumeConfiguration","Tags":"Tags"}}
CreateVolumeFromBackupResponse {"members":{"Volume":"Volume"}}
CreateVolumeRequest {"members":{"ClientRequestToken":"ClientRequestToken t","VolumeType":"VolumeType r","Name":"VolumeName r","OntapConfiguration":"CreateOntapVolumeConfiguration","Tags":"Tags","OpenZFSConfiguration":"CreateOpenZFSVolumeConfiguration"}}
CreateVolumeResponse {"members":{"Volume":"Volume"}}
CustomerSecretsManagerARN {"type":"string","min":64,"max":1024,"pattern":"^arn:[^:]{1,63}:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[a-zA-Z0-9/_+=.@-]+-[a-zA-Z0-9]{6}$"}
DNSName {"type":"string","min":16,"max":275,"pattern":"^((fs|fc)i?-[0-9a-f]{8,}\\\\..{4,253})$"}
DailyTime {"type":"string","min":5,"max":5,"pattern":"^([01]\\\\d|2[0-3]):?([0-5]\\\\d)$"}
DataCompressionType {"enum":["NONE","LZ4"]}
DataRepositoryAssociation {"members":{"AssociationId":"DataRepositoryAssociationId","ResourceARN":"ResourceARN","FileSystemId":"FileSystemId","Lifecycle":"DataRepositoryLifecycle","FailureDetails":"DataRepositoryFailureDetails","FileSystemPath":"Namespace","DataRepositoryPath":"ArchivePath","BatchImportMetaDataOnCreate":"boolean","ImportedFileChunkSize":"Megabytes","S3":"S3DataRepositoryConfiguration","Tags":"Tags","CreationTime":"timestamp","FileCacheId":"FileCacheId","FileCachePath":"Namespace","DataRepositorySubdirectories":"SubDirectoriesPaths","NFS":"NFSDataRepositoryConfiguration"}}
DataRepositoryAssociationId {"type":"string","min":13,"max":23,"pattern":"^(dra-[0-9a-f]{8,})$"}
DataRepositoryAssociationIds {"list":"DataRepositoryAssociationId","min":0,"max":50}
DataRepositoryAssociationNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
DataRepositoryAssociations {"list":"DataRepositoryAssociation","min":0,"max":100}
DataRepositoryConfiguration {"members":{"Lifecycle":"DataRepositoryLifecycle","ImportPath":"ArchivePath","ExportPath":"ArchivePath","ImportedFileChunkSize":"Megabytes","AutoImportPolicy":"AutoImportPolicyType","FailureDetails":"DataRepositoryFailureDetails"}}
DataRepositoryFailureDetails {"members":{"Message":"ErrorMessage"}}
DataRepositoryLifecycle {"enum":["CREATING","AVAILABLE","MISCONFIGURED","UPDATING","DELETING","FAILED"]}
DataRepositoryTask {"members":{"TaskId":"TaskId r","Lifecycle":"DataRepositoryTaskLifecycle r","Type":"DataRepositoryTaskType r","CreationTime":"timestamp r","StartTime":"timestamp","EndTime":"timestamp","ResourceARN":"ResourceARN","Tags":"Tags","FileSystemId":"FileSystemId","Paths":"DataRepositoryTaskPaths","FailureDetails":"DataRepositoryTaskFailureDetails","Status":"DataRepositoryTaskStatus","Report":"CompletionReport","CapacityToRelease":"CapacityToRelease","FileCacheId":"FileCacheId","ReleaseConfiguration":"ReleaseConfiguration"}}
DataRepositoryTaskEnded {"members":{"Message":"ErrorMessage"},"error":["client",400]}
DataRepositoryTaskExecuting {"members":{"Message":"ErrorMessage"},"error":["client",400]}
DataRepositoryTaskFailureDetails {"members":{"Message":"ErrorMessage"}}
DataRepositoryTaskFilter {"members":{"Name":"DataRepositoryTaskFilterName","Values":"DataRepositoryTaskFilterValues"}}
DataRepositoryTaskFilterName {"enum":["file-system-id","task-lifecycle","data-repository-association-id","file-cache-id"]}
DataRepositoryTaskFilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
DataRepositoryTaskFilterValues {"list":"DataRepositoryTaskFilterValue","min":0,"max":20}
DataRepositoryTaskFilters {"list":"DataRepositoryTaskFilter","min":0,"max":3}
DataRepositoryTaskLifecycle {"enum":["PENDING","EXECUTING","FAILED","SUCCEEDED","CANCELED","CANCELING"]}
DataRepositoryTaskNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
DataRepositoryTaskPath {"type":"string","min":0,"max":4096,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{0,4096}$"}
DataRepositoryTaskPaths {"list":"DataRepositoryTaskPath","min":0,"max":100}
DataRepositoryTaskStatus {"members":{"TotalCount":"long","SucceededCount":"long","FailedCount":"long","LastUpdatedTime":"timestamp","ReleasedCapacity":"long"}}
DataRepositoryTaskType {"enum":["EXPORT_TO_REPOSITORY","IMPORT_METADATA_FROM_REPOSITORY","RELEASE_DATA_FROM_FILESYSTEM","AUTO_RELEASE_DATA"]}
DataRepositoryTasks {"list":"DataRepositoryTask","min":0,"max":50}
DeleteBackupRequest {"members":{"BackupId":"BackupId r","ClientRequestToken":"ClientRequestToken t"}}
DeleteBackupResponse {"members":{"BackupId":"BackupId","Lifecycle":"BackupLifecycle"}}
DeleteDataRepositoryAssociationRequest {"members":{"AssociationId":"DataRepositoryAssociationId r","ClientRequestToken":"ClientRequestToken t","DeleteDataInFileSystem":"boolean"}}
DeleteDataRepositoryAssociationResponse {"members":{"AssociationId":"DataRepositoryAssociationId","Lifecycle":"DataRepositoryLifecycle","DeleteDataInFileSystem":"boolean"}}
DeleteFileCacheRequest {"members":{"FileCacheId":"FileCacheId r","ClientRequestToken":"ClientRequestToken t"}}
DeleteFileCacheResponse {"members":{"FileCacheId":"FileCacheId","Lifecycle":"FileCacheLifecycle"}}
DeleteFileSystemLustreConfiguration {"members":{"SkipFinalBackup":"boolean","FinalBackupTags":"Tags"}}
DeleteFileSystemLustreResponse {"members":{"FinalBackupId":"BackupId","FinalBackupTags":"Tags"}}
DeleteFileSystemOpenZFSConfiguration {"members":{"SkipFinalBackup":"boolean","FinalBackupTags":"Tags","Options":"DeleteFileSystemOpenZFSOptions"}}
DeleteFileSystemOpenZFSOption {"enum":["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"]}
DeleteFileSystemOpenZFSOptions {"list":"DeleteFileSystemOpenZFSOption","min":0,"max":1}
DeleteFileSystemOpenZFSResponse {"members":{"FinalBackupId":"BackupId","FinalBackupTags":"Tags"}}
DeleteFileSystemRequest {"members":{"FileSystemId":"FileSystemId r","ClientRequestToken":"ClientRequestToken t","WindowsConfiguration":"DeleteFileSystemWindowsConfiguration","LustreConfiguration":"DeleteFileSystemLustreConfiguration","OpenZFSConfiguration":"DeleteFileSystemOpenZFSConfiguration"}}
DeleteFileSystemResponse {"members":{"FileSystemId":"FileSystemId","Lifecycle":"FileSystemLifecycle","WindowsResponse":"DeleteFileSystemWindowsResponse","LustreResponse":"DeleteFileSystemLustreResponse","OpenZFSResponse":"DeleteFileSystemOpenZFSResponse"}}
DeleteFileSystemWindowsConfiguration {"members":{"SkipFinalBackup":"boolean","FinalBackupTags":"Tags"}}
DeleteFileSystemWindowsResponse {"members":{"FinalBackupId":"BackupId","FinalBackupTags":"Tags"}}
DeleteOpenZFSVolumeOption {"enum":["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"]}
DeleteOpenZFSVolumeOptions {"list":"DeleteOpenZFSVolumeOption","min":0,"max":1}
DeleteSnapshotRequest {"members":{"ClientRequestToken":"ClientRequestToken t","SnapshotId":"SnapshotId r"}}
DeleteSnapshotResponse {"members":{"SnapshotId":"SnapshotId","Lifecycle":"SnapshotLifecycle"}}
DeleteStorageVirtualMachineRequest {"members":{"ClientRequestToken":"ClientRequestToken t","StorageVirtualMachineId":"StorageVirtualMachineId r"}}
DeleteStorageVirtualMachineResponse {"members":{"StorageVirtualMachineId":"StorageVirtualMachineId","Lifecycle":"StorageVirtualMachineLifecycle"}}
DeleteVolumeOntapConfiguration {"members":{"SkipFinalBackup":"boolean","FinalBackupTags":"Tags","BypassSnaplockEnterpriseRetention":"boolean"}}
DeleteVolumeOntapResponse {"members":{"FinalBackupId":"BackupId","FinalBackupTags":"Tags"}}
DeleteVolumeOpenZFSConfiguration {"members":{"Options":"DeleteOpenZFSVolumeOptions"}}
DeleteVolumeRequest {"members":{"ClientRequestToken":"ClientRequestToken t","VolumeId":"VolumeId r","OntapConfiguration":"DeleteVolumeOntapConfiguration","OpenZFSConfiguration":"DeleteVolumeOpenZFSConfiguration"}}
DeleteVolumeResponse {"members":{"VolumeId":"VolumeId","Lifecycle":"VolumeLifecycle","OntapResponse":"DeleteVolumeOntapResponse"}}
DescribeBackupsRequest {"members":{"BackupIds":"BackupIds","Filters":"Filters","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeBackupsResponse {"members":{"Backups":"Backups","NextToken":"NextToken"}}
DescribeDataRepositoryAssociationsRequest {"members":{"AssociationIds":"DataRepositoryAssociationIds","Filters":"Filters","MaxResults":"LimitedMaxResults","NextToken":"NextToken"}}
DescribeDataRepositoryAssociationsResponse {"members":{"Associations":"DataRepositoryAssociations","NextToken":"NextToken"}}
DescribeDataRepositoryTasksRequest {"members":{"TaskIds":"TaskIds","Filters":"DataRepositoryTaskFilters","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeDataRepositoryTasksResponse {"members":{"DataRepositoryTasks":"DataRepositoryTasks","NextToken":"NextToken"}}
DescribeFileCachesRequest {"members":{"FileCacheIds":"FileCacheIds","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeFileCachesResponse {"members":{"FileCaches":"FileCaches","NextToken":"NextToken"}}
DescribeFileSystemAliasesRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileSystemId":"FileSystemId r","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeFileSystemAliasesResponse {"members":{"Aliases":"Aliases","NextToken":"NextToken"}}
DescribeFileSystemsRequest {"members":{"FileSystemIds":"FileSystemIds","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeFileSystemsResponse {"members":{"FileSystems":"FileSystems","NextToken":"NextToken"}}
DescribeS3AccessPointAttachmentsRequest {"members":{"Names":"S3AccessPointAttachmentNames","Filters":"S3AccessPointAttachmentsFilters","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeS3AccessPointAttachmentsResponse {"members":{"S3AccessPointAttachments":"S3AccessPointAttachments","NextToken":"NextToken"}}
DescribeSharedVpcConfigurationRequest {"members":{}}
DescribeSharedVpcConfigurationResponse {"members":{"EnableFsxRouteTableUpdatesFromParticipantAccounts":"VerboseFlag"}}
DescribeSnapshotsRequest {"members":{"SnapshotIds":"SnapshotIds","Filters":"SnapshotFilters","MaxResults":"MaxResults","NextToken":"NextToken","IncludeShared":"boolean"}}
DescribeSnapshotsResponse {"members":{"Snapshots":"Snapshots","NextToken":"NextToken"}}
DescribeStorageVirtualMachinesRequest {"members":{"StorageVirtualMachineIds":"StorageVirtualMachineIds","Filters":"StorageVirtualMachineFilters","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeStorageVirtualMachinesResponse {"members":{"StorageVirtualMachines":"StorageVirtualMachines","NextToken":"NextToken"}}
DescribeVolumesRequest {"members":{"VolumeIds":"VolumeIds","Filters":"VolumeFilters","MaxResults":"MaxResults","NextToken":"NextToken"}}
DescribeVolumesResponse {"members":{"Volumes":"Volumes","NextToken":"NextToken"}}
DetachAndDeleteS3AccessPointRequest {"members":{"ClientRequestToken":"ClientRequestToken t","Name":"S3AccessPointAttachmentName r"}}
DetachAndDeleteS3AccessPointResponse {"members":{"Lifecycle":"S3AccessPointAttachmentLifecycle","Name":"S3AccessPointAttachmentName"}}
DirectoryId {"type":"string","min":12,"max":12,"pattern":"^d-[0-9a-f]{10}$"}
DirectoryPassword {"type":"string","min":1,"max":256,"sensitive":true,"pattern":"^.{1,256}$"}
DirectoryUserName {"type":"string","min":1,"max":256,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,256}$"}
DisassociateFileSystemAliasesRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileSystemId":"FileSystemId r","Aliases":"AlternateDNSNames r"}}
DisassociateFileSystemAliasesResponse {"members":{"Aliases":"Aliases"}}
DiskIopsConfiguration {"members":{"Mode":"DiskIopsConfigurationMode","Iops":"Iops"}}
DiskIopsConfigurationMode {"enum":["AUTOMATIC","USER_PROVISIONED"]}
DnsIps {"list":"IpAddress","min":1,"max":3}
DriveCacheType {"enum":["NONE","READ"]}
DurationSinceLastAccess {"members":{"Unit":"Unit","Value":"Value"}}
ErrorCode {"type":"string","min":1,"max":128}
ErrorMessage {"type":"string","min":1,"max":256}
EventType {"enum":["NEW","CHANGED","DELETED"]}
EventTypes {"list":"EventType","min":0,"max":3}
FileCache {"members":{"OwnerId":"AWSAccountId","CreationTime":"timestamp","FileCacheId":"FileCacheId","FileCacheType":"FileCacheType","FileCacheTypeVersion":"FileSystemTypeVersion","Lifecycle":"FileCacheLifecycle","FailureDetails":"FileCacheFailureDetails","StorageCapacity":"StorageCapacity","VpcId":"VpcId","SubnetIds":"SubnetIds","NetworkInterfaceIds":"NetworkInterfaceIds","DNSName":"DNSName","KmsKeyId":"KmsKeyId","ResourceARN":"ResourceARN","LustreConfiguration":"FileCacheLustreConfiguration","DataRepositoryAssociationIds":"DataRepositoryAssociationIds"}}
FileCacheCreating {"members":{"OwnerId":"AWSAccountId","CreationTime":"timestamp","FileCacheId":"FileCacheId","FileCacheType":"FileCacheType","FileCacheTypeVersion":"FileSystemTypeVersion","Lifecycle":"FileCacheLifecycle","FailureDetails":"FileCacheFailureDetails","StorageCapacity":"StorageCapacity","VpcId":"VpcId","SubnetIds":"SubnetIds","NetworkInterfaceIds":"NetworkInterfaceIds","DNSName":"DNSName","KmsKeyId":"KmsKeyId","ResourceARN":"ResourceARN","Tags":"Tags","CopyTagsToDataRepositoryAssociations":"boolean","LustreConfiguration":"FileCacheLustreConfiguration","DataRepositoryAssociationIds":"DataRepositoryAssociationIds"}}
FileCacheDataRepositoryAssociation {"members":{"FileCachePath":"Namespace r","DataRepositoryPath":"ArchivePath r","DataRepositorySubdirectories":"SubDirectoriesPaths","NFS":"FileCacheNFSConfiguration"}}
FileCacheFailureDetails {"members":{"Message":"ErrorMessage"}}
FileCacheId {"type":"string","min":11,"max":21,"pattern":"^(fc-[0-9a-f]{8,})$"}
FileCacheIds {"list":"FileCacheId","min":0,"max":50}
FileCacheLifecycle {"enum":["AVAILABLE","CREATING","DELETING","UPDATING","FAILED"]}
FileCacheLustreConfiguration {"members":{"PerUnitStorageThroughput":"PerUnitStorageThroughput","DeploymentType":"FileCacheLustreDeploymentType","MountName":"LustreFileSystemMountName","WeeklyMaintenanceStartTime":"WeeklyTime","MetadataConfiguration":"FileCacheLustreMetadataConfiguration","LogConfiguration":"LustreLogConfiguration"}}
FileCacheLustreDeploymentType {"enum":["CACHE_1"]}
FileCacheLustreMetadataConfiguration {"members":{"StorageCapacity":"MetadataStorageCapacity r"}}
FileCacheNFSConfiguration {"members":{"Version":"NfsVersion r","DnsIps":"RepositoryDnsIps"}}
FileCacheNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
FileCacheType {"enum":["LUSTRE"]}
FileCaches {"list":"FileCache","min":0,"max":50}
FileSystem {"members":{"OwnerId":"AWSAccountId","CreationTime":"timestamp","FileSystemId":"FileSystemId","FileSystemType":"FileSystemType","Lifecycle":"FileSystemLifecycle","FailureDetails":"FileSystemFailureDetails","StorageCapacity":"StorageCapacity","StorageType":"StorageType","VpcId":"VpcId","SubnetIds":"SubnetIds","NetworkInterfaceIds":"NetworkInterfaceIds","DNSName":"DNSName","KmsKeyId":"KmsKeyId","ResourceARN":"ResourceARN","Tags":"Tags","WindowsConfiguration":"WindowsFileSystemConfiguration","LustreConfiguration":"LustreFileSystemConfiguration","AdministrativeActions":"AdministrativeActions","OntapConfiguration":"OntapFileSystemConfiguration","FileSystemTypeVersion":"FileSystemTypeVersion","OpenZFSConfiguration":"OpenZFSFileSystemConfiguration","NetworkType":"NetworkType"}}
FileSystemAdministratorsGroupName {"type":"string","min":1,"max":256,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,256}$"}
FileSystemEndpoint {"members":{"DNSName":"DNSName","IpAddresses":"OntapEndpointIpAddresses","Ipv6Addresses":"OntapEndpointIpAddresses"}}
FileSystemEndpoints {"members":{"Intercluster":"FileSystemEndpoint","Management":"FileSystemEndpoint"}}
FileSystemFailureDetails {"members":{"Message":"ErrorMessage"}}
FileSystemGID {"type":"long","min":0,"max":4294967295}
FileSystemId {"type":"string","min":11,"max":21,"pattern":"^(fs-[0-9a-f]{8,})$"}
FileSystemIds {"list":"FileSystemId","min":0,"max":50}
FileSystemLifecycle {"enum":["AVAILABLE","CREATING","FAILED","DELETING","MISCONFIGURED","UPDATING","MISCONFIGURED_UNAVAILABLE"]}
FileSystemLustreMetadataConfiguration {"members":{"Iops":"MetadataIops","Mode":"MetadataConfigurationMode r"}}
FileSystemMaintenanceOperation {"enum":["PATCHING","BACKING_UP"]}
FileSystemMaintenanceOperations {"list":"FileSystemMaintenanceOperation","min":0,"max":20}
FileSystemNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
FileSystemSecondaryGIDs {"list":"FileSystemGID","min":0,"max":15}
FileSystemType {"enum":["WINDOWS","LUSTRE","ONTAP","OPENZFS"]}
FileSystemTypeVersion {"type":"string","min":1,"max":20,"pattern":"^[0-9](.[0-9]*)*$"}
FileSystemUID {"type":"long","min":0,"max":4294967295}
FileSystems {"list":"FileSystem","min":0,"max":50}
Filter {"members":{"Name":"FilterName","Values":"FilterValues"}}
FilterName {"enum":["file-system-id","backup-type","file-system-type","volume-id","data-repository-type","file-cache-id","file-cache-type"]}
FilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
FilterValues {"list":"FilterValue","min":0,"max":20}
Filters {"list":"Filter","min":0,"max":10}
FlexCacheEndpointType {"enum":["NONE","ORIGIN","CACHE"]}
GeneralARN {"type":"string","min":8,"max":1024,"pattern":"^arn:[^:]{1,63}:[^:]{0,63}:[^:]{0,63}:(?:|\\\\d{12}):[^/].{0,1023}$"}
HAPairs {"type":"integer","min":1,"max":12}
IncompatibleParameterError {"members":{"Parameter":"Parameter r","Message":"ErrorMessage"},"error":["client",400]}
IncompatibleRegionForMultiAZ {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InputOntapVolumeType {"enum":["RW","DP"]}
IntegerNoMax {"type":"integer","min":0,"max":2147483647}
IntegerNoMaxFromNegativeOne {"type":"integer","min":-1,"max":2147483647}
IntegerRecordSizeKiB {"type":"integer","min":4,"max":4096}
InternalServerError {"members":{"Message":"ErrorMessage"},"error":["server",500]}
InvalidAccessPoint {"members":{"ErrorCode":"ErrorCode","Message":"ErrorMessage"},"error":["client",400]}
InvalidDataRepositoryType {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidDestinationKmsKey {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidExportPath {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidImportPath {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidNetworkSettings {"members":{"Message":"ErrorMessage","InvalidSubnetId":"SubnetId","InvalidSecurityGroupId":"SecurityGroupId","InvalidRouteTableId":"RouteTableId"},"error":["client",400]}
InvalidPerUnitStorageThroughput {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidRegion {"members":{"Message":"ErrorMessage"},"error":["client",400]}
InvalidRequest {"members":{"ErrorCode":"ErrorCode","Message":"ErrorMessage"},"error":["client",400]}
InvalidSourceKmsKey {"members":{"Message":"ErrorMessage"},"error":["client",400]}
Iops {"type":"long","min":0,"max":2400000}
IpAddress {"type":"string","min":1,"max":45,"pattern":"^(^((([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))$|^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\\\\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\\\\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))$)$"}
IpAddressRange {"type":"string","min":9,"max":17,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{9,17}$"}
Ipv6AddressRange {"type":"string","min":4,"max":43,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{4,43}$"}
JunctionPath {"type":"string","min":1,"max":255,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,255}$"}
KmsKeyId {"type":"string","min":1,"max":2048,"pattern":"^.{1,2048}$"}
LifecycleTransitionReason {"members":{"Message":"ErrorMessage"}}
LimitedMaxResults {"type":"integer","min":1,"max":25}
ListTagsForResourceRequest {"members":{"ResourceARN":"ResourceARN r","MaxResults":"MaxResults","NextToken":"NextToken"}}
ListTagsForResourceResponse {"members":{"Tags":"Tags","NextToken":"NextToken"}}
LustreAccessAuditLogLevel {"enum":["DISABLED","WARN_ONLY","ERROR_ONLY","WARN_ERROR"]}
LustreDeploymentType {"enum":["SCRATCH_1","SCRATCH_2","PERSISTENT_1","PERSISTENT_2"]}
LustreFileSystemConfiguration {"members":{"WeeklyMaintenanceStartTime":"WeeklyTime","DataRepositoryConfiguration":"DataRepositoryConfiguration","DeploymentType":"LustreDeploymentType","PerUnitStorageThroughput":"PerUnitStorageThroughput","MountName":"LustreFileSystemMountName","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","DriveCacheType":"DriveCacheType","DataCompressionType":"DataCompressionType","LogConfiguration":"LustreLogConfiguration","RootSquashConfiguration":"LustreRootSquashConfiguration","MetadataConfiguration":"FileSystemLustreMetadataConfiguration","EfaEnabled":"boolean","ThroughputCapacity":"ThroughputCapacityMbps","DataReadCacheConfiguration":"LustreReadCacheConfiguration"}}
LustreFileSystemMountName {"type":"string","min":1,"max":8,"pattern":"^([A-Za-z0-9_-]{1,8})$"}
LustreLogConfiguration {"members":{"Level":"LustreAccessAuditLogLevel r","Destination":"GeneralARN"}}
LustreLogCreateConfiguration {"members":{"Level":"LustreAccessAuditLogLevel r","Destination":"GeneralARN"}}
LustreNoSquashNid {"type":"string","min":11,"max":43,"pattern":"^([0-9\\\\[\\\\]\\\\-]*\\\\.){3}([0-9\\\\[\\\\]\\\\-]*)@tcp$"}
LustreNoSquashNids {"list":"LustreNoSquashNid","min":0,"max":64}
LustreReadCacheConfiguration {"members":{"SizingMode":"LustreReadCacheSizingMode","SizeGiB":"StorageCapacity"}}
LustreReadCacheSizingMode {"enum":["NO_CACHE","USER_PROVISIONED","PROPORTIONAL_TO_THROUGHPUT_CAPACITY"]}
LustreRootSquash {"type":"string","min":3,"max":21,"pattern":"^([0-9]{1,10}):([0-9]{1,10})$"}
LustreRootSquashConfiguration {"members":{"RootSquash":"LustreRootSquash","NoSquashNids":"LustreNoSquashNids"}}
MaxResults {"type":"integer","min":1,"max":2147483647}
Megabytes {"type":"integer","min":1,"max":512000}
MegabytesPerSecond {"type":"integer","min":8,"max":100000}
MetadataConfigurationMode {"enum":["AUTOMATIC","USER_PROVISIONED"]}
MetadataIops {"type":"integer","min":1500,"max":192000}
MetadataStorageCapacity {"type":"integer","min":0,"max":2147483647}
MissingFileCacheConfiguration {"members":{"Message":"ErrorMessage"},"error":["client",400]}
MissingFileSystemConfiguration {"members":{"Message":"ErrorMessage"},"error":["client",400]}
MissingVolumeConfiguration {"members":{"Message":"ErrorMessage"},"error":["client",400]}
NFSDataRepositoryConfiguration {"members":{"Version":"NfsVersion r","DnsIps":"RepositoryDnsIps","AutoExportPolicy":"AutoExportPolicy"}}
Namespace {"type":"string","min":1,"max":4096,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,4096}$"}
NetBiosAlias {"type":"string","min":1,"max":15,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,255}$"}
NetworkInterfaceId {"type":"string","min":12,"max":21,"pattern":"^(eni-[0-9a-f]{8,})$"}
NetworkInterfaceIds {"list":"NetworkInterfaceId","min":0,"max":50}
NetworkType {"enum":["IPV4","DUAL"]}
NextToken {"type":"string","min":1,"max":255,"pattern":"^(?:[A-Za-z0-9+\\\\/]{4})*(?:[A-Za-z0-9+\\\\/]{2}==|[A-Za-z0-9+\\\\/]{3}=)?$"}
NfsVersion {"enum":["NFS3"]}
NotServiceResourceError {"members":{"ResourceARN":"ResourceARN r","Message":"ErrorMessage"},"error":["client",400]}
OntapDeploymentType {"enum":["MULTI_AZ_1","SINGLE_AZ_1","SINGLE_AZ_2","MULTI_AZ_2"]}
OntapEndpointIpAddresses {"list":"IpAddress","min":1,"max":24}
OntapFileSystemConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","DailyAutomaticBackupStartTime":"DailyTime","DeploymentType":"OntapDeploymentType","EndpointIpAddressRange":"IpAddressRange","Endpoints":"FileSystemEndpoints","DiskIopsConfiguration":"DiskIopsConfiguration","PreferredSubnetId":"SubnetId","RouteTableIds":"RouteTableIds","ThroughputCapacity":"MegabytesPerSecond","WeeklyMaintenanceStartTime":"WeeklyTime","FsxAdminPassword":"AdminPassword","HAPairs":"HAPairs","ThroughputCapacityPerHAPair":"ThroughputCapacityPerHAPair","EndpointIpv6AddressRange":"Ipv6AddressRange"}}
OntapFileSystemIdentity {"members":{"Type":"OntapFileSystemUserType r","UnixUser":"OntapUnixFileSystemUser","WindowsUser":"OntapWindowsFileSystemUser"}}
OntapFileSystemUserName {"type":"string","min":1,"max":256,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,256}$"}
OntapFileSystemUserType {"enum":["UNIX","WINDOWS"]}
OntapUnixFileSystemUser {"members":{"Name":"OntapFileSystemUserName r"}}
OntapVolumeConfiguration {"members":{"FlexCacheEndpointType":"FlexCacheEndpointType","JunctionPath":"JunctionPath","SecurityStyle":"SecurityStyle","SizeInMegabytes":"VolumeCapacity","StorageEfficiencyEnabled":"boolean","StorageVirtualMachineId":"StorageVirtualMachineId","StorageVirtualMachineRoot":"boolean","TieringPolicy":"TieringPolicy","UUID":"UUID","OntapVolumeType":"OntapVolumeType","SnapshotPolicy":"SnapshotPolicy","CopyTagsToBackups":"boolean","SnaplockConfiguration":"SnaplockConfiguration","VolumeStyle":"VolumeStyle","AggregateConfiguration":"AggregateConfiguration","SizeInBytes":"VolumeCapacityBytes"}}
OntapVolumeType {"enum":["RW","DP","LS"]}
OntapWindowsFileSystemUser {"members":{"Name":"OntapFileSystemUserName r"}}
OpenZFSClientConfiguration {"members":{"Clients":"OpenZFSClients r","Options":"OpenZFSNfsExportOptions r"}}
OpenZFSClientConfigurations {"list":"OpenZFSClientConfiguration","min":0,"max":25}
OpenZFSClients {"type":"string","min":1,"max":128,"pattern":"^[ -~]{1,128}$"}
OpenZFSCopyStrategy {"enum":["CLONE","FULL_COPY","INCREMENTAL_COPY"]}
OpenZFSCreateRootVolumeConfiguration {"members":{"RecordSizeKiB":"IntegerRecordSizeKiB","DataCompressionType":"OpenZFSDataCompressionType","NfsExports":"OpenZFSNfsExports","UserAndGroupQuotas":"OpenZFSUserAndGroupQuotas","CopyTagsToSnapshots":"boolean","ReadOnly":"boolean"}}
OpenZFSDataCompressionType {"enum":["NONE","ZSTD","LZ4"]}
OpenZFSDeploymentType {"enum":["SINGLE_AZ_1","SINGLE_AZ_2","SINGLE_AZ_HA_1","SINGLE_AZ_HA_2","MULTI_AZ_1"]}
OpenZFSFileSystemConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","CopyTagsToVolumes":"boolean","DailyAutomaticBackupStartTime":"DailyTime","DeploymentType":"OpenZFSDeploymentType","ThroughputCapacity":"MegabytesPerSecond","WeeklyMaintenanceStartTime":"WeeklyTime","DiskIopsConfiguration":"DiskIopsConfiguration","RootVolumeId":"VolumeId","PreferredSubnetId":"SubnetId","EndpointIpAddressRange":"IpAddressRange","EndpointIpv6AddressRange":"Ipv6AddressRange","RouteTableIds":"RouteTableIds","EndpointIpAddress":"IpAddress","EndpointIpv6Address":"IpAddress","ReadCacheConfiguration":"OpenZFSReadCacheConfiguration"}}
OpenZFSFileSystemIdentity {"members":{"Type":"OpenZFSFileSystemUserType r","PosixUser":"OpenZFSPosixFileSystemUser"}}
OpenZFSFileSystemUserType {"enum":["POSIX"]}
OpenZFSNfsExport {"members":{"ClientConfigurations":"OpenZFSClientConfigurations r"}}
OpenZFSNfsExportOption {"type":"string","min":1,"max":128,"pattern":"^[ -~]{1,128}$"}
OpenZFSNfsExportOptions {"list":"OpenZFSNfsExportOption","min":1,"max":20}
OpenZFSNfsExports {"list":"OpenZFSNfsExport","min":0,"max":1}
OpenZFSOriginSnapshotConfiguration {"members":{"SnapshotARN":"ResourceARN","CopyStrategy":"OpenZFSCopyStrategy"}}
OpenZFSPosixFileSystemUser {"members":{"Uid":"FileSystemUID r","Gid":"FileSystemGID r","SecondaryGids":"FileSystemSecondaryGIDs"}}
OpenZFSQuotaType {"enum":["USER","GROUP"]}
OpenZFSReadCacheConfiguration {"members":{"SizingMode":"OpenZFSReadCacheSizingMode","SizeGiB":"StorageCapacity"}}
OpenZFSReadCacheSizingMode {"enum":["NO_CACHE","USER_PROVISIONED","PROPORTIONAL_TO_THROUGHPUT_CAPACITY"]}
OpenZFSUserAndGroupQuotas {"list":"OpenZFSUserOrGroupQuota","min":0,"max":500}
OpenZFSUserOrGroupQuota {"members":{"Type":"OpenZFSQuotaType r","Id":"IntegerNoMax r","StorageCapacityQuotaGiB":"IntegerNoMax r"}}
OpenZFSVolumeConfiguration {"members":{"ParentVolumeId":"VolumeId","VolumePath":"VolumePath","StorageCapacityReservationGiB":"IntegerNoMax","StorageCapacityQuotaGiB":"IntegerNoMax","RecordSizeKiB":"IntegerRecordSizeKiB","DataCompressionType":"OpenZFSDataCompressionType","CopyTagsToSnapshots":"boolean","OriginSnapshot":"OpenZFSOriginSnapshotConfiguration","ReadOnly":"boolean","NfsExports":"OpenZFSNfsExports","UserAndGroupQuotas":"OpenZFSUserAndGroupQuotas","RestoreToSnapshot":"SnapshotId","DeleteIntermediateSnaphots":"boolean","DeleteClonedVolumes":"boolean","DeleteIntermediateData":"boolean","SourceSnapshotARN":"ResourceARN","DestinationSnapshot":"SnapshotId","CopyStrategy":"OpenZFSCopyStrategy"}}
OrganizationalUnitDistinguishedName {"type":"string","min":1,"max":2000,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,2000}$"}
Parameter {"type":"string","min":1}
PerUnitStorageThroughput {"type":"integer","min":12,"max":1000}
PrivilegedDelete {"enum":["DISABLED","ENABLED","PERMANENTLY_DISABLED"]}
ProgressPercent {"type":"integer","min":0,"max":100}
Region {"type":"string","min":1,"max":20,"pattern":"^[a-z0-9-]{1,20}$"}
ReleaseConfiguration {"members":{"DurationSinceLastAccess":"DurationSinceLastAccess"}}
ReleaseFileSystemNfsV3LocksRequest {"members":{"FileSystemId":"FileSystemId r","ClientRequestToken":"ClientRequestToken t"}}
ReleaseFileSystemNfsV3LocksResponse {"members":{"FileSystem":"FileSystem"}}
RemainingTransferBytes {"type":"long","min":0}
ReportFormat {"enum":["REPORT_CSV_20191124"]}
ReportScope {"enum":["FAILED_FILES_ONLY"]}
RepositoryDnsIps {"list":"IpAddress","min":0,"max":10}
ResourceARN {"type":"string","min":8,"max":512,"pattern":"^arn:(?=[^:]+:fsx:[^:]+:\\\\d{12}:)((|(?=[a-z0-9-.]{1,63})(?!\\\\d{1,3}(\\\\.\\\\d{1,3}){3})(?![^:]*-{2})(?![^:]*-\\\\.)(?![^:]*\\\\.-)[a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$"}
ResourceDoesNotSupportTagging {"members":{"ResourceARN":"ResourceARN r","Message":"ErrorMessage"},"error":["client",400]}
ResourceNotFound {"members":{"ResourceARN":"ResourceARN r","Message":"ErrorMessage"},"error":["client",400]}
ResourceType {"enum":["FILE_SYSTEM","VOLUME"]}
RestoreOpenZFSVolumeOption {"enum":["DELETE_INTERMEDIATE_SNAPSHOTS","DELETE_CLONED_VOLUMES"]}
RestoreOpenZFSVolumeOptions {"list":"RestoreOpenZFSVolumeOption","min":0,"max":2}
RestoreVolumeFromSnapshotRequest {"members":{"ClientRequestToken":"ClientRequestToken t","VolumeId":"VolumeId r","SnapshotId":"SnapshotId r","Options":"RestoreOpenZFSVolumeOptions"}}
RestoreVolumeFromSnapshotResponse {"members":{"VolumeId":"VolumeId","Lifecycle":"VolumeLifecycle","AdministrativeActions":"AdministrativeActions"}}
RetentionPeriod {"members":{"Type":"RetentionPeriodType r","Value":"RetentionPeriodValue"}}
RetentionPeriodType {"enum":["SECONDS","MINUTES","HOURS","DAYS","MONTHS","YEARS","INFINITE","UNSPECIFIED"]}
RetentionPeriodValue {"type":"integer","min":0,"max":65535}
RouteTableId {"type":"string","min":12,"max":21,"pattern":"^(rtb-[0-9a-f]{8,})$"}
RouteTableIds {"list":"RouteTableId","min":0,"max":50}
S3AccessPoint {"members":{"ResourceARN":"GeneralARN","Alias":"S3AccessPointAlias","VpcConfiguration":"S3AccessPointVpcConfiguration"}}
S3AccessPointAlias {"type":"string","min":1,"max":63,"pattern":"^[0-9a-z\\\\\\\\-]{1,63}$"}
S3AccessPointAttachment {"members":{"Lifecycle":"S3AccessPointAttachmentLifecycle","LifecycleTransitionReason":"LifecycleTransitionReason","CreationTime":"timestamp","Name":"S3AccessPointAttachmentName","Type":"S3AccessPointAttachmentType","OpenZFSConfiguration":"S3AccessPointOpenZFSConfiguration","OntapConfiguration":"S3AccessPointOntapConfiguration","S3AccessPoint":"S3AccessPoint"}}
S3AccessPointAttachmentLifecycle {"enum":["AVAILABLE","CREATING","DELETING","UPDATING","FAILED","MISCONFIGURED"]}
S3AccessPointAttachmentName {"type":"string","min":3,"max":50,"pattern":"^(?=[a-z0-9])[a-z0-9-]{1,48}[a-z0-9]$"}
S3AccessPointAttachmentNames {"list":"S3AccessPointAttachmentName","min":0,"max":50}
S3AccessPointAttachmentNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
S3AccessPointAttachmentType {"enum":["OPENZFS","ONTAP"]}
S3AccessPointAttachments {"list":"S3AccessPointAttachment","min":0,"max":1000}
S3AccessPointAttachmentsFilter {"members":{"Name":"S3AccessPointAttachmentsFilterName","Values":"S3AccessPointAttachmentsFilterValues"}}
S3AccessPointAttachmentsFilterName {"enum":["file-system-id","volume-id","type"]}
S3AccessPointAttachmentsFilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
S3AccessPointAttachmentsFilterValues {"list":"S3AccessPointAttachmentsFilterValue","min":0,"max":20}
S3AccessPointAttachmentsFilters {"list":"S3AccessPointAttachmentsFilter","min":0,"max":2}
S3AccessPointOntapConfiguration {"members":{"VolumeId":"VolumeId","FileSystemIdentity":"OntapFileSystemIdentity"}}
S3AccessPointOpenZFSConfiguration {"members":{"VolumeId":"VolumeId","FileSystemIdentity":"OpenZFSFileSystemIdentity"}}
S3AccessPointVpcConfiguration {"members":{"VpcId":"VpcId"}}
S3DataRepositoryConfiguration {"members":{"AutoImportPolicy":"AutoImportPolicy","AutoExportPolicy":"AutoExportPolicy"}}
SecurityGroupId {"type":"string","min":11,"max":20,"pattern":"^(sg-[0-9a-f]{8,})$"}
SecurityGroupIds {"list":"SecurityGroupId","min":0,"max":50}
SecurityStyle {"enum":["UNIX","NTFS","MIXED"]}
SelfManagedActiveDirectoryAttributes {"members":{"DomainName":"ActiveDirectoryFullyQualifiedName","OrganizationalUnitDistinguishedName":"OrganizationalUnitDistinguishedName","FileSystemAdministratorsGroup":"FileSystemAdministratorsGroupName","UserName":"DirectoryUserName","DnsIps":"DnsIps","DomainJoinServiceAccountSecret":"CustomerSecretsManagerARN"}}
SelfManagedActiveDirectoryConfiguration {"members":{"DomainName":"ActiveDirectoryFullyQualifiedName r","OrganizationalUnitDistinguishedName":"OrganizationalUnitDistinguishedName","FileSystemAdministratorsGroup":"FileSystemAdministratorsGroupName","UserName":"DirectoryUserName","Password":"DirectoryPassword","DnsIps":"DnsIps r","DomainJoinServiceAccountSecret":"CustomerSecretsManagerARN"}}
SelfManagedActiveDirectoryConfigurationUpdates {"members":{"UserName":"DirectoryUserName","Password":"DirectoryPassword","DnsIps":"DnsIps","DomainName":"ActiveDirectoryFullyQualifiedName","OrganizationalUnitDistinguishedName":"OrganizationalUnitDistinguishedName","FileSystemAdministratorsGroup":"FileSystemAdministratorsGroupName","DomainJoinServiceAccountSecret":"CustomerSecretsManagerARN"}}
ServiceLimit {"enum":["FILE_SYSTEM_COUNT","TOTAL_THROUGHPUT_CAPACITY","TOTAL_STORAGE","TOTAL_USER_INITIATED_BACKUPS","TOTAL_USER_TAGS","TOTAL_IN_PROGRESS_COPY_BACKUPS","STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM","VOLUMES_PER_FILE_SYSTEM","TOTAL_SSD_IOPS","FILE_CACHE_COUNT"]}
ServiceLimitExceeded {"members":{"Limit":"ServiceLimit r","Message":"ErrorMessage"},"error":["client",400]}
SizeInBytes {"type":"long","min":0}
SnaplockConfiguration {"members":{"AuditLogVolume":"boolean","AutocommitPeriod":"AutocommitPeriod","PrivilegedDelete":"PrivilegedDelete","RetentionPeriod":"SnaplockRetentionPeriod","SnaplockType":"SnaplockType","VolumeAppendModeEnabled":"boolean"}}
SnaplockRetentionPeriod {"members":{"DefaultRetention":"RetentionPeriod r","MinimumRetention":"RetentionPeriod r","MaximumRetention":"RetentionPeriod r"}}
SnaplockType {"enum":["COMPLIANCE","ENTERPRISE"]}
Snapshot {"members":{"ResourceARN":"ResourceARN","SnapshotId":"SnapshotId","Name":"SnapshotName","VolumeId":"VolumeId","CreationTime":"timestamp","Lifecycle":"SnapshotLifecycle","LifecycleTransitionReason":"LifecycleTransitionReason","Tags":"Tags","AdministrativeActions":"AdministrativeActions"}}
SnapshotFilter {"members":{"Name":"SnapshotFilterName","Values":"SnapshotFilterValues"}}
SnapshotFilterName {"enum":["file-system-id","volume-id"]}
SnapshotFilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
SnapshotFilterValues {"list":"SnapshotFilterValue","min":0,"max":20}
SnapshotFilters {"list":"SnapshotFilter","min":0,"max":2}
SnapshotId {"type":"string","min":11,"max":28,"pattern":"^((fs)?volsnap-[0-9a-f]{8,})$"}
SnapshotIds {"list":"SnapshotId","min":0,"max":50}
SnapshotLifecycle {"enum":["PENDING","CREATING","DELETING","AVAILABLE"]}
SnapshotName {"type":"string","min":1,"max":203,"pattern":"^[a-zA-Z0-9_:.-]{1,203}$"}
SnapshotNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
SnapshotPolicy {"type":"string","min":1,"max":255}
Snapshots {"list":"Snapshot","min":0,"max":50}
SourceBackupId {"type":"string","min":12,"max":128,"pattern":"^(backup-[0-9a-f]{8,})$"}
SourceBackupUnavailable {"members":{"Message":"ErrorMessage","BackupId":"BackupId"},"error":["client",400]}
StartMisconfiguredStateRecoveryRequest {"members":{"ClientRequestToken":"ClientRequestToken t","FileSystemId":"FileSystemId r"}}
StartMisconfiguredStateRecoveryResponse {"members":{"FileSystem":"FileSystem"}}
Status {"enum":["FAILED","IN_PROGRESS","PENDING","COMPLETED","UPDATED_OPTIMIZING","OPTIMIZING","PAUSED","CANCELLED"]}
StorageCapacity {"type":"integer","min":0,"max":2147483647}
StorageType {"enum":["SSD","HDD","INTELLIGENT_TIERING"]}
StorageVirtualMachine {"members":{"ActiveDirectoryConfiguration":"SvmActiveDirectoryConfiguration","CreationTime":"timestamp","Endpoints":"SvmEndpoints","FileSystemId":"FileSystemId","Lifecycle":"StorageVirtualMachineLifecycle","Name":"StorageVirtualMachineName","ResourceARN":"ResourceARN","StorageVirtualMachineId":"StorageVirtualMachineId","Subtype":"StorageVirtualMachineSubtype","UUID":"UUID","Tags":"Tags","LifecycleTransitionReason":"LifecycleTransitionReason","RootVolumeSecurityStyle":"StorageVirtualMachineRootVolumeSecurityStyle"}}
StorageVirtualMachineFilter {"members":{"Name":"StorageVirtualMachineFilterName","Values":"StorageVirtualMachineFilterValues"}}
StorageVirtualMachineFilterName {"enum":["file-system-id"]}
StorageVirtualMachineFilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
StorageVirtualMachineFilterValues {"list":"StorageVirtualMachineFilterValue","min":0,"max":20}
StorageVirtualMachineFilters {"list":"StorageVirtualMachineFilter","min":0,"max":1}
StorageVirtualMachineId {"type":"string","min":21,"max":21,"pattern":"^(svm-[0-9a-f]{17,})$"}
StorageVirtualMachineIds {"list":"StorageVirtualMachineId","min":0,"max":50}
StorageVirtualMachineLifecycle {"enum":["CREATED","CREATING","DELETING","FAILED","MISCONFIGURED","PENDING"]}
StorageVirtualMachineName {"type":"string","min":1,"max":47,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,47}$"}
StorageVirtualMachineNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
StorageVirtualMachineRootVolumeSecurityStyle {"enum":["UNIX","NTFS","MIXED"]}
StorageVirtualMachineSubtype {"enum":["DEFAULT","DP_DESTINATION","SYNC_DESTINATION","SYNC_SOURCE"]}
StorageVirtualMachines {"list":"StorageVirtualMachine","min":0,"max":50}
SubDirectoriesPaths {"list":"Namespace","min":0,"max":500}
SubnetId {"type":"string","min":15,"max":24,"pattern":"^(subnet-[0-9a-f]{8,})$"}
SubnetIds {"list":"SubnetId","min":0,"max":50}
SvmActiveDirectoryConfiguration {"members":{"NetBiosName":"NetBiosAlias","SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryAttributes"}}
SvmEndpoint {"members":{"DNSName":"DNSName","IpAddresses":"OntapEndpointIpAddresses","Ipv6Addresses":"OntapEndpointIpAddresses"}}
SvmEndpoints {"members":{"Iscsi":"SvmEndpoint","Management":"SvmEndpoint","Nfs":"SvmEndpoint","Smb":"SvmEndpoint"}}
Tag {"members":{"Key":"TagKey r","Value":"TagValue r"}}
TagKey {"type":"string","min":1,"max":128,"pattern":"^([\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]*)$"}
TagKeys {"list":"TagKey","min":1,"max":50}
TagResourceRequest {"members":{"ResourceARN":"ResourceARN r","Tags":"Tags r"}}
TagResourceResponse {"members":{}}
TagValue {"type":"string","min":0,"max":256,"pattern":"^([\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]*)$"}
Tags {"list":"Tag","min":1,"max":50}
TaskId {"type":"string","min":12,"max":128,"pattern":"^(task-[0-9a-f]{17,})$"}
TaskIds {"list":"TaskId","min":0,"max":50}
ThroughputCapacityMbps {"type":"integer","min":4000,"max":2000000}
ThroughputCapacityPerHAPair {"type":"integer","min":128,"max":6144}
TieringPolicy {"members":{"CoolingPeriod":"CoolingPeriod","Name":"TieringPolicyName"}}
TieringPolicyName {"enum":["SNAPSHOT_ONLY","AUTO","ALL","NONE"]}
TooManyAccessPoints {"members":{"ErrorCode":"ErrorCode","Message":"ErrorMessage"},"error":["client",400]}
TotalConstituents {"type":"integer","min":1,"max":200}
TotalTransferBytes {"type":"long","min":0}
UUID {"type":"string","min":0,"max":36,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,36}$"}
Unit {"enum":["DAYS"]}
UnsupportedOperation {"members":{"Message":"ErrorMessage"},"error":["client",400]}
UntagResourceRequest {"members":{"ResourceARN":"ResourceARN r","TagKeys":"TagKeys r"}}
UntagResourceResponse {"members":{}}
UpdateDataRepositoryAssociationRequest {"members":{"AssociationId":"DataRepositoryAssociationId r","ClientRequestToken":"ClientRequestToken t","ImportedFileChunkSize":"Megabytes","S3":"S3DataRepositoryConfiguration"}}
UpdateDataRepositoryAssociationResponse {"members":{"Association":"DataRepositoryAssociation"}}
UpdateFileCacheLustreConfiguration {"members":{"WeeklyMaintenanceStartTime":"WeeklyTime"}}
UpdateFileCacheRequest {"members":{"FileCacheId":"FileCacheId r","ClientRequestToken":"ClientRequestToken t","LustreConfiguration":"UpdateFileCacheLustreConfiguration"}}
UpdateFileCacheResponse {"members":{"FileCache":"FileCache"}}
UpdateFileSystemLustreConfiguration {"members":{"WeeklyMaintenanceStartTime":"WeeklyTime","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","AutoImportPolicy":"AutoImportPolicyType","DataCompressionType":"DataCompressionType","LogConfiguration":"LustreLogCreateConfiguration","RootSquashConfiguration":"LustreRootSquashConfiguration","PerUnitStorageThroughput":"PerUnitStorageThroughput","MetadataConfiguration":"UpdateFileSystemLustreMetadataConfiguration","ThroughputCapacity":"ThroughputCapacityMbps","DataReadCacheConfiguration":"LustreReadCacheConfiguration"}}
UpdateFileSystemLustreMetadataConfiguration {"members":{"Iops":"MetadataIops","Mode":"MetadataConfigurationMode"}}
UpdateFileSystemOntapConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","DailyAutomaticBackupStartTime":"DailyTime","FsxAdminPassword":"AdminPassword","WeeklyMaintenanceStartTime":"WeeklyTime","DiskIopsConfiguration":"DiskIopsConfiguration","ThroughputCapacity":"MegabytesPerSecond","AddRouteTableIds":"RouteTableIds","RemoveRouteTableIds":"RouteTableIds","ThroughputCapacityPerHAPair":"ThroughputCapacityPerHAPair","HAPairs":"HAPairs","EndpointIpv6AddressRange":"Ipv6AddressRange"}}
UpdateFileSystemOpenZFSConfiguration {"members":{"AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","CopyTagsToVolumes":"boolean","DailyAutomaticBackupStartTime":"DailyTime","ThroughputCapacity":"MegabytesPerSecond","WeeklyMaintenanceStartTime":"WeeklyTime","DiskIopsConfiguration":"DiskIopsConfiguration","AddRouteTableIds":"RouteTableIds","RemoveRouteTableIds":"RouteTableIds","ReadCacheConfiguration":"OpenZFSReadCacheConfiguration","EndpointIpv6AddressRange":"Ipv6AddressRange"}}
UpdateFileSystemRequest {"members":{"FileSystemId":"FileSystemId r","ClientRequestToken":"ClientRequestToken t","StorageCapacity":"StorageCapacity","WindowsConfiguration":"UpdateFileSystemWindowsConfiguration","LustreConfiguration":"UpdateFileSystemLustreConfiguration","OntapConfiguration":"UpdateFileSystemOntapConfiguration","OpenZFSConfiguration":"UpdateFileSystemOpenZFSConfiguration","StorageType":"StorageType","FileSystemTypeVersion":"FileSystemTypeVersion","NetworkType":"NetworkType"}}
UpdateFileSystemResponse {"members":{"FileSystem":"FileSystem"}}
UpdateFileSystemWindowsConfiguration {"members":{"WeeklyMaintenanceStartTime":"WeeklyTime","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","ThroughputCapacity":"MegabytesPerSecond","SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryConfigurationUpdates","AuditLogConfiguration":"WindowsAuditLogCreateConfiguration","DiskIopsConfiguration":"DiskIopsConfiguration","FsrmConfiguration":"WindowsFsrmConfiguration"}}
UpdateOntapVolumeConfiguration {"members":{"JunctionPath":"JunctionPath","SecurityStyle":"SecurityStyle","SizeInMegabytes":"VolumeCapacity","StorageEfficiencyEnabled":"boolean","TieringPolicy":"TieringPolicy","SnapshotPolicy":"SnapshotPolicy","CopyTagsToBackups":"boolean","SnaplockConfiguration":"UpdateSnaplockConfiguration","SizeInBytes":"VolumeCapacityBytes"}}
UpdateOpenZFSVolumeConfiguration {"members":{"StorageCapacityReservationGiB":"IntegerNoMaxFromNegativeOne","StorageCapacityQuotaGiB":"IntegerNoMaxFromNegativeOne","RecordSizeKiB":"IntegerRecordSizeKiB","DataCompressionType":"OpenZFSDataCompressionType","NfsExports":"OpenZFSNfsExports","UserAndGroupQuotas":"OpenZFSUserAndGroupQuotas","ReadOnly":"boolean"}}
UpdateOpenZFSVolumeOption {"enum":["DELETE_INTERMEDIATE_SNAPSHOTS","DELETE_CLONED_VOLUMES","DELETE_INTERMEDIATE_DATA"]}
UpdateOpenZFSVolumeOptions {"list":"UpdateOpenZFSVolumeOption"}
UpdateSharedVpcConfigurationRequest {"members":{"EnableFsxRouteTableUpdatesFromParticipantAccounts":"VerboseFlag","ClientRequestToken":"ClientRequestToken t"}}
UpdateSharedVpcConfigurationResponse {"members":{"EnableFsxRouteTableUpdatesFromParticipantAccounts":"VerboseFlag"}}
UpdateSnaplockConfiguration {"members":{"AuditLogVolume":"boolean","AutocommitPeriod":"AutocommitPeriod","PrivilegedDelete":"PrivilegedDelete","RetentionPeriod":"SnaplockRetentionPeriod","VolumeAppendModeEnabled":"boolean"}}
UpdateSnapshotRequest {"members":{"ClientRequestToken":"ClientRequestToken t","Name":"SnapshotName r","SnapshotId":"SnapshotId r"}}
UpdateSnapshotResponse {"members":{"Snapshot":"Snapshot"}}
UpdateStorageVirtualMachineRequest {"members":{"ActiveDirectoryConfiguration":"UpdateSvmActiveDirectoryConfiguration","ClientRequestToken":"ClientRequestToken t","StorageVirtualMachineId":"StorageVirtualMachineId r","SvmAdminPassword":"AdminPassword"}}
UpdateStorageVirtualMachineResponse {"members":{"StorageVirtualMachine":"StorageVirtualMachine"}}
UpdateSvmActiveDirectoryConfiguration {"members":{"SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryConfigurationUpdates","NetBiosName":"NetBiosAlias"}}
UpdateVolumeRequest {"members":{"ClientRequestToken":"ClientRequestToken t","VolumeId":"VolumeId r","OntapConfiguration":"UpdateOntapVolumeConfiguration","Name":"VolumeName","OpenZFSConfiguration":"UpdateOpenZFSVolumeConfiguration"}}
UpdateVolumeResponse {"members":{"Volume":"Volume"}}
Value {"type":"long","min":0}
VerboseFlag {"type":"string","min":4,"max":5,"pattern":"^(?i)(true|false)$"}
Volume {"members":{"CreationTime":"timestamp","FileSystemId":"FileSystemId","Lifecycle":"VolumeLifecycle","Name":"VolumeName","OntapConfiguration":"OntapVolumeConfiguration","ResourceARN":"ResourceARN","Tags":"Tags","VolumeId":"VolumeId","VolumeType":"VolumeType","LifecycleTransitionReason":"LifecycleTransitionReason","AdministrativeActions":"AdministrativeActions","OpenZFSConfiguration":"OpenZFSVolumeConfiguration"}}
VolumeCapacity {"type":"integer","min":0,"max":2147483647}
VolumeCapacityBytes {"type":"long","min":0,"max":22517998000000000}
VolumeFilter {"members":{"Name":"VolumeFilterName","Values":"VolumeFilterValues"}}
VolumeFilterName {"enum":["file-system-id","storage-virtual-machine-id"]}
VolumeFilterValue {"type":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z\\\\*\\\\.\\\\\\\\/\\\\?\\\\-\\\\_]*$"}
VolumeFilterValues {"list":"VolumeFilterValue","min":0,"max":20}
VolumeFilters {"list":"VolumeFilter","min":0,"max":2}
VolumeId {"type":"string","min":23,"max":23,"pattern":"^(fsvol-[0-9a-f]{17,})$"}
VolumeIds {"list":"VolumeId","min":0,"max":50}
VolumeLifecycle {"enum":["CREATING","CREATED","DELETING","FAILED","MISCONFIGURED","PENDING","AVAILABLE"]}
VolumeName {"type":"string","min":1,"max":203,"pattern":"^[^\\\\u0000\\\\u0085\\\\u2028\\\\u2029\\\\r\\\\n]{1,203}$"}
VolumeNotFound {"members":{"Message":"ErrorMessage"},"error":["client",400]}
VolumePath {"type":"string","min":1,"max":2048,"pattern":"^[A-za-z0-9\\\\_\\\\.\\\\:\\\\-\\\\/]*$"}
VolumeStyle {"enum":["FLEXVOL","FLEXGROUP"]}
VolumeType {"enum":["ONTAP","OPENZFS"]}
Volumes {"list":"Volume","min":0,"max":50}
VpcId {"type":"string","min":12,"max":21,"pattern":"^(vpc-[0-9a-f]{8,})$"}
WeeklyTime {"type":"string","min":7,"max":7,"pattern":"^[1-7]:([01]\\\\d|2[0-3]):?([0-5]\\\\d)$"}
WindowsAccessAuditLogLevel {"enum":["DISABLED","SUCCESS_ONLY","FAILURE_ONLY","SUCCESS_AND_FAILURE"]}
WindowsAuditLogConfiguration {"members":{"FileAccessAuditLogLevel":"WindowsAccessAuditLogLevel r","FileShareAccessAuditLogLevel":"WindowsAccessAuditLogLevel r","AuditLogDestination":"GeneralARN"}}
WindowsAuditLogCreateConfiguration {"members":{"FileAccessAuditLogLevel":"WindowsAccessAuditLogLevel r","FileShareAccessAuditLogLevel":"WindowsAccessAuditLogLevel r","AuditLogDestination":"GeneralARN"}}
WindowsDeploymentType {"enum":["MULTI_AZ_1","SINGLE_AZ_1","SINGLE_AZ_2"]}
WindowsFileSystemConfiguration {"members":{"ActiveDirectoryId":"DirectoryId","SelfManagedActiveDirectoryConfiguration":"SelfManagedActiveDirectoryAttributes","DeploymentType":"WindowsDeploymentType","RemoteAdministrationEndpoint":"DNSName","PreferredSubnetId":"SubnetId","PreferredFileServerIp":"IpAddress","ThroughputCapacity":"MegabytesPerSecond","MaintenanceOperationsInProgress":"FileSystemMaintenanceOperations","WeeklyMaintenanceStartTime":"WeeklyTime","DailyAutomaticBackupStartTime":"DailyTime","AutomaticBackupRetentionDays":"AutomaticBackupRetentionDays","CopyTagsToBackups":"boolean","Aliases":"Aliases","AuditLogConfiguration":"WindowsAuditLogConfiguration","DiskIopsConfiguration":"DiskIopsConfiguration","PreferredFileServerIpv6":"IpAddress","FsrmConfiguration":"WindowsFsrmConfiguration"}}
WindowsFsrmConfiguration {"members":{"FsrmServiceEnabled":"boolean r","EventLogDestination":"GeneralARN"}}`;
