// Generated from efs-2015-02-01.json of github.com/aws/api-models-aws; do not edit.
// To update it: npx tsx scripts/generate-model.ts --models <directory of the Smithy models>

/** A table in the format of `../table-format`: text, so that nothing is parsed when it is loaded. */
export const efsTable = `{"sdkId":"EFS","apiVersion":"2015-02-01","namespace":"com.amazonaws.efs","endpointPrefix":"elasticfilesystem","signingName":"elasticfilesystem","protocol":"restJson1"}
CreateAccessPoint ["POST /2015-02-01/access-points 200","CreateAccessPointRequest","AccessPointDescription","AccessPointAlreadyExists AccessPointLimitExceeded BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError ThrottlingException"]
CreateFileSystem ["POST /2015-02-01/file-systems 201","CreateFileSystemRequest","FileSystemDescription","BadRequest FileSystemAlreadyExists FileSystemLimitExceeded InsufficientThroughputCapacity InternalServerError ThroughputLimitExceeded UnsupportedAvailabilityZone"]
CreateMountTarget ["POST /2015-02-01/mount-targets 200","CreateMountTargetRequest","MountTargetDescription","AvailabilityZonesMismatch BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError IpAddressInUse MountTargetConflict NetworkInterfaceLimitExceeded NoFreeAddressesInSubnet SecurityGroupLimitExceeded SecurityGroupNotFound SubnetNotFound UnsupportedAvailabilityZone"]
CreateReplicationConfiguration ["POST /2015-02-01/file-systems/{SourceFileSystemId}/replication-configuration 200","CreateReplicationConfigurationRequest","ReplicationConfigurationDescription","BadRequest ConflictException FileSystemLimitExceeded FileSystemNotFound IncorrectFileSystemLifeCycleState InsufficientThroughputCapacity InternalServerError ReplicationNotFound ThroughputLimitExceeded UnsupportedAvailabilityZone ValidationException"]
CreateTags ["POST /2015-02-01/create-tags/{FileSystemId} 204","CreateTagsRequest","","BadRequest FileSystemNotFound InternalServerError"]
DeleteAccessPoint ["DELETE /2015-02-01/access-points/{AccessPointId} 204","DeleteAccessPointRequest","","AccessPointNotFound BadRequest InternalServerError"]
DeleteFileSystem ["DELETE /2015-02-01/file-systems/{FileSystemId} 204","DeleteFileSystemRequest","","BadRequest FileSystemInUse FileSystemNotFound InternalServerError"]
DeleteFileSystemPolicy ["DELETE /2015-02-01/file-systems/{FileSystemId}/policy 200","DeleteFileSystemPolicyRequest","","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError"]
DeleteMountTarget ["DELETE /2015-02-01/mount-targets/{MountTargetId} 204","DeleteMountTargetRequest","","BadRequest DependencyTimeout InternalServerError MountTargetNotFound"]
DeleteReplicationConfiguration ["DELETE /2015-02-01/file-systems/{SourceFileSystemId}/replication-configuration 204","DeleteReplicationConfigurationRequest","","BadRequest FileSystemNotFound InternalServerError ReplicationNotFound"]
DeleteTags ["POST /2015-02-01/delete-tags/{FileSystemId} 204","DeleteTagsRequest","","BadRequest FileSystemNotFound InternalServerError"]
DescribeAccessPoints ["GET /2015-02-01/access-points 200","DescribeAccessPointsRequest","DescribeAccessPointsResponse","AccessPointNotFound BadRequest FileSystemNotFound InternalServerError",["NextToken","NextToken","MaxResults","AccessPoints"]]
DescribeAccountPreferences ["GET /2015-02-01/account-preferences 200","DescribeAccountPreferencesRequest","DescribeAccountPreferencesResponse","InternalServerError"]
DescribeBackupPolicy ["GET /2015-02-01/file-systems/{FileSystemId}/backup-policy 200","DescribeBackupPolicyRequest","BackupPolicyDescription","BadRequest FileSystemNotFound InternalServerError PolicyNotFound ValidationException"]
DescribeFileSystemPolicy ["GET /2015-02-01/file-systems/{FileSystemId}/policy 200","DescribeFileSystemPolicyRequest","FileSystemPolicyDescription","BadRequest FileSystemNotFound InternalServerError PolicyNotFound"]
DescribeFileSystems ["GET /2015-02-01/file-systems 200","DescribeFileSystemsRequest","DescribeFileSystemsResponse","BadRequest FileSystemNotFound InternalServerError",["Marker","NextMarker","MaxItems","FileSystems"]]
DescribeLifecycleConfiguration ["GET /2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration 200","DescribeLifecycleConfigurationRequest","LifecycleConfigurationDescription","BadRequest FileSystemNotFound InternalServerError"]
DescribeMountTargetSecurityGroups ["GET /2015-02-01/mount-targets/{MountTargetId}/security-groups 200","DescribeMountTargetSecurityGroupsRequest","DescribeMountTargetSecurityGroupsResponse","BadRequest IncorrectMountTargetState InternalServerError MountTargetNotFound"]
DescribeMountTargets ["GET /2015-02-01/mount-targets 200","DescribeMountTargetsRequest","DescribeMountTargetsResponse","AccessPointNotFound BadRequest FileSystemNotFound InternalServerError MountTargetNotFound",["Marker","NextMarker","MaxItems","MountTargets"]]
DescribeReplicationConfigurations ["GET /2015-02-01/file-systems/replication-configurations 200","DescribeReplicationConfigurationsRequest","DescribeReplicationConfigurationsResponse","BadRequest FileSystemNotFound InternalServerError ReplicationNotFound ValidationException",["NextToken","NextToken","MaxResults","Replications"]]
DescribeTags ["GET /2015-02-01/tags/{FileSystemId} 200","DescribeTagsRequest","DescribeTagsResponse","BadRequest FileSystemNotFound InternalServerError",["Marker","NextMarker","MaxItems","Tags"]]
ListTagsForResource ["GET /2015-02-01/resource-tags/{ResourceId} 200","ListTagsForResourceRequest","ListTagsForResourceResponse","AccessPointNotFound BadRequest FileSystemNotFound InternalServerError",["NextToken","NextToken","MaxResults","Tags"]]
ModifyMountTargetSecurityGroups ["PUT /2015-02-01/mount-targets/{MountTargetId}/security-groups 204","ModifyMountTargetSecurityGroupsRequest","","BadRequest IncorrectMountTargetState InternalServerError MountTargetNotFound SecurityGroupLimitExceeded SecurityGroupNotFound"]
PutAccountPreferences ["PUT /2015-02-01/account-preferences 200","PutAccountPreferencesRequest","PutAccountPreferencesResponse","BadRequest InternalServerError"]
PutBackupPolicy ["PUT /2015-02-01/file-systems/{FileSystemId}/backup-policy 200","PutBackupPolicyRequest","BackupPolicyDescription","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError ValidationException"]
PutFileSystemPolicy ["PUT /2015-02-01/file-systems/{FileSystemId}/policy 200","PutFileSystemPolicyRequest","FileSystemPolicyDescription","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError InvalidPolicyException"]
PutLifecycleConfiguration ["PUT /2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration 200","PutLifecycleConfigurationRequest","LifecycleConfigurationDescription","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InternalServerError"]
TagResource ["POST /2015-02-01/resource-tags/{ResourceId} 200","TagResourceRequest","","AccessPointNotFound BadRequest FileSystemNotFound InternalServerError"]
UntagResource ["DELETE /2015-02-01/resource-tags/{ResourceId} 200","UntagResourceRequest","","AccessPointNotFound BadRequest FileSystemNotFound InternalServerError"]
UpdateFileSystem ["PUT /2015-02-01/file-systems/{FileSystemId} 202","UpdateFileSystemRequest","FileSystemDescription","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InsufficientThroughputCapacity InternalServerError ThroughputLimitExceeded TooManyRequests"]
UpdateFileSystemProtection ["PUT /2015-02-01/file-systems/{FileSystemId}/protection 200","UpdateFileSystemProtectionRequest","FileSystemProtectionDescription","BadRequest FileSystemNotFound IncorrectFileSystemLifeCycleState InsufficientThroughputCapacity InternalServerError ReplicationAlreadyExists ThroughputLimitExceeded TooManyRequests"]

AccessPointAlreadyExists {"members":{"ErrorCode":"ErrorCode r","Message":"string","AccessPointId":"AccessPointId r"},"error":["client",409]}
AccessPointArn {"type":"string","min":0,"max":128,"pattern":"^arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:access-point/fsap-[0-9a-f]{8,40}$"}
AccessPointDescription {"members":{"ClientToken":"ClientToken","Name":"string","Tags":"Tags","AccessPointId":"AccessPointId","AccessPointArn":"AccessPointArn","FileSystemId":"FileSystemId","PosixUser":"PosixUser","RootDirectory":"RootDirectory","OwnerId":"AwsAccountId","LifeCycleState":"LifeCycleState"}}
AccessPointDescriptions {"list":"AccessPointDescription"}
AccessPointId {"type":"string","min":0,"max":128,"pattern":"^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:access-point/fsap-[0-9a-f]{8,40}|fsap-[0-9a-f]{8,40})$"}
AccessPointLimitExceeded {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",403]}
AccessPointNotFound {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",404]}
AvailabilityZoneName {"type":"string","min":1,"max":64,"pattern":"^.+$"}
AvailabilityZonesMismatch {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",400]}
AwsAccountId {"type":"string","min":0,"max":14,"pattern":"^(\\\\d{12})|(\\\\d{4}-\\\\d{4}-\\\\d{4})$"}
BackupPolicy {"members":{"Status":"Status r"}}
BackupPolicyDescription {"members":{"BackupPolicy":"BackupPolicy"}}
BadRequest {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
ClientToken {"type":"string","min":1,"max":64,"pattern":"^.+$"}
ConflictException {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",409]}
CreateAccessPointRequest {"members":{"ClientToken":"ClientToken rt","Tags":"Tags","FileSystemId":"FileSystemId r","PosixUser":"PosixUser","RootDirectory":"RootDirectory"}}
CreateFileSystemRequest {"members":{"CreationToken":"CreationToken rt","PerformanceMode":"PerformanceMode","Encrypted":"boolean","KmsKeyId":"KmsKeyId","ThroughputMode":"ThroughputMode","ProvisionedThroughputInMibps":"ProvisionedThroughputInMibps","AvailabilityZoneName":"AvailabilityZoneName","Backup":"boolean","Tags":"Tags"}}
CreateMountTargetRequest {"members":{"FileSystemId":"FileSystemId r","SubnetId":"SubnetId r","IpAddress":"IpAddress","Ipv6Address":"Ipv6Address","IpAddressType":"IpAddressType","SecurityGroups":"SecurityGroups"}}
CreateReplicationConfigurationRequest {"members":{"SourceFileSystemId":"FileSystemId rl","Destinations":"DestinationsToCreate r"}}
CreateTagsRequest {"members":{"FileSystemId":"FileSystemId rl","Tags":"Tags r"}}
CreationInfo {"members":{"OwnerUid":"OwnerUid r","OwnerGid":"OwnerGid r","Permissions":"Permissions r"}}
CreationToken {"type":"string","min":1,"max":64,"pattern":"^.+$"}
DeleteAccessPointRequest {"members":{"AccessPointId":"AccessPointId rl"}}
DeleteFileSystemPolicyRequest {"members":{"FileSystemId":"FileSystemId rl"}}
DeleteFileSystemRequest {"members":{"FileSystemId":"FileSystemId rl"}}
DeleteMountTargetRequest {"members":{"MountTargetId":"MountTargetId rl"}}
DeleteReplicationConfigurationRequest {"members":{"SourceFileSystemId":"FileSystemId rl","DeletionMode":"DeletionMode q deletionMode"}}
DeleteTagsRequest {"members":{"FileSystemId":"FileSystemId rl","TagKeys":"TagKeys r"}}
DeletionMode {"enum":["ALL_CONFIGURATIONS","LOCAL_CONFIGURATION_ONLY"]}
DependencyTimeout {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["server",504]}
DescribeAccessPointsRequest {"members":{"MaxResults":"MaxResults q MaxResults","NextToken":"Token q NextToken","AccessPointId":"AccessPointId q AccessPointId","FileSystemId":"FileSystemId q FileSystemId"}}
DescribeAccessPointsResponse {"members":{"AccessPoints":"AccessPointDescriptions","NextToken":"Token"}}
DescribeAccountPreferencesRequest {"members":{"NextToken":"Token","MaxResults":"MaxResults"}}
DescribeAccountPreferencesResponse {"members":{"ResourceIdPreference":"ResourceIdPreference","NextToken":"Token"}}
DescribeBackupPolicyRequest {"members":{"FileSystemId":"FileSystemId rl"}}
DescribeFileSystemPolicyRequest {"members":{"FileSystemId":"FileSystemId rl"}}
DescribeFileSystemsRequest {"members":{"MaxItems":"MaxItems q MaxItems","Marker":"Marker q Marker","CreationToken":"CreationToken q CreationToken","FileSystemId":"FileSystemId q FileSystemId"}}
DescribeFileSystemsResponse {"members":{"Marker":"Marker","FileSystems":"FileSystemDescriptions","NextMarker":"Marker"}}
DescribeLifecycleConfigurationRequest {"members":{"FileSystemId":"FileSystemId rl"}}
DescribeMountTargetSecurityGroupsRequest {"members":{"MountTargetId":"MountTargetId rl"}}
DescribeMountTargetSecurityGroupsResponse {"members":{"SecurityGroups":"SecurityGroups r"}}
DescribeMountTargetsRequest {"members":{"MaxItems":"MaxItems q MaxItems","Marker":"Marker q Marker","FileSystemId":"FileSystemId q FileSystemId","MountTargetId":"MountTargetId q MountTargetId","AccessPointId":"AccessPointId q AccessPointId"}}
DescribeMountTargetsResponse {"members":{"Marker":"Marker","MountTargets":"MountTargetDescriptions","NextMarker":"Marker"}}
DescribeReplicationConfigurationsRequest {"members":{"FileSystemId":"FileSystemId q FileSystemId","NextToken":"Token q NextToken","MaxResults":"MaxResults q MaxResults"}}
DescribeReplicationConfigurationsResponse {"members":{"Replications":"ReplicationConfigurationDescriptions","NextToken":"Token"}}
DescribeTagsRequest {"members":{"MaxItems":"MaxItems q MaxItems","Marker":"Marker q Marker","FileSystemId":"FileSystemId rl"}}
DescribeTagsResponse {"members":{"Marker":"Marker","Tags":"Tags r","NextMarker":"Marker"}}
Destination {"members":{"Status":"ReplicationStatus r","FileSystemId":"FileSystemId r","Region":"RegionName r","LastReplicatedTimestamp":"timestamp","OwnerId":"AwsAccountId","StatusMessage":"string","RoleArn":"RoleArn"}}
DestinationToCreate {"members":{"Region":"RegionName","AvailabilityZoneName":"AvailabilityZoneName","KmsKeyId":"KmsKeyId","FileSystemId":"FileSystemId","RoleArn":"RoleArn"}}
Destinations {"list":"Destination"}
DestinationsToCreate {"list":"DestinationToCreate"}
ErrorCode {"type":"string","min":1}
FileSystemAlreadyExists {"members":{"ErrorCode":"ErrorCode r","Message":"string","FileSystemId":"FileSystemId r"},"error":["client",409]}
FileSystemDescription {"members":{"OwnerId":"AwsAccountId r","CreationToken":"CreationToken r","FileSystemId":"FileSystemId r","FileSystemArn":"string","CreationTime":"timestamp r","LifeCycleState":"LifeCycleState r","Name":"TagValue","NumberOfMountTargets":"MountTargetCount r","SizeInBytes":"FileSystemSize r","PerformanceMode":"PerformanceMode r","Encrypted":"boolean","KmsKeyId":"KmsKeyId","ThroughputMode":"ThroughputMode","ProvisionedThroughputInMibps":"ProvisionedThroughputInMibps","AvailabilityZoneName":"AvailabilityZoneName","AvailabilityZoneId":"string","Tags":"Tags r","FileSystemProtection":"FileSystemProtectionDescription"}}
FileSystemDescriptions {"list":"FileSystemDescription"}
FileSystemId {"type":"string","min":0,"max":128,"pattern":"^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$"}
FileSystemInUse {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
FileSystemLimitExceeded {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",403]}
FileSystemNotFound {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",404]}
FileSystemNullableSizeValue {"type":"long","min":0}
FileSystemPolicyDescription {"members":{"FileSystemId":"FileSystemId","Policy":"Policy"}}
FileSystemProtectionDescription {"members":{"ReplicationOverwriteProtection":"ReplicationOverwriteProtection"}}
FileSystemSize {"members":{"Value":"FileSystemSizeValue r","Timestamp":"timestamp","ValueInIA":"FileSystemNullableSizeValue","ValueInStandard":"FileSystemNullableSizeValue","ValueInArchive":"FileSystemNullableSizeValue"}}
FileSystemSizeValue {"type":"long","min":0}
Gid {"type":"long","min":0,"max":4294967295}
IncorrectFileSystemLifeCycleState {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
IncorrectMountTargetState {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
InsufficientThroughputCapacity {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["server",503]}
InternalServerError {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["server",500]}
InvalidPolicyException {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",400]}
IpAddress {"type":"string","min":7,"max":15,"pattern":"^[0-9]{1,3}\\\\.[0-9]{1,3}\\\\.[0-9]{1,3}\\\\.[0-9]{1,3}$"}
IpAddressInUse {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
IpAddressType {"enum":["IPV4_ONLY","IPV6_ONLY","DUAL_STACK"]}
Ipv6Address {"type":"string","min":3,"max":39}
KmsKeyId {"type":"string","min":0,"max":2048,"pattern":"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|(arn:aws[-a-z]*:kms:[a-z0-9-]+:\\\\d{12}:((key/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(key/mrk-[0-9a-f]{32})|(alias/[a-zA-Z0-9/_-]+))))$"}
LifeCycleState {"enum":["creating","available","updating","deleting","deleted","error"]}
LifecycleConfigurationDescription {"members":{"LifecyclePolicies":"LifecyclePolicies"}}
LifecyclePolicies {"list":"LifecyclePolicy","min":0,"max":3}
LifecyclePolicy {"members":{"TransitionToIA":"TransitionToIARules","TransitionToPrimaryStorageClass":"TransitionToPrimaryStorageClassRules","TransitionToArchive":"TransitionToArchiveRules"}}
ListTagsForResourceRequest {"members":{"ResourceId":"ResourceId rl","MaxResults":"MaxResults q MaxResults","NextToken":"Token q NextToken"}}
ListTagsForResourceResponse {"members":{"Tags":"Tags","NextToken":"Token"}}
Marker {"type":"string","min":1,"max":128,"pattern":"^.+$"}
MaxItems {"type":"integer","min":1}
MaxResults {"type":"integer","min":1}
ModifyMountTargetSecurityGroupsRequest {"members":{"MountTargetId":"MountTargetId rl","SecurityGroups":"SecurityGroups"}}
MountTargetConflict {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
MountTargetCount {"type":"integer","min":0}
MountTargetDescription {"members":{"OwnerId":"AwsAccountId","MountTargetId":"MountTargetId r","FileSystemId":"FileSystemId r","SubnetId":"SubnetId r","LifeCycleState":"LifeCycleState r","IpAddress":"IpAddress","Ipv6Address":"Ipv6Address","NetworkInterfaceId":"string","AvailabilityZoneId":"string","AvailabilityZoneName":"AvailabilityZoneName","VpcId":"string"}}
MountTargetDescriptions {"list":"MountTargetDescription"}
MountTargetId {"type":"string","min":13,"max":45,"pattern":"^fsmt-[0-9a-f]{8,40}$"}
MountTargetNotFound {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",404]}
NetworkInterfaceLimitExceeded {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
NoFreeAddressesInSubnet {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",409]}
OwnerGid {"type":"long","min":0,"max":4294967295}
OwnerUid {"type":"long","min":0,"max":4294967295}
Path {"type":"string","min":1,"max":100,"pattern":"^(\\\\/|(\\\\/(?!\\\\.)+[^$#<>;\`|&?{}^*/\\\\n]+){1,4})$"}
PerformanceMode {"enum":["generalPurpose","maxIO"]}
Permissions {"type":"string","min":3,"max":4,"pattern":"^[0-7]{3,4}$"}
Policy {"type":"string","min":1,"max":20000,"pattern":"^[\\\\s\\\\S]+$"}
PolicyNotFound {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",404]}
PosixUser {"members":{"Uid":"Uid r","Gid":"Gid r","SecondaryGids":"SecondaryGids"}}
ProvisionedThroughputInMibps {"type":"double","min":1}
PutAccountPreferencesRequest {"members":{"ResourceIdType":"ResourceIdType r"}}
PutAccountPreferencesResponse {"members":{"ResourceIdPreference":"ResourceIdPreference"}}
PutBackupPolicyRequest {"members":{"FileSystemId":"FileSystemId rl","BackupPolicy":"BackupPolicy r"}}
PutFileSystemPolicyRequest {"members":{"FileSystemId":"FileSystemId rl","Policy":"Policy r","BypassPolicyLockoutSafetyCheck":"boolean"}}
PutLifecycleConfigurationRequest {"members":{"FileSystemId":"FileSystemId rl","LifecyclePolicies":"LifecyclePolicies r"}}
RegionName {"type":"string","min":1,"max":64,"pattern":"^[a-z]{2}-((iso[a-z]{0,1}-)|(gov-)){0,1}[a-z]+-{0,1}[0-9]{0,1}$"}
ReplicationAlreadyExists {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",409]}
ReplicationConfigurationDescription {"members":{"SourceFileSystemId":"FileSystemId r","SourceFileSystemRegion":"RegionName r","SourceFileSystemArn":"string r","OriginalSourceFileSystemArn":"string r","CreationTime":"timestamp r","Destinations":"Destinations r","SourceFileSystemOwnerId":"AwsAccountId"}}
ReplicationConfigurationDescriptions {"list":"ReplicationConfigurationDescription"}
ReplicationNotFound {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",404]}
ReplicationOverwriteProtection {"enum":["ENABLED","DISABLED","REPLICATING"]}
ReplicationStatus {"enum":["ENABLED","ENABLING","DELETING","ERROR","PAUSED","PAUSING"]}
Resource {"enum":["FILE_SYSTEM","MOUNT_TARGET"]}
ResourceId {"type":"string","min":0,"max":128,"pattern":"^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:(access-point/fsap|file-system/fs)-[0-9a-f]{8,40}|fs(ap)?-[0-9a-f]{8,40})$"}
ResourceIdPreference {"members":{"ResourceIdType":"ResourceIdType","Resources":"Resources"}}
ResourceIdType {"enum":["LONG_ID","SHORT_ID"]}
Resources {"list":"Resource"}
RoleArn {"type":"string","min":0,"max":2048,"pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\\\d{12}:role/?[a-zA-Z_0-9+=,.@\\\\-_/]+$"}
RootDirectory {"members":{"Path":"Path","CreationInfo":"CreationInfo"}}
SecondaryGids {"list":"Gid","min":0,"max":16}
SecurityGroup {"type":"string","min":11,"max":43,"pattern":"^sg-[0-9a-f]{8,40}$"}
SecurityGroupLimitExceeded {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
SecurityGroupNotFound {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
SecurityGroups {"list":"SecurityGroup","min":0,"max":100}
Status {"enum":["ENABLED","ENABLING","DISABLED","DISABLING"]}
SubnetId {"type":"string","min":15,"max":47,"pattern":"^subnet-[0-9a-f]{8,40}$"}
SubnetNotFound {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
Tag {"members":{"Key":"TagKey r","Value":"TagValue r"}}
TagKey {"type":"string","min":1,"max":128,"pattern":"^(?![aA]{1}[wW]{1}[sS]{1}:)([\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]+)$"}
TagKeys {"list":"TagKey","min":1,"max":50}
TagResourceRequest {"members":{"ResourceId":"ResourceId rl","Tags":"Tags r"}}
TagValue {"type":"string","min":0,"max":256,"pattern":"^([\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]*)$"}
Tags {"list":"Tag"}
ThrottlingException {"members":{"ErrorCode":"ErrorCode","Message":"string"},"error":["client",429]}
ThroughputLimitExceeded {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
ThroughputMode {"enum":["bursting","provisioned","elastic"]}
Token {"type":"string","min":1,"max":128,"pattern":"^.+$"}
TooManyRequests {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",429]}
TransitionToArchiveRules {"enum":["AFTER_1_DAY","AFTER_7_DAYS","AFTER_14_DAYS","AFTER_30_DAYS","AFTER_60_DAYS","AFTER_90_DAYS","AFTER_180_DAYS","AFTER_270_DAYS","AFTER_365_DAYS"]}
TransitionToIARules {"enum":["AFTER_7_DAYS","AFTER_14_DAYS","AFTER_30_DAYS","AFTER_60_DAYS","AFTER_90_DAYS","AFTER_1_DAY","AFTER_180_DAYS","AFTER_270_DAYS","AFTER_365_DAYS"]}
TransitionToPrimaryStorageClassRules {"enum":["AFTER_1_ACCESS"]}
Uid {"type":"long","min":0,"max":4294967295}
UnsupportedAvailabilityZone {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}
UntagResourceRequest {"members":{"ResourceId":"ResourceId rl","TagKeys":"TagKeys rq tagKeys"}}
UpdateFileSystemProtectionRequest {"members":{"FileSystemId":"FileSystemId rl","ReplicationOverwriteProtection":"ReplicationOverwriteProtection"}}
UpdateFileSystemRequest {"members":{"FileSystemId":"FileSystemId rl","ThroughputMode":"ThroughputMode","ProvisionedThroughputInMibps":"ProvisionedThroughputInMibps"}}
ValidationException {"members":{"ErrorCode":"ErrorCode r","Message":"string"},"error":["client",400]}`;
