import type { Place } from "../../../core/basics";
import { invalidRouteTable } from "../account/errors";
import { mainRouteTableId } from "./network";
import { refuseUnless } from "./rules";

/** Regions without Multi-AZ file systems, by type: those that the guides name, and one with two zones for an account. */
const regionsWithout = {
  WINDOWS: new Set(["cn-north-1", "us-west-1"]),
  ONTAP: new Set(["cn-north-1"]),
} as const satisfies Record<string, ReadonlySet<string>>;

/** Whether a Region has Multi-AZ file systems of a type. */
export const hasMultiAz = (type: keyof typeof regionsWithout, region: string): boolean =>
  !regionsWithout[type].has(region);

/** Refuses a Multi-AZ file system in a Region that has none of its type. */
export function checkRegion(type: keyof typeof regionsWithout, { region }: Place, deployment: string): void {
  refuseUnless(
    !deployment.startsWith("MULTI_AZ") || hasMultiAz(type, region),
    `Multi-AZ file systems are not supported in Region ${region}.`,
  );
}

interface Settings {
  readonly EndpointIpAddressRange?: string | undefined;
  readonly EndpointIpv6AddressRange?: string | undefined;
  readonly RouteTableIds?: readonly string[] | undefined;
}

/** Of the form that FSx chooses: 1,024 addresses of the VPC. */
const defaultIpv6Range = "2600:1f18:0:ff00::/118";

/** The settings that only Multi-AZ file systems have; empty for all others. */
export function multiAzSettings(
  { EndpointIpAddressRange, EndpointIpv6AddressRange, RouteTableIds }: Settings,
  isMultiAz: boolean,
  defaultRange: string,
  place: Place,
  network: string | undefined,
): Settings {
  if (isMultiAz) {
    if (EndpointIpAddressRange !== undefined) checkRange(EndpointIpAddressRange);
    checkIpv6Range(EndpointIpv6AddressRange);
    return {
      EndpointIpAddressRange: EndpointIpAddressRange ?? defaultRange,
      EndpointIpv6AddressRange:
        EndpointIpv6AddressRange ?? (network === "DUAL" ? defaultIpv6Range : undefined),
      RouteTableIds: RouteTableIds ?? [mainRouteTableId(place)],
    };
  }
  const isAsked = [EndpointIpAddressRange, EndpointIpv6AddressRange, RouteTableIds].some(
    setting => setting !== undefined,
  );
  refuseUnless(
    !isAsked,
    "Endpoint address ranges and route tables are supported for Multi-AZ deployment types only.",
  );
  return {};
}

/** Refuses a text that is not an IPv4 range in CIDR notation. The pattern of the API's model accepts any text. */
function checkRange(range: string): void {
  const [address = "", bits = ""] = range.split("/");
  const parts = address.split(".");
  const isNumber = (text: string, max: number) => /^\d{1,3}$/.test(text) && Number(text) <= max;
  refuseUnless(
    parts.length === 4 && parts.every(part => isNumber(part, 255)) && isNumber(bits, 32),
    `Invalid EndpointIpAddressRange: ${range}. Must be an IPv4 range in CIDR notation.`,
  );
}

const ipv6Form = /^(?=.*:)[0-9a-f:]{2,39}\/(12[0-8]|1[01]\d|\d\d?)$/i;

function checkIpv6Range(range: string | undefined): void {
  refuseUnless(
    range === undefined || ipv6Form.test(range),
    `Invalid EndpointIpv6AddressRange: ${range}. Must be an IPv6 range in CIDR notation.`,
  );
}

interface Update {
  readonly AddRouteTableIds?: readonly string[] | undefined;
  readonly RemoveRouteTableIds?: readonly string[] | undefined;
}

/** The route tables of a Multi-AZ file system after an update, if it changes them. */
export function changedRouteTables(
  before: readonly string[] | undefined,
  { AddRouteTableIds: added = [], RemoveRouteTableIds: removed = [] }: Update,
): readonly string[] | undefined {
  if (added.length === 0 && removed.length === 0) return undefined;
  refuseUnless(before !== undefined, "Route tables are supported for Multi-AZ deployment types only.");
  const both = added.find(id => removed.includes(id));
  refuseUnless(both === undefined, `The route table ${both} cannot be both added and removed.`);
  const unknown = removed.find(id => !before.includes(id));
  if (unknown !== undefined) {
    throw invalidRouteTable(unknown, `The route table ${unknown} is not associated with the file system.`);
  }
  return [...new Set([...before.filter(id => !removed.includes(id)), ...added])];
}

/** The IPv6 address range after an update, if it changes it. Only Multi-AZ file systems have route tables. */
export function changedIpv6Range(
  routeTableIds: readonly string[] | undefined,
  { EndpointIpv6AddressRange: range }: Settings,
): string | undefined {
  refuseUnless(
    range === undefined || routeTableIds !== undefined,
    "EndpointIpv6AddressRange is supported for Multi-AZ deployment types only.",
  );
  checkIpv6Range(range);
  return range;
}
