import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupJobCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";

const client = new BackupClient({ region: "us-east-1" });

/** Creates the vault `nightly` if necessary, and starts a backup of a resource into it. */
export async function protect(resourceArn: string): Promise<string | undefined> {
  try {
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AlreadyExistsException") throw error;
  }
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: resourceArn,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Lifecycle: { DeleteAfterDays: 35 },
    }),
  );
  return BackupJobId;
}

/** Polls a backup job until it ends, and returns its state. */
export async function finalState(BackupJobId: string): Promise<string | undefined> {
  for (;;) {
    const { State } = await client.send(new DescribeBackupJobCommand({ BackupJobId }));
    if (State === "COMPLETED" || State === "FAILED") return State;
  }
}
