import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Backup as BackupOfAws } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { compare, type EvidenceRecord, record } from "aws-backup-mock/evidence";

const aws = mockAws({ region: "eu-west-1" });

/** The service that the page records is AWS; here it is the mock, behind the SDK's whole pipeline. */
class Backup extends BackupOfAws {
  constructor(config: { region: string }) {
    const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "secret" };
    super({ ...config, credentials, requestHandler: aws.requestHandler });
  }
}

const before = process.cwd();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-page-"));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

test("an account is recorded and compared", async () => {
  const backup = new Backup({ region: "eu-west-1" });
  const recording = record(backup, "vault.json", { title: "The name of a vault is unique" });

  await backup.createBackupVault({ BackupVaultName: "payroll" });
  await backup.createBackupVault({ BackupVaultName: "payroll" }).catch(() => {});
  await backup.deleteBackupVault({ BackupVaultName: "payroll" });

  await recording.stop();

  const differences = await compare("vault.json");
  expect(differences).toEqual([]);
});

test("a record is written by hand", async () => {
  const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
  const role = "arn:aws:iam::123456789012:role/backup";
  const record: EvidenceRecord = {
    title: "A vault that holds recovery points is not deleted",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/deleting-backups.html",
    date: "2024",
    confidence: "documented",
    services: ["backup"],
    fixture: { resources: [{ arn: table }] },
    steps: [
      { call: "backup.CreateBackupVault", input: { BackupVaultName: "nightly" } },
      {
        call: "backup.StartBackupJob",
        input: { BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role },
        output: { RecoveryPointArn: { $matches: "^arn:aws:dynamodb:|^arn:aws:backup:" } },
        save: { job: "BackupJobId" },
      },
      {
        call: "backup.DescribeBackupJob",
        input: { BackupJobId: "${job}" },
        output: { State: "COMPLETED" },
        poll: true,
      },
      {
        call: "backup.DeleteBackupVault",
        input: { BackupVaultName: "nightly" },
        error: { name: "InvalidRequestException", status: 400, message: { $matches: "recovery points" } },
      },
    ],
  };
  expect(await compare(record)).toEqual([]);
});
