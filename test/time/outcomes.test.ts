import type { StartCopyJobCommandInput } from "@aws-sdk/client-backup";
import { mockAws, type NextJob } from "aws-backup-mock";
import { account, orders, role, rule, tableArn, vaultArn } from "./support";

const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";
const world = {
  resources: [{ arn: orders }, { arn: volume }],
  backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "offsite" }] },
};

/** A finished backup, with functions that copy and restore it and return the ended jobs. */
async function backedUp() {
  const story = account({}, world);
  const { aws, backup, start } = story;
  await start();
  await aws.settle();
  const [point] = await story.points();
  const common = { RecoveryPointArn: point?.RecoveryPointArn, IamRoleArn: role };
  const copy = async () => {
    const input: StartCopyJobCommandInput = {
      ...common,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("offsite"),
    };
    const { CopyJobId } = await backup.startCopyJob(input);
    await aws.settle();
    return (await backup.describeCopyJob({ CopyJobId })).CopyJob;
  };
  const restore = async () => {
    const { RestoreJobId } = await backup.startRestoreJob({
      ...common,
      Metadata: { targetTableName: "restored" },
    });
    await aws.settle();
    return backup.describeRestoreJob({ RestoreJobId });
  };
  return { ...story, copy, restore };
}

describe("the next job", () => {
  test.each(["FAILED", "PARTIAL", "ABORTED", "EXPIRED"] as const)(
    "ends in %s with the test's own message",
    async state => {
      const { aws, start, job, points } = account();
      aws.nextJob().fails("no space left", { state });
      const id = await start();
      await aws.settle();
      expect(await job(id)).toMatchObject({ State: state, StatusMessage: "no space left" });
      expect(await points()).toHaveLength(state === "PARTIAL" ? 1 : 0);
      const next = await start();
      await aws.settle();
      expect((await job(next)).State).toBe("COMPLETED");
    },
  );

  test("is matched by resource, resource type, job type and vault, and each outcome applies to one job", async () => {
    const { aws, start, job } = account({}, world);
    const endings = async (...resources: string[]) => {
      const ids = [];
      for (const resource of resources) ids.push(await start(resource));
      await aws.settle();
      return Promise.all(ids.map(async id => (await job(id)).StatusMessage));
    };
    aws.nextJob({ resourceArn: volume }).fails("by resource");
    aws.nextJob({ type: "DynamoDB" }).fails("by type");
    expect(await endings(orders, volume, orders, volume)).toEqual([
      "by type",
      "by resource",
      undefined,
      undefined,
    ]);
    aws.nextJob({ backupVaultName: "offsite" }).fails("by vault");
    aws.nextJob({ type: "restore" }).fails("by kind");
    expect(await endings(orders, volume)).toEqual([undefined, undefined]);
  });

  test("has the given duration, from start to end, and the given size", async () => {
    const { aws, start, job } = account();
    aws.nextJob().takes({ hours: 2, minutes: 30 }).transfers(0);
    const id = await start();
    await aws.settle();
    expect(await job(id)).toMatchObject({
      CompletionDate: new Date("2026-01-01T02:30:10Z"),
      BytesTransferred: 0,
      BackupSizeInBytes: 0,
    });
  });

  test("of a plan expires if it takes longer than its completion window", async () => {
    const { aws, plan, jobs } = account();
    await plan([rule({ StartWindowMinutes: 60, CompletionWindowMinutes: 120 })]);
    aws.nextJob({ type: "backup" }).takes("1 day");
    await aws.clock.set("2026-01-01T12:00:00Z");
    expect(await jobs()).toMatchObject([
      { State: "EXPIRED", CompletionDate: new Date("2026-01-01T07:00:00Z") },
    ]);
  });

  test("may be a copy or a restore, with their own final states", async () => {
    const { aws, copy, restore } = await backedUp();
    aws.nextJob({ type: "copy" }).fails("half of it", { state: "PARTIAL" });
    expect(await copy()).toMatchObject({ State: "PARTIAL", StatusMessage: "half of it" });
    aws.nextJob({ type: "copy" }).fails("Access denied by the key's policy");
    expect(await copy()).toMatchObject({ State: "FAILED", MessageCategory: "ACCESS_DENIED" });
    aws.nextJob({ type: "restore" }).fails("no such subnet", { state: "ABORTED" });
    expect(await restore()).toMatchObject({ Status: "ABORTED", StatusMessage: "no such subnet" });
  });

  test("is a backup if it is to expire: copies and restores cannot expire and do not use the outcome", async () => {
    const { aws, copy, restore, start, job } = await backedUp();
    aws.nextJob({ type: "DynamoDB" }).fails("too late", { state: "EXPIRED" });
    expect(await copy()).toMatchObject({ State: "COMPLETED" });
    expect(await restore()).toMatchObject({ Status: "COMPLETED" });
    const id = await start();
    await aws.settle();
    expect(await job(id)).toMatchObject({ State: "EXPIRED", StatusMessage: "too late" });
  });

  test("is one of the place where the outcome was set", async () => {
    const aws = mockAws({ clock: "manual" });
    const abroad = aws.in({ region: "eu-west-1" });
    abroad.nextJob().fails("abroad");
    expect(aws.pending()).toMatchObject([
      { request: 'aws.nextJob().fails("abroad", { state: "FAILED" })', region: "eu-west-1" },
    ]);
  });

  test("is part of snapshots: a rollback removes or restores the outcome", async () => {
    const { aws, start, job } = account();
    const before = aws.snapshot();
    aws.nextJob().fails("no space left");
    const after = aws.snapshot();
    const ending = async () => {
      const id = await start();
      await aws.settle();
      return (await job(id)).State;
    };
    expect(await ending()).toBe("FAILED");
    aws.rollback(before);
    expect(await ending()).toBe("COMPLETED");
    aws.rollback(JSON.parse(JSON.stringify(after)));
    expect(await ending()).toBe("FAILED");
  });

  const mistakes: [string, (aws: ReturnType<typeof mockAws>) => NextJob, RegExp][] = [
    [
      "an unknown type",
      aws => aws.nextJob({ type: "EFSS" }),
      /by type "EFSS": unknown kind of job or type of resource; did you mean "EFS"\?$/,
    ],
    [
      "a name for an ARN",
      aws => aws.nextJob({ resourceArn: "orders" }),
      /by resourceArn "orders": it is no ARN/,
    ],
    ["an ARN for a name", aws => aws.nextJob({ backupVaultName: vaultArn("x") }), /give the vault's name/],
    [
      "a state that its job type cannot end in",
      aws => aws.nextJob({ type: "copy" }).fails("", { state: "EXPIRED" }),
      /let a job end in EXPIRED: a copy job fails in one of FAILED, PARTIAL; choose one\.$/,
    ],
    [
      "an invalid state",
      aws => aws.nextJob().fails("", { state: "COMPLETED" as "FAILED" }),
      /end in COMPLETED: a job fails in one of FAILED, PARTIAL, ABORTED, EXPIRED/,
    ],
    ["a negative size", aws => aws.nextJob().transfers(-1), /transfer -1 bytes: that is no size/],
    ["a size of an index", aws => aws.nextJob({ type: "index" }).transfers(1), /it has no size/],
    ["an invalid duration", aws => aws.nextJob().takes("soon"), /Cannot read the duration "soon"/],
    [
      "an unknown filter",
      aws => aws.nextJob({ vault: "x" } as object),
      /match the next job by "vault": unknown condition; did you mean "backupVaultName"\?$/,
    ],
  ];
  test.each(mistakes)("is refused for %s", (_, setOutcome, message) => {
    const aws = mockAws();
    expect(() => setOutcome(aws)).toThrow(
      expect.objectContaining({ code: "InvalidOption", message: expect.stringMatching(message) }),
    );
    expect(aws.pending()).toEqual([]);
  });
});

describe("hold", () => {
  test("keeps a job in its state until it is released", async () => {
    const { aws, start, job } = account();
    const id = await start();
    const state = async () => (await job(id)).State;
    for (const expected of ["CREATED", "RUNNING"]) {
      aws.hold(id);
      await aws.clock.advance("1 hour");
      expect(await state()).toBe(expected);
      expect(await aws.settle()).toMatchObject({ steps: 0 });
      aws.release(id);
    }
    await aws.settle();
    expect(await state()).toBe("COMPLETED");
  });

  test("keeps an unfinished recovery point and its job unfinished", async () => {
    const { aws, start, points } = account();
    await start();
    await aws.clock.advance("10 s");
    const [point] = await points();
    const arn = point?.RecoveryPointArn ?? "";
    aws.hold(arn);
    await aws.clock.advance("1 hour");
    expect(await points()).toMatchObject([{ Status: "CREATING" }]);
    aws.release(arn);
    expect(await points()).toMatchObject([{ Status: "COMPLETED" }]);
  });

  test("prevents a finished point from expiring", async () => {
    const { aws, start, points } = account();
    await start(orders, { Lifecycle: { DeleteAfterDays: 1 } });
    await aws.settle();
    const [point] = await points();
    aws.hold(point?.RecoveryPointArn ?? "");
    await aws.clock.advance("365 days");
    expect(await points()).toHaveLength(1);
    aws.release(point?.RecoveryPointArn ?? "");
    expect(await points()).toEqual([]);
  });

  test("requires an existing id or ARN", () => {
    const { aws } = account();
    expect(() => aws.hold("no-such-job")).toThrow(
      "Cannot find no-such-job: no record has this id or ARN; pass one from an answer or from aws.state.",
    );
    expect(() => aws.release(tableArn("nothing"))).toThrow(expect.objectContaining({ code: "UnknownId" }));
  });
});

describe("durations", () => {
  test("are set by kind, as a value or a function of the record", async () => {
    const { aws, start, job } = account(
      {
        durations: {
          backupJobStart: 0,
          backupJob: ({ ResourceType }) => (ResourceType === "EBS" ? "1 hour" : { minutes: 5 }),
        },
      },
      world,
    );
    const [ofTable, ofVolume] = [await start(orders), await start(volume)];
    await aws.settle();
    expect((await job(ofTable)).CompletionDate).toEqual(new Date("2026-01-01T00:05:00Z"));
    expect((await job(ofVolume)).CompletionDate).toEqual(new Date("2026-01-01T01:00:00Z"));
  });

  test("of an unknown kind are refused with a list of the known kinds", () => {
    expect(() => mockAws({ durations: { backupJobs: 0 } as object })).toThrow(
      /^Cannot set durations\.backupJobs: unknown name; did you mean "backupJob"\?$/,
    );
    expect(() => mockAws({ quotas: { vault: 1 } as object })).toThrow(
      /^Cannot set quotas\.vault: unknown name; did you mean "vaults"\?$/,
    );
  });
});
