import { table } from "../../../core/store";

/**
 * A subnet that mount targets can be in. Those a test seeds are `seeded`; once there is one, an unknown one is
 * refused. Where none is seeded, any id is taken for a subnet, and what was taken for it is remembered.
 */
export interface Subnet extends Zone {
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly CidrBlock: string;
  /** Absent when the subnet has IPv4 addresses only. */
  readonly Ipv6CidrBlock?: string | undefined;
  /** The security groups of the VPC; where none are said, any id is taken for one. */
  readonly SecurityGroups?: readonly string[] | undefined;
  readonly seeded: boolean;
}

export const subnets = table<Subnet>(subnet => subnet.SubnetId)
  .by("seeded", subnet => (subnet.seeded ? "yes" : undefined))
  .by("vpc", subnet => subnet.VpcId);

/** An Availability Zone by name and id. Zone `a` is always `az1` here, `b` `az2`; real accounts differ in it. */
export interface Zone {
  readonly AvailabilityZoneName: string;
  readonly AvailabilityZoneId: string;
}
