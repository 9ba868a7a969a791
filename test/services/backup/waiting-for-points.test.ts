import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;

/** Asks until a number has come, as programs do that know no better. */
async function until(wanted: number, ask: () => Promise<number | undefined>): Promise<number | undefined> {
  for (let asked = 0; asked < 20; asked++) if ((await ask()) === wanted) return wanted;
  return ask();
}

function account() {
  const aws = mockAws();
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  const abroad = aws.attach(new Backup({ region: "eu-west-1" }));
  const described = async (client: Backup) =>
    (await client.describeBackupVault({ BackupVaultName: "Default" })).NumberOfRecoveryPoints;
  const listed = async (client: Backup) =>
    (await client.listBackupVaults({})).BackupVaultList?.[0]?.NumberOfRecoveryPoints;
  const start = () =>
    backup.startBackupJob({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role });
  return { aws, backup, abroad, described, listed, start };
}

describe.each(["described", "listed"] as const)("a program that waits until the vault, %s,", how => {
  test("tells the recovery point of a backup sees it come", async () => {
    const { backup, start, [how]: count } = account();
    await start();
    expect(await until(1, () => count(backup))).toBe(1);
    const { RecoveryPoints } = await backup.listRecoveryPointsByBackupVault({ BackupVaultName: "Default" });
    expect(RecoveryPoints).toHaveLength(1);
  });

  test("tells the recovery point of a copy sees it come, in the Region that it goes to", async () => {
    const { aws, backup, abroad, start, [how]: count } = account();
    const { RecoveryPointArn } = await start();
    await aws.settle();
    await backup.startCopyJob({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: `arn:aws:backup:eu-west-1:${accountId}:backup-vault:Default`,
      IamRoleArn: role,
    });
    expect(await until(1, () => count(abroad))).toBe(1);
  });
});
