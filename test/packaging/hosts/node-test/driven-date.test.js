import assert from "node:assert";
import { test } from "node:test";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const RealDate = Date;

test("Date tells the mock's time until restore()", async () => {
  const aws = mockAws({ driveDate: true, now: "2020-02-29T12:00:00Z" });
  const client = aws.attach(new BackupClient());
  const { CreationDate } = await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  await aws.clock.advance("40 days");
  assert.equal(Date.now() - CreationDate.getTime(), 40 * 86_400_000);
  assert.ok(CreationDate instanceof Date);
  assert.deepEqual(new Date(), new RealDate("2020-04-09T12:00:00Z"));
  aws.restore();
  assert.equal(Date, RealDate);
});

test("it is refused while the timers of node:test hold Date, which clock: system follows", async t => {
  t.mock.timers.enable({ apis: ["Date"], now: RealDate.UTC(2028, 1, 29) });
  assert.throws(() => mockAws({ driveDate: true }).attach(new BackupClient()), { code: "DateHeld" });
  const aws = mockAws({ clock: "system" });
  t.mock.timers.tick(60_000);
  assert.equal(aws.clock.now().getTime(), RealDate.UTC(2028, 1, 29, 0, 1));
});
