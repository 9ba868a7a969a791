import type * as sdk from "@aws-sdk/client-fsx";
import type { Account, AccountView } from "../../core/account";
import { type OperationTable, operationsOf } from "../../core/operation";
import type { FsxDurations } from "./durations";
import type { FsxLinks } from "./links";
import type { FsxQuota } from "./quotas";
import type { fsxTables } from "./records";

/** What makes Amazon FSx what it is, by type. */
export interface FsxShape {
  readonly name: "fsx";
  readonly tables: typeof fsxTables;
  readonly links: FsxLinks;
  readonly durations: FsxDurations;
  readonly quotas: FsxQuota;
}

export type FsxSdk = typeof sdk;
export type FsxAccount = Account<FsxShape>;
export type FsxView = AccountView<FsxShape>;
export type FsxOperations = OperationTable<FsxShape, FsxSdk>;

export const { read, write } = operationsOf<FsxShape, FsxSdk>();
