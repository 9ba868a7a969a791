import { EFS } from "@aws-sdk/client-efs";
import { account, orders, rule } from "./support";

test("changes list added, changed and removed records by service and table", async () => {
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

test("reads, and changes that were undone, are not listed", async () => {
  const { aws, backup } = account();
  const before = aws.snapshot();
  await backup.listBackupVaults({});
  expect(aws.changes(before)).toEqual({});
  await backup.createBackupVault({ BackupVaultName: "weekly" });
  await backup.deleteBackupVault({ BackupVaultName: "weekly" });
  expect(aws.changes(before)).toEqual({});
});

test("a scheduled step is not a change: a plan run without resources changes nothing", async () => {
  const { aws, plan } = account();
  await plan([rule()], {
    ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "stage", ConditionValue: "test" }],
  });
  const before = aws.snapshot();
  await aws.clock.advance("10 days");
  expect(aws.changes(before)).toEqual({});
});

test("changes made by passing time are listed", async () => {
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

test("a place lists its own changes, also since a snapshot from a file", async () => {
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

test("changes are not affected by later ones", async () => {
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
