import {
  BackupClient,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  DescribeRestoreJobCommand,
  type DescribeRestoreJobCommandOutput,
  GetRestoreJobMetadataCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  InvalidResourceStateException,
  ListRestoreJobsByProtectedResourceCommand,
  type ListRestoreJobsByProtectedResourceCommandInput,
  ListRestoreJobsCommand,
  type ListRestoreJobsCommandInput,
  MissingParameterValueException,
  PutBackupVaultAccessPolicyCommand,
  PutRestoreValidationResultCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartRestoreJobCommand,
  type StartRestoreJobCommandInput,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { type MockOptions, mockAws } from "aws-backup-mock";

const here = "123456789012";
const role = `arn:aws:iam::${here}:role/restore`;
const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
const database = `arn:aws:rds:us-east-1:${here}:db:orders`;
const hana = `arn:aws:ssm-sap:us-east-1:${here}:HANA/app/DB/db`;

/** An account with one recovery point of each resource, a day old. */
function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  const resources = [table, volume, database].map(arn => ({ arn, sizeInBytes: 7_000, tags: {} }));
  const { backup } = aws.seed({
    resources,
    backup: {
      recoveryPoints: resources.map(({ arn }) => ({
        ResourceArn: arn,
        CreationDate: "1 day ago",
        Tags: { team: "sales" },
      })),
    },
  });
  const [orders, disk, rows] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  const client = aws.attach(new BackupClient());
  const start = (input: Partial<StartRestoreJobCommandInput> = {}) =>
    client.send(
      new StartRestoreJobCommand({
        RecoveryPointArn: orders,
        Metadata: { targetTableName: "orders-again" },
        IamRoleArn: role,
        ...input,
      }),
    );
  const describe = (RestoreJobId: string | undefined) =>
    client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
  const finished = async (input: Partial<StartRestoreJobCommandInput> = {}) => {
    const { RestoreJobId } = await start(input);
    await aws.settle();
    return describe(RestoreJobId);
  };
  const point = (RecoveryPointArn: string | undefined) =>
    client.send(new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));
  return { aws, client, start, describe, finished, point, orders, disk, rows };
}

const refused = async (aws: ReturnType<typeof mockAws>, attempt: () => Promise<unknown>, error: object) => {
  const before = aws.state;
  await expect(attempt()).rejects.toThrow(expect.objectContaining(error));
  expect(aws.state).toBe(before);
};

const invalid = { name: InvalidParameterValueException.name };

test("a poll loop sees a restore PENDING, RUNNING and COMPLETED, and what it made is there", async () => {
  const { aws, client, start, describe, point, orders } = account();
  const { RestoreJobId } = await start();
  const seen: DescribeRestoreJobCommandOutput[] = [];
  do {
    seen.push(await describe(RestoreJobId));
  } while (seen.at(-1)?.Status !== "COMPLETED");
  expect(seen.map(job => job.Status)).toEqual(["PENDING", "RUNNING", "COMPLETED"]);
  const made = `arn:aws:dynamodb:us-east-1:${here}:table/orders-again`;
  const source = await point(orders);
  expect(seen[2]).toMatchObject({
    AccountId: here,
    RestoreJobId,
    RecoveryPointArn: orders,
    RecoveryPointCreationDate: source.CreationDate,
    SourceResourceArn: table,
    BackupVaultArn: source.BackupVaultArn,
    ResourceType: "DynamoDB",
    PercentDone: "0.00%",
    BackupSizeInBytes: 7_000,
    IamRoleArn: role,
    ExpectedCompletionTimeMinutes: 1,
    CreatedResourceArn: made,
    IsParent: false,
  });
  expect(seen[1]?.CreatedResourceArn).toBeUndefined();
  expect(source.LastRestoreTime).toEqual(seen[2]?.CompletionDate);
  expect(aws.state.backup.resources.get(made)).toMatchObject({ type: "DynamoDB", sizeInBytes: 7_000 });
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: made, IamRoleArn: role }),
  );
  expect(BackupJobId).toBeDefined();
});

test("the metadata a restore was started with can be read again, keys of any case are understood", async () => {
  const { client, finished } = account();
  const Metadata = { TargetTableName: "again", encryptionType: "Default", "aws:backup:request-id": "x" };
  const { RestoreJobId, CreatedResourceArn } = await finished({ Metadata });
  expect(CreatedResourceArn).toBe(`arn:aws:dynamodb:us-east-1:${here}:table/again`);
  const answer = await client.send(new GetRestoreJobMetadataCommand({ RestoreJobId }));
  expect(answer).toMatchObject({ RestoreJobId, Metadata });
});

test("tags come along when asked for, in types that take them", async () => {
  const { aws, finished, disk, rows } = account();
  const Metadata = { availabilityZone: "us-east-1a" };
  const tagsOf = (arn: string | undefined) => aws.state.backup.resources.get(arn ?? "")?.tags;
  const plain = await finished({ RecoveryPointArn: disk, Metadata });
  expect(plain.CreatedResourceArn).toMatch(/^arn:aws:ec2:us-east-1:123456789012:volume\/vol-[0-9a-f]{17}$/);
  expect(tagsOf(plain.CreatedResourceArn)).toEqual({});
  const CopySourceTagsToRestoredResource = true;
  const tagged = await finished({ RecoveryPointArn: disk, Metadata, CopySourceTagsToRestoredResource });
  expect(tagsOf(tagged.CreatedResourceArn)).toEqual({ team: "sales" });
  const rds = await finished({ RecoveryPointArn: rows, Metadata: { DBInstanceIdentifier: "Orders-2" } });
  expect(rds.CreatedResourceArn).toBe(`arn:aws:rds:us-east-1:${here}:db:orders-2`);
  expect(tagsOf(rds.CreatedResourceArn)).toEqual({ team: "sales" });
  expect(await finished({ CopySourceTagsToRestoredResource })).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Copying tags to the restored resource is not supported for resource type DynamoDB.",
  });
});

test("a name that is taken and values that are no JSON make the job fail later", async () => {
  const { aws, finished, rows } = account();
  expect(await finished({ Metadata: { targetTableName: "orders" } })).toMatchObject({
    Status: "FAILED",
    StatusMessage: `Resource ${table} already exists.`,
  });
  expect(
    await finished({ RecoveryPointArn: rows, Metadata: { DBInstanceIdentifier: "orders" } }),
  ).toMatchObject({ Status: "FAILED" });
  const instance = `arn:aws:ec2:us-east-1:${here}:instance/i-0123456789abcdef0`;
  const { backup } = aws.seed({
    resources: [{ arn: instance }],
    backup: { recoveryPoints: [{ ResourceArn: instance }] },
  });
  const RecoveryPointArn = backup.recoveryPoints[0]?.RecoveryPointArn;
  const Metadata = { InstanceType: "t3.micro", SecurityGroupIds: "sg-1" };
  expect(await finished({ RecoveryPointArn, Metadata })).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Restore metadata is invalid.",
  });
  const listed = { ...Metadata, SecurityGroupIds: '["sg-1"]' };
  expect(await finished({ RecoveryPointArn, Metadata: listed })).toMatchObject({ Status: "COMPLETED" });
});

test("cold storage takes hours more, the archive of EBS days", async () => {
  const { aws, finished } = account();
  const { backup } = aws.seed({
    backup: {
      recoveryPoints: [
        { ResourceArn: table, StorageClass: "COLD" },
        { ResourceArn: volume, StorageClass: "COLD" },
      ],
    },
  });
  const [cold, archived] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  expect(await finished({ RecoveryPointArn: cold })).toMatchObject({ ExpectedCompletionTimeMinutes: 241 });
  const Metadata = { availabilityZone: "us-east-1a" };
  expect(await finished({ RecoveryPointArn: archived, Metadata })).toMatchObject({
    ExpectedCompletionTimeMinutes: 72 * 60 + 1,
  });
});

test("a token starts one restore, and is worn out when that has finished", async () => {
  const { aws, start } = account();
  const first = await start({ IdempotencyToken: "once" });
  expect((await start({ IdempotencyToken: "once" })).RestoreJobId).toBe(first.RestoreJobId);
  await aws.settle();
  await refused(aws, () => start({ IdempotencyToken: "once" }), {
    ...invalid,
    message: `Restore job ${first.RestoreJobId} already finished`,
  });
  expect(first.RestoreJobId).toMatch(/^[0-9A-F-]{36}$/);
});

test("restores are listed newest first, by each filter, page by page, and for 30 days", async () => {
  const { aws, client, start, disk, orders } = account();
  const { RestoreJobId: failed } = await start({ Metadata: { targetTableName: "orders" } });
  await aws.clock.advance("1 day");
  const middle = aws.clock.now();
  await aws.clock.advance("1 day");
  const { RestoreJobId: done } = await start({
    RecoveryPointArn: disk,
    Metadata: { availabilityZone: "us-east-1a" },
  });
  await aws.settle();
  const list = async (input: ListRestoreJobsCommandInput = {}) =>
    (await client.send(new ListRestoreJobsCommand(input))).RestoreJobs?.map(job => job.RestoreJobId);
  expect(await list()).toEqual([done, failed]);
  const some: [ListRestoreJobsCommandInput, (string | undefined)[]][] = [
    [{ ByStatus: "FAILED" }, [failed]],
    [{ ByResourceType: "EBS" }, [done]],
    [{ ByCreatedBefore: middle }, [failed]],
    [{ ByCreatedAfter: middle }, [done]],
    [{ ByCompleteBefore: middle }, [failed]],
    [{ ByCompleteAfter: middle }, [done]],
    [{ ByAccountId: here }, [done, failed]],
    [{ ByAccountId: "222222222222" }, []],
    [{ ByParentJobId: done }, []],
    [{ ByRestoreTestingPlanArn: "arn:aws:backup:us-east-1:123456789012:restore-testing-plan:p" }, []],
  ];
  for (const [input, ids] of some) expect([input, await list(input)]).toEqual([input, ids]);
  const ofResource = async (input: Partial<ListRestoreJobsByProtectedResourceCommandInput> = {}) =>
    (
      await client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn: table, ...input }))
    ).RestoreJobs?.map(job => job.RestoreJobId);
  const created = (
    await client.send(
      new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn: orders }),
    )
  ).CreationDate;
  const before = new Date(Number(created) - 1);
  expect(await ofResource()).toEqual([failed]);
  expect(await ofResource({ ByStatus: "COMPLETED" })).toEqual([]);
  expect(await ofResource({ ByRecoveryPointCreationDateAfter: before })).toEqual([failed]);
  expect(await ofResource({ ByRecoveryPointCreationDateBefore: before })).toEqual([]);
  const { NextToken } = await client.send(new ListRestoreJobsCommand({ MaxResults: 1 }));
  expect(await list({ MaxResults: 1, NextToken })).toEqual([failed]);
  await aws.clock.advance("29 days");
  expect(await list()).toEqual([done]);
});

test("waiting for a finished restore in filtered lists ends", async () => {
  const { client, start } = account();
  await start();
  const waits = [
    () => client.send(new ListRestoreJobsCommand({ ByStatus: "COMPLETED" })),
    () =>
      client.send(
        new ListRestoreJobsByProtectedResourceCommand({ ResourceArn: table, ByStatus: "COMPLETED" }),
      ),
  ];
  for (const wait of waits) {
    for (let reads = 0; (await wait()).RestoreJobs?.length === 0; reads++) expect(reads).toBeLessThan(5);
  }
});

test("the event bus hears of every state, the first one under another name", async () => {
  const { aws, finished, orders } = account();
  const job = await finished();
  const events = aws.events().filter(event => event["detail-type"] === "Restore Job State Change");
  expect(events.map(({ resources }) => resources)).toEqual(events.map(() => [orders]));
  expect(events.map(({ detail: { state, status } }) => state ?? status)).toEqual([
    "CREATED",
    "PENDING",
    "RUNNING",
    "COMPLETED",
  ]);
  expect(events[0]?.detail).toEqual({
    restoreJobId: job.RestoreJobId,
    creationDate: job.CreationDate?.toISOString(),
    state: "CREATED",
  });
  expect(events[3]?.detail).toEqual({
    restoreJobId: job.RestoreJobId,
    backupSizeInBytes: "7000",
    creationDate: job.CreationDate?.toISOString(),
    iamRoleArn: role,
    percentDone: 0,
    resourceType: "DynamoDB",
    status: "COMPLETED",
    backupVaultArn: job.BackupVaultArn,
    recoveryPointArn: orders,
    sourceResourceArn: table,
    createdResourceArn: job.CreatedResourceArn,
    completionDate: job.CompletionDate?.toISOString(),
  });
});

describe("EFS", () => {
  async function fileSystem() {
    const aws = mockAws();
    const efs = aws.attach(new EFSClient());
    const client = aws.attach(new BackupClient());
    const { FileSystemId = "", FileSystemArn } = await efs.send(
      new CreateFileSystemCommand({ CreationToken: "first", Tags: [{ Key: "team", Value: "web" }] }),
    );
    await aws.settle();
    const { RecoveryPointArn } = await client.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: FileSystemArn,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const restore = async (Metadata: Record<string, string>, CopySourceTagsToRestoredResource = false) => {
      const { RestoreJobId } = await client.send(
        new StartRestoreJobCommand({ RecoveryPointArn, Metadata, CopySourceTagsToRestoredResource }),
      );
      await aws.settle();
      return client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    };
    const all = async () => (await efs.send(new DescribeFileSystemsCommand({}))).FileSystems ?? [];
    return { aws, efs, restore, all, FileSystemId, FileSystemArn };
  }

  test("a new file system is made, with what the metadata says, the size and the tags of the backup", async () => {
    const { restore, all, FileSystemId } = await fileSystem();
    const job = await restore(
      {
        "file-system-id": FileSystemId,
        newFileSystem: "true",
        Encrypted: "true",
        PerformanceMode: "maxIO",
        CreationToken: "second",
      },
      true,
    );
    expect(job.Status).toBe("COMPLETED");
    const [source, made] = await all();
    expect(made).toMatchObject({
      FileSystemArn: job.CreatedResourceArn,
      CreationToken: "second",
      LifeCycleState: "available",
      PerformanceMode: "maxIO",
      Encrypted: true,
      Tags: [{ Key: "team", Value: "web" }],
      SizeInBytes: { Value: source?.SizeInBytes?.Value },
    });
  });

  test("without one, the files come into the old one; a misspelt key is passed over", async () => {
    const { restore, all, FileSystemId, FileSystemArn } = await fileSystem();
    const before = (await all())[0]?.SizeInBytes?.Value ?? 0;
    for (const key of ["newFileSystem", "newFilesystem"]) {
      const value = key === "newFileSystem" ? "false" : "true";
      const job = await restore({ "file-system-id": FileSystemId, [key]: value });
      expect(job).toMatchObject({ Status: "COMPLETED", CreatedResourceArn: FileSystemArn });
    }
    const items = '["/a"]';
    await restore({ "file-system-id": FileSystemId, newFileSystem: "false", ItemsToRestore: items });
    const after = await all();
    expect(after.map(({ SizeInBytes }) => SizeInBytes?.Value)).toEqual([3 * before]);
  });

  test("what EFS refuses is why the job fails", async () => {
    const { restore, all } = await fileSystem();
    const failures: [Record<string, string>, RegExp | string][] = [
      [
        { newFileSystem: "false", "file-system-id": "fs-00000000" },
        "File system 'fs-00000000' does not exist.",
      ],
      [{ newFileSystem: "true", CreationToken: "first" }, /already exists with creation token 'first'$/],
      [{ newFileSystem: "true", KmsKeyId: "alias/mine" }, "KmsKeyId is only valid when Encrypted is true."],
      [{ newFileSystem: "true", PerformanceMode: "fast" }, "Restore metadata is invalid."],
      [
        { newFileSystem: "true", singleAzFilesystem: "true", availabilityZoneName: "eu-west-1a" },
        /Availability Zone/,
      ],
    ];
    for (const [metadata, StatusMessage] of failures) {
      expect(await restore(metadata)).toMatchObject({
        Status: "FAILED",
        StatusMessage: expect.stringMatching(StatusMessage),
      });
    }
    expect(await all()).toHaveLength(1);
  });
});

describe("what is made of other types", () => {
  const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${here}:${resource}`;
  const bucket = "arn:aws:s3:::photos";
  const rows: [type: string, source: string, metadata: Record<string, string>, made: string | RegExp][] = [
    ["EC2", arnOf("ec2", "instance/i-1"), { InstanceType: "t3.micro" }, /:ec2:.*:instance\/i-[0-9a-f]{17}$/],
    [
      "EBS",
      arnOf("ec2", "volume/vol-1"),
      { pathsToRestore: '["/etc"]', destinationBucketName: "files", restoreType: "file" },
      "arn:aws:s3:::files",
    ],
    [
      "Aurora",
      arnOf("rds", "cluster:orders"),
      { dbClusterIdentifier: "again", engine: "aurora-mysql" },
      arnOf("rds", "cluster:again"),
    ],
    ["DSQL", arnOf("dsql", "cluster/abc"), { regionalConfig: "[]" }, /:dsql:.*:cluster\/[0-9a-f]{26}$/],
    ["S3", bucket, { DestinationBucketName: "copies", NewBucket: "true" }, "arn:aws:s3:::copies"],
    ["S3", bucket, { DestinationBucketName: "photos" }, bucket],
    [
      "Storage Gateway",
      arnOf("storagegateway", "gateway/sgw-1/volume/vol-1"),
      { gatewayArn: arnOf("storagegateway", "gateway/sgw-1"), targetName: "iqn" },
      /:gateway\/sgw-1\/volume\/vol-[0-9A-F]{17}$/,
    ],
    ["VirtualMachine", arnOf("backup-gateway", "vm/vm-1"), { RestoreTo: "VMware" }, /:vm\/vm-[0-9a-f]{32}$/],
    ["VirtualMachine", arnOf("backup-gateway", "vm/vm-1"), { RestoreTo: "EC2Instance" }, /:instance\/i-/],
    [
      "CloudFormation",
      arnOf("cloudformation", "stack/shop/1"),
      { ChangeSetName: "back", StackName: "shop" },
      /:changeSet\/back\//,
    ],
    ["EKS", arnOf("eks", "cluster/prod"), { clusterName: "prod" }, arnOf("eks", "cluster/prod")],
    [
      "Redshift",
      arnOf("redshift", "cluster:dw"),
      { ClusterIdentifier: "dw2", RestoreType: "CLUSTER_RESTORE" },
      arnOf("redshift", "cluster:dw2"),
    ],
    [
      "Redshift Serverless",
      arnOf("redshift-serverless", "namespace/n1"),
      { NamespaceIdentifier: "n1", RestoreType: "NAMESPACE_RESTORE" },
      arnOf("redshift-serverless", "namespace/n1"),
    ],
    [
      "SAP HANA on Amazon EC2",
      hana,
      { "aws:backup:TargetDatabaseArn": hana, RecoveryType: "FULL_DATA_BACKUP_RECOVERY" },
      hana,
    ],
    [
      "Timestream",
      arnOf("timestream", "database/d/table/t"),
      {
        DatabaseName: "d",
        TableName: "t2",
        MemoryStoreRetentionPeriodInHours: "24",
        MagneticStoreRetentionPeriodInDays: "7",
      },
      arnOf("timestream", "database/d/table/t2"),
    ],
  ];

  test.each(rows)("%s: %s with %j", async (_, source, Metadata, made) => {
    const { aws, finished } = account();
    const { backup } = aws.seed({
      resources: [{ arn: source, sizeInBytes: 10 }],
      backup: { recoveryPoints: [{ ResourceArn: source }] },
    });
    const job = await finished({ RecoveryPointArn: backup.recoveryPoints[0]?.RecoveryPointArn, Metadata });
    expect(job).toMatchObject({ Status: "COMPLETED", CreatedResourceArn: expect.stringMatching(made) });
  });

  test("continuous points need a moment to be restored as of", async () => {
    const { aws, finished } = account();
    const RecoveryPointArn = `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:photos-0a1b2c3d`;
    aws.seed({
      resources: [{ arn: bucket, sizeInBytes: 10 }],
      backup: {
        recoveryPoints: [
          { ResourceArn: bucket, RecoveryPointArn, Status: "AVAILABLE", CreationDate: "2 days ago" },
        ],
      },
    });
    const Metadata = { DestinationBucketName: "photos" };
    await refused(aws, () => finished({ RecoveryPointArn, Metadata }), invalid);
    const timed = { ...Metadata, RestoreTime: "2025-12-31T00:00:00Z" };
    expect(await finished({ RecoveryPointArn, Metadata: timed })).toMatchObject({ Status: "COMPLETED" });
  });
});

describe("StartRestoreJob refuses", () => {
  test("input that is missing, malformed or does not fit", async () => {
    const { aws, start } = account();
    await expect(start({ Metadata: undefined })).rejects.toEqual(expect.any(MissingParameterValueException));
    const wrong: Partial<StartRestoreJobCommandInput>[] = [
      { IamRoleArn: "restore" },
      { ResourceType: "EBS" },
      { Metadata: {} },
      { Metadata: { targetTableName: "a", speed: "high" } },
      { Metadata: { targetTableName: "a".repeat(210_000) } },
    ];
    for (const input of wrong) await refused(aws, () => start(input), invalid);
  });

  test("a point that is not there, is being made, or has expired", async () => {
    const { aws, start } = account();
    const RecoveryPointArn = `arn:aws:backup:us-east-1:${here}:recovery-point:gone`;
    await refused(aws, () => start({ RecoveryPointArn }), { name: ResourceNotFoundException.name });
    const { backup } = aws.seed({
      backup: {
        recoveryPoints: [
          { ResourceArn: table, Status: "CREATING" },
          { ResourceArn: table, Status: "EXPIRED" },
        ],
      },
    });
    for (const point of backup.recoveryPoints) {
      const input = { RecoveryPointArn: point.RecoveryPointArn };
      await refused(aws, () => start(input), { name: InvalidRequestException.name });
    }
  });

  test("what the vault's policy denies", async () => {
    const { aws, client, start } = account();
    const deny = { Effect: "Deny", Principal: { AWS: "*" }, Action: "backup:StartRestoreJob", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    await client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy }));
    await refused(aws, () => start(), { name: "AccessDeniedException" });
  });
});

test("a point cannot be deleted while it is restored; one that went before makes the restore fail", async () => {
  const { aws, client, start, describe, orders } = account({ clock: "manual" });
  const remove = () =>
    client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn: orders }));
  const first = await start({ Metadata: { targetTableName: "one" } });
  await aws.clock.advance("10 s");
  await refused(aws, remove, { name: InvalidResourceStateException.name });
  await aws.settle();
  expect((await describe(first.RestoreJobId)).Status).toBe("COMPLETED");
  const second = await start({ Metadata: { targetTableName: "two" } });
  await remove();
  await aws.settle();
  expect(await describe(second.RestoreJobId)).toMatchObject({
    Status: "FAILED",
    StatusMessage: `Cannot find recovery point with ARN: ${orders}`,
  });
});

test("a test decides how the next restore ends", async () => {
  const { aws, finished } = account();
  aws.nextJob({ type: "restore" }).fails("stopped", { state: "ABORTED" }).takes("2 hours");
  expect(await finished()).toMatchObject({
    Status: "ABORTED",
    StatusMessage: "stopped",
    ExpectedCompletionTimeMinutes: 120,
  });
  aws.nextJob({ type: "restore", resourceArn: table }).fails("no space left").transfers(3);
  expect(await finished()).toMatchObject({ Status: "FAILED", BackupSizeInBytes: 3 });
  expect(await finished()).toMatchObject({ Status: "COMPLETED" });
});

test("unknown jobs and resources are not found, and only restore tests can be validated", async () => {
  const { aws, client, describe, finished } = account();
  const missing = { name: ResourceNotFoundException.name };
  const RestoreJobId = "unknown";
  await refused(aws, () => describe(RestoreJobId), missing);
  await refused(aws, () => client.send(new GetRestoreJobMetadataCommand({ RestoreJobId })), missing);
  const validate = (id: string | undefined) =>
    client.send(new PutRestoreValidationResultCommand({ RestoreJobId: id, ValidationStatus: "SUCCESSFUL" }));
  await refused(aws, () => validate(RestoreJobId), missing);
  const job = await finished();
  await refused(aws, () => validate(job.RestoreJobId), { name: InvalidRequestException.name });
  const list = (ResourceArn: string) =>
    client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn }));
  await refused(aws, () => list(`arn:aws:dynamodb:us-east-1:${here}:table/none`), missing);
  await refused(aws, () => list("orders"), invalid);
  const badToken = () => client.send(new ListRestoreJobsCommand({ NextToken: "?" }));
  await refused(aws, badToken, invalid);
});
