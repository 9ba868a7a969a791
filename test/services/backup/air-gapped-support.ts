import { Backup, type CreateLogicallyAirGappedBackupVaultInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

export const accountId = "123456789012";
export const elsewhere = "222222222222";
export const role = `arn:aws:iam::${accountId}:role/backup`;
export const team = (name: string) => `arn:aws:mpa:us-east-1:${accountId}:approval-team/${name}`;
export const vaultArn = (name: string, account = accountId) =>
  `arn:aws:backup:us-east-1:${account}:backup-vault:${name}`;
export const now = Date.parse("2026-03-01T00:00:00Z");
export const BackupVaultName = "gapped";

export function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const client = aws.attach(new Backup());
  aws.in({ accountId: elsewhere }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const other = aws.in({ accountId: elsewhere }).attach(new Backup());
  const create = (input: Partial<CreateLogicallyAirGappedBackupVaultInput> = {}) =>
    client.createLogicallyAirGappedBackupVault({
      BackupVaultName,
      MinRetentionDays: 7,
      MaxRetentionDays: 365,
      ...input,
    });
  const describe = (name = BackupVaultName) => client.describeBackupVault({ BackupVaultName: name });
  const associate = (name = "owners") =>
    client.associateBackupVaultMpaApprovalTeam({
      BackupVaultName,
      MpaApprovalTeamArn: team(name),
      RequesterComment: "please",
    });
  /** An available vault with an approval team. */
  const ready = async () => {
    await create();
    await aws.settle();
    await associate();
  };
  const accesses = async () =>
    (await client.listRestoreAccessBackupVaults({ BackupVaultName })).RestoreAccessBackupVaults;
  return { aws, client, other, create, describe, associate, ready, accesses };
}

export const invalid = { name: "InvalidParameterValueException" };
export const refused = { name: "InvalidRequestException" };
export const missing = { name: "ResourceNotFoundException" };
