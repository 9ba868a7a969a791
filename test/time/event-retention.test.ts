import { mockAws } from "aws-backup-mock";
import { account, rule, tableArn } from "./support";

const tables = Array.from({ length: 30 }, (_, n) => ({ arn: tableArn(`table-${n}`) }));
const world = { backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: tables };

test.each([0, 5, undefined])(
  "the newest %p events are kept, and listeners receive all",
  async recordEvents => {
    const { aws, plan } = account({ recordEvents, durations: 0 }, world);
    const received: string[] = [];
    aws.onEvent(({ id }) => received.push(id));
    await plan([rule()]);
    const { events } = await aws.clock.advance("1 day");
    expect(events).toBe(tables.length * 5);
    expect(received).toHaveLength(1 + events);
    expect(new Set(received).size).toBe(received.length);
    const kept = aws.events().map(({ id }) => id);
    expect(kept).toEqual(recordEvents === 0 ? [] : received.slice(-(recordEvents ?? 10_000)));
  },
);

test("a mock that keeps fewer events than its initial snapshot drops the oldest", async () => {
  const earlier = account({}, world);
  await earlier.plan([rule()]);
  await earlier.aws.clock.advance("1 day");
  const { aws, backup } = account({ snapshot: earlier.aws.snapshot(), recordEvents: 3 }, {});
  await backup.createBackupVault({ BackupVaultName: "weekly" });
  expect(aws.events()).toHaveLength(3);
  expect(aws.events().at(-1)?.detail).toMatchObject({ backupVaultName: "weekly" });
});

test.each([-1, 1.5, Number.NaN])("%p is not a valid number of events", recordEvents => {
  expect(() => mockAws({ recordEvents })).toThrow(
    /^Cannot make a mock with recordEvents .*: give how many of the newest events to keep, from 0 up\.$/,
  );
});
