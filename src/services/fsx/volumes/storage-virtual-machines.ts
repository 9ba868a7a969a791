import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { machineNotFound } from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { address } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import { refuseAttached } from "./attached";
import { removeVolume } from "./deleting";
import { joined } from "./machine-directory";

/** The storage virtual machine of an id. */
export function machineWithId({ fsx }: FsxView, id: string): StorageVirtualMachine {
  const machine = fsx.storageVirtualMachines.get(id);
  if (!machine) throw machineNotFound(id);
  return machine;
}

const filterable: Filterable<StorageVirtualMachine> = { "file-system-id": machine => machine.FileSystemId };

export const describeStorageVirtualMachines = read<"DescribeStorageVirtualMachines">((input, { fsx }) => {
  const { storageVirtualMachines: machines } = fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.StorageVirtualMachineIds,
    all: machines.all(),
    where: passing(input.Filters, filterable),
    find: id => machines.get(id),
    notFound: machineNotFound,
  });
  return { StorageVirtualMachines: items, NextToken: token };
});

export const deleteStorageVirtualMachine = write<"DeleteStorageVirtualMachine">((input, account) => {
  const { fsx } = account;
  const { StorageVirtualMachineId, Lifecycle } = once(account, "DeleteStorageVirtualMachine", input, {
    act: () => {
      const machine = machineWithId(account, input.StorageVirtualMachineId);
      checkDeletable(account, machine);
      const takes = account.duration("fsxStorageVirtualMachineDeletion", machine);
      return fsx.storageVirtualMachines.replace({
        ...machine,
        Lifecycle: "DELETING",
        next: account.inFlight("remove", takes),
      });
    },
    nameOf: deleted => deleted.StorageVirtualMachineId,
    find: id => fsx.storageVirtualMachines.get(id),
  });
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

/** What happens to storage virtual machines by themselves. */
export const machineSteps = {
  becomeAvailable(machine: StorageVirtualMachine, account: FsxAccount): void {
    const { fsx, ids } = account;
    const { Iscsi, Management, Nfs, Smb } = machine.Endpoints ?? {};
    const shared = [address(ids)];
    fsx.storageVirtualMachines.replace({
      ...machine,
      ...joined(account, machine.ActiveDirectoryConfiguration),
      UUID: ids.uuid(),
      Endpoints: {
        Iscsi: { ...Iscsi, IpAddresses: [address(ids), address(ids)] },
        Management: { ...Management, IpAddresses: shared },
        Nfs: { ...Nfs, IpAddresses: shared },
        Smb: Smb && { ...Smb, IpAddresses: shared },
      },
      next: undefined,
    });
  },

  /** The root volume goes with its machine. */
  remove({ StorageVirtualMachineId: id }: StorageVirtualMachine, account: FsxAccount): void {
    const { fsx } = account;
    for (const volume of [...fsx.volumes.by("virtualMachine", id)]) removeVolume(volume, account);
    fsx.storageVirtualMachines.remove(id);
  },
};
