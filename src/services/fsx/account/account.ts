import type * as sdk from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/time";
import { type Account, type AccountView, type OperationTable, operationsOf } from "../../../core/world";
import type { fsxTables } from "../records";
import type { FsxDurations } from "./durations";
import type { FsxQuota } from "./quotas";

/** The types of Amazon FSx as a service. */
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

/** The members of a subnet that file systems depend on. */
export interface KnownSubnet {
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly AvailabilityZoneId: string;
}

/** The seeded subnets and security groups of a place. */
export interface Network {
  subnet(id: string): KnownSubnet | undefined;
  /** `undefined` if any id is accepted. */
  securityGroupsOf(vpcId: string): ReadonlySet<string> | undefined;
}

/** What Amazon FSx needs from other services. `integrations/` implements it. */
export interface FsxLinks {
  /** The next step of the AWS Backup job that makes the backup with an ARN. */
  nextOfBackup(account: FsxView, backupArn: string): Next | undefined;
  /** The next step of an AWS Backup job that has not created its backup yet. */
  nextOfPendingBackup(account: FsxView): Next | undefined;
  /** The network that was seeded for EFS. If none was, it is `undefined`, and any subnet id is accepted. */
  network(account: FsxView): Network | undefined;
}
