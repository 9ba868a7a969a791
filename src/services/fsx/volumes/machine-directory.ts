import type {
  CreateSvmActiveDirectoryConfiguration,
  SelfManagedActiveDirectoryConfigurationUpdates,
} from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { unsupported } from "../account/errors";
import {
  checkCredentials,
  checkDomain,
  type JoinFault,
  joinFault,
} from "../external-resources/active-directories";
import { directoryAttributes } from "../file-systems/directory-attributes";
import { refuseUnless } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";

type Directory = NonNullable<StorageVirtualMachine["ActiveDirectoryConfiguration"]>;

/** The directory that a new storage virtual machine joins, if any. */
export function directoryToJoin(
  account: FsxAccount,
  asked: Stored<CreateSvmActiveDirectoryConfiguration> | undefined,
): Directory | undefined {
  if (!asked) return undefined;
  const { NetBiosName, SelfManagedActiveDirectoryConfiguration: own } = asked;
  refuseUnless(own !== undefined, "SelfManagedActiveDirectoryConfiguration is required to join a directory.");
  const hasAccount = own.UserName !== undefined && own.Password !== undefined;
  refuseUnless(
    hasAccount !== (own.DomainJoinServiceAccountSecret !== undefined),
    "Either UserName and Password or DomainJoinServiceAccountSecret is required.",
  );
  checkDomain(account, own);
  return {
    NetBiosName: shownNetBiosName(NetBiosName),
    SelfManagedActiveDirectoryConfiguration: directoryAttributes(own),
  };
}

/** AWS shows NetBIOS names in capitals, however they were given. */
const shownNetBiosName = (name: string | undefined): string | undefined => name?.toUpperCase();

export const smbName = ({ NetBiosName, SelfManagedActiveDirectoryConfiguration: own }: Directory): string =>
  `${NetBiosName}.${own?.DomainName}`;

/** The directory after an update, which joins one or changes its settings. Passwords are not kept. */
export function changedDirectory(
  { ActiveDirectoryConfiguration: before, Lifecycle }: StorageVirtualMachine,
  asked:
    | {
        readonly NetBiosName?: string;
        readonly SelfManagedActiveDirectoryConfiguration?: Stored<SelfManagedActiveDirectoryConfigurationUpdates>;
      }
    | undefined,
): Directory | undefined {
  if (!asked) return before;
  checkCredentials(asked.SelfManagedActiveDirectoryConfiguration ?? {});
  const own = directoryAttributes({
    ...before?.SelfManagedActiveDirectoryConfiguration,
    ...asked.SelfManagedActiveDirectoryConfiguration,
  });
  const NetBiosName = shownNetBiosName(asked.NetBiosName) ?? before?.NetBiosName;
  refuseUnless(
    NetBiosName !== undefined && own.DomainName !== undefined,
    "NetBiosName and DomainName are required to join a directory.",
  );
  const joinedDomain = before?.SelfManagedActiveDirectoryConfiguration?.DomainName;
  if (Lifecycle === "CREATED" && joinedDomain !== undefined && joinedDomain !== own.DomainName) {
    throw unsupported(
      "Amazon FSx is unable to establish a connection to your Active Directory. This is because the SVM is already joined to a domain. To join this SVM to a different domain, you can use the ONTAP CLI or REST API to unjoin this SVM from Active Directory. Then reattempt to join your SVM to a different Active Directory.",
    );
  }
  return { NetBiosName, SelfManagedActiveDirectoryConfiguration: own };
}

const misconfigurations: Readonly<Record<JoinFault, string>> = {
  unreachable:
    "Amazon FSx is unable to communicate with your Active Directory. This is because Amazon FSx can't reach the DNS servers provided or domain controllers for your domain. To fix this problem, update your storage virtual machine's Active Directory configuration with valid DNS servers and a networking configuration that allows traffic to flow from the storage virtual machine to the domain controller.",
  credentials:
    "Amazon FSx is unable to establish a connection with your Active Directory domain controller(s) because the service account credentials provided are invalid. To fix this problem, update your storage virtual machine's Active Directory configuration with a valid service account.",
};

/** The lifecycle of a storage virtual machine after it tries to join a directory. */
export function lifecycleAfterJoin(account: FsxAccount, directory: Directory | undefined) {
  const fault = joinFault(account, directory?.SelfManagedActiveDirectoryConfiguration);
  const Message = fault === undefined ? nameFault(directory) : misconfigurations[fault];
  return Message === undefined
    ? ({ Lifecycle: "CREATED", LifecycleTransitionReason: undefined } as const)
    : ({ Lifecycle: "MISCONFIGURED", LifecycleTransitionReason: { Message } } as const);
}

/** Why a machine cannot have its NetBIOS name, if it cannot: that of a domain is the first label of its name. */
function nameFault(directory: Directory | undefined): string | undefined {
  const [domain] = (directory?.SelfManagedActiveDirectoryConfiguration?.DomainName ?? "").split(".");
  return directory && directory.NetBiosName === shownNetBiosName(domain)
    ? "Amazon FSx is unable to establish a connection with your Active Directory. This is because the server name you specified is the NetBIOS name of the home domain. To fix this problem, choose a NetBIOS name for your SVM that is different from the NetBIOS name of the home domain. Then reattempt to join your SVM to your Active Directory."
    : undefined;
}
