import type {
  CreateStorageVirtualMachineCommandInput,
  StorageVirtualMachine as SdkMachine,
} from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import { arn } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type FsxAccount, type FsxView, read, write } from "../account";
import { limitExceeded, machineNotFound, unsupported } from "../errors";
import { directoryAttributes } from "../file-systems/directories";
import { type FileSystem, fileSystemWithId } from "../file-systems/file-systems";
import { address, dnsName } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import { once } from "../idempotency";
import { byIds, type Filterable, pageOf, pageOfComputed, passing } from "../listing";
import { newTags, type Tags } from "../tags";
import { makeSvmRootVolume } from "./ontap-root";

/** A storage virtual machine of an ONTAP file system, in AWS's own words. */
export interface StorageVirtualMachine extends Stored<SdkMachine> {
  readonly StorageVirtualMachineId: string;
  readonly FileSystemId: string;
  readonly Name: string;
  readonly Lifecycle: NonNullable<SdkMachine["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  readonly next?: Next | undefined;
}

export const storageVirtualMachines = table<StorageVirtualMachine>(machine => machine.StorageVirtualMachineId)
  .by("fileSystem", machine => machine.FileSystemId)
  .alias(machine => [machine.ResourceARN]);

/** The storage virtual machine of an id. */
export function machineWithId({ fsx }: FsxView, id: string): StorageVirtualMachine {
  const machine = fsx.storageVirtualMachines.get(id);
  if (!machine) throw machineNotFound(id);
  return machine;
}

type Input = Stored<CreateStorageVirtualMachineCommandInput>;

export const createStorageVirtualMachine = write<"CreateStorageVirtualMachine">((input, account) => {
  const StorageVirtualMachine = once(account, "CreateStorageVirtualMachine", input, {
    act: () => make(account, input),
    nameOf: made => made.StorageVirtualMachineId,
    find: id => account.fsx.storageVirtualMachines.get(id),
  });
  return { StorageVirtualMachine };
});

function checkedFileSystem(account: FsxAccount, { FileSystemId, Name }: Input): FileSystem {
  const { storageVirtualMachines } = account.fsx;
  const fileSystem = fileSystemWithId(account, FileSystemId);
  const { FileSystemType, Lifecycle } = fileSystem;
  if (FileSystemType !== "ONTAP") {
    throw unsupported(`Storage virtual machines are not supported for ${FileSystemType} file systems.`);
  }
  refuseUnless(
    Lifecycle === "AVAILABLE" || Lifecycle === "UPDATING",
    `Cannot create a storage virtual machine while ${FileSystemId} is in ${Lifecycle}`,
  );
  const others = [...storageVirtualMachines.by("fileSystem", FileSystemId)];
  refuseUnless(
    others.every(other => other.Name !== Name),
    `File system ${FileSystemId} has a storage virtual machine named ${Name} already.`,
  );
  const limit = account.quota("fsxStorageVirtualMachines");
  if (others.length >= limit) {
    throw limitExceeded(
      "STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM",
      `The maximum number of storage virtual machines on a file system is ${limit}.`,
    );
  }
  return fileSystem;
}

function make(account: FsxAccount, input: Input): StorageVirtualMachine {
  const { fsx, place, now, ids } = account;
  const { FileSystemId } = checkedFileSystem(account, input);
  const StorageVirtualMachineId = `svm-${ids.hex(17)}`;
  const name = `${StorageVirtualMachineId}.${dnsName(FileSystemId, place)}`;
  const directory = joinedDirectory(input.ActiveDirectoryConfiguration);
  const machine: StorageVirtualMachine = {
    ActiveDirectoryConfiguration: directory,
    CreationTime: now,
    Endpoints: {
      Iscsi: { DNSName: `iscsi.${name}` },
      Management: { DNSName: name },
      Nfs: { DNSName: name },
      Smb: directory && { DNSName: smbName(directory) },
    },
    FileSystemId,
    Lifecycle: "CREATING",
    Name: input.Name,
    ResourceARN: arn("fsx", place, `storage-virtual-machine/${FileSystemId}/${StorageVirtualMachineId}`),
    StorageVirtualMachineId,
    Subtype: "DEFAULT",
    Tags: newTags(input.Tags),
    RootVolumeSecurityStyle: input.RootVolumeSecurityStyle ?? "UNIX",
  };
  const takes = account.duration("fsxStorageVirtualMachine", machine);
  const made = fsx.storageVirtualMachines.insert({
    ...machine,
    next: account.inFlight("becomeCreated", takes),
  });
  makeSvmRootVolume(account, made, takes);
  return made;
}

type Directory = NonNullable<StorageVirtualMachine["ActiveDirectoryConfiguration"]>;

function joinedDirectory(asked: Input["ActiveDirectoryConfiguration"]): Directory | undefined {
  if (!asked) return undefined;
  const { NetBiosName, SelfManagedActiveDirectoryConfiguration: own } = asked;
  refuseUnless(own !== undefined, "SelfManagedActiveDirectoryConfiguration is required to join a directory.");
  return { NetBiosName, SelfManagedActiveDirectoryConfiguration: directoryAttributes(own) };
}

const smbName = ({ NetBiosName, SelfManagedActiveDirectoryConfiguration: own }: Directory): string =>
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

const filterable: Filterable<StorageVirtualMachine> = { "file-system-id": machine => machine.FileSystemId };

export const describeStorageVirtualMachines = read<"DescribeStorageVirtualMachines">((input, { fsx }) => {
  const { storageVirtualMachines: machines } = fsx;
  const { StorageVirtualMachineIds: ids = [] } = input;
  const { items, token } =
    ids.length > 0
      ? pageOfComputed(
          byIds(ids, id => machines.get(id), machineNotFound),
          input,
        )
      : pageOf(machines.all(), input, passing(input.Filters, filterable));
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
        next: account.inFlight("vanish", takes),
      });
    },
    nameOf: deleted => deleted.StorageVirtualMachineId,
    find: id => fsx.storageVirtualMachines.get(id),
  });
  return { StorageVirtualMachineId, Lifecycle };
});

function checkDeletable(
  { fsx }: FsxAccount,
  { StorageVirtualMachineId: id, Lifecycle }: StorageVirtualMachine,
): void {
  refuseUnless(
    Lifecycle !== "DELETING" && Lifecycle !== "CREATING",
    `Cannot delete ${id} while it is in ${Lifecycle}`,
  );
  const volumes = [...fsx.volumes.by("virtualMachine", id)].filter(
    ({ OntapConfiguration: settings }) => settings?.StorageVirtualMachineRoot !== true,
  );
  refuseUnless(
    volumes.length === 0,
    `Cannot delete storage virtual machine while it has non-root volumes: ${volumes.map(({ VolumeId }) => VolumeId).join(", ")}`,
  );
}

/** What happens to storage virtual machines by themselves. */
export const machineSteps = {
  becomeCreated(machine: StorageVirtualMachine, { fsx, ids }: FsxAccount): void {
    const { Iscsi, Management, Nfs, Smb } = machine.Endpoints ?? {};
    const shared = [address(ids)];
    fsx.storageVirtualMachines.replace({
      ...machine,
      Lifecycle: "CREATED",
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
  vanish({ StorageVirtualMachineId: id }: StorageVirtualMachine, { fsx }: FsxAccount): void {
    for (const { VolumeId } of [...fsx.volumes.by("virtualMachine", id)]) fsx.volumes.remove(VolumeId);
    fsx.storageVirtualMachines.remove(id);
  },
};
