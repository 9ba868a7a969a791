import type { Entry } from "../entry";
import type { ShownResource } from "./resources";

/**
 * The resources with the members of stacks and clusters. AWS Backup lists no members, but the newest backup of a composite
 * shows of which resources it has backups.
 */
export function withMembers(
  resources: readonly ShownResource[],
  entries: readonly Entry[],
): readonly ShownResource[] {
  const points = entries.filter(({ list }) => list === "backup.recoveryPoints").map(({ item }) => item);
  const members = new Map<unknown, Set<string>>();
  for (const { ParentRecoveryPointArn: parent, ResourceArn } of points) {
    if (typeof parent !== "string" || typeof ResourceArn !== "string") continue;
    members.set(parent, (members.get(parent) ?? new Set()).add(ResourceArn));
  }
  // The points are in the order of their creation, so the newest counts.
  const ofResources = new Map(
    points.flatMap(({ RecoveryPointArn, ResourceArn }) => {
      const own = members.get(RecoveryPointArn);
      return own ? [[ResourceArn, [...own]] as const] : [];
    }),
  );
  return resources.map(shown => {
    const own = ofResources.get(shown.resource.arn);
    return own ? { ...shown, resource: { ...shown.resource, members: own } } : shown;
  });
}
