import { type IdSource, type Place, placeKey, uuidOf } from "../../../core/basics";
import type { FsxView, Network } from "../account/account";
import { badRequest, invalidSecurityGroup, invalidSubnet } from "../account/errors";

const idOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

/** The VPC of subnets if no network was seeded. */
const defaultVpcId = (place: Place): string => `vpc-${idOf(`vpc ${placeKey(place)}`)}`;

/** The main route table of the default VPC. */
export const mainRouteTableId = (place: Place): string => `rtb-${idOf(`rtb ${placeKey(place)}`)}`;

export const networkInterfaces = (ids: IdSource, count: number): string[] =>
  Array.from({ length: count }, () => `eni-${ids.hex(17)}`);

/** An IPv4 address in a private network. */
export const address = (ids: IdSource, network = "10.0"): string =>
  `${network}.${ids.below(256)}.${4 + ids.below(250)}`;

/** An IPv4 address in a range such as `198.19.255.0/24`, other than its first four and its last. */
export function addressIn(ids: IdSource, range: string): string {
  const [first = "", bits = "32"] = range.split("/");
  const start = first.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const value = start + (size <= 8 ? size - 1 : 4 + ids.below(size - 5));
  return [24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join(".");
}

interface Ranges {
  readonly EndpointIpAddressRange?: string | undefined;
  readonly EndpointIpv6AddressRange?: string | undefined;
}

/** The addresses of an endpoint: in the ranges of a Multi-AZ file system, or else in its subnet. */
export function endpointAddresses(ids: IdSource, settings: Ranges | undefined) {
  const { EndpointIpAddressRange: range, EndpointIpv6AddressRange: ipv6Range } = settings ?? {};
  return {
    IpAddresses: [range === undefined ? address(ids) : addressIn(ids, range)],
    ...(ipv6Range !== undefined && { Ipv6Addresses: [ipv6AddressIn(ids, ipv6Range)] }),
  };
}

/** An IPv6 address in a range of 1,024 addresses, such as `fd00::/118`. */
const ipv6AddressIn = (ids: IdSource, range: string): string =>
  `${(range.split("/")[0] ?? "").replace(/(?<=:)[0-9a-f]*$/i, "")}${(4 + ids.below(1_020)).toString(16)}`;

export const dnsName = (id: string, { region }: Place): string =>
  `${id}.fsx.${region}.${domains.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "amazonaws.com"}`;

/** The domains of the partitions that have another one than `amazonaws.com`, by the prefix of their Regions. */
const domains = [
  ["cn-", "amazonaws.com.cn"],
  ["eusc-", "amazonaws.eu"],
] as const;

/** Checks the number of subnets that the deployment needs, and that the preferred subnet is one of them. */
export function checkSubnets(
  subnetIds: readonly string[],
  isMultiAz: boolean,
  preferred: string | undefined,
): void {
  const needed = isMultiAz ? 2 : 1;
  if (subnetIds.length !== needed) {
    throw badRequest(
      `Exactly ${needed === 1 ? "one subnet ID is" : "two subnet IDs are"} required for this deployment type.`,
    );
  }
  const [first = "", second] = subnetIds;
  if (first === second) throw invalidSubnet(first, "The subnets must be in different Availability Zones.");
  if (isMultiAz && preferred === undefined) {
    throw badRequest("PreferredSubnetId is required for Multi-AZ deployment types.");
  }
  if (preferred !== undefined && !subnetIds.includes(preferred)) {
    throw invalidSubnet(preferred, `The preferred subnet ${preferred} is not one of the specified subnets.`);
  }
}

interface Request {
  readonly SubnetIds?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** The VPC of the subnets. If a network was seeded, unknown subnets and security groups are refused. */
export function vpcOf(account: FsxView, { SubnetIds = [], SecurityGroupIds = [] }: Request): string {
  const network = account.links.network(account);
  if (!network) return defaultVpcId(account.place);
  const [first, second] = SubnetIds.map(id => knownSubnet(network, id));
  if (!first) throw badRequest("At least one subnet ID is required.");
  if (second && second.VpcId !== first.VpcId) {
    throw invalidSubnet(second.SubnetId, "The subnets must be in the same VPC.");
  }
  if (second && second.AvailabilityZoneId === first.AvailabilityZoneId) {
    throw invalidSubnet(second.SubnetId, "The subnets must be in different Availability Zones.");
  }
  const groups = network.securityGroupsOf(first.VpcId);
  const unknown = groups && SecurityGroupIds.find(id => !groups.has(id));
  if (unknown !== undefined) {
    throw invalidSecurityGroup(
      unknown,
      `The security group ${unknown} does not exist in VPC ${first.VpcId}.`,
    );
  }
  return first.VpcId;
}

function knownSubnet(network: Network, id: string) {
  const subnet = network.subnet(id);
  if (!subnet) throw invalidSubnet(id, `The subnet ID ${id} does not exist.`);
  return subnet;
}
