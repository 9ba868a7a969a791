import { Backup, type PutBackupVaultLockConfigurationInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const BackupVaultName = "nightly";
const now = Date.parse("2026-03-01T00:00:00Z");
const day = 24 * 60 * 60 * 1000;

function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const { backup } = aws.seed({
    backup: {
      vaults: [{ BackupVaultName }, { BackupVaultName: "empty" }],
      recoveryPoints: [{ BackupVaultName, ResourceArn: table, Lifecycle: { DeleteAfterDays: 30 } }],
    },
    resources: [{ arn: table }],
  });
  const RecoveryPointArn = backup.recoveryPoints?.[0]?.RecoveryPointArn ?? "";
  const client = aws.attach(new Backup());
  const lock = (input: Partial<PutBackupVaultLockConfigurationInput> = {}) =>
    client.putBackupVaultLockConfiguration({ BackupVaultName, ...input });
  const unlock = () => client.deleteBackupVaultLockConfiguration({ BackupVaultName });
  const describe = () => client.describeBackupVault({ BackupVaultName });
  const backUp = async (DeleteAfterDays?: number) => {
    const Lifecycle = DeleteAfterDays === undefined ? undefined : { DeleteAfterDays };
    const { BackupJobId } = await client.startBackupJob({
      BackupVaultName,
      ResourceArn: table,
      IamRoleArn: role,
      Lifecycle,
    });
    await aws.settle();
    return client.describeBackupJob({ BackupJobId });
  };
  return { aws, client, lock, unlock, describe, backUp, point: { BackupVaultName, RecoveryPointArn } };
}

const immutable = { name: "InvalidRequestException", message: expect.stringContaining("immutable") };

test("a governance lock shows its range without a lock date, and can be removed at any time", async () => {
  const { aws, client, lock, unlock, describe } = account();
  await lock({ MinRetentionDays: 7, MaxRetentionDays: 365 });
  const locked = await describe();
  expect(locked).toMatchObject({ Locked: true, MinRetentionDays: 7, MaxRetentionDays: 365 });
  expect(locked.LockDate).toBeUndefined();
  await aws.clock.advance("1000 days");
  await unlock();
  const unlocked = await describe();
  expect(unlocked).toMatchObject({ Locked: false });
  expect(unlocked.MinRetentionDays).toBeUndefined();
  const { BackupVaultList } = await client.listBackupVaults({});
  expect(BackupVaultList?.find(vault => vault.BackupVaultName === BackupVaultName)?.Locked).toBe(false);
});

test("a compliance lock can be changed and removed until its lock date, but not later", async () => {
  const { aws, lock, unlock, describe } = account();
  await lock({ MinRetentionDays: 7, ChangeableForDays: 3 });
  expect((await describe()).LockDate).toEqual(new Date(now + 3 * day));
  await aws.clock.advance("2 days");
  await lock({ MinRetentionDays: 10, ChangeableForDays: 5 });
  expect(await describe()).toMatchObject({ MinRetentionDays: 10, LockDate: new Date(now + 7 * day) });
  await unlock();
  await lock({ ChangeableForDays: 3 });
  await aws.clock.advance("3 days");
  const state = aws.state;
  await expect(lock({ MinRetentionDays: 1 })).rejects.toMatchObject(immutable);
  await expect(unlock()).rejects.toMatchObject(immutable);
  expect(aws.state).toBe(state);
});

test("points of a locked vault cannot be deleted by hand, even during the grace time, but by their lifecycle", async () => {
  const { aws, client, lock, point } = account();
  await lock({ ChangeableForDays: 3 });
  const state = aws.state;
  await expect(client.deleteRecoveryPoint(point)).rejects.toMatchObject({ name: "InvalidRequestException" });
  expect(aws.state).toBe(state);
  await aws.clock.advance("31 days");
  await expect(client.describeRecoveryPoint(point)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a point can be deleted once the lock is removed", async () => {
  const { client, lock, unlock, point, describe } = account();
  await lock();
  await unlock();
  await client.deleteRecoveryPoint(point);
  expect(await describe()).toMatchObject({ NumberOfRecoveryPoints: 0 });
});

test.each([
  [6, "FAILED"],
  [7, "COMPLETED"],
  [30, "COMPLETED"],
  [31, "FAILED"],
  [undefined, "FAILED"],
])("under a lock of 7 to 30 days, a job with a retention of %s days is %s", async (days, state) => {
  const { lock, backUp } = account();
  await lock({ MinRetentionDays: 7, MaxRetentionDays: 30 });
  const job = await backUp(days);
  expect(job.State).toBe(state);
  expect(job.StatusMessage).toBe(
    state === "FAILED"
      ? "Backup job failed because the lifecycle is outside the valid range for backup vault."
      : undefined,
  );
});

test("a locked vault without recovery points can be deleted", async () => {
  const { aws, client, point } = account();
  const empty = { BackupVaultName: "empty" };
  await client.putBackupVaultLockConfiguration({ ...empty, ChangeableForDays: 3 });
  await aws.clock.advance("4 days");
  await client.deleteBackupVault(empty);
  const { BackupVaultList } = await client.listBackupVaults({});
  expect(BackupVaultList?.map(vault => vault.BackupVaultName).sort()).toEqual(["Default", BackupVaultName]);
  await expect(client.deleteBackupVault(point)).rejects.toMatchObject({ name: "InvalidRequestException" });
});

test("locking and unlocking emit events of a modified vault", async () => {
  const { aws, lock, unlock } = account();
  await lock();
  await unlock();
  await unlock();
  const changes = [...aws.events()].filter(event => event["detail-type"] === "Backup Vault State Change");
  expect(changes.map(({ detail }) => detail)).toEqual([
    { backupVaultName: BackupVaultName, state: "MODIFIED", isLocked: "true" },
    { backupVaultName: BackupVaultName, state: "MODIFIED", isLocked: "false" },
  ]);
});

test.each<Partial<PutBackupVaultLockConfigurationInput>>([
  { MinRetentionDays: 0 },
  { MaxRetentionDays: 36_501 },
  { MinRetentionDays: 30, MaxRetentionDays: 7 },
  { ChangeableForDays: 2 },
  { ChangeableForDays: 36_501 },
])("a lock of %j is refused", async input => {
  const { aws, lock } = account();
  const state = aws.state;
  await expect(lock(input)).rejects.toMatchObject({ name: "InvalidParameterValueException" });
  expect(aws.state).toBe(state);
});

test("a missing vault cannot be locked or unlocked", async () => {
  const { client } = account();
  const nowhere = { BackupVaultName: "elsewhere" };
  const missing = { name: "ResourceNotFoundException" };
  await expect(client.putBackupVaultLockConfiguration(nowhere)).rejects.toMatchObject(missing);
  await expect(client.deleteBackupVaultLockConfiguration(nowhere)).rejects.toMatchObject(missing);
});
