import {
  account,
  accountId,
  BackupVaultName,
  elsewhere,
  invalid,
  missing,
  refused,
  role,
  team,
  vaultArn,
} from "./air-gapped-support";

test("another account has restore access once the team approves, until it is revoked", async () => {
  const { aws, client, other, ready, accesses } = account();
  await ready();
  const SourceBackupVaultArn = vaultArn(BackupVaultName);
  const made = await other.createRestoreAccessBackupVault({
    SourceBackupVaultArn,
    BackupVaultName: "access",
    BackupVaultTags: { case: "42" },
    RequesterComment: "our account is gone",
  });
  const RestoreAccessBackupVaultArn = vaultArn("access", elsewhere);
  expect(made).toMatchObject({
    RestoreAccessBackupVaultArn,
    RestoreAccessBackupVaultName: "access",
    VaultState: "CREATING",
  });
  expect(await accesses()).toMatchObject([{ RestoreAccessBackupVaultArn, VaultState: "CREATING" }]);
  expect(await accesses()).toMatchObject([
    { VaultState: "AVAILABLE", CreationDate: made.CreationDate, ApprovalDate: new Date(aws.clock.now()) },
  ]);
  expect(await other.describeBackupVault({ BackupVaultName: "access" })).toMatchObject({
    VaultType: "RESTORE_ACCESS_BACKUP_VAULT",
    VaultState: "AVAILABLE",
    SourceBackupVaultArn,
    MpaApprovalTeamArn: team("owners"),
    MpaSessionArn: expect.stringContaining(":session/owners/"),
    NumberOfRecoveryPoints: 0,
  });
  expect(await other.listTags({ ResourceArn: RestoreAccessBackupVaultArn })).toMatchObject({
    Tags: { case: "42" },
  });
  await expect(other.deleteBackupVault({ BackupVaultName: "access" })).rejects.toMatchObject(refused);
  await expect(client.deleteBackupVault({ BackupVaultName })).rejects.toMatchObject(refused);

  const revoke = () =>
    client.revokeRestoreAccessBackupVault({ BackupVaultName, RestoreAccessBackupVaultArn });
  await revoke();
  await expect(revoke()).rejects.toMatchObject(refused);
  expect(await accesses()).toMatchObject([{ LatestRevokeRequest: { Status: "PENDING" } }]);
  expect(await accesses()).toEqual([]);
  await expect(other.describeBackupVault({ BackupVaultName: "access" })).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
  await client.deleteBackupVault({ BackupVaultName });
});

test("a request fails if the session expires, and has to be deleted before the next request", async () => {
  const { aws, other, ready, accesses } = account({ durations: { approvalSession: "2 days" } });
  await ready();
  const ask = () => other.createRestoreAccessBackupVault({ SourceBackupVaultArn: vaultArn(BackupVaultName) });
  const { RestoreAccessBackupVaultName: name } = await ask();
  await aws.settle();
  expect(await accesses()).toMatchObject([{ VaultState: "FAILED" }]);
  await expect(ask()).rejects.toMatchObject({ name: "LimitExceededException" });
  await other.deleteBackupVault({ BackupVaultName: name });
  expect(await accesses()).toEqual([]);
  expect(await ask()).toMatchObject({ VaultState: "CREATING" });
});

test("access remains if the session of a revocation expires", async () => {
  let takes = "1 hour";
  const { aws, client, other, ready, accesses } = account({ durations: { approvalSession: () => takes } });
  await ready();
  const { RestoreAccessBackupVaultArn } = await other.createRestoreAccessBackupVault({
    SourceBackupVaultArn: vaultArn(BackupVaultName),
  });
  await aws.settle();
  takes = "1 day";
  await client.revokeRestoreAccessBackupVault({ BackupVaultName, RestoreAccessBackupVaultArn });
  await aws.settle();
  expect(await accesses()).toMatchObject([
    { VaultState: "AVAILABLE", LatestRevokeRequest: { Status: "FAILED" } },
  ]);
});

test("restore access is refused for missing vaults, and for vaults without a team", async () => {
  const { aws, client, other, create, ready, associate } = account();
  const ask = (SourceBackupVaultArn: string, name?: string) =>
    other.createRestoreAccessBackupVault({ SourceBackupVaultArn, BackupVaultName: name });
  await expect(ask("gapped")).rejects.toMatchObject(invalid);
  await expect(ask("arn:aws:backup:eu-west-1:123456789012:backup-vault:gapped")).rejects.toMatchObject(
    invalid,
  );
  await expect(ask(vaultArn(BackupVaultName))).rejects.toMatchObject(missing);
  await expect(ask(vaultArn("Default"))).rejects.toMatchObject(missing);
  await create();
  await expect(ask(vaultArn(BackupVaultName))).rejects.toMatchObject(refused);
  await aws.settle();
  await expect(ask(vaultArn(BackupVaultName))).rejects.toMatchObject(refused);
  await associate();
  await expect(ask(vaultArn(BackupVaultName), "Default")).rejects.toMatchObject({
    name: "AlreadyExistsException",
  });
  const same = { SourceBackupVaultArn: vaultArn(BackupVaultName), CreatorRequestId: "once" };
  const first = await other.createRestoreAccessBackupVault(same);
  expect(await other.createRestoreAccessBackupVault(same)).toMatchObject({
    RestoreAccessBackupVaultArn: first.RestoreAccessBackupVaultArn,
  });
  await expect(ready()).rejects.toMatchObject({ name: "AlreadyExistsException" });
  await expect(client.listRestoreAccessBackupVaults({ BackupVaultName: "Default" })).rejects.toMatchObject(
    missing,
  );
  const revocation = { BackupVaultName, RestoreAccessBackupVaultArn: vaultArn("access", elsewhere) };
  await expect(client.revokeRestoreAccessBackupVault(revocation)).rejects.toMatchObject(missing);
  await expect(
    client.revokeRestoreAccessBackupVault({
      BackupVaultName,
      RestoreAccessBackupVaultArn: first.RestoreAccessBackupVaultArn,
    }),
  ).rejects.toMatchObject(refused);
});

test("through a restore access vault, another account sees the points and restores them in its own account", async () => {
  const { aws, client, other, ready } = account();
  const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
  await ready();
  const job = {
    BackupVaultName: "Default",
    LogicallyAirGappedBackupVaultArn: vaultArn(BackupVaultName),
    ResourceArn: table,
    IamRoleArn: role,
    Lifecycle: { DeleteAfterDays: 30 },
  };
  const { RecoveryPointArn } = await client.startBackupJob(job);
  await aws.settle();
  const access = { BackupVaultName: "access" };
  await other.createRestoreAccessBackupVault({ SourceBackupVaultArn: vaultArn(BackupVaultName), ...access });
  const seen = async () => (await other.listRecoveryPointsByBackupVault(access)).RecoveryPoints;
  expect(await seen()).toEqual([]);
  await aws.settle();
  expect(await seen()).toMatchObject([{ RecoveryPointArn, BackupVaultName, IsEncrypted: true }]);
  expect(await other.describeRecoveryPoint({ ...access, RecoveryPointArn })).toMatchObject({
    ResourceArn: table,
  });
  expect(await other.getRecoveryPointRestoreMetadata({ ...access, RecoveryPointArn })).toMatchObject({
    RestoreMetadata: { originalTableName: "orders" },
  });
  expect(await other.listProtectedResourcesByBackupVault(access)).toMatchObject({
    Results: [{ ResourceArn: table, LastBackupVaultArn: vaultArn(BackupVaultName) }],
  });
  const { RestoreJobId } = await other.startRestoreJob({
    RecoveryPointArn,
    IamRoleArn: `arn:aws:iam::${elsewhere}:role/restore`,
    Metadata: { targetTableName: "orders-again" },
  });
  await aws.settle();
  expect(await other.describeRestoreJob({ RestoreJobId })).toMatchObject({
    Status: "COMPLETED",
    CreatedResourceArn: `arn:aws:dynamodb:us-east-1:${elsewhere}:table/orders-again`,
  });
});
