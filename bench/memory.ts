/** The memory of recorded calls. */
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

/** Bytes retained per call. */
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
  // A job that never ends must not be polled for ever.
  await aws.settle();
  const readOnce = () =>
    read === "vault"
      ? client.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }))
      : client.send(new DescribeBackupJobCommand({ BackupJobId }));
  for (let call = 0; call < 2_000; call++) await readOnce();
  const before = heapUsed();
  for (let call = 0; call < calls; call++) await readOnce();
  const bytes = (heapUsed() - before) / calls;
  // Keeps the mock and its log alive until here.
  aws.clock.now();
  return bytes;
}

export async function memoryFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const read of ["vault", "job"] as const) {
    const [recorded, unrecorded] = [await retained(true, read), await retained(false, read)];
    figures.push({
      name: `retained per recorded call, DescribeBackup${read === "vault" ? "Vault" : "Job"}`,
      value: `${recorded.toFixed(0)} B (${Math.max(0, unrecorded).toFixed(0)} B with recordCalls: false)`,
      target: "≤ 300 B",
    });
  }
  return figures;
}
