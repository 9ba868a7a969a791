import type { CreateLogicallyAirGappedBackupVaultInput } from "@aws-sdk/client-backup";
import {
  account,
  accountId,
  BackupVaultName,
  elsewhere,
  invalid,
  now,
  refused,
  vaultArn,
} from "./air-gapped-support";

test("an air-gapped vault is CREATING, then AVAILABLE, and locked from its creation", async () => {
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

test("it is listed by its type, with tags and the given key", async () => {
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

test("its lock cannot be changed or removed", async () => {
  const { client, create } = account();
  await create();
  await expect(client.deleteBackupVaultLockConfiguration({ BackupVaultName })).rejects.toMatchObject(refused);
  await expect(
    client.putBackupVaultLockConfiguration({ BackupVaultName, MinRetentionDays: 1 }),
  ).rejects.toMatchObject(refused);
});

test("a repeated request creates no second vault; another vault with the name is refused", async () => {
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
  await expect(create({ EncryptionKeyArn })).rejects.toMatchObject({ name: "AccessDeniedException" });
  expect(aws.state).toBe(state);
});

test("a retention range is required, and the number of vaults is limited", async () => {
  const { create } = account({ quotas: { vaults: 1 } });
  await expect(create({ MaxRetentionDays: undefined })).rejects.toMatchObject({
    name: "MissingParameterValueException",
  });
  await expect(create()).rejects.toMatchObject({ name: "LimitExceededException" });
});

test("an empty air-gapped vault can be deleted once it is available", async () => {
  const { aws, client, create } = account();
  await create();
  await expect(client.deleteBackupVault({ BackupVaultName })).rejects.toMatchObject(refused);
  await aws.settle();
  await client.deleteBackupVault({ BackupVaultName });
  await expect(client.describeBackupVault({ BackupVaultName })).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
});

test("seeded vaults in CREATING become available", async () => {
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
