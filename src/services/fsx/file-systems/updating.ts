import { edited } from "../../../core/store";
import { type FsxAccount, write } from "../account/account";
import { badRequest, missingFileSystemConfiguration, unsupported } from "../account/errors";
import { once } from "../account/idempotency";
import { beginAction } from "../administrative-actions/administrative-actions";
import { keepAutomaticBackups, planDailyBackups } from "../backups/automatic-backups";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { FileSystem, FileSystemType } from "../records/file-systems";
import { checkBlocks } from "./creating";
import { fileSystemWithId, shownFileSystem, takesUpdates } from "./file-systems";
import { kindOf } from "./kinds";
import { checkLimits } from "./limits";
import { planLustreUpdate } from "./lustre-updates";
import { joinAgain } from "./maintenance";
import { planOntapUpdate } from "./ontap-updates";
import { planOpenZfsUpdate } from "./openzfs-updates";
import { changeSchedule } from "./schedules";
import { checkConflicts } from "./update-conflicts";
import {
  applyTarget,
  changesIn,
  type PlanUpdate,
  type UpdateRequest,
  withoutUnchanged,
} from "./update-plans";
import { planWindowsUpdate } from "./windows-updates";

const planners: Readonly<Record<FileSystemType, PlanUpdate>> = {
  WINDOWS: planWindowsUpdate,
  LUSTRE: planLustreUpdate,
  ONTAP: planOntapUpdate,
  OPENZFS: planOpenZfsUpdate,
};

export const updateFileSystem = write<"UpdateFileSystem">((input, account) => {
  const fileSystem = once(account, "UpdateFileSystem", input, account.fsx.fileSystems, () =>
    update(account, input),
  );
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

function update(account: FsxAccount, request: UpdateRequest): FileSystem {
  const fileSystem = fileSystemWithId(account, request.FileSystemId);
  const { FileSystemId, FileSystemType, Lifecycle } = fileSystem;
  checkBlocks(FileSystemType, request, "update");
  if (!takesUpdates(fileSystem)) {
    throw badRequest(`Cannot update ${FileSystemId} while it is in ${Lifecycle}`);
  }
  checkMembers(FileSystemType, request);
  const changes = changesIn(request, fileSystem);
  const plan = planners[FileSystemType](fileSystem, changes, account);
  const target = withoutUnchanged(plan.target, fileSystem);
  const updated = changeAtOnce(account, fileSystem, request);
  checkConflicts(account, fileSystem, changes, target);
  checkLimits(
    account,
    edited(fileSystem, draft => applyTarget(draft, target)),
    fileSystem,
  );
  if (Object.keys(target).length === 0) return updated;
  beginAction(
    account,
    FileSystemId,
    "FILE_SYSTEM_UPDATE",
    { TargetFileSystemValues: target },
    plan.optimizations,
  );
  if (Lifecycle !== "AVAILABLE") return updated;
  return account.fsx.fileSystems.update(FileSystemId, { Lifecycle: "UPDATING" });
}

/** Refuses requests without any member, even an empty configuration block, and changes that only other types support. */
function checkMembers(type: FileSystemType, request: UpdateRequest): void {
  const { FileSystemId: _id, ClientRequestToken: _token, ...asked } = request;
  if (Object.keys(asked).length === 0) {
    throw missingFileSystemConfiguration("The request updates nothing.");
  }
  if (request.NetworkType !== undefined && type !== "OPENZFS") {
    throw unsupported(`NetworkType cannot be updated for ${type} file systems.`);
  }
  if (request.FileSystemTypeVersion !== undefined && type !== "LUSTRE") {
    throw unsupported(`FileSystemTypeVersion cannot be updated for ${type} file systems.`);
  }
}

const immediateSettings: readonly string[] = [
  "AutomaticBackupRetentionDays",
  "DailyAutomaticBackupStartTime",
  "WeeklyMaintenanceStartTime",
  "CopyTagsToBackups",
  "CopyTagsToVolumes",
];

/** Changes what takes no administrative action: backups, maintenance and the copying of tags. */
function changeAtOnce(account: FsxAccount, fileSystem: FileSystem, request: UpdateRequest): FileSystem {
  const { block, noBackups } = kindOf(fileSystem);
  const asked = request[block] ?? {};
  if (!Object.keys(asked).some(name => immediateSettings.includes(name))) return fileSystem;
  const updated = account.fsx.fileSystems.change(fileSystem, draft => {
    const settings = draft[block];
    if (settings) changeSchedule(settings, asked, account.ids, noBackups);
    const { OpenZFSConfiguration: openZfs } = draft;
    const { CopyTagsToBackups, CopyTagsToVolumes } = request.OpenZFSConfiguration ?? {};
    if (openZfs && CopyTagsToBackups !== undefined) openZfs.CopyTagsToBackups = CopyTagsToBackups;
    if (openZfs && CopyTagsToVolumes !== undefined) openZfs.CopyTagsToVolumes = CopyTagsToVolumes;
  });
  planDailyBackups(account, updated);
  keepAutomaticBackups(account, updated);
  return updated;
}

/** Completes the update of a file system. */
export function applyUpdate(action: AdministrativeAction, account: FsxAccount): void {
  const { fsx } = account;
  const { subject, TargetFileSystemValues: target = {} } = action;
  const before = fsx.fileSystems.get(subject);
  if (!before) return;
  fsx.fileSystems.update(subject, draft => applyTarget(draft, target));
  growRootQuota(account, before, target.StorageCapacity);
  const directory = target.WindowsConfiguration?.SelfManagedActiveDirectoryConfiguration;
  if (directory && !joinAgain(action, account)) return;
  endUpdating(account, subject);
}

/** A root volume of OpenZFS whose quota is the whole storage keeps that when the storage grows. */
function growRootQuota({ fsx }: FsxAccount, before: FileSystem, capacity: number | undefined): void {
  const root = fsx.volumes.get(before.OpenZFSConfiguration?.RootVolumeId ?? "");
  if (!root || capacity === undefined) return;
  if (root.OpenZFSConfiguration?.StorageCapacityQuotaGiB !== before.StorageCapacity) return;
  fsx.volumes.change(root, ({ OpenZFSConfiguration: settings }) => {
    if (settings) settings.StorageCapacityQuotaGiB = capacity;
  });
}

/** Makes a file system available again after its last update has ended. */
export function endUpdating({ fsx }: FsxAccount, id: string): void {
  if (fsx.fileSystems.get(id)?.Lifecycle !== "UPDATING") return;
  const others = [...fsx.administrativeActions.by("underWay", id)].filter(
    ({ AdministrativeActionType: type, Status }) =>
      type === "FILE_SYSTEM_UPDATE" && (Status === "PENDING" || Status === "IN_PROGRESS"),
  );
  if (others.length === 0) fsx.fileSystems.update(id, { Lifecycle: "AVAILABLE" });
}
