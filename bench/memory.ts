/** What recording keeps of a call. */
import {
  BackupClient,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { type Figure, heapUsed } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const calls = 50_000;

/** Bytes that stay of each call. */
async function retained(
  recordCalls: NonNullable<MockOptions["recordCalls"]>,
  read: "vault" | "job",
): Promise<number> {
  const aws = mockAws({ clock: "manual", recordCalls });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const client = aws.attach(new BackupClient({ cacheMiddleware: true }));
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
  );
  const once = () =>
    read === "vault"
      ? client.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }))
      : client.send(new DescribeBackupJobCommand({ BackupJobId }));
  for (let call = 0; call < 2_000; call++) await once();
  const before = heapUsed();
  for (let call = 0; call < calls; call++) await once();
  const bytes = (heapUsed() - before) / calls;
  // The mock, and so its log, has to live until here.
  aws.clock.now();
  return bytes;
}

export async function memoryFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const read of ["vault", "job"] as const) {
    const [kept, not] = [await retained(true, read), await retained(false, read)];
    figures.push({
      what: `retained per recorded call, DescribeBackup${read === "vault" ? "Vault" : "Job"}`,
      value: `${kept.toFixed(0)} B (${Math.max(0, not).toFixed(0)} B with recordCalls: false)`,
      bar: "≤ 300 B",
    });
  }
  return figures;
}
