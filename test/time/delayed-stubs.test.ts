import { CreateBackupVaultCommand, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import type { MockOptions } from "aws-backup-mock";
import { account } from "./support";

const start = Date.parse("2026-01-01T00:00:00Z");

/** An account whose vaults take this many milliseconds to create, by their name. */
function slowVaults(options: MockOptions, delays: Readonly<Record<string, number>>) {
  const made = account(options);
  for (const [BackupVaultName, delay] of Object.entries(delays)) {
    made.aws
      .on(CreateBackupVaultCommand, { BackupVaultName })
      .callsFake((_, proceed) => proceed())
      .delays(delay);
  }
  const create = async (BackupVaultName: string) =>
    ((await made.backup.createBackupVault({ BackupVaultName })).CreationDate?.getTime() ?? 0) - start;
  return { ...made, create };
}

const delays = { slow: 30_000, quick: 10_000, middle: 20_000 };

test.each(["auto", "manual"] as const)(
  "with the %s clock, they answer at their time, in order, with that time in what they store",
  async clock => {
    const { aws, create } = slowVaults({ clock }, delays);
    const order: string[] = [];
    const created = Object.keys(delays).map(async name => {
      const at = await create(name);
      order.push(name);
      return at;
    });
    if (clock === "manual") await aws.clock.advance("1 hour");
    expect(await Promise.all(created)).toEqual([30_000, 10_000, 20_000]);
    expect(order).toEqual(["quick", "middle", "slow"]);
  },
);

test("they answer between the steps of the account that come before and after", async () => {
  const { aws, backup, start: startJob, job } = account();
  const id = await startJob();
  aws
    .on(ListBackupVaultsCommand)
    .callsFake(async () => ({ NextToken: String((await job(id)).State) }))
    .delays(15_000);
  const listed = backup.listBackupVaults();
  await aws.clock.advance("1 hour");
  expect((await listed).NextToken).toBe("RUNNING");
});

test("a program goes on at the time of its answer, before time moves on", async () => {
  const { aws, create } = slowVaults({}, delays);
  const program = (async () => [await create("quick"), await create("middle"), await create("slow")])();
  await aws.clock.advance("1 hour");
  expect(await program).toEqual([10_000, 30_000, 60_000]);
});

test("settle waits for them, and next stops at them", async () => {
  const { aws, create } = slowVaults({}, delays);
  const quick = create("quick");
  const slow = create("slow");
  expect((await aws.clock.next()).to).toEqual(new Date(start + 10_000));
  expect(await quick).toBe(10_000);
  expect((await aws.settle()).to).toEqual(new Date(start + 30_000));
  expect(await slow).toBe(30_000);
});

test("after a rollback they still answer at their time", async () => {
  const { aws, create } = slowVaults({}, delays);
  const before = aws.snapshot();
  const vault = create("slow");
  await aws.clock.advance("20 s");
  aws.rollback(before);
  await aws.clock.advance("20 s");
  expect(aws.state.backup.vaults.has("slow")).toBe(false);
  await aws.clock.advance("20 s");
  expect(await vault).toBe(30_000);
  expect(aws.state.backup.vaults.has("slow")).toBe(true);
});

test("after a rollback to a later time they answer with the next move or call", async () => {
  const { aws, create } = slowVaults({}, delays);
  const before = aws.snapshot();
  await aws.clock.advance("1 hour");
  const later = aws.snapshot();
  aws.rollback(before);
  const vault = create("quick");
  await aws.clock.advance("1 s");
  aws.rollback(later);
  await aws.settle();
  expect(await vault).toBe(3_600_000);
});

test("a reset ends them with an error, and nothing is stored", async () => {
  const { aws, create } = slowVaults({}, delays);
  const vault = create("slow");
  vault.catch(() => {});
  await aws.clock.advance("1 s");
  aws.reset();
  await expect(vault).rejects.toMatchObject({
    code: "ResetMeanwhile",
    message: expect.stringMatching(/^Cannot answer CreateBackupVaultCommand: the mock was reset/),
  });
  await aws.clock.advance("1 hour");
  expect(aws.state.backup.vaults.has("slow")).toBe(false);
});

test("one beyond the range of dates is refused, and time does not move", async () => {
  for (const clock of ["auto", "manual"] as const) {
    const { aws, create } = slowVaults({ clock }, { never: Number.MAX_SAFE_INTEGER });
    await expect(create("never")).rejects.toMatchObject({ code: "ClockCannotMove" });
    expect(aws.clock.now().getTime()).toBe(start);
  }
});

describe("in a listener", () => {
  test("the move goes on while the listener waits, and the listener goes on at its time", async () => {
    const { aws, create, start: startJob } = slowVaults({}, { slow: 60_000 });
    const seen: number[] = [];
    aws.onEvent(async ({ detail }) => {
      if (detail["state"] === "RUNNING") seen.push(await create("slow"));
    });
    await startJob();
    expect((await aws.clock.advance("30 s")).jobs).toEqual({ COMPLETED: 1 });
    expect(seen).toEqual([]);
    await aws.clock.advance("1 hour");
    expect(seen).toEqual([70_000]);
  });

  test("of a call outside of any move", async () => {
    const { aws, create, start: startJob } = slowVaults({}, { slow: 60_000 });
    const seen: number[] = [];
    aws.onEvent(async ({ detail }) => {
      if (detail["state"] === "CREATED" && detail["backupJobId"]) seen.push(await create("slow"));
    });
    await startJob();
    await aws.settle();
    expect(seen).toEqual([60_000]);
  });

  test("its error afterwards still makes the move fail", async () => {
    const { aws, create, start: startJob } = slowVaults({}, { slow: 60_000 });
    aws.onEvent(async ({ detail }) => {
      if (detail["state"] !== "RUNNING") return;
      await create("slow");
      throw new Error("out of memory");
    });
    await startJob();
    await expect(aws.clock.advance("1 hour")).rejects.toThrow("out of memory");
  });
});

describe('with clock: "system"', () => {
  beforeEach(() => jest.useFakeTimers({ now: start }));
  afterEach(() => jest.useRealTimers());

  test("they answer when fake timers get there", async () => {
    const { create } = slowVaults({ clock: "system" }, delays);
    const order: string[] = [];
    const created = Object.keys(delays).map(async name => {
      const at = await create(name);
      order.push(name);
      return at;
    });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(order).toEqual(["quick"]);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await Promise.all(created)).toEqual([30_000, 10_000, 20_000]);
  });

  test("also after longer than timers can wait", async () => {
    const delay = 40 * 86_400_000;
    const { create } = slowVaults({ clock: "system" }, { slow: delay });
    const vault = create("slow");
    await jest.advanceTimersByTimeAsync(delay);
    expect(await vault).toBe(delay);
  });

  test("or when the test moves the clock ahead", async () => {
    const { aws, create } = slowVaults({ clock: "system" }, delays);
    const vault = create("slow");
    await aws.clock.advance("1 hour");
    expect(await vault).toBe(30_000);
  });
});
