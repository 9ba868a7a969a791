import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { machineNotFound } from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { address, endpointAddresses } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import { refuseAttached } from "./attached-access-points";
import { removeVolume } from "./deleting";
import { lifecycleAfterJoin } from "./machine-directory";

/** The storage virtual machine with an id. Throws StorageVirtualMachineNotFound if there is none. */
export const machineWithId = ({ fsx }: FsxView, id: string): StorageVirtualMachine =>
  existing(fsx.storageVirtualMachines, id, machineNotFound);

const filterable: Filterable<StorageVirtualMachine> = { "file-system-id": machine => machine.FileSystemId };

export const describeStorageVirtualMachines = read<"DescribeStorageVirtualMachines">((input, { fsx }) => {
  const { items, token } = pageOfDescribed(input, fsx.storageVirtualMachines, {
    ids: input.StorageVirtualMachineIds,
    where: passing(input.Filters, filterable),
    notFound: machineNotFound,
  });
  return { StorageVirtualMachines: items, NextToken: token };
});

export const deleteStorageVirtualMachine = write<"DeleteStorageVirtualMachine">((input, account) => {
  const { storageVirtualMachines } = account.fsx;
  const { StorageVirtualMachineId, Lifecycle } = once(
    account,
    "DeleteStorageVirtualMachine",
    input,
    storageVirtualMachines,
    () => {
      const machine = machineWithId(account, input.StorageVirtualMachineId);
      checkDeletable(account, machine);
      const takes = account.duration("fsxStorageVirtualMachineDeletion", machine);
      return storageVirtualMachines.change(machine, {
        Lifecycle: "DELETING",
        next: account.inFlight("remove", takes),
      });
    },
  );
  return { StorageVirtualMachineId, Lifecycle };
});

function checkDeletable(
  account: FsxAccount,
  { StorageVirtualMachineId: id, Lifecycle }: StorageVirtualMachine,
): void {
  refuseUnless(
    Lifecycle !== "DELETING" && Lifecycle !== "CREATING",
    `Cannot delete ${id} while it is in ${Lifecycle}`,
  );
  const all = [...account.fsx.volumes.by("virtualMachine", id)];
  const volumes = all.filter(
    ({ OntapConfiguration: settings }) => settings?.StorageVirtualMachineRoot !== true,
  );
  refuseUnless(
    volumes.length === 0,
    `Cannot delete storage virtual machine while it has non-root volumes: ${volumes.map(({ VolumeId }) => VolumeId).join(", ")}`,
  );
  refuseAttached(account, all);
}

/** The steps of storage virtual machines. */
export const machineSteps = {
  becomeAvailable(machine: StorageVirtualMachine, account: FsxAccount): void {
    const { fsx, ids } = account;
    const shared = endpointAddresses(ids, fsx.fileSystems.get(machine.FileSystemId)?.OntapConfiguration);
    fsx.storageVirtualMachines.change(
      machine,
      { ...lifecycleAfterJoin(account, machine.ActiveDirectoryConfiguration), next: undefined },
      draft => {
        draft.UUID = ids.uuid();
        const { Iscsi, Management, Nfs, Smb } = draft.Endpoints ?? {};
        if (Iscsi) Iscsi.IpAddresses = [address(ids), address(ids)];
        for (const endpoint of [Management, Nfs, Smb]) if (endpoint) Object.assign(endpoint, shared);
      },
    );
  },

  /** The root volume is removed with its storage virtual machine. */
  remove({ StorageVirtualMachineId: id }: StorageVirtualMachine, account: FsxAccount): void {
    const { fsx } = account;
    for (const volume of [...fsx.volumes.by("virtualMachine", id)]) removeVolume(volume, account);
    fsx.storageVirtualMachines.remove(id);
  },
};
