import { type MockAws, MockError, mockAws } from "aws-backup-mock";
import { accountWith, addPlan, daily, gib, rule, table, vaultArn, volume } from "./account";

const weekly = rule("weekly", "cron(0 5 ? * 1 *)", 90);

describe("the runs", () => {
  test("each says when it is, for which resource, and what it makes", async () => {
    const aws = await accountWith([{ arn: table }], [daily]);
    const { runs, from, to } = await aws.forecast({ for: "40 days" });
    expect([from, to]).toEqual(["2026-01-01T00:00:00.000Z", "2026-02-10T00:00:00.000Z"]);
    expect(runs).toHaveLength(40);
    expect(runs[0]).toEqual({
      at: "2026-01-01T05:00:00.000Z",
      plan: "plan",
      rule: "daily",
      resourceArn: table,
      outcome: "COMPLETED",
      message: undefined,
      backupSizeInBytes: gib,
      bytesTransferred: gib,
      point: {
        recoveryPointArn: expect.stringContaining(":recovery-point:"),
        backupVaultArn: vaultArn("Default"),
        backupSizeInBytes: gib,
        coldAt: undefined,
        expiresAt: "2026-02-05T05:00:00.000Z",
        removedAt: "2026-02-05T05:00:00.000Z",
      },
      copies: [],
    });
  });

  test("a displaced one says by which rule", async () => {
    const aws = await accountWith([{ arn: table }], [daily, weekly]);
    const { runs } = await aws.forecast({ for: "7 days" });
    const sunday = runs.filter(({ at }) => at.startsWith("2026-01-04"));
    expect(sunday.map(({ rule: name, outcome, message }) => [name, outcome, message])).toEqual([
      ["daily", "DISPLACED", "displaced by weekly"],
      ["weekly", "COMPLETED", undefined],
    ]);
  });

  test("one without a resource is listed too", async () => {
    const aws = await accountWith([], [daily]);
    const { runs, problems } = await aws.forecast({ for: "2 days" });
    expect(runs.map(({ at, rule: name, outcome }) => [at, name, outcome])).toEqual([
      ["2026-01-01T05:00:00.000Z", "daily", "NO_RESOURCE"],
      ["2026-01-02T05:00:00.000Z", "daily", "NO_RESOURCE"],
    ]);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "RunWithoutResource", plan: "plan", rule: "daily", count: 2 }),
    );
  });

  test("copies have their place", async () => {
    const copies = vaultArn("copies").replace("us-east-1", "eu-west-1");
    const copied = rule("copied", "cron(0 5 ? * * *)", 35, {
      CopyActions: [{ DestinationBackupVaultArn: copies }],
    });
    const aws = await accountWith([{ arn: volume() }], [copied]);
    const missing = await aws.forecast({ for: "1 day" });
    expect(missing.runs[0]?.copies).toEqual([
      { destinationBackupVaultArn: copies, outcome: "FAILED", message: expect.any(String), point: undefined },
    ]);
    expect(missing.problems.map(({ code }) => code)).toEqual(["CopyVaultMissing", "CopyFails"]);
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
    const { runs, holdings, problems } = await aws.forecast({ for: "1 day" });
    expect(runs[0]?.copies[0]?.point?.backupVaultArn).toBe(copies);
    expect(holdings.vaults.map(({ of, end }) => [of, end.points])).toEqual([
      [copies, 1],
      [vaultArn("Default"), 1],
    ]);
    expect(problems).toEqual([]);
  });

  test("a job that a test makes fail fails in the forecast, and still in the account", async () => {
    const aws = await accountWith([{ arn: table }], [daily]);
    aws.nextJob({ resourceArn: table }).fails("no space left");
    const expected = [
      ["FAILED", "no space left"],
      ["COMPLETED", undefined],
    ];
    for (const _ of [1, 2]) {
      const { runs } = await aws.forecast({ for: "2 days" });
      expect(runs.map(({ outcome, message }) => [outcome, message])).toEqual(expected);
    }
    expect(aws.pending()).toHaveLength(1);
    const { jobs } = await aws.clock.advance("2 days");
    expect(jobs).toEqual({ FAILED: 1, COMPLETED: 1 });
  });
});

describe("the account", () => {
  test("does not move, and nobody hears of it", async () => {
    const aws = await accountWith([{ arn: table }], [daily]);
    const heard: unknown[] = [];
    aws.onEvent(event => heard.push(event));
    const before = { state: aws.state, calls: aws.calls().length, events: aws.events().length };
    await aws.forecast({ for: "400 days" });
    expect(aws.state).toBe(before.state);
    expect([aws.calls().length, aws.events().length, heard]).toEqual([before.calls, before.events, []]);
  });

  test("may move on meanwhile: the forecast is of the moment of the call", async () => {
    const aws = await accountWith([{ arn: table }], [daily]);
    const asked = aws.forecast({ for: "10 days" });
    aws.seed({ resources: [{ arn: volume() }] });
    await aws.clock.advance("3 days");
    expect((await asked).from).toBe("2026-01-01T00:00:00.000Z");
    expect((await asked).runs).toHaveLength(10);
  });

  test("cannot be changed by a duration function that a forecast calls", async () => {
    let aws: MockAws | undefined;
    const backupJob = () => {
      aws?.seed({ resources: [{ arn: volume() }] });
      return "1 minute";
    };
    aws = await accountWith([{ arn: table }], [daily], { options: { durations: { backupJob } } });
    await expect(aws.forecast({ for: "1 day" })).rejects.toMatchObject({ code: "NestedChange" });
    expect(aws.state.backup.resources.has(volume())).toBe(false);
    aws.seed({ resources: [{ arn: volume(1) }] });
  });

  test("takes part with resources that only the forecast has", async () => {
    const aws = await accountWith([{ arn: table }], [daily]);
    const { runs } = await aws.forecast({ for: "1 day", resources: [{ arn: volume() }] });
    expect(runs.map(({ resourceArn }) => resourceArn)).toEqual([table, volume()]);
    expect(aws.state.backup.resources.has(volume())).toBe(false);
  });
});

describe("the holdings", () => {
  test("are steps: what each vault and rule keeps from a moment on", async () => {
    const cold = rule("cold", "cron(0 5 1 * ? *)", 120, {
      Lifecycle: { MoveToColdStorageAfterDays: 8, DeleteAfterDays: 120 },
    });
    const aws = await accountWith([{ arn: table }], [cold]);
    const { holdings } = await aws.forecast({ for: "150 days" });
    const [ofRule] = holdings.rules;
    expect(ofRule?.of).toBe("plan / cold");
    expect(ofRule?.steps.slice(0, 3).map(({ at, ...level }) => [at.slice(0, 10), level])).toEqual([
      ["2026-01-01", { points: 0, warm: 0, cold: 0, gib: 0 }],
      ["2026-01-01", { points: 1, warm: 1, cold: 0, gib: 1 }],
      ["2026-01-09", { points: 1, warm: 0, cold: 1, gib: 1 }],
    ]);
    expect(ofRule).toMatchObject({
      now: { points: 0 },
      lowest: { points: 0, warm: 0, cold: 0, gib: 0 },
      // The fifth one is made just after the first one expires.
      highest: { points: 4, warm: 1, cold: 4, gib: 4 },
      end: { points: 4, warm: 0, cold: 4, gib: 4 },
    });
  });

  test("incremental backups store what has changed and grown, and the oldest one all", async () => {
    const grown = { arn: volume(), sizeInBytes: 100 * gib, growth: "1 GiB/day", dailyChange: 0.1 };
    const aws = await accountWith([grown], [rule("daily", "cron(0 5 ? * * *)", 2)]);
    const { holdings, runs } = await aws.forecast({ for: "3 days" });
    // Sizes at 05:00 and the seconds that the job takes: about 100.2, 101.2 and 102.2 GiB.
    const sizes = runs.map(({ backupSizeInBytes = 0 }) => backupSizeInBytes / gib);
    const [first = 0, second = 0, third = 0] = sizes;
    expect(second - first).toBeCloseTo(1, 6);
    const [ofVault] = holdings.vaults;
    const gibs = ofVault?.steps.map(step => step.gib) ?? [];
    expect(gibs[1]).toBeCloseTo(first, 5);
    expect(gibs[2]).toBeCloseTo(first + 1 + first * 0.1, 5);
    // On the third day the first point expires: the second one keeps all of its size.
    expect(ofVault?.end.gib).toBeCloseTo(second + 1 + second * 0.1, 5);
    expect(third - second).toBeCloseTo(1, 6);
    expect(runs[1]?.bytesTransferred).toBe(Math.round((1 + first * 0.1) * gib));
  });
});

describe("the protection", () => {
  test("the longest gap is the recovery point objective in fact", async () => {
    const aws = await accountWith([{ arn: table }], [rule("workdays", "cron(0 5 ? * MON-FRI *)", 35)]);
    const { protection, problems } = await aws.forecast({ for: "30 days" });
    expect(protection).toMatchObject([
      { resourceArn: table, plans: ["plan"], longestGapInDays: 3, pointsAtEnd: 22 },
    ]);
    expect(problems).toEqual([]);
  });

  test("a resource with no backup at all is found", async () => {
    const aws = mockAws();
    aws.seed({
      backup: { vaults: [{ BackupVaultName: "Default" }] },
      resources: [{ arn: table }, { arn: volume() }],
    });
    await addPlan(aws, "tables", [daily], [table]);
    const { protection, problems } = await aws.forecast({ for: "30 days" });
    expect(
      protection.map(({ resourceArn, plans, daysWithoutPoint }) => [resourceArn, plans, daysWithoutPoint]),
    ).toEqual([
      [table, ["tables"], 0.209],
      [volume(), [], 30],
    ]);
    expect(problems).toContainEqual({
      code: "NotSelected",
      resourceArn: volume(),
      message: "No plan selects it, and it has no backup.",
    });
  });

  test("time between backups that expire too early is counted", async () => {
    const aws = await accountWith([{ arn: table }], [rule("weekly", "cron(0 5 ? * 1 *)", 5)]);
    const { protection, problems } = await aws.forecast({ for: "28 days" });
    expect(problems.map(({ code }) => code)).toEqual(["RetentionGap", "TimeWithoutPoint"]);
    expect(protection[0]?.daysWithoutPoint).toBeCloseTo(3.2 + 3 * 2, 0);
    expect(protection[0]?.longestGapInDays).toBe(7);
  });
});

describe("a mistake in the options", () => {
  test.each([
    [{}, "for is missing"],
    [{ for: "a year" }, "is not a duration"],
    [{ for: "1 day", prises: {} }, "prices"],
    [
      { for: "1 day", prices: { region: "us-east-1", currency: "USD", types: { EBS: { warm: 1 } } } },
      "warmStorage",
    ],
    [
      { for: "1 day", prices: { region: "us-east-1", currency: "USD", types: { EBS: { warmStorage: -1 } } } },
      "-1",
    ],
    [{ for: "1 day", prices: [], resources: [{ arn: volume(), growth: "much" }] }, "is not a rate"],
  ])("%j is refused in one sentence", async (options, part) => {
    const aws = await accountWith([], [daily]);
    const refused = aws.forecast(options as never).catch((thrown: unknown) => thrown);
    expect(await refused).toBeInstanceOf(MockError);
    expect(await refused).toMatchObject({ message: expect.stringContaining(part) });
  });
});
