import { Backup, type StartBackupJobInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../support/refusal";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const managed = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0fedcba9876543210`;
const database = `arn:aws:rds:us-east-1:${accountId}:db:orders`;
const vaultArn = (name: string, region = "us-east-1", account = accountId) =>
  `arn:aws:backup:${region}:${account}:backup-vault:${name}`;
const gapped = vaultArn("gapped");
const backupForm = /^arn:aws:backup:us-east-1:123456789012:recovery-point:[0-9a-f-]{36}$/;

async function account(options: MockOptions = {}) {
  const aws = mockAws({ now: "2026-03-01T00:00:00Z", ...options });
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "copies" }] },
    resources: [
      { arn: table },
      { arn: volume },
      { arn: managed, encryptionKeyArn: `arn:aws:kms:us-east-1:${accountId}:alias/aws/ebs` },
      { arn: database },
    ],
  });
  const client = aws.attach(new Backup());
  await client.createLogicallyAirGappedBackupVault({
    BackupVaultName: "gapped",
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  if (options.clock !== "manual") await aws.settle();
  const start = (input: Partial<StartBackupJobInput> = {}) =>
    client.startBackupJob({
      BackupVaultName: "nightly",
      LogicallyAirGappedBackupVaultArn: gapped,
      ResourceArn: volume,
      IamRoleArn: role,
      Lifecycle: { DeleteAfterDays: 20 },
      ...input,
    });
  const backedUp = async (input: Partial<StartBackupJobInput> = {}) => {
    const { BackupJobId } = await start(input);
    await aws.settle();
    return client.describeBackupJob({ BackupJobId });
  };
  const pointsIn = async (BackupVaultName: string) =>
    (await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints ?? [];
  return { aws, client, start, backedUp, pointsIn };
}

test("fully managed backups are stored in the air-gapped vault directly", async () => {
  const { backedUp, pointsIn } = await account();
  const job = await backedUp({ ResourceArn: table });
  expect(job).toMatchObject({
    State: "COMPLETED",
    BackupVaultName: "gapped",
    BackupVaultArn: gapped,
    VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
    RecoveryPointArn: expect.stringMatching(backupForm),
  });
  expect(await pointsIn("nightly")).toEqual([]);
  expect(await pointsIn("gapped")).toMatchObject([
    { RecoveryPointArn: job.RecoveryPointArn, Status: "COMPLETED", Lifecycle: { DeleteAfterDays: 20 } },
  ]);
});

test("a snapshot of another service is temporary, until AWS Backup has copied it", async () => {
  const { aws, client, start, pointsIn } = await account();
  const { BackupJobId } = await start();
  await aws.clock.advance("30 seconds");
  const { RecoveryPointArn, BackupVaultName } = await client.describeBackupJob({ BackupJobId });
  expect(BackupVaultName).toBe("nightly");
  expect(await pointsIn("nightly")).toMatchObject([
    { RecoveryPointArn, Lifecycle: { DeleteAfterDays: 20, DeleteAfterEvent: "DELETE_AFTER_COPY" } },
  ]);
  await aws.settle();
  expect((await client.listCopyJobs({})).CopyJobs).toMatchObject([
    {
      State: "COMPLETED",
      CreatedByBackupJobId: BackupJobId,
      SourceRecoveryPointArn: RecoveryPointArn,
      DestinationBackupVaultArn: gapped,
    },
  ]);
  expect(await pointsIn("nightly")).toEqual([]);
  expect(await pointsIn("gapped")).toMatchObject([
    { RecoveryPointArn: expect.stringMatching(backupForm), Lifecycle: { DeleteAfterDays: 20 } },
  ]);
  expect((await pointsIn("gapped"))[0]?.Lifecycle).not.toHaveProperty("DeleteAfterEvent");
});

test("a temporary point stays for its retention when the copy fails", async () => {
  const { aws, client, start, pointsIn } = await account();
  aws.nextJob({ type: "copy" }).fails("An internal error occurred.");
  await start();
  await aws.settle();
  expect((await client.listCopyJobs({})).CopyJobs).toMatchObject([{ State: "FAILED" }]);
  expect(await pointsIn("gapped")).toEqual([]);
  expect(await pointsIn("nightly")).toHaveLength(1);
  await aws.clock.advance("20 days");
  expect(await pointsIn("nightly")).toEqual([]);
});

test("a temporary point that is being restored when its copy ends is deleted when the restore ends", async () => {
  const { aws, client, start, pointsIn } = await account({
    clock: "manual",
    durations: { restoreJob: "3 hours" },
  });
  await aws.settle();
  const { BackupJobId } = await start();
  await aws.clock.advance("31 seconds");
  const { RecoveryPointArn } = await client.describeBackupJob({ BackupJobId });
  const Metadata = { availabilityZone: "us-east-1a" };
  await client.startRestoreJob({ RecoveryPointArn, IamRoleArn: role, Metadata });
  await aws.clock.advance("1 hour");
  expect(await pointsIn("gapped")).toHaveLength(1);
  expect(await pointsIn("nightly")).toMatchObject([{ RecoveryPointArn }]);
  await aws.settle();
  expect(await pointsIn("nightly")).toEqual([]);
  expect((await client.listRestoreJobs({})).RestoreJobs).toMatchObject([{ Status: "COMPLETED" }]);
});

test("a temporary point under a legal hold is deleted when the hold ends, however late", async () => {
  const { aws, client, start, pointsIn } = await account({ clock: "manual" });
  await aws.settle();
  await start({ Lifecycle: { DeleteAfterDays: 30 } });
  await aws.clock.advance("31 seconds");
  const { LegalHoldId } = await client.createLegalHold({ Title: "case 7", Description: "All of case 7" });
  await aws.clock.advance("60 days");
  expect(await pointsIn("nightly")).toHaveLength(1);
  await client.cancelLegalHold({ LegalHoldId, CancelDescription: "over" });
  await aws.settle();
  expect(await pointsIn("nightly")).toEqual([]);
});

test("a temporary point under a legal hold is deleted when the hold ends, long before its own expiry", async () => {
  const { aws, client, start, pointsIn } = await account({ clock: "manual" });
  await aws.settle();
  await start({ Lifecycle: { DeleteAfterDays: 30 } });
  await aws.clock.advance("31 seconds");
  const { LegalHoldId } = await client.createLegalHold({ Title: "case 7", Description: "All of case 7" });
  await aws.clock.advance("1 day");
  expect(await pointsIn("nightly")).toHaveLength(1);
  await client.cancelLegalHold({ LegalHoldId, CancelDescription: "over" });
  await aws.settle();
  expect(await pointsIn("nightly")).toEqual([]);
  expect(await pointsIn("gapped")).toHaveLength(1);
});

test("a retention that the air-gapped vault does not allow fails the job that writes to it", async () => {
  const { client, backedUp } = await account();
  expect(await backedUp({ ResourceArn: table, Lifecycle: { DeleteAfterDays: 3 } })).toMatchObject({
    State: "FAILED",
    MessageCategory: "MISCELLANEOUS",
  });
  expect(await backedUp({ Lifecycle: { DeleteAfterDays: 3 } })).toMatchObject({ State: "COMPLETED" });
  expect((await client.listCopyJobs({})).CopyJobs).toMatchObject([
    { State: "FAILED", MessageCategory: "INVALID_LIFECYCLE" },
  ]);
});

test.each([
  [
    database,
    "Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.",
  ],
  [
    managed,
    "Backup job completed successfully to the target backup vault. This resource is encrypted with an AWS managed key and cannot be copied to a logically air-gapped backup vault.",
  ],
])("unsupported resources stay in the backup vault: %s", async (ResourceArn, StatusMessage) => {
  const { client, backedUp, pointsIn } = await account();
  expect(await backedUp({ ResourceArn })).toMatchObject({
    State: "COMPLETED",
    StatusMessage,
    MessageCategory: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED",
  });
  expect(await pointsIn("nightly")).toMatchObject([{ Lifecycle: { DeleteAfterDays: 20 } }]);
  expect((await client.listCopyJobs({})).CopyJobs).toEqual([]);
  const issues = { ByMessageCategory: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED" };
  expect((await client.listBackupJobs(issues)).BackupJobs).toHaveLength(1);
});

test("a plan's rule backs up to an air-gapped vault, and its other copies are made first", async () => {
  const { aws, client, pointsIn } = await account();
  const { BackupPlanId } = await client.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "nightly",
      Rules: [
        {
          RuleName: "daily",
          TargetBackupVaultName: "nightly",
          TargetLogicallyAirGappedBackupVaultArn: gapped,
          Lifecycle: { DeleteAfterDays: 20 },
          CopyActions: [{ DestinationBackupVaultArn: vaultArn("copies") }],
        },
      ],
    },
  });
  await client.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: [volume, table] },
  });
  await aws.clock.advance("6 hours");
  await aws.settle();
  expect(await pointsIn("nightly")).toEqual([]);
  expect(await pointsIn("gapped")).toHaveLength(2);
  expect(await pointsIn("copies")).toHaveLength(2);
});

describe("a plan's rule makes no backup, and explains why,", () => {
  const gappedReason = "is logically air-gapped: it has to be named as such, along with a backup vault";
  test.each([
    ["with an air-gapped vault instead of a backup vault", { TargetBackupVaultName: "gapped" }, gappedReason],
    [
      "if its air-gapped target is not air-gapped",
      { TargetBackupVaultName: "nightly", TargetLogicallyAirGappedBackupVaultArn: vaultArn("copies") },
      "is not logically air-gapped",
    ],
  ])("%s", async (_, vaults, reason) => {
    const { aws, client, pointsIn } = await account();
    const Rules = [{ RuleName: "daily", ...vaults, Lifecycle: { DeleteAfterDays: 20 } }];
    const { BackupPlanId = "" } = await client.createBackupPlan({
      BackupPlan: { BackupPlanName: "nightly", Rules },
    });
    await client.createBackupSelection({
      BackupPlanId,
      BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: [volume, table] },
    });
    const name = "TargetLogicallyAirGappedBackupVaultArn" in vaults ? "copies" : "gapped";
    expect(aws.explain(BackupPlanId).rules[0]?.problems).toEqual([
      {
        code: "VaultUnsuitable",
        message: `Backup vault ${name} ${reason}, so jobs of this rule that target it fail.`,
      },
    ]);
    await aws.clock.advance("6 hours");
    const failed = {
      State: "FAILED",
      StatusMessage: `Backup job failed because backup vault ${name} ${reason}.`,
    };
    expect((await client.listBackupJobs({})).BackupJobs).toMatchObject([failed, failed]);
    expect([
      ...(await pointsIn("gapped")),
      ...(await pointsIn("nightly")),
      ...(await pointsIn("copies")),
    ]).toEqual([]);
  });
});

describe("refused:", () => {
  test.each<[string, Partial<StartBackupJobInput>, string]>([
    [
      "an ARN that is not of a vault",
      { LogicallyAirGappedBackupVaultArn: table },
      "InvalidParameterValueException",
    ],
    [
      "a vault of another Region",
      { LogicallyAirGappedBackupVaultArn: vaultArn("gapped", "eu-west-1") },
      "InvalidParameterValueException",
    ],
    [
      "a vault of another account",
      { LogicallyAirGappedBackupVaultArn: vaultArn("gapped", "us-east-1", "222222222222") },
      "InvalidParameterValueException",
    ],
    ["a missing vault", { LogicallyAirGappedBackupVaultArn: vaultArn("gone") }, "ResourceNotFoundException"],
    [
      "a vault that is not air-gapped",
      { LogicallyAirGappedBackupVaultArn: vaultArn("copies") },
      "InvalidRequestException",
    ],
    [
      "an air-gapped vault instead of a backup vault",
      { BackupVaultName: "gapped" },
      "InvalidRequestException",
    ],
  ])("%s", async (_, input, name) => {
    const story = await account();
    expect(await refusal(story, () => story.start(input))).toMatchObject({ name });
  });

  test("a vault that is still being created", async () => {
    const story = await account({ clock: "manual" });
    expect(await refusal(story, () => story.start())).toMatchObject({ name: "InvalidRequestException" });
  });

  test("a rule with a vault of another place", async () => {
    const story = await account();
    const rule = {
      RuleName: "daily",
      TargetBackupVaultName: "nightly",
      TargetLogicallyAirGappedBackupVaultArn: vaultArn("gapped", "eu-west-1"),
    };
    const create = () =>
      story.client.createBackupPlan({ BackupPlan: { BackupPlanName: "nightly", Rules: [rule] } });
    expect(await refusal(story, create)).toMatchObject({
      name: "InvalidParameterValueException",
      message: expect.stringMatching(/^Error in some rules due to : .*same account and Region/),
    });
  });
});

test("a volume of 16 TiB and more is not copied into an air-gapped vault", async () => {
  const { aws, client, backedUp } = await account();
  const [large, fits] = ["11111111111111111", "22222222222222222"].map(id =>
    volume.replace("0123456789abcdef0", id),
  );
  const sizeInBytes = 16 * 1024 ** 4;
  aws.seed({
    resources: [
      { arn: `${large}`, sizeInBytes },
      { arn: `${fits}`, sizeInBytes: sizeInBytes - 1 },
    ],
  });
  for (const ResourceArn of [large, fits]) await backedUp({ ResourceArn });
  const { CopyJobs = [] } = await client.listCopyJobs({});
  expect(CopyJobs).toMatchObject([
    { ResourceArn: fits, State: "COMPLETED" },
    { ResourceArn: large, State: "FAILED", StatusMessage: expect.stringContaining("16 TiB") },
  ]);
});
