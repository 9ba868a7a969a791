import type {
  CreateDataRepositoryTaskCommandInput,
  DataRepositoryTask as SdkTask,
} from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import { arn } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type FsxAccount, read, write } from "../account";
import { fileSystemNotFound, taskEnded, taskExecuting, taskNotFound, unsupported } from "../errors";
import { type FileSystem, fileSystemWithId } from "../file-systems/file-systems";
import { isLinked } from "../file-systems/lustre";
import { refuseUnless } from "../file-systems/rules";
import { once } from "../idempotency";
import { byIds, type Filterable, filterValues, pageOf, pageOfComputed, passing } from "../listing";
import { newTags, type Tags } from "../tags";
import type { Association } from "./associations";

/** A transfer between a file system and its data repository, in AWS's own words. */
export interface Task extends Stored<SdkTask> {
  readonly TaskId: string;
  readonly Lifecycle: NonNullable<SdkTask["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** The association that it was made for. */
  readonly associationId?: string | undefined;
  readonly next?: Next | undefined;
}

const underWay: ReadonlySet<string> = new Set(["PENDING", "EXECUTING", "CANCELING"]);

export const tasks = table<Task>(task => task.TaskId)
  .by("fileSystem", task => task.FileSystemId)
  .by("underWay", task => (underWay.has(task.Lifecycle) ? task.FileSystemId : undefined))
  .alias(task => [task.ResourceARN]);

type Input = Stored<CreateDataRepositoryTaskCommandInput>;

export const createDataRepositoryTask = write<"CreateDataRepositoryTask">((input, account) => {
  const DataRepositoryTask = once(account, "CreateDataRepositoryTask", input, {
    act: () => make(account, input),
    nameOf: made => made.TaskId,
    find: id => account.fsx.tasks.get(id),
  });
  return { DataRepositoryTask };
});

function checkFileSystem(account: FsxAccount, fileSystem: FileSystem): void {
  const { FileSystemId, FileSystemType, Lifecycle } = fileSystem;
  if (FileSystemType !== "LUSTRE") {
    throw unsupported(`Data repository tasks are not supported for ${FileSystemType} file systems.`);
  }
  refuseUnless(
    Lifecycle === "AVAILABLE",
    `Cannot create a data repository task while ${FileSystemId} is in ${Lifecycle}`,
  );
  refuseUnless(
    isLinked(fileSystem) || account.fsx.associations.by("fileSystem", FileSystemId).size > 0,
    `File system ${FileSystemId} is not linked to a data repository.`,
  );
  if (account.fsx.tasks.by("underWay", FileSystemId).size > 0) {
    throw taskExecuting(`A data repository task is already running on file system ${FileSystemId}.`);
  }
}

function checkRequest({ Type, Report, CapacityToRelease, ReleaseConfiguration }: Input): void {
  refuseUnless(
    Type !== "AUTO_RELEASE_DATA" && CapacityToRelease === undefined,
    "AUTO_RELEASE_DATA tasks and CapacityToRelease are for file caches only.",
  );
  refuseUnless(
    ReleaseConfiguration === undefined || Type === "RELEASE_DATA_FROM_FILESYSTEM",
    "ReleaseConfiguration is supported for RELEASE_DATA_FROM_FILESYSTEM tasks only.",
  );
  const { Enabled, Path, Format, Scope } = Report;
  refuseUnless(
    !Enabled || (Path !== undefined && Format !== undefined && Scope !== undefined),
    "Path, Format and Scope are required for a completion report.",
  );
}

function make(account: FsxAccount, input: Input): Task {
  const { FileSystemId, Type, Paths, Report, ReleaseConfiguration } = input;
  checkRequest(input);
  checkFileSystem(account, fileSystemWithId(account, FileSystemId));
  const Tags = newTags(input.Tags);
  return addTask(account, { FileSystemId, Type, Paths, Report, ReleaseConfiguration, Tags });
}

function addTask(account: FsxAccount, wanted: Pick<Task, "Type" | "Tags"> & Partial<Task>): Task {
  const { fsx, place, now, ids } = account;
  const TaskId = `task-${ids.hex(17)}`;
  const task: Task = {
    TaskId,
    Lifecycle: "PENDING",
    CreationTime: now,
    ResourceARN: arn("fsx", place, `task/${TaskId}`),
    ...wanted,
  };
  const takes = account.duration("fsxDataRepositoryTaskStart", task);
  return fsx.tasks.insert({ ...task, next: account.inFlight("execute", takes) });
}

/** Imports the metadata of all that a new association links. */
export function importAll(
  account: FsxAccount,
  { FileSystemId, DataRepositoryPath, AssociationId }: Association,
): void {
  addTask(account, {
    FileSystemId,
    Type: "IMPORT_METADATA_FROM_REPOSITORY",
    Paths: [DataRepositoryPath],
    Report: { Enabled: false },
    Tags: [],
    associationId: AssociationId,
  });
}

export const cancelDataRepositoryTask = write<"CancelDataRepositoryTask">(({ TaskId }, account) => {
  const { tasks } = account.fsx;
  const task = tasks.get(TaskId);
  if (!task) throw taskNotFound(TaskId);
  if (!underWay.has(task.Lifecycle)) throw taskEnded(`Data repository task ${TaskId} has already ended.`);
  if (task.Lifecycle === "CANCELING") return task;
  const next = account.inFlight("cancel", account.duration("fsxDataRepositoryTaskCancel", task));
  return tasks.replace({ ...task, Lifecycle: "CANCELING", next });
});

const filterable: Filterable<Task> = {
  "file-system-id": task => task.FileSystemId,
  "task-lifecycle": task => task.Lifecycle,
  "data-repository-association-id": task => task.associationId,
  "file-cache-id": task => task.FileCacheId,
};

export const describeDataRepositoryTasks = read<"DescribeDataRepositoryTasks">((input, { fsx }) => {
  const { tasks, fileSystems } = fsx;
  const { TaskIds: ids = [], Filters } = input;
  const unknown = filterValues(Filters, "file-system-id").find(
    id => !fileSystems.has(id) && tasks.by("fileSystem", id).size === 0,
  );
  if (unknown !== undefined) throw fileSystemNotFound(unknown);
  const { items, token } =
    ids.length > 0
      ? pageOfComputed(
          byIds(ids, id => tasks.get(id), taskNotFound),
          input,
        )
      : pageOf(tasks.all(), input, passing(Filters, filterable));
  return { DataRepositoryTasks: items, NextToken: token, next: firstImport(fsx.associations) };
});

/** A link being made that will leave a task: who waits for the task reads the tasks, not the links. */
function firstImport(associations: Iterable<Association>): Next | undefined {
  for (const { BatchImportMetaDataOnCreate, Lifecycle, next } of associations) {
    if (BatchImportMetaDataOnCreate && Lifecycle === "CREATING") return next;
  }
  return undefined;
}

/** How far a task has come. How many files there are, this account cannot know: none is counted. */
const status = (now: EpochMs): Task["Status"] => ({
  TotalCount: 0,
  SucceededCount: 0,
  FailedCount: 0,
  LastUpdatedTime: now,
});

/** What happens to tasks by themselves. */
export const taskSteps = {
  execute(task: Task, account: FsxAccount): void {
    const { fsx, now } = account;
    fsx.tasks.replace({
      ...task,
      Lifecycle: "EXECUTING",
      StartTime: now,
      Status: status(now),
      next: account.inFlight("succeed", account.duration("fsxDataRepositoryTask", task)),
    });
  },

  succeed(task: Task, { fsx, now }: FsxAccount): void {
    fsx.tasks.replace({
      ...task,
      Lifecycle: "SUCCEEDED",
      EndTime: now,
      Status: status(now),
      next: undefined,
    });
  },

  cancel(task: Task, { fsx, now }: FsxAccount): void {
    fsx.tasks.replace({ ...task, Lifecycle: "CANCELED", EndTime: now, next: undefined });
  },
};
