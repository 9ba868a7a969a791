import type { CopyExplanation, PlanExplanation, RuleExplanation } from "./explanation";
import type { PlanProblem } from "./problems/problem";

const mostResources = 5;

/** An explanation for reading, a few lines for each rule. */
export const explanationText = ({
  backupPlanName,
  backupPlanId,
  rules,
  problems,
}: Omit<PlanExplanation, "toString">): string =>
  [
    `Plan ${backupPlanName} (${backupPlanId})`,
    ...problems.map(problemText),
    ...rules.flatMap(rule => [`  Rule ${rule.ruleName}`, ...ruleText(rule).map(line => `  ${line}`)]),
  ].join("\n");

function ruleText(rule: RuleExplanation): readonly string[] {
  const { targetBackupVaultName, schedule, timeZone, nextRuns, displacedRuns, copies, problems } = rule;
  return [
    `  into ${targetBackupVaultName}, ${schedule} ${timeZone}, ${lifetimeText(rule)}`,
    ...copies.map(copyText),
    `  ${resourcesText(rule.resources)}`,
    nextRuns.length === 0 ? "  never runs" : `  next ${nextRuns.map(dateText).join(", ")}`,
    ...displacedRuns.map(({ at, by }) => `  not ${dateText(at)}, when ${by} makes the backup`),
    ...problems.map(problemText),
  ];
}

const problemText = ({ code, message }: PlanProblem): string => `  ! ${code}: ${message}`;

/** To the minute, as schedules are: `2026-01-01T05:00Z`. */
const dateText = (date: Date): string => date.toISOString().replace(/:00\.000Z$/, "Z");

const copyText = (copy: CopyExplanation): string =>
  `  copied into ${copy.destinationBackupVaultArn}, ${lifetimeText(copy)}`;

function lifetimeText({
  moveToColdStorageAfterDays: cold,
  deleteAfterDays: end,
}: Pick<RuleExplanation, "moveToColdStorageAfterDays" | "deleteAfterDays">): string {
  const kept = end === undefined ? "kept for ever" : `kept for ${end} days`;
  return cold === undefined ? kept : `${kept}, cold after ${cold}`;
}

function resourcesText(arns: readonly string[]): string {
  if (arns.length === 0) return "backs up nothing";
  const unlisted = arns.length - mostResources;
  const shown = arns.slice(0, mostResources).join(", ");
  return `backs up ${shown}${unlisted > 0 ? ` and ${unlisted} more` : ""}`;
}
