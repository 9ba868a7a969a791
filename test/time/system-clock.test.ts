import { account, rule } from "./support";

const noon = new Date("2028-02-29T12:00:00Z");

beforeEach(() => jest.useFakeTimers({ now: noon }));
afterEach(() => jest.useRealTimers());

test("the mock's time follows Date.now()", async () => {
  const { aws, backup } = account({ clock: "system" });
  expect(aws.clock.now()).toEqual(noon);
  jest.advanceTimersByTime(90_000);
  expect(aws.clock.now()).toEqual(new Date("2028-02-29T12:01:30Z"));
  jest.setSystemTime(new Date("2028-03-01T00:00:00Z"));
  const { CreationDate } = await backup.createBackupVault({ BackupVaultName: "weekly" });
  expect(CreationDate).toEqual(new Date("2028-03-01T00:00:00Z"));
});

test("a plan makes its backups while fake timers move on", async () => {
  const { plan, points } = account({ clock: "system" });
  await plan([rule({ Lifecycle: { DeleteAfterDays: 2 } })]);
  jest.setSystemTime(new Date("2028-03-04T06:00:00Z"));
  expect((await points()).map(({ CreationDate }) => CreationDate)).toEqual([
    new Date("2028-03-03T05:00:00Z"),
    new Date("2028-03-04T05:00:00Z"),
  ]);
});

test("advance, set and settle move it ahead; from there it follows Date.now()", async () => {
  const { aws, start, job } = account({ clock: "system" });
  const first = await start();
  expect(await aws.settle()).toMatchObject({ from: noon, to: new Date("2028-02-29T12:00:30Z") });
  expect((await job(first)).State).toBe("COMPLETED");
  const second = await start();
  jest.advanceTimersByTime(10_000);
  expect((await job(second)).State).toBe("RUNNING");
  jest.advanceTimersByTime(20_000);
  expect((await job(second)).State).toBe("COMPLETED");
  expect(await aws.clock.advance("1 day")).toMatchObject({ from: new Date("2028-02-29T12:01:00Z") });
  await aws.clock.set("2028-04-01T00:00:00Z");
  jest.advanceTimersByTime(5_000);
  expect(aws.clock.now()).toEqual(new Date("2028-04-01T00:00:05Z"));
});

test("when the date is set back, it does not go back, and goes on from where it is", async () => {
  const { aws, start, job } = account({ clock: "system" });
  const id = await start();
  jest.setSystemTime(new Date("2020-01-01T00:00:00Z"));
  expect(aws.clock.now()).toEqual(noon);
  jest.advanceTimersByTime(30_000);
  expect(await job(id)).toMatchObject({
    State: "COMPLETED",
    CompletionDate: new Date("2028-02-29T12:00:30Z"),
  });
});

test("fake timers that come and go are no passage of time", () => {
  jest.useRealTimers();
  const { aws } = account({ clock: "system" });
  const before = aws.clock.now().getTime();
  jest.useFakeTimers({ now: new Date("2020-01-01T00:00:00Z") });
  expect(aws.clock.now().getTime()).toBeGreaterThanOrEqual(before);
  jest.advanceTimersByTime(3_600_000);
  expect(aws.clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
  jest.useRealTimers();
  expect(aws.clock.now().getTime() - before).toBeLessThan(3_700_000);
});

test("after a reset it starts at the present, as a new mock does", async () => {
  const { aws, backup } = account({ clock: "system" });
  jest.setSystemTime(new Date("2020-01-01T00:00:00Z"));
  aws.reset();
  expect(aws.clock.now()).toEqual(new Date("2020-01-01T00:00:00Z"));
  const { CreationDate } = await backup.createBackupVault({ BackupVaultName: "new" });
  expect(CreationDate).toEqual(new Date("2020-01-01T00:00:00Z"));
});

test("with a start in the future, it continues from there", () => {
  const { aws } = account({ clock: "system", now: "2030-01-01T00:00:00Z" });
  jest.advanceTimersByTime(60_000);
  expect(aws.clock.now()).toEqual(new Date("2030-01-01T00:01:00Z"));
});

test("after a rollback from an advanced time, it continues from the snapshot", async () => {
  const { aws, plan, points } = account({ clock: "system" });
  await plan([rule()]);
  const before = aws.snapshot();
  await aws.clock.advance("3 days");
  expect(await points()).toHaveLength(3);
  aws.rollback(before);
  expect([aws.clock.now(), await points()]).toEqual([noon, []]);
  jest.advanceTimersByTime(86_400_000);
  expect(await points()).toHaveLength(1);
});

test("an outcome for the next job does not apply to a job that is already due", async () => {
  const { aws, plan, jobs } = account({ clock: "system" });
  await plan([rule()]);
  jest.setSystemTime(new Date("2028-03-01T05:00:00Z"));
  aws.nextJob().fails("no space left");
  jest.setSystemTime(new Date("2028-03-02T06:00:00Z"));
  expect((await jobs()).map(({ State }) => State)).toEqual(["FAILED", "COMPLETED"]);
});

test("a new listener does not receive past events", async () => {
  const { aws, start, job } = account({ clock: "system" });
  const id = await start();
  jest.advanceTimersByTime(10_000);
  const received: unknown[] = [];
  aws.onEvent(({ detail }) => received.push(detail["backupJobId"] && detail["state"]));
  jest.advanceTimersByTime(20_000);
  expect((await job(id)).State).toBe("COMPLETED");
  expect(received.filter(Boolean)).toEqual(["COMPLETED"]);
});

test("with an old snapshot, all overdue steps happen", async () => {
  const earlier = account({ now: "2028-02-01T00:00:00Z" });
  await earlier.plan([rule()]);
  await earlier.start();
  const { aws, points } = account({ clock: "system", snapshot: earlier.aws.snapshot() }, {});
  expect(aws.clock.now()).toEqual(noon);
  expect(await points()).toHaveLength(1 + 29);
});
