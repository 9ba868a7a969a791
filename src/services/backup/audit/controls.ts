import { accountIdForm, regionForm } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { readSchedule } from "../plans/cron";
import type { ControlDocument } from "../records/frameworks";
import type { Plan } from "../records/plans";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import {
  itemsIn,
  listOf,
  type Parameter,
  type ParameterValues,
  parameterFault,
  parameterValues,
  period,
  periodIn,
  wholeNumber,
} from "./control-parameters";
import { isInScope, scopeFault } from "./control-scope";
import { preventsManualDeletion } from "./deletion-policy";
import { runsAtLeastEvery } from "./frequency";
import {
  goesToLockedVault,
  hasRecentPoint,
  isCopiedToOtherAccount,
  isCopiedToOtherRegion,
  isInAirGappedVault,
  isInPlan,
  meetsRestoreTime,
  type ResourceCheck,
} from "./resource-checks";
import {
  planSubjects,
  pointSubjects,
  resourceSubjects,
  type Subject,
  type SubjectKind,
  vaultSubjects,
} from "./subjects";

/** The result of a control: the subjects in its scope, by compliance. */
export interface Evaluation {
  readonly compliant: readonly Subject[];
  readonly nonCompliant: readonly Subject[];
}

/** A control of AWS Backup Audit Manager (Developer Guide, "Controls and remediation"). */
interface Control {
  /** Evaluated on a schedule. Other controls are evaluated when a configuration changes. */
  readonly periodic: boolean;
  fault(document: ControlDocument): string | undefined;
  evaluate(account: BackupView, document: ControlDocument): Evaluation;
}

interface ControlFacts<Item> {
  readonly kind: SubjectKind<Item>;
  readonly periodic: boolean;
  readonly parameters: readonly Parameter[];
  /** Prepares a check of single items: whether one complies, or undefined for insufficient data. */
  check(account: BackupView, values: ParameterValues): (item: Item) => boolean | undefined;
}

function control<Item>({ kind, periodic, parameters, check }: ControlFacts<Item>): Control {
  return {
    periodic,
    fault: ({ ControlInputParameters, ControlScope }) =>
      parameterFault(parameters, ControlInputParameters) ?? scopeFault(kind, ControlScope),
    evaluate(account, { ControlInputParameters, ControlScope }) {
      const complies = check(account, parameterValues(parameters, ControlInputParameters));
      const compliant: Subject[] = [];
      const nonCompliant: Subject[] = [];
      for (const item of kind.all(account)) {
        const subject = kind.subject(account, item);
        const isCompliant = isInScope(ControlScope, subject) ? complies(item) : undefined;
        if (isCompliant !== undefined) (isCompliant ? compliant : nonCompliant).push(subject);
      }
      return { compliant, nonCompliant };
    },
  };
}

const longestRetention = 36_500;
const retentionDays = wholeNumber("requiredRetentionDays", 1, longestRetention, { defaultValue: "35" });
const pointAge = (most: { readonly hours: number; readonly days: number }, leastHours = 1) =>
  period("recoveryPointAgeUnit", "recoveryPointAgeValue", {
    hours: [leastHours, most.hours],
    days: [1, most.days],
  });

/** Whether retention is long enough. Without an end, backups are kept for ever. */
const isRetainedEnough = (days: number | undefined, { requiredRetentionDays }: ParameterValues): boolean =>
  (days ?? Number.POSITIVE_INFINITY) >= Number(requiredRetentionDays);

const ofResources = (check: ResourceCheck, ...parameters: readonly Parameter[]): Control =>
  control<BackupSource>({ kind: resourceSubjects, periodic: true, parameters, check });

const ofPoints = (
  holds: (point: RecoveryPoint, values: ParameterValues) => boolean,
  ...parameters: readonly Parameter[]
): Control =>
  control<RecoveryPoint>({
    kind: pointSubjects,
    periodic: false,
    parameters,
    check: (_, values) => point => holds(point, values),
  });

const planMeetsFrequencyAndRetention = control<Plan>({
  kind: planSubjects,
  periodic: false,
  parameters: [
    ...period("requiredFrequencyUnit", "requiredFrequencyValue", { hours: [1, 24], days: [1, 31] }),
    retentionDays,
  ],
  check(account, values) {
    const interval = periodIn(values, "requiredFrequencyUnit", "requiredFrequencyValue");
    return ({ BackupPlan }) =>
      BackupPlan.Rules.some(({ Lifecycle, ScheduleExpression }) => {
        const read = readSchedule(ScheduleExpression ?? "");
        return (
          isRetainedEnough(Lifecycle?.DeleteAfterDays, values) &&
          "schedule" in read &&
          runsAtLeastEvery(read.schedule, interval, account.now)
        );
      });
  },
});

const vaultPreventsDeletion = control<Vault>({
  kind: vaultSubjects,
  periodic: false,
  parameters: [listOf("principalArnList", "ARNs of IAM roles", /^arn:[^:]+:iam::\d{12}:.+$/, 5)],
  check(_, { principalArnList }) {
    const allowed = itemsIn(principalArnList);
    return ({ policy }) => preventsManualDeletion(policy, allowed);
  },
});

export const controls: Readonly<Record<string, Control>> = {
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: ofResources(isInPlan),
  BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK: planMeetsFrequencyAndRetention,
  BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: vaultPreventsDeletion,
  BACKUP_RECOVERY_POINT_ENCRYPTED: ofPoints(({ IsEncrypted }) => IsEncrypted === true),
  BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK: ofPoints(
    ({ Lifecycle }, values) => isRetainedEnough(Lifecycle?.DeleteAfterDays, values),
    retentionDays,
  ),
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION: ofResources(
    isCopiedToOtherRegion,
    listOf("crossRegionList", "Regions", regionForm),
  ),
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: ofResources(
    isCopiedToOtherAccount,
    listOf("crossAccountList", "account ids", accountIdForm, 5),
  ),
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: ofResources(
    goesToLockedVault,
    wholeNumber("minRetentionDays", 1, longestRetention),
    wholeNumber("maxRetentionDays", 1, longestRetention),
  ),
  BACKUP_LAST_RECOVERY_POINT_CREATED: ofResources(hasRecentPoint, ...pointAge({ hours: 744, days: 31 })),
  RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: ofResources(
    meetsRestoreTime,
    wholeNumber("maxRestoreTime", 1, Number.MAX_SAFE_INTEGER, { required: true }),
  ),
  RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT: ofResources(
    isInAirGappedVault,
    ...pointAge({ hours: 2_184, days: 91 }, 24),
  ),
};

const controlNamed = (name: string): Control | undefined =>
  Object.hasOwn(controls, name) ? controls[name] : undefined;

/** Why a control is invalid; undefined when it is valid. */
export function controlFault(document: ControlDocument): string | undefined {
  const control = controlNamed(document.ControlName);
  if (!control) return `Invalid control name: ${document.ControlName}`;
  const fault = control.fault(document);
  return fault && `Invalid control ${document.ControlName}: ${fault}`;
}

/** Evaluates a control in the present state of the account. */
export function evaluateControl(account: BackupView, document: ControlDocument): Evaluation {
  const control = controlNamed(document.ControlName);
  return control ? control.evaluate(account, document) : { compliant: [], nonCompliant: [] };
}

/** Whether a control is evaluated on a schedule, not on changes. */
export const isPeriodic = ({ ControlName }: ControlDocument): boolean =>
  controlNamed(ControlName)?.periodic === true;
