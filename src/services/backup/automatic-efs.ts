import { arn, type Place } from "../../core/place";
import type { BackupAccount } from "./account";
import { emitEvent, isoDate } from "./events";
import { keptRule, type RuleInput } from "./plans/plan-rules";
import { scheduleRules } from "./plans/plan-runs";
import { type Plan, planArn } from "./plans/plans";
import { emitVaultChange, managedKeyArn, type Vault, vaultArn } from "./vaults/vaults";

// The names, the rule and the selection are those of a real account. So is the plan's id, which differs between Regions.
const vaultName = "aws/efs/automatic-backup-vault";
const planId = "aws/efs/73d922fb-9312-3a70-99c3-e69367f9fdad";
const planName = "aws/efs/automatic-backup-plan";

const rule: RuleInput = {
  RuleName: "aws/efs/automatic-backup-rule",
  TargetBackupVaultName: vaultName,
  ScheduleExpression: "cron(0 5 ? * * *)",
  StartWindowMinutes: 480,
  CompletionWindowMinutes: 10_080,
  Lifecycle: { DeleteAfterDays: 35 },
};

/** IAM is not of a Region, which its ARNs leave empty. */
const serviceRole = (place: Place): string =>
  arn("iam", place, "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup").replace(
    `:${place.region}:`,
    "::",
  );

/**
 * Puts the vault, plan and selection of automatic EFS backups in place, where they are not there yet. They come with
 * the first file system of a Region that wants them, and stay.
 */
export function ensureAutomaticEfsBackups(account: BackupAccount): void {
  if (!account.backup.vaults.has(vaultName)) addVault(account);
  if (!account.backup.plans.has(planId)) addPlan(account);
}

function addVault(account: BackupAccount): void {
  const { backup, place, now, ids } = account;
  const vault: Vault = {
    BackupVaultName: vaultName,
    BackupVaultArn: vaultArn(place, vaultName),
    VaultType: "BACKUP_VAULT",
    VaultState: "AVAILABLE",
    EncryptionKeyArn: managedKeyArn(place),
    CreationDate: now,
    CreatorRequestId: ids.uuid(),
    Locked: false,
  };
  backup.vaults.insert(vault);
  emitVaultChange(account, vault, "CREATED");
}

function addPlan(account: BackupAccount): void {
  const { backup, place, now, ids } = account;
  const version = {
    BackupPlanId: planId,
    VersionId: btoa(ids.uuid()),
    CreationDate: now,
    BackupPlan: { BackupPlanName: planName, Rules: [keptRule(rule, ids)] },
  };
  const plan: Plan = {
    ...version,
    BackupPlanArn: planArn(place, planId),
    CreatorRequestId: ids.uuid(),
    document: planId,
  };
  backup.plans.insert(plan);
  backup.planVersions.insert(version);
  backup.selections.insert({
    SelectionId: ids.uuid(),
    BackupPlanId: planId,
    CreatorRequestId: ids.uuid(),
    CreationDate: now,
    BackupSelection: {
      SelectionName: "aws/efs/automatic-backup-selection",
      IamRoleArn: serviceRole(place),
      ListOfTags: [
        {
          ConditionType: "STRINGEQUALS",
          ConditionKey: "aws:elasticfilesystem:default-backup",
          ConditionValue: "enabled",
        },
      ],
    },
  });
  scheduleRules(account, plan);
  emitEvent(account, "Backup Plan State Change", [plan.BackupPlanArn], {
    backupPlanId: planId,
    versionId: plan.VersionId,
    state: "CREATED",
    creationDate: isoDate(now),
  });
}
