import type { Lifecycle } from "../../records/lifecycle";
import { coldAt, keptLifecycle } from "../../recovery-points/lifecycle";
import { can, type ResourceType } from "../../resources/resource-types";
import { type PlanProblem, type Subject, typesOf } from "./problem";

/** What a rule wants that the types of its resources cannot do. */
export function typeProblems({ rule, sources }: Subject): readonly PlanProblem[] {
  const types = typesOf(sources);
  const problems = coldStorageProblems(types, rule.Lifecycle, "its backups stay warm");
  if (!rule.EnableContinuousBackup) return problems;
  const unsupported = types.filter(type => !can(type, "continuousBackup"));
  return [
    ...problems,
    ...unsupported.map(({ name }) => ({
      code: "ContinuousUnsupported" as const,
      message: `${name} has no continuous backup: this rule makes snapshots of it.`,
    })),
  ];
}

/** The types whose points do not go cold though a lifecycle says so. */
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
        ? `${type.name} archives only where the lifecycle opts in to it, by OptInToArchiveForSupportedResources: ${consequence}.`
        : `${type.name} has no cold storage: ${consequence}.`,
    }));
}
