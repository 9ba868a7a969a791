import { hash, type Place, placeKey, uuidOf } from "../../../core/basics";
import type { EfsAccount, EfsView } from "../account/account";
import { subnetNotFound } from "../account/errors";
import type { Subnet, Zone } from "../records/subnets";
import { rangeAround } from "./addresses";
import { zoneNumber, zonesIn } from "./zones";

const hexOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

/** The VPC that subnets are taken to be in when nothing is known of them. */
export const assumedVpcId = (place: Place): string => `vpc-${hexOf(`vpc ${placeKey(place)}`)}`;

/** Every VPC has a security group that counts when none is named. */
export const defaultSecurityGroup = (vpcId: string): string => `sg-${hexOf(`default group of ${vpcId}`)}`;

/** What a mount target's request gives away of a subnet that nothing is known of. */
interface Hints {
  readonly IpAddress?: string | undefined;
  /** Where the mount target is to be, if that is settled. */
  readonly zone: Zone | undefined;
  readonly zonesTaken: ReadonlySet<string>;
}

/** The subnet of an id. One that is seen for the first time is put where its first mount target can be. */
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
    VpcId: assumedVpcId(place),
    ...(hints.zone ?? freeZone(place, hints.zonesTaken)),
    CidrBlock:
      hints.IpAddress === undefined ? `10.${number >> 8}.${number & 255}.0/24` : rangeAround(hints.IpAddress),
    Ipv6CidrBlock: `2600:${network.slice(0, 4)}:${network.slice(4)}:${number.toString(16)}::/64`,
    seeded: false,
  });
}

function freeZone({ region }: Place, taken: ReadonlySet<string>): Zone {
  const zones = Array.from({ length: zonesIn(region) }, (_, index) => zoneNumber(region, index));
  return zones.find(({ AvailabilityZoneName }) => !taken.has(AvailabilityZoneName)) ?? zoneNumber(region, 0);
}

/** The security groups that a VPC is known to have; undefined when any id will do. */
export function groupsOfVpc({ efs }: EfsView, vpcId: string): ReadonlySet<string> | undefined {
  const said = [...efs.subnets.by("vpc", vpcId)].flatMap(({ SecurityGroups }) => SecurityGroups ?? []);
  return said.length === 0 ? undefined : new Set([...said, defaultSecurityGroup(vpcId)]);
}
