import type { WorldState } from "../../../src/core/world";
import type { PlaceTables } from "../../../src/mock/state-view";
import { ReadTracker } from "./read-tracking";

/** All accounts and Regions, by `account/region`. */
export type Places = Readonly<Record<string, PlaceTables>>;

/** A reference from one record to another, which must exist. */
interface Reference<R extends object> {
  /** What a record is whose reference is dangling. */
  readonly what: string;
  readonly records: (here: PlaceTables) => Iterable<R>;
  readonly resolves: (record: R, here: PlaceTables, places: Places) => boolean;
}

type AnyReference = (here: PlaceTables, places: Places) => string | undefined;

const reference =
  <R extends object>({ what, records, resolves }: Reference<R>): AnyReference =>
  (here, places) => {
    for (const record of records(here)) {
      if (!resolves(record, here, places)) return `${what}: ${JSON.stringify(record)}`;
    }
    return undefined;
  };

const unfinished = new Set(["CREATED", "PENDING", "RUNNING", "ABORTING", "COMPLETING"]);

const references: readonly AnyReference[] = [
  reference({
    what: "a recovery point without its vault",
    records: ({ backup }) => backup.recoveryPoints,
    resolves: ({ BackupVaultName }, { backup }) => backup.vaults.has(BackupVaultName),
  }),
  reference({
    what: "a recovery point in creation without an unfinished job",
    records: ({ backup }) => backup.recoveryPoints,
    resolves: ({ Status, backupJobId, copyJobId }, { backup }) =>
      Status !== "CREATING" ||
      copyJobId !== undefined ||
      unfinished.has(backup.backupJobs.get(backupJobId ?? "")?.State ?? ""),
  }),
  reference({
    what: "a running backup job without its recovery point",
    records: ({ backup }) => backup.backupJobs.by("state", "RUNNING"),
    resolves: ({ pointArn }, { backup }) => backup.recoveryPoints.has(pointArn),
  }),
  reference({
    what: "a nested recovery point without its parent",
    records: ({ backup }) => backup.recoveryPoints,
    // Copies of nested points refer to their parent before it exists, aborted backups until they have ended.
    resolves: ({ ParentRecoveryPointArn: parent, backupJobId = "" }, { backup }, places) =>
      parent === undefined ||
      backup.recoveryPoints.has(parent) ||
      backup.backupJobs.get(backupJobId)?.State === "ABORTING" ||
      Object.values(places).some(there =>
        [...there.backup.copyJobs.by("unfinished", "yes")].some(({ copyArn }) => copyArn === parent),
      ),
  }),
  reference({
    what: "an index without its recovery point",
    records: ({ backup }) => backup.pointIndexes,
    resolves: ({ RecoveryPointArn, IndexStatus }, { backup }) =>
      IndexStatus === "DELETING" || backup.recoveryPoints.has(RecoveryPointArn),
  }),
  reference({
    what: "a selection without its plan",
    records: ({ backup }) => backup.selections,
    resolves: ({ BackupPlanId }, { backup }) => {
      const plan = backup.plans.get(BackupPlanId);
      return plan !== undefined && plan.DeletionDate === undefined;
    },
  }),
  reference({
    what: "a scheduled rule without its plan",
    records: ({ backup }) => backup.plannedRules,
    resolves: ({ BackupPlanId, RuleId }, { backup }) => {
      const plan = backup.plans.get(BackupPlanId);
      return (
        plan?.DeletionDate === undefined &&
        plan?.BackupPlan.Rules.some(rule => rule.RuleId === RuleId) === true
      );
    },
  }),
  reference({
    what: "a plan without its current version",
    records: ({ backup }) => backup.plans,
    resolves: ({ BackupPlanId, VersionId }, { backup }) =>
      backup.planVersions.has(`${BackupPlanId}/${VersionId}`),
  }),
  reference({
    what: "a restore testing selection without its plan",
    records: ({ backup }) => backup.restoreTestingSelections,
    resolves: ({ RestoreTestingPlanName }, { backup }) =>
      backup.restoreTestingPlans.has(RestoreTestingPlanName),
  }),
  reference({
    what: "a restore access vault without its source vault",
    records: ({ backup }) => backup.restoreAccesses,
    resolves: ({ BackupVaultName }, { backup }) => backup.vaults.has(BackupVaultName),
  }),
  reference({
    what: "an expected copy without an unfinished job",
    records: ({ backup }) => backup.incomingCopies,
    resolves: ({ CopyJobId, from }, _, places) => {
      const job = places[`${from.accountId}/${from.region}`]?.backup.copyJobs.get(CopyJobId);
      return job !== undefined && unfinished.has(job.State);
    },
  }),
  reference({
    what: "a copy job without its parent",
    records: ({ backup }) => backup.copyJobs,
    resolves: ({ ParentJobId }, { backup }) => ParentJobId === undefined || backup.copyJobs.has(ParentJobId),
  }),
  reference({
    what: "tags without their resource",
    records: ({ backup }) => backup.tags,
    resolves: ({ ResourceArn }, { backup }) => exists(backup, ResourceArn),
  }),
  reference({
    what: "a mount target without its file system or subnet",
    records: ({ efs }) => efs.mountTargets,
    resolves: ({ FileSystemId, SubnetId }, { efs }) =>
      efs.fileSystems.has(FileSystemId ?? "") && efs.subnets.has(SubnetId ?? ""),
  }),
  reference({
    what: "an access point without its file system",
    records: ({ efs }) => efs.accessPoints,
    resolves: ({ FileSystemId }, { efs }) => efs.fileSystems.has(FileSystemId ?? ""),
  }),
  reference({
    what: "a backup policy without its file system",
    records: ({ efs }) => efs.backupPolicies,
    resolves: ({ FileSystemId }, { efs }) => efs.fileSystems.has(FileSystemId),
  }),
  reference({
    what: "a replication with neither its source nor its destination here",
    records: ({ efs }) => efs.replications,
    resolves: ({ SourceFileSystemId, Destinations: [destination] }, { efs }) =>
      efs.fileSystems.has(SourceFileSystemId) || efs.fileSystems.has(destination.FileSystemId),
  }),
  reference({
    what: "an alias without its file system",
    records: ({ fsx }) => fsx.aliases,
    resolves: ({ FileSystemId }, { fsx }) => fsx.fileSystems.has(FileSystemId),
  }),
  reference({
    what: "an unfinished administrative action without its resource",
    records: ({ fsx }) => fsx.administrativeActions,
    resolves: ({ subject, next }, { fsx }) =>
      next === undefined ||
      fsx.fileSystems.has(subject) ||
      fsx.volumes.has(subject) ||
      fsx.snapshots.has(subject),
  }),
  reference({
    what: "daily backups without their file system",
    records: ({ fsx }) => fsx.dailyBackups,
    resolves: ({ FileSystemId }, { fsx }) => fsx.fileSystems.has(FileSystemId),
  }),
  reference({
    what: "a volume without its file system, storage virtual machine or parent",
    records: ({ fsx }) => fsx.volumes,
    resolves: ({ FileSystemId, OntapConfiguration: ontap, OpenZFSConfiguration: openZfs }, { fsx }) =>
      fsx.fileSystems.has(FileSystemId) &&
      (ontap === undefined || fsx.storageVirtualMachines.has(ontap.StorageVirtualMachineId ?? "")) &&
      (openZfs?.ParentVolumeId === undefined || fsx.volumes.has(openZfs.ParentVolumeId)),
  }),
  reference({
    what: "a storage virtual machine without its file system",
    records: ({ fsx }) => fsx.storageVirtualMachines,
    resolves: ({ FileSystemId }, { fsx }) => fsx.fileSystems.has(FileSystemId ?? ""),
  }),
  reference({
    what: "a snapshot without its volume",
    records: ({ fsx }) => fsx.snapshots,
    resolves: ({ VolumeId }, { fsx }) => fsx.volumes.has(VolumeId ?? ""),
  }),
  reference({
    what: "a data repository association without its file system or cache",
    records: ({ fsx }) => fsx.associations,
    resolves: ({ FileSystemId, FileCacheId }, { fsx }) =>
      fsx.fileSystems.has(FileSystemId ?? "") || fsx.fileCaches.has(FileCacheId ?? ""),
  }),
  reference({
    what: "an unfinished data repository task without its file system",
    records: ({ fsx }) => fsx.tasks,
    resolves: ({ FileSystemId, next }, { fsx }) =>
      next === undefined || fsx.fileSystems.has(FileSystemId ?? ""),
  }),
  reference({
    what: "an S3 access point without its volume",
    records: ({ fsx }) => fsx.s3AccessPoints,
    resolves: ({ volumeId }, { fsx }) => fsx.volumes.has(volumeId),
  }),
  reference({
    what: "an FSx backup of type AWS_BACKUP without its recovery point",
    records: ({ fsx }) => fsx.backups,
    resolves: ({ Type, ResourceARN }, { backup }) =>
      Type !== "AWS_BACKUP" || backup.recoveryPoints.has(ResourceARN),
  }),
  reference({
    what: "a recovery point of FSx without its FSx backup",
    records: ({ backup }) => backup.recoveryPoints,
    resolves: ({ ResourceType, RecoveryPointArn }, { fsx }) => {
      const id = /^arn:[^:]+:fsx:[^:]*:[^:]*:backup\/(.+)$/.exec(RecoveryPointArn)?.[1];
      return ResourceType !== "FSx" || id === undefined || fsx.backups.has(id);
    },
  }),
];

function exists(backup: PlaceTables["backup"], arn: string): boolean {
  const id = arn.slice(arn.lastIndexOf(":") + 1);
  return (
    backup.recoveryPoints.has(arn) ||
    backup.vaults.has(id) ||
    backup.plans.has(id) ||
    backup.legalHolds.has(id) ||
    backup.frameworks.by("arn", arn).size > 0 ||
    backup.reportPlans.by("arn", arn).size > 0 ||
    backup.restoreTestingPlans.by("arn", arn).size > 0 ||
    backup.tieringConfigurations.by("arn", arn).size > 0
  );
}

/** The store knows tables only by name; this gives them the types of the services. */
const placesOf = (places: WorldState["places"]): Places =>
  places as WorldState["places"] & Readonly<Record<string, PlaceTables>>;

/** Checks that no reference is dangling, unless everything that a check read is unchanged. */
export class ReferenceChecker {
  /** By account and Region, what the check of each reference read. */
  readonly #reads = new Map<string, ReadTracker[]>();
  #checked: WorldState["places"] | undefined;

  check(state: WorldState): void {
    if (state.places === this.#checked) return;
    for (const place of Object.keys(state.places)) {
      const known = this.#reads.get(place) ?? [];
      this.#reads.set(place, known);
      for (const [index, findDangling] of references.entries()) {
        if (known[index]?.isUnchangedIn(state)) continue;
        const reads = new ReadTracker(state);
        const places = placesOf(reads.places);
        const here = places[place];
        const dangling = here && findDangling(here, places);
        if (dangling !== undefined) throw new Error(`Found ${dangling}`);
        known[index] = reads;
      }
    }
    this.#checked = state.places;
  }
}
