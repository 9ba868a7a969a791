import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  DescribeRecoveryPointCommand,
  ListBackupVaultsCommand,
  ListRecoveryPointsByBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { CreateAccessPointCommand, DeleteAccessPointCommand, EFSClient } from "@aws-sdk/client-efs";

const backup = new BackupClient({ region: "us-east-1" });
const efs = new EFSClient({ region: "us-east-1" });

/** The names of all vaults, page by page. */
export async function vaultNames(): Promise<readonly string[]> {
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await backup.send(new ListBackupVaultsCommand({ NextToken }));
    names.push(...(page.BackupVaultList ?? []).map(({ BackupVaultName = "" }) => BackupVaultName));
    NextToken = page.NextToken;
  } while (NextToken);
  return names.sort();
}

/** The ARNs of recovery points without a key. */
export async function unencryptedPoints(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const BackupVaultName of await vaultNames()) {
    const list = new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName });
    for (const { RecoveryPointArn = "" } of (await backup.send(list)).RecoveryPoints ?? []) {
      const point = await backup.send(
        new DescribeRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }),
      );
      if (point.EncryptionKeyArn === undefined) found.push(RecoveryPointArn);
    }
  }
  return found;
}

/** The ARN of a vault, which is created if necessary. */
export async function ensureVault(BackupVaultName: string): Promise<string | undefined> {
  try {
    return (await backup.send(new DescribeBackupVaultCommand({ BackupVaultName }))).BackupVaultArn;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ResourceNotFoundException") throw error;
    const tags = { BackupVaultTags: { managed: "yes" } };
    return (await backup.send(new CreateBackupVaultCommand({ BackupVaultName, ...tags }))).BackupVaultArn;
  }
}

/** The id of an access point with a folder for a tenant. */
export async function addTenant(FileSystemId: string, tenant: string): Promise<string | undefined> {
  const folder = { Path: `/${tenant}`, CreationInfo: { OwnerUid: 1000, OwnerGid: 1000, Permissions: "750" } };
  const input = { FileSystemId, ClientToken: tenant, RootDirectory: folder };
  return (await efs.send(new CreateAccessPointCommand(input))).AccessPointId;
}

/** Deletes an access point; one that is gone is no error. */
export async function removeTenant(AccessPointId: string): Promise<boolean> {
  try {
    await efs.send(new DeleteAccessPointCommand({ AccessPointId }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "AccessPointNotFound") return false;
    throw error;
  }
}
