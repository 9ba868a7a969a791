import { type AwsError, type IdSource, type Place, parseArn } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import { inSomeRules, invalidParameter } from "../account/errors";
import {
  defaultCompletionWindow,
  defaultStartWindow,
  longestWindow,
  shortestStartWindow,
} from "../backup-jobs/window-bounds";
import type { Rule, RuleInput } from "../records/plans";
import { vaultOfArn } from "../records/vaults";
import { keptLifecycle, lifecycleFault } from "../recovery-points/lifecycle";
import { can, resourceTypeNamed } from "../resources/resource-types";
import { tagsFault } from "../tags/tags";
import { readAirGappedArn } from "../vaults/vault-arn";
import { isTimeZone, readSchedule, runsMoreThanHourly } from "./cron";

const defaults = {
  ScheduleExpression: "cron(0 5 ? * * *)",
  ScheduleExpressionTimezone: "Etc/UTC",
  StartWindowMinutes: defaultStartWindow,
  CompletionWindowMinutes: defaultCompletionWindow,
  EnableContinuousBackup: false,
};

const longestContinuousDays = 35;
/** Tags that a rule adds to its recovery points. */
const mostRuleTags = 10;

/** A rule as the service stores it: with defaults, and with the id of the earlier rule of the same name or a new one. */
export const ruleWithDefaults = (rule: RuleInput, ids: IdSource, earlier: readonly Rule[] = []): Rule => ({
  ...defaults,
  ...rule,
  ...(rule.Lifecycle && { Lifecycle: keptLifecycle(rule.Lifecycle) }),
  RuleId: earlier.find(({ RuleName }) => RuleName === rule.RuleName)?.RuleId ?? ids.uuid(),
});

/** The first run of a rule after an instant, if there is one. */
export function nextRunOf(rule: Rule, after: EpochMs): EpochMs | undefined {
  const read = readSchedule(rule.ScheduleExpression ?? "");
  return "schedule" in read
    ? read.schedule.nextRun(after, rule.ScheduleExpressionTimezone ?? "Etc/UTC")
    : undefined;
}

/** The error with which AWS refuses a rule, if it does. */
export function ruleError(rule: RuleInput, here: Place): AwsError | undefined {
  const reason = ruleFault(rule, here);
  if (reason === undefined) return undefined;
  return invalidParameter(reason === tooOften ? reason : inSomeRules(reason));
}

/** AWS answers this without the words that precede other reasons. */
const tooOften = "The interval between backup jobs shouldn't be less than 60 minutes.";

/** Why a rule is invalid, in AWS's words where they are known. */
function ruleFault(rule: RuleInput, here: Place): string | undefined {
  const faults = [
    windowFault(rule),
    continuousFault(rule),
    scheduleFault(rule),
    indexFault(rule),
    tagFault(rule),
  ];
  const { TargetLogicallyAirGappedBackupVaultArn: airGapped } = rule;
  if (airGapped !== undefined) {
    const target = readAirGappedArn(here, airGapped);
    if ("fault" in target) faults.push(target.fault);
  }
  if (rule.Lifecycle) faults.push(lifecycleFault(rule.Lifecycle));
  for (const { DestinationBackupVaultArn: vaultArn, Lifecycle } of rule.CopyActions ?? []) {
    if (!vaultOfArn(parseArn(vaultArn))) faults.push(`Invalid backup vault ARN: ${vaultArn}`);
    if (Lifecycle) faults.push(lifecycleFault(Lifecycle));
  }
  return faults.find(fault => fault !== undefined);
}

function windowFault({
  StartWindowMinutes: start,
  CompletionWindowMinutes: complete,
}: RuleInput): string | undefined {
  if (start !== undefined && start < shortestStartWindow) {
    return `Invalid start window. StartWindowMinutes cannot be less than ${shortestStartWindow} minutes`;
  }
  if ((start ?? 0) > longestWindow || (complete ?? 0) > longestWindow) {
    return `Invalid window. A window cannot be more than ${longestWindow} minutes`;
  }
  const startWindow = start ?? defaultStartWindow;
  if (complete !== undefined && complete < startWindow) {
    return "Invalid completion window. CompletionWindowMinutes cannot be less than StartWindowMinutes";
  }
  return undefined;
}

function continuousFault({ EnableContinuousBackup, Lifecycle }: RuleInput): string | undefined {
  if (!EnableContinuousBackup) return undefined;
  const { DeleteAfterDays: days, MoveToColdStorageAfterDays: cold } = keptLifecycle(Lifecycle) ?? {};
  if (days === undefined) return "Lifecycle must be specified for backup rule enabled continuous backup";
  if (cold !== undefined) {
    return "Invalid lifecycle. MoveToColdStorageAfterDays is unavailable";
  }
  return days > longestContinuousDays
    ? `Invalid lifecycle. DeleteAfterDays cannot be more than ${longestContinuousDays} days for continuous backup`
    : undefined;
}

function scheduleFault({
  ScheduleExpression,
  ScheduleExpressionTimezone: zone,
}: RuleInput): string | undefined {
  if (zone !== undefined && !isTimeZone(zone)) return `Invalid ScheduleExpressionTimezone: ${zone}`;
  if (ScheduleExpression === undefined) return undefined;
  const read = readSchedule(ScheduleExpression);
  if ("fault" in read) return `Invalid ScheduleExpression: ${read.fault}`;
  return runsMoreThanHourly(read.schedule) ? tooOften : undefined;
}

function indexFault({ IndexActions = [] }: RuleInput): string | undefined {
  if (IndexActions.length > 1) return "Invalid index actions. A rule can have at most one index action";
  const types = IndexActions[0]?.ResourceTypes ?? [];
  if (types.length > 1) return "Invalid index actions. An index action can have at most one resource type";
  for (const name of types) {
    const type = resourceTypeNamed(name);
    if (!type || !can(type, "searchIndex")) {
      return `Invalid index actions. Backup indexes are not supported for resource type ${name}`;
    }
  }
  return undefined;
}

function tagFault({ RecoveryPointTags = {} }: RuleInput): string | undefined {
  if (Object.keys(RecoveryPointTags).length > mostRuleTags) {
    return `Invalid recovery point tags. There can be at most ${mostRuleTags}`;
  }
  const fault = tagsFault(RecoveryPointTags);
  return fault && `Invalid recovery point tags. ${fault}`;
}
