import { parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { selectedResources } from "../plans/selected-resources";
import type { Rule } from "../records/plans";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { isFinished } from "../recovery-points/types";
import { itemsIn, type ParameterValues, periodIn } from "./control-parameters";

/**
 * Prepares the check of a control with its parameter values. The result tells whether a resource complies; undefined
 * means insufficient data.
 */
export type ResourceCheck = (
  account: BackupView,
  values: ParameterValues,
) => (source: BackupSource) => boolean | undefined;

/** The rules that back up each resource, by its ARN. */
function rulesByResource(account: BackupView): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const plan of account.backup.plans.by("active", "yes")) {
    for (const [{ arn }] of selectedResources(account, plan)) {
      rules.set(arn, [...(rules.get(arn) ?? []), ...plan.BackupPlan.Rules]);
    }
  }
  return rules;
}

/** A check that a resource passes if one of its rules does. */
const byRules =
  (holds: (account: BackupView, values: ParameterValues) => (rule: Rule) => boolean): ResourceCheck =>
  (account, values) => {
    const rules = rulesByResource(account);
    const complies = holds(account, values);
    return ({ arn }) => rules.get(arn)?.some(complies) ?? false;
  };

export const isInPlan: ResourceCheck = byRules(() => () => true);

/** The parsed ARNs of the vaults that a rule copies to. */
const destinationsOf = ({ CopyActions = [] }: Rule) =>
  CopyActions.map(({ DestinationBackupVaultArn }) => parseArn(DestinationBackupVaultArn)).filter(
    parts => parts !== undefined,
  );

const isAmong = (allowed: readonly string[], value: string): boolean =>
  allowed.length === 0 || allowed.includes(value);

export const isCopiedToOtherRegion: ResourceCheck = byRules(({ place }, { crossRegionList }) => {
  const regions = itemsIn(crossRegionList);
  return rule =>
    destinationsOf(rule).some(({ region }) => region !== place.region && isAmong(regions, region));
});

export const isCopiedToOtherAccount: ResourceCheck = byRules(({ place }, { crossAccountList }) => {
  const accountIds = itemsIn(crossAccountList);
  return rule =>
    destinationsOf(rule).some(
      ({ accountId }) => accountId !== place.accountId && isAmong(accountIds, accountId),
    );
});

export const goesToLockedVault: ResourceCheck = byRules(
  ({ backup }, { minRetentionDays, maxRetentionDays }) => {
    const least = Number(minRetentionDays ?? 0);
    const most = Number(maxRetentionDays ?? Number.POSITIVE_INFINITY);
    return ({ TargetBackupVaultName }) => {
      const vault: Vault | undefined = backup.vaults.get(TargetBackupVaultName);
      return (
        vault?.Locked === true &&
        (vault.MinRetentionDays ?? 0) >= least &&
        (vault.MaxRetentionDays ?? Number.POSITIVE_INFINITY) <= most
      );
    };
  },
);

/** A check that a resource passes if it has a recent recovery point that counts. */
const byRecentPoint =
  (counts: (account: BackupView, point: RecoveryPoint) => boolean): ResourceCheck =>
  (account, values) => {
    const oldest = account.now - periodIn(values, "recoveryPointAgeUnit", "recoveryPointAgeValue");
    return ({ arn }) => {
      for (const point of account.backup.recoveryPoints.by("resource", arn)) {
        if (point.CreationDate >= oldest && isFinished(point) && counts(account, point)) return true;
      }
      return false;
    };
  };

/** Copies that came from another account do not count. */
export const hasRecentPoint: ResourceCheck = byRecentPoint(({ place }, { SourceBackupVaultArn }) => {
  const source = SourceBackupVaultArn === undefined ? undefined : parseArn(SourceBackupVaultArn);
  return source === undefined || source.accountId === place.accountId;
});

export const isInAirGappedVault: ResourceCheck = byRecentPoint(
  (_, { VaultType }) => VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
);

export const meetsRestoreTime: ResourceCheck =
  ({ backup }, { maxRestoreTime }) =>
  ({ arn }) => {
    const latest = backup.latestRestores.get(arn);
    return latest && latest.LatestRestoreExecutionTimeMinutes <= Number(maxRestoreTime);
  };
