import { BackupClient, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("the agenda of the state lists upcoming steps, with their record and time", async () => {
  const aws = mockAws({
    clock: "manual",
    now: "2027-01-01T00:00:00Z",
    durations: { backupJob: "10 minutes" },
  });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const backup = aws.attach(new BackupClient({}));
  const { BackupJobId } = await backup.send(
    new StartBackupJobCommand({
      BackupVaultName: "Default",
      ResourceArn: table,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Lifecycle: { DeleteAfterDays: 35 },
    }),
  );
  const place = "123456789012/us-east-1";
  const start = { place, service: "backup", table: "backupJobs", key: BackupJobId, step: "start" };
  expect([...aws.state.agenda]).toEqual([{ ...start, at: expect.any(Number) }]);

  await aws.settle();

  const [point] = aws.state.backup.recoveryPoints;
  const { agenda } = aws.state;
  expect(agenda.size).toBe(2);
  expect(agenda.first).toBe([...agenda][0]?.at);
  expect(agenda.toJSON()).toEqual([
    {
      place,
      service: "backup",
      table: "backupJobs",
      key: BackupJobId,
      step: "forget",
      at: expect.any(Number),
    },
    {
      place,
      service: "backup",
      table: "recoveryPoints",
      key: point?.RecoveryPointArn,
      step: "expire",
      at: (point?.CreationDate ?? 0) + 35 * 86_400_000,
    },
  ]);
});
