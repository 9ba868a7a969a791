import { EFS, ReplicationAlreadyExists } from "@aws-sdk/client-efs";
import { account, availableFileSystem, badReplication, efsError, fileSystemOf, refusal } from "./support";

function twoRegions(options?: Parameters<typeof account>[0]) {
  const { aws, efs } = account(options);
  return { aws, efs, west: aws.in({ region: "us-west-2" }).attach(new EFS()) };
}

const statusOf = async (efs: EFS, FileSystemId: string | undefined) =>
  (await efs.describeReplicationConfigurations({ FileSystemId })).Replications?.[0]?.Destinations?.[0]
    ?.Status;

async function replicate(
  efs: EFS,
  SourceFileSystemId: string,
  destination: object = { Region: "us-west-2" },
) {
  const { $metadata, ...created } = await efs.createReplicationConfiguration({
    SourceFileSystemId,
    Destinations: [destination],
  });
  return { ...created, destinationId: created.Destinations?.[0]?.FileSystemId };
}

test("replicating makes a read-only file system in the other Region, encrypted and backed up", async () => {
  const { aws, efs, west } = twoRegions({ now: "2026-03-01T10:00:00Z" });
  const source = await availableFileSystem(efs, { PerformanceMode: "maxIO" });
  const { destinationId, ...created } = await replicate(efs, source.FileSystemArn);
  expect(created).toEqual({
    SourceFileSystemId: source.FileSystemId,
    SourceFileSystemRegion: "us-east-1",
    SourceFileSystemArn: source.FileSystemArn,
    OriginalSourceFileSystemArn: source.FileSystemArn,
    SourceFileSystemOwnerId: "123456789012",
    CreationTime: expect.any(Date),
    Destinations: [
      {
        Status: "ENABLING",
        FileSystemId: expect.stringMatching(/^fs-[0-9a-f]{17}$/),
        Region: "us-west-2",
        OwnerId: "123456789012",
      },
    ],
  });
  await aws.settle();
  expect(await fileSystemOf(west, destinationId)).toMatchObject({
    CreationToken: expect.stringMatching(/^destination-[0-9a-f-]{36}$/),
    FileSystemArn: `arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/${destinationId}`,
    LifeCycleState: "available",
    Encrypted: true,
    KmsKeyId: expect.stringMatching(/^arn:aws:kms:us-west-2:/),
    ThroughputMode: "bursting",
    PerformanceMode: "maxIO",
    FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" },
  });
  expect((await west.describeBackupPolicy({ FileSystemId: destinationId })).BackupPolicy?.Status).toBe(
    "ENABLED",
  );
  expect(await refusal(efs.describeFileSystems({ FileSystemId: destinationId }))).toEqual(
    efsError("FileSystemNotFound", 404),
  );
});

test("both ends show the replication, which is enabled on the clock and synchronised from then on", async () => {
  const { aws, efs, west } = twoRegions();
  const source = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, source.FileSystemId);
  expect([await statusOf(efs, source.FileSystemId), await statusOf(efs, source.FileSystemId)]).toEqual([
    "ENABLING",
    "ENABLED",
  ]);
  const described = async (client: EFS) =>
    (await client.describeReplicationConfigurations({})).Replications ?? [];
  const [here] = await described(efs);
  expect(await described(west)).toEqual([here]);
  expect(
    (await west.describeReplicationConfigurations({ FileSystemId: destinationId })).Replications,
  ).toEqual([here]);
  const first = here?.Destinations?.[0]?.LastReplicatedTimestamp;
  await aws.clock.advance("20 minutes");
  const [later] = await described(efs);
  expect(later?.Destinations?.[0]?.LastReplicatedTimestamp?.getTime()).toBe(
    (first?.getTime() ?? 0) + 15 * 60_000,
  );
});

test("a One Zone destination is in its zone, and of general purpose", async () => {
  const { aws, efs, west } = twoRegions();
  const source = await availableFileSystem(efs, { PerformanceMode: "maxIO" });
  const { destinationId } = await replicate(efs, source.FileSystemId, { AvailabilityZoneName: "us-west-2b" });
  await aws.settle();
  expect(await fileSystemOf(west, destinationId)).toMatchObject({
    AvailabilityZoneName: "us-west-2b",
    AvailabilityZoneId: "usw2-az2",
    PerformanceMode: "generalPurpose",
  });
});

test("deleting the replication makes the destination writable again; poll loops on either end finish", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, FileSystemId);
  await aws.settle();
  const deleted = await efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId });
  expect(deleted.$metadata.httpStatusCode).toBe(204);
  const deleting = aws.snapshot();
  const gone = efsError("ReplicationNotFound", 404);
  for (const status of [() => statusOf(efs, FileSystemId), () => statusOf(west, destinationId)]) {
    aws.rollback(deleting);
    expect(await status()).toBe("DELETING");
    expect(await refusal(status())).toEqual(gone);
  }
  expect((await efs.describeReplicationConfigurations({})).Replications).toEqual([]);
  expect((await fileSystemOf(west, destinationId)).FileSystemProtection).toEqual({
    ReplicationOverwriteProtection: "ENABLED",
  });
});

test("a poll loop on the destination's protection ends too", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, FileSystemId);
  await aws.settle();
  await west.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId });
  const protection = async () =>
    (await fileSystemOf(west, destinationId)).FileSystemProtection?.ReplicationOverwriteProtection;
  expect([await protection(), await protection()]).toEqual(["REPLICATING", "ENABLED"]);
});

test("an existing file system is a destination once its protection is off", async () => {
  const { aws, efs, west } = twoRegions();
  const source = await availableFileSystem(efs, { Encrypted: true });
  const target = await availableFileSystem(west, { Encrypted: true });
  const destination = { FileSystemId: target.FileSystemArn };
  expect(await refusal(replicate(efs, source.FileSystemId, destination))).toEqual(badReplication);
  const off = { FileSystemId: target.FileSystemId, ReplicationOverwriteProtection: "DISABLED" } as const;
  expect((await west.updateFileSystemProtection(off)).ReplicationOverwriteProtection).toBe("DISABLED");
  expect((await fileSystemOf(west, target.FileSystemId)).FileSystemProtection).toEqual({
    ReplicationOverwriteProtection: "DISABLED",
  });
  const { destinationId } = await replicate(efs, source.FileSystemId, destination);
  expect(destinationId).toBe(target.FileSystemId);
  await aws.settle();
  const error = await refusal(west.updateFileSystemProtection(off));
  expect(error).toBeInstanceOf(ReplicationAlreadyExists);
  expect(error).toEqual(
    efsError("ReplicationAlreadyExists", 409, {
      message:
        "ReplicationOverwriteProtection cannot be changed while the file system is a replication destination.",
    }),
  );
});

test("an encrypted file system is not replicated to an unencrypted one", async () => {
  const { efs } = account();
  const source = await availableFileSystem(efs, { Encrypted: true });
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.updateFileSystemProtection({ FileSystemId, ReplicationOverwriteProtection: "DISABLED" });
  expect(await refusal(replicate(efs, source.FileSystemId, { FileSystemId }))).toEqual(
    efsError("ConflictException", 409),
  );
});

test("within one Region there is one configuration, seen from both file systems", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, FileSystemId, { Region: "us-east-1" });
  await aws.settle();
  expect((await efs.describeReplicationConfigurations({})).Replications).toHaveLength(1);
  expect(await statusOf(efs, destinationId)).toBe("ENABLED");
  expect(
    await refusal(
      efs.deleteReplicationConfiguration({
        SourceFileSystemId: FileSystemId,
        DeletionMode: "LOCAL_CONFIGURATION_ONLY",
      }),
    ),
  ).toEqual(efsError("BadRequest", 400));
});

test("a file system is part of one replication, and cannot be deleted while it is", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId = "" } = await replicate(efs, FileSystemId);
  await aws.settle();
  const bad = badReplication;
  expect(await refusal(replicate(efs, FileSystemId))).toEqual(bad);
  expect(await refusal(replicate(west, destinationId, { Region: "us-east-1" }))).toEqual(bad);
  for (const [client, id] of [
    [efs, FileSystemId],
    [west, destinationId],
  ] as const) {
    expect(await refusal(client.deleteFileSystem({ FileSystemId: id }))).toEqual(
      efsError("FileSystemInUse", 409, {
        message: expect.stringMatching(
          new RegExp(`^You cannot delete file system '${id}' because it is in a repl`),
        ),
      }),
    );
  }
  await efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId });
  await aws.settle();
  await efs.deleteFileSystem({ FileSystemId });
});

test("one end can be deleted alone; the other then is in error and can be deleted as well", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, FileSystemId);
  await aws.settle();
  await west.deleteReplicationConfiguration({
    SourceFileSystemId: FileSystemId,
    DeletionMode: "LOCAL_CONFIGURATION_ONLY",
  });
  await aws.settle();
  expect(await statusOf(efs, FileSystemId)).toBe("ERROR");
  expect((await fileSystemOf(west, destinationId)).FileSystemProtection).toEqual({
    ReplicationOverwriteProtection: "ENABLED",
  });
  await efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId });
  await aws.settle();
  expect((await efs.describeReplicationConfigurations({})).Replications).toEqual([]);
});

test("a source whose end alone was deleted can be replicated to the same Region again", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId: left } = await replicate(efs, FileSystemId);
  await aws.settle();
  await efs.deleteReplicationConfiguration({
    SourceFileSystemId: FileSystemId,
    DeletionMode: "LOCAL_CONFIGURATION_ONLY",
  });
  await aws.settle();
  expect(await statusOf(west, left)).toBe("ERROR");

  const { destinationId } = await replicate(efs, FileSystemId);
  await aws.settle();

  expect(destinationId).not.toBe(left);
  expect(await statusOf(west, destinationId)).toBe("ENABLED");
  expect((await west.describeReplicationConfigurations({})).Replications).toHaveLength(1);
  await west.deleteFileSystem({ FileSystemId: left });
  await aws.settle();
  await expect(fileSystemOf(west, left)).rejects.toThrow(`File system '${left}' does not exist.`);
});

test("replicating to another account needs a role", async () => {
  const { aws, efs } = account();
  const other = aws.in({ accountId: "222222222222" }).attach(new EFS());
  const source = await availableFileSystem(efs);
  const { FileSystemId, FileSystemArn } = await availableFileSystem(other);
  await other.updateFileSystemProtection({ FileSystemId, ReplicationOverwriteProtection: "DISABLED" });
  expect(await refusal(replicate(efs, source.FileSystemId, { FileSystemId: FileSystemArn }))).toEqual(
    expect.objectContaining({
      name: "BadRequest",
      message: "No RoleArn provided.  RoleArn is required for cross-account replication.",
    }),
  );
  const RoleArn = "arn:aws:iam::123456789012:role/replication";
  const { Destinations } = await replicate(efs, source.FileSystemId, {
    FileSystemId: FileSystemArn,
    RoleArn,
  });
  expect(Destinations).toMatchObject([{ FileSystemId, OwnerId: "222222222222", RoleArn }]);
  await aws.settle();
  expect(await statusOf(other, FileSystemId)).toBe("ENABLED");
});

test("what cannot be replicated is refused, and nothing has changed", async () => {
  const { aws, efs } = account({ quotas: { efsFileSystems: 1 } });
  const { FileSystemId } = await availableFileSystem(efs);
  const before = aws.state;
  const bad = badReplication;
  const create = (Destinations: object[], SourceFileSystemId = FileSystemId) =>
    refusal(efs.createReplicationConfiguration({ SourceFileSystemId, Destinations }));
  expect(await create([])).toEqual(bad);
  expect(await create([{}])).toEqual(bad);
  expect(await create([{ Region: "us-west-2" }, { Region: "eu-west-1" }])).toEqual(bad);
  expect(await create([{ FileSystemId }])).toEqual(bad);
  expect(await create([{ Region: "us-west-2", AvailabilityZoneName: "us-east-1a" }])).toEqual(
    efsError("UnsupportedAvailabilityZone", 400),
  );
  expect(await create([{ Region: "us-east-1" }])).toEqual(efsError("FileSystemLimitExceeded", 403));
  const notFound = efsError("FileSystemNotFound", 404);
  expect(await create([{ FileSystemId: "fs-00000000" }])).toEqual(notFound);
  expect(await create([{ Region: "us-west-2" }], "fs-00000000")).toEqual(notFound);
  expect(await refusal(efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId }))).toEqual(
    efsError("ReplicationNotFound", 404),
  );
  expect(await refusal(efs.deleteReplicationConfiguration({ SourceFileSystemId: "fs-00000000" }))).toEqual(
    notFound,
  );
  expect(await refusal(efs.describeReplicationConfigurations({ FileSystemId: "fs-00000000" }))).toEqual(
    notFound,
  );
  expect(aws.state).toBe(before);
});

test("protection is set to on or off, and to nothing else", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  expect(
    await refusal(
      efs.updateFileSystemProtection({ FileSystemId, ReplicationOverwriteProtection: "REPLICATING" }),
    ),
  ).toEqual(efsError("BadRequest", 400));
  expect(await refusal(efs.updateFileSystemProtection({ FileSystemId: "fs-00000000" }))).toEqual(
    efsError("FileSystemNotFound", 404),
  );
});

test("a replication can be held while it is enabling; reading its file systems does not hurry it", async () => {
  const { aws, efs, west } = twoRegions();
  const { FileSystemId } = await availableFileSystem(efs);
  const { destinationId } = await replicate(efs, FileSystemId);
  await fileSystemOf(west, destinationId);
  await fileSystemOf(west, destinationId);
  await fileSystemOf(efs, FileSystemId);
  aws.hold(FileSystemId);
  await aws.clock.advance("1 day");
  expect(await statusOf(efs, FileSystemId)).toBe("ENABLING");
  expect(await statusOf(west, destinationId)).toBe("ENABLING");
  aws.release(FileSystemId);
  expect(await statusOf(west, destinationId)).toBe("ENABLED");
});

test.each([
  ["a Region that does not exist", { Region: "us-east-9" }],
  ["a Region of another partition", { Region: "cn-north-1" }],
  [
    "a file system of another Region than its own",
    {
      Region: "us-west-2",
      FileSystemId: "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
    },
  ],
])("a replication to %s is refused", async (_why, destination) => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  expect(
    await refusal(
      efs.createReplicationConfiguration({ SourceFileSystemId: FileSystemId, Destinations: [destination] }),
    ),
  ).toEqual(badReplication);
});

test("the overwrite protection of neither side of a replication can be changed", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { Destinations } = await efs.createReplicationConfiguration({
    SourceFileSystemId: FileSystemId,
    Destinations: [{ Region: "us-east-1" }],
  });
  await aws.settle();
  for (const id of [FileSystemId, Destinations?.[0]?.FileSystemId]) {
    const change = efs.updateFileSystemProtection({
      FileSystemId: id,
      ReplicationOverwriteProtection: "DISABLED",
    });
    expect(await refusal(change)).toEqual(efsError("ReplicationAlreadyExists", 409));
  }
});
