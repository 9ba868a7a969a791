import type { DataRepositoryTask as SdkTask } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** A transfer between a file system and its data repository, with AWS's members. */
export interface Task extends Stored<SdkTask> {
  readonly TaskId: string;
  readonly Lifecycle: NonNullable<SdkTask["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** The associations that it transfers. */
  readonly associationIds: readonly string[];
  readonly next?: Next | undefined;
}

export const underWay: ReadonlySet<string> = new Set(["PENDING", "EXECUTING", "CANCELING"]);

export const tasks = table<Task>(task => task.TaskId)
  .by("fileSystem", task => task.FileSystemId)
  .by("underWay", task => (underWay.has(task.Lifecycle) ? task.FileSystemId : undefined))
  .alias(task => [task.ResourceARN]);
