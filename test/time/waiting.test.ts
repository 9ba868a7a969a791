import { paginateListBackupJobs } from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFS, IncorrectFileSystemLifeCycleState } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";
import { account, orders, tableArn } from "./support";

/** An account that has a mount target on its file system, both available. */
async function shared(options: MockOptions = {}) {
  const aws = mockAws(options);
  const efs = aws.attach(new EFS());
  const { FileSystemId = "" } = await efs.createFileSystem({ CreationToken: "billing" });
  await aws.settle();
  const { MountTargetId = "" } = await efs.createMountTarget({ FileSystemId, SubnetId: "subnet-0a0a0a0a" });
  await aws.settle();
  return { aws, efs, FileSystemId, MountTargetId };
}

/** An account with a vault and some tables. */
const auto = (tables: readonly string[] = []) =>
  account(
    { clock: "auto" },
    {
      backup: { vaults: [{ BackupVaultName: "nightly" }] },
      resources: [orders, ...tables.map(tableArn)].map(arn => ({ arn })),
    },
  );

/** Asks until the answer is the one awaited; returns each answer that differs from the one before. */
async function until<T>(awaited: T, ask: () => Promise<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for (let asked = 0; asked < 100; asked++) {
    const answer = await ask();
    if (seen.at(-1) !== answer) seen.push(answer);
    if (answer === awaited) return seen;
  }
  throw new Error(`Asked 100 times in vain; saw ${seen.join(", ")}.`);
}

describe("a loop that waits ends, and sees what happens on the way", () => {
  test("for a backup job, by its id: one state per look", async () => {
    const { start, job } = auto();
    const id = await start();
    const states = [await job(id), await job(id), await job(id)].map(({ State }) => State);
    expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  });

  test("for a file system, by its creation token", async () => {
    const efs = mockAws().attach(new EFS());
    await efs.createFileSystem({ CreationToken: "billing" });
    const seen = await until("available", async () => {
      const { FileSystems } = await efs.describeFileSystems({ CreationToken: "billing" });
      return FileSystems?.[0]?.LifeCycleState;
    });
    expect(seen).toEqual(["creating", "available"]);
  });

  test("for the first recovery point in a vault", async () => {
    const { start, points } = auto();
    await start();
    expect(
      await until(true, async () => (await points()).some(({ Status }) => Status === "COMPLETED")),
    ).toEqual([false, true]);
  });

  test("for a recovery point that cannot be described yet", async () => {
    const { backup, start, job } = auto();
    const { RecoveryPointArn } = await job(await start());
    const status = () =>
      backup.describeRecoveryPoint({ BackupVaultName: "nightly", RecoveryPointArn }).then(
        ({ Status }) => Status,
        ({ name }) => name,
      );
    expect((await until("COMPLETED", status)).at(0)).toBe("ResourceNotFoundException");
  });

  test("for one job in a list of all, found by the client", async () => {
    const { start, jobs } = auto(["carts"]);
    await start();
    const id = await start(tableArn("carts"));
    const seen = await until("COMPLETED", async () => {
      const job = (await jobs()).find(({ BackupJobId }) => BackupJobId === id);
      return job?.State;
    });
    expect(seen).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  });

  test("for the end of all jobs, page by page", async () => {
    const { backup, start } = auto(["a", "b", "c"]);
    for (const name of ["a", "b", "c"]) await start(tableArn(name));
    const seen = await until(0, async () => {
      let unfinished = 0;
      for await (const { BackupJobs = [] } of paginateListBackupJobs({ client: backup, pageSize: 1 }, {})) {
        unfinished += BackupJobs.filter(({ State }) => State !== "COMPLETED").length;
      }
      return unfinished;
    });
    expect(seen.at(0)).toBe(3);
  });

  test("for a job on the second page only, whose token is asked again", async () => {
    const { backup, start, aws } = auto(["first", "held"]);
    await start(tableArn("first"));
    await aws.clock.advance("5 s");
    aws.hold(await start(tableArn("held")));
    const { NextToken } = await backup.listBackupJobs({ MaxResults: 1 });
    const second = async () =>
      (await backup.listBackupJobs({ MaxResults: 1, NextToken })).BackupJobs?.[0]?.State;
    expect(await until("COMPLETED", second)).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  });

  test("for two jobs, asked in turn: each shows one state per look", async () => {
    const { start, job } = auto(["carts"]);
    const [one, two] = [await start(), await start(tableArn("carts"))];
    const seen: string[] = [];
    for (let round = 0; round < 5; round++) {
      seen.push(`${(await job(one)).State} ${(await job(two)).State}`);
    }
    expect(seen).toEqual([
      "CREATED CREATED",
      "RUNNING RUNNING",
      "COMPLETED COMPLETED",
      "COMPLETED COMPLETED",
      "COMPLETED COMPLETED",
    ]);
  });

  test("for a fleet of jobs, each asked once per round", async () => {
    const tables = Array.from({ length: 1_500 }, (_, i) => `t${i}`);
    const { start, job } = auto(tables);
    const fleet: string[] = [];
    for (const name of tables) fleet.push(await start(tableArn(name)));
    let rounds = 0;
    for (let running = fleet; running.length > 0 && rounds < 10; rounds++) {
      const next: string[] = [];
      for (const id of running) if ((await job(id)).State !== "COMPLETED") next.push(id);
      running = next;
    }
    expect(rounds).toBeLessThan(10);
  });

  test("for a copy in another Region, where nothing is in flight", async () => {
    const { aws, backup, start, points } = auto();
    await start();
    await aws.settle();
    const west = aws.in({ region: "eu-west-1" });
    west.seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
    const [point] = await points();
    const { CopyJobId } = await backup.startCopyJob({
      SourceBackupVaultName: "nightly",
      RecoveryPointArn: point?.RecoveryPointArn,
      DestinationBackupVaultArn: [...west.state.backup.vaults].find(
        ({ BackupVaultName }) => BackupVaultName === "copies",
      )?.BackupVaultArn,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    });
    const seen = await until("COMPLETED", async () => {
      const { CopyJob } = await backup.describeCopyJob({ CopyJobId });
      return CopyJob?.State;
    });
    expect(seen).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  });
});

describe("a call that is refused, made again and again, waits as well", () => {
  test("a file system is deleted once its mount targets are gone", async () => {
    const { efs, FileSystemId, MountTargetId } = await shared();
    await efs.deleteMountTarget({ MountTargetId });
    const seen = await until("deleted", () =>
      efs.deleteFileSystem({ FileSystemId }).then(
        () => "deleted",
        ({ name }) => name,
      ),
    );
    expect(seen).toEqual(["FileSystemInUse", "deleted"]);
  });

  test("a program deletes a mount target, sleeps for 30 seconds of fake time, and deletes its file system", async () => {
    jest.useFakeTimers({ now: new Date("2026-03-01T00:00:00Z") });
    try {
      for (const clock of ["auto", "system"] as const) {
        const { efs, FileSystemId, MountTargetId } = await shared({ clock });
        const program = async () => {
          await efs.deleteMountTarget({ MountTargetId });
          for (;;) {
            await new Promise(resolve => setTimeout(resolve, 30_000));
            try {
              return await efs.deleteFileSystem({ FileSystemId });
            } catch (error) {
              if (!(error instanceof Error && error.name === "FileSystemInUse")) throw error;
            }
          }
        };
        const done = program();
        await jest.advanceTimersByTimeAsync(60_000);
        expect((await done).$metadata.httpStatusCode).toBe(204);
      }
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("a program that does not wait moves nothing", () => {
  test("one that acts on the first look at a file system that is being created is refused, as on AWS", async () => {
    const aws = mockAws();
    const efs = aws.attach(new EFS());
    const { FileSystemId } = await efs.createFileSystem({});
    const { FileSystems } = await efs.describeFileSystems({ FileSystemId });
    expect(FileSystems?.[0]?.LifeCycleState).toBe("creating");
    const mount = { FileSystemId, SubnetId: "subnet-0a0a0a0a" };
    await expect(efs.createMountTarget(mount)).rejects.toThrow(IncorrectFileSystemLifeCycleState);
  });

  test("one that looks once at everything: lists, descriptions, and the state", async () => {
    const { aws, backup, start, job, jobs, points } = auto();
    const efs = aws.attach(new EFS());
    const fsx = aws.attach(new FSx());
    const id = await start();
    await efs.createFileSystem({});
    const before = aws.clock.now();
    await Promise.all([job(id), jobs(), points(), backup.listBackupJobs({ ByState: "CREATED" })]);
    await efs.describeFileSystems({});
    await fsx.describeBackups({});
    await fsx.describeBackups({});
    expect([...aws.state.backup.backupJobs][0]?.State).toBe("CREATED");
    expect(aws.clock.now()).toEqual(before);
  });

  test("one that looks at the finished, however often", async () => {
    const { aws, start, job, points } = auto();
    const id = await start(orders, { Lifecycle: { DeleteAfterDays: 1 } });
    await aws.settle();
    const before = aws.clock.now();
    for (let i = 0; i < 5; i++) await Promise.all([job(id), points()]);
    expect(aws.clock.now()).toEqual(before);
  });

  test("one whose clients ask from different Regions", async () => {
    const aws = mockAws();
    const ask = { CreationToken: "billing" };
    const here = aws.attach(new EFS({ region: "us-east-1" }));
    const there = aws.attach(new EFS({ region: "eu-west-1" }));
    await here.createFileSystem(ask);
    await there.createFileSystem(ask);
    await here.describeFileSystems(ask);
    await there.describeFileSystems(ask);
    expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:00Z"));
  });

  type Change = (aws: MockAws, id: string) => unknown;
  const changes: readonly [string, Change][] = [
    ["a call", (_, id) => id && undefined],
    ["seed", aws => aws.seed({ backup: { vaults: [{ BackupVaultName: "other" }] } })],
    ["hold and release", (aws, id) => [aws.hold(id), aws.release(id)]],
    [
      "edit",
      (aws, id) =>
        aws.edit("backup.backupJobs", id, job => {
          job.PercentDone = "5.0";
        }),
    ],
    ["next", aws => aws.next("fsx.fileSystems").fails("no capacity")],
    ["an outcome set", aws => aws.nextJob().fails("no space left")],
    ["advance", aws => aws.clock.advance("1 s")],
    ["rollback", aws => aws.rollback(aws.snapshot())],
  ];
  test.each(changes)("one that looks again after a change: %s", async (name, change) => {
    const { aws, backup, start, job } = auto();
    const id = await start();
    await job(id);
    if (name === "a call") await backup.createBackupVault({ BackupVaultName: "weekly" });
    await change(aws, id);
    const before = aws.clock.now();
    expect((await job(id)).State).toBe("CREATED");
    expect(aws.clock.now()).toEqual(before);
    expect((await job(id)).State).toBe("RUNNING");
  });
});

describe("a loop that would never end gets an error that says why", () => {
  const forever = async (ask: () => Promise<unknown>) => {
    for (let i = 0; i < 5_000; i++) await ask();
  };

  test("with a manual clock that nothing moves", async () => {
    const { start, job } = account({ clock: "manual" });
    const id = await start();
    await expect(forever(() => job(id))).rejects.toMatchObject({
      code: "NothingChanges",
      message:
        'Cannot go on with DescribeBackupJob: it was asked 1000 times with the same input and answer, and with clock: "manual", nothing moves the clock; call aws.clock.advance(…) or aws.settle().',
    });
  });

  test("but not while the test moves the clock between its looks", async () => {
    const { aws, start, job } = account({ clock: "manual", durations: { backupJob: "2 hours" } });
    const id = await start();
    for (let i = 0; i < 3_000; i++) {
      await job(id);
      await aws.clock.advance("1 s");
    }
    expect((await job(id)).State).toBe("RUNNING");
  });

  test.each(["auto", "manual", "system"] as const)("with the %s clock, for what is on hold", async clock => {
    const { aws, start, job, jobs } = account({ clock });
    const id = await start();
    aws.hold(id);
    const message = `${id} is on hold; call aws.release(…).`;
    const error = { code: "NothingChanges", message: expect.stringContaining(message) };
    await expect(forever(() => job(id))).rejects.toMatchObject(error);
    await expect(forever(jobs)).rejects.toMatchObject(error);
    aws.release(id);
    await aws.settle();
    expect((await job(id)).State).toBe("COMPLETED");
  });

  test("for a call that is refused because of something on hold", async () => {
    const { aws, efs, FileSystemId, MountTargetId } = await shared();
    await efs.deleteMountTarget({ MountTargetId });
    aws.hold(MountTargetId);
    const error = await forever(() =>
      efs.deleteFileSystem({ FileSystemId }).catch(({ code }) => {
        if (code === "NothingChanges") throw code;
      }),
    ).catch(thrown => thrown);
    expect(error).toBe("NothingChanges");
  });
});

test("a stub that asks the model is asked again as the model is", async () => {
  const { aws, efs, FileSystemId } = await shared();
  aws.on(DescribeFileSystemsCommand).callsFake((_, proceed) => proceed());
  await efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" });
  const seen = await until("available", async () => {
    const { FileSystems } = await efs.describeFileSystems({ FileSystemId });
    return FileSystems?.[0]?.LifeCycleState;
  });
  expect(seen).toEqual(["updating", "available"]);
});
