import { refusal, subnet } from "./account";
import { open, type World } from "./errors/world";

/** The smallest valid content of each configuration block. */
const blocks = {
  WindowsConfiguration: { ThroughputCapacity: 32 },
  LustreConfiguration: {},
  OntapConfiguration: { DeploymentType: "SINGLE_AZ_1" as const },
  OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1" as const, ThroughputCapacity: 64 },
};
type Block = keyof typeof blocks;

const types = {
  WINDOWS: "WindowsConfiguration",
  LUSTRE: "LustreConfiguration",
  ONTAP: "OntapConfiguration",
  OPENZFS: "OpenZFSConfiguration",
} as const;
type Type = keyof typeof types;

const idOf = ({ windows, lustre, ontap, openzfs }: World, type: Type) =>
  ({ WINDOWS: windows, LUSTRE: lustre, ONTAP: ontap, OPENZFS: openzfs })[type];

/** The calls with a configuration block, on a file system of one type with the block of any type. */
const calls = {
  create: ({ fsx }: World, FileSystemType: Type, block: object) =>
    fsx.createFileSystem({ FileSystemType, SubnetIds: [subnet], ...block }),
  update: (world: World, type: Type, block: object) =>
    world.fsx.updateFileSystem({ FileSystemId: idOf(world, type), ...block }),
  delete: (world: World, type: Type, block: object) =>
    world.fsx.deleteFileSystem({ FileSystemId: idOf(world, type), ...block }),
};

/** Deleting an ONTAP file system has no block, because only its volumes are backed up. */
const known = (doing: string, block: Block): boolean => doing !== "delete" || block !== "OntapConfiguration";

const isBlock = (name: string): name is Block => Object.hasOwn(blocks, name);
const isType = (name: string): name is Type => Object.hasOwn(types, name);

const cases = Object.keys(calls).flatMap(doing =>
  Object.entries(types).flatMap(([type, own]) =>
    Object.keys(blocks)
      .filter(isBlock)
      .filter(block => block !== own && known(doing, block))
      .map(block => [doing, type, block] as const),
  ),
);

test.each(cases)(
  "to %s a %s file system with %s is refused with AWS's message",
  async (doing, type, block) => {
    const world = await open({});
    const call = doing === "create" ? calls.create : doing === "update" ? calls.update : calls.delete;
    if (!isType(type)) throw new Error(`Unknown type ${type}.`);
    // The block of a deletion has fewer members than that of a creation.
    const settings = doing === "create" ? blocks[block] : {};
    expect(await refusal(call(world, type, { [block]: settings }))).toMatchObject({
      name: "BadRequest",
      message: `${block} cannot be applied to ${doing} a ${type} file system.`,
    });
  },
);

test("a restored file system has the type in the backup", async () => {
  const { fsx, BackupId } = await open({});
  for (const [block, settings] of Object.entries(blocks)) {
    if (block === "WindowsConfiguration" || block === "OntapConfiguration") continue;
    const restore = fsx.createFileSystemFromBackup({ BackupId, SubnetIds: [subnet], [block]: settings });
    expect(await refusal(restore)).toMatchObject({
      name: "BadRequest",
      message: `${block} cannot be applied to create a WINDOWS file system.`,
    });
  }
});

test("volumes accept only the block of their own type, in every operation", async () => {
  const { fsx, child, ontapVolume, StorageVirtualMachineId, root } = await open({});
  const ontap = { StorageVirtualMachineId, JunctionPath: "/other", SizeInMegabytes: 1_024 };
  const both = {
    OntapConfiguration: { ...ontap, StorageEfficiencyEnabled: true },
    OpenZFSConfiguration: { ParentVolumeId: root },
  };
  const refusals = [
    await refusal(fsx.createVolume({ VolumeType: "ONTAP", Name: "other", ...both })),
    await refusal(fsx.createVolume({ VolumeType: "OPENZFS", Name: "other", ...both })),
    await refusal(fsx.updateVolume({ VolumeId: child, OntapConfiguration: {} })),
    await refusal(fsx.updateVolume({ VolumeId: ontapVolume, OpenZFSConfiguration: {} })),
    await refusal(fsx.deleteVolume({ VolumeId: child, OntapConfiguration: {} })),
    await refusal(fsx.deleteVolume({ VolumeId: ontapVolume, OpenZFSConfiguration: {} })),
  ];
  expect(refusals.map(({ message }) => message)).toEqual([
    "OpenZFSConfiguration cannot be applied to create a ONTAP volume.",
    "OntapConfiguration cannot be applied to create a OPENZFS volume.",
    "OntapConfiguration cannot be applied to update a OPENZFS volume.",
    "OpenZFSConfiguration cannot be applied to update a ONTAP volume.",
    "OntapConfiguration cannot be applied to delete a OPENZFS volume.",
    "OpenZFSConfiguration cannot be applied to delete a ONTAP volume.",
  ]);
});
