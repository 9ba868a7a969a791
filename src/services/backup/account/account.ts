import type * as sdk from "@aws-sdk/client-backup";
import type { ArnParts } from "../../../core/basics";
import type { Timed } from "../../../core/time";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { backupTables } from "../records";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { RestoreMetadata } from "../records/restore-metadata";
import type { BackupDurations } from "./durations";
import type { BackupQuota } from "./quotas";

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

/** A recovery point, with the account and Region that has it. */
export interface PointElsewhere {
  readonly account: BackupAccount;
  readonly point: RecoveryPoint;
}

/** What is to be restored, and how; the keys of the metadata have been checked. */
export interface RestoreOrder {
  readonly point: RecoveryPoint;
  readonly metadata: RestoreMetadata;
  /** For the restored resource. */
  readonly tags: Readonly<Record<string, string>>;
  /** How large the resource was when it was backed up. */
  readonly sizeInBytes: number;
}

/** What a restore has made, or why it made nothing, as its job says it. */
export type Restored = { readonly createdArn: string } | { readonly failure: string };

/** A service whose resources are backed up and that is modelled itself, such as Amazon EFS. */
export interface BackedUpService {
  /** Whether a resource ARN is one of this service's. */
  owns(arn: ArnParts): boolean;
  find(account: BackupView, arn: string): BackupSource | undefined;
  /** Those that can be chosen for backups, also such as are not available yet; what is being deleted cannot. */
  all(account: BackupView): Iterable<BackupSource>;
  /** The backup that the service makes of a resource by itself. A job waits for it as it does for another job. */
  backupBeingMade?(account: BackupView, arn: string): Timed | undefined;
  /** A recovery point began to be made; the service may have a side of its own to it, such as an FSx backup. */
  pointStarted?(account: BackupAccount, point: RecoveryPoint): void;
  pointCompleted?(account: BackupAccount, point: RecoveryPoint): void;
  pointRemoved?(account: BackupAccount, point: RecoveryPoint): void;
  /** A recovery point was copied into this account and Region, from a point of the same or another one. */
  pointCopied?(account: BackupAccount, copy: RecoveryPoint, from: PointElsewhere): void;
  /** What the resource was like when it was backed up, in the keys it can be restored with. */
  restoreMetadata?(account: BackupView, point: RecoveryPoint): Readonly<Record<string, string>>;
  /** Makes a resource out of a recovery point; it is there when this returns. */
  restore?(account: BackupAccount, order: RestoreOrder): Restored;
  /** Takes away what a restore test had made, or tells why it cannot: it may be in use by now. */
  removeRestored?(account: BackupAccount, arn: string): string | undefined;
}

/** What AWS Backup asks of the services whose resources it backs up; `integrations/` answers. */
export interface BackupLinks {
  /** Whether an account belongs to the organization, of which there is one. */
  isMember(accountId: string): boolean;
  /** The account that manages the organization until another one has changed its settings. */
  readonly managementAccountId: string;
  readonly services: readonly BackedUpService[];
}
