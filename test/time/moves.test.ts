import { account, orders, rule } from "./support";

const start = new Date("2026-01-01T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const seconds = 1_000;
const days = 86_400 * seconds;

describe("moves asked for at once are done one after another", () => {
  test.each([0, 2])("two days are two days, with %i listeners", async listeners => {
    const { aws, plan } = account();
    for (let i = 0; i < listeners; i++) aws.onEvent(() => Promise.resolve());
    await plan([rule()]);
    const passages = await Promise.all([
      aws.clock.advance("1 day"),
      aws.clock.advance("1 day"),
      aws.settle(),
    ]);
    expect(passages.map(({ from, to, jobs }) => [from, to, jobs])).toEqual([
      [start, later(days), { COMPLETED: 1 }],
      [later(days), later(2 * days), { COMPLETED: 1 }],
      [later(2 * days), later(2 * days), {}],
    ]);
  });

  test("one asked for while another one runs, and one right after", async () => {
    const { aws } = account();
    const first = aws.clock.advance("1 day");
    await Promise.resolve();
    const second = aws.clock.advance("1 day");
    await first;
    const third = aws.clock.advance("1 day");
    expect((await second).to).toEqual(later(2 * days));
    expect((await third).to).toEqual(later(3 * days));
  });

  test("a move that fails does not hinder the next one", async () => {
    const { aws } = account();
    const moves = [
      aws.clock.advance("1 day"),
      aws.clock.set("2025-01-01T00:00:00Z"),
      aws.clock.advance("1 day"),
    ];
    const results = await Promise.allSettled(moves);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(aws.clock.now()).toEqual(later(2 * days));
  });

  test("a listener that moves time itself does not wait for its turn", async () => {
    const { aws, start: startJob } = account();
    aws.onEvent(async ({ detail }) => {
      if (detail["state"] === "RUNNING") await aws.clock.advance("1 day");
    });
    await startJob();
    const [first, second] = await Promise.all([aws.clock.advance("1 hour"), aws.clock.advance("1 hour")]);
    expect(first.to).toEqual(later(10 * seconds + days));
    expect(second.to).toEqual(later(10 * seconds + days + 3_600 * seconds));
  });

  test("two listeners that move time at the same event do not wait for each other", async () => {
    const { aws, start: startJob } = account();
    for (const duration of ["1 hour", "2 hours"]) {
      aws.onEvent(async ({ detail }) => {
        if (detail["state"] === "RUNNING") await aws.clock.advance(duration);
      });
    }
    await startJob();
    await aws.settle();
    expect(aws.clock.now().getTime()).toBeGreaterThanOrEqual(later(7_210 * seconds).getTime());
  });

  test("a listener of a call's own event may settle", async () => {
    const { aws, start: startJob, job } = account();
    let settled = 0;
    aws.onEvent(async ({ detail }) => {
      if (detail["state"] !== "CREATED") return;
      await Promise.resolve();
      await aws.settle();
      settled++;
    });
    const id = await startJob();
    await aws.settle();
    expect([settled, (await job(id)).State]).toEqual([1, "COMPLETED"]);
  });

  test("what a move calls on its way may move time as well", async () => {
    const { aws, start: startJob } = account();
    await startJob();
    await aws.clock.advance("10 s", { between: () => aws.clock.advance("5 s") });
    expect(aws.clock.now()).toEqual(later(15 * seconds));
    let asked = 0;
    await aws.clock.until(async () => {
      await aws.clock.advance("1 s");
      return ++asked === 2;
    });
    expect(aws.clock.now()).toEqual(later(31 * seconds));
  });
});

describe("next", () => {
  test("moves to whatever comes next: a start, an end, an expiry", async () => {
    const { aws, start: startJob } = account();
    await startJob(orders, { Lifecycle: { DeleteAfterDays: 1 } });
    expect(await aws.clock.next()).toMatchObject({ from: start, to: later(10 * seconds), steps: 1 });
    expect(await aws.clock.next()).toMatchObject({ to: later(30 * seconds), jobs: { COMPLETED: 1 } });
    expect(await aws.clock.next()).toMatchObject({ to: later(days), recoveryPoints: { expired: 1 } });
  });

  test("moves nothing when nothing is to come", async () => {
    const { aws } = account();
    expect(await aws.clock.next()).toMatchObject({ from: start, to: start, steps: 0 });
  });
});

describe("until", () => {
  test("moves from change to change until a condition holds", async () => {
    const { aws, plan } = account();
    await plan([rule({ Lifecycle: { DeleteAfterDays: 2 } })]);
    const passage = await aws.clock.until(() => aws.state.backup.recoveryPoints.size === 2);
    expect(passage).toMatchObject({ from: start, jobs: { COMPLETED: 1 } });
    expect(aws.state.backup.recoveryPoints.size).toBe(2);
  });

  test("moves nothing when the condition holds already; it may be asynchronous", async () => {
    const { aws, start: startJob, job } = account();
    const id = await startJob();
    await aws.clock.until(() => aws.state.backup.backupJobs.size === 1);
    expect(aws.clock.now()).toEqual(start);
    await aws.clock.until(async () => (await job(id)).State === "RUNNING");
    expect(aws.clock.now()).toEqual(later(10 * seconds));
  });

  test("stops at an event, when it comes", async () => {
    const { aws, start: startJob } = account();
    aws.nextJob().fails("no space left");
    await startJob();
    await startJob();
    const failed = { event: "Backup Job State Change", detail: { state: "FAILED" } };
    await aws.clock.until(failed);
    expect(aws.clock.now()).toEqual(later(30 * seconds));
    const again = aws.clock.until(failed);
    await expect(again).rejects.toMatchObject({ code: "NeverSettles" });
  });

  test.each([
    ["no detail", { event: "Backup Job State Change" }, 10],
    ["part of the detail", { event: "Backup Job State Change", detail: { state: "COMPLETED" } }, 30],
    [
      "a matcher",
      { event: "Recovery Point State Change", detail: { status: expect.stringMatching(/^COMP/) } },
      30,
    ],
  ])("an event is recognized by its type and %s", async (_, condition, second) => {
    const { aws, start: startJob } = account();
    await startJob();
    await aws.clock.until(condition);
    expect(aws.clock.now()).toEqual(later(second * seconds));
  });

  test("gives up when nothing is to come, or not within the time given", async () => {
    const { aws, plan } = account();
    await expect(aws.clock.until(() => false)).rejects.toMatchObject({
      code: "NeverSettles",
      message: `Cannot wait for the condition: it does not hold at ${start.toISOString()} and nothing is to come; check the condition, or give a longer { within }.`,
    });
    await plan([rule()]);
    const soon = aws.clock.until(() => false, { within: "3 days" });
    await expect(soon).rejects.toMatchObject({
      code: "NeverSettles",
      message: expect.stringContaining("is after 2026-01-04T00:00:00.000Z"),
    });
    expect(aws.clock.now().getTime()).toBeLessThanOrEqual(later(3 * days).getTime());
  });

  test("an error of the condition ends the move where it is", async () => {
    const { aws, start: startJob } = account();
    await startJob();
    let asked = 0;
    const wrong = aws.clock.until(() => {
      if (++asked === 2) throw new Error("no such vault");
      return false;
    });
    await expect(wrong).rejects.toThrow("no such vault");
    expect(aws.clock.now()).toEqual(later(10 * seconds));
  });
});

test("the passage counts what happened before a listener resets the mock, and after", async () => {
  const { aws, plan } = account();
  await plan([rule()]);
  let resets = 0;
  aws.onEvent(({ detail }) => {
    if (detail["state"] === "COMPLETED" && detail["backupJobId"] && resets++ === 0) aws.reset();
  });
  const passage = await aws.clock.advance("3 days");
  expect(passage).toMatchObject({ jobs: { COMPLETED: 1 }, recoveryPoints: { made: 1 }, events: 5 });
  expect(aws.clock.now()).toEqual(passage.to);
});

test("a long move lets other tasks of the process run, such as a test's timeout", async () => {
  const { aws, plan } = account();
  await plan([rule({ ScheduleExpression: "cron(0 * ? * * *)" })]);
  let fired = false;
  setTimeout(() => {
    fired = true;
  }, 1);
  await aws.clock.advance("600 days");
  expect(fired).toBe(true);
});
