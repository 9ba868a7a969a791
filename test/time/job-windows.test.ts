import { FSx } from "@aws-sdk/client-fsx";
import { account, orders, role, rule } from "./support";

describe("the start window of a job", () => {
  test("ends with the job EXPIRED if it has not started", async () => {
    const { aws, plan, jobs, points } = account({ durations: { backupJobStart: "9 hours" } });
    await plan([rule()]);
    await aws.clock.set("2026-01-01T12:59:59.999Z");
    expect(await jobs()).toMatchObject([{ State: "CREATED", StartBy: new Date("2026-01-01T13:00:00Z") }]);
    await aws.clock.advance(1);
    expect(await jobs()).toMatchObject([
      {
        State: "EXPIRED",
        StatusMessage: "Backup job expired before completion.",
        MessageCategory: "JOB_EXPIRED",
        CompletionDate: new Date("2026-01-01T13:00:00Z"),
      },
    ]);
    expect(await points()).toEqual([]);
  });

  test("lets a job start at its very end", async () => {
    const { aws, plan, jobs } = account({ durations: { backupJobStart: "8 hours" } });
    await plan([rule()]);
    const { jobs: ended } = await aws.clock.advance("1 day");
    expect(ended).toEqual({ COMPLETED: 1 });
    expect(await jobs()).toMatchObject([{ CompletionDate: new Date("2026-01-01T13:00:20Z") }]);
  });

  test("expires a job that was held throughout the window", async () => {
    const { aws, start, job } = account();
    const id = await start();
    aws.hold(id);
    await aws.clock.advance("8 hours 1 second");
    expect((await job(id)).State).toBe("CREATED");
    aws.release(id);
    expect((await job(id)).State).toBe("EXPIRED");
  });

  test("is used to retry every ten minutes while another backup of the resource runs", async () => {
    const { aws, start, job } = account({ durations: { backupJob: "25 minutes" } });
    await start();
    const second = await start();
    await aws.settle();
    expect((await job(second)).CompletionDate).toEqual(new Date("2026-01-01T00:55:10Z"));
  });
});

describe("the completion window of a job", () => {
  test("counts from the schedule, not from the start of the job", async () => {
    const slow = { backupJobStart: "90 minutes", backupJob: "40 minutes" };
    const { aws, plan, jobs } = account({ durations: slow });
    await plan([rule({ StartWindowMinutes: 120, CompletionWindowMinutes: 129 })]);
    await aws.clock.set("2026-01-01T07:09:00Z");
    expect(await jobs()).toMatchObject([
      { State: "EXPIRED", StatusMessage: "Backup job expired before completion." },
    ]);
  });

  test("expires a running job that was held throughout the window, and its point is removed", async () => {
    const { aws, start, job, points } = account();
    const id = await start(orders, { CompleteWindowMinutes: 60 });
    await aws.clock.advance("15 s");
    aws.hold(id);
    await aws.clock.advance("2 hours");
    expect((await job(id)).State).toBe("RUNNING");
    expect(await points()).toMatchObject([{ Status: "CREATING" }]);
    aws.release(id);
    expect((await job(id)).State).toBe("EXPIRED");
    expect(await points()).toEqual([]);
  });

  test("does not apply to Amazon FSx", async () => {
    const { aws, backup, job } = account({ durations: { backupJob: "3 hours" } });
    const fsx = aws.attach(new FSx());
    const { FileSystem } = await fsx.createFileSystem({
      FileSystemType: "LUSTRE",
      StorageCapacity: 1_200,
      SubnetIds: ["subnet-0123456789abcdef0"],
      LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
    });
    await aws.settle();
    const { BackupJobId = "" } = await backup.startBackupJob({
      BackupVaultName: "nightly",
      ResourceArn: FileSystem?.ResourceARN,
      IamRoleArn: role,
      CompleteWindowMinutes: 60,
    });
    await aws.settle();
    expect((await job(BackupJobId)).State).toBe("COMPLETED");
  });
});
