import type * as sdk from "@aws-sdk/client-backup";
import type { Account, AccountView } from "../../core/account";
import { type OperationTable, operationsOf } from "../../core/operation";
import type { BackupDurations } from "./durations";
import type { BackupLinks } from "./links";
import type { BackupQuota } from "./quotas";
import type { backupTables } from "./records";

/** What makes AWS Backup what it is, by type. */
export interface BackupShape {
  readonly name: "backup";
  readonly tables: typeof backupTables;
  readonly links: BackupLinks;
  readonly durations: BackupDurations;
  readonly quotas: BackupQuota;
}

export type BackupSdk = typeof sdk;
export type BackupAccount = Account<BackupShape>;
export type BackupView = AccountView<BackupShape>;
export type BackupOperations = OperationTable<BackupShape, BackupSdk>;

export const { read, write } = operationsOf<BackupShape, BackupSdk>();
