import { table } from "../../../core/store";

/** Where a logically air-gapped vault is accessed from: a vault that may be of another account. */
export interface RestoreAccess {
  readonly RestoreAccessBackupVaultArn: string;
  /** The vault that it gives access to. */
  readonly BackupVaultName: string;
}

export const restoreAccesses = table<RestoreAccess>(access => access.RestoreAccessBackupVaultArn).by(
  "vault",
  access => access.BackupVaultName,
);
