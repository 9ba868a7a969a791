import { minute } from "../../../core/time";
import type { BackupAccount } from "../account";
import { invalidParameter } from "../errors";
import type { BackupSource } from "../links";
import { type Lifecycle, lifecycleFault } from "../points/lifecycle";
import type { RecoveryPoint } from "../points/recovery-points";
import { can } from "../resource-types";
import { isRoleArn } from "../roles";
import { sourceToBackUp } from "../sources";
import { checkTags } from "../tags";
import { lockState } from "../vaults/vault-lock";
import { vaultArn } from "../vaults/vaults";
import type { BackupJob } from "./backup-jobs";
import { optionsFault } from "./backup-options";
import type { Membership } from "./composite-backups";
import type { FollowUp } from "./following-up";
import { emitJobChange } from "./job-events";
import { startAfter } from "./job-windows";
import { landingOf } from "./landing";
import { takeOutcome } from "./outcomes";
import { pointArnFor, typeHere } from "./point-making";
import {
  defaultCompletionWindow,
  defaultStartWindow,
  longestWindow,
  shortestStartWindow,
} from "./window-bounds";

/** What a job is to do, whoever asks for it. */
export interface JobRequest {
  readonly vaultName: string;
  readonly resourceArn: string;
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
  readonly airGappedVaultArn?: string | undefined;
  /** To be a continuous backup, where the type of resource can have one. */
  readonly continuous?: boolean | undefined;
  readonly membership?: Membership | undefined;
}

/** Puts a job on the list; from there on it runs by itself. */
export function createJob(account: BackupAccount, request: JobRequest): BackupJob {
  const { backup } = account;
  const job = newJob(account, request, sourceToBackUp(account, request.resourceArn));
  const created = backup.backupJobs.insert(job, {
    next: startAfter(account, job, account.duration("backupJobStart", job)),
  });
  emitJobChange(account, created);
  return created;
}

function newJob(account: BackupAccount, request: JobRequest, source: BackupSource): BackupJob {
  const { backup, place, now, ids } = account;
  const { startWindow, completionWindow } = checked(request, source);
  const type = typeHere(account, source);
  const continuous = request.continuous === true && can(type, "continuousBackup");
  const landing = landingOf(request, source, type, continuous);
  const { membership } = request;
  const { vaultName } = landing;
  const vault = backup.vaults.get(vaultName);
  const IsParent = type.composite && membership?.clusterState !== true;
  const point = pointArnFor(account, source, {
    airGapped: landing.airGapped,
    clusterState: membership?.clusterState,
  });
  return {
    AccountId: place.accountId,
    // In AWS's samples the ids of planned jobs are written in capitals.
    BackupJobId: request.createdBy ? ids.uuid().toUpperCase() : ids.uuid(),
    BackupVaultName: vaultName,
    BackupVaultArn: vault?.BackupVaultArn ?? vaultArn(place, vaultName),
    VaultType: vault?.VaultType,
    VaultLockState: lockState(vault),
    RecoveryPointArn: point.knownInAdvance ? point.arn : undefined,
    RecoveryPointLifecycle: landing.lifecycle,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: source.name,
    CreationDate: now,
    InitiationDate: now,
    State: "CREATED",
    PercentDone: "0.0",
    IamRoleArn: request.roleArn,
    CreatedBy: request.createdBy,
    StartBy: now + startWindow * minute,
    BackupOptions: request.options,
    IsParent,
    ParentJobId: membership?.parentJobId,
    pointArn: point.arn,
    pointTags: request.tags,
    completionWindowMinutes: completionWindow,
    idempotencyToken: request.idempotencyToken,
    followUp: landing.followUp,
    issue: landing.issue,
    continuous: continuous || undefined,
    membership,
    asked: IsParent
      ? {
          vaultName: request.vaultName,
          airGappedVaultArn: request.airGappedVaultArn,
          lifecycle: request.lifecycle,
        }
      : undefined,
    outcome: takeOutcome(account, "backup", {
      resourceArn: source.arn,
      resourceType: source.type,
      backupVaultName: vaultName,
    }),
  };
}

/** Refuses what no job can be made of. */
function checked({ roleArn, lifecycle, options, tags, ...windows }: JobRequest, { type }: BackupSource) {
  if (!isRoleArn(roleArn)) throw invalidParameter(`Invalid IAM role ARN: ${roleArn}`);
  const fault = (lifecycle && lifecycleFault(lifecycle)) ?? (options && optionsFault(type, options));
  if (fault !== undefined) throw invalidParameter(fault);
  if (tags) checkTags(tags);
  const { startWindowMinutes: start = defaultStartWindow } = windows;
  const { completionWindowMinutes: completion = defaultCompletionWindow } = windows;
  return {
    startWindow: window("StartWindowMinutes", start, shortestStartWindow),
    completionWindow: window("CompleteWindowMinutes", completion, 1),
  };
}

function window(name: string, minutes: number, shortest: number): number {
  if (minutes < shortest) throw invalidParameter(`${name} must be at least ${shortest} minutes.`);
  if (minutes > longestWindow) throw invalidParameter(`${name} must be at most ${longestWindow} minutes.`);
  return minutes;
}
