import { type Arn, globalArn } from "../core/basics";
import type { BackupAccount } from "../services/backup/account/account";
import type { BackupSource } from "../services/backup/records/resources";
import type { Vault } from "../services/backup/records/vaults";
import { resourceTypeOf } from "../services/backup/resources/resource-types";
import {
  assumedSource,
  defaultSizeInBytes,
  findSource,
  sourceToBackUp,
} from "../services/backup/resources/sources";
import { defaultVaultName, makeVault } from "../services/backup/vaults/vaults";
import { alreadyExists, invalidItem } from "./collection";

/** The role of jobs and recovery points that name none. */
export const defaultRole = ({ place }: BackupAccount): string =>
  globalArn("iam", place, "role/service-role/AWSBackupDefaultServiceRole");

/** The vault `Default` as AWS creates it when the console is opened. */
export const consoleDefault = { BackupVaultName: defaultVaultName, CreatorRequestId: defaultVaultName };

/** The vault of an item. An item without one is in `Default`, which it creates. */
export function vaultNamed(account: BackupAccount, name: string = defaultVaultName): Vault {
  const vault = account.backup.vaults.get(name);
  if (vault) return vault;
  if (name === defaultVaultName) return makeVault(account, consoleDefault);
  throw invalidItem(`backup vault ${name} does not exist`);
}

/**
 * The resource that a recovery point or an ended job is about. Points outlive their resource: one that does not exist is
 * taken from the item, if this names its type.
 */
export function sourceOfItem(
  account: BackupAccount,
  arn: Arn,
  { ResourceType, size }: { readonly ResourceType: string | undefined; readonly size: number | undefined },
): BackupSource {
  const isGone = !findSource(account, arn) && !assumedSource(account, arn);
  if (!isGone || ResourceType === undefined || !resourceTypeOf(arn)) return sourceToBackUp(account, arn);
  return { arn: arn.text, type: ResourceType, tags: {}, sizeInBytes: size ?? defaultSizeInBytes };
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
