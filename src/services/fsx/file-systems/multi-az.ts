import { invalidRouteTable } from "../account/errors";
import { refuseUnless } from "./rules";

/** Whether a request says anything that only Multi-AZ file systems have. */
export const hasMultiAzSettings = (asked: {
  readonly EndpointIpAddressRange?: string | undefined;
  readonly EndpointIpv6AddressRange?: string | undefined;
  readonly RouteTableIds?: readonly string[] | undefined;
}): boolean =>
  asked.EndpointIpAddressRange !== undefined ||
  asked.EndpointIpv6AddressRange !== undefined ||
  asked.RouteTableIds !== undefined;

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

/** The IPv6 addresses that a Multi-AZ file system, which has route tables, is to be reached at. */
export function changedIpv6Range(
  routeTableIds: readonly string[] | undefined,
  { EndpointIpv6AddressRange: range }: { readonly EndpointIpv6AddressRange?: string | undefined },
): string | undefined {
  refuseUnless(
    range === undefined || routeTableIds !== undefined,
    "EndpointIpv6AddressRange is supported for Multi-AZ deployment types only.",
  );
  return range;
}
