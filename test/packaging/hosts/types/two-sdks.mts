import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { AssumeRoleCommand } from "@aws-sdk/nested-clients/sts";
import { mockAws, type Stub } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";
import {
  BackupClient as OldClient,
  CreateBackupVaultCommand as OldCommand,
  type CreateBackupVaultCommandInput as OldInput,
  ListBackupVaultsCommand as OldList,
  type CreateBackupVaultCommandOutput as OldOutput,
} from "client-backup-3.245";

// Clients and commands of two versions of the SDK, side by side.
const aws = mockAws();
export const client: BackupClient = aws.attach(new BackupClient());
export const old: OldClient = aws.attach(new OldClient({}));
aws.intercept(BackupClient, OldClient);
client.middlewareStack.use(aws.plugin);
old.middlewareStack.use(aws.plugin);
client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
old.middlewareStack.add(aws.middleware, aws.middlewareOptions);

export const stub: Stub<OldInput, OldOutput> = aws.on(OldCommand, { BackupVaultName: "daily" });
stub.resolves({ BackupVaultArn: "arn" });
aws.on(OldList).rejects("ThrottlingException");
aws.on(CreateBackupVaultCommand, { BackupVaultName: "daily" }).resolves({ BackupVaultArn: "arn" });
// @ts-expect-error: this mock stands for AWS Backup, EFS and FSx only
aws.on(AssumeRoleCommand);

export const name: string | undefined = aws.calls(OldCommand)[0]?.input.BackupVaultName;
assertThat(old).toHaveReceivedCommandWith(OldCommand, { BackupVaultName: "daily" });
assertThat(aws).toHaveReceivedNoOtherCommands([OldCommand, CreateBackupVaultCommand]);
// @ts-expect-error: no such member
assertThat(old).toHaveReceivedCommandWith(OldCommand, { VaultName: "daily" });
