import {
  EFS,
  EFSClient,
  FileSystemAlreadyExists,
  FileSystemNotFound,
  paginateDescribeFileSystems,
} from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import { account, availableFileSystem, efsError, fileSystemOf, refusal } from "./support";

const key = "1234abcd-12ab-34cd-56ef-1234567890ab";

test("a new file system is creating, empty, and has the defaults", async () => {
  const { efs } = account({ now: "2026-03-01T10:00:00.750Z" });
  const created = await efs.createFileSystem({ CreationToken: "mine" });
  expect(created).toEqual({
    OwnerId: "123456789012",
    CreationToken: "mine",
    FileSystemId: expect.stringMatching(/^fs-[0-9a-f]{17}$/),
    FileSystemArn: `arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/${created.FileSystemId}`,
    CreationTime: new Date("2026-03-01T10:00:00Z"),
    LifeCycleState: "creating",
    NumberOfMountTargets: 0,
    SizeInBytes: { Value: 0, ValueInIA: 0, ValueInStandard: 0 },
    PerformanceMode: "generalPurpose",
    Encrypted: false,
    ThroughputMode: "bursting",
    Tags: [],
    FileSystemProtection: { ReplicationOverwriteProtection: "ENABLED" },
    $metadata: expect.objectContaining({ httpStatusCode: 201 }),
  });
});

test("a poll loop by id sees a file system become available, with a metered size of 6 KiB", async () => {
  const { efs } = account();
  const { FileSystemId } = await efs.createFileSystem({});
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("creating");
  expect(await fileSystemOf(efs, FileSystemId)).toMatchObject({
    LifeCycleState: "available",
    SizeInBytes: { Value: 6144, ValueInIA: 0, ValueInStandard: 6144, ValueInArchive: 0 },
  });
});

test("a poll loop by creation token ends when the file system is available and when it is gone", async () => {
  const { efs } = account();
  const statesByToken = async (): Promise<(string | undefined)[]> =>
    (await efs.describeFileSystems({ CreationToken: "mine" })).FileSystems?.map(fs => fs.LifeCycleState) ??
    [];
  const { FileSystemId } = await efs.createFileSystem({ CreationToken: "mine" });
  const seen: (string | undefined)[] = [];
  while (seen.at(-1) !== "available") seen.push(...(await statesByToken()));
  await efs.deleteFileSystem({ FileSystemId });
  for (let states = await statesByToken(); states.length > 0; states = await statesByToken())
    seen.push(...states);
  expect(seen).toEqual(["creating", "available", "deleting"]);
});

test("creating, describing (also by ARN) and listing return the same file system", async () => {
  const { efs } = account();
  const file = await availableFileSystem(efs, { Tags: [{ Key: "Name", Value: "shared" }], Encrypted: true });
  const { FileSystems: listed = [] } = await efs.describeFileSystems({});
  const byArn = await fileSystemOf(efs, file.FileSystemArn);
  expect(listed).toEqual([file]);
  expect(byArn).toEqual(file);
  expect(file.Name).toBe("shared");
});

test("a used creation token is refused with the id of its file system", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await efs.createFileSystem({ CreationToken: "mine" });
  const before = aws.state;
  const error = await refusal(efs.createFileSystem({ CreationToken: "mine" }));
  expect(error).toBeInstanceOf(FileSystemAlreadyExists);
  expect(error).toEqual(
    efsError("FileSystemAlreadyExists", 409, {
      FileSystemId,
      message: `File system '${FileSystemId}' already exists with creation token 'mine'`,
    }),
  );
  expect(aws.state).toBe(before);
});

test("a creation token can be reused once its file system is gone", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { CreationToken: "mine" });
  await efs.deleteFileSystem({ FileSystemId });
  expect(await refusal(efs.createFileSystem({ CreationToken: "mine" }))).toBeInstanceOf(
    FileSystemAlreadyExists,
  );
  await aws.settle();
  expect((await efs.createFileSystem({ CreationToken: "mine" })).FileSystemId).not.toBe(FileSystemId);
});

test("an encrypted file system shows its key as an ARN, in whatever form it was given", async () => {
  const { efs } = account();
  const keyOf = async (KmsKeyId?: string) =>
    (await efs.createFileSystem({ Encrypted: true, KmsKeyId })).KmsKeyId;
  const arn = `arn:aws:kms:us-east-1:123456789012:key/${key}`;
  expect(await keyOf(key)).toBe(arn);
  expect(await keyOf(arn)).toBe(arn);
  const standard = await keyOf();
  expect(standard).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/);
  expect(await keyOf("alias/aws/elasticfilesystem")).toBe(standard);
  const other = await keyOf("arn:aws:kms:eu-west-1:222222222222:alias/mine");
  expect(other).toMatch(/^arn:aws:kms:eu-west-1:222222222222:key\/[0-9a-f-]{36}$/);
});

test("a One Zone file system shows its zone, and is backed up by default", async () => {
  const { efs } = account();
  const file = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1b" });
  expect(file).toMatchObject({ AvailabilityZoneName: "us-east-1b", AvailabilityZoneId: "use1-az2" });
  const { FileSystemId } = file;
  expect((await efs.describeBackupPolicy({ FileSystemId })).BackupPolicy?.Status).toBe("ENABLING");
  const without = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1b", Backup: false });
  expect(await refusal(efs.describeBackupPolicy({ FileSystemId: without.FileSystemId }))).toEqual(
    efsError("PolicyNotFound", 404),
  );
});

test.each([
  ["a key without encryption", { KmsKeyId: key }],
  ["provisioned throughput without its amount", { ThroughputMode: "provisioned" }],
  ["an amount of throughput that is not provisioned", { ProvisionedThroughputInMibps: 10 }],
  ["elastic throughput with maxIO", { ThroughputMode: "elastic", PerformanceMode: "maxIO" }],
  ["One Zone with maxIO", { AvailabilityZoneName: "us-east-1a", PerformanceMode: "maxIO" }],
  [
    "the same tag twice",
    {
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "a", Value: "2" },
      ],
    },
  ],
] as const)("%s is refused", async (_, { ...input }) => {
  const { aws, efs } = account();
  const before = aws.state;
  const { Tags, ...rest } = { Tags: [], ...input };
  expect(await refusal(efs.createFileSystem({ ...rest, Tags: [...Tags] }))).toEqual(
    efsError("BadRequest", 400),
  );
  expect(aws.state).toBe(before);
});

test("input that violates the model is refused with AWS's message", async () => {
  const { efs } = account();
  const error = await refusal(efs.deleteFileSystem({ FileSystemId: "fake-id" }));
  expect(error).toEqual(
    efsError("ValidationException", 400, {
      message: expect.stringMatching(
        /^1 validation error detected: Value 'fake-id' at 'fileSystemId' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
      ),
    }),
  );
});

test("the number of file systems and the provisioned throughput are limited", async () => {
  const { efs } = account({ quotas: { efsFileSystems: 1, efsProvisionedThroughput: 1024 } });
  expect(
    await refusal(
      efs.createFileSystem({ ThroughputMode: "provisioned", ProvisionedThroughputInMibps: 1025 }),
    ),
  ).toEqual(efsError("ThroughputLimitExceeded", 400));
  await efs.createFileSystem({});
  expect(await refusal(efs.createFileSystem({}))).toEqual(efsError("FileSystemLimitExceeded", 403));
});

test.each(["eu-west-1a", "us-east-1z", "us-east-1", "us-east-1ab"])(
  "the zone %s is not available in us-east-1",
  async AvailabilityZoneName => {
    const { efs } = account();
    expect(await refusal(efs.createFileSystem({ AvailabilityZoneName }))).toEqual(
      efsError("UnsupportedAvailabilityZone", 400),
    );
  },
);

test.each([
  ["eu-west-1", "abc", "def"],
  ["us-east-1", "abcdef", "g"],
  ["us-west-2", "abcd", "ef"],
  ["ap-northeast-1", "acd", "bef"],
  ["ca-central-1", "abd", "cef"],
])("%s has the zones %s, but not %s", async (region, letters, others) => {
  const { aws } = account();
  const efs = aws.attach(new EFS({ region }));
  for (const letter of letters) {
    const AvailabilityZoneName = `${region}${letter}`;
    expect(await efs.createFileSystem({ AvailabilityZoneName })).toMatchObject({ AvailabilityZoneName });
  }
  for (const letter of others) {
    expect(await refusal(efs.createFileSystem({ AvailabilityZoneName: `${region}${letter}` }))).toEqual(
      efsError("UnsupportedAvailabilityZone", 400),
    );
  }
});

test("an unknown id, or an ARN of another Region, is not found", async () => {
  const { efs } = account();
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs);
  const unknown = "fs-00000000000000000";
  const error = await refusal(efs.describeFileSystems({ FileSystemId: unknown }));
  expect(error).toBeInstanceOf(FileSystemNotFound);
  expect(error).toEqual(
    efsError("FileSystemNotFound", 404, { message: `File system '${unknown}' does not exist.` }),
  );
  const elsewhere = FileSystemArn.replace("us-east-1", "us-west-2");
  expect(await refusal(efs.describeFileSystems({ FileSystemId: elsewhere }))).toBeInstanceOf(
    FileSystemNotFound,
  );
  expect(await refusal(efs.deleteFileSystem({ FileSystemId: unknown }))).toBeInstanceOf(FileSystemNotFound);
  expect(await refusal(efs.describeFileSystems({ FileSystemId, CreationToken: "mine" }))).toEqual(
    efsError("BadRequest", 400, {
      message: "Request cannot contain both a file system ID and a creation token.",
    }),
  );
});

test("a deleted file system is deleting at first, then gone from every list", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const deleted = await efs.deleteFileSystem({ FileSystemId });
  expect(deleted.$metadata.httpStatusCode).toBe(204);
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("deleting");
  expect(await refusal(efs.describeFileSystems({ FileSystemId }))).toBeInstanceOf(FileSystemNotFound);
  expect((await efs.describeFileSystems({})).FileSystems).toEqual([]);
});

test("the size is metered half an hour after creation, then every hour", async () => {
  const { aws, efs } = account({ now: "2026-03-01T10:00:00Z", clock: "manual" });
  const { FileSystemId } = await efs.createFileSystem({});
  await aws.clock.advance("29 minutes");
  expect((await fileSystemOf(efs, FileSystemId)).SizeInBytes?.Timestamp).toBeUndefined();
  await aws.clock.advance("3 hours");
  expect((await fileSystemOf(efs, FileSystemId)).SizeInBytes?.Timestamp).toEqual(
    new Date("2026-03-01T12:30:00Z"),
  );
});

test("lists are paged; the marker is echoed, and an invalid one is refused", async () => {
  const { aws, efs } = account();
  for (let index = 0; index < 101; index++) await efs.createFileSystem({ CreationToken: `token-${index}` });
  await aws.settle();
  const first = await efs.describeFileSystems({});
  expect(first.FileSystems).toHaveLength(100);
  const second = await efs.describeFileSystems({ Marker: first.NextMarker });
  expect(second).toMatchObject({ Marker: first.NextMarker, FileSystems: [{ CreationToken: "token-100" }] });
  expect(second.NextMarker).toBeUndefined();
  const pages: number[] = [];
  const client = aws.attach(new EFSClient());
  for await (const page of paginateDescribeFileSystems({ client, pageSize: 40 }, {})) {
    pages.push(page.FileSystems?.length ?? 0);
  }
  expect(pages).toEqual([40, 40, 21]);
  expect(await refusal(efs.describeFileSystems({ Marker: "made-up" }))).toEqual(efsError("BadRequest", 400));
});

test("a held file system is creating until it is released", async () => {
  const { aws, efs } = account();
  const { FileSystemId = "" } = await efs.createFileSystem({});
  aws.hold(FileSystemId);
  for (let read = 0; read < 3; read++) {
    expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("creating");
  }
  await aws.clock.advance("1 hour");
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("creating");
  aws.release(FileSystemId);
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("available");
});

test("if durations are 0, a file system is available at the next call", async () => {
  const { efs } = account({ durations: 0 });
  const { FileSystemId } = await efs.createFileSystem({});
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("available");
});

test("file systems are visible only in their own Region and account", async () => {
  const aws = mockAws();
  const { efs } = account();
  await efs.createFileSystem({});
  const other = aws.in({ region: "eu-west-1" }).attach(new EFSClient());
  const pages = paginateDescribeFileSystems({ client: other }, {});
  for await (const page of pages) expect(page.FileSystems).toEqual([]);
});

test("idempotency tokens consist of ASCII characters", async () => {
  const { efs } = account();
  const bad = efsError("BadRequest", 400);
  expect(await refusal(efs.createFileSystem({ CreationToken: "über" }))).toEqual(bad);
  const { FileSystemId } = await availableFileSystem(efs);
  expect(await refusal(efs.createAccessPoint({ FileSystemId, ClientToken: "über" }))).toEqual(bad);
});
