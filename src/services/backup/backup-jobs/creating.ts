import type { Arn } from "../../../core/basics";
import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { invalidParameter } from "../account/errors";
import { isRoleArn, newJobId } from "../account/names";
import type { BackupJob, CompositeRequest, FollowUp, Membership } from "../records/backup-jobs";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import { lifecycleFault } from "../recovery-points/lifecycle";
import { can } from "../resources/resource-types";
import { nameOfSource, sourceToBackUp } from "../resources/sources";
import { checkTags } from "../tags/tags";
import { lockState } from "../vaults/vault-lock";
import { vaultArn } from "../vaults/vaults";
import { optionsFault } from "./backup-options";
import { emitJobChange } from "./events";
import { effectiveType, newPointArn } from "./recovery-points";
import { targetVaultFault, targetVaultFor } from "./target-vaults";
import {
  defaultCompletionWindow,
  defaultStartWindow,
  longestWindow,
  shortestStartWindow,
} from "./window-bounds";
import { nextStart } from "./windows";

/** The backup to make, requested by a call, a plan's rule or the job of a composite resource. */
export interface JobRequest {
  readonly vaultName: string;
  readonly resource: Arn;
  readonly roleArn: string;
  readonly startWindowMinutes: number | undefined;
  readonly completionWindowMinutes: number | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly idempotencyToken: string | undefined;
  /** The plan and rule it comes from. */
  readonly createdBy: RecoveryPoint["CreatedBy"];
  readonly followUp?: FollowUp | undefined;
  /** The logically air-gapped vault that the backup is meant for. */
  readonly airGappedVaultName?: string | undefined;
  /** Whether to make a continuous backup, if the type of resource supports it. */
  readonly continuous?: boolean | undefined;
  readonly membership?: Membership | undefined;
}

/** Creates a job. The steps on the agenda run it from then on. */
export function createJob(account: BackupAccount, request: JobRequest): BackupJob {
  const { backup } = account;
  const source = sourceToBackUp(account, request.resource);
  checkRequest(request, source);
  const job = newJob(account, request, source);
  const created = backup.backupJobs.insert(job, {
    next: nextStart(account, job, account.duration("backupJobStart", job)),
  });
  emitJobChange(account, created);
  return created;
}

/** What kind of backup it will be, in which vault, and the ARN of its recovery point. */
function prepare(account: BackupAccount, request: JobRequest, source: BackupSource) {
  const { membership } = request;
  const type = effectiveType(account, source);
  const continuous = request.continuous === true && can(type, "continuousBackup");
  const target = targetVaultFor(request, source, type, continuous);
  return {
    isParent: type.composite && membership?.clusterState !== true,
    continuous,
    target,
    point: newPointArn(account, type, request.resource, {
      airGapped: target.airGapped,
      clusterState: membership?.clusterState,
    }),
  };
}

function newJob(account: BackupAccount, request: JobRequest, source: BackupSource): BackupJob {
  const { backup, place, now, ids } = account;
  const { isParent, continuous, target, point } = prepare(account, request, source);
  const { vaultName } = target;
  const vault = backup.vaults.get(vaultName);
  return {
    AccountId: place.accountId,
    BackupJobId: newJobId(ids, request.createdBy !== undefined),
    BackupVaultName: vaultName,
    BackupVaultArn: vault?.BackupVaultArn ?? vaultArn(place, vaultName),
    VaultType: vault?.VaultType,
    VaultLockState: lockState(vault),
    RecoveryPointArn: point.knownInAdvance ? point.arn : undefined,
    RecoveryPointLifecycle: target.lifecycle,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: nameOfSource(source, request.resource),
    CreationDate: now,
    InitiationDate: now,
    State: "CREATED",
    PercentDone: "0.0",
    IamRoleArn: request.roleArn,
    CreatedBy: request.createdBy,
    StartBy: now + (request.startWindowMinutes ?? defaultStartWindow) * minute,
    BackupOptions: request.options,
    IsParent: isParent,
    ParentJobId: request.membership?.parentJobId,
    pointArn: point.arn,
    pointTags: request.tags,
    completionWindowMinutes: request.completionWindowMinutes ?? defaultCompletionWindow,
    idempotencyToken: request.idempotencyToken,
    followUp: target.followUp,
    issue: target.issue,
    targetFault: targetVaultFault(account, target, request.airGappedVaultName),
    continuous: continuous || undefined,
    membership: request.membership,
    compositeRequest: isParent ? forMembers(request) : undefined,
  };
}

const forMembers = ({ vaultName, airGappedVaultName, lifecycle }: JobRequest): CompositeRequest => ({
  vaultName,
  airGappedVaultName,
  lifecycle,
});

/** Refuses a request that no job can be created for. */
function checkRequest(request: JobRequest, { type }: BackupSource): void {
  const { roleArn, lifecycle, options, tags } = request;
  if (!isRoleArn(roleArn)) throw invalidParameter(`Invalid IAM role ARN: ${roleArn}`);
  const fault = (lifecycle && lifecycleFault(lifecycle)) ?? (options && optionsFault(type, options));
  if (fault !== undefined) throw invalidParameter(fault);
  if (tags) checkTags(tags);
  checkWindow("StartWindowMinutes", request.startWindowMinutes, shortestStartWindow);
  checkWindow("CompleteWindowMinutes", request.completionWindowMinutes, 1);
}

function checkWindow(name: string, minutes: number | undefined, shortest: number): void {
  if (minutes === undefined) return;
  if (minutes < shortest) throw invalidParameter(`${name} must be at least ${shortest} minutes.`);
  if (minutes > longestWindow) throw invalidParameter(`${name} must be at most ${longestWindow} minutes.`);
}
