import { write } from "../account/account";
import { once } from "../account/idempotency";
import { refuseUnless } from "../file-systems/rules";
import { changedDirectory, joined, smbName } from "./machine-directory";
import { machineWithId } from "./storage-virtual-machines";

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
        ...(input.ActiveDirectoryConfiguration && joined(account, directory)),
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
