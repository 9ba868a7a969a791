import { type BackupRuleInput, StartRestoreJobCommand } from "@aws-sdk/client-backup";
import type { Fixture } from "aws-backup-mock";
import {
  account,
  bad,
  clients,
  clientsId,
  good,
  orders,
  ordersId,
  pointId,
  role,
  volume,
  volumeId,
} from "./controls-support";

test("resources comply that a backup plan is for", async () => {
  const { plan, verdicts } = account();
  await plan({}, "arn:aws:dynamodb:*");
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN")).toEqual({
    [ordersId]: good,
    [clientsId]: good,
    [volumeId]: bad,
  });
});

const copyTo = (place: string): Partial<BackupRuleInput> => ({
  CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:${place}:backup-vault:Default` }],
});

test.each<[string, string, Record<string, string>, string]>([
  ["another Region", "eu-west-1:123456789012", {}, good],
  ["a listed Region", "eu-west-1:123456789012", { crossRegionList: "eu-west-1, eu-west-2" }, good],
  ["a Region not listed", "eu-west-1:123456789012", { crossRegionList: "eu-west-2" }, bad],
  ["its own Region", "us-east-1:111111111111", {}, bad],
])("resources whose backups are copied to %s are judged by the Region", async (_, place, values, verdict) => {
  const { plan, verdicts } = account();
  await plan(copyTo(place), orders);
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", values)).toEqual({
    [ordersId]: verdict,
    [clientsId]: bad,
    [volumeId]: bad,
  });
});

test.each<[string, string, Record<string, string>, string]>([
  ["another account", "us-east-1:111111111111", {}, good],
  ["a listed account", "us-east-1:111111111111", { crossAccountList: "111111111111" }, good],
  ["an account not listed", "us-east-1:111111111111", { crossAccountList: "222222222222" }, bad],
  ["its own account", "eu-west-1:123456789012", {}, bad],
])(
  "resources whose backups are copied to %s are judged by the account",
  async (_, place, values, verdict) => {
    const { plan, verdicts } = account();
    await plan(copyTo(place), orders);
    const scope = { ComplianceResourceIds: ["orders"] };
    expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", values, scope)).toEqual({
      [ordersId]: verdict,
    });
  },
);

test.each<[string, object, Record<string, string>, string]>([
  ["an open vault", {}, {}, bad],
  ["a locked vault", { Locked: true }, {}, good],
  [
    "a vault locked in range",
    { Locked: true, MinRetentionDays: 10, MaxRetentionDays: 50 },
    { minRetentionDays: "7", maxRetentionDays: "60" },
    good,
  ],
  ["a vault locked too loosely", { Locked: true, MinRetentionDays: 5 }, { minRetentionDays: "7" }, bad],
  ["a vault locked without an end", { Locked: true }, { maxRetentionDays: "60" }, bad],
])("resources that go to %s are judged by its lock", async (_, lock, values, verdict) => {
  const { plan, verdicts } = account({ backup: { vaults: [{ BackupVaultName: "locker", ...lock }] } });
  await plan({ TargetBackupVaultName: "locker" }, orders);
  const scope = { ComplianceResourceTypes: ["DynamoDB"] };
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", values, scope)).toEqual({
    [ordersId]: verdict,
    [clientsId]: bad,
  });
});

test("resources comply whose last recovery point is young enough, and did not come from another account", async () => {
  const fixture: Fixture = {
    backup: {
      recoveryPoints: [
        { ResourceArn: orders, CreationDate: "20 hours ago" },
        { ResourceArn: clients, CreationDate: "2 days ago" },
        {
          ResourceArn: volume,
          CreationDate: "1 hour ago",
          SourceBackupVaultArn: "arn:aws:backup:us-east-1:111111111111:backup-vault:Default",
        },
      ],
    },
  };
  const control = "BACKUP_LAST_RECOVERY_POINT_CREATED";
  expect(await account(fixture).verdicts(control)).toEqual({
    [ordersId]: good,
    [clientsId]: bad,
    [volumeId]: bad,
  });
  const twelveHours = { recoveryPointAgeUnit: "hours", recoveryPointAgeValue: "12" };
  expect((await account(fixture).verdicts(control, twelveHours))[ordersId]).toBe(bad);
  expect((await account(fixture).verdicts(control, { recoveryPointAgeValue: "3" }))[clientsId]).toBe(good);
});

test("resources comply that have a young recovery point in a logically air-gapped vault", async () => {
  const { verdicts } = account({
    backup: {
      vaults: [
        {
          BackupVaultName: "gapped",
          VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
          MinRetentionDays: 7,
          MaxRetentionDays: 90,
          Locked: true,
        },
      ],
      recoveryPoints: [
        { ResourceArn: orders, BackupVaultName: "gapped", CreationDate: "3 days ago" },
        { ResourceArn: clients, CreationDate: "3 days ago" },
      ],
    },
  });
  expect(await verdicts("RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT", { recoveryPointAgeValue: "7" })).toEqual({
    [ordersId]: good,
    [clientsId]: bad,
    [volumeId]: bad,
  });
});

test("resources comply that were last restored in time; those never restored are not judged", async () => {
  const verdictFor = async (maxRestoreTime: string) => {
    const story = account({
      backup: { recoveryPoints: [{ RecoveryPointArn: pointId("a"), ResourceArn: orders }] },
    });
    await story.client.send(
      new StartRestoreJobCommand({
        RecoveryPointArn: pointId("a"),
        IamRoleArn: role,
        Metadata: { targetTableName: "restored" },
      }),
    );
    await story.aws.clock.advance("30 minutes");
    return story.verdicts("RESTORE_TIME_FOR_RESOURCES_MEET_TARGET", { maxRestoreTime });
  };
  expect(await verdictFor("60")).toEqual({ [ordersId]: good });
  expect(await verdictFor("1")).toEqual({ [ordersId]: bad });
});
