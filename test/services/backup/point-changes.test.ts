import {
  BackupClient,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  DisassociateRecoveryPointCommand,
  DisassociateRecoveryPointFromParentCommand,
  GetRecoveryPointRestoreMetadataCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  InvalidResourceStateException,
  type Lifecycle,
  ListRecoveryPointsByBackupVaultCommand,
  ListRecoveryPointsByResourceCommand,
  MissingParameterValueException,
  PutBackupVaultLockConfigurationCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartRestoreJobCommand,
  UpdateRecoveryPointLifecycleCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, EFSClient } from "@aws-sdk/client-efs";
import { type MockOptions, mockAws } from "aws-backup-mock";

const here = "123456789012";
const role = `arn:aws:iam::${here}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const database = `arn:aws:rds:us-east-1:${here}:db:orders`;
const stack = `arn:aws:cloudformation:us-east-1:${here}:stack/shop/1`;
const eks = `arn:aws:eks:us-east-1:${here}:cluster/prod`;
const bucket = "arn:aws:s3:::orders";
const pointArn = (id: string) => `arn:aws:backup:us-east-1:${here}:recovery-point:${id}`;
const day = 86_400_000;

type Seed = NonNullable<
  NonNullable<Parameters<ReturnType<typeof mockAws>["seed"]>[0]["backup"]>["recoveryPoints"]
>[number];

function account(points: readonly Seed[], options: MockOptions = {}) {
  const aws = mockAws({ region: "us-east-1", ...options });
  const arns = [...new Set(points.map(point => point.ResourceArn ?? ""))];
  const { backup } = aws.seed({
    resources: arns.map(arn => ({ arn, sizeInBytes: 3 * 1024 ** 3 })),
    backup: { recoveryPoints: [...points] },
  });
  const client = aws.attach(new BackupClient({ region: "us-east-1" }));
  const [first, ...others] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  const named = (RecoveryPointArn: string | undefined = first, BackupVaultName = "Default") => ({
    BackupVaultName,
    RecoveryPointArn,
  });
  return {
    aws,
    client,
    first,
    others,
    describe: (arn = first) => client.send(new DescribeRecoveryPointCommand(named(arn))),
    update: (Lifecycle?: Lifecycle, arn = first, vault = "Default") =>
      client.send(new UpdateRecoveryPointLifecycleCommand({ ...named(arn, vault), Lifecycle })),
    disassociate: (arn = first, vault = "Default") =>
      client.send(new DisassociateRecoveryPointCommand(named(arn, vault))),
    leave: (arn = first, vault = "Default") =>
      client.send(new DisassociateRecoveryPointFromParentCommand(named(arn, vault))),
    remove: (arn = first) => client.send(new DeleteRecoveryPointCommand(named(arn))),
    metadata: async (arn = first, vault = "Default", BackupVaultAccountId?: string) =>
      client.send(new GetRecoveryPointRestoreMetadataCommand({ ...named(arn, vault), BackupVaultAccountId })),
  };
}

const refused = async (
  { aws }: { readonly aws: ReturnType<typeof mockAws> },
  attempt: () => Promise<unknown>,
  error: object,
) => {
  const before = aws.state;
  await expect(attempt()).rejects.toThrow(expect.objectContaining(error));
  expect(aws.state).toBe(before);
};

const invalid = { name: InvalidParameterValueException.name };
const notFound = { name: ResourceNotFoundException.name };
const badRequest = { name: InvalidRequestException.name };
const badState = { name: InvalidResourceStateException.name };
const hidden = { name: "AccessDeniedException", message: "Insufficient privileges to perform this action." };

const continuous: Seed = {
  ResourceArn: bucket,
  RecoveryPointArn: pointArn("continuous:orders-0a1b2c3d"),
  Status: "AVAILABLE",
};

describe("UpdateRecoveryPointLifecycle", () => {
  test("sets when a point goes cold and when it goes, and the clock keeps to it", async () => {
    const { aws, describe, update } = account([{ ResourceArn: table, CreationDate: "10 days ago" }]);
    const created = Number((await describe()).CreationDate);
    const Lifecycle = { MoveToColdStorageAfterDays: 20, DeleteAfterDays: 110 };
    const dates = {
      MoveToColdStorageAt: new Date(created + 20 * day),
      DeleteAt: new Date(created + 110 * day),
    };
    const answer = await update(Lifecycle);
    expect(answer).toMatchObject({ Lifecycle, CalculatedLifecycle: dates });
    expect(await describe()).toMatchObject({ Lifecycle, CalculatedLifecycle: dates, StorageClass: "WARM" });
    await aws.clock.advance("10 days");
    expect(await describe()).toMatchObject({ StorageClass: "COLD" });
    await aws.clock.advance("90 days");
    await expect(describe()).rejects.toEqual(expect.any(ResourceNotFoundException));
  });

  test("takes away what is left out, and everything with -1", async () => {
    const { aws, describe, update } = account([{ ResourceArn: table, Lifecycle: { DeleteAfterDays: 5 } }]);
    await update({ MoveToColdStorageAfterDays: 30 });
    expect((await describe()).Lifecycle).toEqual({ MoveToColdStorageAfterDays: 30 });
    for (const lifecycle of [{ MoveToColdStorageAfterDays: -1, DeleteAfterDays: -1 }, undefined]) {
      await update({ DeleteAfterDays: 5 });
      const { Lifecycle } = await update(lifecycle);
      expect(Lifecycle).toBeUndefined();
    }
    await aws.clock.advance("1000 days");
    expect((await describe()).CalculatedLifecycle).toBeUndefined();
  });

  test("of a point in the making holds for what is made", async () => {
    const { aws, client, describe, update } = account([{ ResourceArn: table }]);
    const { RecoveryPointArn, BackupJobId } = await client.send(
      new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
    );
    expect(BackupJobId).toBeDefined();
    await aws.clock.advance("10 s");
    expect((await update({ DeleteAfterDays: 3 }, RecoveryPointArn)).Lifecycle).toEqual({
      DeleteAfterDays: 3,
    });
    await aws.settle();
    expect(await describe(RecoveryPointArn)).toMatchObject({
      Status: "COMPLETED",
      Lifecycle: { DeleteAfterDays: 3 },
    });
    await aws.clock.advance("3 days");
    await expect(describe(RecoveryPointArn)).rejects.toEqual(expect.any(ResourceNotFoundException));
  });

  test("leaves alone when a cold point went cold", async () => {
    const cold: Seed = {
      ResourceArn: table,
      StorageClass: "COLD",
      CreationDate: "40 days ago",
      Lifecycle: { MoveToColdStorageAfterDays: 30 },
    };
    const story = account([cold]);
    const { Lifecycle } = await story.update({ DeleteAfterDays: 200 });
    expect(Lifecycle).toEqual({ MoveToColdStorageAfterDays: 30, DeleteAfterDays: 200 });
    await refused(story, () => story.update({ MoveToColdStorageAfterDays: 60 }), badRequest);
    await refused(story, () => story.update({ DeleteAfterDays: 100 }), invalid);
  });

  test("refuses days that cannot be, of points that cannot change", async () => {
    const story = account([
      { ResourceArn: table, CreationDate: "10 days ago" },
      { ResourceArn: database, CreationDate: "10 days ago" },
      continuous,
      { ResourceArn: table, Status: "EXPIRED" },
    ]);
    const [rds, always, expired] = story.others;
    await refused(story, () => story.update({ DeleteAfterDays: 0 }), invalid);
    await refused(story, () => story.update({ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 30 }), invalid);
    await refused(story, () => story.update({ MoveToColdStorageAfterDays: 10 }), invalid);
    expect((await story.update({ MoveToColdStorageAfterDays: 11 })).Lifecycle).toBeDefined();
    expect((await story.update({ MoveToColdStorageAfterDays: 1 }, rds)).CalculatedLifecycle).toBeUndefined();
    await refused(story, () => story.update({ DeleteAfterDays: 9 }, always), badRequest);
    await refused(story, () => story.update({ DeleteAfterDays: 9 }, expired), badRequest);
    await refused(story, () => story.update({}, pointArn("gone")), notFound);
    await refused(story, () => story.update({}, undefined, "gone"), hidden);
    const missing = { name: MissingParameterValueException.name };
    const bare = () =>
      story.client.send(
        new UpdateRecoveryPointLifecycleCommand({ BackupVaultName: "Default", RecoveryPointArn: undefined }),
      );
    await refused(story, bare, missing);
    const lock = { BackupVaultName: "Default", MinRetentionDays: 1 };
    await story.client.send(new PutBackupVaultLockConfigurationCommand(lock));
    await refused(story, () => story.update({ DeleteAfterDays: 90 }), badRequest);
  });
});

describe("DisassociateRecoveryPoint", () => {
  const rds: Seed = {
    ResourceArn: database,
    RecoveryPointArn: pointArn("continuous:db-abc"),
    Status: "AVAILABLE",
  };

  test("stops a continuous backup of S3, which stays, and gives one of RDS back to RDS", async () => {
    const { aws, client, describe, disassociate } = account([continuous, rds]);
    await disassociate();
    expect(await describe()).toMatchObject({ Status: "STOPPED" });
    expect(aws.events().at(-1)).toMatchObject({
      "detail-type": "Recovery Point State Change",
      resources: [continuous.RecoveryPointArn],
      detail: { status: "STOPPED" },
    });
    await disassociate(rds.RecoveryPointArn);
    const list = await client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn: database }));
    expect(list.RecoveryPoints).toEqual([]);
  });

  test("does nothing to an expired one", async () => {
    const { aws, disassociate } = account([{ ...continuous, Status: "EXPIRED" }]);
    const before = aws.state.backup.recoveryPoints;
    await disassociate();
    expect(aws.state.backup.recoveryPoints).toBe(before);
  });

  test("refuses snapshots, stopped points, and points that are being restored", async () => {
    const story = account([{ ResourceArn: table }, { ...continuous, Status: "STOPPED" }, rds], {
      clock: "manual",
    });
    const [stopped, live] = story.others;
    await refused(story, () => story.disassociate(), badRequest);
    await refused(story, () => story.disassociate(stopped), badState);
    await story.client.send(
      new StartRestoreJobCommand({
        RecoveryPointArn: live,
        Metadata: { DBInstanceIdentifier: "again", UseLatestRestorableTime: "true" },
      }),
    );
    await story.aws.clock.advance("10 s");
    await refused(story, () => story.disassociate(live), badState);
    await refused(story, () => story.disassociate(pointArn("gone")), notFound);
    await refused(story, () => story.disassociate(undefined, "gone"), hidden);
  });
});

describe("a composite point", () => {
  const composite = (ResourceArn: string, id: string): Seed[] => [
    { ResourceArn, RecoveryPointArn: pointArn(id), IsParent: true },
    ...["one", "two"].map(name => ({
      ResourceArn: table,
      RecoveryPointArn: pointArn(`${id}-${name}`),
      ParentRecoveryPointArn: pointArn(id),
      CompositeMemberIdentifier: name,
    })),
  ];

  test("is partial once a member has left, which then is a point of its own", async () => {
    const { aws, client, describe, leave, others } = account(composite(stack, "shop"));
    const inside = async () =>
      (
        await client.send(
          new ListRecoveryPointsByBackupVaultCommand({
            BackupVaultName: "Default",
            ByParentRecoveryPointArn: pointArn("shop"),
          }),
        )
      ).RecoveryPoints?.length;
    expect(await inside()).toBe(2);
    await leave(others[0]);
    expect(await inside()).toBe(1);
    expect((await describe(others[0])).ParentRecoveryPointArn).toBeUndefined();
    expect(await describe()).toMatchObject({ Status: "PARTIAL" });
    expect(aws.events().at(-1)?.detail).toMatchObject({ status: "PARTIAL", resourceType: "CloudFormation" });
  });

  test("of a stack goes with its last member, that of a cluster stays; neither goes before", async () => {
    const shop = account(composite(stack, "shop"));
    await refused(shop, () => shop.remove(), badRequest);
    await shop.remove(shop.others[0]);
    await shop.remove(shop.others[1]);
    await refused(shop, () => shop.describe(), notFound);
    const prod = account(composite(eks, "composite:eks/prod-1"));
    for (const member of prod.others) await prod.remove(member);
    expect(await prod.describe()).toMatchObject({ Status: "PARTIAL" });
    await prod.remove();
  });

  test("lets go neither of strangers nor of the state of an EKS cluster", async () => {
    const state = pointArn("eks/prod-1");
    const story = account([
      ...composite(eks, "composite:eks/prod-1"),
      { ResourceArn: eks, RecoveryPointArn: state, ParentRecoveryPointArn: pointArn("composite:eks/prod-1") },
    ]);
    await refused(story, () => story.leave(), badRequest);
    await refused(story, () => story.leave(state), badRequest);
    await refused(story, () => story.leave(pointArn("gone")), notFound);
    await refused(story, () => story.leave(undefined, "gone"), hidden);
  });
});

describe("GetRecoveryPointRestoreMetadata", () => {
  test("of EFS names the file system and a request", async () => {
    const { aws, client, metadata } = account([]);
    const efs = aws.attach(new EFSClient({ region: "us-east-1" }));
    const { FileSystemArn, FileSystemId } = await efs.send(new CreateFileSystemCommand({}));
    await aws.settle();
    const { RecoveryPointArn } = await client.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: FileSystemArn,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const answer = await metadata(RecoveryPointArn);
    expect(answer).toMatchObject({ RecoveryPointArn, ResourceType: "EFS" });
    expect(answer.RestoreMetadata).toEqual({
      "file-system-id": FileSystemId,
      "aws:backup:request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test("gives what a restore can begin with, of every type", async () => {
    const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${here}:${resource}`;
    const expected: [string, Record<string, string>, Record<string, string>][] = [
      [table, { originalTableName: "orders" }, { targetTableName: "t2" }],
      [bucket, { DestinationBucketName: "orders" }, {}],
      [
        arn("ec2", "volume/vol-1"),
        { volumeId: "vol-1", volumeSize: "3", encrypted: "true" },
        { availabilityZone: "us-east-1a" },
      ],
      [database, { Encrypted: "true" }, { DBInstanceIdentifier: "o2" }],
      [arn("rds", "cluster:c"), { encrypted: "true" }, { dbClusterIdentifier: "c2", engine: "aurora" }],
      [stack, { StackName: "shop" }, { ChangeSetName: "c" }],
      [eks, { clusterName: "prod" }, {}],
      [arn("redshift", "cluster:dw"), { ClusterIdentifier: "dw" }, { RestoreType: "TABLE_RESTORE" }],
      [
        arn("redshift-serverless", "namespace/n1"),
        { NamespaceIdentifier: "n1" },
        { RestoreType: "NAMESPACE_RESTORE" },
      ],
      [
        arn("storagegateway", "gateway/sgw-1/volume/vol-1"),
        { gatewayArn: arn("storagegateway", "gateway/sgw-1"), volumeSizeInBytes: "3221225472" },
        { targetName: "t" },
      ],
      [
        arn("timestream", "database/d/table/t"),
        { DatabaseName: "d", TableName: "t" },
        { TableName: "u", MemoryStoreRetentionPeriodInHours: "1", MagneticStoreRetentionPeriodInDays: "1" },
      ],
      [
        arn("ssm-sap", "HANA/app/DB/db"),
        { "aws:backup:TargetDatabaseArn": arn("ssm-sap", "HANA/app/DB/db") },
        { RecoveryType: "x" },
      ],
    ];
    const { client, first, others, metadata } = account(expected.map(([ResourceArn]) => ({ ResourceArn })));
    for (const [index, RecoveryPointArn] of [first, ...others].entries()) {
      const [, known, added] = expected[index] ?? [];
      const { RestoreMetadata = {} } = await metadata(RecoveryPointArn);
      expect(RestoreMetadata).toMatchObject(known ?? {});
      const Metadata = { ...RestoreMetadata, ...added };
      const { RestoreJobId } = await client.send(new StartRestoreJobCommand({ RecoveryPointArn, Metadata }));
      expect(RestoreJobId).toBeDefined();
    }
  });

  test("is not given of what is not there or not one's own", async () => {
    const story = account([{ ResourceArn: table }]);
    await refused(story, () => story.metadata(pointArn("gone")), notFound);
    await refused(story, () => story.metadata(undefined, "gone"), hidden);
    await refused(story, () => story.metadata(undefined, "Default", "222222222222"), hidden);
  });
});

test("the event bus hears of a point's life, and who waits for a point sees it", async () => {
  const { aws, client, describe } = account([{ ResourceArn: table }]);
  const { RecoveryPointArn } = await client.send(
    new StartBackupJobCommand({
      BackupVaultName: "Default",
      ResourceArn: table,
      IamRoleArn: role,
      Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
    }),
  );
  const listed = async () =>
    (await client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn: table }))).RecoveryPoints;
  for (let reads = 0; (await listed())?.length === 1; reads++) expect(reads).toBeLessThan(5);
  for (let reads = 0; (await describe(RecoveryPointArn)).Status === "CREATING"; reads++) {
    expect(reads).toBeLessThan(5);
  }
  const created = await describe(RecoveryPointArn);
  await aws.clock.advance("91 days");
  const events = aws.events().filter(event => event["detail-type"] === "Recovery Point State Change");
  expect(events.map(({ resources, detail: { status } }) => [resources, status])).toEqual([
    [[RecoveryPointArn], "CREATING"],
    [[RecoveryPointArn], "COMPLETED"],
    [[RecoveryPointArn], "DELETING"],
  ]);
  expect(events[1]?.detail).toEqual({
    backupVaultName: "Default",
    backupVaultArn: created.BackupVaultArn,
    creationDate: created.CreationDate?.toISOString(),
    completionDate: created.CompletionDate?.toISOString(),
    iamRoleArn: role,
    resourceType: "DynamoDB",
    resourceArn: table,
    status: "COMPLETED",
    isEncrypted: "true",
    storageClass: "WARM",
    lifecycle: { moveToColdStorageAfterDays: 1, deleteAfterDays: 91 },
    calculatedLifeCycle: {
      moveToColdStorageAt: created.CalculatedLifecycle?.MoveToColdStorageAt?.toISOString(),
      deleteAt: created.CalculatedLifecycle?.DeleteAt?.toISOString(),
    },
  });
});
