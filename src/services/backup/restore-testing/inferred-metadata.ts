import { hash, uuidOf } from "../../../core/basics";
import { type BackupView, read } from "../account/account";
import { invalidParameter } from "../account/errors";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { pointIn } from "../recovery-points/recovery-points";
import { isContinuous, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { linkedService } from "../resources/sources";
import { vaultBehind } from "../vaults/restore-access";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { vaultNamed } from "../vaults/vaults";

/** The facts that metadata is inferred from. */
interface Inference {
  readonly account: BackupView;
  readonly point: RecoveryPoint;
  /** The restore metadata of the resource at the time of its backup, as far as its service provides it. */
  readonly known: RestoreMetadata;
  /** A name unique to this restore test. */
  readonly name: string;
  /** Three Availability Zones, in a pseudorandom order. */
  readonly zones: readonly string[];
}

type InferenceRule = (inference: Inference) => Metadata;

const prefix = "awsbackup-restore-test-";
const mebibyte = 1024 ** 2;

/** Used when the type of a backed-up instance is unknown. */
const defaultInstanceType = "t3.micro";

const json = (value: object): string => JSON.stringify(value);

const cluster =
  (engine: string): InferenceRule =>
  ({ known, name, zones, point }) => ({
    availabilityZones: json(zones),
    dbClusterIdentifier: name,
    engine: known.get("engine") ?? engine,
    ...(isContinuous(point) && { useLatestRestorableTime: "true" }),
  });

/** What AWS Backup can infer for each type of file system. Users must override the rest, such as subnets. */
const fileSystemRules: Readonly<Record<string, InferenceRule>> = {
  LUSTRE: () => ({ lustreConfiguration: json({ AutomaticBackupRetentionDays: 0 }) }),
  WINDOWS: ({ known }) => ({
    windowsConfiguration: json({
      AutomaticBackupRetentionDays: 0,
      DeploymentType: deploymentType(known, "WindowsConfiguration"),
      ThroughputCapacity: 8,
    }),
  }),
  OPENZFS({ known }) {
    const DeploymentType = deploymentType(known, "OpenZFSConfiguration");
    return {
      openZfsConfiguration: json({
        AutomaticBackupRetentionDays: 0,
        DeploymentType,
        ThroughputCapacity: DeploymentType === "SINGLE_AZ_1" ? 64 : 160,
      }),
    };
  },
  ONTAP({ known, name, point }) {
    const Name = name.replaceAll("-", "_");
    const size = known.get("sizeInMegabytes") ?? Math.ceil((point.resourceSize ?? 0) / mebibyte);
    return {
      name: Name,
      ontapConfiguration: json({
        junctionPath: `/${Name}`,
        sizeInMegabytes: Number(size),
        snapshotPolicy: "none",
      }),
    };
  },
};

function deploymentType(known: RestoreMetadata, block: string): string {
  const configuration = known.json(block);
  const value: unknown =
    typeof configuration === "object" && configuration !== null && "DeploymentType" in configuration
      ? configuration.DeploymentType
      : known.get("DeploymentType");
  return typeof value === "string" ? value : "SINGLE_AZ_1";
}

/** The inference rules by resource type (Developer Guide, "Restore testing inferred metadata"). */
const rules: Readonly<Record<string, InferenceRule>> = {
  Aurora: cluster("aurora-mysql"),
  DocumentDB: cluster("docdb"),
  DynamoDB: ({ name }) => ({ deletionProtection: "false", encryptionType: "Default", targetTableName: name }),
  EBS: ({ zones: [availabilityZone = ""] }) => ({ availabilityZone, encrypted: "true" }),
  EC2: ({ known }) => ({
    disableApiTermination: "false",
    instanceType: known.get("InstanceType") ?? defaultInstanceType,
    requireImdsV2: "true",
  }),
  EFS: ({ known, point }) => ({
    encrypted: "true",
    "file-system-id":
      known.get("file-system-id") ?? point.ResourceArn.slice(point.ResourceArn.lastIndexOf("/") + 1),
    kmsKeyId: "alias/aws/elasticfilesystem",
    newFileSystem: "true",
    performanceMode: "generalPurpose",
  }),
  FSx: inference => fileSystemRules[inference.known.get("FileSystemType") ?? ""]?.(inference) ?? {},
  Neptune: cluster("neptune"),
  RDS: ({ name, point }) => ({
    dbInstanceIdentifier: name,
    deletionProtection: "false",
    multiAz: "false",
    publiclyAccessible: "false",
    ...(isContinuous(point) && { useLatestRestorableTime: "true" }),
  }),
  S3: ({ account, name, point }) => ({
    destinationBucketName: name,
    encrypted: "true",
    encryptionType: "SSE-S3",
    newBucket: "true",
    restoreACLs: String(!excludesAcls(account, point)),
    ...(isContinuous(point) && { restoreTime: new Date(account.now).toISOString() }),
  }),
};

function excludesAcls({ backup }: BackupView, { backupJobId = "" }: RecoveryPoint): boolean {
  const { BackupACLs } = backup.backupJobs.get(backupJobId)?.BackupOptions ?? {};
  return BackupACLs === "disabled";
}

/** The metadata with which AWS Backup would restore a point for a test. Its pseudorandom parts follow from the seed. */
export function inferredMetadata(account: BackupView, point: RecoveryPoint, seed: string): Metadata {
  const { region } = account.place;
  const first = hash(seed) % 3;
  return (
    rules[point.ResourceType]?.({
      account,
      point,
      known: new RestoreMetadata(linkedService(account, point)?.restoreMetadata?.(account, point) ?? {}),
      name: `${prefix}${uuidOf(seed)}`,
      zones: [0, 1, 2].map(zone => `${region}${"abc"[(first + zone) % 3]}`),
    }) ?? {}
  );
}

export const getRestoreTestingInferredMetadata = read<"GetRestoreTestingInferredMetadata">(
  (input, account) => {
    const { BackupVaultName, BackupVaultAccountId, RecoveryPointArn } = input;
    const named = vaultNamed(account, BackupVaultName, BackupVaultAccountId);
    const { account: holder, vault } = vaultBehind(account, named);
    checkVaultPolicy(holder, vault, "GetRestoreTestingInferredMetadata", RecoveryPointArn);
    const point = pointIn(holder, vault.BackupVaultName, RecoveryPointArn);
    const type = typeOfPoint(point);
    if (!type || !can(type, "restoreTesting")) {
      throw invalidParameter(`Restore testing is not supported for resource type ${point.ResourceType}.`);
    }
    return { InferredMetadata: inferredMetadata(holder, point, `${RecoveryPointArn} ${account.now}`) };
  },
);
