import { parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { selectedBy } from "../plans/selected";
import type { Rule } from "../records/plans";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { isFinished } from "../recovery-points/types";
import { type ParameterValues, periodIn, textsIn } from "./control-parameters";

/** Whether a resource complies; nothing where there is nothing to judge it by. */
export type ResourceJudge = (source: BackupSource) => boolean | undefined;

/** Prepares to judge every resource of an account by a control as it is set. */
export type ResourceJudging = (account: BackupView, values: ParameterValues) => ResourceJudge;

/** The rules by which each resource is backed up, by its ARN. */
function rulesByResource(account: BackupView): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const plan of account.backup.plans.by("active", "yes")) {
    for (const [{ arn }] of selectedBy(account, plan)) {
      rules.set(arn, [...(rules.get(arn) ?? []), ...plan.BackupPlan.Rules]);
    }
  }
  return rules;
}

/** Complies if one of the rules that back the resource up does. */
const byRules =
  (holds: (account: BackupView, values: ParameterValues) => (rule: Rule) => boolean): ResourceJudging =>
  (account, values) => {
    const rules = rulesByResource(account);
    const complies = holds(account, values);
    return ({ arn }) => rules.get(arn)?.some(complies) ?? false;
  };

export const isInPlan: ResourceJudging = byRules(() => () => true);

/** Where the copies of a rule go, as the parts of the vaults' ARNs. */
const destinationsOf = ({ CopyActions = [] }: Rule) =>
  CopyActions.map(({ DestinationBackupVaultArn }) => parseArn(DestinationBackupVaultArn)).filter(
    parts => parts !== undefined,
  );

const isAmong = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.includes(value);

export const isCopiedToOtherRegion: ResourceJudging = byRules(({ place }, { crossRegionList }) => {
  const wanted = textsIn(crossRegionList);
  return rule =>
    destinationsOf(rule).some(({ region }) => region !== place.region && isAmong(wanted, region));
});

export const isCopiedToOtherAccount: ResourceJudging = byRules(({ place }, { crossAccountList }) => {
  const wanted = textsIn(crossAccountList);
  return rule =>
    destinationsOf(rule).some(({ accountId }) => accountId !== place.accountId && isAmong(wanted, accountId));
});

export const goesToLockedVault: ResourceJudging = byRules(
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

/** Complies if a recovery point of the resource is young enough and of the right sort. */
const byYoungPoint =
  (counts: (account: BackupView, point: RecoveryPoint) => boolean): ResourceJudging =>
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
export const hasRecentPoint: ResourceJudging = byYoungPoint(({ place }, { SourceBackupVaultArn }) => {
  const source = SourceBackupVaultArn === undefined ? undefined : parseArn(SourceBackupVaultArn);
  return source === undefined || source.accountId === place.accountId;
});

export const isInAirGappedVault: ResourceJudging = byYoungPoint(
  (_, { VaultType }) => VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
);
