import { hour } from "../../../core/time";
import { type FsxAccount, write } from "../account/account";
import { badRequest, missingFileSystemConfiguration, unsupported } from "../account/errors";
import { once } from "../account/idempotency";
import { beginAction } from "../administrative-actions/administrative-actions";
import { keepAutomaticBackups, planDailyBackups } from "../backups/automatic-backups";
import { type AdministrativeAction, isUnderWay } from "../records/administrative-actions";
import type { FileSystem, FileSystemType } from "../records/file-systems";
import { type Change, changed, isEmpty, type Revise, type UpdateRequest } from "./changes";
import { checkBlocks } from "./creating";
import { fileSystemWithId, shownFileSystem, takesUpdates } from "./file-systems";
import { blocks } from "./kind";
import { kinds } from "./kinds";
import { checkLimits } from "./limits";
import { reviseLustre } from "./lustre-updates";
import { joinAgain } from "./maintenance";
import { reviseOntap } from "./ontap-updates";
import { reviseOpenZfs } from "./openzfs-updates";
import { reviseWindows } from "./windows-updates";

const revisions: Readonly<Record<FileSystemType, Revise>> = {
  WINDOWS: reviseWindows,
  LUSTRE: reviseLustre,
  ONTAP: reviseOntap,
  OPENZFS: reviseOpenZfs,
};

/** Storage can be made larger again six hours after the last time was asked for. */
const betweenCapacities = 6 * hour;

export const updateFileSystem = write<"UpdateFileSystem">((input, account) => {
  const fileSystem = once(account, "UpdateFileSystem", input, {
    act: () => revise(account, input),
    nameOf: updated => updated.FileSystemId,
    find: id => account.fsx.fileSystems.get(id),
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

function revise(account: FsxAccount, request: UpdateRequest): FileSystem {
  const fileSystem = fileSystemWithId(account, request.FileSystemId);
  const { FileSystemId, FileSystemType, Lifecycle } = fileSystem;
  checkBlocks(FileSystemType, request, "update");
  if (!takesUpdates(fileSystem))
    throw badRequest(`Cannot update ${FileSystemId} while it is in ${Lifecycle}`);
  checkMembers(FileSystemType, request);
  const { now, later, optimizations } = revisions[FileSystemType](fileSystem, request, account);
  checkOthersUnderWay(account, fileSystem, later);
  checkLimits(account, changed(fileSystem, later), fileSystem);
  const updated = account.fsx.fileSystems.replace(changed(fileSystem, now));
  if (!isEmpty(now)) {
    planDailyBackups(account, updated);
    keepAutomaticBackups(account, updated);
  }
  if (isEmpty(later)) return updated;
  const target = { TargetFileSystemValues: later };
  beginAction(account, FileSystemId, "FILE_SYSTEM_UPDATE", target, optimizations);
  return account.fsx.fileSystems.update(FileSystemId, {
    Lifecycle: Lifecycle === "AVAILABLE" ? "UPDATING" : Lifecycle,
  });
}

/** Refuses requests that ask for nothing, or for what only other types have. */
function checkMembers(type: FileSystemType, request: UpdateRequest): void {
  const { FileSystemId: _id, ClientRequestToken: _token, [kinds[type].block]: own = {}, ...others } = request;
  if (isEmpty(own) && isEmpty(others)) throw missingFileSystemConfiguration("The request updates nothing.");
  if (request.NetworkType !== undefined && type !== "OPENZFS") {
    throw unsupported(`NetworkType cannot be updated for ${type} file systems.`);
  }
  if (request.FileSystemTypeVersion !== undefined && type !== "LUSTRE") {
    throw unsupported(`FileSystemTypeVersion cannot be updated for ${type} file systems.`);
  }
}

/** The names of all that a change changes, those inside of its configuration block included. */
const namesOf = (change: Change | AdministrativeAction["TargetFileSystemValues"] = {}): readonly string[] => [
  ...Object.keys(change),
  ...blocks.flatMap(block => Object.keys(change[block] ?? {})),
];

/** One thing is changed once at a time. */
function checkOthersUnderWay({ fsx, now }: FsxAccount, { FileSystemId }: FileSystem, later: Change): void {
  const wanted = namesOf(later).filter(name => !blocks.some(block => block === name));
  for (const action of fsx.administrativeActions.by("subject", FileSystemId)) {
    if (action.AdministrativeActionType !== "FILE_SYSTEM_UPDATE") continue;
    const names = namesOf(action.TargetFileSystemValues);
    const inTheWay = wanted.find(name => names.includes(name));
    if (isUnderWay(action) && inTheWay !== undefined) {
      throw badRequest(`There is already an update of ${inTheWay} in progress.`);
    }
    const isRecent = action.Status !== "FAILED" && now < action.RequestTime + betweenCapacities;
    if (isRecent && names.includes("StorageCapacity") && wanted.includes("StorageCapacity")) {
      throw badRequest("The storage capacity can be updated again six hours after the last update.");
    }
  }
}

/** Does what a file system's update was to do. */
export function applyUpdate(action: AdministrativeAction, account: FsxAccount): void {
  const { fsx } = account;
  const { subject, TargetFileSystemValues } = action;
  const fileSystem = fsx.fileSystems.get(subject);
  if (!fileSystem) return;
  const updated = fsx.fileSystems.replace(changed(fileSystem, TargetFileSystemValues ?? {}));
  const directory = TargetFileSystemValues?.WindowsConfiguration?.SelfManagedActiveDirectoryConfiguration;
  if (directory && !joinAgain(action, account)) return;
  const others = [...fsx.administrativeActions.by("underWay", subject)].filter(
    ({ AdministrativeActionType: type, Status }) =>
      type === "FILE_SYSTEM_UPDATE" && (Status === "PENDING" || Status === "IN_PROGRESS"),
  );
  if (updated.Lifecycle === "UPDATING" && others.length === 0) {
    fsx.fileSystems.update(subject, { Lifecycle: "AVAILABLE" });
  }
}
