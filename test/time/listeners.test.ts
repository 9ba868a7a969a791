import { Backup, BackupClient, ListBackupJobsCommand, StartCopyJobCommand } from "@aws-sdk/client-backup";
import { type BusEvent, mockAws } from "aws-backup-mock";
import { account, orders, role, rule, vaultArn } from "./support";

/** A Lambda function as it would be deployed: it has its own client, and receives an event. */
function makeCopier() {
  const client = new BackupClient({});
  return async (event: BusEvent) => {
    const { state, backupVaultName } = event.detail;
    if (event["detail-type"] !== "Backup Job State Change" || state !== "COMPLETED") return;
    await client.send(
      new StartCopyJobCommand({
        SourceBackupVaultName: String(backupVaultName),
        RecoveryPointArn: event.resources[0],
        DestinationBackupVaultArn: vaultArn("offsite"),
        IamRoleArn: role,
      }),
    );
  };
}

const twoVaults = {
  backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "offsite" }] },
  resources: [{ arn: orders }],
};

test("a Lambda function copies every finished backup of a month", async () => {
  const { aws, plan, points } = account({}, twoVaults);
  aws.intercept(BackupClient);
  aws.onEvent(makeCopier());
  await plan([rule({ Lifecycle: { DeleteAfterDays: 3 } })]);
  const { jobs, recoveryPoints } = await aws.clock.advance("30 days");
  expect(jobs).toEqual({ COMPLETED: 30 + 30 });
  expect(recoveryPoints).toEqual({ made: 30 + 30, expired: 27 + 27 });
  expect(await points("offsite")).toHaveLength(3);
  aws.restore();
});

test("settle waits for asynchronous handlers, and for the jobs that they start", async () => {
  const { aws, start, points } = account({}, twoVaults);
  aws.intercept(BackupClient);
  const copier = makeCopier();
  aws.onEvent(async event => {
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
    await copier(event);
  });
  await start();
  expect((await aws.settle()).jobs).toEqual({ COMPLETED: 2 });
  expect(await points("offsite")).toHaveLength(1);
  aws.restore();
});

test("a handler sees the state at the time of the event", async () => {
  const { aws, backup, plan } = account();
  const seen: string[] = [];
  aws.onEvent(async ({ detail }) => {
    if (detail["state"] !== "RUNNING") return;
    const { BackupJobs = [] } = await backup.send(new ListBackupJobsCommand({ ByState: "RUNNING" }));
    seen.push(`${aws.clock.now().toISOString()} ${BackupJobs.length}`);
  });
  await plan([rule()]);
  await aws.clock.advance("2 days");
  expect(seen).toEqual(["2026-01-01T05:00:10.000Z 1", "2026-01-02T05:00:10.000Z 1"]);
});

test("a handler may move time itself, and the outer move still reaches its target", async () => {
  const { aws, start } = account();
  aws.onEvent(async ({ detail }) => {
    if (detail["state"] === "RUNNING") await aws.clock.advance("2 days");
  });
  await start();
  await aws.clock.advance("1 hour");
  expect(aws.clock.now()).toEqual(new Date("2026-01-03T00:00:10Z"));
});

test("events caused by a handler come after those that it is processing", async () => {
  const { aws, backup, start } = account();
  const received: unknown[] = [];
  aws.onEvent(({ detail }) => {
    received.push(detail["state"] ?? detail["status"]);
    if (detail["state"] === "COMPLETED") void backup.createBackupVault({ BackupVaultName: "another" });
  });
  await start();
  await aws.settle();
  const written = aws.events().map(({ detail }) => detail["state"] ?? detail["status"]);
  expect(received).toEqual(["CREATED", "RUNNING", "CREATING", "COMPLETED", "COMPLETED", "CREATED"]);
  expect(written).toEqual(received);
});

describe("a handler that fails", () => {
  const failures: [string, (event: BusEvent) => unknown][] = [
    [
      "synchronously",
      () => {
        throw new Error("out of memory");
      },
    ],
    ["asynchronously", () => Promise.reject(new Error("out of memory"))],
    [
      "in a custom promise",
      // biome-ignore lint/suspicious/noThenProperty: a custom promise needs then
      () => ({ then: (_: unknown, reject: (why: Error) => void) => reject(new Error("out of memory")) }),
    ],
  ];
  test.each(failures)(
    "%s makes advance fail; the state and other handlers are not affected",
    async (_, handler) => {
      const { aws, start, job } = account();
      const received: unknown[] = [];
      const id = await start();
      const stop = aws.onEvent(event => (event.detail["state"] === "RUNNING" ? handler(event) : undefined));
      aws.onEvent(({ detail }) => received.push(detail["state"]));
      await expect(aws.clock.advance("10 s")).rejects.toThrow("out of memory");
      expect(received).toContain("RUNNING");
      expect((await job(id)).State).toBe("RUNNING");
      stop();
      await aws.settle();
      expect((await job(id)).State).toBe("COMPLETED");
    },
  );
});

test("handlers that trigger each other endlessly end with a clear error", async () => {
  const { aws, start } = account({ durations: 0 });
  const stop = aws.onEvent(async ({ detail }) => {
    await Promise.resolve();
    if (detail["state"] === "COMPLETED") await start();
  });
  aws.nextJob({ type: "backup" }).takes("1 hour");
  await start();
  await expect(aws.clock.advance("2 hours")).rejects.toMatchObject({
    code: "NeverSettles",
    message: expect.stringMatching(/^Cannot wait for the event listeners: .*without end/),
  });
  stop();
  await aws.settle();
});

test("listeners receive the events of every place of a mock, until they are removed", async () => {
  const aws = mockAws({ clock: "manual" });
  const received: string[] = [];
  const stop = aws.onEvent(({ account, region }) => received.push(`${account} ${region}`));
  await aws.attach(new Backup({})).createBackupVault({ BackupVaultName: "home" });
  const abroad = aws.in({ region: "eu-west-1", accountId: "222222222222" }).attach(new Backup({}));
  await abroad.createBackupVault({ BackupVaultName: "abroad" });
  stop();
  await abroad.createBackupVault({ BackupVaultName: "ignored" });
  expect(received).toEqual(["123456789012 us-east-1", "222222222222 eu-west-1"]);
});
