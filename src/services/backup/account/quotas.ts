/** Limits of AWS Backup (Developer Guide, "AWS Backup quotas"). */
export const backupQuotas = {
  /** Backup vaults. Default: 300. */
  vaults: 300,
  /** Backup plans. Default: 300. */
  plans: 300,
  /** Versions of a backup plan. Default: 2,000. */
  planVersions: 2_000,
  /** Rules of a backup plan. Default: 10. */
  rulesPerPlan: 10,
  /** Copy actions of a rule. Default: 5. */
  copyActionsPerRule: 5,
  /** Resource selections of a backup plan. Default: 100. */
  selectionsPerPlan: 100,
  /** Resource selections by tags, of a backup plan. Default: 10. */
  tagBasedSelectionsPerPlan: 10,
  /** Tags of a resource selection. Default: 30. */
  tagsPerSelection: 30,
  /** Resources that a selection names, and as many that it excludes. Default: 500. */
  resourcesPerSelection: 500,
  /** The same, if one of them has a wildcard. Default: 30. */
  wildcardResourcesPerSelection: 30,
  /** Recovery points of a vault. Default: 1,000,000. */
  recoveryPointsPerVault: 1_000_000,
  /** Concurrent copies from an account and Region into another Region or account, by Region. Default: 100. */
  outgoingCopiesAtATime: 100,
  /** Concurrent copies into a vault when that many copies run already. Default: 5. */
  furtherCopiesAtATimePerVault: 5,
  /** Concurrent copies into logically air-gapped vaults. Default: 20. */
  airGappedCopiesAtATime: 20,
  /** The same of FSx, and of Storage Gateway. Default: 5. */
  airGappedCopiesAtATimePerLimitedType: 5,
  /** Concurrent copies of a resource to other accounts, by Region. Default: 30. */
  crossAccountCopiesPerResource: 30,
  /** Backup jobs that run at a time; further ones fail. Default: ∞. */
  backupJobsAtATime: Number.POSITIVE_INFINITY,
  /** Concurrent backups of Timestream. Default: 4. */
  timestreamBackupsAtATime: 4,
  /** Concurrent restores of Timestream. Default: 1. */
  timestreamRestoresAtATime: 1,
  /** Concurrent restores of EKS clusters. Default: 5. */
  eksRestoresAtATime: 5,
  /** Concurrent restores of an EKS cluster. Default: 1. */
  eksRestoresAtATimePerCluster: 1,
  /** Frameworks. Default: 15. */
  frameworks: 15,
  /** Controls of all frameworks. Default: 50. */
  frameworkControls: 50,
  /** Report plans. Default: 20. */
  reportPlans: 20,
  /** Restore testing plans. Default: 100. */
  restoreTestingPlans: 100,
  /** Selections of a restore testing plan. Default: 30. */
  restoreTestingSelectionsPerPlan: 30,
  /** Protected resource ARNs of a restore testing selection. Default: 30. */
  restoreTestingArnsPerSelection: 30,
  /** Conditions of a restore testing selection. Default: 30. */
  restoreTestingConditionsPerSelection: 30,
  /** Vaults that a restore testing plan includes or excludes. Default: 30. */
  restoreTestingVaultSelectors: 30,
  /** Legal holds in force. Default: 50. */
  legalHolds: 50,
  /** Concurrent scan jobs. Default: 150. */
  runningScans: 150,
  /** Concurrent scan jobs of a resource. Default: 5. */
  runningScansPerResource: 5,
  /** Waiting scan jobs of a resource. Default: 10. */
  queuedScansPerResource: 10,
  /** Search indexes being created. Default: 40. */
  indexesAtATime: 40,
  /** The same in ap-southeast-5 and ca-central-1. Default: 10. */
  indexesAtATimeInSmallRegions: 10,
  /** Search indexes being created by UpdateRecoveryPointIndexSettings. Default: 1. */
  indexesAtATimeOnDemand: 1,
  /** Search indexes being created of a resource. Default: 5. */
  indexesAtATimePerResource: 5,
  /** Backup access points of a recovery point. Default: 5. */
  accessPointsPerRecoveryPoint: 5,
  /** Resource selections of a tiering configuration. Default: 5. */
  tieringSelections: 5,
  /** Resources of a tiering configuration. Default: 100. */
  tieringResources: 100,
};

export type BackupQuota = keyof typeof backupQuotas;
