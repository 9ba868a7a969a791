import type { ActiveDirectoryErrorType, SelfManagedActiveDirectoryAttributes } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { activeDirectoryError } from "../account/errors";
import { type ActiveDirectory, domainKey } from "../records/active-directories";

type Keeping = Pick<FsxView, "fsx">;

const joinable: ReadonlySet<string> = new Set(["MicrosoftAD", "SharedMicrosoftAD"]);

/** The directory of an id, if anything is known of it. Throws if it is none that a file system could join. */
export function managedDirectory(
  { fsx }: Keeping,
  id: string,
  network: string | undefined,
): ActiveDirectory | undefined {
  if (fsx.activeDirectories.size === 0) return undefined;
  const [directory] = fsx.activeDirectories.by("id", id);
  const fault = directory ? faultOf(directory, network) : "DOMAIN_NOT_FOUND";
  if (fault !== undefined) throw activeDirectoryError(id, fault);
  return directory;
}

function faultOf(directory: ActiveDirectory, network?: string): ActiveDirectoryErrorType | undefined {
  const { Type = "MicrosoftAD", Stage = "Active", NetworkType } = directory;
  if (!joinable.has(Type)) return "INCOMPATIBLE_DOMAIN_MODE";
  if (Stage !== "Active") return "INVALID_DOMAIN_STAGE";
  return network === "DUAL" && NetworkType === "IPV4" ? "INVALID_NETWORK_TYPE" : undefined;
}

type Attributes = Stored<SelfManagedActiveDirectoryAttributes>;

/** Refuses a domain to join that is known to be one of AWS's own directories, and in no state to be joined. */
export function checkDomain({ fsx }: Keeping, { DomainName = "" }: Attributes): void {
  const directory = fsx.activeDirectories.get(domainKey(DomainName));
  if (directory?.ActiveDirectoryId === undefined) return;
  const fault = faultOf(directory);
  if (fault !== undefined) throw activeDirectoryError(directory.ActiveDirectoryId, fault);
}

/** What becomes clear only when a domain is tried: nobody answers for it, or does not know the service account. */
export type JoinFault = "unreachable" | "credentials";

/** Why a self-managed directory cannot be joined, if that is so. */
export function joinFault({ fsx }: Keeping, asked: Attributes | undefined): JoinFault | undefined {
  if (!asked || fsx.activeDirectories.size === 0) return undefined;
  const directory = fsx.activeDirectories.get(domainKey(asked.DomainName ?? ""));
  const { DnsIps = asked.DnsIps ?? [], UserName = asked.UserName } = directory ?? {};
  const answers = asked.DnsIps === undefined || asked.DnsIps.some(ip => DnsIps.includes(ip));
  if (!directory || !answers || faultOf(directory) !== undefined) return "unreachable";
  return asked.UserName === undefined || asked.UserName === UserName ? undefined : "credentials";
}
