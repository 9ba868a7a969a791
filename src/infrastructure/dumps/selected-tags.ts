import { isOfAutomaticPlan } from "../../seeding/backup-plans";
import { isObject } from "../../seeding/members";
import type { Entry } from "../entry";
import type { WorldBuilder } from "../world-builder";
import type { ShownResource } from "./resources";

/** Whether a selection asks for tags. That of automatic backups asks for those of EFS only. */
function selectsByTags({ list, item }: Entry): boolean {
  const { BackupSelection: selection } = item;
  if (list !== "backup.selections" || !isObject(selection) || isOfAutomaticPlan(item)) return false;
  return [selection["ListOfTags"], ...Object.values(Object(selection["Conditions"]))].some(
    conditions => Array.isArray(conditions) && conditions.length > 0,
  );
}

/** Warns if selections ask for tags, and no answer says those of the resources. */
export function warnOfTags(
  entries: readonly Entry[],
  resources: readonly ShownResource[],
  notes: WorldBuilder,
): void {
  const first = entries.find(selectsByTags);
  if (!first || resources.some(({ resource }) => resource.tags)) return;
  notes.warn(
    first.name,
    "selects by tags, but no answer says the tags of resources of other services; add those of `aws resourcegroupstaggingapi get-resources`, or to `resources` of the fixture",
  );
}
