/** What recording keeps of a call. Needs `node --expose-gc`. */
import {
  BackupClient,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const calls = 50_000;

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Bytes that stay of each call. */
async function retained(
  recordCalls: NonNullable<MockOptions["recordCalls"]>,
  read: "vault" | "job",
): Promise<number> {
  const aws = mockAws({ clock: "manual", recordCalls });
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

if (!globalThis.gc) throw new Error("Run this with node --expose-gc.");
for (const read of ["vault", "job"] as const) {
  console.log(
    `retained per recorded call, ${read}: ${(await retained(true, read)).toFixed(0)} B (bar ≤ 300 B)`,
  );
  console.log(`with recordCalls: false, ${read}: ${(await retained(false, read)).toFixed(0)} B`);
}
