import { mockAws } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
const count = 100_000;
const place = "us-east-1:123456789012";
const vaults = Array.from({ length: 20 }, (_, i) => ({ BackupVaultName: `vault-${i}`, BackupVaultArn: `arn:aws:backup:${place}:backup-vault:vault-${i}`, CreationDate: 1700000000, NumberOfRecoveryPoints: count / 20 }));
const points = Array.from({ length: count }, (_, i) => ({
  RecoveryPointArn: `arn:aws:backup:${place}:recovery-point:${String(i).padStart(8, "0")}-0000-4000-8000-000000000000`,
  BackupVaultName: `vault-${i % 20}`, BackupVaultArn: `arn:aws:backup:${place}:backup-vault:vault-${i % 20}`,
  ResourceArn: `arn:aws:dynamodb:${place}:table/table-${i % 500}`, ResourceType: "DynamoDB", ResourceName: `table-${i % 500}`,
  CreatedBy: { BackupPlanId: "p", BackupPlanArn: `arn:aws:backup:${place}:backup-plan:p`, BackupPlanVersion: "v", BackupRuleId: "r" },
  IamRoleArn: "arn:aws:iam::123456789012:role/backup", Status: "COMPLETED",
  CreationDate: 1764547200 - i * 60, InitiationDate: 1764547200 - i * 60, CompletionDate: 1764547260 - i * 60, BackupSizeInBytes: 4096,
  CalculatedLifecycle: { DeleteAt: 1764547200 - i * 60 + 400 * 86400 }, Lifecycle: { DeleteAfterDays: 400 },
  EncryptionKeyArn: `arn:aws:kms:${place}:key/11111111-2222-4333-8444-555555555555`, IsEncrypted: true, IsParent: false, VaultType: "BACKUP_VAULT", 
}));
const dump = { "list-backup-vaults": { BackupVaultList: vaults }, "list-recovery-points-by-backup-vault": { RecoveryPoints: points } };
let t = performance.now();
const { fixture, skipped, warnings } = fromAwsCli(dump);
console.log("read", performance.now() - t, skipped.length, skipped[0], warnings.slice(0, 3));
t = performance.now();
mockAws(fixture.origin).seed(fixture);
console.log("seed", performance.now() - t);
