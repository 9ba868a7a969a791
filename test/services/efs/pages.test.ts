import type { EFS } from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, refusal } from "./support";

type Read = (efs: EFS, token: string | undefined, size?: number) => Promise<object>;

/** All paged lists of Amazon EFS; some are too short for a second page. */
async function filledAccount() {
  const { aws, efs } = account();
  const tags = ["a", "b"].map(Key => ({ Key, Value: "1" }));
  const { FileSystemId } = await availableFileSystem(efs, { Tags: tags });
  const other = await availableFileSystem(efs);
  for (const id of [FileSystemId, other.FileSystemId]) {
    await efs.createAccessPoint({ FileSystemId: id });
    await efs.createReplicationConfiguration({
      SourceFileSystemId: id,
      Destinations: [{ Region: "eu-west-1" }],
    });
  }
  for (let count = 0; count < 100; count++) await efs.createFileSystem({});
  await aws.settle();
  const lists: Readonly<Record<string, Read>> = {
    DescribeFileSystems: (efs, Marker, MaxItems) => efs.describeFileSystems({ Marker, MaxItems }),
    DescribeAccessPoints: (efs, NextToken, MaxResults) => efs.describeAccessPoints({ NextToken, MaxResults }),
    DescribeReplicationConfigurations: (efs, NextToken, MaxResults) =>
      efs.describeReplicationConfigurations({ NextToken, MaxResults }),
    ListTagsForResource: (efs, NextToken, MaxResults) =>
      efs.listTagsForResource({ ResourceId: FileSystemId, NextToken, MaxResults }),
    DescribeMountTargets: (efs, Marker) => efs.describeMountTargets({ FileSystemId, Marker }),
    DescribeTags: (efs, Marker) => efs.describeTags({ FileSystemId, Marker }),
  };
  return { efs, lists: Object.entries(lists), FileSystemId };
}

const tokenIn = (page: object): unknown => Reflect.get(page, "NextMarker") ?? Reflect.get(page, "NextToken");

test("a page token is valid only for the list that returned it", async () => {
  const { efs, lists } = await filledAccount();
  const refused = efsError("BadRequest", 400, { message: "Invalid pagination token." });
  const tried: string[] = [];
  for (const [name, read] of lists) {
    expect(await refusal(read(efs, btoa("after:999")))).toEqual(refused);
    const token = tokenIn(await read(efs, undefined, 1));
    if (typeof token !== "string") continue;
    tried.push(name);
    for (const [other, readOther] of lists) {
      const answer = readOther(efs, token, 1);
      if (other === name) expect(await answer).not.toEqual(await read(efs, undefined, 1));
      else expect(await refusal(answer)).toEqual(refused);
    }
  }
  expect(tried).toHaveLength(4);
});

test("a list echoes the marker of the request", async () => {
  const { efs } = await filledAccount();
  const { NextMarker: Marker } = await efs.describeFileSystems({ MaxItems: 1 });
  expect(await efs.describeFileSystems({ Marker, MaxItems: 1 })).toMatchObject({ Marker });
  const all = await efs.describeFileSystems({});
  const rest = await efs.describeFileSystems({ Marker: all.NextMarker });
  expect(rest).toMatchObject({ Marker: all.NextMarker });
  expect(rest.NextMarker).toBeUndefined();
});

test("a page token is valid only for the same file system", async () => {
  const { efs, FileSystemId } = await filledAccount();
  await efs.createAccessPoint({ FileSystemId, ClientToken: "two" });
  const { NextToken } = await efs.describeAccessPoints({ FileSystemId, MaxResults: 1 });
  expect(await efs.describeAccessPoints({ FileSystemId, NextToken })).toMatchObject({
    AccessPoints: [{ ClientToken: "two" }],
  });
  const { FileSystems = [] } = await efs.describeFileSystems({});
  const elsewhere = efs.describeAccessPoints({ FileSystemId: FileSystems[1]?.FileSystemId, NextToken });
  expect(await refusal(elsewhere)).toEqual(efsError("BadRequest", 400));
});
