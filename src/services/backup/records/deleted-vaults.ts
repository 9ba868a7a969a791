import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** A logically air-gapped vault whose deletion goes on in the background. Its name stays taken until it ends. */
export interface DeletedVault {
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly CreatorRequestId?: string | undefined;
  readonly next: Next;
}

export const deletedVaults = table<DeletedVault>(vault => vault.BackupVaultName);
