import { type BackupRuleInput, StartRestoreJobCommand } from "@aws-sdk/client-backup";
import type { Fixture } from "aws-backup-mock";
import {
  account,
  clients,
  clientsId,
  compliant,
  nonCompliant,
  orders,
  ordersId,
  pointId,
  role,
  volume,
  volumeId,
} from "./controls-support";

test("resources comply if a backup plan selects them", async () => {
  const { plan, statuses } = account();
  await plan({}, "arn:aws:dynamodb:*");
  expect(await statuses("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN")).toEqual({
    [ordersId]: compliant,
    [clientsId]: compliant,
    [volumeId]: nonCompliant,
  });
});

const copyTo = (place: string): Partial<BackupRuleInput> => ({
  CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:${place}:backup-vault:Default` }],
});

test.each<[string, string, Record<string, string>, string]>([
  ["another Region", "eu-west-1:123456789012", {}, compliant],
  ["a listed Region", "eu-west-1:123456789012", { crossRegionList: "eu-west-1, eu-west-2" }, compliant],
  ["a Region not listed", "eu-west-1:123456789012", { crossRegionList: "eu-west-2" }, nonCompliant],
  ["its own Region", "us-east-1:111111111111", {}, nonCompliant],
])("a resource is evaluated by the Regions of its copies: %s", async (_, place, values, expected) => {
  const { plan, statuses } = account();
  await plan(copyTo(place), orders);
  expect(await statuses("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", values)).toEqual({
    [ordersId]: expected,
    [clientsId]: nonCompliant,
    [volumeId]: nonCompliant,
  });
});

test.each<[string, string, Record<string, string>, string]>([
  ["another account", "us-east-1:111111111111", {}, compliant],
  ["a listed account", "us-east-1:111111111111", { crossAccountList: "111111111111" }, compliant],
  ["an account not listed", "us-east-1:111111111111", { crossAccountList: "222222222222" }, nonCompliant],
  ["its own account", "eu-west-1:123456789012", {}, nonCompliant],
])("a resource is evaluated by the accounts of its copies: %s", async (_, place, values, expected) => {
  const { plan, statuses } = account();
  await plan(copyTo(place), orders);
  const scope = { ComplianceResourceIds: ["orders"] };
  expect(await statuses("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", values, scope)).toEqual({
    [ordersId]: expected,
  });
});

test.each<[string, object, Record<string, string>, string]>([
  ["an open vault", {}, {}, nonCompliant],
  ["a locked vault", { Locked: true }, {}, compliant],
  [
    "a vault locked within the range",
    { Locked: true, MinRetentionDays: 10, MaxRetentionDays: 50 },
    { minRetentionDays: "7", maxRetentionDays: "60" },
    compliant,
  ],
  [
    "a vault locked too loosely",
    { Locked: true, MinRetentionDays: 5 },
    { minRetentionDays: "7" },
    nonCompliant,
  ],
  ["a vault locked without an end", { Locked: true }, { maxRetentionDays: "60" }, nonCompliant],
])("a resource is evaluated by the lock of its vault: %s", async (_, lock, values, expected) => {
  const { plan, statuses } = account({ backup: { vaults: [{ BackupVaultName: "locker", ...lock }] } });
  await plan({ TargetBackupVaultName: "locker" }, orders);
  const scope = { ComplianceResourceTypes: ["DynamoDB"] };
  expect(await statuses("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", values, scope)).toEqual({
    [ordersId]: expected,
    [clientsId]: nonCompliant,
  });
});

test("resources comply if their last recovery point is recent, and was not copied from another account", async () => {
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
  expect(await account(fixture).statuses(control)).toEqual({
    [ordersId]: compliant,
    [clientsId]: nonCompliant,
    [volumeId]: nonCompliant,
  });
  const twelveHours = { recoveryPointAgeUnit: "hours", recoveryPointAgeValue: "12" };
  expect((await account(fixture).statuses(control, twelveHours))[ordersId]).toBe(nonCompliant);
  expect((await account(fixture).statuses(control, { recoveryPointAgeValue: "3" }))[clientsId]).toBe(
    compliant,
  );
});

test("resources comply if they have a recent recovery point in a logically air-gapped vault", async () => {
  const { statuses } = account({
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
  expect(await statuses("RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT", { recoveryPointAgeValue: "7" })).toEqual({
    [ordersId]: compliant,
    [clientsId]: nonCompliant,
    [volumeId]: nonCompliant,
  });
});

test("resources comply if their last restore was fast enough; resources never restored are not evaluated", async () => {
  const expectedFor = async (maxRestoreTime: string) => {
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
    return story.statuses("RESTORE_TIME_FOR_RESOURCES_MEET_TARGET", { maxRestoreTime });
  };
  expect(await expectedFor("60")).toEqual({ [ordersId]: compliant });
  expect(await expectedFor("1")).toEqual({ [ordersId]: nonCompliant });
});
