import { EFSClient, paginateListTagsForResource } from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, fileSystemOf, refusal } from "./support";

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Key: `key-${index}`, Value: "" }));

test("the older and newer operations show the same tags, and Name follows its tag", async () => {
  const { efs } = account();
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs);
  const tagged = await efs.tagResource({
    ResourceId: FileSystemArn,
    Tags: [
      { Key: "Name", Value: "first" },
      { Key: "team", Value: "sales" },
    ],
  });
  expect(tagged.$metadata.httpStatusCode).toBe(200);
  const created = await efs.createTags({ FileSystemId, Tags: [{ Key: "Name", Value: "second" }] });
  expect(created.$metadata.httpStatusCode).toBe(204);
  const Tags = [
    { Key: "Name", Value: "second" },
    { Key: "team", Value: "sales" },
  ];
  expect((await efs.listTagsForResource({ ResourceId: FileSystemId })).Tags).toEqual(Tags);
  expect((await efs.describeTags({ FileSystemId })).Tags).toEqual(Tags);
  expect(await fileSystemOf(efs, FileSystemId)).toMatchObject({ Name: "second", Tags });
  await efs.untagResource({ ResourceId: FileSystemId, TagKeys: ["team", "not there"] });
  await efs.deleteTags({ FileSystemId, TagKeys: ["Name"] });
  expect((await efs.describeTags({ FileSystemId })).Tags).toEqual([]);
  expect(await fileSystemOf(efs, FileSystemId)).not.toHaveProperty("Name");
});

test("access points have tags too, by id and by ARN", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { AccessPointId, AccessPointArn } = await efs.createAccessPoint({ FileSystemId });
  await efs.tagResource({ ResourceId: AccessPointArn, Tags: [{ Key: "Name", Value: "reports" }] });
  expect((await efs.listTagsForResource({ ResourceId: AccessPointId })).Tags).toEqual([
    { Key: "Name", Value: "reports" },
  ]);
  expect((await efs.describeAccessPoints({ AccessPointId })).AccessPoints).toMatchObject([
    { Name: "reports" },
  ]);
  await efs.untagResource({ ResourceId: AccessPointId, TagKeys: ["Name"] });
  expect((await efs.listTagsForResource({ ResourceId: AccessPointArn })).Tags).toEqual([]);
});

test("a resource has at most 50 tags, not counting those of AWS", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { Backup: true, Tags: numbered(50) });
  const bad = efsError("BadRequest", 400);
  const more = [{ Key: "more", Value: "" }];
  expect(await refusal(efs.tagResource({ ResourceId: FileSystemId, Tags: more }))).toEqual(bad);
  expect(await refusal(efs.createTags({ FileSystemId, Tags: more }))).toEqual(bad);
  await efs.tagResource({ ResourceId: FileSystemId, Tags: [{ Key: "key-0", Value: "changed" }] });
  expect((await efs.describeTags({ FileSystemId })).Tags).toHaveLength(51);
});

test("tag keys reserved for AWS are refused", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const Tags = [{ Key: "aws:elasticfilesystem:default-backup", Value: "enabled" }];
  expect(await refusal(efs.tagResource({ ResourceId: FileSystemId, Tags }))).toEqual(
    efsError("ValidationException", 400),
  );
});

test("tags are paged", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { Tags: numbered(5) });
  const pages: number[] = [];
  const client = aws.attach(new EFSClient());
  for await (const page of paginateListTagsForResource(
    { client, pageSize: 2 },
    { ResourceId: FileSystemId },
  )) {
    pages.push(page.Tags?.length ?? 0);
  }
  expect(pages).toEqual([2, 2, 1]);
  expect(await refusal(efs.listTagsForResource({ ResourceId: FileSystemId, NextToken: "made-up" }))).toEqual(
    efsError("BadRequest", 400),
  );
});

test("tags of an unknown resource can be neither listed nor changed", async () => {
  const { efs } = account();
  const Tags = [{ Key: "a", Value: "b" }];
  const TagKeys = ["a"];
  for (const [ResourceId, name] of [
    ["fs-00000000", "FileSystemNotFound"],
    ["fsap-00000000", "AccessPointNotFound"],
  ] as const) {
    const notFound = efsError(name, 404);
    expect(await refusal(efs.tagResource({ ResourceId, Tags }))).toEqual(notFound);
    expect(await refusal(efs.untagResource({ ResourceId, TagKeys }))).toEqual(notFound);
    expect(await refusal(efs.listTagsForResource({ ResourceId }))).toEqual(notFound);
  }
  const FileSystemId = "fs-00000000";
  const notFound = efsError("FileSystemNotFound", 404);
  expect(await refusal(efs.createTags({ FileSystemId, Tags }))).toEqual(notFound);
  expect(await refusal(efs.deleteTags({ FileSystemId, TagKeys }))).toEqual(notFound);
  expect(await refusal(efs.describeTags({ FileSystemId }))).toEqual(notFound);
});
