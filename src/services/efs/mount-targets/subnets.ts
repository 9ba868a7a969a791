import { hash, type Place, placeKey, uuidOf } from "../../../core/basics";
import type { EfsAccount, EfsView } from "../account/account";
import { subnetNotFound } from "../account/errors";
import type { Subnet, Zone } from "../records/subnets";
import { rangeAround } from "./addresses";
import { zoneAt, zoneCount, zoneNamed } from "./zones";

const hexOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

/** The VPC of subnets that were not seeded. */
export const assumedVpcId = (place: Place): string => `vpc-${hexOf(`vpc ${placeKey(place)}`)}`;

/** The default security group of a VPC. */
export const defaultSecurityGroup = (vpcId: string): string => `sg-${hexOf(`default group of ${vpcId}`)}`;

/** What the request for a mount target reveals about an unknown subnet. */
interface Hints {
  readonly IpAddress?: string | undefined;
  readonly isIpv6Only: boolean;
  /** The zone of a One Zone file system. */
  readonly zone: Zone | undefined;
  readonly zonesTaken: ReadonlySet<string>;
  /** The VPC of the file system, once it has a mount target. */
  readonly VpcId: string | undefined;
}

/**
 * The subnet with this id. If no subnets were seeded, an unknown id becomes a subnet that suits the mount target.
 */
export function subnetFor(account: EfsAccount, id: string, hints: Hints): Subnet {
  const { efs, place } = account;
  const known = efs.subnets.get(id);
  if (known) return known;
  if (efs.subnets.by("seeded", "yes").size > 0) {
    throw subnetNotFound(`The subnet ID '${id}' does not exist`);
  }
  const number = efs.subnets.size;
  const network = hash(placeKey(place)).toString(16).padStart(8, "0");
  return efs.subnets.insert({
    SubnetId: id,
    VpcId: hints.VpcId ?? assumedVpcId(place),
    ...(hints.zone ?? freeZone(place, hints.zonesTaken)),
    CidrBlock: hints.isIpv6Only ? undefined : ipv4Range(number, hints.IpAddress),
    Ipv6CidrBlock: `2600:${network.slice(0, 4)}:${network.slice(4)}:${number.toString(16)}::/64`,
    seeded: false,
  });
}

const ipv4Range = (number: number, address: string | undefined): string =>
  address === undefined ? `10.${number >> 8}.${number & 255}.0/24` : rangeAround(address);

function freeZone({ region }: Place, taken: ReadonlySet<string>): Zone {
  const zones = Array.from({ length: zoneCount(region) }, (_, index) => zoneAt(region, index));
  return zones.find(({ AvailabilityZoneName }) => !taken.has(AvailabilityZoneName)) ?? zoneAt(region, 0);
}

/** Whether a seeded VPC has a security group. */
export const isInAnyVpc = (account: EfsView, group: string): boolean =>
  [...account.efs.subnets].some(({ VpcId }) => groupsOfVpc(account, VpcId)?.has(group));

/** The zone with a name, with the id of the seeded subnets in it. Refuses a zone that the Region does not have. */
export function offeredZone({ efs, place }: EfsView, name: string): Zone {
  const zone = zoneNamed(place.region, name);
  const seeded = [...efs.subnets].find(subnet => subnet.seeded && subnet.AvailabilityZoneName === name);
  return { ...zone, AvailabilityZoneId: seeded?.AvailabilityZoneId ?? zone.AvailabilityZoneId };
}

/** The security groups of a VPC; undefined if any id is accepted. */
export function groupsOfVpc({ efs }: EfsView, vpcId: string): ReadonlySet<string> | undefined {
  const seeded = [...efs.subnets.by("vpc", vpcId)].flatMap(({ SecurityGroups }) => SecurityGroups ?? []);
  return seeded.length === 0 ? undefined : new Set([...seeded, defaultSecurityGroup(vpcId)]);
}
