/** Limits of AWS Backup (Developer Guide, "AWS Backup quotas"). */
export const backupQuotas = {
  vaults: 300,
  plans: 300,
  planVersions: 2_000,
  rulesPerPlan: 10,
  copyActionsPerRule: 5,
  selectionsPerPlan: 100,
  tagBasedSelectionsPerPlan: 10,
  tagsPerSelection: 30,
  /** Resources that a selection names, and also resources that it excludes. */
  resourcesPerSelection: 500,
  /** The same limit for lists with wildcards. */
  wildcardResourcesPerSelection: 30,
  recoveryPointsPerVault: 1_000_000,
  /** At the same time. */
  crossRegionCopiesPerResource: 100,
  crossAccountCopiesPerResource: 30,
  frameworks: 15,
  /** In all frameworks of the account. */
  frameworkControls: 50,
  reportPlans: 20,
  restoreTestingPlans: 100,
  restoreTestingSelectionsPerPlan: 30,
  restoreTestingArnsPerSelection: 30,
  restoreTestingConditionsPerSelection: 30,
  restoreTestingVaultSelectors: 30,
  legalHolds: 50,
  /** Running scan jobs, and scan jobs that wait for others of the same resource. */
  runningScans: 150,
  runningScansPerResource: 5,
  queuedScansPerResource: 10,
  /** Search indexes that are being built. */
  indexesAtATime: 40,
  indexesAtATimePerResource: 5,
  accessPointsPerRecoveryPoint: 5,
  tieringSelections: 5,
  tieringResources: 100,
};

export type BackupQuota = keyof typeof backupQuotas;
