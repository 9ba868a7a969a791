import {
  AccessPointAlreadyExists,
  AccessPointNotFound,
  EFSClient,
  paginateDescribeAccessPoints,
} from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, refusal } from "./support";

test("an access point has its user, directory and name, and becomes available", async () => {
  const { efs } = account();
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs);
  const { $metadata, ...created } = await efs.createAccessPoint({
    ClientToken: "mine",
    FileSystemId: FileSystemArn,
    PosixUser: { Uid: 1001, Gid: 1001, SecondaryGids: [2001] },
    RootDirectory: {
      Path: "/data/reports",
      CreationInfo: { OwnerUid: 1001, OwnerGid: 1001, Permissions: "0755" },
    },
    Tags: [{ Key: "Name", Value: "reports" }],
  });
  expect($metadata.httpStatusCode).toBe(200);
  expect(created).toEqual({
    ClientToken: "mine",
    Name: "reports",
    Tags: [{ Key: "Name", Value: "reports" }],
    AccessPointId: expect.stringMatching(/^fsap-[0-9a-f]{17}$/),
    AccessPointArn: `arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/${created.AccessPointId}`,
    FileSystemId,
    PosixUser: { Uid: 1001, Gid: 1001, SecondaryGids: [2001] },
    RootDirectory: {
      Path: "/data/reports",
      CreationInfo: { OwnerUid: 1001, OwnerGid: 1001, Permissions: "0755" },
    },
    OwnerId: "123456789012",
    LifeCycleState: "creating",
  });
  const { AccessPointId } = created;
  const describe = async (idOrArn: string | undefined) =>
    (await efs.describeAccessPoints({ AccessPointId: idOrArn })).AccessPoints;
  const available = { ...created, LifeCycleState: "available" };
  expect([await describe(AccessPointId), await describe(AccessPointId)]).toEqual([[created], [available]]);
  expect(await describe(created.AccessPointArn)).toEqual([available]);
});

test("the root directory defaults to /", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  expect(await efs.createAccessPoint({ FileSystemId })).toMatchObject({
    RootDirectory: { Path: "/" },
    Tags: [],
    ClientToken: expect.any(String),
  });
});

test("a used client token is refused with the id of its access point", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { AccessPointId } = await efs.createAccessPoint({ FileSystemId, ClientToken: "mine" });
  const error = await refusal(efs.createAccessPoint({ FileSystemId, ClientToken: "mine" }));
  expect(error).toBeInstanceOf(AccessPointAlreadyExists);
  expect(error).toEqual(efsError("AccessPointAlreadyExists", 409, { AccessPointId }));
});

test("a deleted access point is deleting, then gone, and a poll loop ends", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { AccessPointId } = await efs.createAccessPoint({ FileSystemId });
  const deleted = await efs.deleteAccessPoint({ AccessPointId });
  expect(deleted.$metadata.httpStatusCode).toBe(204);
  const states = async () =>
    (await efs.describeAccessPoints({ FileSystemId })).AccessPoints?.map(point => point.LifeCycleState);
  expect([await states(), await states()]).toEqual([["deleting"], []]);
  const error = await refusal(efs.describeAccessPoints({ AccessPointId }));
  expect(error).toBeInstanceOf(AccessPointNotFound);
  expect(error).toEqual(
    efsError("AccessPointNotFound", 404, { message: `Access Point ${AccessPointId} does not exist.` }),
  );
  expect(await refusal(efs.deleteAccessPoint({ AccessPointId }))).toEqual(
    efsError("AccessPointNotFound", 404),
  );
});

test("access points are listed for one file system or for all, in pages", async () => {
  const { aws, efs } = account();
  const [first, second] = [await availableFileSystem(efs), await availableFileSystem(efs)];
  for (const { FileSystemId } of [first, first, second]) await efs.createAccessPoint({ FileSystemId });
  expect((await efs.describeAccessPoints({ FileSystemId: second.FileSystemId })).AccessPoints).toHaveLength(
    1,
  );
  const pages: number[] = [];
  const client = aws.attach(new EFSClient());
  for await (const page of paginateDescribeAccessPoints({ client, pageSize: 2 }, {})) {
    pages.push(page.AccessPoints?.length ?? 0);
  }
  expect(pages).toEqual([2, 1]);
});

test("invalid requests, unknown file systems and exceeded quotas are refused", async () => {
  const { efs } = account({ quotas: { efsAccessPointsPerFileSystem: 1 } });
  const { FileSystemId } = await availableFileSystem(efs);
  const { AccessPointId } = await efs.createAccessPoint({ FileSystemId });
  const notFound = efsError("FileSystemNotFound", 404);
  expect(await refusal(efs.createAccessPoint({ FileSystemId: "fs-00000000" }))).toEqual(notFound);
  expect(await refusal(efs.describeAccessPoints({ FileSystemId: "fs-00000000" }))).toEqual(notFound);
  const bad = efsError("BadRequest", 400);
  expect(await refusal(efs.describeAccessPoints({ FileSystemId, AccessPointId }))).toEqual(bad);
  expect(await refusal(efs.describeAccessPoints({ NextToken: "made-up" }))).toEqual(bad);
  const twice = [1, 2].map(number => ({ Key: "a", Value: String(number) }));
  expect(await refusal(efs.createAccessPoint({ FileSystemId, Tags: twice }))).toEqual(bad);
  expect(await refusal(efs.createAccessPoint({ FileSystemId }))).toEqual(
    efsError("AccessPointLimitExceeded", 403),
  );
});

test("an invalid path is refused with AWS's message", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  expect(await refusal(efs.createAccessPoint({ FileSystemId, RootDirectory: { Path: "//volume" } }))).toEqual(
    efsError("ValidationException", 400, {
      message: expect.stringMatching(
        /^1 validation error detected: Value '\/\/volume' at 'rootDirectory.path' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
      ),
    }),
  );
});

test("an access point can be held while creating, and is removed with its file system", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { AccessPointId, AccessPointArn = "" } = await efs.createAccessPoint({ FileSystemId });
  aws.hold(AccessPointArn);
  await aws.clock.advance("1 day");
  expect((await efs.describeAccessPoints({ AccessPointId })).AccessPoints).toMatchObject([
    { LifeCycleState: "creating" },
  ]);
  await efs.deleteFileSystem({ FileSystemId });
  await aws.settle();
  expect((await efs.describeAccessPoints({})).AccessPoints).toEqual([]);
});
