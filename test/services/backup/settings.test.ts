import { Backup } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refused } from "../../support/refusal";
import { admits } from "./world";

const accountId = "123456789012";
const elsewhere = "222222222222";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const now = Date.parse("2026-03-01T00:00:00Z");

function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const client = aws.attach(new Backup());
  return { aws, client };
}

const invalid = { name: "InvalidParameterValueException" };
const missing = { name: "MissingParameterValueException" };

test("an update of the Region's settings changes the given types only", async () => {
  const { aws, client } = account();
  const before = await client.describeRegionSettings({});
  expect(before.ResourceTypeOptInPreference).toMatchObject({
    EFS: true,
    FSx: true,
    "Storage Gateway": true,
  });
  expect(Object.values(before.ResourceTypeOptInPreference ?? {})).not.toContain(false);
  await client.updateRegionSettings({
    ResourceTypeOptInPreference: { FSx: false, "Storage Gateway": false },
    ResourceTypeManagementPreference: { DynamoDB: false },
  });
  const after = await client.describeRegionSettings({});
  expect(after.ResourceTypeOptInPreference).toEqual({
    ...before.ResourceTypeOptInPreference,
    FSx: false,
    "Storage Gateway": false,
  });
  expect(after.ResourceTypeManagementPreference).toEqual({
    ...before.ResourceTypeManagementPreference,
    DynamoDB: false,
  });
  const other = aws.in({ region: "eu-west-1" }).attach(new Backup());
  expect((await other.describeRegionSettings({})).ResourceTypeOptInPreference).toMatchObject({ FSx: true });
});

test("a job on demand backs up only types that are opted in to", async () => {
  const { aws, client } = account();
  const cluster = `arn:aws:rds:us-east-1:${accountId}:cluster:books`;
  aws.seed({ resources: [{ arn: cluster, type: "DocumentDB" }, { arn: volume }] });
  await client.updateRegionSettings({ ResourceTypeOptInPreference: { DocumentDB: false, DynamoDB: false } });
  const start = (ResourceArn: string) =>
    client.startBackupJob({ BackupVaultName: "Default", ResourceArn, IamRoleArn: role });
  for (const arn of [cluster, table]) {
    await refused({ aws }, () => start(arn), { name: "InvalidRequestException" });
  }
  await start(volume);
  const elsewhere = aws.in({ region: "eu-west-1" }).attach(new Backup());
  await elsewhere.createBackupVault({ BackupVaultName: "Default" });
  const there = table.replace("us-east-1", "eu-west-1");
  await elsewhere.startBackupJob({ BackupVaultName: "Default", ResourceArn: there, IamRoleArn: role });
});

test("an update emits an event with the changed types", async () => {
  const { aws, client } = account();
  await client.updateRegionSettings({ ResourceTypeOptInPreference: { Aurora: true } });
  expect([...aws.events()].at(-1)).toMatchObject({
    source: "aws.backup",
    "detail-type": "Region Setting State Change",
    resources: [],
    detail: {
      modifiedAt: "2026-03-01T00:00:00Z",
      ResourceTypeOptInPreference: { Aurora: true },
      state: "MODIFIED",
    },
  });
});

test("a plan that selects by tags backs up only types that are opted in to", async () => {
  const { aws, client } = account();
  const tags = { backup: "yes" };
  aws.seed({
    resources: [
      { arn: table, tags },
      { arn: volume, tags },
    ],
  });
  await client.updateRegionSettings({ ResourceTypeOptInPreference: { EBS: false } });
  const { BackupPlanId } = await client.createBackupPlan({
    BackupPlan: { BackupPlanName: "p", Rules: [{ RuleName: "r", TargetBackupVaultName: "Default" }] },
  });
  const tag = { ConditionType: "STRINGEQUALS", ConditionKey: "backup", ConditionValue: "yes" } as const;
  const BackupSelection = { SelectionName: "s", IamRoleArn: role, ListOfTags: [tag] };
  await client.createBackupSelection({ BackupPlanId, BackupSelection });
  await aws.clock.advance("1 day");
  const { BackupJobs } = await client.listBackupJobs({});
  expect(BackupJobs?.map(job => job.ResourceArn)).toEqual([table]);
});

test("without full management, DynamoDB keeps the backup itself", async () => {
  const { client } = account();
  const job = { BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role };
  expect((await client.startBackupJob(job)).RecoveryPointArn).toMatch(/:recovery-point:/);
  await client.updateRegionSettings({ ResourceTypeManagementPreference: { DynamoDB: false } });
  expect((await client.startBackupJob(job)).RecoveryPointArn).toBeUndefined();
});

test("unknown types are refused with AWS's message", async () => {
  const { aws, client } = account();
  const state = aws.state;
  await expect(
    client.updateRegionSettings({ ResourceTypeOptInPreference: { EFS: false, Floppy: true } }),
  ).rejects.toMatchObject({
    ...invalid,
    message:
      "Element present in resource type opt in preference has invalid values. Please use describeRegionSettings API to know the supported resource types",
  });
  await expect(
    client.updateRegionSettings({ ResourceTypeManagementPreference: { EBS: true } }),
  ).rejects.toMatchObject(invalid);
  await expect(client.updateRegionSettings({})).rejects.toMatchObject(missing);
  expect(aws.state).toBe(state);
});

test("the supported resource types are those of the documentation", async () => {
  const { client } = account();
  const { ResourceTypes } = await client.getSupportedResourceTypes({});
  expect(ResourceTypes).toHaveLength(19);
  expect(ResourceTypes).toEqual(
    expect.arrayContaining([
      "EFS",
      "FSx",
      "EKS",
      "DSQL",
      "Redshift Serverless",
      "SAP HANA on Amazon EC2",
      "VirtualMachine",
    ]),
  );
});

test("global settings are strings, are merged, and apply to all Regions and accounts", async () => {
  const { aws, client } = account();
  const before = await client.describeGlobalSettings({});
  expect(before.LastUpdateTime).toBeUndefined();
  await client.updateGlobalSettings({ GlobalSettings: { isDelegatedAdministratorEnabled: "true" } });
  const after = { ...before.GlobalSettings, isDelegatedAdministratorEnabled: "true" };
  for (const place of [{}, { region: "eu-west-1" }, { accountId: elsewhere }]) {
    const there = aws.in(place).attach(new Backup());
    expect(await there.describeGlobalSettings({})).toMatchObject({
      GlobalSettings: after,
      LastUpdateTime: new Date(now),
    });
  }
});

test("only the management account can change them", async () => {
  const { aws, client } = account();
  await client.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "false" } });
  const member = aws.in({ accountId: elsewhere }).attach(new Backup());
  await expect(
    member.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } }),
  ).rejects.toMatchObject({ name: "AccessDeniedException", $metadata: { httpStatusCode: 403 } });
});

test("an account outside the organization has no global settings, and cannot receive copies", async () => {
  const { aws, client } = account({ organization: ["123456789012"] });
  const safe = { BackupVaultName: "safe" };
  aws.in({ accountId: elsewhere }).seed({ backup: { vaults: [safe] } });
  const outsider = aws.in({ accountId: elsewhere }).attach(new Backup());
  await expect(outsider.describeGlobalSettings({})).rejects.toMatchObject({
    name: "InvalidRequestException",
  });
  await expect(
    outsider.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } }),
  ).rejects.toMatchObject({ name: "InvalidRequestException" });
  expect((await client.describeGlobalSettings({})).GlobalSettings).toMatchObject({ isMpaEnabled: "true" });
  const job = { BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role };
  const { RecoveryPointArn } = await client.startBackupJob(job);
  await aws.settle();
  const { CopyJobId } = await client.startCopyJob({
    RecoveryPointArn,
    SourceBackupVaultName: "Default",
    DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${elsewhere}:backup-vault:safe`,
    IamRoleArn: role,
  });
  await aws.settle();
  expect((await client.describeCopyJob({ CopyJobId })).CopyJob).toMatchObject({
    State: "FAILED",
    StatusMessage:
      "Copy job failed. Both source and destination account must be a member of the same organization.",
  });
  expect((await outsider.listRecoveryPointsByBackupVault(safe)).RecoveryPoints).toEqual([]);
});

test("unknown names and values are refused", async () => {
  const { aws, client } = account();
  const state = aws.state;
  const settings: Record<string, string>[] = [{ isBackupFree: "true" }, { isMpaEnabled: "yes" }];
  for (const GlobalSettings of settings) {
    await expect(client.updateGlobalSettings({ GlobalSettings })).rejects.toMatchObject(invalid);
  }
  await expect(client.updateGlobalSettings({})).rejects.toMatchObject(missing);
  expect(aws.state).toBe(state);
});

test("with cross-account backup disabled, a copy to another account fails with the reason", async () => {
  const { aws, client } = account();
  aws
    .in({ accountId: elsewhere })
    .seed({ backup: { vaults: [{ BackupVaultName: "safe", Policy: admits(accountId) }] } });
  const job = { BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role };
  const { RecoveryPointArn } = await client.startBackupJob(job);
  await aws.settle();
  const copy = async () => {
    const { CopyJobId } = await client.startCopyJob({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${elsewhere}:backup-vault:safe`,
      IamRoleArn: role,
    });
    await aws.settle();
    return (await client.describeCopyJob({ CopyJobId })).CopyJob;
  };
  const setting = (isCrossAccountBackupEnabled: string) =>
    client.updateGlobalSettings({ GlobalSettings: { isCrossAccountBackupEnabled } });
  await setting("false");
  expect(await copy()).toMatchObject({
    State: "FAILED",
    StatusMessage: "Copy job failed. Cross-account copy feature is not enabled for the current organization.",
  });
  await setting("true");
  expect(await copy()).toMatchObject({ State: "COMPLETED" });
});

test("with multi-party approval disabled, no team can be associated", async () => {
  const { aws, client } = account();
  const BackupVaultName = "gapped";
  await client.createLogicallyAirGappedBackupVault({
    BackupVaultName,
    MinRetentionDays: 7,
    MaxRetentionDays: 9,
  });
  await aws.settle();
  await client.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "false" } });
  const MpaApprovalTeamArn = `arn:aws:mpa:us-east-1:${accountId}:approval-team/owners`;
  await expect(
    client.associateBackupVaultMpaApprovalTeam({ BackupVaultName, MpaApprovalTeamArn }),
  ).rejects.toMatchObject({ name: "InvalidRequestException" });
});
