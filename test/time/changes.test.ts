import { EFS } from "@aws-sdk/client-efs";
import { account, orders, rule } from "./support";

test("what a piece of code did is told by service and kind of thing, with what it added, changed and removed", async () => {
  const { aws, backup } = account();
  await backup.createBackupVault({ BackupVaultName: "weekly" });
  const before = aws.snapshot();
  await backup.createBackupVault({ BackupVaultName: "monthly" });
  await backup.putBackupVaultLockConfiguration({ BackupVaultName: "nightly", MaxRetentionDays: 35 });
  await backup.deleteBackupVault({ BackupVaultName: "weekly" });
  expect(aws.changes(before)).toEqual({
    backup: {
      vaults: {
        added: [expect.objectContaining({ BackupVaultName: "monthly", Locked: false })],
        changed: [
          {
            key: "nightly",
            before: { Locked: false },
            after: { Locked: true, MaxRetentionDays: 35 },
          },
        ],
        removed: [expect.objectContaining({ BackupVaultName: "weekly" })],
      },
    },
  });
});

test("nothing is told of what was only read, or done and undone", async () => {
  const { aws, backup } = account();
  const before = aws.snapshot();
  await backup.listBackupVaults({});
  expect(aws.changes(before)).toEqual({});
  await backup.createBackupVault({ BackupVaultName: "weekly" });
  await backup.deleteBackupVault({ BackupVaultName: "weekly" });
  expect(aws.changes(before)).toEqual({});
});

test("what comes next is no change: a plan that has run and found nothing has changed nothing", async () => {
  const { aws, plan } = account();
  await plan([rule()], {
    ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "stage", ConditionValue: "test" }],
  });
  const before = aws.snapshot();
  await aws.clock.advance("10 days");
  expect(aws.changes(before)).toEqual({});
});

test("what passing time did is told as well", async () => {
  const { aws, start } = account();
  await start(orders, { Lifecycle: { DeleteAfterDays: 1 } });
  const created = aws.snapshot();
  await aws.settle();
  const finished = aws.snapshot();
  const [point] = aws.state.backup.recoveryPoints;
  expect(aws.changes(created)["backup"]).toMatchObject({
    backupJobs: { changed: [{ before: { State: "CREATED" }, after: { State: "COMPLETED" } }] },
    recoveryPoints: { added: [{ RecoveryPointArn: point?.RecoveryPointArn, Status: "COMPLETED" }] },
  });
  await aws.clock.advance("2 days");
  expect(aws.changes(finished)).toEqual({
    backup: {
      recoveryPoints: { removed: [expect.objectContaining({ RecoveryPointArn: point?.RecoveryPointArn })] },
    },
  });
});

test("a place tells its own changes, also since a snapshot from a file", async () => {
  const { aws, backup } = account();
  const file = JSON.stringify(aws.snapshot());
  const abroad = aws.in({ region: "eu-west-1" });
  await backup.createBackupVault({ BackupVaultName: "home" });
  await abroad.attach(new EFS()).createFileSystem({});
  expect(Object.keys(aws.changes(JSON.parse(file)))).toEqual(["backup"]);
  expect(abroad.changes(JSON.parse(file))).toEqual({
    efs: { fileSystems: { added: [expect.objectContaining({ LifeCycleState: "creating" })] } },
  });
});

test("after a rollback there are no changes", async () => {
  const { aws, plan } = account();
  await plan([rule()]);
  const before = aws.snapshot();
  await aws.clock.advance("40 days");
  expect(aws.changes(before)).not.toEqual({});
  aws.rollback(before);
  expect(aws.changes(before)).toEqual({});
});

test("what is told stays as it was told", async () => {
  const { aws, backup } = account();
  const before = aws.snapshot();
  await backup.createBackupVault({ BackupVaultName: "weekly", BackupVaultTags: { team: "sales" } });
  const changes = aws.changes(before);
  const copy = JSON.parse(JSON.stringify(changes));
  await backup.deleteBackupVault({ BackupVaultName: "weekly" });
  expect(changes).toEqual(copy);
  expect(copy.backup.tags.added).toEqual([
    { ResourceArn: expect.stringContaining("weekly"), Tags: { team: "sales" } },
  ]);
});
