import type * as sdk from "@aws-sdk/client-efs";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { efsTables } from "../records";
import type { EfsDurations } from "./durations";
import type { EfsQuota } from "./quotas";

/** What makes Amazon EFS what it is, by type. */
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

/** What Amazon EFS asks of other services; `integrations/` answers. */
export interface EfsLinks {
  /** Sees to it that AWS Backup has the plan that backs up every file system with automatic backups. */
  automaticBackupsOn(account: EfsAccount): void;
}
