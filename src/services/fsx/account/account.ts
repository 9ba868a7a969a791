import type * as sdk from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/time";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { fsxTables } from "../records";
import type { FsxDurations } from "./durations";
import type { FsxQuota } from "./quotas";

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

/** A subnet as far as file systems are concerned. */
export interface KnownSubnet {
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly AvailabilityZoneId: string;
}

/** The VPCs of a place, where something is known of them. */
export interface Network {
  subnet(id: string): KnownSubnet | undefined;
  /** Undefined when any id will do. */
  securityGroupsOf(vpcId: string): ReadonlySet<string> | undefined;
}

/** What Amazon FSx asks of other services; `integrations/` answers. */
export interface FsxLinks {
  /** When the job goes on that makes a backup of AWS Backup's, by the backup's ARN. */
  nextOfBackup(account: FsxView, backupArn: string): Next | undefined;
  /** When a job goes on that has yet to make a backup here. */
  nextOfComing(account: FsxView): Next | undefined;
  /** The network, as seeded for EFS; nothing when nothing is, and any id is taken for a subnet. */
  network(account: FsxView): Network | undefined;
}
