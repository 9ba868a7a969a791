import { type MockAws, MockError } from "aws-backup-mock";
import { account, orders } from "./support";

const nested = expect.objectContaining({ code: "NestedChange" });

/** An account whose jobs take as long as a function says that may use the account. */
function story(duration: (made: ReturnType<typeof account>) => number, clock: "auto" | "manual" = "manual") {
  const made: ReturnType<typeof account> = account({
    clock,
    durations: { backupJobStart: () => duration(made) },
  });
  return made;
}

describe("a duration function that calls the mock", () => {
  test.each(["auto", "manual"] as const)(
    "reads the account as it was before, with the %s clock",
    async clock => {
      const seen: unknown[] = [];
      const reads: Promise<unknown>[] = [];
      const { start, jobs } = story(({ aws, jobs: list }) => {
        seen.push(aws.state.backup.backupJobs.size, aws.clock.now());
        reads.push(list(), list());
        return 10_000;
      }, clock);
      await start();
      await start();
      expect(seen).toEqual([0, new Date("2026-01-01T00:00:00Z"), 1, new Date("2026-01-01T00:00:00Z")]);
      expect(await Promise.all(reads)).toMatchObject([[], [], [{}], [{}]]);
      expect(await jobs()).toMatchObject([{ State: "CREATED" }, { State: "CREATED" }]);
    },
  );

  test("cannot write by a call: the call is refused, and its job is made", async () => {
    const writes: Promise<unknown>[] = [];
    const { aws, start, job } = story(({ backup }) => {
      writes.push(backup.createBackupVault({ BackupVaultName: "other" }).catch(error => error));
      return 0;
    });
    const id = await start();
    expect(await Promise.all(writes)).toEqual([nested]);
    expect(aws.state.backup.vaults.has("other")).toBe(false);
    await aws.settle();
    expect((await job(id)).State).toBe("COMPLETED");
  });

  const writes: readonly [string, (aws: MockAws) => unknown][] = [
    ["seed", aws => aws.seed({ resources: [{ arn: orders.replace("orders", "carts") }] })],
    ["nextJob", aws => aws.nextJob().fails("no space left")],
    ["reset", aws => aws.reset()],
    ["rollback", aws => aws.rollback(aws.snapshot())],
  ];
  test.each(writes)("cannot write by %s: the job is refused, and nothing has changed", async (_, write) => {
    const { aws, start, jobs } = story(made => {
      write(made.aws);
      return 0;
    });
    const { state } = aws;
    await expect(start()).rejects.toEqual(nested);
    expect(aws.state).toBe(state);
    expect(await jobs()).toEqual([]);
  });

  test("cannot move time", async () => {
    const moves: Promise<unknown>[] = [];
    const { aws, start } = story(made => {
      moves.push(made.aws.clock.advance("1 day"));
      return 10_000;
    });
    await start();
    await Promise.all(moves);
    // It was asked for during the call, and done after it.
    expect(aws.clock.now()).toEqual(new Date("2026-01-02T00:00:00Z"));
  });

  test("and asks for what it is asked for does not recurse", async () => {
    const errors: unknown[] = [];
    const { start, jobs } = story(made => {
      made.start().catch(error => errors.push(error));
      return 0;
    });
    await start();
    expect(errors).toEqual([nested]);
    expect(await jobs()).toHaveLength(1);
  });

  test("while time moves, reads as well", async () => {
    let asked = 0;
    const made: ReturnType<typeof account> = account({
      durations: {
        backupJob: () => {
          asked += made.aws.state.backup.backupJobs.size;
          return 1_000;
        },
      },
    });
    await made.start();
    await made.aws.settle();
    expect(asked).toBe(1);
  });
});

describe("a listener that calls the mock", () => {
  test("reads the account as it was at the event, and writes to it", async () => {
    const { aws, backup, start, jobs } = account({ clock: "auto" });
    const seen: Promise<unknown>[] = [];
    aws.onEvent(({ detail }) => {
      if (detail["state"] !== "CREATED" || !detail["backupJobId"]) return;
      seen.push(jobs().then(list => list.map(({ State }) => State)));
      seen.push(backup.createBackupVault({ BackupVaultName: "other" }));
    });
    await start();
    expect(await Promise.all(seen)).toEqual([
      ["CREATED"],
      expect.objectContaining({ BackupVaultName: "other" }),
    ]);
    expect(aws.state.backup.vaults.has("other")).toBe(true);
  });
});

describe("listeners that answer each other for ever", () => {
  /** Each event of a new vault makes more vaults, by calls that are awaited or not. */
  function vaultsWithoutEnd(fanOut: number, tick: () => Promise<void> | undefined) {
    const made = account({ quotas: { vaults: Number.POSITIVE_INFINITY } });
    let vaults = 0;
    const stop = made.aws.onEvent(event => {
      if (event["detail-type"] !== "Backup Vault State Change") return;
      const create = () =>
        Promise.all(
          Array.from({ length: fanOut }, () =>
            made.backup.createBackupVault({ BackupVaultName: `v${++vaults}` }),
          ),
        );
      const wait = tick();
      return wait ? wait.then(create) : create();
    });
    return { ...made, stop, count: () => vaults };
  }

  const cases: readonly [string, number, () => Promise<void> | undefined][] = [
    ["one by one, at once", 1, () => undefined],
    ["one by one, after a moment", 1, () => Promise.resolve()],
    ["one by one, after other tasks", 1, () => new Promise(resolve => setImmediate(resolve))],
    ["more and more, at once", 2, () => undefined],
    ["more and more, after a moment", 2, () => Promise.resolve()],
  ];
  test.each(cases)("%s, are given up within bounds", async (_, fanOut, tick) => {
    const { aws, backup, stop, count } = vaultsWithoutEnd(fanOut, tick);
    const moving = (async () => {
      await backup.createBackupVault({ BackupVaultName: "first" });
      await aws.settle();
    })();
    const error = await moving.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MockError);
    expect(error).toMatchObject({ code: "NeverSettles" });
    expect(count()).toBeLessThan(200_000);
    stop();
    const total = count();
    await new Promise(resolve => setImmediate(resolve));
    expect(count() - total).toBeLessThan(3);
    // The mock works as before.
    expect(await aws.clock.advance("1 day")).toMatchObject({ events: 0 });
  });
});

test("all events of one instant are delivered, however many", async () => {
  const points = Array.from({ length: 5_000 }, () => ({
    BackupVaultName: "nightly",
    ResourceArn: orders,
    Lifecycle: { DeleteAfterDays: 1 },
  }));
  const { aws } = account(
    {},
    {
      backup: { vaults: [{ BackupVaultName: "nightly" }], recoveryPoints: points },
      resources: [{ arn: orders }],
    },
  );
  let received = 0;
  let finished = 0;
  aws.onEvent(async () => {
    received++;
    await Promise.resolve();
    finished++;
  });
  const { events, recoveryPoints } = await aws.clock.advance("2 days");
  expect(recoveryPoints).toEqual({ expired: points.length });
  expect(events).toBeGreaterThanOrEqual(points.length);
  expect([received, finished]).toEqual([events, events]);
});
