import { invalidRouteTable } from "../errors";
import { refuseUnless } from "./rules";

interface Asked {
  readonly AddRouteTableIds?: readonly string[] | undefined;
  readonly RemoveRouteTableIds?: readonly string[] | undefined;
}

/** The route tables of a Multi-AZ file system after some come and others go. */
export function changedRouteTables(
  before: readonly string[] | undefined,
  { AddRouteTableIds: added = [], RemoveRouteTableIds: removed = [] }: Asked,
): readonly string[] | undefined {
  if (added.length === 0 && removed.length === 0) return undefined;
  refuseUnless(before !== undefined, "Route tables are supported for Multi-AZ deployment types only.");
  const unknown = removed.find(id => !before.includes(id));
  if (unknown !== undefined) {
    throw invalidRouteTable(unknown, `The route table ${unknown} is not associated with the file system.`);
  }
  return [...new Set([...before.filter(id => !removed.includes(id)), ...added])];
}
