import type { FileSystemDescription, LifecyclePolicy as SdkLifecyclePolicy } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tag } from "./tags";

export type LifecyclePolicy = Stored<SdkLifecyclePolicy>;

/** A file system in AWS's member names. The number of mount targets is counted when it is described. */
export interface FileSystem extends Omit<Stored<FileSystemDescription>, "NumberOfMountTargets"> {
  readonly FileSystemArn: string;
  readonly Tags: readonly Tag[];
  readonly FileSystemProtection: NonNullable<Stored<FileSystemDescription>["FileSystemProtection"]>;
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** The resource policy in the format of DescribeFileSystemPolicy. */
  readonly policy?: string | undefined;
  /** When the throughput mode last changed or the provisioned throughput last decreased; allowed once a day. */
  readonly throughputChangedAt?: EpochMs | undefined;
  readonly next?: Next | undefined;
}

export const fileSystems = table<FileSystem>(fileSystem => fileSystem.FileSystemId)
  .by("token", fileSystem => fileSystem.CreationToken)
  .alias(fileSystem => [fileSystem.FileSystemArn]);
