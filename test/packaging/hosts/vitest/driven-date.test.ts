import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { afterEach, expect, test, vi } from "vitest";

const RealDate = Date;

afterEach(() => {
  vi.useRealTimers();
});

test("Date tells the mock's time until restore()", async () => {
  const aws = mockAws({ driveDate: true, now: "2020-02-29T12:00:00Z" });
  const client = aws.attach(new BackupClient());
  const { CreationDate } = await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  await aws.clock.advance("40 days");
  expect(Date.now() - (CreationDate?.getTime() ?? 0)).toBe(40 * 86_400_000);
  expect(CreationDate).toBeInstanceOf(Date);
  expect(new Date()).toStrictEqual(new RealDate("2020-04-09T12:00:00Z"));
  aws.restore();
  expect(Date).toBe(RealDate);
});

test.each([
  ["fake timers hold", () => vi.useFakeTimers()],
  ["vitest's own date holds", () => vi.setSystemTime("2028-02-29T12:00:00Z")],
])("it is refused while %s Date", (_, hold) => {
  hold();
  const aws = mockAws({ driveDate: true });
  expect(() => aws.attach(new BackupClient())).toThrow(expect.objectContaining({ code: "DateHeld" }));
});
