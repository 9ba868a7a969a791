import { type PlaceKey, placeOfKey } from "../core/basics";
import { backup } from "../services/backup";
import { explainPlan, type PlanProblem } from "../services/backup/plans/explain";
import type { Branch } from "./branch";
import { isoOf } from "./instants";
import { isFailure } from "./outcomes";
import type { ForecastProblem, ForecastProblemCode, ForecastRun, Protection } from "./result";

/** Everything that will not be as its author may expect: what `explain` says at the start, and what only the run shows. */
export const problemsOf = (
  branch: Branch,
  runs: readonly ForecastRun[],
  protection: readonly Protection[],
): readonly ForecastProblem[] => [
  ...explained(branch),
  ...ofRuns(runs),
  ...ofRestoreTests(branch),
  ...protection.flatMap(ofProtection),
];

function* explained({ start }: Branch): Generator<ForecastProblem, undefined> {
  for (const key of Object.keys(start.state.places)) {
    const account = start.account(backup, placeOfKey(key as PlaceKey));
    for (const { BackupPlanId } of account.backup.plans.by("active", "yes")) {
      const { backupPlanName: plan, problems, rules } = explainPlan(account, BackupPlanId);
      const ofPlan = ({ code, message }: PlanProblem, rule?: string): ForecastProblem => ({
        code,
        plan,
        rule,
        message,
      });
      yield* problems.map(problem => ofPlan(problem));
      for (const { ruleName, problems: ofRule } of rules)
        yield* ofRule.map(problem => ofPlan(problem, ruleName));
    }
  }
}

/** What happens again and again is one problem. */
class Repetitions {
  readonly #problems = new Map<string, ForecastProblem & { readonly count: number }>();

  add(at: string, code: ForecastProblemCode, problem: Omit<ForecastProblem, "code">): void {
    const { plan, rule, resourceArn, message } = problem;
    const key = JSON.stringify([code, plan, rule, resourceArn, message]);
    const known = this.#problems.get(key);
    this.#problems.set(key, {
      code,
      ...problem,
      count: (known?.count ?? 0) + 1,
      first: known?.first ?? at,
      last: at,
    });
  }

  get all(): readonly ForecastProblem[] {
    return [...this.#problems.values()];
  }
}

function ofRuns(runs: readonly ForecastRun[]): readonly ForecastProblem[] {
  const found = new Repetitions();
  for (const { at, plan, rule, resourceArn, outcome, message, copies } of runs) {
    if (outcome === "NO_RESOURCE") {
      found.add(at, "RunWithoutResource", { plan, rule, message: "The plan selects no resource." });
    } else if (isFailure[outcome]) {
      const why = `${outcome}: ${message ?? "no message"}`;
      found.add(at, "BackupFails", { plan, rule, resourceArn, message: why });
    }
    for (const copy of copies) {
      if (!isFailure[copy.outcome]) continue;
      const why = `Copy to ${copy.destinationBackupVaultArn} ${copy.outcome}: ${copy.message ?? "no message"}`;
      found.add(at, "CopyFails", { plan, rule, resourceArn, message: why });
    }
  }
  return found.all;
}

function ofRestoreTests({ course }: Branch): readonly ForecastProblem[] {
  const found = new Repetitions();
  for (const { job } of course.restores.all) {
    const { CreatedBy, Status, StatusMessage = "no message", CreationDate, SourceResourceArn } = job;
    if (CreatedBy?.RestoreTestingPlanArn === undefined || (Status !== "FAILED" && Status !== "ABORTED"))
      continue;
    const message = `${Status}: ${StatusMessage}`;
    found.add(isoOf(CreationDate), "RestoreTestFails", { resourceArn: SourceResourceArn, message });
  }
  return found.all;
}

function ofProtection(protection: Protection): readonly ForecastProblem[] {
  const { resourceArn, plans, daysWithoutPoint, steps } = protection;
  const problem = (code: ForecastProblemCode, message: string) => [{ code, resourceArn, message }];
  const wasKept = steps.some(({ points }) => points > 0);
  if (plans.length === 0) {
    return problem(
      "NotSelected",
      wasKept ? "No plan selects it." : "No plan selects it, and it has no backup.",
    );
  }
  if (!wasKept) return problem("NeverBackedUp", `${plans.join(", ")} selects it, and it has no backup.`);
  const firstKept = steps.findIndex(({ points }) => points > 0);
  const isLost = steps.slice(firstKept).some(({ points }) => points === 0);
  return isLost
    ? problem(
        "TimeWithoutPoint",
        `It has no backup for ${daysWithoutPoint} days, some of them after the first one.`,
      )
    : [];
}
