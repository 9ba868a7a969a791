import type { CreateFileSystemWindowsConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import {
  checkDomain,
  type JoinFault,
  joinFault,
  managedDirectory,
} from "../external-resources/active-directories";
import type { FileSystem } from "../records/file-systems";
import { refuseUnless } from "./rules";

type Asked = Stored<CreateFileSystemWindowsConfiguration>;
type Settings = NonNullable<FileSystem["WindowsConfiguration"]>;

/** The domain of an AWS Managed Microsoft AD if no directory was seeded. */
const defaultManagedDomain = "corp.example.com";

/**
 * The domain that a new file system joins. Throws for a directory that cannot be joined. The settings of a restored
 * file system come from the backup, and therefore have no password.
 */
export function domainToJoin(
  account: FsxView,
  asked: Asked,
  network: string | undefined,
  isRestored: boolean,
): string {
  const { ActiveDirectoryId: id, SelfManagedActiveDirectoryConfiguration: own } = asked;
  refuseUnless(
    (id === undefined) !== (own === undefined),
    "Exactly one of ActiveDirectoryId and SelfManagedActiveDirectoryConfiguration is required.",
  );
  if (!own) return managedDirectory(account, id ?? "", network)?.DomainName ?? defaultManagedDomain;
  const hasAccount = own.UserName !== undefined && own.Password !== undefined;
  refuseUnless(
    isRestored || hasAccount !== (own.DomainJoinServiceAccountSecret !== undefined),
    "Either UserName and Password or DomainJoinServiceAccountSecret is required.",
  );
  checkDomain(account, own);
  return own.DomainName;
}

/** Why a file system cannot join its directory at present, if it cannot. */
export function faultOfDirectory(account: FsxView, settings: Settings | undefined): JoinFault | undefined {
  return joinFault(account, settings?.SelfManagedActiveDirectoryConfiguration);
}

/** The failure messages of a file system whose creation fails. */
export const creationFailures: Readonly<Record<JoinFault, string>> = {
  unreachable:
    "File system creation failed. Amazon FSx is unable to communicate with your Microsoft Active Directory domain controllers. This is because Amazon FSx can't reach the DNS servers provided or domain controllers for your domain. To fix this problem, delete your file system and create a new one with valid DNS servers and networking configuration that allows traffic from the file system to the domain controller.",
  credentials:
    "Amazon FSx is unable to establish a connection with your Microsoft Active Directory domain controllers because the service account credentials provided are invalid. To fix this problem, delete your file system and create a new one using a valid service account.",
};

/** The failure messages of a file system that exists. */
export const misconfigurations: Readonly<Record<JoinFault, string>> = {
  unreachable:
    "The file system is misconfigured. Amazon FSx is unable to communicate with your Microsoft Active Directory domain controller(s). This is because Amazon FSx can't reach the DNS servers provided or domain controllers for your domain. To fix this problem call the FSx UpdateFileSystem API with valid DNS servers as recommended in the Amazon FSx user guide: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/self-manage-prereqs.html",
  credentials:
    "The file system is misconfigured. Amazon FSx is unable to establish a connection to your Microsoft Active Directory domain controller(s). This is because the service account credentials provided are invalid. To fix this problem call the FSx UpdateFileSystem API with new service account credentials as recommended in the Amazon FSx user guide: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/self-manage-prereqs.html",
};
