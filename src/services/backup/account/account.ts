import type * as sdk from "@aws-sdk/client-backup";
import type { Arn } from "../../../core/basics";
import type { EpochMs, Timed } from "../../../core/time";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { backupTables } from "../records";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { RestoreMetadata } from "../records/restore-metadata";
import type { AccessPointCommands } from "./access-point-operations";
import type { BackupDurations } from "./durations";
import type { BackupQuota } from "./quotas";

/** The types of AWS Backup as a service: its tables, links, durations and quotas. */
export interface BackupShape {
  readonly name: "backup";
  readonly tables: typeof backupTables;
  readonly links: BackupLinks;
  readonly durations: BackupDurations;
  readonly quotas: BackupQuota;
}

/** The commands of the client, with those that only newer clients have. */
export type BackupSdk = typeof sdk & AccessPointCommands;
export type BackupAccount = Account<BackupShape>;
export type BackupView = AccountView<BackupShape>;
export type BackupOperations = OperationTable<BackupShape, BackupSdk>;

export const { read, write } = operationsOf<BackupShape, BackupSdk>();

/** A recovery point, and the account and Region it is in. */
export interface PointElsewhere {
  readonly account: BackupAccount;
  readonly point: RecoveryPoint;
}

/** A point to restore, with metadata whose keys have been checked. */
export interface RestoreOrder {
  readonly point: RecoveryPoint;
  readonly metadata: RestoreMetadata;
  /** The tags of the restored resource. */
  readonly tags: Readonly<Record<string, string>>;
  /** The size of the resource when it was backed up. */
  readonly sizeInBytes: number;
}

/** The result of a restore. The failure is the message of its job. */
export type Restored = { readonly createdArn: string } | { readonly failure: string };

/** A backup that a service made without AWS Backup, which lists it by its resource only. */
export interface OwnBackup extends Timed {
  readonly arn: string;
  readonly createdAt: EpochMs;
  readonly isMade: boolean;
  readonly encryptionKeyArn: string | undefined;
}

/** A modelled service whose resources can be backed up, such as Amazon EFS. */
export interface BackedUpService {
  /** The type of its resources, as AWS Backup names it. */
  readonly resourceType: string;
  /** Whether an ARN is that of one of its resources. */
  owns(arn: Arn): boolean;
  /** Finds a resource by the text of its ARN, which records keep. */
  find(account: BackupView, arn: string): BackupSource | undefined;
  /** The resources that selections can match. They may be unavailable, but they are not being deleted. */
  all(account: BackupView): Iterable<BackupSource>;
  /** The backup that the service itself is making of a resource. A job waits for it as for another job. */
  backupBeingMade?(account: BackupView, arn: string): Timed | undefined;
  /** The backups of a resource that the service or its users made without AWS Backup. */
  ownBackups?(account: BackupView, arn: string): readonly OwnBackup[];
  /** Called when a recovery point is started. The service may create a record of its own, such as an FSx backup. */
  pointStarted?(account: BackupAccount, point: RecoveryPoint): void;
  pointCompleted?(account: BackupAccount, point: RecoveryPoint): void;
  pointRemoved?(account: BackupAccount, point: RecoveryPoint): void;
  /** Called when a recovery point was copied into this place. */
  pointCopied?(account: BackupAccount, copy: RecoveryPoint, from: PointElsewhere): void;
  /** Describes the resource at the time of its backup, in the keys of restore metadata. */
  restoreMetadata?(account: BackupView, point: RecoveryPoint): Readonly<Record<string, string>>;
  /** Restores a recovery point. The resource exists when this returns. */
  restore?(account: BackupAccount, order: RestoreOrder): Restored;
  /**
   * Called as the job begins to run. Creates resources that are there before they are restored; then `finishRestore` ends
   * the restore instead of `restore`.
   */
  beginRestore?(account: BackupAccount, order: RestoreOrder): Restored | undefined;
  finishRestore?(account: BackupAccount, arn: string): Restored;
  /**
   * Deletes a resource that a restore test restored. Returns why it cannot be deleted, for example because it is in
   * use.
   */
  removeRestored?(account: BackupAccount, arn: string): string | undefined;
}

/** What AWS Backup needs from the services whose resources it backs up. `integrations/` implements it. */
export interface BackupLinks {
  /** Whether an account belongs to the only organization. */
  isMember(accountId: string): boolean;
  /** The management account of the organization, until another account changes its settings. */
  readonly managementAccountId: string;
  readonly services: readonly BackedUpService[];
}
