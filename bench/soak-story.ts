/** What a long-lived process does to a mock, over and over; the world stays about the same size. */
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

/** How much memory is in use once all that can be is given back, in megabytes. */
function megabytesUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export interface Soaked {
  readonly calls: number;
  readonly seconds: number;
  /** How much more memory was in use at the end than at the start, in megabytes. */
  readonly grownBy: number;
  /** The most that was ever in use above the start, as far as it was looked at. */
  readonly mostGrownBy: number;
  /** How much more was in use at the end than half-way, when there are jobs, points and events of every age. */
  readonly grownLater: number;
}

/** Makes so many calls of all kinds, refused ones too, with an hour on the mock's clock in between now and then. */
export async function soak(total: number): Promise<Soaked> {
  const aws = mockAws({ recordCalls: 1_000 });
  aws.seed({ resources: [{ arn: table }] });
  const config = { cacheMiddleware: true };
  const backup = aws.attach(new BackupClient(config));
  const efs = aws.attach(new EFSClient(config));
  const fsx = aws.attach(new FSxClient(config));
  let calls = 0;
  let start: number | undefined;
  let most = 0;
  let halfWay: number | undefined;
  let nextLook = total / 20;
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
    // By then every command was used once, and the SDK has loaded what it needs of them.
    start ??= megabytesUsed();
    if (calls < nextLook) continue;
    nextLook += total / 20;
    const used = megabytesUsed() - start;
    most = Math.max(most, used);
    if (calls >= total / 2) halfWay ??= used;
  }
  const seconds = (performance.now() - begin) / 1_000;
  const grownBy = megabytesUsed() - (start ?? 0);
  const grownLater = grownBy - (halfWay ?? 0);
  return { calls, seconds, grownBy, mostGrownBy: Math.max(most, grownBy), grownLater };
}
