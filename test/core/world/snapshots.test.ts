import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { mockAws, type SnapshotDocument } from "aws-backup-mock";

const now = "2026-03-01T00:00:00Z";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const job = {
  BackupVaultName: "Default",
  ResourceArn: table,
  IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  Lifecycle: { DeleteAfterDays: 35 },
};

function account() {
  const aws = mockAws({ now, clock: "manual" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  const [backup, efs] = [aws.attach(new Backup()), aws.attach(new EFS())];
  return { aws, backup, efs };
}

test("a rollback undoes whatever was done since: things, time, and what was to come", async () => {
  const { aws, backup, efs } = account();
  await backup.startBackupJob(job);
  const { state } = aws;
  const snapshot = aws.snapshot();
  await backup.createBackupVault({ BackupVaultName: "nightly" });
  await efs.createFileSystem({});
  await aws.clock.advance("40 days");
  expect(aws.state.backup.recoveryPoints.size).toBe(0);
  aws.rollback(snapshot);
  expect(aws.state).toBe(state);
  expect(aws.clock.now()).toEqual(new Date(now));
  expect(aws.state.backup.vaults.has("nightly")).toBe(false);
  await aws.settle();
  expect(aws.state.backup.recoveryPoints.size).toBe(1);
  aws.rollback(snapshot);
  expect(aws.state.backup.recoveryPoints.size).toBe(0);
});

test("what happens after a rollback is what had happened before: the same ids and dates", async () => {
  const { aws, backup } = account();
  const snapshot = aws.snapshot();
  const tell = async () => {
    const { BackupJobId } = await backup.startBackupJob(job);
    await aws.clock.advance("1 hour");
    const { $metadata: _, ...described } = await backup.describeBackupJob({ BackupJobId });
    return { described, events: aws.events() };
  };
  const first = await tell();
  aws.rollback(snapshot);
  expect(await tell()).toEqual(first);
});

test("a file carries a world to another mock, which goes on with it as the first one would", async () => {
  const { aws, backup, efs } = account();
  await backup.startBackupJob(job);
  const { FileSystemId } = await efs.createFileSystem({ Backup: true });
  aws.hold(FileSystemId ?? "");
  await aws.in({ region: "eu-west-1" }).attach(new Backup()).createBackupVault({ BackupVaultName: "abroad" });
  await aws.clock.advance("15 s");
  const file = JSON.stringify(aws.snapshot());
  const other = mockAws({ clock: "manual", snapshot: JSON.parse(file) });
  other.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  expect(JSON.stringify(other.snapshot())).toBe(file);
  expect(other.clock.now()).toEqual(aws.clock.now());
  const passages = [await aws.clock.advance("40 days"), await other.clock.advance("40 days")];
  expect(passages[1]).toEqual(passages[0]);
  expect(passages[0]?.recoveryPoints).toMatchObject({ expired: 1 });
  expect(JSON.parse(JSON.stringify(other.snapshot()))).toEqual(JSON.parse(JSON.stringify(aws.snapshot())));
  expect(other.state.efs.fileSystems.get(FileSystemId ?? "")?.LifeCycleState).toBe("creating");
  expect(other.in({ region: "eu-west-1" }).state.backup.vaults.has("abroad")).toBe(true);
  other.reset();
  expect(JSON.stringify(other.snapshot())).toBe(file);
});

test("a world in a file is settled only when all is done that was under way", async () => {
  const { aws, backup } = account();
  await backup.startBackupJob(job);
  const other = mockAws({ clock: "manual", snapshot: JSON.parse(JSON.stringify(aws.snapshot())) });
  other.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  expect((await other.settle()).jobs).toEqual({ COMPLETED: 1 });
  expect((await other.settle()).steps).toBe(0);
});

test.each([undefined, null, 5, "text", {}, { format: "aws-backup-mock/0" }, [{ now: 0 }]])(
  "%p is no snapshot",
  snapshot => {
    const { aws } = account();
    const { state } = aws;
    expect(() => aws.rollback(snapshot as never)).toThrow(
      expect.objectContaining({
        code: "InvalidSnapshot",
        message: expect.stringContaining("pass what aws.snapshot() returned, or its parsed JSON"),
      }),
    );
    expect(aws.state).toBe(state);
  },
);

const vaultRow = [
  0,
  { BackupVaultName: "v", BackupVaultArn: "arn", VaultType: "BACKUP_VAULT", CreationDate: 0 },
];
const sound = { format: "aws-backup-mock/1", now: 0, ids: 0, order: 0, events: { count: 0, kept: [] } };
const here = "123456789012/us-east-1";
const tables = (vaults: unknown) => ({ [here]: { backup: { vaults } } });

test.each<[string, object, string]>([
  ["only a format", { format: "aws-backup-mock/1" }, "now is missing"],
  ["no number for a date", { ...sound, now: "2026-01-01" }, 'now is "2026-01-01"'],
  ["no count of ids", { ...sound, ids: -1 }, "ids is -1"],
  ["half a step", { ...sound, order: 0.5 }, "order is 0.5"],
  ["no events", { ...sound, events: undefined }, "events is missing"],
  ["events without a list", { ...sound, events: { count: 0 } }, "events.kept is missing"],
  ["an event that is none", { ...sound, events: { count: 1, kept: [null] } }, "events.kept[0] is null"],
  ["no places", sound, "places is missing"],
  ["a list of places", { ...sound, places: [] }, "places is []"],
  ["a place of no account", { ...sound, places: { nowhere: {} } }, "places.nowhere"],
  ["an empty place", { ...sound, places: { [here]: null } }, `places.${here} is null`],
  ["an unknown service", { ...sound, places: { [here]: { s3: {} } } }, `places.${here}.s3`],
  ["an unknown table", { ...sound, places: { [here]: { backup: { cellars: {} } } } }, "backup.cellars"],
  ["a table that is none", { ...sound, places: tables(7) }, "backup.vaults is 7"],
  ["a table without a number", { ...sound, places: tables({ rows: [] }) }, "backup.vaults.next is missing"],
  ["a table without rows", { ...sound, places: tables({ next: 1 }) }, "backup.vaults.rows is missing"],
  ["a row that is none", { ...sound, places: tables({ next: 1, rows: [5] }) }, "backup.vaults.rows[0] is 5"],
  ["a number too high", { ...sound, places: tables({ next: 0, rows: [vaultRow] }) }, "rows[0][0] is 0"],
  [
    "a number twice",
    { ...sound, places: tables({ next: 1, rows: [vaultRow, vaultRow] }) },
    "rows[1][0] is 0",
  ],
  ["no record", { ...sound, places: tables({ next: 1, rows: [[0, null]] }) }, "rows[0][1] is null"],
  ["a record without a name", { ...sound, places: tables({ next: 1, rows: [[0, {}]] }) }, "rows[0][1] is {}"],
])("a damaged snapshot, with %s, is refused, and what is wrong with it is said", (_, snapshot, message) => {
  const { aws } = account();
  const { state } = aws;
  const error = expect.objectContaining({
    code: "InvalidSnapshot",
    message: expect.stringContaining(message),
  });
  expect(() => aws.rollback(snapshot as SnapshotDocument)).toThrow(error);
  expect(() => mockAws({ snapshot: snapshot as SnapshotDocument })).toThrow(error);
  expect(aws.state).toBe(state);
});
