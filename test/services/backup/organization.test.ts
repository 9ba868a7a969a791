import { Backup } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const management = "123456789012";
const member = "222222222222";
const outside = "333333333333";
const resource = (accountId: string, table: string) =>
  `arn:aws:dynamodb:us-east-1:${accountId}:table/${table}`;

/** Three accounts, each with a backup job; one of them is not in the organization. */
async function organization(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", organization: [management, member], ...options });
  for (const accountId of [management, member, outside]) {
    aws.in({ accountId }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  }
  const clientOf = (accountId: string) => aws.in({ accountId }).attach(new Backup());
  const clients = { management: clientOf(management), member: clientOf(member), outside: clientOf(outside) };
  for (const [accountId, client] of [
    [management, clients.management],
    [member, clients.member],
    [outside, clients.outside],
  ] as const) {
    await client.startBackupJob({
      BackupVaultName: "Default",
      ResourceArn: resource(accountId, "orders"),
      IamRoleArn: `arn:aws:iam::${accountId}:role/backup`,
    });
    await aws.clock.advance("1 minute");
  }
  await aws.settle();
  const accountsOf = async (client: Backup, ByAccountId?: string) =>
    (await client.listBackupJobs({ ByAccountId })).BackupJobs?.map(({ AccountId }) => AccountId);
  return { aws, ...clients, accountsOf };
}

test("the management account lists the jobs of every account of its organization, newest first", async () => {
  const world = await organization();
  expect(await world.accountsOf(world.management)).toEqual([management]);
  expect(await world.accountsOf(world.management, "*")).toEqual([member, management]);
  expect(await world.accountsOf(world.management, member)).toEqual([member]);
  expect(await world.accountsOf(world.management, outside)).toEqual([]);
});

test("any other account sees only its own jobs", async () => {
  const world = await organization();
  expect(await world.accountsOf(world.member, "*")).toEqual([member]);
  expect(await world.accountsOf(world.member, management)).toEqual([]);
  expect(await world.accountsOf(world.outside, "*")).toEqual([outside]);
});

test("the account that first changes the global settings manages the organization", async () => {
  const world = await organization();
  await world.member.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } });
  expect(await world.accountsOf(world.member, "*")).toEqual([member, management]);
  expect(await world.accountsOf(world.management, "*")).toEqual([management]);
});

test("the jobs of all accounts are listed in pages, and other filters apply to all of them", async () => {
  const { management: client, member: other } = await organization();
  const first = await client.listBackupJobs({ ByAccountId: "*", MaxResults: 1 });
  const { NextToken } = first;
  const second = await client.listBackupJobs({ ByAccountId: "*", MaxResults: 1, NextToken });
  expect([first, second].flatMap(({ BackupJobs = [] }) => BackupJobs.map(job => job.AccountId))).toEqual([
    member,
    management,
  ]);
  expect(second.NextToken).toBeUndefined();
  const { BackupJobs } = await client.listBackupJobs({
    ByAccountId: "*",
    ByResourceArn: resource(member, "orders"),
  });
  expect(BackupJobs).toEqual((await other.listBackupJobs({})).BackupJobs);
});

test("copy, restore and scan jobs of members are listed as well", async () => {
  const { aws, management: client, member: other } = await organization();
  const IamRoleArn = `arn:aws:iam::${member}:role/backup`;
  const volume = `arn:aws:ec2:us-east-1:${member}:volume/vol-0123456789abcdef0`;
  const { BackupJobId } = await other.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: volume,
    IamRoleArn,
  });
  await aws.settle();
  const { RecoveryPointArn } = await other.describeBackupJob({ BackupJobId });
  await other.createBackupVault({ BackupVaultName: "copies" });
  await other.startCopyJob({
    RecoveryPointArn,
    SourceBackupVaultName: "Default",
    DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${member}:backup-vault:copies`,
    IamRoleArn,
  });
  await other.startRestoreJob({
    RecoveryPointArn,
    IamRoleArn,
    Metadata: { availabilityZone: "us-east-1a" },
  });
  await other.startScanJob({
    BackupVaultName: "Default",
    RecoveryPointArn,
    IamRoleArn,
    ScannerRoleArn: IamRoleArn,
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
  });
  await aws.settle();
  const all = { ByAccountId: "*" };
  expect((await client.listCopyJobs(all)).CopyJobs).toEqual((await other.listCopyJobs({})).CopyJobs);
  expect((await client.listRestoreJobs(all)).RestoreJobs).toEqual(
    (await other.listRestoreJobs({})).RestoreJobs,
  );
  expect((await client.listScanJobs(all)).ScanJobs).toEqual((await other.listScanJobs({})).ScanJobs);
  expect((await client.listScanJobs(all)).ScanJobs).toHaveLength(1);
});

test("jobs are counted by account, or all together", async () => {
  const { aws, management: client, member: other } = await organization();
  await aws.clock.advance("1 day");
  const counts = async (by: Backup, AccountId?: string) =>
    (await by.listBackupJobSummaries({ AccountId })).BackupJobSummaries?.map(row => [
      row.AccountId,
      row.Count,
    ]);
  expect(await counts(client)).toEqual([[management, 1]]);
  expect(await counts(client, "ANY")).toEqual([
    [management, 1],
    [member, 1],
  ]);
  expect(await counts(client, "AGGREGATE_ALL")).toEqual([["AGGREGATE_ALL", 2]]);
  expect(await counts(client, member)).toEqual([[member, 1]]);
  for (const filter of ["ANY", "AGGREGATE_ALL", management]) {
    expect(await counts(other, filter)).toEqual([[member, 1]]);
  }
});

test("a report on ROOT covers every account of the organization", async () => {
  const { aws, management: client } = await organization();
  await client.createReportPlan({
    ReportPlanName: "jobs",
    ReportDeliveryChannel: { S3BucketName: "audit-reports" },
    ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT", Accounts: ["ROOT"] },
  });
  await aws.settle();
  const { ReportJobId = "" } = await client.startReportJob({ ReportPlanName: "jobs" });
  await aws.settle();
  const { reportItems = [], files: [file] = [] } = aws.report(ReportJobId) ?? {};
  expect(reportItems.map(({ accountId }) => accountId).sort()).toEqual([management, member]);
  expect(file?.key).toMatch(/^Backup\/crossaccount\/us-east-1\//);
});

test("polling the list of all accounts for a member's job ends", async () => {
  const { management: client, member: other } = await organization({ clock: "auto" });
  await other.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: resource(member, "customers"),
    IamRoleArn: `arn:aws:iam::${member}:role/backup`,
  });
  let found = 0;
  for (let reads = 0; reads < 10 && found < 3; reads++) {
    const { BackupJobs = [] } = await client.listBackupJobs({ ByAccountId: "*", ByState: "COMPLETED" });
    found = BackupJobs.length;
  }
  expect(found).toBe(3);
});
