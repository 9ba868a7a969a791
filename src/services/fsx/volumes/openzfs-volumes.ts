import type { OpenZFSCreateRootVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/stored";
import type { FsxAccount } from "../account";
import type { FileSystem } from "../file-systems/file-systems";
import { newTags } from "../tags";
import { volumeArn } from "./volumes";

/** Who may mount a volume, and how, unless told otherwise. */
const everybody = [{ ClientConfigurations: [{ Clients: "*", Options: ["rw", "crossmnt"] }] }];

/** Makes the root volume of a new file system. */
export function makeRootVolume(
  account: FsxAccount,
  { FileSystemId, OpenZFSConfiguration, Tags }: FileSystem,
  asked: Stored<OpenZFSCreateRootVolumeConfiguration> = {},
): void {
  const { fsx, place, now } = account;
  const { RootVolumeId, CopyTagsToVolumes } = OpenZFSConfiguration ?? {};
  if (RootVolumeId === undefined) return;
  fsx.volumes.insert({
    CreationTime: now,
    FileSystemId,
    Lifecycle: "AVAILABLE",
    Name: "fsx",
    ResourceARN: volumeArn(place, FileSystemId, RootVolumeId),
    Tags: newTags(undefined, CopyTagsToVolumes ? Tags : []),
    VolumeId: RootVolumeId,
    VolumeType: "OPENZFS",
    OpenZFSConfiguration: {
      VolumePath: "/fsx",
      RecordSizeKiB: asked.RecordSizeKiB ?? 128,
      DataCompressionType: asked.DataCompressionType ?? "NONE",
      CopyTagsToSnapshots: asked.CopyTagsToSnapshots ?? false,
      ReadOnly: asked.ReadOnly ?? false,
      NfsExports: asked.NfsExports ?? everybody,
      UserAndGroupQuotas: asked.UserAndGroupQuotas ?? [],
    },
  });
}
