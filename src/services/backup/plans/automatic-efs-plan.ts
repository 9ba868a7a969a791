import { globalArn, type Place } from "../../../core/basics";
import type { BackupAccount } from "../account/account";
import { defaultCompletionWindow, defaultStartWindow } from "../backup-jobs/window-bounds";
import type { Selection } from "../records/selections";
import { emitVaultChange, makeVault } from "../vaults/vaults";
import { emitPlanChange, makePlan, type PlanInput } from "./plans";
import { makeSelection } from "./selections";

// Names, rule and selection are those of a real account. The plan's id differs in some Regions.
const vaultName = "aws/efs/automatic-backup-vault";
const planId = "aws/efs/73d922fb-9312-3a70-99c3-e69367f9fdad";

const plan: PlanInput = {
  BackupPlanName: "aws/efs/automatic-backup-plan",
  Rules: [
    {
      RuleName: "aws/efs/automatic-backup-rule",
      TargetBackupVaultName: vaultName,
      ScheduleExpression: "cron(0 5 ? * * *)",
      StartWindowMinutes: defaultStartWindow,
      CompletionWindowMinutes: defaultCompletionWindow,
      Lifecycle: { DeleteAfterDays: 35 },
    },
  ],
};

const selectionIn = (place: Place): Selection["BackupSelection"] => ({
  SelectionName: "aws/efs/automatic-backup-selection",
  IamRoleArn: globalArn("iam", place, "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup"),
  ListOfTags: [
    {
      ConditionType: "STRINGEQUALS",
      ConditionKey: "aws:elasticfilesystem:default-backup",
      ConditionValue: "enabled",
    },
  ],
});

/**
 * Creates the vault, plan and selection of automatic EFS backups, unless they exist. AWS creates them with the first
 * file system of a Region that has automatic backups, and keeps them.
 */
export function ensureAutomaticEfsBackups(account: BackupAccount): void {
  const { backup, place } = account;
  if (!backup.vaults.has(vaultName)) {
    const CreatorRequestId = `aws/efs/automatic-backup-${place.accountId}-${place.region}`;
    emitVaultChange(account, makeVault(account, { BackupVaultName: vaultName, CreatorRequestId }), "CREATED");
  }
  if (!backup.plans.has(planId)) addPlan(account);
  if (backup.selections.by("plan", planId).size === 0) {
    makeSelection(account, { BackupPlanId: planId, BackupSelection: selectionIn(place) });
  }
}

function addPlan(account: BackupAccount): void {
  emitPlanChange(account, makePlan(account, plan, { BackupPlanId: planId }), "CREATED");
}
