import type { BackupPlanInput, BackupRule, BackupPlan as SdkPlan } from "@aws-sdk/client-backup";
import { parseArn } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { vaultOfArn } from "./vaults";

/** A version of a backup plan. Its rules have their defaults and ids. */
export interface PlanVersion {
  readonly BackupPlanId: string;
  readonly VersionId: string;
  readonly CreationDate: EpochMs;
  readonly BackupPlan: Omit<Stored<SdkPlan>, "Rules"> & { readonly Rules: readonly Rule[] };
}

/** A backup plan: its current version, and what all its versions have in common. */
export interface Plan extends PlanVersion {
  readonly BackupPlanArn: string;
  readonly CreatorRequestId: string;
  readonly LastExecutionDate?: EpochMs | undefined;
  readonly DeletionDate?: EpochMs | undefined;
  /** The document as it was sent. By it, the service recognises a plan that exists already. */
  readonly document: string;
}

export const isActive = (plan: Plan): boolean => plan.DeletionDate === undefined;

export const plans = table<Plan>(plan => plan.BackupPlanId)
  .by("activeDocument", plan => (isActive(plan) ? plan.document : undefined))
  .by("creatorRequestId", plan => (isActive(plan) ? plan.CreatorRequestId : undefined))
  .by("active", plan => (isActive(plan) ? "yes" : undefined))
  .alias(plan => [plan.BackupPlanArn]);

export const planVersions = table<PlanVersion>(version => `${version.BackupPlanId}/${version.VersionId}`).by(
  "plan",
  version => version.BackupPlanId,
);

export type RuleInput = Stored<BackupPlanInput>["Rules"][number];

export type Rule = Stored<BackupRule> & { readonly RuleId: string };

/** The name of a rule together with that of its plan. */
export const ruleName = (plan: string | undefined, rule: string | undefined): string => `${plan} / ${rule}`;

/** The name of the logically air-gapped vault that a rule targets besides its backup vault. It is in the plan's place. */
export const airGappedVaultNameOf = ({
  TargetLogicallyAirGappedBackupVaultArn: arn,
}: Pick<Rule, "TargetLogicallyAirGappedBackupVaultArn">): string | undefined =>
  arn === undefined ? undefined : vaultOfArn(parseArn(arn))?.name;
