import type { ActiveDirectoryErrorType, SelfManagedActiveDirectoryAttributes } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { activeDirectoryError, badRequest } from "../account/errors";
import { type ActiveDirectory, domainKey } from "../records/active-directories";

const joinable: ReadonlySet<string> = new Set(["MicrosoftAD", "SharedMicrosoftAD"]);

/** The directory with an id, if directories were seeded. Throws if a file system cannot join it. */
export function managedDirectory(
  { fsx }: FsxView,
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

/** Refuses the domain of a seeded directory managed by AWS that cannot be joined. */
export function checkDomain({ fsx }: FsxView, { DomainName = "" }: Attributes): void {
  const directory = fsx.activeDirectories.get(domainKey(DomainName));
  if (directory?.ActiveDirectoryId === undefined) return;
  const fault = faultOf(directory);
  if (fault !== undefined) throw activeDirectoryError(directory.ActiveDirectoryId, fault);
}

interface Credentials {
  readonly UserName?: string | undefined;
  readonly Password?: string | undefined;
  readonly DomainJoinServiceAccountSecret?: string | undefined;
}

/** Refuses a service account that is given both by name and by a secret. */
export function checkCredentials({
  UserName,
  Password,
  DomainJoinServiceAccountSecret: secret,
}: Credentials): void {
  const isNamed = UserName !== undefined || Password !== undefined;
  if (isNamed && secret !== undefined) {
    throw badRequest(
      "Either UserName and Password or DomainJoinServiceAccountSecret can be specified, not both.",
    );
  }
}

/** A fault that only joining reveals: no server answers for the domain, or the service account is invalid. */
export type JoinFault = "unreachable" | "credentials";

/** Why a self-managed directory cannot be joined, if it cannot. */
export function joinFault({ fsx }: FsxView, asked: Attributes | undefined): JoinFault | undefined {
  if (!asked || fsx.activeDirectories.size === 0) return undefined;
  const directory = fsx.activeDirectories.get(domainKey(asked.DomainName ?? ""));
  const { DnsIps = asked.DnsIps ?? [], UserName = asked.UserName } = directory ?? {};
  const answers = asked.DnsIps === undefined || asked.DnsIps.some(ip => DnsIps.includes(ip));
  if (!directory || !answers || faultOf(directory) !== undefined) return "unreachable";
  return asked.UserName === undefined || asked.UserName === UserName ? undefined : "credentials";
}
