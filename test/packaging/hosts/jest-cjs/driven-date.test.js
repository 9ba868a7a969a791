const { BackupClient, CreateBackupVaultCommand } = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

const RealDate = Date;

afterEach(() => jest.useRealTimers());

test("Date tells the mock's time until restore()", async () => {
  const aws = mockAws({ driveDate: true, now: "2020-02-29T12:00:00Z" });
  const client = aws.attach(new BackupClient());
  const { CreationDate } = await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  await aws.clock.advance("40 days");
  expect(Date.now() - CreationDate.getTime()).toBe(40 * 86_400_000);
  expect(CreationDate).toBeInstanceOf(Date);
  expect(new Date()).toStrictEqual(new RealDate("2020-04-09T12:00:00Z"));
  aws.restore();
  expect(Date).toBe(RealDate);
});

test("it is refused while fake timers hold Date", () => {
  jest.useFakeTimers();
  const aws = mockAws({ driveDate: true });
  expect(() => aws.attach(new BackupClient())).toThrow(expect.objectContaining({ code: "DateHeld" }));
});
