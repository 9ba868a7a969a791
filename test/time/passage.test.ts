import { account, accountId, orders, rule, tableArn } from "./support";

const stack = `arn:aws:cloudformation:us-east-1:${accountId}:stack/shop/5c9be0a0-0000-11f0-8b2e-0a0b0c0d0e0f`;
const idle = { steps: 0, events: 0, jobs: {}, recoveryPoints: {}, rules: {} };

test("a move to the present reports that nothing happened", async () => {
  const { aws } = account();
  const now = aws.clock.now();
  const nothing = { from: now, to: now, ...idle };
  expect(await aws.clock.advance(0)).toEqual(nothing);
  expect(await aws.clock.set(now)).toEqual(nothing);
  expect(await aws.settle()).toEqual(nothing);
});

test("advance, set and settle each report what happened, from when to when", async () => {
  const { aws, plan, start } = account();
  await plan([rule({ Lifecycle: { DeleteAfterDays: 1 } })]);
  expect(await aws.clock.advance({ days: 1, hours: 5 })).toMatchObject({
    from: new Date("2026-01-01T00:00:00Z"),
    to: new Date("2026-01-02T05:00:00Z"),
    jobs: { COMPLETED: 1 },
    recoveryPoints: { made: 1, expired: 1 },
  });
  expect(await aws.clock.set("2026-01-02T05:00:30Z")).toMatchObject({
    from: new Date("2026-01-02T05:00:00Z"),
    to: new Date("2026-01-02T05:00:30Z"),
    steps: 2,
    events: 4,
    jobs: { COMPLETED: 1 },
    recoveryPoints: { made: 1 },
  });
  aws.nextJob().fails("no space left", { state: "EXPIRED" });
  await start();
  expect(await aws.settle()).toMatchObject({
    to: new Date("2026-01-02T05:01:00Z"),
    jobs: { EXPIRED: 1 },
    recoveryPoints: {},
  });
});

test("settle waits for work in progress, not for plans and expiries", async () => {
  const { aws, plan, start } = account();
  await plan([rule({ Lifecycle: { DeleteAfterDays: 1 } })]);
  await start();
  expect((await aws.settle()).to).toEqual(new Date("2026-01-01T00:00:30Z"));
  expect(await aws.settle()).toMatchObject(idle);
});

test("settle does not wait for a held job, nor for the jobs that wait for that job", async () => {
  const { aws, plan, start, job } = account();
  const held = await start();
  await aws.clock.advance("10 s");
  aws.hold(held);
  await plan([rule({ ScheduleExpression: "cron(0 0/6 ? * * *)", StartWindowMinutes: 480 })]);
  await aws.clock.advance("12 hours");

  expect((await aws.settle()).to).toEqual(new Date("2026-01-01T12:00:10Z"));
  expect((await job(held)).State).toBe("RUNNING");
  aws.release(held);
  expect((await job(held)).State).toBe("COMPLETED");
  expect(await aws.clock.advance("1 hour")).toMatchObject({ jobs: { COMPLETED: 2 } });
});

test("work of several places is reported together", async () => {
  const { aws, start } = account();
  await start();
  const BackupVaultName = "Default";
  const ResourceArn = orders.replace("us-east-1", "eu-west-1");
  aws.in({ region: "eu-west-1" }).seed({
    resources: [{ arn: ResourceArn }],
    backup: { recoveryPoints: [{ BackupVaultName, ResourceArn, Lifecycle: { DeleteAfterDays: 3 } }] },
  });
  expect(await aws.clock.advance("4 days")).toMatchObject({
    jobs: { COMPLETED: 1 },
    recoveryPoints: { made: 1, expired: 1 },
  });
});

test("a composite point that loses a member is not counted as made again", async () => {
  const [one, two] = [tableArn("one"), tableArn("two")];
  const { aws, backup, start, points } = account(
    {},
    {
      backup: { vaults: [{ BackupVaultName: "nightly" }] },
      resources: [{ arn: one }, { arn: two }, { arn: stack, members: [one, two] }],
    },
  );
  await start(stack);
  expect((await aws.settle()).recoveryPoints).toEqual({ made: 3 });
  const member = (await points()).find(({ ResourceArn }) => ResourceArn === one);
  await backup.updateRecoveryPointLifecycle({
    BackupVaultName: "nightly",
    RecoveryPointArn: member?.RecoveryPointArn,
    Lifecycle: { DeleteAfterDays: 1 },
  });
  expect(await aws.clock.advance("2 days")).toMatchObject({ recoveryPoints: { expired: 1 } });
  expect((await aws.clock.advance("1 day")).recoveryPoints).toEqual({});
  expect((await points()).find(({ IsParent }) => IsParent)?.Status).toBe("PARTIAL");
});

test.each(["1 fortnight", "", -1, Number.NaN, { moons: 1 }, { days: "1" }])(
  "an invalid duration such as %j rejects, and time does not move",
  async duration => {
    const { aws } = account();
    const { state } = aws;
    await expect(aws.clock.advance(duration as string)).rejects.toMatchObject({ code: "InvalidOption" });
    await expect(aws.clock.set("the day after tomorrow")).rejects.toMatchObject({ code: "InvalidOption" });
    expect(aws.state).toBe(state);
  },
);

test("a long move can make room for others: they see the world between two steps, and no time passes by that", async () => {
  const { aws, start, job } = account({ clock: "auto" });
  // With a listener, each instant is a batch.
  aws.onEvent(() => {});
  const id = await start();
  const seen: unknown[] = [];
  await aws.clock.advance("1 hour", {
    between: async steps => {
      const before = aws.clock.now();
      await job(id);
      const { State } = await job(id);
      expect(aws.clock.now()).toEqual(before);
      seen.push([steps, State]);
    },
  });
  expect(seen).toEqual([
    [1, "RUNNING"],
    [2, "COMPLETED"],
    [2, "COMPLETED"],
  ]);
});

test("a move ends where it is when it is told to", async () => {
  const { aws, start } = account();
  aws.onEvent(() => {});
  await start();
  const enough = new Error("enough");
  const moving = aws.clock.advance("1 hour", {
    between: () => {
      throw enough;
    },
  });
  await expect(moving).rejects.toBe(enough);
  expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:10Z"));
  expect(await aws.clock.advance("1 hour")).toMatchObject({ jobs: { COMPLETED: 1 } });
});
