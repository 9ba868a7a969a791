import type { StartCopyJobCommandInput } from "@aws-sdk/client-backup";
import { mockAws, type NextJob } from "aws-backup-mock";
import { account, orders, role, rule, tableArn, vaultArn } from "./support";

const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";
const world = {
  resources: [{ arn: orders }, { arn: volume }],
  backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "offsite" }] },
};

/** A finished backup, what is copied and restored of it, and how these jobs end. */
async function backedUp() {
  const made = account({}, world);
  const { aws, backup, start } = made;
  await start();
  await aws.settle();
  const [point] = await made.points();
  const common = { RecoveryPointArn: point?.RecoveryPointArn, IamRoleArn: role };
  const copy = async () => {
    const asked: StartCopyJobCommandInput = {
      ...common,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("offsite"),
    };
    const { CopyJobId } = await backup.startCopyJob(asked);
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
  return { ...made, copy, restore };
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

  test("is told apart by resource, type of resource, kind and vault, each outcome for one job", async () => {
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

  test("takes its time, from start to end, and weighs what it is to weigh", async () => {
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

  test("of a plan that took too long runs out of its completion window", async () => {
    const { aws, plan, jobs } = account();
    await plan([rule({ StartWindowMinutes: 60, CompletionWindowMinutes: 120 })]);
    aws.nextJob({ type: "backup" }).takes("1 day");
    await aws.clock.set("2026-01-01T12:00:00Z");
    expect(await jobs()).toMatchObject([
      { State: "EXPIRED", CompletionDate: new Date("2026-01-01T07:00:00Z") },
    ]);
  });

  test("may be a copy or a restore, which end in states of their own", async () => {
    const { aws, copy, restore } = await backedUp();
    aws.nextJob({ type: "copy" }).fails("half of it", { state: "PARTIAL" });
    expect(await copy()).toMatchObject({ State: "PARTIAL", StatusMessage: "half of it" });
    aws.nextJob({ type: "copy" }).fails("Access denied by the key's policy");
    expect(await copy()).toMatchObject({ State: "FAILED", MessageCategory: "ACCESS_DENIED" });
    aws.nextJob({ type: "restore" }).fails("no such subnet", { state: "ABORTED" });
    expect(await restore()).toMatchObject({ Status: "ABORTED", StatusMessage: "no such subnet" });
  });

  test("that is to expire is a backup: copies and restores cannot, and leave the outcome to it", async () => {
    const { aws, copy, restore, start, job } = await backedUp();
    aws.nextJob({ type: "DynamoDB" }).fails("too late", { state: "EXPIRED" });
    expect(await copy()).toMatchObject({ State: "COMPLETED" });
    expect(await restore()).toMatchObject({ Status: "COMPLETED" });
    const id = await start();
    await aws.settle();
    expect(await job(id)).toMatchObject({ State: "EXPIRED", StatusMessage: "too late" });
  });

  test("is that of the place where it was set", async () => {
    const aws = mockAws({ clock: "manual" });
    const abroad = aws.in({ region: "eu-west-1" });
    abroad.nextJob().fails("abroad");
    expect(aws.state.backup.outcomes.size).toBe(0);
    expect(abroad.state.backup.outcomes.size).toBe(1);
  });

  test("is forgotten with a rollback, and remembered with one", async () => {
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

  const slips: [string, (aws: ReturnType<typeof mockAws>) => NextJob, RegExp][] = [
    [
      "a type there is not",
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
      "a state its kind does not end in",
      aws => aws.nextJob({ type: "copy" }).fails("", { state: "EXPIRED" }),
      /let a job end in EXPIRED: a copy job fails in one of FAILED, PARTIAL; choose one\.$/,
    ],
    [
      "a state that is none",
      aws => aws.nextJob().fails("", { state: "COMPLETED" as "FAILED" }),
      /end in COMPLETED: a job fails in one of FAILED, PARTIAL, ABORTED, EXPIRED/,
    ],
    ["fewer than no bytes", aws => aws.nextJob().transfers(-1), /transfer -1 bytes: that is no size/],
    ["bytes of an index", aws => aws.nextJob({ type: "index" }).transfers(1), /it has no size/],
    ["a time that is none", aws => aws.nextJob().takes("soon"), /Cannot read the duration "soon"/],
    [
      "what does not tell jobs apart",
      aws => aws.nextJob({ vault: "x" } as object),
      /match the next job by "vault": unknown condition; choose one of type, resourceArn, backupVaultName\.$/,
    ],
  ];
  test.each(slips)("is refused %s, as no job would ever fit", (_, slip, message) => {
    const aws = mockAws();
    expect(() => slip(aws)).toThrow(
      expect.objectContaining({ code: "InvalidOption", message: expect.stringMatching(message) }),
    );
    expect(aws.state.backup.outcomes.size).toBe(0);
  });
});

describe("what is held", () => {
  test("a job stays in every state that it has until it is released", async () => {
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

  test("a recovery point in the making stays so, as the job that makes it does", async () => {
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

  test("a finished point does not expire, whatever its lifecycle says", async () => {
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

  test("is told by an id or ARN that there is", () => {
    const { aws } = account();
    expect(() => aws.hold("no-such-job")).toThrow(
      "Cannot find no-such-job: nothing in this world has that id or ARN; pass one that an answer or aws.state shows.",
    );
    expect(() => aws.release(tableArn("nothing"))).toThrow(expect.objectContaining({ code: "UnknownId" }));
  });
});

describe("durations", () => {
  test("are set for each kind, or by a function of the thing itself", async () => {
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

  test("of a kind that there is not are refused, with those that there are", () => {
    expect(() => mockAws({ durations: { backupJobs: 0 } as object })).toThrow(
      /^Cannot set durations\.backupJobs: unknown name; did you mean "backupJob"\?$/,
    );
    expect(() => mockAws({ quotas: { vault: 1 } as object })).toThrow(
      /^Cannot set quotas\.vault: unknown name; did you mean "vaults"\?$/,
    );
  });
});
