import { RestoreMetadata } from "../records/restore-metadata";

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The members of an interface as texts. EC2 reads them in both spellings, with a capital letter and without. */
const membersOf = (value: unknown): RestoreMetadata =>
  new RestoreMetadata(
    Object.fromEntries(Object.entries(value ?? {}).map(([key, member]) => [key, JSON.stringify(member)])),
  );

const isPrimary = (address: unknown): boolean => membersOf(address).isTrue("Primary");

/** What EC2 answers to one network interface of a new instance. */
function faultOf(members: RestoreMetadata): string | undefined {
  const hasId = members.has("NetworkInterfaceId");
  if (hasId && members.has("AssociatePublicIpAddress")) {
    return "The associatePublicIPAddress parameter cannot be specified for a network interface with an ID.";
  }
  if (hasId && members.has("SubnetId")) {
    return "A network interface may not specify both a network interface ID and a subnet";
  }
  const addresses = entriesOf(members.json("PrivateIpAddresses"));
  const primary = addresses.filter(isPrimary).length + (members.has("PrivateIpAddress") ? 1 : 0);
  if (primary > 1) return "Only one primary private IP address can be specified.";
  return members.json("SecondaryPrivateIpAddressCount") === 0
    ? "Value (0) for parameter secondaryPrivateIpAddressCount is invalid. Value must be a positive number."
    : undefined;
}

/** Why EC2 makes no instance with the network interfaces of restore metadata. */
export function networkInterfaceFault(interfaces: unknown): string | undefined {
  for (const entry of entriesOf(interfaces)) {
    const fault = faultOf(membersOf(entry));
    if (fault !== undefined) return fault;
  }
  return undefined;
}
