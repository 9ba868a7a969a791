import {
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const start = () =>
  new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role });

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const client = aws.attach(new BackupClient());
  const state = async (BackupJobId?: string) =>
    (await client.send(new DescribeBackupJobCommand({ BackupJobId }))).State;
  return { aws, client, state };
}

describe("auto, the default", () => {
  test("time stands still whatever is done, until the same unfinished work is looked at again", async () => {
    const { aws, client, state } = account();
    const { BackupJobId } = await client.send(start());
    await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
    await state(BackupJobId);
    expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:00Z"));
    await state(BackupJobId);
    expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:10Z"));
    await state(BackupJobId);
    await state(BackupJobId);
    await state(BackupJobId);
    expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:30Z"));
  });
});

describe("manual", () => {
  test("only advance, set and settle move time", async () => {
    const { aws, client, state } = account({ clock: "manual", now: "2027-01-01T00:00:00Z" });
    const { BackupJobId } = await client.send(start());
    expect([await state(BackupJobId), await state(BackupJobId)]).toEqual(["CREATED", "CREATED"]);
    await aws.clock.advance("10 s");
    expect(await state(BackupJobId)).toBe("RUNNING");
    await aws.clock.set("2027-01-01T00:00:29.999Z");
    expect(await state(BackupJobId)).toBe("RUNNING");
    await aws.settle();
    expect(await state(BackupJobId)).toBe("COMPLETED");
    expect(aws.clock.now()).toEqual(new Date("2027-01-01T00:00:30Z"));
  });

  test("time does not go back", async () => {
    const { aws } = account({ clock: "manual" });
    const state = aws.state;
    await expect(aws.clock.set("2025-12-31T23:59:59Z")).rejects.toMatchObject({
      code: "ClockCannotMove",
      message: expect.stringMatching(
        /^Cannot set the clock to .*: it is .*; roll back to a snapshot instead\.$/,
      ),
    });
    expect(aws.state).toBe(state);
  });
});

describe("system", () => {
  test("jest's fake timers drive it", async () => {
    jest.useFakeTimers({ now: new Date("2028-02-29T12:00:00Z") });
    try {
      const { aws, client, state } = account({ clock: "system" });
      const { BackupJobId } = await client.send(start());
      expect(await state(BackupJobId)).toBe("CREATED");
      jest.advanceTimersByTime(10_000);
      expect(await state(BackupJobId)).toBe("RUNNING");
      jest.setSystemTime(new Date("2028-03-01T00:00:00Z"));
      expect(await state(BackupJobId)).toBe("COMPLETED");
      expect(aws.state.now).toBe(Date.UTC(2028, 2, 1));
    } finally {
      jest.useRealTimers();
    }
  });
});

test.each(["auto", "manual"] as const)(
  "fake timers that nobody advances do not stop a %s clock",
  async clock => {
    jest.useFakeTimers();
    try {
      const { aws, client, state } = account({ clock });
      const { BackupJobId } = await client.send(start());
      await aws.settle();
      expect(await state(BackupJobId)).toBe("COMPLETED");
    } finally {
      jest.useRealTimers();
    }
  },
);

test("moving time tells what came to pass", async () => {
  const { aws, client } = account({ clock: "manual" });
  aws.seed({ resources: [{ arn: table }] });
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "daily",
        Rules: [
          {
            RuleName: "r",
            TargetBackupVaultName: "Default",
            Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
          },
        ],
      },
    }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: { SelectionName: "s", IamRoleArn: role, Resources: [table] },
    }),
  );
  aws.nextJob().fails("no");
  const passage = await aws.clock.advance("100 days");
  expect(passage).toMatchObject({
    from: new Date("2026-01-01T00:00:00Z"),
    to: new Date("2026-04-11T00:00:00Z"),
    jobs: { COMPLETED: 99, FAILED: 1 },
    recoveryPoints: { made: 99, movedToColdStorage: 98, expired: 8 },
  });
  expect(passage.events).toBeGreaterThan(300);
  expect(passage.steps).toBeGreaterThan(400);
});

test("who listens to events may call the clients, and advance waits for it", async () => {
  const { aws, client } = account({ clock: "manual" });
  const vaults: (number | undefined)[] = [];
  const stop = aws.onEvent(async event => {
    if (event["detail-type"] !== "Backup Job State Change" || event.detail["state"] !== "COMPLETED") return;
    const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
    vaults.push(vault.NumberOfRecoveryPoints);
    if (vaults.length < 3) await client.send(start());
  });
  await client.send(start());
  await aws.clock.advance("5 minutes");
  expect(vaults).toEqual([1, 2, 3]);
  stop();
  await client.send(start());
  await aws.settle();
  expect(vaults).toHaveLength(3);
});
