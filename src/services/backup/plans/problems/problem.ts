import type { BackupView } from "../../account/account";
import type { Plan, Rule } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { type ResourceType, resourceTypeNamed } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";

/** What can be said of a plan. Stable, and meant for programs. */
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

/** Why a plan, or one of its rules, does less than its author may think. */
export interface PlanProblem {
  readonly code: (typeof problemCodes)[number];
  /** For people: what will not happen, and why. */
  readonly message: string;
}

/** A rule that is looked at, and what its plan backs up at this moment. */
export interface Subject {
  readonly account: BackupView;
  readonly plan: Plan;
  readonly rule: Rule;
  readonly sources: readonly BackupSource[];
}

/** The types of what is backed up, each once. */
export function typesOf(sources: readonly BackupSource[]): readonly ResourceType[] {
  const types = new Map<string, ResourceType>();
  for (const source of sources) {
    const type = typeOfSource(source) ?? resourceTypeNamed(source.type);
    if (type) types.set(type.name, type);
  }
  return [...types.values()];
}
