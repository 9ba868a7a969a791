import type { CreateStorageVirtualMachineCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { limitExceeded, unsupported } from "../account/errors";
import { once } from "../account/idempotency";
import { fileSystemWithId } from "../file-systems/file-systems";
import { dnsName } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import type { FileSystem } from "../records/file-systems";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import { newTags } from "../tags/tags";
import { directoryToJoin, smbName } from "./machine-directory";
import { makeSvmRootVolume } from "./ontap-root";

type Input = Stored<CreateStorageVirtualMachineCommandInput>;

export const createStorageVirtualMachine = write<"CreateStorageVirtualMachine">((input, account) => {
  const StorageVirtualMachine = once(
    account,
    "CreateStorageVirtualMachine",
    input,
    account.fsx.storageVirtualMachines,
    () => makeMachine(account, input),
  );
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
    `File system ${FileSystemId} already has a storage virtual machine named ${Name}.`,
  );
  checkLimit(account, fileSystem, others.length);
  return fileSystem;
}

/** How many storage virtual machines a file system with one HA pair can have, by throughput; at the others 14. */
const machines: Readonly<Record<number, number>> = {
  128: 6,
  256: 6,
  384: 6,
  768: 6,
  2048: 24,
  4096: 24,
  6144: 24,
};

/** How many of them at most with several pairs, or with IPv6. */
const fewMachines = 11;

function machinesFor({ OntapConfiguration: settings, NetworkType }: FileSystem): number {
  if ((settings?.HAPairs ?? 1) > 1) return fewMachines;
  const most = machines[settings?.ThroughputCapacity ?? 0] ?? 14;
  return NetworkType === "DUAL" ? Math.min(most, fewMachines) : most;
}

function checkLimit(account: FsxAccount, fileSystem: FileSystem, present: number): void {
  const throughput = fileSystem.OntapConfiguration?.ThroughputCapacity;
  const limit = Math.min(account.quota("fsxStorageVirtualMachines"), machinesFor(fileSystem));
  if (present < limit) return;
  throw limitExceeded(
    "STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM",
    `You cannot have more than ${limit} storage virtual machines for an ONTAP file system with ${throughput} MBps of throughput capacity`,
  );
}

function makeMachine(account: FsxAccount, input: Input): StorageVirtualMachine {
  const { fsx, place, now, ids } = account;
  const { FileSystemId } = checkedFileSystem(account, input);
  const StorageVirtualMachineId = `svm-${ids.hex(17)}`;
  const name = `${StorageVirtualMachineId}.${dnsName(FileSystemId, place)}`;
  const directory = directoryToJoin(account, input.ActiveDirectoryConfiguration);
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
    rootSecurityStyle: input.RootVolumeSecurityStyle ?? "UNIX",
  };
  const takes = account.duration("fsxStorageVirtualMachine", machine);
  const made = fsx.storageVirtualMachines.insert(machine, {
    next: account.inFlight("becomeAvailable", takes),
  });
  makeSvmRootVolume(account, made, takes);
  return made;
}
