import type { CreateSvmActiveDirectoryConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/stored";
import { write } from "../account";
import { directoryAttributes } from "../file-systems/directories";
import { refuseUnless } from "../file-systems/rules";
import { once } from "../idempotency";
import { machineWithId, type StorageVirtualMachine } from "./storage-virtual-machines";

type Directory = NonNullable<StorageVirtualMachine["ActiveDirectoryConfiguration"]>;

/** The directory that a new machine joins. */
export function joinedDirectory(
  asked: Stored<CreateSvmActiveDirectoryConfiguration> | undefined,
): Directory | undefined {
  if (!asked) return undefined;
  const { NetBiosName, SelfManagedActiveDirectoryConfiguration: own } = asked;
  refuseUnless(own !== undefined, "SelfManagedActiveDirectoryConfiguration is required to join a directory.");
  return { NetBiosName, SelfManagedActiveDirectoryConfiguration: directoryAttributes(own) };
}

export const smbName = ({ NetBiosName, SelfManagedActiveDirectoryConfiguration: own }: Directory): string =>
  `${NetBiosName}.${own?.DomainName}`;

export const updateStorageVirtualMachine = write<"UpdateStorageVirtualMachine">((input, account) => {
  const { fsx } = account;
  const StorageVirtualMachine = once(account, "UpdateStorageVirtualMachine", input, {
    act: () => {
      const machine = machineWithId(account, input.StorageVirtualMachineId);
      const { Lifecycle, StorageVirtualMachineId } = machine;
      refuseUnless(
        input.ActiveDirectoryConfiguration !== undefined || input.SvmAdminPassword !== undefined,
        "The request updates nothing.",
      );
      refuseUnless(
        Lifecycle === "CREATED" || Lifecycle === "MISCONFIGURED",
        `Cannot update ${StorageVirtualMachineId} while it is in ${Lifecycle}`,
      );
      const directory = changedDirectory(machine, input.ActiveDirectoryConfiguration);
      return fsx.storageVirtualMachines.replace({
        ...machine,
        ActiveDirectoryConfiguration: directory,
        Endpoints: {
          ...machine.Endpoints,
          Smb: directory && { ...machine.Endpoints?.Nfs, DNSName: smbName(directory) },
        },
      });
    },
    nameOf: updated => updated.StorageVirtualMachineId,
    find: id => fsx.storageVirtualMachines.get(id),
  });
  return { StorageVirtualMachine };
});

/** The directory as it is from now on: joined, or with other settings. Passwords are not kept. */
function changedDirectory(
  { ActiveDirectoryConfiguration: before }: StorageVirtualMachine,
  asked:
    | { readonly NetBiosName?: string; readonly SelfManagedActiveDirectoryConfiguration?: object }
    | undefined,
): Directory | undefined {
  if (!asked) return before;
  const after: Directory = {
    NetBiosName: asked.NetBiosName ?? before?.NetBiosName,
    SelfManagedActiveDirectoryConfiguration: {
      ...before?.SelfManagedActiveDirectoryConfiguration,
      ...asked.SelfManagedActiveDirectoryConfiguration,
    },
  };
  const { DomainName } = after.SelfManagedActiveDirectoryConfiguration ?? {};
  refuseUnless(
    after.NetBiosName !== undefined && DomainName !== undefined,
    "NetBiosName and DomainName are required to join a directory.",
  );
  return {
    ...after,
    SelfManagedActiveDirectoryConfiguration: directoryAttributes(
      after.SelfManagedActiveDirectoryConfiguration ?? {},
    ),
  };
}
