import { table } from "../../../core/store";

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

export const domainKey = (domainName: string): string => domainName.toLowerCase();

export const activeDirectories = table<ActiveDirectory>(directory => domainKey(directory.DomainName)).by(
  "id",
  directory => directory.ActiveDirectoryId,
);
