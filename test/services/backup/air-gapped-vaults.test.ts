import { Backup, type CreateLogicallyAirGappedBackupVaultInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const elsewhere = "222222222222";
const role = `arn:aws:iam::${accountId}:role/backup`;
const team = (name: string) => `arn:aws:mpa:us-east-1:${accountId}:approval-team/${name}`;
const vaultArn = (name: string, account = accountId) =>
  `arn:aws:backup:us-east-1:${account}:backup-vault:${name}`;
const now = Date.parse("2026-03-01T00:00:00Z");
const BackupVaultName = "gapped";

function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  const client = aws.attach(new Backup());
  const other = aws.in({ accountId: elsewhere }).attach(new Backup());
  const create = (input: Partial<CreateLogicallyAirGappedBackupVaultInput> = {}) =>
    client.createLogicallyAirGappedBackupVault({
      BackupVaultName,
      MinRetentionDays: 7,
      MaxRetentionDays: 365,
      ...input,
    });
  const describe = (name = BackupVaultName) => client.describeBackupVault({ BackupVaultName: name });
  const associate = (name = "owners") =>
    client.associateBackupVaultMpaApprovalTeam({
      BackupVaultName,
      MpaApprovalTeamArn: team(name),
      RequesterComment: "please",
    });
  /** A vault that is there, with a team to ask. */
  const ready = async () => {
    await create();
    await aws.settle();
    await associate();
  };
  const accesses = async () =>
    (await client.listRestoreAccessBackupVaults({ BackupVaultName })).RestoreAccessBackupVaults;
  return { aws, client, other, create, describe, associate, ready, accesses };
}

const invalid = { name: "InvalidParameterValueException" };
const refused = { name: "InvalidRequestException" };
const missing = { name: "ResourceNotFoundException" };

test("an air-gapped vault is CREATING, then AVAILABLE, and locked from the start", async () => {
  const { create, describe } = account();
  expect(await create()).toMatchObject({
    BackupVaultName,
    BackupVaultArn: vaultArn(BackupVaultName),
    CreationDate: new Date(now),
    VaultState: "CREATING",
  });
  expect(await describe()).toMatchObject({
    VaultState: "CREATING",
    VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
    Locked: true,
    LockDate: new Date(now),
    MinRetentionDays: 7,
    MaxRetentionDays: 365,
    EncryptionKeyType: "AWS_OWNED_KMS_KEY",
    NumberOfRecoveryPoints: 0,
  });
  expect(await describe()).toMatchObject({ VaultState: "AVAILABLE" });
});

test("it is listed by its type, with tags, and keeps the key it was given", async () => {
  const { client, create } = account();
  const EncryptionKeyArn = `arn:aws:kms:us-east-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;
  await create({ EncryptionKeyArn, BackupVaultTags: { team: "sales" } });
  await client.createBackupVault({ BackupVaultName: "standard" });
  const names = async (ByVaultType?: "BACKUP_VAULT" | "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") =>
    (await client.listBackupVaults({ ByVaultType })).BackupVaultList?.map(vault => vault.BackupVaultName);
  expect(await names("LOGICALLY_AIR_GAPPED_BACKUP_VAULT")).toEqual([BackupVaultName]);
  expect(await names("BACKUP_VAULT")).toEqual(["Default", "standard"]);
  expect(await names()).toEqual(["Default", BackupVaultName, "standard"]);
  expect((await client.listBackupVaults({ ByShared: true })).BackupVaultList).toEqual([]);
  const { Tags } = await client.listTags({ ResourceArn: vaultArn(BackupVaultName) });
  expect(Tags).toEqual({ team: "sales" });
  expect(await client.describeBackupVault({ BackupVaultName })).toMatchObject({
    EncryptionKeyArn,
    EncryptionKeyType: "CUSTOMER_MANAGED_KMS_KEY",
  });
});

test("its lock cannot be changed or taken off", async () => {
  const { client, create } = account();
  await create();
  await expect(client.deleteBackupVaultLockConfiguration({ BackupVaultName })).rejects.toMatchObject(refused);
  await expect(
    client.putBackupVaultLockConfiguration({ BackupVaultName, MinRetentionDays: 1 }),
  ).rejects.toMatchObject(refused);
});

test("the same request makes it once; another vault of the name is refused", async () => {
  const { client, create } = account();
  const first = await create({ CreatorRequestId: "once" });
  expect((await create({ CreatorRequestId: "once" })).CreationDate).toEqual(first.CreationDate);
  const taken = { name: "AlreadyExistsException", message: "Backup vault with the same name already exists" };
  await expect(create()).rejects.toMatchObject(taken);
  await expect(client.createBackupVault({ BackupVaultName, CreatorRequestId: "once" })).rejects.toMatchObject(
    taken,
  );
});

test.each<Partial<CreateLogicallyAirGappedBackupVaultInput>>([
  { MinRetentionDays: 6 },
  { MaxRetentionDays: 36_501 },
  { MinRetentionDays: 30, MaxRetentionDays: 29 },
  { EncryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/mine" },
  { BackupVaultName: "with/slash" },
])("%j is refused", async input => {
  const { aws, create } = account();
  const state = aws.state;
  await expect(create(input)).rejects.toMatchObject(invalid);
  expect(aws.state).toBe(state);
});

test("a key of another Region is refused", async () => {
  const { aws, create } = account();
  const state = aws.state;
  const EncryptionKeyArn = `arn:aws:kms:eu-west-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;
  await expect(create({ EncryptionKeyArn })).rejects.toMatchObject(refused);
  expect(aws.state).toBe(state);
});

test("retentions are required, and vaults are limited in number", async () => {
  const { create } = account({ quotas: { vaults: 1 } });
  await expect(create({ MaxRetentionDays: undefined })).rejects.toMatchObject({
    name: "MissingParameterValueException",
  });
  await expect(create()).rejects.toMatchObject({ name: "LimitExceededException" });
});

test("an empty air-gapped vault can be deleted once it is there", async () => {
  const { aws, client, create } = account();
  await create();
  await expect(client.deleteBackupVault({ BackupVaultName })).rejects.toMatchObject(refused);
  await aws.settle();
  await client.deleteBackupVault({ BackupVaultName });
  await expect(client.describeBackupVault({ BackupVaultName })).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
});

test("the first approval team comes at once; the next one when the first has approved", async () => {
  const { ready, associate, describe } = account();
  await ready();
  expect(await describe()).toMatchObject({
    MpaApprovalTeamArn: team("owners"),
    LatestMpaApprovalTeamUpdate: { Status: "APPROVED", InitiationDate: new Date(now + 120_000) },
  });
  await associate("successors");
  await expect(associate("usurpers")).rejects.toMatchObject(refused);
  const pending = await describe();
  expect(pending).toMatchObject({
    MpaApprovalTeamArn: team("owners"),
    LatestMpaApprovalTeamUpdate: {
      Status: "PENDING",
      MpaSessionArn: expect.stringContaining(`arn:aws:mpa:us-east-1:${accountId}:session/owners/`),
      ExpiryDate: new Date(now + 120_000 + 24 * 60 * 60 * 1000),
    },
  });
  expect(await describe()).toMatchObject({
    MpaApprovalTeamArn: team("successors"),
    LatestMpaApprovalTeamUpdate: { Status: "APPROVED" },
  });
});

test("a team is removed with its own approval, and stays when it lets the session expire", async () => {
  for (const approves of [true, false]) {
    const { aws, client, ready, describe } = account({
      durations: { approvalSession: approves ? "1 hour" : "2 days" },
    });
    await ready();
    await client.disassociateBackupVaultMpaApprovalTeam({ BackupVaultName, RequesterComment: "done" });
    await aws.settle();
    const { MpaApprovalTeamArn, LatestMpaApprovalTeamUpdate } = await describe();
    expect(MpaApprovalTeamArn).toBe(approves ? undefined : team("owners"));
    expect(LatestMpaApprovalTeamUpdate?.Status).toBe(approves ? "APPROVED" : "FAILED");
  }
});

test("teams are for air-gapped vaults that are there", async () => {
  const { aws, client, create, associate } = account();
  await expect(associate()).rejects.toMatchObject(missing);
  await expect(client.disassociateBackupVaultMpaApprovalTeam({ BackupVaultName })).rejects.toMatchObject(
    missing,
  );
  await create();
  await expect(associate()).rejects.toMatchObject(refused);
  await aws.settle();
  await expect(client.disassociateBackupVaultMpaApprovalTeam({ BackupVaultName })).rejects.toMatchObject(
    refused,
  );
  await expect(
    client.associateBackupVaultMpaApprovalTeam({ BackupVaultName, MpaApprovalTeamArn: role }),
  ).rejects.toMatchObject(invalid);
  await expect(
    client.associateBackupVaultMpaApprovalTeam({
      BackupVaultName: "Default",
      MpaApprovalTeamArn: team("owners"),
    }),
  ).rejects.toMatchObject(refused);
});

test("another account is given restore access when the team approves, until it is revoked", async () => {
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

test("a request that the team lets expire fails; it has to be deleted before the next", async () => {
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

test("access stays when the team lets a revocation expire", async () => {
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

test("restore access is refused where there is nothing to give access to, or nobody to ask", async () => {
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

test("through a restore access vault another account sees the points and restores them at home", async () => {
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

test("seeded vaults that are being created go on from there", async () => {
  const { aws, client, other, accesses } = account();
  const VaultState = "CREATING";
  aws.seed({
    backup: {
      vaults: [
        {
          BackupVaultName,
          VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
          VaultState,
          MinRetentionDays: 7,
          MaxRetentionDays: 9,
        },
      ],
    },
  });
  const SourceBackupVaultArn = vaultArn(BackupVaultName);
  aws.in({ accountId: elsewhere }).seed({
    backup: {
      vaults: [
        {
          BackupVaultName: "access",
          VaultType: "RESTORE_ACCESS_BACKUP_VAULT",
          VaultState,
          SourceBackupVaultArn,
        },
      ],
    },
  });
  await aws.settle();
  expect(await client.describeBackupVault({ BackupVaultName })).toMatchObject({
    VaultState: "AVAILABLE",
    Locked: true,
    LockDate: new Date(now),
  });
  expect(await accesses()).toMatchObject([{ VaultState: "AVAILABLE" }]);
  expect(await other.listBackupVaults({ ByVaultType: "RESTORE_ACCESS_BACKUP_VAULT" })).toMatchObject({
    BackupVaultList: [{ BackupVaultName: "access", VaultState: "AVAILABLE" }],
  });
});
