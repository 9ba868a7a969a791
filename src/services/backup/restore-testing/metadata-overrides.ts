import type { Metadata } from "../records/restore-metadata";

const clusterKeys =
  "availabilityZones databaseName dbClusterParameterGroupName dbSubnetGroupName enableCloudwatchLogsExports enableIamDatabaseAuthentication engine engineMode engineVersion kmsKeyId port optionGroupName scalingConfiguration vpcSecurityGroupIds";

/** The metadata keys that users can override (Developer Guide, "Restore testing inferred metadata"). */
const overridable: Readonly<Record<string, string>> = {
  Aurora: clusterKeys,
  DocumentDB: clusterKeys,
  DynamoDB: "encryptionType kmsMasterKeyArn",
  EBS: "availabilityZone iops kmsKeyId throughput volumeSize volumeType",
  EC2: "iamInstanceProfileName instanceType requireImdsV2 securityGroupIds subnetId",
  EFS: "kmsKeyId performanceMode",
  FSx: "kmsKeyId lustreConfiguration ontapConfiguration openZfsConfiguration windowsConfiguration securityGroupIds subnetIds",
  Neptune: clusterKeys,
  RDS: "allocatedStorage availabilityZones dbInstanceClass dbName dbParameterGroupName dbSubnetGroupName domain domainIamRoleName enableCloudwatchLogsExports enableIamDatabaseAuthentication iops licenseModel multiAz optionGroupName port processorFeatures publiclyAccessible storageType vpcSecurityGroupIds",
  S3: "encryptionType kmsKey restoreACLs",
};

/** Why overrides are invalid for a resource type; undefined when they are valid. */
export function overrideFault(type: string, overrides: Metadata): string | undefined {
  const keys = (overridable[type] ?? "").toLowerCase().split(" ");
  const unknown = Object.keys(overrides).find(key => !keys.includes(key.toLowerCase()));
  return unknown === undefined ? undefined : `Restore metadata ${unknown} cannot be overridden for ${type}.`;
}

/** Merges overrides into metadata. Keys are case-insensitive, and JSON blocks are merged key by key. */
export function overridden(metadata: Metadata, overrides: Metadata | undefined): Metadata {
  const result: Record<string, string> = { ...metadata };
  for (const [key, value] of Object.entries(overrides ?? {})) {
    const present = Object.keys(result).find(name => name.toLowerCase() === key.toLowerCase());
    result[present ?? key] = mergedBlock(present === undefined ? undefined : result[present], value);
  }
  return result;
}

type Block = Readonly<Record<string, unknown>>;

function mergedBlock(before: string | undefined, value: string): string {
  const block = blockOf(before);
  const change = blockOf(value);
  if (!block || !change) return value;
  const changed = Object.keys(change).map(key => key.toLowerCase());
  const kept = Object.entries(block).filter(([key]) => !changed.includes(key.toLowerCase()));
  return JSON.stringify({ ...Object.fromEntries(kept), ...change });
}

function blockOf(text: string | undefined): Block | undefined {
  if (!text?.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
