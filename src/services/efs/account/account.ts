import type * as sdk from "@aws-sdk/client-efs";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { efsTables } from "../records";
import type { EfsDurations } from "./durations";
import type { EfsQuota } from "./quotas";

/** The types of Amazon EFS. */
export interface EfsShape {
  readonly name: "efs";
  readonly tables: typeof efsTables;
  readonly links: EfsLinks;
  readonly durations: EfsDurations;
  readonly quotas: EfsQuota;
}

export type EfsSdk = typeof sdk;
export type EfsAccount = Account<EfsShape>;
export type EfsView = AccountView<EfsShape>;
export type EfsOperations = OperationTable<EfsShape, EfsSdk>;

export const { read, write } = operationsOf<EfsShape, EfsSdk>();

/** What Amazon EFS needs from other services. Implemented in `integrations/`. */
export interface EfsLinks {
  /** Creates AWS Backup's plan for automatic backups, unless it exists. */
  ensureAutomaticBackupPlan(account: EfsAccount): void;
}
