import {
  InvalidParameterValueException,
  InvalidResourceStateException,
  ListRecoveryPointsByResourceCommand,
  MissingParameterValueException,
  PutBackupVaultLockConfigurationCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartRestoreJobCommand,
  UpdateRecoveryPointLifecycleCommand,
} from "@aws-sdk/client-backup";
import { refused } from "../../support/refusal";
import { account, badRequest, hidden, notFound, pointArn, type Seed } from "./point-changes-support";
import { bucket, database, role, table } from "./world";

const day = 86_400_000;

const invalid = { name: InvalidParameterValueException.name };
const badState = { name: InvalidResourceStateException.name };

const continuous: Seed = {
  ResourceArn: bucket,
  RecoveryPointArn: pointArn("continuous:orders-0a1b2c3d"),
  Status: "AVAILABLE",
};

describe("UpdateRecoveryPointLifecycle", () => {
  test("sets when a point goes cold and when it expires", async () => {
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

  test("removes what is left out, and everything with -1", async () => {
    const { aws, describe, update } = account([{ ResourceArn: table, Lifecycle: { DeleteAfterDays: 5 } }]);
    await update({ MoveToColdStorageAfterDays: 30 });
    expect((await describe()).Lifecycle).toEqual({ MoveToColdStorageAfterDays: 30 });
    for (const lifecycle of [{ MoveToColdStorageAfterDays: -1, DeleteAfterDays: -1 }, undefined]) {
      await update({ DeleteAfterDays: 5 });
      const { Lifecycle } = await update(lifecycle);
      expect(Lifecycle).toBeUndefined();
    }
    await aws.clock.advance("1000 days");
    expect((await describe()).CalculatedLifecycle).toEqual({});
  });

  test("applies to a point that is still being made", async () => {
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

  test("keeps the cold days of a point in cold storage", async () => {
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

  test("refuses impossible days, and points that cannot be changed", async () => {
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

  test("stops a continuous backup of S3 and keeps it, but returns that of RDS to RDS", async () => {
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

  test("does nothing to an expired point", async () => {
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

test("the states of a point cause events, and a loop that waits for the point ends", async () => {
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
    creationDate: created.CreationDate?.toISOString().replace(".000Z", "Z"),
    completionDate: created.CompletionDate?.toISOString().replace(".000Z", "Z"),
    iamRoleArn: role,
    resourceType: "DynamoDB",
    resourceArn: table,
    status: "COMPLETED",
    isEncrypted: "true",
    storageClass: "WARM",
    lifecycle: { moveToColdStorageAfterDays: 1, deleteAfterDays: 91 },
    calculatedLifeCycle: {
      moveToColdStorageAt: created.CalculatedLifecycle?.MoveToColdStorageAt?.toISOString().replace(
        ".000Z",
        "Z",
      ),
      deleteAt: created.CalculatedLifecycle?.DeleteAt?.toISOString().replace(".000Z", "Z"),
    },
  });
});
