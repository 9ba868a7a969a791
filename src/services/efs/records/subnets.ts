import type { PlainMembers } from "../../../core/basics";
import { table } from "../../../core/store";

/**
 * A subnet for mount targets. Once a test has seeded one, unknown subnets are refused. Before that, any id is accepted
 * as a subnet, which is kept from then on.
 */
export interface Subnet extends Zone {
  readonly SubnetId: string;
  readonly VpcId: string;
  /** Absent when the subnet has IPv6 addresses only. */
  readonly CidrBlock?: string | undefined;
  /** Absent when the subnet has IPv4 addresses only. */
  readonly Ipv6CidrBlock?: string | undefined;
  /** The security groups of the VPC. If no subnet of the VPC lists any, any id is accepted. */
  readonly SecurityGroups?: readonly string[] | undefined;
  readonly seeded: boolean;
}

export const subnets = table<Subnet>(subnet => subnet.SubnetId)
  .by("seeded", subnet => (subnet.seeded ? "yes" : undefined))
  .by("vpc", subnet => subnet.VpcId);

/** The members that a fixture can give a subnet, with their types. */
export const subnetMembers = {
  SubnetId: "string",
  VpcId: "string",
  AvailabilityZoneName: "string",
  AvailabilityZoneId: "string",
  CidrBlock: "string",
  Ipv6CidrBlock: "string",
  SecurityGroups: "strings",
} satisfies { readonly [Name in keyof Required<Omit<Subnet, "seeded">>]: PlainMembers[string] };

/** An Availability Zone by name and id. Here `a` is always `az1`, `b` is `az2`; in AWS this differs by account. */
export interface Zone {
  readonly AvailabilityZoneName: string;
  readonly AvailabilityZoneId: string;
}
