import type { DescribeBackupJobOutput } from "@aws-sdk/client-backup";
import { minute } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { readArn } from "../services/backup/account/arns";
import { effectiveType, newPointArn } from "../services/backup/backup-jobs/recovery-points";
import { continueJob } from "../services/backup/backup-jobs/running";
import { defaultCompletionWindow, defaultStartWindow } from "../services/backup/backup-jobs/window-bounds";
import { type BackupJob, isUnfinished } from "../services/backup/records/backup-jobs";
import { nameOfSource, sourceToBackUp } from "../services/backup/resources/sources";
import { checkFree, defaultRole, sourceOfItem, vaultNamed } from "./backup-items";
import { type Item, required } from "./collection";
import { endOf, seededCategory } from "./ended-jobs";

export type JobSeed = DescribeBackupJobOutput;

const isEnded = ({ State }: Item<JobSeed>): boolean => State !== undefined && !isUnfinished({ State });

/** Makes a backup job in any state. An unfinished job goes on from there. */
export function makeJob(item: Item<JobSeed>, account: BackupAccount): BackupJob {
  const { backup, place, now, ids } = account;
  const vault = vaultNamed(account, item.BackupVaultName);
  const resource = readArn(required(item.ResourceArn, "ResourceArn"));
  const source = isEnded(item)
    ? sourceOfItem(account, resource, { ResourceType: item.ResourceType, size: item.BackupSizeInBytes })
    : sourceToBackUp(account, resource);
  const CreationDate = item.CreationDate ?? now;
  const { ChildJobsInState: _counted, ...members } = item;
  checkFree(backup.backupJobs, "backup job", item.BackupJobId);
  const job: BackupJob = {
    State: "COMPLETED",
    MessageCategory: seededCategory(item.State, item.StatusMessage),
    PercentDone: item.State === undefined || item.State === "COMPLETED" ? "100.0" : "0.0",
    IamRoleArn: defaultRole(account),
    InitiationDate: CreationDate,
    IsParent: false,
    ...members,
    BackupJobId: item.BackupJobId ?? ids.uuid(),
    AccountId: place.accountId,
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    VaultType: vault.VaultType,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: item.ResourceName ?? nameOfSource(source, resource),
    CreationDate,
    StartBy: item.StartBy ?? CreationDate + defaultStartWindow * minute,
    completionWindowMinutes: defaultCompletionWindow,
    pointArn:
      item.RecoveryPointArn ??
      newPointArn(account, effectiveType(account, source), resource, { at: item.CreationDate }).arn,
  };
  const takes = account.duration("backupJobStart", job) + account.duration("backupJob", job);
  const dated = isUnfinished(job) ? job : { ...job, CompletionDate: endOf(account, job, takes) };
  return continueJob(account, backup.backupJobs.insert(dated), vault, source);
}
