import type { CreateVolumeCommandInput } from "@aws-sdk/client-fsx";
import { account, type Fixture } from "./account";

export type Settings = Partial<NonNullable<CreateVolumeCommandInput["OntapConfiguration"]>>;

/** An ONTAP file system with a storage virtual machine. */
export async function withMachine(fixture: Fixture = account()) {
  const { aws, fsx, available } = fixture;
  const { FileSystemId } = await available("ontap");
  const made = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm-1" });
  await aws.settle();
  const StorageVirtualMachineId = made.StorageVirtualMachine?.StorageVirtualMachineId ?? "";
  const createVolume = async (Name: string, settings: Settings = {}) =>
    (
      await fsx.createVolume({
        VolumeType: "ONTAP",
        Name,
        OntapConfiguration: {
          StorageVirtualMachineId,
          JunctionPath: `/${Name}`,
          SizeInMegabytes: 1_024,
          StorageEfficiencyEnabled: true,
          ...settings,
        },
      })
    ).Volume ?? {};
  const describeVolume = async (id: string | undefined) =>
    (await fsx.describeVolumes({ VolumeIds: [id ?? ""] })).Volumes?.[0] ?? {};
  const describeMachine = async () =>
    (await fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [StorageVirtualMachineId] }))
      .StorageVirtualMachines?.[0] ?? {};
  const rootVolume = async () =>
    (await fsx.describeVolumes({})).Volumes?.find(
      ({ OntapConfiguration }) => OntapConfiguration?.StorageVirtualMachineRoot,
    ) ?? {};
  return {
    ...fixture,
    FileSystemId,
    StorageVirtualMachineId,
    createVolume,
    describeVolume,
    describeMachine,
    rootVolume,
  };
}
