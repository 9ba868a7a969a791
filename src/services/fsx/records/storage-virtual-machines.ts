import type { StorageVirtualMachine as SdkMachine } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** A storage virtual machine of an ONTAP file system, with AWS's members. */
export interface StorageVirtualMachine extends Stored<SdkMachine> {
  readonly StorageVirtualMachineId: string;
  readonly FileSystemId: string;
  readonly Name: string;
  readonly Lifecycle: NonNullable<SdkMachine["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** AWS does not return it: only the root volume shows it. */
  readonly rootSecurityStyle: "UNIX" | "NTFS" | "MIXED";
  readonly next?: Next | undefined;
}

export const storageVirtualMachines = table<StorageVirtualMachine>(machine => machine.StorageVirtualMachineId)
  .by("fileSystem", machine => machine.FileSystemId)
  .alias(machine => [machine.ResourceARN]);
