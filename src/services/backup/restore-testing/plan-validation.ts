import type { AwsError } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { invalidParameter, missingParameter } from "../account/errors";
import { isTimeZone, readSchedule } from "../plans/cron";
import type { PlanSettings, PointSelection } from "../records/restore-testing-plans";

const longestStartWindow = 168;
const longestSelectionWindow = 365;

/** Whether a text is a valid name of a restore testing plan or selection. */
export const isTestingName = (name: string): boolean => /^[a-zA-Z0-9_]{1,50}$/.test(name);

/** The error with which AWS refuses plan settings, if it does. */
export function planError(account: BackupView, settings: PlanSettings): AwsError | undefined {
  const { ScheduleExpression, ScheduleExpressionTimezone: zone, StartWindowHours: hours } = settings;
  const read = readSchedule(ScheduleExpression);
  if ("fault" in read) return invalidParameter(`Invalid ScheduleExpression: ${read.fault}`);
  if (!isTimeZone(zone)) return invalidParameter(`Invalid ScheduleExpressionTimezone: ${zone}`);
  if (hours < 1 || hours > longestStartWindow) {
    return invalidParameter(`StartWindowHours must be from 1 to ${longestStartWindow}.`);
  }
  return pointSelectionError(account, settings.RecoveryPointSelection);
}

function pointSelectionError(account: BackupView, selection: PointSelection): AwsError | undefined {
  const { Algorithm, IncludeVaults = [], ExcludeVaults = [], RecoveryPointTypes = [] } = selection;
  if (Algorithm === undefined) return missingParameter("RecoveryPointSelection.Algorithm is required.");
  if (IncludeVaults.length === 0)
    return missingParameter("RecoveryPointSelection.IncludeVaults is required.");
  if (RecoveryPointTypes.length === 0) {
    return missingParameter("RecoveryPointSelection.RecoveryPointTypes is required.");
  }
  const { SelectionWindowDays: days = 1 } = selection;
  if (days < 1 || days > longestSelectionWindow) {
    return invalidParameter(`SelectionWindowDays must be from 1 to ${longestSelectionWindow}.`);
  }
  const limit = account.quota("restoreTestingVaultSelectors");
  if (IncludeVaults.length + ExcludeVaults.length > limit) {
    return invalidParameter(`A restore testing plan can name at most ${limit} backup vaults.`);
  }
  const unknown = [...IncludeVaults, ...ExcludeVaults].find(vault => !isVaultSelector(vault));
  return unknown === undefined ? undefined : invalidParameter(`Invalid backup vault ARN: ${unknown}`);
}

const isVaultSelector = (text: string): boolean =>
  text === "*" || /^arn:[^:]+:backup:[^:]*:[^:]*:backup-vault:.+$/.test(text);

/** A point selection with AWS's defaults for omitted members. */
export const pointSelectionWithDefaults = (given: PointSelection): PointSelection => ({
  ...given,
  SelectionWindowDays: given.SelectionWindowDays ?? 30,
  ExcludeVaults: given.ExcludeVaults ?? [],
});
