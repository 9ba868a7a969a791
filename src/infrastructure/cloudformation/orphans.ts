import { isObject, type Members } from "../../seeding/members";
import type { ListName, WorldBuilder } from "../world-builder";
import type { CollectedEntry } from "./collect";

type Paths = Readonly<Partial<Record<ListName, readonly string[]>>>;

/** Where entries have the ids by which others refer to them. */
const ids: Paths = {
  "backup.frameworks": ["FrameworkArn"],
  "backup.plans": ["BackupPlanId"],
  "backup.restoreTestingPlans": ["RestoreTestingPlan.RestoreTestingPlanName"],
  "fsx.fileSystems": ["FileSystemId", "OpenZFSConfiguration.RootVolumeId"],
  "fsx.storageVirtualMachines": ["StorageVirtualMachineId"],
  "fsx.volumes": ["VolumeId"],
};

/** Where entries name what they belong to. */
const parents: Paths = {
  "backup.reportPlans": ["ReportSetting.FrameworkArns"],
  "backup.selections": ["BackupPlanId"],
  "backup.restoreTestingSelections": ["RestoreTestingPlanName"],
  "fsx.backups": ["FileSystemId"],
  "fsx.dataRepositoryAssociations": ["FileSystemId"],
  "fsx.s3AccessPointAttachments": ["OntapConfiguration.VolumeId", "OpenZFSConfiguration.VolumeId"],
  "fsx.snapshots": ["VolumeId"],
  "fsx.storageVirtualMachines": ["FileSystemId"],
  "fsx.volumes": ["OntapConfiguration.StorageVirtualMachineId", "OpenZFSConfiguration.ParentVolumeId"],
};

const valueAt = (members: Members, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), members);

const valuesOf = ({ list, item }: CollectedEntry, paths: Paths): readonly unknown[] =>
  (paths[list] ?? []).flatMap(path => valueAt(item, path)).filter(value => value !== undefined);

/** The entries without those that belong to something outside of the template, which are skipped. */
export function withoutOrphans(
  entries: readonly CollectedEntry[],
  builder: WorldBuilder,
): readonly CollectedEntry[] {
  const known = new Set(entries.flatMap(entry => valuesOf(entry, ids)));
  const missingOf = (entry: CollectedEntry): unknown => valuesOf(entry, parents).find(id => !known.has(id));
  const kept = entries.filter(entry => {
    const missing = missingOf(entry);
    // A resource that could not be read is reported as a problem.
    if (missing === undefined || builder.problems.concern(entry.resource.logicalId)) return true;
    const { logicalId, type } = entry.resource;
    builder.skip(logicalId, type, `it belongs to ${String(missing)}, which the template does not hold`);
    return false;
  });
  // What belongs to a skipped resource is skipped as well.
  return kept.length === entries.length ? kept : withoutOrphans(kept, builder);
}
