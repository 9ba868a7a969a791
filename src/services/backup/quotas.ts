/** Limits of AWS Backup (Developer Guide, "AWS Backup quotas"). */
export const backupQuotas = {
  vaults: 300,
  plans: 300,
  planVersions: 2_000,
  rulesPerPlan: 10,
  copyActionsPerRule: 5,
  selectionsPerPlan: 100,
};

export type BackupQuota = keyof typeof backupQuotas;
