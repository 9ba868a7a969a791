import type { FsxAccount } from "../account/account";
import { newVolumeId } from "../account/lookup";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import { volumeArn } from "./volumes";

const rootMegabytes = 1_024;

/** Creates the root volume of a new storage virtual machine. Both become available at the same time. */
export function makeSvmRootVolume(account: FsxAccount, machine: StorageVirtualMachine, takes: number): void {
  const { fsx, place, now } = account;
  const { FileSystemId, StorageVirtualMachineId, rootSecurityStyle } = machine;
  const VolumeId = newVolumeId(account);
  fsx.volumes.insert({
    CreationTime: now,
    FileSystemId,
    Lifecycle: "CREATING",
    Name: `${machine.Name.replaceAll("-", "_")}_root`,
    OntapConfiguration: {
      FlexCacheEndpointType: "NONE",
      JunctionPath: "/",
      SecurityStyle: rootSecurityStyle,
      SizeInMegabytes: rootMegabytes,
      StorageEfficiencyEnabled: false,
      StorageVirtualMachineId,
      StorageVirtualMachineRoot: true,
      TieringPolicy: { Name: "NONE" },
      OntapVolumeType: "RW",
      SnapshotPolicy: "default",
      CopyTagsToBackups: false,
      VolumeStyle: "FLEXVOL",
      AggregateConfiguration: { Aggregates: ["aggr1"] },
      SizeInBytes: rootMegabytes * 1_024 ** 2,
    },
    ResourceARN: volumeArn(place, FileSystemId, VolumeId),
    Tags: [],
    VolumeId,
    VolumeType: "ONTAP",
    next: account.inFlight("becomeAvailable", takes),
  });
}
