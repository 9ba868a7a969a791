import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

export const aws = mockAws();
export const client = aws.attach(new BackupClient());

export const create = (BackupVaultName: string, tags?: Record<string, string>) =>
  client.send(new CreateBackupVaultCommand({ BackupVaultName, BackupVaultTags: tags }));
