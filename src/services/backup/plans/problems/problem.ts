import type { BackupView } from "../../account/account";
import type { Plan, Rule } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { type ResourceType, resourceTypeNamed } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";

/** Stable codes of what a plan will not do. */
export type PlanProblemCode =
  /** The plan is deleted. */
  | "PlanDeleted"
  /** The plan has no resource selection. */
  | "NoSelection"
  /** No resource matches the plan's selections. */
  | "NothingSelected"
  /** The Region is not opted in to the resource type, and no selection names the type. */
  | "OptedOut"
  /** A selection names a resource that does not exist. */
  | "ResourceMissing"
  /** The schedule has no future run. */
  | "NeverRuns"
  /** Another rule with an overlapping start window keeps its backups longer, so this one makes none of a resource. */
  | "Displaced"
  /** Other rules displace every run of this rule, so it never makes a backup. */
  | "AlwaysDisplaced"
  /** The backups are deleted before the next ones are made, so at times there is none. */
  | "RetentionGap"
  /** The vault does not exist. */
  | "VaultMissing"
  /** The vault is reserved for automatic EFS backups. */
  | "VaultReserved"
  /** The vault's access policy denies `backup:StartBackupJob` to everyone. */
  | "VaultDenied"
  /** The vault has the wrong type: it is a restore access vault, or its air gap does not fit the rule. */
  | "VaultUnsuitable"
  /** The vault's lock does not allow the retention. */
  | "RetentionOutsideLock"
  /** The backups cannot be stored in the logically air-gapped vault. */
  | "AirGappedUnsupported"
  /** The resource type has no cold storage, or is not opted in to its archive. */
  | "ColdStorageIgnored"
  /** The backups are deleted before they would move to cold storage. */
  | "ColdStorageUnreached"
  /** The resource type has no continuous backup. */
  | "ContinuousUnsupported"
  /** The bucket has its continuous backup in another vault. */
  | "ContinuousInOtherVault"
  /** The resource has its continuous backup from another plan, or in another vault. */
  | "ContinuousAlready"
  /** The destination vault of a copy does not exist. */
  | "CopyVaultMissing"
  /** The destination vault of a copy is AWS's own, or its access policy denies copies. */
  | "CopyVaultDenied"
  /** Copies between accounts are turned off, or the accounts are not in one organization. */
  | "CopyNotEnabled"
  /** The lock of a copy's destination vault does not allow the retention. */
  | "CopyRetentionOutsideLock"
  /** The resource type cannot be copied, or not to that place. */
  | "CopyUnsupported"
  /** The key of a copy's destination vault cannot encrypt the copy. */
  | "CopyKeyUnsuitable"
  /** A copy fails for another reason; the message says which. */
  | "CopyRefused";

/** Why a plan, or one of its rules, does less than its author may expect. */
export interface PlanProblem {
  /** A stable code, for programs. */
  readonly code: PlanProblemCode;
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
