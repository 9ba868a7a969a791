import { globalArn } from "../core/basics";
import type { BackupAccount } from "../services/backup/account/account";
import type { Vault } from "../services/backup/records/vaults";
import { alreadyExists, invalidItem } from "./collection";

/** The role of jobs and recovery points that name none. */
export const defaultRole = ({ place }: BackupAccount): string =>
  globalArn("iam", place, "role/service-role/AWSBackupDefaultServiceRole");

export function vaultNamed({ backup }: BackupAccount, name: string): Vault {
  const vault = backup.vaults.get(name);
  if (vault) return vault;
  throw invalidItem(`backup vault ${name} does not exist`);
}

/** Refuses an id that is taken already. An item without an id gets a generated one. */
export function checkFree(
  table: { has(key: string): boolean },
  kind: string,
  id: string | undefined,
  key = id,
): void {
  if (id !== undefined && key !== undefined && table.has(key)) throw alreadyExists(`${kind} ${id}`);
}
