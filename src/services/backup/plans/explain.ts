import { parseArn, placeKey } from "../../../core/place";
import type { BackupView } from "../account";
import type { BackupSource } from "../links";
import { isReserved } from "../reserved";
import { can } from "../resource-types";
import { isOptedIn } from "../settings";
import { allSources, typeOfSource } from "../sources";
import { displacingRule } from "./overlapping";
import { nextRunOf, type Rule } from "./plan-rules";
import { type Plan, planWithId } from "./plans";
import { selectedBy } from "./selected";
import { selectsButForOptIn } from "./selecting";

/** Why a plan, or one of its rules, does less than its author may think. */
export interface PlanProblem {
  readonly code:
    | "NoSelection"
    | "NothingSelected"
    | "OptedOut"
    | "VaultMissing"
    | "VaultReserved"
    | "RetentionOutsideLock"
    | "ColdStorageIgnored"
    | "NeverRuns"
    | "Displaced"
    | "CopyVaultMissing"
    | "CopyUnsupported"
    | "ContinuousUnsupported";
  /** For people: what will not happen, and why. */
  readonly message: string;
}

/** What one rule of a plan will do in this world. */
export interface RuleExplanation {
  readonly ruleName: string;
  readonly targetBackupVaultName: string;
  readonly schedule: string;
  readonly timeZone: string;
  /** The next runs, at most three. */
  readonly nextRuns: readonly Date[];
  /** The ARNs of the resources that it would back up if it ran now. */
  readonly resources: readonly string[];
  readonly moveToColdStorageAfterDays?: number | undefined;
  readonly deleteAfterDays?: number | undefined;
  readonly problems: readonly PlanProblem[];
}

/** What a plan will do, and what it can never do in this world. */
export interface PlanExplanation {
  readonly backupPlanId: string;
  readonly backupPlanName: string;
  readonly rules: readonly RuleExplanation[];
  /** What holds for every rule. */
  readonly problems: readonly PlanProblem[];
}

const runsShown = 3;

/** Explains a plan, rule by rule, by the world as it stands. Throws what GetBackupPlan throws for one there is not. */
export function explainPlan(account: BackupView, planId: string): PlanExplanation {
  const plan = planWithId(account, planId);
  const sources = [...selectedBy(account, plan)].map(([source]) => source);
  return {
    backupPlanId: plan.BackupPlanId,
    backupPlanName: plan.BackupPlan.BackupPlanName,
    rules: plan.BackupPlan.Rules.map(rule => explainRule(account, plan, rule, sources)),
    problems: selectionProblems(account, plan, sources),
  };
}

function explainRule(
  account: BackupView,
  plan: Plan,
  rule: Rule,
  sources: readonly BackupSource[],
): RuleExplanation {
  const runs = nextRuns(rule, account.now);
  return {
    ruleName: rule.RuleName,
    targetBackupVaultName: rule.TargetBackupVaultName,
    schedule: rule.ScheduleExpression ?? "",
    timeZone: rule.ScheduleExpressionTimezone ?? "",
    nextRuns: runs.map(at => new Date(at)),
    resources: sources.map(({ arn }) => arn),
    moveToColdStorageAfterDays: rule.Lifecycle?.MoveToColdStorageAfterDays,
    deleteAfterDays: rule.Lifecycle?.DeleteAfterDays,
    problems: [
      ...scheduleProblems(account, plan, rule, sources, runs),
      ...vaultProblems(account, rule),
      ...typeProblems(rule, sources),
      ...copyProblems(account, rule, sources),
    ],
  };
}

function nextRuns(rule: Rule, now: number): readonly number[] {
  const runs: number[] = [];
  let run = nextRunOf(rule, now);
  while (run !== undefined && runs.length < runsShown) {
    runs.push(run);
    run = nextRunOf(rule, run);
  }
  return runs;
}

function selectionProblems(
  account: BackupView,
  plan: Plan,
  sources: readonly BackupSource[],
): readonly PlanProblem[] {
  const selections = [...account.backup.selections.by("plan", plan.BackupPlanId)];
  if (selections.length === 0) {
    return [{ code: "NoSelection", message: "The plan has no resource selection, so it backs up nothing." }];
  }
  const optedOut = [...allSources(account)].filter(
    source =>
      !sources.some(({ arn }) => arn === source.arn) &&
      !isOptedIn(account, source.type) &&
      selections.some(selection => selectsButForOptIn(selection, source)),
  );
  const problems: PlanProblem[] = optedOut.map(source => ({
    code: "OptedOut",
    message: `${source.arn} is not backed up: this Region is not opted in to ${source.type}, and no selection names the type.`,
  }));
  if (sources.length > 0) return problems;
  return [
    {
      code: "NothingSelected",
      message: "No resource there is fits the plan's selections, so it backs up nothing.",
    },
    ...problems,
  ];
}

function scheduleProblems(
  account: BackupView,
  plan: Plan,
  rule: Rule,
  sources: readonly BackupSource[],
  runs: readonly number[],
): readonly PlanProblem[] {
  if (runs.length === 0) {
    return [{ code: "NeverRuns", message: `${rule.ScheduleExpression} has no run any more.` }];
  }
  return sources.flatMap(source => {
    const displacing = runs.map(run => displacingRule(account, plan, rule, source, run));
    const [first] = displacing;
    if (!first || displacing.includes(undefined)) return [];
    return [
      {
        code: "Displaced" as const,
        message: `${source.arn} gets no backup by this rule in its next ${runs.length} runs: rule ${first.RuleName} keeps its backups longer and its start window overlaps.`,
      },
    ];
  });
}

function vaultProblems(
  account: BackupView,
  { TargetBackupVaultName: name, Lifecycle }: Rule,
): readonly PlanProblem[] {
  if (isReserved(name)) {
    return [
      {
        code: "VaultReserved",
        message: `Backup vault ${name} is the service's own and takes no other plan's backups.`,
      },
    ];
  }
  const vault = account.backup.vaults.get(name);
  if (!vault) {
    return [
      {
        code: "VaultMissing",
        message: `Backup vault ${name} does not exist, so every job of this rule fails.`,
      },
    ];
  }
  const days = Lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;
  const { MinRetentionDays: least = 0, MaxRetentionDays: most = Number.POSITIVE_INFINITY } = vault;
  if (days >= least && days <= most) return [];
  const kept = Number.isFinite(days) ? `for ${days} days` : "for ever";
  return [
    {
      code: "RetentionOutsideLock",
      message: `Backups are to be kept ${kept}, but the lock of backup vault ${name} allows ${least} to ${most} days, so every job of this rule fails.`,
    },
  ];
}

function typeProblems(rule: Rule, sources: readonly BackupSource[]): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (rule.Lifecycle?.MoveToColdStorageAfterDays !== undefined) {
    for (const type of typesWithout("C", sources)) {
      problems.push({
        code: "ColdStorageIgnored",
        message: `${type} has no cold storage: its backups stay warm.`,
      });
    }
  }
  if (rule.EnableContinuousBackup) {
    for (const type of typesWithout("P", sources)) {
      problems.push({
        code: "ContinuousUnsupported",
        message: `${type} has no continuous backup: this rule makes snapshots of it.`,
      });
    }
  }
  return problems;
}

function copyProblems(
  account: BackupView,
  rule: Rule,
  sources: readonly BackupSource[],
): readonly PlanProblem[] {
  const actions = rule.CopyActions ?? [];
  const problems: PlanProblem[] = actions.flatMap(({ DestinationBackupVaultArn: arn }) =>
    vaultExists(account, arn)
      ? []
      : [
          {
            code: "CopyVaultMissing" as const,
            message: `Copies to ${arn} fail: that backup vault does not exist.`,
          },
        ],
  );
  if (actions.length === 0) return problems;
  for (const type of typesWithout("X", sources)) {
    problems.push({ code: "CopyUnsupported", message: `Backups of ${type} cannot be copied.` });
  }
  return problems;
}

function vaultExists(account: BackupView, arn: string): boolean {
  const parts = parseArn(arn);
  if (!parts) return false;
  const here = placeKey(parts) === placeKey(account.place);
  const there = here ? account : account.at({ accountId: parts.accountId, region: parts.region });
  return there.backup.vaults.has(parts.resource.replace(/^backup-vault:/, ""));
}

function typesWithout(
  feature: Parameters<typeof can>[1],
  sources: readonly BackupSource[],
): readonly string[] {
  const types = sources.flatMap(source => {
    const type = typeOfSource(source);
    return type && !can(type, feature) ? [source.type] : [];
  });
  return [...new Set(types)];
}
