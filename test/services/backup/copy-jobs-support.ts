import {
  BackupClient,
  type CopyJob,
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  ListCopyJobsCommand,
  type ListCopyJobsCommandInput,
  ListRecoveryPointsByBackupVaultCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
  type StartCopyJobCommandInput,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { admits, bucket, database, here, other, role, table, volume } from "./world";

export const cluster = `arn:aws:redshift:us-east-1:${here}:cluster:reports`;

export const vaultArn = (name: string, region = "us-east-1", account = here) =>
  `arn:aws:backup:${region}:${account}:backup-vault:${name}`;

export async function backedUp(options: MockOptions & { resource?: string; days?: number } = {}) {
  const { resource = table, days, ...mockOptions } = options;
  const aws = mockAws(mockOptions);
  const Default = { BackupVaultName: "Default" };
  aws.in({ region: "us-west-2" }).seed({ backup: { vaults: [Default] } });
  aws.in({ accountId: other }).seed({ backup: { vaults: [{ ...Default, Policy: admits(here) }] } });
  const resources = [table, volume, database, cluster, bucket].map(arn => ({
    arn,
    sizeInBytes: 5_000,
    tags: { team: "sales" },
  }));
  aws.seed({
    backup: { vaults: [Default, { BackupVaultName: "nightly" }, { BackupVaultName: "safe" }] },
    resources,
  });
  const client = aws.attach(new BackupClient());
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: resource,
      IamRoleArn: role,
      Lifecycle: days === undefined ? undefined : { DeleteAfterDays: days },
    }),
  );
  await aws.settle();
  const { RecoveryPointArn } = await client.send(new DescribeBackupJobCommand({ BackupJobId }));
  const copy = (input: Partial<StartCopyJobCommandInput> = {}) =>
    client.send(
      new StartCopyJobCommand({
        RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultArn("safe"),
        IamRoleArn: role,
        ...input,
      }),
    );
  const describe = async (CopyJobId: string | undefined): Promise<CopyJob> => {
    const { CopyJob } = await client.send(new DescribeCopyJobCommand({ CopyJobId }));
    if (!CopyJob) throw new Error("no copy job");
    return CopyJob;
  };
  const finished = async (input: Partial<StartCopyJobCommandInput> = {}) => {
    const { CopyJobId } = await copy(input);
    await aws.settle();
    return describe(CopyJobId);
  };
  const list = async (input: ListCopyJobsCommandInput = {}) =>
    (await client.send(new ListCopyJobsCommand(input))).CopyJobs?.map(job => job.CopyJobId);
  return { aws, client, RecoveryPointArn, copy, describe, finished, list };
}

export const pointsIn = async (client: BackupClient, BackupVaultName: string) =>
  (await client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName }))).RecoveryPoints ?? [];
