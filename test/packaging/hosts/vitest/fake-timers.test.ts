import { Backup } from "@aws-sdk/client-backup";
import { type ClockMode, type MockAws, mockAws } from "aws-backup-mock";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

type FakeTimers = NonNullable<Parameters<typeof vi.useFakeTimers>[0]>["toFake"];

const ResourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function account(clock: ClockMode, clientOf: (aws: MockAws) => Backup) {
  const aws = mockAws({ clock });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const client = clientOf(aws);
  const start = async () => {
    const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
    return (await client.startBackupJob({ BackupVaultName: "Default", ResourceArn, IamRoleArn })).BackupJobId;
  };
  const state = async (BackupJobId?: string) => (await client.describeBackupJob({ BackupJobId })).State;
  return { aws, start, state };
}

const waysIn: [string, (aws: MockAws) => Backup][] = [
  ["attached", aws => aws.attach(new Backup())],
  [
    "with the request handler",
    ({ requestHandler }) =>
      new Backup({
        requestHandler,
        region: "us-east-1",
        credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
      }),
  ],
];

describe.each([
  ["the usual ones", undefined],
  ["microtasks too", ["queueMicrotask", "setTimeout", "setInterval", "setImmediate", "performance", "Date"]],
] satisfies [string, FakeTimers][])("under fake timers, %s", (_, toFake) => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2028-02-29T12:00:00Z"), toFake });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  describe.each(waysIn)("a client %s", (_way, clientOf) => {
    test("polls a job to its end with nobody moving the timers", async () => {
      const { start, state } = account("auto", clientOf);
      const id = await start();
      expect([await state(id), await state(id), await state(id)]).toEqual([
        "CREATED",
        "RUNNING",
        "COMPLETED",
      ]);
    });

    test("is told to by advance and settle where the clock is manual", async () => {
      const { aws, start, state } = account("manual", clientOf);
      const heard: unknown[] = [];
      aws.onEvent(async ({ detail }) => {
        await Promise.resolve();
        heard.push(detail["state"]);
      });
      const id = await start();
      vi.setSystemTime(new Date("2029-01-01T00:00:00Z"));
      expect(await state(id)).toBe("CREATED");
      await aws.clock.advance("10 s");
      expect(await state(id)).toBe("RUNNING");
      await aws.settle();
      expect(await state(id)).toBe("COMPLETED");
      expect(heard.filter(Boolean)).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
    });

    test("goes with the timers where the clock is the system's", async () => {
      const { aws, start, state } = account("system", clientOf);
      const id = await start();
      expect(await state(id)).toBe("CREATED");
      vi.advanceTimersByTime(10_000);
      expect(await state(id)).toBe("RUNNING");
      vi.setSystemTime(new Date("2028-03-01T00:00:00Z"));
      expect(await state(id)).toBe("COMPLETED");
      expect(aws.clock.now()).toEqual(new Date("2028-03-01T00:00:00Z"));
    });
  });
});
