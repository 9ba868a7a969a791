import type { CreateDataRepositoryTaskCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { fileSystemNotFound, taskEnded, taskExecuting, taskNotFound, unsupported } from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, filterValues, pageOfDescribed, passing } from "../account/listing";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Association } from "../records/data-repository-associations";
import { type Task, underWay } from "../records/data-repository-tasks";
import type { FileSystem } from "../records/file-systems";
import { newTags } from "../tags/tags";
import { isLinked, isWithin, overlap, repositoriesOf } from "./repositories";

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
    isLinked(account, fileSystem),
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
  const since = ReleaseConfiguration?.DurationSinceLastAccess;
  refuseUnless(
    !since || (since.Unit !== undefined && since.Value !== undefined),
    "Unit and Value are required for DurationSinceLastAccess.",
  );
}

function checkReport(
  account: FsxAccount,
  fileSystem: FileSystem,
  { Enabled, Path = "" }: Input["Report"],
): void {
  refuseUnless(
    !Enabled || repositoriesOf(account, fileSystem).some(({ target }) => isWithin(Path, target)),
    `The path of the completion report, ${Path}, is not within a linked data repository.`,
  );
}

/** Whether an association is concerned by a task: imports name paths of the repository, others of the file system. */
const concerns = (association: Association, { Type, Paths = [] }: Pick<Task, "Type" | "Paths">): boolean =>
  Paths.length === 0 ||
  Paths.some(path =>
    Type === "IMPORT_METADATA_FROM_REPOSITORY"
      ? overlap(path, association.DataRepositoryPath)
      : overlap(path.startsWith("/") ? path : `/${path}`, association.FileSystemPath ?? "/"),
  );

function make(account: FsxAccount, input: Input): Task {
  const { FileSystemId, Type, Paths, Report, ReleaseConfiguration } = input;
  checkRequest(input);
  const fileSystem = fileSystemWithId(account, FileSystemId);
  checkFileSystem(account, fileSystem);
  checkReport(account, fileSystem, Report);
  const Tags = newTags(input.Tags);
  const associationIds = [...account.fsx.associations.by("fileSystem", FileSystemId)]
    .filter(association => concerns(association, input))
    .map(({ AssociationId }) => AssociationId);
  return addTask(account, { FileSystemId, Type, Paths, Report, ReleaseConfiguration, Tags, associationIds });
}

/** How long a file system is still busy with the tasks it has. */
function busyFor(account: FsxAccount, fileSystemId: string): number {
  const ends = [...account.fsx.tasks.by("underWay", fileSystemId)].map(task => {
    const rest = task.Lifecycle === "PENDING" ? account.duration("fsxDataRepositoryTask", task) : 0;
    return (task.next?.at ?? account.now) + rest - account.now;
  });
  return Math.max(0, ...ends);
}

type Wanted = Pick<Task, "Type" | "Tags" | "associationIds"> & Partial<Task>;

function addTask(account: FsxAccount, wanted: Wanted): Task {
  const { fsx, place, now, ids } = account;
  const TaskId = `task-${ids.hex(17)}`;
  const task: Task = {
    TaskId,
    Lifecycle: "PENDING",
    CreationTime: now,
    ResourceARN: arn("fsx", place, `task/${TaskId}`),
    ...wanted,
  };
  const takes =
    busyFor(account, task.FileSystemId ?? "") + account.duration("fsxDataRepositoryTaskStart", task);
  return fsx.tasks.insert({ ...task, next: account.inFlight("start", takes) });
}

/** Whether the file system of an association is being deleted, and the association with it. */
export const isOnLeavingFileSystem = (
  { fsx }: Pick<FsxView, "fsx">,
  { FileSystemId }: Association,
): boolean => fsx.fileSystems.get(FileSystemId ?? "")?.Lifecycle === "DELETING";

/** Whether an association will leave a task once it is made. On a file system that is being deleted no task begins. */
export const willImport = (account: Pick<FsxView, "fsx">, association: Association): boolean =>
  association.BatchImportMetaDataOnCreate === true && !isOnLeavingFileSystem(account, association);

/** Imports the metadata of all that a new association links, when the file system has no other task to do. */
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
    associationIds: [AssociationId],
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
  "data-repository-association-id": task => task.associationIds,
  "file-cache-id": task => task.FileCacheId,
};

export const describeDataRepositoryTasks = read<"DescribeDataRepositoryTasks">((input, account) => {
  const { tasks, fileSystems } = account.fsx;
  const { TaskIds: ids, Filters } = input;
  const unknown = filterValues(Filters, "file-system-id").find(
    id => !fileSystems.has(id) && tasks.by("fileSystem", id).size === 0,
  );
  if (unknown !== undefined) throw fileSystemNotFound(unknown);
  const { items, token } = pageOfDescribed(input, {
    ids,
    all: tasks.all(),
    where: passing(Filters, filterable),
    find: id => tasks.get(id),
    notFound: taskNotFound,
  });
  return { DataRepositoryTasks: items, NextToken: token, next: firstImport(account) };
});

/** A link being made that will leave a task: who waits for the task reads the tasks, not the links. */
function firstImport(account: FsxView): Next | undefined {
  for (const association of account.fsx.associations) {
    if (association.Lifecycle === "CREATING" && willImport(account, association)) return association.next;
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

/** The path of an import that no repository of its file system has; for such a path the task fails. */
function unlinkedPath(
  account: FsxAccount,
  { Type, Paths = [], FileSystemId = "" }: Task,
): string | undefined {
  const fileSystem = account.fsx.fileSystems.get(FileSystemId);
  if (Type !== "IMPORT_METADATA_FROM_REPOSITORY" || !fileSystem) return undefined;
  const repositories = repositoriesOf(account, fileSystem);
  return Paths.find(path => !repositories.some(({ source }) => isWithin(path, source)));
}

/** What happens to tasks by themselves. */
export const taskSteps = {
  start(task: Task, account: FsxAccount): void {
    const { fsx, now } = account;
    fsx.tasks.replace({
      ...task,
      Lifecycle: "EXECUTING",
      StartTime: now,
      Status: status(now),
      next: account.inFlight("complete", account.duration("fsxDataRepositoryTask", task)),
    });
  },

  complete(task: Task, account: FsxAccount): void {
    const { fsx, now } = account;
    const stranger = unlinkedPath(account, task);
    fsx.tasks.replace({
      ...task,
      Lifecycle: stranger === undefined ? "SUCCEEDED" : "FAILED",
      FailureDetails:
        stranger === undefined
          ? undefined
          : { Message: `The path ${stranger} is not within a linked data repository.` },
      EndTime: now,
      Status: status(now),
      next: undefined,
    });
  },

  cancel(task: Task, { fsx, now }: FsxAccount): void {
    fsx.tasks.replace({ ...task, Lifecycle: "CANCELED", EndTime: now, next: undefined });
  },
};
