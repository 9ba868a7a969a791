import {
  BackupClient,
  CreateBackupVaultCommand,
  type CreateBackupVaultCommandInput,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

// A client that knows less than the package speaks of: what both know is typed as ever.
const aws = mockAws();
export const client: BackupClient = aws.attach(new BackupClient({}));
export const wired = new BackupClient({ requestHandler: aws.requestHandler });
aws.intercept(BackupClient);
client.middlewareStack.use(aws.plugin);
client.middlewareStack.add(aws.middleware, aws.middlewareOptions);

aws.seed({
  backup: { vaults: [{ BackupVaultName: "nightly" }], recoveryPoints: [{ CreationDate: "40 days ago" }] },
  fsx: { fileSystems: [{ FileSystemType: "LUSTRE" }] },
});
// @ts-expect-error: no such member
aws.seed({ backup: { vaults: [{ VaultName: "nightly" }] } });
// @ts-expect-error: a number
aws.seed({ backup: { recoveryPoints: [{ Lifecycle: { DeleteAfterDays: "35" } }] } });

aws.on(CreateBackupVaultCommand, { BackupVaultName: "nightly" }).resolves({ BackupVaultArn: "arn" });
aws.on(StartBackupJobCommand).callsFake((_, proceed) => proceed());
// @ts-expect-error: no such member
aws.on(CreateBackupVaultCommand, { VaultName: "nightly" });

export const input: CreateBackupVaultCommandInput | undefined = aws.calls(CreateBackupVaultCommand)[0]?.input;
export const locked: boolean | undefined = aws.state.backup.vaults.get("nightly")?.Locked;
// @ts-expect-error: a boolean
export const text: string | undefined = aws.state.backup.vaults.get("nightly")?.Locked;

assertThat(aws).toHaveVault("nightly", { Locked: false });
assertThat(client).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "nightly" });
// @ts-expect-error: no such member
assertThat(client).toHaveReceivedCommandWith(CreateBackupVaultCommand, { VaultName: "nightly" });
