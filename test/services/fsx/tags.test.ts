import { account, refusal } from "./account";

test("tags are added, replaced, removed, and listed by key", async () => {
  const { fsx, create, describe } = account();
  const { FileSystemId, ResourceARN } = await create("lustre", {
    Tags: [
      { Key: "team", Value: "sales" },
      { Key: "Name", Value: "scratch" },
    ],
  });
  await fsx.tagResource({ ResourceARN, Tags: [{ Key: "team", Value: "research" }] });
  await fsx.tagResource({ ResourceARN, Tags: [{ Key: "cost", Value: "7" }] });
  expect((await fsx.listTagsForResource({ ResourceARN })).Tags).toEqual([
    { Key: "Name", Value: "scratch" },
    { Key: "cost", Value: "7" },
    { Key: "team", Value: "research" },
  ]);
  await fsx.untagResource({ ResourceARN, TagKeys: ["team", "unknown"] });
  expect((await describe(FileSystemId)).Tags).toEqual([
    { Key: "Name", Value: "scratch" },
    { Key: "cost", Value: "7" },
  ]);
});

test("tags are listed page by page", async () => {
  const { fsx, create } = account();
  const Tags = ["a", "b", "c"].map(Key => ({ Key, Value: "" }));
  const { ResourceARN } = await create("lustre", { Tags });
  const first = await fsx.listTagsForResource({ ResourceARN, MaxResults: 2 });
  const second = await fsx.listTagsForResource({ ResourceARN, MaxResults: 2, NextToken: first.NextToken });
  expect([...(first.Tags ?? []), ...(second.Tags ?? [])]).toEqual(Tags);
});

test("backups have their own tags", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const { Backup } = await fsx.createBackup({ FileSystemId });
  await fsx.tagResource({ ResourceARN: Backup?.ResourceARN, Tags: [{ Key: "keep", Value: "yes" }] });
  const { Tags } = await fsx.listTagsForResource({ ResourceARN: Backup?.ResourceARN });
  expect(Tags).toEqual([{ Key: "keep", Value: "yes" }]);
});

describe("the service refuses", () => {
  const arn = (resource: string) => `arn:aws:fsx:us-east-1:123456789012:${resource}`;

  test("unknown resources, naming them", async () => {
    const { fsx } = account();
    const ResourceARN = arn("file-system/fs-0123456789abcdef0");
    for (const call of [
      fsx.listTagsForResource({ ResourceARN }),
      fsx.tagResource({ ResourceARN, Tags: [{ Key: "a", Value: "" }] }),
      fsx.untagResource({ ResourceARN, TagKeys: ["a"] }),
    ]) {
      expect(await refusal(call)).toMatchObject({ name: "ResourceNotFound", ResourceARN });
    }
  });

  test("ARNs of other services and types", async () => {
    const { fsx } = account();
    const ResourceARN = arn("something/else-1");
    expect(await refusal(fsx.listTagsForResource({ ResourceARN }))).toMatchObject({
      name: "NotServiceResourceError",
      ResourceARN,
    });
  });

  test("reserved keys, repeated keys, and too many tags", async () => {
    const { fsx, create } = account();
    const tags = (...keys: string[]) => keys.map(Key => ({ Key, Value: "" }));
    const { ResourceARN } = await create("lustre", { Tags: tags("a") });
    const tag = (...keys: string[]) => refusal(fsx.tagResource({ ResourceARN, Tags: tags(...keys) }));
    expect((await tag("aws:own")).name).toBe("BadRequest");
    expect((await tag("b", "b")).name).toBe("BadRequest");
    expect((await tag(...Array.from({ length: 50 }, (_, index) => `key${index}`))).name).toBe("BadRequest");
  });
});
