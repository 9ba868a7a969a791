import { type IdSource, type Place, placeKey, uuidOf } from "../../../core/basics";
import type { FsxView, Network } from "../account/account";
import { badRequest, invalidSecurityGroup, invalidSubnet } from "../account/errors";

const idOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

/** The VPC that subnets are taken to be in of which nothing is known. */
const assumedVpcId = (place: Place): string => `vpc-${idOf(`vpc ${placeKey(place)}`)}`;

/** The main route table of that VPC. */
export const mainRouteTableId = (place: Place): string => `rtb-${idOf(`rtb ${placeKey(place)}`)}`;

export const networkInterfaces = (ids: IdSource, count: number): readonly string[] =>
  Array.from({ length: count }, () => `eni-${ids.hex(17)}`);

/** An address inside a private network. */
export const address = (ids: IdSource, network = "10.0"): string =>
  `${network}.${ids.below(256)}.${4 + ids.below(250)}`;

export const dnsName = (id: string, place: Place): string => `${id}.fsx.${place.region}.amazonaws.com`;

/** Checks that the subnets are as many as the deployment needs, and the preferred one is among them. */
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
    throw invalidSubnet(preferred, `The preferred subnet ${preferred} is not one of the subnets given.`);
  }
}

interface Request {
  readonly SubnetIds?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** The VPC that the subnets are in. Where subnets and security groups are known, others are refused. */
export function vpcOf(account: FsxView, { SubnetIds = [], SecurityGroupIds = [] }: Request): string {
  const network = account.links.network(account);
  if (!network) return assumedVpcId(account.place);
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
