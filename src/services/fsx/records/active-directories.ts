import type { PlainMembers } from "../../../core/basics";
import { table } from "../../../core/store";

/**
 * A Microsoft Active Directory that file systems can join. Only seeding creates one. If none was seeded, every
 * directory is assumed to exist and to work.
 */
export interface ActiveDirectory {
  readonly DomainName: string;
  /** The id of a directory managed by AWS; a self-managed one has none. */
  readonly ActiveDirectoryId?: string | undefined;
  /** A type of AWS Directory Service: `MicrosoftAD`, `SharedMicrosoftAD`, `SimpleAD`, `ADConnector`. */
  readonly Type?: string | undefined;
  /** A stage of AWS Directory Service: `Active`, `Creating`, `Impaired`, `Inoperable` … */
  readonly Stage?: string | undefined;
  /** `IPV4`, or `DUAL` if it can also be reached over IPv6. */
  readonly NetworkType?: string | undefined;
  /** The DNS servers that answer for the domain. By default, every address does. */
  readonly DnsIps?: readonly string[] | undefined;
  /** The service account that can join computers to the domain. By default, every account can. */
  readonly UserName?: string | undefined;
}

/** The members that a fixture can give a directory, with their types. */
export const activeDirectoryMembers = {
  DomainName: "string",
  ActiveDirectoryId: "string",
  Type: "string",
  Stage: "string",
  NetworkType: "string",
  DnsIps: "strings",
  UserName: "string",
} satisfies { readonly [Name in keyof Required<ActiveDirectory>]: PlainMembers[string] };

export const domainKey = (domainName: string): string => domainName.toLowerCase();

export const activeDirectories = table<ActiveDirectory>(directory => domainKey(directory.DomainName)).by(
  "id",
  directory => directory.ActiveDirectoryId,
);
