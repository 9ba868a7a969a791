import type { BackupView } from "../../account/account";
import type { Plan, Rule } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { type ResourceType, resourceTypeNamed } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";

/** The codes of plan problems. Stable, for programs to compare. */
export const problemCodes = [
  "PlanDeleted",
  "NoSelection",
  "NothingSelected",
  "OptedOut",
  "ResourceMissing",
  "NeverRuns",
  "Displaced",
  "VaultMissing",
  "VaultReserved",
  "VaultDenied",
  "VaultUnsuitable",
  "RetentionOutsideLock",
  "AirGappedUnsupported",
  "ColdStorageIgnored",
  "ContinuousUnsupported",
  "ContinuousInOtherVault",
  "ContinuousAlready",
  "CopyVaultMissing",
  "CopyVaultDenied",
  "CopyNotEnabled",
  "CopyRetentionOutsideLock",
  "CopyUnsupported",
  "CopyKeyUnsuitable",
  "CopyRefused",
] as const;

/** Why a plan, or one of its rules, does less than its author may expect. */
export interface PlanProblem {
  readonly code: (typeof problemCodes)[number];
  /** For people: what will not happen, and why. */
  readonly message: string;
}

/** The rule to examine, and the resources that its plan selects at this moment. */
export interface RuleContext {
  readonly account: BackupView;
  readonly plan: Plan;
  readonly rule: Rule;
  readonly sources: readonly BackupSource[];
}

/** The distinct types of resources. */
export function typesOf(sources: readonly BackupSource[]): readonly ResourceType[] {
  const types = new Map<string, ResourceType>();
  for (const source of sources) {
    const type = typeOfSource(source) ?? resourceTypeNamed(source.type);
    if (type) types.set(type.name, type);
  }
  return [...types.values()];
}
