import type { FileSystemDescription, LifecyclePolicy as SdkLifecyclePolicy } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tag } from "./tags";

export type LifecyclePolicy = Stored<SdkLifecyclePolicy>;

/** A file system in AWS's own words. How many mount targets it has is counted, not kept. */
export interface FileSystem extends Omit<Stored<FileSystemDescription>, "NumberOfMountTargets"> {
  readonly FileSystemArn: string;
  readonly Tags: readonly Tag[];
  readonly FileSystemProtection: NonNullable<Stored<FileSystemDescription>["FileSystemProtection"]>;
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** The resource policy, as describing it shows it. */
  readonly policy?: string | undefined;
  /** When the throughput mode was last changed, or less throughput provisioned: not again within a day. */
  readonly throughputChangedAt?: EpochMs | undefined;
  readonly next?: Next | undefined;
}

export const fileSystems = table<FileSystem>(fileSystem => fileSystem.FileSystemId)
  .by("token", fileSystem => fileSystem.CreationToken)
  .alias(fileSystem => [fileSystem.FileSystemArn]);
