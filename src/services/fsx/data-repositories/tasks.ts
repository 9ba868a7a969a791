import type { CreateDataRepositoryTaskCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { fileSystemNotFound, taskEnded, taskExecuting, taskNotFound, unsupported } from "../account/errors";
import { failureDetails } from "../account/failure-details";
import { once } from "../account/idempotency";
import { type Filterable, filterValues, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Association } from "../records/data-repository-associations";
import { type Task, underWay } from "../records/data-repository-tasks";
import type { FileSystem } from "../records/file-systems";
import { newTags } from "../tags/tags";
import { isLinked, isWithin, overlap, repositoriesOf } from "./repositories";

type Input = Stored<CreateDataRepositoryTaskCommandInput>;

export const createDataRepositoryTask = write<"CreateDataRepositoryTask">((input, account) => {
  const DataRepositoryTask = once(account, "CreateDataRepositoryTask", input, account.fsx.tasks, () =>
    makeTask(account, input),
  );
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

/** A path in the file system as associations name it: with a slash at its beginning. */
const asDirectory = (path: string): string => (path.startsWith("/") ? path : `/${path}`);

/** Whether a task transfers data of an association. Imports name paths in the repository, others in the file system. */
const concerns = (association: Association, { Type, Paths = [] }: Pick<Task, "Type" | "Paths">): boolean =>
  Paths.length === 0 ||
  Paths.some(path =>
    Type === "IMPORT_METADATA_FROM_REPOSITORY"
      ? overlap(path, association.DataRepositoryPath)
      : overlap(asDirectory(path), association.FileSystemPath ?? "/"),
  );

/** Refuses an export task where changes are exported automatically. */
function checkAutomaticExport(account: FsxAccount, { FileSystemId, Type, Paths }: Input): void {
  if (Type !== "EXPORT_TO_REPOSITORY") return;
  const exporting = [...account.fsx.associations.by("fileSystem", FileSystemId)].find(
    association => hasAutomaticExport(association) && concerns(association, { Type, Paths }),
  );
  refuseUnless(
    exporting === undefined,
    `An export task cannot be created while automatic export is enabled on ${exporting?.AssociationId}.`,
  );
}

const hasAutomaticExport = ({ S3 }: Association): boolean => (S3?.AutoExportPolicy?.Events?.length ?? 0) > 0;

function makeTask(account: FsxAccount, input: Input): Task {
  const { FileSystemId, Type, Paths, Report, ReleaseConfiguration } = input;
  checkRequest(input);
  const fileSystem = fileSystemWithId(account, FileSystemId);
  checkFileSystem(account, fileSystem);
  checkAutomaticExport(account, input);
  checkReport(account, fileSystem, Report);
  const Tags = newTags(input.Tags);
  const associationIds = [...account.fsx.associations.by("fileSystem", FileSystemId)]
    .filter(association => concerns(association, input))
    .map(({ AssociationId }) => AssociationId);
  return addTask(account, { FileSystemId, Type, Paths, Report, ReleaseConfiguration, Tags, associationIds });
}

/** How long the pending and running tasks of a file system still take. */
function busyFor(account: FsxAccount, fileSystemId: string): number {
  const ends = [...account.fsx.tasks.by("underWay", fileSystemId)].map(task => {
    const running = task.Lifecycle === "PENDING" ? account.duration("fsxDataRepositoryTask", task) : 0;
    return (task.next?.at ?? account.now) + running - account.now;
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
  return fsx.tasks.insert(task, { next: account.inFlight("start", takes) });
}

/** Whether the file system of an association is being deleted. */
export const isOnDeletedFileSystem = ({ fsx }: FsxView, { FileSystemId }: Association): boolean =>
  fsx.fileSystems.get(FileSystemId ?? "")?.Lifecycle === "DELETING";

/** Whether an association will import metadata when it becomes available. It will not on a file system that is being deleted. */
export const willImport = (account: FsxView, association: Association): boolean =>
  association.BatchImportMetaDataOnCreate === true && !isOnDeletedFileSystem(account, association);

/** Imports the metadata of a new association after the other tasks of the file system. */
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
  const task = existing(tasks, TaskId, taskNotFound);
  if (!underWay.has(task.Lifecycle)) throw taskEnded(`Data repository task ${TaskId} has already ended.`);
  if (task.Lifecycle === "CANCELING") return task;
  const next = account.inFlight("cancel", account.duration("fsxDataRepositoryTaskCancel", task));
  return tasks.change(task, { Lifecycle: "CANCELING", next });
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
  const { items, token } = pageOfDescribed(input, tasks, {
    ids,
    where: passing(Filters, filterable),
    notFound: taskNotFound,
  });
  return { DataRepositoryTasks: items, NextToken: token, next: firstImport(account) };
});

/** The next step of an association that will begin an import. Code that waits for the task polls tasks, not associations. */
function firstImport(account: FsxView): Next | undefined {
  for (const association of account.fsx.associations) {
    if (association.Lifecycle === "CREATING" && willImport(account, association)) return association.next;
  }
  return undefined;
}

/** The progress of a task. The mock has no files, so all counts are 0. */
const status = (now: EpochMs): Task["Status"] => ({
  TotalCount: 0,
  SucceededCount: 0,
  FailedCount: 0,
  LastUpdatedTime: now,
});

/** The first path that is outside all linked repositories, which makes the task fail. */
function unlinkedPath(
  account: FsxAccount,
  { Type, Paths = [], FileSystemId = "" }: Task,
): string | undefined {
  const fileSystem = account.fsx.fileSystems.get(FileSystemId);
  if (!fileSystem) return undefined;
  const repositories = repositoriesOf(account, fileSystem);
  return Paths.find(path =>
    Type === "IMPORT_METADATA_FROM_REPOSITORY"
      ? !repositories.some(({ source }) => isWithin(path, source))
      : !repositories.some(({ directory }) => overlap(asDirectory(path), directory)),
  );
}

const end = ({ fsx, now }: FsxAccount, task: Task, members: Partial<Task>): Task =>
  fsx.tasks.change(task, members, { EndTime: now, Status: status(now), next: undefined });

/** Ends a task as failed. */
export function failTask(task: Task, account: FsxAccount, message: string | undefined): void {
  const FailureDetails = failureDetails(message);
  end(account, task, { Lifecycle: "FAILED", FailureDetails });
}

/** The steps of tasks. */
export const taskSteps = {
  start(task: Task, account: FsxAccount): void {
    const { fsx, now } = account;
    fsx.tasks.change(task, {
      Lifecycle: "EXECUTING",
      StartTime: now,
      Status: status(now),
      next: account.inFlight("complete", account.duration("fsxDataRepositoryTask", task)),
    });
  },

  complete(task: Task, account: FsxAccount): void {
    const unlinked = unlinkedPath(account, task);
    if (unlinked === undefined) end(account, task, { Lifecycle: "SUCCEEDED" });
    else failTask(task, account, `The path ${unlinked} is not within a linked data repository.`);
  },

  cancel(task: Task, { fsx, now }: FsxAccount): void {
    fsx.tasks.change(task, { Lifecycle: "CANCELED", EndTime: now, next: undefined });
  },
};
