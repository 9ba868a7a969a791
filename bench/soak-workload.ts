/** A workload that repeats what a long-lived process does with a mock; the state stays about the same size. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  BackupClient,
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  ListBackupJobsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  ListTagsCommand,
  StartBackupJobCommand,
  TagResourceCommand,
} from "@aws-sdk/client-backup";
import {
  CreateFileSystemCommand,
  DeleteFileSystemCommand,
  DescribeFileSystemsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import { CreateBackupCommand, DescribeBackupsCommand, FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

/** Heap in use after garbage collection, in megabytes. */
function megabytesUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export interface SoakResult {
  readonly calls: number;
  readonly seconds: number;
  /** Heap growth from start to end, in megabytes. */
  readonly growth: number;
  /** The largest growth at any of twenty measurements. */
  readonly peakGrowth: number;
  /** Growth in the second half, when jobs, recovery points and events of every age exist. */
  readonly secondHalfGrowth: number;
}

/** Makes this many calls of all kinds, some of which fail, and advances the clock now and then. */
export async function soak(total: number): Promise<SoakResult> {
  const aws = mockAws({ recordCalls: 1_000 });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  const config = { cacheMiddleware: true };
  const backup = aws.attach(new BackupClient(config));
  const efs = aws.attach(new EFSClient(config));
  const fsx = aws.attach(new FSxClient(config));
  let calls = 0;
  let start: number | undefined;
  let peak = 0;
  let halfway: number | undefined;
  let nextMeasurement = total / 20;
  const begin = performance.now();
  for (let round = 0; calls < total; round++) {
    const name = `vault-${round % 97}`;
    const vault = { BackupVaultName: name };
    const { BackupVaultArn } = await backup.send(new CreateBackupVaultCommand(vault));
    await backup.send(new TagResourceCommand({ ResourceArn: BackupVaultArn, Tags: { round: `${round}` } }));
    await backup.send(new ListTagsCommand({ ResourceArn: BackupVaultArn }));
    await backup.send(new DescribeBackupVaultCommand(vault));
    await backup.send(new DeleteBackupVaultCommand(vault));
    await backup.send(new DescribeBackupVaultCommand(vault)).catch(() => {});
    await fsx.send(new CreateBackupCommand({ FileSystemId: "fs-0123456789abcdef0" })).catch(() => {});
    await fsx.send(new DescribeBackupsCommand({}));
    calls += 8;
    if (round % 20 === 0) {
      const job = await backup.send(
        new StartBackupJobCommand({
          BackupVaultName: "Default",
          ResourceArn: table,
          IamRoleArn: role,
          Lifecycle: { DeleteAfterDays: 1 },
        }),
      );
      await backup.send(new DescribeBackupJobCommand({ BackupJobId: job.BackupJobId }));
      await backup.send(new ListBackupJobsCommand({ MaxResults: 10 }));
      await backup.send(
        new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default", MaxResults: 10 }),
      );
      const { FileSystemId } = await efs.send(new CreateFileSystemCommand({}));
      await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
      await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
      calls += 7;
      await aws.clock.advance("3 hours");
    }
    // Measured after the first round: by then the SDK has loaded every command.
    start ??= megabytesUsed();
    if (calls < nextMeasurement) continue;
    nextMeasurement += total / 20;
    const used = megabytesUsed() - start;
    peak = Math.max(peak, used);
    if (calls >= total / 2) halfway ??= used;
  }
  const seconds = (performance.now() - begin) / 1_000;
  const growth = megabytesUsed() - (start ?? 0);
  const secondHalfGrowth = growth - (halfway ?? 0);
  return { calls, seconds, growth, peakGrowth: Math.max(peak, growth), secondHalfGrowth };
}
