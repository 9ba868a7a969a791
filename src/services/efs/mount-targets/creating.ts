import type { CreateMountTargetRequest } from "@aws-sdk/client-efs";
import type { Stored } from "../../../core/world";
import { type EfsAccount, type EfsView, write } from "../account/account";
import {
  availabilityZonesMismatch,
  badRequest,
  ipAddressInUse,
  mountTargetConflict,
  networkInterfaceLimitExceeded,
  noFreeAddresses,
} from "../account/errors";
import { availableFileSystem } from "../file-systems/file-systems";
import type { FileSystem } from "../records/file-systems";
import type { MountTarget } from "../records/mount-targets";
import type { Subnet, Zone } from "../records/subnets";
import { freeAddress, freeIpv6Address, isWithin, isWithinIpv6 } from "./addresses";
import { checkSecurityGroups } from "./security-groups";
import { defaultSecurityGroup, offeredZone, subnetFor } from "./subnets";
import { zoneNamed } from "./zones";

export const createMountTarget = write<"CreateMountTarget">((input, account) => {
  const { efs, place, ids } = account;
  const fileSystem = availableFileSystem(account, input.FileSystemId);
  const { FileSystemId } = fileSystem;
  const others = [...efs.mountTargets.by("fileSystem", FileSystemId)];
  const subnet = subnetFor(account, input.SubnetId, {
    IpAddress: input.IpAddress,
    isIpv6Only: input.IpAddressType === "IPV6_ONLY",
    zone: zoneOf(account, fileSystem),
    zonesTaken: new Set(others.map(({ AvailabilityZoneName }) => AvailabilityZoneName)),
    VpcId: others[0]?.VpcId,
  });
  // Refuses a subnet in a zone that the Region does not list, such as a Local Zone.
  zoneNamed(place.region, subnet.AvailabilityZoneName);
  checkZoneAndVpc(fileSystem, subnet, others);
  checkNetworkInterfaces(account, subnet);
  const { SecurityGroups = [] } = input;
  checkSecurityGroups(account, subnet.VpcId, SecurityGroups);
  const target: MountTarget = {
    OwnerId: place.accountId,
    MountTargetId: `fsmt-${ids.hex(17)}`,
    FileSystemId,
    SubnetId: subnet.SubnetId,
    LifeCycleState: "creating",
    ...addressesIn(account, subnet, input),
    NetworkInterfaceId: `eni-${ids.hex(17)}`,
    AvailabilityZoneId: subnet.AvailabilityZoneId,
    AvailabilityZoneName: subnet.AvailabilityZoneName,
    VpcId: subnet.VpcId,
    SecurityGroups: SecurityGroups.length > 0 ? SecurityGroups : [defaultSecurityGroup(subnet.VpcId)],
  };
  return efs.mountTargets.insert({
    ...target,
    next: account.inFlight("becomeAvailable", account.duration("efsMountTarget", target)),
  });
});

/** The zone of a One Zone file system. */
const zoneOf = (account: EfsAccount, { AvailabilityZoneName }: FileSystem): Zone | undefined =>
  AvailabilityZoneName === undefined ? undefined : offeredZone(account, AvailabilityZoneName);

/** Allows one mount target per zone, all in one VPC, and for a One Zone file system only its own zone. */
function checkZoneAndVpc(fileSystem: FileSystem, subnet: Subnet, others: readonly MountTarget[]): void {
  const { AvailabilityZoneName: zone, FileSystemId } = fileSystem;
  if (zone !== undefined && zone !== subnet.AvailabilityZoneName) {
    throw availabilityZonesMismatch(
      `Subnet '${subnet.SubnetId}' is in ${subnet.AvailabilityZoneName}, and file system '${FileSystemId}' in ${zone}.`,
    );
  }
  if (others.some(({ VpcId }) => VpcId !== subnet.VpcId)) {
    throw mountTargetConflict(
      "requested subnet for new mount target is not in the same VPC as existing mount targets",
    );
  }
  if (others.some(({ AvailabilityZoneName }) => AvailabilityZoneName === subnet.AvailabilityZoneName)) {
    throw mountTargetConflict("mount target already exists in this AZ");
  }
}

function checkNetworkInterfaces(account: EfsView, { VpcId }: Subnet): void {
  const limit = account.quota("efsMountTargetsPerVpc");
  if (account.efs.mountTargets.by("vpc", VpcId).size < limit) return;
  throw networkInterfaceLimitExceeded(
    `You have reached the maximum number of mount targets (${limit}) in VPC '${VpcId}'.`,
  );
}

type Request = Stored<CreateMountTargetRequest>;
type Addresses = Pick<MountTarget, "IpAddress" | "Ipv6Address">;

/** The requested addresses, or free ones of the subnet. */
function addressesIn(account: EfsView, subnet: Subnet, request: Request): Addresses {
  const { IpAddress, Ipv6Address, IpAddressType = "IPV4_ONLY" } = request;
  if (IpAddress !== undefined && IpAddressType === "IPV6_ONLY") {
    throw badRequest("IpAddress is not valid with the IP address type 'IPV6_ONLY'.");
  }
  if (Ipv6Address !== undefined && IpAddressType === "IPV4_ONLY") {
    throw badRequest("Ipv6Address is not valid with the IP address type 'IPV4_ONLY'.");
  }
  if (IpAddressType === "IPV6_ONLY" && subnet.CidrBlock !== undefined) {
    throw badRequest(
      `The IP address type 'IPV6_ONLY' requires an IPv6-only subnet, which '${subnet.SubnetId}' is not.`,
    );
  }
  const mountTargets = [...account.efs.mountTargets.by("subnet", subnet.SubnetId)];
  return {
    IpAddress: IpAddressType === "IPV6_ONLY" ? undefined : ipv4In(subnet, IpAddress, mountTargets),
    Ipv6Address: IpAddressType === "IPV4_ONLY" ? undefined : ipv6In(subnet, Ipv6Address, mountTargets),
  };
}

const outsideSubnet = () => badRequest("Address does not fall within the subnet's address range");
const inUse = (address: string) => ipAddressInUse(`The address '${address}' is already in use.`);

function ipv4In(subnet: Subnet, wanted: string | undefined, mountTargets: readonly MountTarget[]): string {
  const { CidrBlock, SubnetId } = subnet;
  if (CidrBlock === undefined) throw badRequest(`Subnet '${SubnetId}' has no IPv4 addresses.`);
  const taken = new Set(mountTargets.flatMap(({ IpAddress }) => IpAddress ?? []));
  if (wanted === undefined) {
    const free = freeAddress(CidrBlock, taken);
    if (free === undefined) throw noFreeAddresses(`There are no free addresses in ${SubnetId}.`);
    return free;
  }
  if (!isWithin(CidrBlock, wanted)) throw outsideSubnet();
  if (taken.has(wanted)) throw inUse(wanted);
  return wanted;
}

function ipv6In(subnet: Subnet, wanted: string | undefined, mountTargets: readonly MountTarget[]): string {
  const { Ipv6CidrBlock, SubnetId } = subnet;
  if (Ipv6CidrBlock === undefined) throw badRequest(`Subnet '${SubnetId}' has no IPv6 addresses.`);
  const taken = new Set(mountTargets.flatMap(({ Ipv6Address }) => Ipv6Address ?? []));
  if (wanted === undefined) return freeIpv6Address(Ipv6CidrBlock, taken);
  if (!isWithinIpv6(Ipv6CidrBlock, wanted)) throw outsideSubnet();
  if (taken.has(wanted)) throw inUse(wanted);
  return wanted;
}
