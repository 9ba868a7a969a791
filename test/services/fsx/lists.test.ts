import type { FSx } from "@aws-sdk/client-fsx";
import { serviceModel } from "../../../src/model/index";
import { cache, open, type World } from "./errors/world";

interface Page {
  readonly MaxResults?: number;
  readonly NextToken?: string | undefined;
}

type Item = Readonly<Record<string, unknown>>;

/** A list of FSx, the values that its filters compare, and the keys of its resources. */
interface List {
  readonly items: string;
  readonly named: { readonly by: string; readonly input?: string };
  readonly read: (fsx: FSx, input: Page & object, world: World) => Promise<object>;
  /** By filter, the resources that pass a value. */
  /** Whether the ids override the filters, as AWS documents for some lists. */
  readonly idsOverride?: boolean;
  readonly filters?: Readonly<Record<string, (item: Item) => unknown>>;
}

const lists: Readonly<Record<string, List>> = {
  DescribeFileSystems: {
    items: "FileSystems",
    named: { by: "FileSystemId", input: "FileSystemIds" },
    read: (fsx, input) => fsx.describeFileSystems(input),
  },
  DescribeVolumes: {
    items: "Volumes",
    named: { by: "VolumeId", input: "VolumeIds" },
    read: (fsx, input) => fsx.describeVolumes(input),
    filters: {
      "file-system-id": ({ FileSystemId }) => FileSystemId,
      "storage-virtual-machine-id": ({ OntapConfiguration }) =>
        Reflect.get(Object(OntapConfiguration), "StorageVirtualMachineId"),
    },
  },
  DescribeStorageVirtualMachines: {
    items: "StorageVirtualMachines",
    named: { by: "StorageVirtualMachineId", input: "StorageVirtualMachineIds" },
    read: (fsx, input) => fsx.describeStorageVirtualMachines(input),
    filters: { "file-system-id": ({ FileSystemId }) => FileSystemId },
  },
  DescribeSnapshots: {
    items: "Snapshots",
    named: { by: "SnapshotId", input: "SnapshotIds" },
    idsOverride: true,
    read: (fsx, input) => fsx.describeSnapshots(input),
    filters: {
      "volume-id": ({ VolumeId }) => VolumeId,
      "file-system-id": ({ ResourceARN }) => String(ResourceARN).split("/")[1],
    },
  },
  DescribeBackups: {
    items: "Backups",
    named: { by: "BackupId", input: "BackupIds" },
    idsOverride: true,
    read: (fsx, input) => fsx.describeBackups(input),
    filters: {
      "file-system-id": ({ FileSystem, Volume }) => Reflect.get(Object(FileSystem ?? Volume), "FileSystemId"),
      "backup-type": ({ Type }) => Type,
      "file-system-type": ({ FileSystem }) => Reflect.get(Object(FileSystem), "FileSystemType") ?? "ONTAP",
      "volume-id": ({ Volume }) => Reflect.get(Object(Volume), "VolumeId"),
    },
  },
  DescribeDataRepositoryAssociations: {
    items: "Associations",
    named: { by: "AssociationId", input: "AssociationIds" },
    read: (fsx, input) => fsx.describeDataRepositoryAssociations(input),
    filters: {
      "file-system-id": ({ FileSystemId }) => FileSystemId,
      "file-cache-id": ({ FileCacheId }) => FileCacheId,
      "data-repository-type": ({ NFS }) => (NFS === undefined ? "S3" : "NFS"),
    },
  },
  DescribeDataRepositoryTasks: {
    items: "DataRepositoryTasks",
    named: { by: "TaskId", input: "TaskIds" },
    read: (fsx, input) => fsx.describeDataRepositoryTasks(input),
    filters: {
      "file-system-id": ({ FileSystemId }) => FileSystemId,
      "task-lifecycle": ({ Lifecycle }) => Lifecycle,
    },
  },
  DescribeFileCaches: {
    items: "FileCaches",
    named: { by: "FileCacheId", input: "FileCacheIds" },
    read: (fsx, input) => fsx.describeFileCaches(input),
  },
  DescribeS3AccessPointAttachments: {
    items: "S3AccessPointAttachments",
    named: { by: "Name", input: "Names" },
    read: (fsx, input) => fsx.describeS3AccessPointAttachments(input),
    filters: {
      type: ({ Type }) => Type,
      "volume-id": ({ OpenZFSConfiguration, OntapConfiguration }) =>
        Reflect.get(Object(OpenZFSConfiguration ?? OntapConfiguration), "VolumeId"),
    },
  },
  DescribeFileSystemAliases: {
    items: "Aliases",
    named: { by: "Name" },
    read: (fsx, input, { windows }) => fsx.describeFileSystemAliases({ ...input, FileSystemId: windows }),
  },
  ListTagsForResource: {
    items: "Tags",
    named: { by: "Key" },
    read: (fsx, input, { windowsArn }) => fsx.listTagsForResource({ ...input, ResourceARN: windowsArn }),
  },
};

/** At least two different resources in every list. */
async function filledWorld(): Promise<World> {
  const world = await open({});
  const { aws, fsx, available, windows, windowsArn, linked, root, ontapVolume } = world;
  const other = await available("ontap");
  await fsx.createStorageVirtualMachine({ FileSystemId: other.FileSystemId, Name: "other" });
  await fsx.createSnapshot({ VolumeId: root, Name: "two" });
  await fsx.createFileCache({
    ...cache,
    DataRepositoryAssociations: [
      {
        FileCachePath: "/nfs",
        DataRepositoryPath: "nfs://filer.example.org/export",
        NFS: { Version: "NFS3" },
      },
    ],
  });
  await fsx.createAndAttachS3AccessPoint({
    Name: "of-ontap",
    Type: "ONTAP",
    OntapConfiguration: {
      VolumeId: ontapVolume,
      FileSystemIdentity: { Type: "UNIX", UnixUser: { Name: "root" } },
    },
  });
  await fsx.associateFileSystemAliases({
    FileSystemId: windows,
    Aliases: ["a.example.com", "b.example.com"],
  });
  await fsx.tagResource({
    ResourceARN: windowsArn,
    Tags: [
      { Key: "a", Value: "1" },
      { Key: "b", Value: "2" },
    ],
  });
  const task = { FileSystemId: linked, Type: "EXPORT_TO_REPOSITORY", Report: { Enabled: false } } as const;
  await fsx.createDataRepositoryTask(task);
  await aws.clock.advance("1 day");
  const { DataRepositoryTask } = await fsx.createDataRepositoryTask(task);
  await fsx.cancelDataRepositoryTask({ TaskId: DataRepositoryTask?.TaskId });
  await aws.settle();
  return world;
}

const itemsOf = (list: List, output: object): Item[] => Reflect.get(output, list.items);

test("every list operation is tested", () => {
  const model = serviceModel("fsx");
  const paged = model.operationNames().filter(name => model.operation(name)?.pagination);
  expect(Object.keys(lists).sort()).toEqual([...paged].sort());
});

test("a page token is accepted only by the list that returned it", async () => {
  const world = await filledWorld();
  const refused = { name: "BadRequest", message: "Invalid NextToken." };
  for (const [name, list] of Object.entries(lists)) {
    const NextToken = String(Reflect.get(await list.read(world.fsx, { MaxResults: 1 }, world), "NextToken"));
    for (const [other, { read }] of Object.entries(lists)) {
      const answer = read(world.fsx, { NextToken }, world);
      if (other !== name) await expect(answer).rejects.toMatchObject(refused);
      else expect(itemsOf(list, await answer).length).toBeGreaterThan(0);
    }
    const made = list.read(world.fsx, { NextToken: btoa("after:999") }, world);
    await expect(made).rejects.toMatchObject(refused);
  }
});

describe.each(Object.entries(lists))("%s", (_, list) => {
  test("returns every resource once, page by page, for every page size", async () => {
    const world = await filledWorld();
    const all = itemsOf(list, await list.read(world.fsx, {}, world));
    expect(all.length).toBeGreaterThan(1);
    for (const MaxResults of [1, 2, 25]) {
      const seen: Item[] = [];
      let NextToken: string | undefined;
      do {
        const page = await list.read(world.fsx, { MaxResults, NextToken }, world);
        expect(itemsOf(list, page).length).toBeLessThanOrEqual(MaxResults);
        seen.push(...itemsOf(list, page));
        NextToken = Reflect.get(page, "NextToken");
        expect(NextToken ?? "AAAA").toMatch(/^[A-Za-z0-9+/]+=*$/);
      } while (NextToken !== undefined);
      expect(seen).toEqual(all);
    }
  });

  const { by, input } = list.named;
  if (input !== undefined) {
    test("returns the requested resources in the requested order, if they pass the filters", async () => {
      const world = await filledWorld();
      const [first, ...others] = itemsOf(list, await list.read(world.fsx, {}, world));
      const last = others.at(-1);
      const wanted = [last, first].map(item => item?.[by]);
      const found = await list.read(world.fsx, { [input]: wanted }, world);
      expect(itemsOf(list, found)).toEqual([last, first]);
    });
  }

  for (const [Name, filtered] of Object.entries(list.filters ?? {})) {
    test(`filters by ${Name}; with ids ${list.idsOverride ? "without filters" : "as well"}`, async () => {
      const world = await filledWorld();
      const all = itemsOf(list, await list.read(world.fsx, {}, world));
      const values = [...new Set(all.map(filtered))].filter(value => value !== undefined);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        const Filters = [{ Name, Values: [value] }];
        const passing = all.filter(item => filtered(item) === value);
        expect(itemsOf(list, await list.read(world.fsx, { Filters } as object, world))).toEqual(passing);
        const named = { Filters, [input ?? ""]: all.map(item => item[by]) };
        expect(itemsOf(list, await list.read(world.fsx, named as object, world))).toEqual(
          list.idsOverride ? all : passing,
        );
      }
    });
  }
});
