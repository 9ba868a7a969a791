import { table } from "../../../core/store";

/** A restore access vault of a logically air-gapped vault. It may be in another account. */
export interface RestoreAccess {
  readonly RestoreAccessBackupVaultArn: string;
  /** The logically air-gapped vault. */
  readonly BackupVaultName: string;
}

export const restoreAccesses = table<RestoreAccess>(access => access.RestoreAccessBackupVaultArn).by(
  "vault",
  access => access.BackupVaultName,
);
