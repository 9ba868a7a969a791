import type { WorldState } from "../../../src/core/world";
import type { PlaceTables } from "../../../src/mock/state-view";
import { Looking } from "./looking";

/** All places there are, by `account/region`. */
export type Places = Readonly<Record<string, PlaceTables>>;

/** Something that has to be there because something else speaks of it. */
interface Reference<R extends object> {
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
    what: "a recovery point being created by no job under way",
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
    what: "a member of a composite recovery point that there is not",
    records: ({ backup }) => backup.recoveryPoints,
    // The copies of members name their composite before it is there; backups that are given up, while they are.
    resolves: ({ ParentRecoveryPointArn: parent, backupJobId = "" }, { backup }, places) =>
      parent === undefined ||
      backup.recoveryPoints.has(parent) ||
      backup.backupJobs.get(backupJobId)?.State === "ABORTING" ||
      Object.values(places).some(there =>
        [...there.backup.copyJobs.by("unfinished", "yes")].some(({ copyArn }) => copyArn === parent),
      ),
  }),
  reference({
    what: "an index of a recovery point that there is not",
    records: ({ backup }) => backup.pointIndexes,
    resolves: ({ RecoveryPointArn, IndexStatus }, { backup }) =>
      IndexStatus === "DELETING" || backup.recoveryPoints.has(RecoveryPointArn),
  }),
  reference({
    what: "a selection of a plan that is not in force",
    records: ({ backup }) => backup.selections,
    resolves: ({ BackupPlanId }, { backup }) => {
      const plan = backup.plans.get(BackupPlanId);
      return plan !== undefined && plan.DeletionDate === undefined;
    },
  }),
  reference({
    what: "a planned rule of a plan that is not in force",
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
    what: "a plan without the version that is in force",
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
    what: "a restore access to a vault that there is not",
    records: ({ backup }) => backup.restoreAccesses,
    resolves: ({ BackupVaultName }, { backup }) => backup.vaults.has(BackupVaultName),
  }),
  reference({
    what: "a copy expected of no job under way",
    records: ({ backup }) => backup.incomingCopies,
    resolves: ({ CopyJobId, from }, _, places) => {
      const job = places[`${from.accountId}/${from.region}`]?.backup.copyJobs.get(CopyJobId);
      return job !== undefined && unfinished.has(job.State);
    },
  }),
  reference({
    what: "a copy job of a parent that there is not",
    records: ({ backup }) => backup.copyJobs,
    resolves: ({ ParentJobId }, { backup }) => ParentJobId === undefined || backup.copyJobs.has(ParentJobId),
  }),
  reference({
    what: "tags of something that there is not",
    records: ({ backup }) => backup.tags,
    resolves: ({ ResourceArn }, { backup }) => isThere(backup, ResourceArn),
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
    what: "a replication of which neither side is here",
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
    what: "something being done to a thing that there is not",
    records: ({ fsx }) => fsx.administrativeActions,
    resolves: ({ subject, next }, { fsx }) =>
      next === undefined ||
      fsx.fileSystems.has(subject) ||
      fsx.volumes.has(subject) ||
      fsx.snapshots.has(subject),
  }),
  reference({
    what: "daily backups of a file system that there is not",
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
    what: "a data repository association of nothing",
    records: ({ fsx }) => fsx.associations,
    resolves: ({ FileSystemId, FileCacheId }, { fsx }) =>
      fsx.fileSystems.has(FileSystemId ?? "") || fsx.fileCaches.has(FileCacheId ?? ""),
  }),
  reference({
    what: "a data repository task under way of a file system that there is not",
    records: ({ fsx }) => fsx.tasks,
    resolves: ({ FileSystemId, next }, { fsx }) =>
      next === undefined || fsx.fileSystems.has(FileSystemId ?? ""),
  }),
  reference({
    what: "an S3 access point of a volume that there is not",
    records: ({ fsx }) => fsx.s3AccessPoints,
    resolves: ({ volumeId }, { fsx }) => fsx.volumes.has(volumeId),
  }),
  reference({
    what: "a backup by AWS Backup that AWS Backup has no recovery point of",
    records: ({ fsx }) => fsx.backups,
    resolves: ({ Type, ResourceARN }, { backup }) =>
      Type !== "AWS_BACKUP" || backup.recoveryPoints.has(ResourceARN),
  }),
  reference({
    what: "a recovery point of FSx that FSx has no backup of",
    records: ({ backup }) => backup.recoveryPoints,
    resolves: ({ ResourceType, RecoveryPointArn }, { fsx }) => {
      const id = /^arn:[^:]+:fsx:[^:]*:[^:]*:backup\/(.+)$/.exec(RecoveryPointArn)?.[1];
      return ResourceType !== "FSx" || id === undefined || fsx.backups.has(id);
    },
  }),
];

function isThere(backup: PlaceTables["backup"], arn: string): boolean {
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

/** The core keeps tables by name; they are those of the services. */
const placesOf = (places: WorldState["places"]): Places =>
  places as WorldState["places"] & Readonly<Record<string, PlaceTables>>;

/** Checks that what things speak of is there; what looked only at tables that are still the same is not done again. */
export class References {
  /** By place, what each of the references looked at. */
  readonly #looked = new Map<string, Looking[]>();
  #checked: WorldState["places"] | undefined;

  check(world: WorldState): void {
    if (world.places === this.#checked) return;
    for (const place of Object.keys(world.places)) {
      const looked = this.#looked.get(place) ?? [];
      this.#looked.set(place, looked);
      for (const [index, dangling] of references.entries()) {
        if (looked[index]?.isAsItWasIn(world)) continue;
        const looking = new Looking(world);
        const places = placesOf(looking.places);
        const here = places[place];
        const found = here && dangling(here, places);
        if (found !== undefined) throw new Error(`There is ${found}`);
        looked[index] = looking;
      }
    }
    this.#checked = world.places;
  }
}
