import { parseArn, uuidOf } from "../../../core/basics";
import { read } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { linkedService } from "../resources/sources";
import { vaultBehind } from "../vaults/restore-access";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { vaultNamed } from "../vaults/vaults";
import { pointIn } from "./recovery-points";
import { isKeptByBackup } from "./types";

type Metadata = Readonly<Record<string, string | undefined>>;

const resourceOf = (arn: string): string => parseArn(arn)?.resource ?? "";

/** The text after the last slash or colon. */
const lastPart = (arn: string): string => arn.split(/[/:]/).at(-1) ?? "";

const gibibyte = 1024 ** 3;

const encryption = ({ IsEncrypted, EncryptionKeyArn }: RecoveryPoint, encrypted: string, key: string) => ({
  [encrypted]: String(IsEncrypted === true),
  [key]: EncryptionKeyArn,
});

const databaseCluster = (point: RecoveryPoint): Metadata => ({
  snapshotIdentifier: resourceOf(point.RecoveryPointArn).replace(/^cluster-snapshot:/, ""),
  ...encryption(point, "encrypted", "kmsKeyId"),
});

/** The known metadata of resources of services that are not modelled, in the keys of their restores. */
const known: Readonly<Record<string, (point: RecoveryPoint) => Metadata>> = {
  EBS: point => ({
    volumeId: lastPart(point.ResourceArn),
    volumeSize: String(Math.ceil((point.resourceSize ?? point.BackupSizeInBytes ?? 0) / gibibyte)),
    ...encryption(point, "encrypted", "kmsKeyId"),
  }),
  RDS: point => ({
    DBSnapshotIdentifier: resourceOf(point.RecoveryPointArn).replace(/^snapshot:/, ""),
    ...encryption(point, "Encrypted", "KmsKeyId"),
  }),
  Aurora: databaseCluster,
  DocumentDB: databaseCluster,
  Neptune: databaseCluster,
  DynamoDB: point => ({ originalTableName: lastPart(point.ResourceArn) }),
  S3: point => ({ DestinationBucketName: lastPart(point.ResourceArn) }),
  "Storage Gateway": point => ({
    gatewayArn: point.ResourceArn.replace(/\/volume\/.*/, ""),
    volumeSizeInBytes: String(point.resourceSize ?? point.BackupSizeInBytes ?? 0),
  }),
  CloudFormation: point => ({ StackName: resourceOf(point.ResourceArn).split("/")[1] }),
  EKS: point => ({ clusterName: lastPart(point.ResourceArn) }),
  Redshift: point => ({ ClusterIdentifier: lastPart(point.ResourceArn) }),
  "Redshift Serverless": point => ({ NamespaceIdentifier: lastPart(point.ResourceArn) }),
  "SAP HANA on Amazon EC2": point => ({ "aws:backup:TargetDatabaseArn": point.ResourceArn }),
  Timestream: point => ({
    DatabaseName: resourceOf(point.ResourceArn).split("/")[1],
    TableName: lastPart(point.ResourceArn),
  }),
};

const definedOnly = (metadata: Metadata): Readonly<Record<string, string>> => {
  const defined: Record<string, string> = {};
  for (const [key, value] of Object.entries(metadata)) if (value !== undefined) defined[key] = value;
  return defined;
};

export const getRecoveryPointRestoreMetadata = read<"GetRecoveryPointRestoreMetadata">((input, account) => {
  const { BackupVaultName, RecoveryPointArn, BackupVaultAccountId } = input;
  const named = vaultNamed(account, BackupVaultName, BackupVaultAccountId);
  const { account: holder, vault } = vaultBehind(account, named);
  checkVaultPolicy(holder, vault, "GetRecoveryPointRestoreMetadata", RecoveryPointArn);
  const point = pointIn(holder, vault.BackupVaultName, RecoveryPointArn);
  const service = linkedService(holder, point);
  const described = service ? service.restoreMetadata?.(holder, point) : known[point.ResourceType]?.(point);
  return {
    ...point,
    next: undefined,
    RestoreMetadata: definedOnly({
      // Only points that AWS Backup keeps itself have one.
      ...(isKeptByBackup(point) && {
        "aws:backup:request-id": uuidOf(`request of ${point.RecoveryPointArn}`),
      }),
      ...described,
    }),
  };
});
