import { Backup, type CreateLegalHoldInput, type RecoveryPointSelection } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const now = Date.parse("2026-03-01T00:00:00Z");
const day = 24 * 60 * 60 * 1000;

function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  const { backup } = aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "weekly" }],
      recoveryPoints: [
        {
          BackupVaultName: "nightly",
          ResourceArn: table,
          CreationDate: "10 days ago",
          Lifecycle: { DeleteAfterDays: 30 },
        },
        { BackupVaultName: "weekly", ResourceArn: table, CreationDate: "5 days ago" },
        { BackupVaultName: "nightly", ResourceArn: volume, CreationDate: "1 day ago" },
      ],
    },
  });
  const [orders = "", weekly = "", disk = ""] =
    backup.recoveryPoints?.map(point => point.RecoveryPointArn) ?? [];
  const client = aws.attach(new Backup());
  const hold = async (input: Partial<CreateLegalHoldInput> = {}) => {
    const made = await client.createLegalHold({ Title: "lawsuit", Description: "keep it all", ...input });
    await aws.settle();
    return made;
  };
  const held = async (LegalHoldId: string | undefined) =>
    (await client.listRecoveryPointsByLegalHold({ LegalHoldId })).RecoveryPoints?.map(
      point => point.RecoveryPointArn,
    );
  const cancel = (LegalHoldId: string | undefined, RetainRecordInDays?: number) =>
    client.cancelLegalHold({ LegalHoldId, CancelDescription: "settled", RetainRecordInDays });
  const remove = (RecoveryPointArn: string, BackupVaultName = "nightly") =>
    client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn });
  return { aws, client, hold, held, cancel, remove, orders, weekly, disk };
}

const blocked = {
  name: "InvalidRequestException",
  message: "The recovery point cannot be deleted because it has active legal hold(s)",
};
const invalid = { name: "InvalidParameterValueException" };

test("each read moves a hold from CREATING to ACTIVE, and from CANCELING to CANCELED", async () => {
  const { client, cancel } = account();
  const RecoveryPointSelection = { VaultNames: ["nightly"] };
  const made = await client.createLegalHold({
    Title: "lawsuit",
    Description: "keep it",
    RecoveryPointSelection,
    Tags: { case: "42" },
  });
  const { LegalHoldId, LegalHoldArn } = made;
  expect(made).toMatchObject({
    Status: "CREATING",
    LegalHoldArn: `arn:aws:backup:us-east-1:${accountId}:legal-hold:${LegalHoldId}`,
    CreationDate: new Date(now),
    RecoveryPointSelection,
  });
  const status = async () => (await client.getLegalHold({ LegalHoldId })).Status;
  expect([await status(), await status()]).toEqual(["CREATING", "ACTIVE"]);
  await cancel(LegalHoldId);
  expect([await status(), await status()]).toEqual(["CANCELING", "CANCELED"]);
  const canceled = await client.getLegalHold({ LegalHoldId });
  expect(canceled).toMatchObject({ Title: "lawsuit", Description: "keep it", CancelDescription: "settled" });
  expect(canceled.RetainRecordUntil?.getTime()).toBe((canceled.CancellationDate?.getTime() ?? 0) + 180 * day);
  const { LegalHolds } = await client.listLegalHolds({});
  expect(LegalHolds).toMatchObject([{ LegalHoldId, Status: "CANCELED", Title: "lawsuit" }]);
  expect(await client.listTags({ ResourceArn: LegalHoldArn })).toMatchObject({ Tags: { case: "42" } });
});

test("points of a held vault cannot be deleted until the hold is canceled", async () => {
  const { aws, client, hold, held, cancel, remove, orders, weekly, disk } = account();
  const { LegalHoldId } = await hold({ RecoveryPointSelection: { VaultNames: ["nightly"] } });
  expect(await held(LegalHoldId)).toEqual([orders, disk]);
  expect((await client.listRecoveryPointsByLegalHold({ LegalHoldId })).RecoveryPoints?.[0]).toEqual({
    RecoveryPointArn: orders,
    ResourceArn: table,
    ResourceType: "DynamoDB",
    BackupVaultName: "nightly",
  });
  const state = aws.state;
  await expect(remove(orders)).rejects.toMatchObject(blocked);
  expect(aws.state).toBe(state);
  await remove(weekly, "weekly");
  await cancel(LegalHoldId);
  await aws.settle();
  await remove(orders);
  expect(await held(LegalHoldId)).toEqual([]);
});

test.each<[string, RecoveryPointSelection | undefined, (points: ReturnType<typeof account>) => string[]]>([
  ["default", undefined, ({ orders, weekly, disk }) => [orders, weekly, disk]],
  ["a resource", { ResourceIdentifiers: [table] }, ({ orders, weekly }) => [orders, weekly]],
  ["resources by wildcard", { ResourceIdentifiers: ["arn:aws:ec2:*"] }, ({ disk }) => [disk]],
  ["a type of resource", { ResourceIdentifiers: ["EBS"] }, ({ disk }) => [disk]],
  ["two vaults", { VaultNames: ["nightly", "weekly"] }, ({ orders, weekly, disk }) => [orders, weekly, disk]],
  [
    "a vault and a resource",
    { VaultNames: ["nightly"], ResourceIdentifiers: [table] },
    ({ orders }) => [orders],
  ],
  [
    "dates, ends included",
    { DateRange: { FromDate: new Date(now - 10 * day), ToDate: new Date(now - 5 * day) } },
    ({ orders, weekly }) => [orders, weekly],
  ],
])("a hold selects by %s", async (_by, RecoveryPointSelection, expected) => {
  const world = account();
  const { LegalHoldId } = await world.hold({ RecoveryPointSelection });
  expect(await world.held(LegalHoldId)).toEqual(expected(world));
});

test("points created after the hold are not held", async () => {
  const { aws, client, hold, held, remove, orders, disk } = account();
  const { LegalHoldId } = await hold({ RecoveryPointSelection: { VaultNames: ["nightly"] } });
  const job = { BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role };
  const { RecoveryPointArn = "" } = await client.startBackupJob(job);
  await aws.settle();
  expect(await held(LegalHoldId)).toEqual([orders, disk]);
  await remove(RecoveryPointArn);
});

test("a point that expires during a hold is deleted when its last hold is canceled", async () => {
  const { aws, client, hold, cancel, orders } = account();
  const first = await hold();
  const second = await hold({ RecoveryPointSelection: { ResourceIdentifiers: [table] } });
  const describe = () =>
    client.describeRecoveryPoint({ BackupVaultName: "nightly", RecoveryPointArn: orders });
  await aws.clock.advance("60 days");
  expect(await describe()).toMatchObject({ Status: "COMPLETED" });
  await cancel(first.LegalHoldId);
  await aws.settle();
  await aws.clock.advance("1 day");
  expect(await describe()).toMatchObject({ Status: "COMPLETED" });
  await cancel(second.LegalHoldId);
  await aws.settle();
  await aws.clock.advance("1 day");
  await expect(describe()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("a hold delays the move to cold storage", async () => {
  const aws = mockAws({ now });
  const { backup } = aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      recoveryPoints: [
        {
          BackupVaultName: "nightly",
          ResourceArn: table,
          CreationDate: "1 day ago",
          Lifecycle: { MoveToColdStorageAfterDays: 10 },
        },
      ],
    },
  });
  const point = {
    BackupVaultName: "nightly",
    RecoveryPointArn: backup.recoveryPoints?.[0]?.RecoveryPointArn,
  };
  const client = aws.attach(new Backup());
  const { LegalHoldId } = await client.createLegalHold({ Title: "lawsuit", Description: "keep" });
  await aws.clock.advance("20 days");
  expect((await client.describeRecoveryPoint(point)).StorageClass).toBe("WARM");
  await client.cancelLegalHold({ LegalHoldId, CancelDescription: "settled" });
  await aws.clock.advance("1 day");
  expect((await client.describeRecoveryPoint(point)).StorageClass).toBe("COLD");
});

test("the record of a canceled hold is retained for the given number of days", async () => {
  const { aws, client, hold, cancel } = account();
  const { LegalHoldId } = await hold();
  await cancel(LegalHoldId, 7);
  await aws.settle();
  await aws.clock.advance("6 days");
  expect((await client.listLegalHolds({})).LegalHolds).toHaveLength(1);
  await aws.clock.advance("1 day");
  expect((await client.listLegalHolds({})).LegalHolds).toEqual([]);
  await expect(client.getLegalHold({ LegalHoldId })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a repeated token creates no second hold; the number of holds is limited", async () => {
  const { hold, cancel, aws } = account({ quotas: { legalHolds: 1 } });
  const first = await hold({ IdempotencyToken: "once" });
  expect((await hold({ IdempotencyToken: "once" })).LegalHoldId).toBe(first.LegalHoldId);
  await expect(hold()).rejects.toMatchObject({ name: "LimitExceededException" });
  await cancel(first.LegalHoldId);
  await aws.settle();
  await hold();
});

test.each<Partial<CreateLegalHoldInput>>([
  { Description: "x".repeat(281) },
  { RecoveryPointSelection: { ResourceIdentifiers: ["Floppy"] } },
  { RecoveryPointSelection: { DateRange: { FromDate: new Date(now), ToDate: new Date(now - day) } } },
  { RecoveryPointSelection: { DateRange: { FromDate: new Date(now), ToDate: new Date(now + day) } } },
])("a hold of %j is refused", async input => {
  const { aws, hold } = account();
  const state = aws.state;
  await expect(hold(input)).rejects.toMatchObject(invalid);
  expect(aws.state).toBe(state);
});

test("only an existing, active hold can be canceled", async () => {
  const { aws, client, held, cancel } = account();
  const { LegalHoldId } = await client.createLegalHold({ Title: "lawsuit", Description: "keep" });
  const wrongState = { name: "InvalidResourceStateException" };
  await expect(cancel(LegalHoldId)).rejects.toMatchObject(wrongState);
  await aws.settle();
  await expect(cancel(LegalHoldId, -1)).rejects.toMatchObject(invalid);
  await cancel(LegalHoldId);
  await expect(cancel(LegalHoldId)).rejects.toMatchObject(wrongState);
  await expect(cancel("nobody")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await expect(held("nobody")).rejects.toMatchObject(invalid);
  const untitled = { Title: undefined, Description: "keep" };
  await expect(client.createLegalHold(untitled)).rejects.toMatchObject({
    name: "MissingParameterValueException",
  });
});

test("held points are listed in pages", async () => {
  const { client, hold, orders, weekly, disk } = account();
  const { LegalHoldId } = await hold();
  const found: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.listRecoveryPointsByLegalHold({ LegalHoldId, NextToken, MaxResults: 1 });
    found.push(...(page.RecoveryPoints?.map(point => point.RecoveryPointArn) ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(found).toEqual([orders, weekly, disk]);
  await expect(
    client.listRecoveryPointsByLegalHold({ LegalHoldId, NextToken: "no token" }),
  ).rejects.toMatchObject(invalid);
  await expect(client.listLegalHolds({ NextToken: "no token" })).rejects.toMatchObject(invalid);
});
