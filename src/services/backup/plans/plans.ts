import type { BackupPlanInput } from "@aws-sdk/client-backup";
import { arn, type Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import {
  alreadyExists,
  insufficientPrivileges,
  invalidParameter,
  invalidRequest,
  limitExceeded,
  notFound,
} from "../account/errors";
import { emitEvent, isoDate } from "../account/events";
import { checkRequestId, isReserved } from "../account/names";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import { isActive, type Plan, type PlanVersion, type RuleInput } from "../records/plans";
import { putTags, removeTags } from "../tags/tags";
import { ruleError, ruleWithDefaults } from "./plan-rules";
import { scheduleRules, unscheduleRules } from "./plan-runs";
import { settingsFault } from "./plan-settings";
import { previewRuns } from "./runs-preview";

export type PlanInput = Stored<BackupPlanInput>;

const planArn = (place: Place, id: string): string => arn("backup", place, `backup-plan:${id}`);

/** The plan with an id, even if it is deleted. */
export function planWithId({ backup }: BackupView, id: string): Plan {
  const plan = backup.plans.get(id);
  if (!plan) throw notFound(`Cannot find Backup plan with ID: ${id}`);
  return plan;
}

function activePlan(account: BackupView, id: string): Plan {
  const plan = planWithId(account, id);
  if (!isActive(plan)) throw notFound(`Cannot find Backup plan with ID: ${id}`);
  return plan;
}

/** JSON with sorted keys, which is equal for equal documents. */
export const canonicalJson = (document: object): string =>
  JSON.stringify(document, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Validates a plan. Throws AWS's errors. */
export function checkPlan(account: BackupView, plan: PlanInput): void {
  const { Rules } = plan;
  const limit = account.quota("rulesPerPlan");
  if (Rules.length === 0) throw invalidParameter("Invalid backup plan. 'Rules' section must be non-empty.");
  if (Rules.length > limit) throw limitExceeded(`The maximum number of rules in a backup plan is ${limit}.`);
  const names = new Set<string>();
  for (const rule of Rules) {
    checkRule(account, rule);
    if (names.has(rule.RuleName)) throw invalidParameter(`Duplicate rule name: ${rule.RuleName}`);
    names.add(rule.RuleName);
  }
  const fault = settingsFault(plan);
  if (fault !== undefined) throw invalidParameter(fault);
}

function checkRule(account: BackupView, rule: RuleInput): void {
  const error = ruleError(rule, account.place);
  if (error) throw error;
  const limit = account.quota("copyActionsPerRule");
  if ((rule.CopyActions?.length ?? 0) > limit) {
    throw limitExceeded(`The maximum number of copy actions in a backup rule is ${limit}.`);
  }
}

const nameForm = /^[a-zA-Z0-9\-_.]{1,50}$/;

/** Validates names. Only the service's own plan uses other names, and the vault of automatic EFS backups. */
export function checkNames({ BackupPlanName, Rules }: PlanInput): void {
  if (!nameForm.test(BackupPlanName)) throw invalidParameter(`Invalid backup plan name: ${BackupPlanName}`);
  if (Rules.some(rule => isReserved(rule.TargetBackupVaultName))) throw insufficientPrivileges();
}

/** AWS's version ids are base64-encoded UUIDs. */
const newVersionId = ({ ids }: BackupAccount): string => btoa(ids.uuid());

const planOutput = ({ BackupPlanId, BackupPlanArn, CreationDate, VersionId, BackupPlan }: Plan) => ({
  BackupPlanId,
  BackupPlanArn,
  CreationDate,
  VersionId,
  AdvancedBackupSettings: BackupPlan.AdvancedBackupSettings,
  ScanSettings: BackupPlan.ScanSettings,
});

export const createBackupPlan = write<"CreateBackupPlan">((input, account) => {
  const { backup } = account;
  const { BackupPlan, BackupPlanTags, CreatorRequestId } = input;
  checkRequestId(CreatorRequestId);
  const replayed = createdBefore(backup.plans, "creatorRequestId", CreatorRequestId);
  if (replayed) return planOutput(replayed);
  const [same] = backup.plans.by("activeDocument", canonicalJson(BackupPlan));
  if (same) {
    throw alreadyExists("Backup plan with the same plan document already exists", {
      Arn: same.BackupPlanArn,
      CreatorRequestId: same.CreatorRequestId,
    });
  }
  const limit = account.quota("plans");
  if (backup.plans.by("active", "yes").size >= limit) {
    throw limitExceeded(`The maximum number of backup plans is ${limit}.`);
  }
  checkNames(BackupPlan);
  const plan = makePlan(account, BackupPlan, { CreatorRequestId });
  putTags(account, plan.BackupPlanArn, BackupPlanTags);
  emitPlanChange(account, plan, "CREATED");
  return planOutput(plan);
});

/** Adds a plan, with AWS's defaults for omitted members, and schedules its rules. */
export function makePlan(account: BackupAccount, input: PlanInput, given: Partial<Plan> = {}): Plan {
  const { backup, place, now, ids } = account;
  checkPlan(account, input);
  const BackupPlanId = given.BackupPlanId ?? ids.uuid();
  const plan: Plan = {
    BackupPlanId,
    BackupPlanArn: planArn(place, BackupPlanId),
    VersionId: given.VersionId ?? newVersionId(account),
    CreatorRequestId: given.CreatorRequestId ?? ids.uuid(),
    CreationDate: given.CreationDate ?? now,
    LastExecutionDate: given.LastExecutionDate,
    BackupPlan: { ...input, Rules: input.Rules.map(rule => ruleWithDefaults(rule, ids)) },
    document: canonicalJson(input),
  };
  backup.plans.insert(plan);
  saveVersion(account, plan);
  scheduleRules(account, plan);
  return plan;
}

function saveVersion({ backup }: BackupAccount, plan: Plan): void {
  const { BackupPlanId, VersionId, CreationDate, BackupPlan } = plan;
  backup.planVersions.insert({ BackupPlanId, VersionId, CreationDate, BackupPlan });
}

export const updateBackupPlan = write<"UpdateBackupPlan">((input, account) => {
  const { backup, now, ids } = account;
  const plan = activePlan(account, input.BackupPlanId);
  if (isReserved(plan.BackupPlanId)) {
    throw invalidParameter(`Backup plan ${plan.BackupPlanId} cannot be changed.`);
  }
  checkPlan(account, input.BackupPlan);
  checkNames(input.BackupPlan);
  const limit = account.quota("planVersions");
  if (backup.planVersions.by("plan", plan.BackupPlanId).size >= limit) {
    throw limitExceeded(`The maximum number of versions of a backup plan is ${limit}.`);
  }
  const { BackupPlan } = input;
  const updated = backup.plans.change(plan, {
    VersionId: newVersionId(account),
    CreationDate: now,
    BackupPlan: {
      ...BackupPlan,
      Rules: BackupPlan.Rules.map(rule => ruleWithDefaults(rule, ids, plan.BackupPlan.Rules)),
    },
    document: canonicalJson(BackupPlan),
  });
  saveVersion(account, updated);
  scheduleRules(account, updated);
  emitPlanChange(account, updated, "MODIFIED");
  return planOutput(updated);
});

export const getBackupPlan = read<"GetBackupPlan">((input, account) => {
  const plan = planWithId(account, input.BackupPlanId);
  const { VersionId, MaxScheduledRunsPreview: most = 0 } = input;
  const version =
    VersionId === undefined ? plan : account.backup.planVersions.get(`${plan.BackupPlanId}/${VersionId}`);
  if (!version) throw notFound("Failed reading Backup plan with provided version");
  const shown = {
    ...plan,
    ...version,
    AdvancedBackupSettings: version.BackupPlan.AdvancedBackupSettings,
  };
  if (most === 0) return shown;
  return { ...shown, ScheduledRunsPreview: isActive(plan) ? previewRuns(shown, account.now, most) : [] };
});

const listedPlan = (plan: Plan, version: PlanVersion) => ({
  ...plan,
  ...version,
  BackupPlanName: version.BackupPlan.BackupPlanName,
  AdvancedBackupSettings: version.BackupPlan.AdvancedBackupSettings,
});

export const listBackupPlans = read<"ListBackupPlans">((input, { backup }) => {
  const list = input.IncludeDeleted ? backup.plans.all() : backup.plans.by("active", "yes");
  const { items, token } = pageOf(list, input);
  return { BackupPlansList: items.map(plan => listedPlan(plan, plan)), NextToken: token };
});

export const listBackupPlanVersions = read<"ListBackupPlanVersions">((input, account) => {
  const plan = planWithId(account, input.BackupPlanId);
  const versions = account.backup.planVersions.by("plan", plan.BackupPlanId);
  const { items, token } = pageOf(versions, input, { newestFirst: true });
  return { BackupPlanVersionsList: items.map(version => listedPlan(plan, version)), NextToken: token };
});

export const deleteBackupPlan = write<"DeleteBackupPlan">((input, account) => {
  const { backup, now } = account;
  const plan = activePlan(account, input.BackupPlanId);
  if (isReserved(plan.BackupPlanId))
    throw invalidRequest(`Backup plan ${plan.BackupPlanId} cannot be deleted.`);
  if (backup.selections.by("plan", plan.BackupPlanId).size > 0) {
    throw invalidRequest("Related backup plan selections must be deleted prior to backup plan deletion");
  }
  const deleted = backup.plans.update(plan.BackupPlanId, { DeletionDate: now });
  removeTags(account, plan.BackupPlanArn);
  unscheduleRules(account, plan.BackupPlanId);
  emitPlanChange(account, deleted, "DELETED");
  return deleted;
});

/** The member of an event's detail that holds its date. */
const dateMembers = { CREATED: "creationDate", MODIFIED: "modifiedAt", DELETED: "deletionDate" };

export function emitPlanChange(account: BackupAccount, plan: Plan, state: keyof typeof dateMembers): void {
  const { now } = account;
  emitEvent(account, "Backup Plan State Change", [plan.BackupPlanArn], plan, plan => ({
    backupPlanId: plan.BackupPlanId,
    versionId: plan.VersionId,
    state,
    [dateMembers[state]]: isoDate(now),
  }));
}
