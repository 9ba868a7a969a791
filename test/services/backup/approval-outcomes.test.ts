import { account, BackupVaultName, elsewhere, team, vaultArn } from "./air-gapped-support";

/** A vault with an approval team, and another account with access to it. */
async function withAccess() {
  const made = account();
  await made.ready();
  const ask = () =>
    made.other.createRestoreAccessBackupVault({
      SourceBackupVaultArn: vaultArn(BackupVaultName),
      BackupVaultName: "access",
    });
  return { ...made, ask };
}

test("a team that denies access to a vault leaves the restore access vault FAILED", async () => {
  const { aws, ask, accesses } = await withAccess();
  aws.in({ accountId: elsewhere }).next("backup.vaults").fails("denied");
  await ask();
  await aws.settle();
  expect(await accesses()).toMatchObject([{ VaultState: "FAILED" }]);
});

test("a team that takes longer than a session lasts lets it expire after 24 hours", async () => {
  const { aws, ask, accesses } = await withAccess();
  aws.in({ accountId: elsewhere }).next("backup.vaults").takes("3 days");
  await ask();
  await aws.clock.advance("23 hours");
  expect(await accesses()).toMatchObject([{ VaultState: "CREATING" }]);
  await aws.clock.advance("1 hour");
  expect(await accesses()).toMatchObject([{ VaultState: "FAILED" }]);
});

test("a team that denies another team stays, with its reason", async () => {
  const { aws, ready, associate, describe } = account();
  await ready();
  aws
    .next("backup.vaults", { LatestMpaApprovalTeamUpdate: { Status: "PENDING" } })
    .takes("2 hours")
    .fails("Who are they?");
  await associate("successors");
  await aws.clock.advance("1 hour");
  expect(await describe()).toMatchObject({ LatestMpaApprovalTeamUpdate: { Status: "PENDING" } });
  await aws.clock.advance("1 hour");
  expect(await describe()).toMatchObject({
    MpaApprovalTeamArn: team("owners"),
    LatestMpaApprovalTeamUpdate: { Status: "FAILED", StatusMessage: "Who are they?" },
  });
  aws.assertNoPending();
});

test("a team that denies a revocation leaves access as it is", async () => {
  const { aws, client, ask, accesses } = await withAccess();
  const { RestoreAccessBackupVaultArn } = await ask();
  await aws.settle();
  const there = aws.in({ accountId: elsewhere });
  there.next("backup.vaults", { LatestRevokeRequest: { Status: "PENDING" } }).fails("still needed");
  await client.revokeRestoreAccessBackupVault({ BackupVaultName, RestoreAccessBackupVaultArn });
  await aws.settle();
  expect(await accesses()).toMatchObject([
    { VaultState: "AVAILABLE", LatestRevokeRequest: { Status: "FAILED", StatusMessage: "still needed" } },
  ]);
});

test("an outcome that does not name the session is not for it, and says so", async () => {
  const { aws, ready, associate, describe } = account();
  await ready();
  aws.next("backup.vaults").fails("no capacity");
  await associate("successors");
  await aws.settle();
  expect(await describe()).toMatchObject({ MpaApprovalTeamArn: team("successors") });
  expect(aws.pending()).toMatchObject([
    { nearest: "its work is shown by LatestMpaApprovalTeamUpdate; to match that, name the member" },
  ]);
});
