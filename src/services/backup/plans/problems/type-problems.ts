import type { Lifecycle } from "../../records/lifecycle";
import { coldAt, keptLifecycle } from "../../recovery-points/lifecycle";
import { can, type ResourceType } from "../../resources/resource-types";
import { type PlanProblem, type RuleContext, typesOf } from "./problem";

/** Features that a rule uses and the types of its resources do not support. */
export function typeProblems({ rule, sources }: RuleContext): readonly PlanProblem[] {
  const types = typesOf(sources);
  const problems = coldStorageProblems(types, rule.Lifecycle, "its backups stay warm");
  if (!rule.EnableContinuousBackup) return problems;
  const unsupported = types.filter(type => !can(type, "continuousBackup"));
  return [
    ...problems,
    ...unsupported.map(({ name }) => ({
      code: "ContinuousUnsupported" as const,
      message: `${name} does not support continuous backup: this rule makes snapshots instead.`,
    })),
  ];
}

/** Types whose points stay warm although a lifecycle moves them to cold storage. */
export function coldStorageProblems(
  types: readonly ResourceType[],
  lifecycle: Lifecycle | undefined,
  consequence: string,
): readonly PlanProblem[] {
  const kept = keptLifecycle(lifecycle);
  if (kept?.MoveToColdStorageAfterDays === undefined) return [];
  return types
    .filter(type => coldAt(type, 0, kept) === undefined)
    .map(type => ({
      code: "ColdStorageIgnored",
      message: can(type, "coldStorage")
        ? `${type.name} archives only if the lifecycle opts in with OptInToArchiveForSupportedResources: ${consequence}.`
        : `${type.name} has no cold storage: ${consequence}.`,
    }));
}
