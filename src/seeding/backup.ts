import type { UpdateRegionSettingsInput } from "@aws-sdk/client-backup";
import type { BackupShape } from "../services/backup/account/account";
import { backupKinds } from "../services/backup/kinds";
import type { BackupJob } from "../services/backup/records/backup-jobs";
import type { GlobalSettings } from "../services/backup/records/global-settings";
import type { Plan } from "../services/backup/records/plans";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import type { RegionSettings } from "../services/backup/records/region-settings";
import type { Selection } from "../services/backup/records/selections";
import type { Vault } from "../services/backup/records/vaults";
import { type JobSeed, makeJob } from "./backup-jobs";
import { isOfAutomaticPlan, makePlanOf, makeSelectionOf, type PlanSeed, refuseSummary } from "./backup-plans";
import { backupReplays } from "./backup-replays";
import { collectionsOf } from "./collection";
import { makePoint, type PointSeed, withUsualSize } from "./recovery-points";
import { completeSelection, type SelectionSeed } from "./selections";
import { type GlobalSettingsSeed, setGlobalSettings, setRegionSettings } from "./settings";
import { makeVaultOf, type VaultSeed } from "./vaults";

const collection = collectionsOf<BackupShape>();

/** The lists of AWS Backup, in the order in which they are seeded. */
export const backupCollections = {
  /** Backup vaults, with the members of CreateBackupVault, DescribeBackupVault, and the inputs for access policies, locks and notifications. */
  vaults: collection<VaultSeed, Vault>(
    {
      createdBy: [
        "CreateBackupVault",
        "PutBackupVaultAccessPolicy",
        "PutBackupVaultLockConfiguration",
        "PutBackupVaultNotifications",
      ],
      described: backupKinds.vaults.description,
      ids: ["BackupVaultName"],
    },
    makeVaultOf,
  ),
  /** Backup plans, with the members of CreateBackupPlan and GetBackupPlan, and their `selections`. */
  plans: collection<PlanSeed, Plan>(
    {
      createdBy: ["CreateBackupPlan"],
      described: backupKinds.plans.description,
      ids: ["BackupPlanId", "BackupPlan.BackupPlanName"],
      children: { selections: { list: "selections", parent: "BackupPlanId" } },
      unread: ["ScheduledRunsPreview"],
      readAnswer: refuseSummary,
      comesWithAnother: isOfAutomaticPlan,
    },
    makePlanOf,
  ),
  /** Resource selections, with the members of CreateBackupSelection and GetBackupSelection, or of a BackupSelection alone, and `BackupPlanName`. */
  selections: collection<SelectionSeed, Selection>(
    {
      createdBy: ["CreateBackupSelection"],
      described: backupKinds.selections.description,
      ids: ["SelectionId"],
      complete: completeSelection,
      comesWithAnother: isOfAutomaticPlan,
    },
    makeSelectionOf,
  ),
  /** Recovery points, with the members of DescribeRecoveryPoint, and `Tags`. */
  recoveryPoints: collection<PointSeed, RecoveryPoint>(
    {
      createdBy: ["TagResource"],
      described: backupKinds.recoveryPoints.description,
      ids: ["RecoveryPointArn"],
      orderedBy: "CreationDate",
      unread: ["AggregatedScanResult"],
      readAnswer: withUsualSize,
    },
    makePoint,
  ),
  /** Backup jobs, with the members of DescribeBackupJob. */
  backupJobs: collection<JobSeed, BackupJob>(
    {
      described: backupKinds.backupJobs.description,
      ids: ["BackupJobId"],
      orderedBy: "CreationDate",
    },
    makeJob,
  ),
  ...backupReplays,
  /** The settings of the organization, with the members of UpdateGlobalSettings or DescribeGlobalSettings; one item. */
  globalSettings: collection<GlobalSettingsSeed, GlobalSettings>(
    { createdBy: ["UpdateGlobalSettings"], described: backupKinds.globalSettings.description, ids: [] },
    setGlobalSettings,
  ),
  /** The settings of the Region, with the members of UpdateRegionSettings; one item. */
  regionSettings: collection<UpdateRegionSettingsInput, RegionSettings>(
    { createdBy: ["UpdateRegionSettings"], described: backupKinds.regionSettings.description, ids: [] },
    setRegionSettings,
  ),
};
