import type { UpdateStorageVirtualMachineCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { once } from "../account/idempotency";
import { refuseUnless } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import { changedDirectory, lifecycleAfterJoin, smbName } from "./machine-directory";
import { machineWithId } from "./storage-virtual-machines";

type Input = Stored<UpdateStorageVirtualMachineCommandInput>;

export const updateStorageVirtualMachine = write<"UpdateStorageVirtualMachine">((input, account) => {
  const StorageVirtualMachine = once(
    account,
    "UpdateStorageVirtualMachine",
    input,
    account.fsx.storageVirtualMachines,
    () => update(account, input),
  );
  return { StorageVirtualMachine };
});

function update(account: FsxAccount, input: Input): StorageVirtualMachine {
  const { ActiveDirectoryConfiguration: asked, SvmAdminPassword } = input;
  const machine = machineWithId(account, input.StorageVirtualMachineId);
  const { Lifecycle, StorageVirtualMachineId } = machine;
  refuseUnless(
    asked !== undefined || SvmAdminPassword !== undefined,
    "Invalid input provided to UpdateStorageVirtualMachine",
  );
  refuseUnless(
    Lifecycle === "CREATED" || Lifecycle === "MISCONFIGURED",
    `Cannot update ${StorageVirtualMachineId} while it is in ${Lifecycle}`,
  );
  if (!asked || Object.keys(asked).length === 0) return machine;
  const directory = changedDirectory(machine, asked);
  if (!directory) return machine;
  return account.fsx.storageVirtualMachines.change(
    machine,
    { ActiveDirectoryConfiguration: directory, ...lifecycleAfterJoin(account, directory) },
    ({ Endpoints: endpoints }) => {
      if (endpoints) endpoints.Smb = { ...endpoints.Nfs, DNSName: smbName(directory) };
    },
  );
}
