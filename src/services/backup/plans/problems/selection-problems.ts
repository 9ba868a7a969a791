import { parseArn } from "../../../../core/basics";
import type { BackupView } from "../../account/account";
import type { Plan } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import type { Selection } from "../../records/selections";
import { allSources, findSource } from "../../resources/sources";
import { isOptedIn } from "../../settings/region-settings";
import { SelectionMatcher } from "../selection-matching";
import type { PlanProblem } from "./problem";

/** Why a plan does not select what its author may expect. These problems concern every rule. */
export function selectionProblems(
  account: BackupView,
  plan: Plan,
  sources: readonly BackupSource[],
): readonly PlanProblem[] {
  const selections = [...account.backup.selections.by("plan", plan.BackupPlanId)];
  if (selections.length === 0) {
    return [{ code: "NoSelection", message: "The plan has no resource selection, so it backs up nothing." }];
  }
  const selected = new Set(sources.map(({ arn }) => arn));
  const problems = [
    ...optedOut(account, selections, selected),
    ...selections.flatMap(selection => missing(account, selection, selected)),
  ];
  if (sources.length > 0) return problems;
  return [
    {
      code: "NothingSelected",
      message: "No existing resource matches the plan's selections, so it backs up nothing.",
    },
    ...problems,
  ];
}

/** Resources that a selection would include if the Region were opted in to their type. */
function optedOut(
  account: BackupView,
  selections: readonly Selection[],
  selected: ReadonlySet<string>,
): readonly PlanProblem[] {
  const matchers = selections.map(selection => new SelectionMatcher(selection));
  return [...allSources(account)]
    .filter(
      source =>
        !selected.has(source.arn) &&
        !isOptedIn(account, source.type) &&
        matchers.some(matcher => matcher.selectsIgnoringOptIn(source)),
    )
    .map(({ arn, type }) => ({
      code: "OptedOut",
      message: `${arn} is not backed up: this Region is not opted in to ${type}, and no selection names the type.`,
    }));
}

/** Resources that a selection names by their full ARN and that do not exist. */
const missing = (
  account: BackupView,
  { BackupSelection: { SelectionName, Resources = [] } }: Selection,
  selected: ReadonlySet<string>,
): readonly PlanProblem[] =>
  Resources.filter(arn => !arn.includes("*") && !selected.has(arn) && !exists(account, arn)).map(arn => ({
    code: "ResourceMissing",
    message: `Selection ${SelectionName} names ${arn}, which does not exist in ${account.place.region} of account ${account.place.accountId}.`,
  }));

function exists(account: BackupView, text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && findSource(account, arn) !== undefined;
}
