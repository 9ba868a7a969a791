import { refusal, subnet } from "./account";
import { open, type World } from "./errors/world";

/** The configuration blocks, each with as little as the API lets pass. */
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

/** The calls that take a block of settings, for a file system of some type and with the block of any. */
const calls = {
  create: ({ fsx }: World, FileSystemType: Type, block: object) =>
    fsx.createFileSystem({ FileSystemType, SubnetIds: [subnet], ...block }),
  update: (world: World, type: Type, block: object) =>
    world.fsx.updateFileSystem({ FileSystemId: idOf(world, type), ...block }),
  delete: (world: World, type: Type, block: object) =>
    world.fsx.deleteFileSystem({ FileSystemId: idOf(world, type), ...block }),
};

/** Deleting an ONTAP file system takes no block, as its volumes are backed up one by one. */
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
  "to %s a %s file system with %s is refused in AWS's own words",
  async (doing, type, block) => {
    const world = await open({});
    const call = doing === "create" ? calls.create : doing === "update" ? calls.update : calls.delete;
    if (!isType(type)) throw new Error(`There is no type ${type}.`);
    // Deletions say less of each type than creations.
    const settings = doing === "create" ? blocks[block] : {};
    expect(await refusal(call(world, type, { [block]: settings }))).toMatchObject({
      name: "BadRequest",
      message: `${block} cannot be applied to ${doing} a ${type} file system.`,
    });
  },
);

test("a restored file system is of the type that was backed up", async () => {
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

test("volumes have the blocks of their own type, whatever is done to them", async () => {
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
