import {
  BackupClient,
  CreateBackupVaultCommand,
  DeleteRecoveryPointCommand,
  ListCopyJobsCommand,
  ListRecoveryPointsByResourceCommand,
  PutBackupVaultAccessPolicyCommand,
} from "@aws-sdk/client-backup";
import { backedUp, pointsIn, vaultArn } from "./copy-jobs-support";
import { admits, database, here, other, role, volume } from "./world";

const customerKey = `arn:aws:kms:us-east-1:${other}:key/11111111-2222-3333-4444-555555555555`;

test("a copy to another Region has an ARN there and that vault's key", async () => {
  const { aws, finished, client } = await backedUp({ resource: volume });
  const west = aws.in({ region: "us-west-2" }).attach(new BackupClient({ region: "us-west-2" }));
  const { EncryptionKeyArn } = aws.in({ region: "us-west-2" }).state.backup.vaults.get("Default") ?? {};
  const job = await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  expect(job.State).toBe("COMPLETED");
  expect(job.DestinationRecoveryPointArn).toMatch(/^arn:aws:ec2:us-west-2::snapshot\/snap-/);
  expect(job.DestinationEncryptionKeyArn).toBe(EncryptionKeyArn);
  const [point] = await pointsIn(west, "Default");
  expect(point).toMatchObject({
    RecoveryPointArn: job.DestinationRecoveryPointArn,
    EncryptionKeyArn,
    IsEncrypted: true,
    ResourceArn: volume,
  });
  expect(await pointsIn(client, "Default")).toEqual([]);
  expect(
    (await client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn: volume }))).RecoveryPoints,
  ).toHaveLength(1);
});

test("a copy to another account is that account's; waiting for it there ends as well", async () => {
  const { aws, copy } = await backedUp();
  const there = aws.in({ accountId: other });
  const theirs = there.attach(new BackupClient());
  await theirs.send(new CreateBackupVaultCommand({ BackupVaultName: "bunker" }));
  await theirs.send(
    new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "bunker", Policy: admits(here) }),
  );
  await copy({ DestinationBackupVaultArn: vaultArn("bunker", "us-east-1", other) });
  for (let reads = 0; (await pointsIn(theirs, "bunker")).length === 0; reads++) {
    expect(reads).toBeLessThan(5);
  }
  const [point] = await pointsIn(theirs, "bunker");
  expect(point?.RecoveryPointArn).toMatch(`arn:aws:backup:us-east-1:${other}:recovery-point:`);
  expect((await theirs.send(new ListCopyJobsCommand({}))).CopyJobs).toEqual([]);
  await theirs.send(
    new DeleteRecoveryPointCommand({
      BackupVaultName: "bunker",
      RecoveryPointArn: point?.RecoveryPointArn,
    }),
  );
  expect(await pointsIn(theirs, "bunker")).toEqual([]);
});

test("snapshots of other services reach another account only in a vault with a key of its own", async () => {
  const { aws, finished } = await backedUp({ resource: database });
  const theirs = aws.in({ accountId: other }).attach(new BackupClient());
  await theirs.send(
    new CreateBackupVaultCommand({ BackupVaultName: "bunker", EncryptionKeyArn: customerKey }),
  );
  await theirs.send(
    new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "bunker", Policy: admits(here) }),
  );
  expect(
    await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-east-1", other) }),
  ).toMatchObject({
    State: "FAILED",
    MessageCategory: "ACCESS_DENIED",
    StatusMessage: expect.stringContaining("encrypted with the default Backup service managed key"),
  });
  const job = await finished({ DestinationBackupVaultArn: vaultArn("bunker", "us-east-1", other) });
  expect(job).toMatchObject({ State: "COMPLETED", DestinationEncryptionKeyArn: customerKey });
  expect(job.DestinationRecoveryPointArn).toMatch(
    new RegExp(`^arn:aws:rds:us-east-1:${other}:snapshot:awsbackup:copyjob-`),
  );
});

test("a vault that is not there, or that keeps others out, makes a copy fail when it starts", async () => {
  const { aws, finished } = await backedUp();
  expect(await finished({ DestinationBackupVaultArn: vaultArn("gone") })).toMatchObject({
    State: "FAILED",
    MessageCategory: "RESOURCE_NOT_FOUND",
    StatusMessage: `Copy job failed because backup vault ${vaultArn("gone")} does not exist.`,
  });
  const theirs = aws.in({ accountId: other }).attach(new BackupClient());
  const deny = { Effect: "Deny", Principal: "*", Action: "backup:CopyIntoBackupVault", Resource: "*" };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
  await theirs.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy }));
  expect(
    await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-east-1", other) }),
  ).toMatchObject({ State: "FAILED", MessageCategory: "ACCESS_DENIED" });
});

test.each([
  ["the account's root", { AWS: `arn:aws:iam::${here}:root` }, undefined, "COMPLETED"],
  ["the role of the copy", { AWS: role }, undefined, "COMPLETED"],
  ["another role", { AWS: `${role}-other` }, undefined, "FAILED"],
  ["everyone of the account", "*", { StringEquals: { "aws:PrincipalAccount": here } }, "COMPLETED"],
  [
    "everyone of a third account",
    "*",
    { StringEquals: { "aws:PrincipalAccount": "333333333333" } },
    "FAILED",
  ],
  ["the organization", "*", { StringEquals: { "aws:PrincipalOrgID": "o-0123456789" } }, "COMPLETED"],
] as const)("a vault whose policy admits %s", async (_, Principal, Condition, State) => {
  const { aws, finished } = await backedUp();
  const Statement = {
    Effect: "Allow",
    Principal,
    Action: "backup:CopyIntoBackupVault",
    Resource: "*",
    ...(Condition && { Condition }),
  };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [Statement] });
  aws.in({ accountId: other }).seed({ backup: { vaults: [{ BackupVaultName: "bunker", Policy }] } });
  expect(await finished({ DestinationBackupVaultArn: vaultArn("bunker", "us-east-1", other) })).toMatchObject(
    { State },
  );
});

test("a locked vault takes copies of its range of retention only", async () => {
  const { aws, finished } = await backedUp({ days: 7 });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "locked", Locked: true, MinRetentionDays: 30, MaxRetentionDays: 60 }],
    },
  });
  const into = { DestinationBackupVaultArn: vaultArn("locked") };
  const text =
    "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.";
  expect(await finished(into)).toMatchObject({
    State: "FAILED",
    StatusMessage: text,
    MessageCategory: "INVALID_LIFECYCLE",
    DestinationVaultLockState: "LOCKED",
  });
  expect(await finished({ ...into, Lifecycle: { DeleteAfterDays: 61 } })).toMatchObject({ State: "FAILED" });
  expect(await finished({ ...into, Lifecycle: { DeleteAfterDays: 60 } })).toMatchObject({
    State: "COMPLETED",
  });
});
