import {
  account,
  accountId,
  BackupVaultName,
  invalid,
  missing,
  now,
  refused,
  role,
  team,
} from "./air-gapped-support";

test("the first approval team is associated immediately; the next one once the first has approved", async () => {
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

test("a team is removed with its own approval, and stays if the session expires", async () => {
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

test("only available air-gapped vaults can have teams", async () => {
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
