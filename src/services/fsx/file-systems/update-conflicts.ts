import { hour } from "../../../core/time";
import type { FsxAccount } from "../account/account";
import { badRequest } from "../account/errors";
import { type AdministrativeAction, isUnderWay } from "../records/administrative-actions";
import type { FileSystem, FileSystemType } from "../records/file-systems";
import { blocks } from "./kind";
import type { TargetValues, UpdateRequest } from "./update-plans";

/** The minimum time between two requests for changes of the same kind. */
const waitingTime = 6 * hour;

/** The members that have to wait after a change of one of them. Members of one list wait for each other. */
const waiting: Readonly<Record<FileSystemType, readonly (readonly string[])[]>> = {
  WINDOWS: [["StorageCapacity"]],
  LUSTRE: [
    ["StorageCapacity"],
    ["PerUnitStorageThroughput", "ThroughputCapacity"],
    ["DataReadCacheConfiguration"],
  ],
  ONTAP: [["StorageCapacity"]],
  OPENZFS: [["StorageCapacity"], ["ReadCacheConfiguration"]],
};

/** The second generation of ONTAP does not wait. */
const waitingOf = ({ FileSystemType, OntapConfiguration }: FileSystem) =>
  OntapConfiguration?.DeploymentType?.endsWith("_2") === true ? [] : waiting[FileSystemType];

/** The names of all target values, including those inside the configuration block. */
const namesOf = (target: TargetValues | UpdateRequest = {}): readonly string[] => [
  ...Object.keys(target).filter(name => !blocks.some(block => block === name)),
  ...blocks.flatMap(block => Object.keys(target[block] ?? {})),
];

/** `StorageCapacity` as AWS's messages say it: `storage capacity`. */
const inWords = (name: string): string => name.replaceAll(/(?<!^)(?=[A-Z][a-z])/g, " ").toLowerCase();

const refusal = (name: string, why: string) =>
  badRequest(`Unable to perform the ${inWords(name)} update. ${why}`);

/** An update whose values the file system does not show yet. One that is only being optimized is not in progress. */
const isInProgress = ({ Status }: AdministrativeAction): boolean =>
  Status === "PENDING" || Status === "IN_PROGRESS";

const cacheOf = ({ LustreConfiguration, OpenZFSConfiguration }: TargetValues) =>
  LustreConfiguration?.DataReadCacheConfiguration ?? OpenZFSConfiguration?.ReadCacheConfiguration;

/** Whether an update adds or removes the read cache, for which there is no waiting time. */
const togglesCache = (before: FileSystem, target: TargetValues): boolean =>
  [before, target].some(settings => cacheOf(settings)?.SizingMode === "NO_CACHE");

/** The names of the changes that may have to wait: those requested, but not values that adapt to them. */
function patientNames(
  fileSystem: FileSystem,
  request: UpdateRequest,
  target: TargetValues,
): readonly string[] {
  const asked = namesOf(request);
  const names = namesOf(target).filter(name => asked.includes(name));
  return togglesCache(fileSystem, target) ? names.filter(name => !name.includes("ReadCache")) : names;
}

/**
 * Refuses a change of a value that another update is changing, and one that comes too soon after the last change of
 * the same kind.
 */
export function checkConflicts(
  { fsx, now }: FsxAccount,
  fileSystem: FileSystem,
  request: UpdateRequest,
  target: TargetValues,
): void {
  const { FileSystemId } = fileSystem;
  const wanted = namesOf(target);
  const patient = patientNames(fileSystem, request, target);
  for (const action of fsx.administrativeActions.by("subject", FileSystemId)) {
    if (action.AdministrativeActionType !== "FILE_SYSTEM_UPDATE" || action.Status === "FAILED") continue;
    const names = namesOf(action.TargetFileSystemValues);
    const conflict = wanted.find(name => names.includes(name));
    if (isInProgress(action) && conflict !== undefined) {
      throw refusal(conflict, "There is an update already in progress.");
    }
    const isRecent = now < action.RequestTime + waitingTime || isUnderWay(action);
    const tooSoon = waitingOf(fileSystem).find(group =>
      [names, patient].every(list => list.some(name => group.includes(name))),
    );
    if (isRecent && tooSoon) {
      const name = patient.find(each => tooSoon.includes(each)) ?? "";
      throw refusal(
        name,
        "It can be updated again six hours after the last update and after its optimization.",
      );
    }
  }
}
