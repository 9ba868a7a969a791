import { isObject, type Members } from "../seeding/members";
import type { Entry } from "./entry";
import type { ListName, WorldBuilder } from "./world-builder";

type Paths = Readonly<Partial<Record<ListName, readonly string[]>>>;

/** Where entries have the ids by which others refer to them. */
const ids: Paths = {
  "backup.frameworks": ["FrameworkArn"],
  "backup.plans": ["BackupPlanId"],
  "backup.restoreTestingPlans": ["RestoreTestingPlan.RestoreTestingPlanName", "RestoreTestingPlanName"],
  "fsx.fileSystems": ["FileSystemId", "OpenZFSConfiguration.RootVolumeId"],
  "fsx.storageVirtualMachines": ["StorageVirtualMachineId"],
  "fsx.volumes": ["VolumeId"],
};

/** Where entries name what they belong to. */
const parents: Paths = {
  "backup.reportPlans": ["ReportSetting.FrameworkArns"],
  "backup.selections": ["BackupPlanId"],
  "backup.restoreTestingSelections": ["RestoreTestingPlanName"],
  "fsx.backups": ["FileSystemId", "VolumeId"],
  "fsx.dataRepositoryAssociations": ["FileSystemId"],
  "fsx.s3AccessPointAttachments": ["OntapConfiguration.VolumeId", "OpenZFSConfiguration.VolumeId"],
  "fsx.snapshots": ["VolumeId"],
  "fsx.storageVirtualMachines": ["FileSystemId"],
  "fsx.volumes": ["OntapConfiguration.StorageVirtualMachineId", "OpenZFSConfiguration.ParentVolumeId"],
};

const valueAt = (members: Members, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), members);

const valuesOf = ({ list, item }: Entry, paths: Paths): readonly unknown[] =>
  (paths[list] ?? []).flatMap(path => valueAt(item, path)).filter(value => value !== undefined);

/** The entries without those that belong to something outside of their document, which are skipped. */
export function withoutOrphans<E extends Entry>(
  entries: readonly E[],
  document: string,
  builder: WorldBuilder,
): readonly E[] {
  const known = new Set(entries.flatMap(entry => valuesOf(entry, ids)));
  const kept = entries.filter(entry => {
    const missing = valuesOf(entry, parents).find(id => !known.has(id));
    // A resource that could not be read is reported as a problem.
    if (missing === undefined || builder.problems.concern(entry.name)) return true;
    builder.skip(
      entry.name,
      entry.type,
      `it belongs to ${String(missing)}, which the ${document} does not hold`,
    );
    return false;
  });
  // What belongs to a skipped resource is skipped as well.
  return kept.length === entries.length ? kept : withoutOrphans(kept, document, builder);
}
