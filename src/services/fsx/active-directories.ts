import type { ActiveDirectoryErrorType, SelfManagedActiveDirectoryAttributes } from "@aws-sdk/client-fsx";
import type { Stored } from "../../core/stored";
import { table } from "../../core/table-spec";
import type { FsxView } from "./account";
import { activeDirectoryError } from "./errors";

/**
 * A Microsoft Active Directory that there is to join. Only a seed makes one; where there is none, any directory is
 * taken to be there and well.
 */
export interface ActiveDirectory {
  readonly DomainName: string;
  /** The id of a directory that AWS manages; a self-managed one has none. */
  readonly ActiveDirectoryId?: string | undefined;
  /** As AWS Directory Service calls them: `MicrosoftAD`, `SharedMicrosoftAD`, `SimpleAD`, `ADConnector`. */
  readonly Type?: string | undefined;
  /** As AWS Directory Service calls them: `Active`, `Creating`, `Impaired`, `Inoperable` … */
  readonly Stage?: string | undefined;
  /** Whether it can be reached over IPv6 too: `IPV4` or `DUAL`. */
  readonly NetworkType?: string | undefined;
  /** The servers that answer for the domain. Where none are said, all do. */
  readonly DnsIps?: readonly string[] | undefined;
  /** The service account that may join computers to the domain. Where none is said, every one may. */
  readonly UserName?: string | undefined;
}

const domainKey = (domainName: string): string => domainName.toLowerCase();

export const activeDirectories = table<ActiveDirectory>(directory => domainKey(directory.DomainName)).by(
  "id",
  directory => directory.ActiveDirectoryId,
);

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
