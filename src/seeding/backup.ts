import type {
  CreateBackupPlanInput,
  CreateBackupSelectionInput,
  CreateBackupVaultInput,
  DescribeBackupJobOutput,
  DescribeBackupVaultOutput,
  DescribeRecoveryPointOutput,
  GetBackupPlanOutput,
  GetBackupSelectionOutput,
  PutBackupVaultAccessPolicyInput,
  PutBackupVaultNotificationsInput,
  TagResourceInput,
} from "@aws-sdk/client-backup";
import { arnMismatch, globalArn, parseArn } from "../core/basics";
import { minute } from "../core/time";
import type { BackupAccount, BackupShape } from "../services/backup/account/account";
import { readArn } from "../services/backup/account/arns";
import { isReserved } from "../services/backup/account/names";
import { effectiveType, newPointArn } from "../services/backup/backup-jobs/recovery-points";
import { continueJob } from "../services/backup/backup-jobs/running";
import { defaultCompletionWindow, defaultStartWindow } from "../services/backup/backup-jobs/window-bounds";
import { makePlan } from "../services/backup/plans/plans";
import { makeSelection } from "../services/backup/plans/selections";
import { type BackupJob, isUnfinished } from "../services/backup/records/backup-jobs";
import type { Plan } from "../services/backup/records/plans";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import type { Selection } from "../services/backup/records/selections";
import type { Vault } from "../services/backup/records/vaults";
import { calculatedLifecycleOf, lifecycleFault } from "../services/backup/recovery-points/lifecycle";
import { nextByLifecycle } from "../services/backup/recovery-points/recovery-points";
import { nameOfSource, sourceToBackUp } from "../services/backup/resources/sources";
import { putTags } from "../services/backup/tags/tags";
import { putBackupVaultAccessPolicy } from "../services/backup/vaults/access-policy";
import { putBackupVaultNotifications } from "../services/backup/vaults/notifications";
import { defaultVaultName, makeVault } from "../services/backup/vaults/vaults";
import { backupReplays } from "./backup-replays";
import { collectionsOf, type Item, invalidItem, needed } from "./collection";
import { endOf, seededCategory } from "./ended-jobs";
import type { Members } from "./members";
import {
  isOfAutomaticPlan,
  replaceAutomaticPlan,
  replaceAutomaticSelection,
  withRuleIds,
} from "./plan-seeding";
import { seedIndex } from "./point-index";

export type VaultSeed = CreateBackupVaultInput &
  DescribeBackupVaultOutput &
  Partial<PutBackupVaultAccessPolicyInput & PutBackupVaultNotificationsInput>;
export type PlanSeed = CreateBackupPlanInput & GetBackupPlanOutput;
export type SelectionSeed = CreateBackupSelectionInput & GetBackupSelectionOutput;
export type PointSeed = DescribeRecoveryPointOutput & Partial<Pick<TagResourceInput, "Tags">>;
export type JobSeed = DescribeBackupJobOutput;

const defaultRole = ({ place }: BackupAccount): string =>
  globalArn("iam", place, "role/service-role/AWSBackupDefaultServiceRole");

/** The vault that an item is in. An item that names none is in `Default`, as in an account of the console. */
function vaultOf(account: BackupAccount, name: string = defaultVaultName): Vault {
  const vault = account.backup.vaults.get(name);
  if (vault) return vault;
  if (name === defaultVaultName) return makeVault(account, asMadeByConsole);
  throw invalidItem(`names the backup vault ${name}, which there is not`);
}

const asMadeByConsole = { BackupVaultName: defaultVaultName, CreatorRequestId: defaultVaultName };

/** The name that a fixture gives to a thing, which no other one may have. */
function free<T>(table: { has(key: string): boolean }, kind: string, name: T, key = String(name)): T {
  if (name !== undefined && table.has(key))
    throw invalidItem(`names the ${kind} ${name}, which there is already`);
  return name;
}

function makeVaultOf(item: Item<VaultSeed>, account: BackupAccount): Vault {
  const { BackupVaultTags, Policy, SNSTopicArn, BackupVaultEvents, ...rest } = item;
  const {
    NumberOfRecoveryPoints: _counted,
    BackupVaultArn: _named,
    EncryptionKeyType: _ofKey,
    ...members
  } = rest;
  const BackupVaultName = needed(item.BackupVaultName, "BackupVaultName");
  const existing = account.backup.vaults.get(BackupVaultName);
  if (existing && BackupVaultName !== defaultVaultName && !isReserved(BackupVaultName)) {
    throw invalidItem(`names the backup vault ${BackupVaultName}, which there is already`);
  }
  const vault = existing
    ? account.backup.vaults.update(BackupVaultName, { ...members, VaultType: existing.VaultType })
    : makeVault(account, {
        ...(BackupVaultName === defaultVaultName && asMadeByConsole),
        ...members,
        BackupVaultName,
      });
  putTags(account, vault.BackupVaultArn, BackupVaultTags);
  if (Policy !== undefined) putBackupVaultAccessPolicy.handle({ BackupVaultName, Policy }, account);
  if (SNSTopicArn !== undefined || BackupVaultEvents !== undefined) {
    const notifications = {
      SNSTopicArn: needed(SNSTopicArn, "SNSTopicArn"),
      BackupVaultEvents: needed(BackupVaultEvents, "BackupVaultEvents"),
    };
    putBackupVaultNotifications.handle({ BackupVaultName, ...notifications }, account);
  }
  return account.backup.vaults.get(BackupVaultName) ?? vault;
}

function makePlanOf(item: Item<PlanSeed>, account: BackupAccount, shown: Members) {
  const { BackupPlan, BackupPlanTags, BackupPlanId, VersionId, CreatorRequestId, CreationDate } = item;
  replaceAutomaticPlan(account, BackupPlanId);
  free(account.backup.plans, "backup plan", BackupPlanId);
  const plan = makePlan(account, needed(BackupPlan, "BackupPlan"), {
    BackupPlanId,
    VersionId,
    CreatorRequestId,
    CreationDate,
    LastExecutionDate: item.LastExecutionDate,
  });
  putTags(account, plan.BackupPlanArn, BackupPlanTags);
  return withRuleIds(account, plan, shown);
}

function makeSelectionOf(item: Item<SelectionSeed>, account: BackupAccount) {
  const { SelectionId, CreatorRequestId, CreationDate } = item;
  const BackupSelection = needed(item.BackupSelection, "BackupSelection");
  const BackupPlanId = needed(item.BackupPlanId, "BackupPlanId");
  replaceAutomaticSelection(account, BackupPlanId, BackupSelection.SelectionName);
  free(account.backup.selections, "selection", SelectionId, `${BackupPlanId}/${SelectionId}`);
  return makeSelection(account, {
    BackupPlanId,
    BackupSelection,
    SelectionId,
    CreatorRequestId,
    CreationDate,
  });
}

/** A recovery point as it would be by now: its lifecycle has been at work since its creation. */
function makePoint(item: Item<PointSeed>, account: BackupAccount): RecoveryPoint {
  const { backup, now } = account;
  const { Tags, CalculatedLifecycle: _follows, IndexStatus, IndexStatusMessage, ...members } = item;
  const vault = vaultOf(account, item.BackupVaultName);
  const resource = readArn(needed(item.ResourceArn, "ResourceArn"));
  const source = sourceToBackUp(account, resource);
  const fault = item.Lifecycle && lifecycleFault(item.Lifecycle);
  if (fault !== undefined) throw invalidItem(fault);
  const RecoveryPointArn =
    item.RecoveryPointArn ??
    newPointArn(account, effectiveType(account, source), resource, { at: item.CreationDate }).arn;
  checkPointArn(account, RecoveryPointArn);
  const CreationDate = item.CreationDate ?? now;
  const aged: RecoveryPoint = {
    CompletionDate: CreationDate + minute,
    InitiationDate: CreationDate,
    Status: "COMPLETED",
    StorageClass: "WARM",
    IamRoleArn: defaultRole(account),
    BackupSizeInBytes: source.sizeInBytes,
    EncryptionKeyArn: item.IsEncrypted === false ? undefined : vault.EncryptionKeyArn,
    IsEncrypted: true,
    IsParent: false,
    ...members,
    RecoveryPointArn,
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    VaultType: vault.VaultType,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: item.ResourceName ?? nameOfSource(source),
    CreationDate,
    // A continuous backup has gone on until now.
    renewedAt: item.Status === "AVAILABLE" ? now : undefined,
  };
  const dates = calculatedLifecycleOf(aged);
  if ((dates?.DeleteAt ?? Number.POSITIVE_INFINITY) <= now && item.Status === undefined) {
    throw invalidItem(
      `has expired at ${new Date(dates?.DeleteAt ?? 0).toISOString()} by its lifecycle and would be gone by now`,
    );
  }
  const isCold =
    item.StorageClass === undefined && (dates?.MoveToColdStorageAt ?? Number.POSITIVE_INFINITY) <= now;
  const point: RecoveryPoint = isCold ? { ...aged, StorageClass: "COLD" } : aged;
  const kept = backup.recoveryPoints.insert({
    ...point,
    next: point.Status === "EXPIRED" ? undefined : nextByLifecycle(account, point),
  });
  putTags(account, kept.RecoveryPointArn, { ...source.tags, ...Tags });
  if (IndexStatus !== undefined) seedIndex(account, kept, IndexStatus, IndexStatusMessage);
  return kept;
}

/** A point is where its vault is, and the snapshots of EC2 are of no account. */
function checkPointArn({ backup, place }: BackupAccount, pointArn: string): void {
  free(backup.recoveryPoints, "recovery point", pointArn);
  const arn = parseArn(pointArn);
  const mismatch = arn && arnMismatch(arn, place);
  if (mismatch) throw elsewhere(pointArn, mismatch.actual, mismatch.expected);
}

const elsewhere = (pointArn: string, there: string, here: string) =>
  invalidItem(
    `has RecoveryPointArn "${pointArn}", which is of ${there}, where ${here} is seeded; seed it there by aws.in(…)`,
  );

/** A backup job in any state; one that is not at its end goes on from there. */
function makeJob(item: Item<JobSeed>, account: BackupAccount): BackupJob {
  const { backup, place, now, ids } = account;
  const vault = vaultOf(account, item.BackupVaultName);
  const resource = readArn(needed(item.ResourceArn, "ResourceArn"));
  const source = sourceToBackUp(account, resource);
  const CreationDate = item.CreationDate ?? now;
  const { ChildJobsInState: _counted, ...members } = item;
  const BackupJobId = free(backup.backupJobs, "backup job", item.BackupJobId) ?? ids.uuid();
  const job: BackupJob = {
    State: "COMPLETED",
    MessageCategory: seededCategory(item.State, item.StatusMessage),
    PercentDone: item.State === undefined || item.State === "COMPLETED" ? "100.0" : "0.0",
    IamRoleArn: defaultRole(account),
    InitiationDate: CreationDate,
    IsParent: false,
    ...members,
    BackupJobId,
    AccountId: place.accountId,
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    VaultType: vault.VaultType,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: item.ResourceName ?? nameOfSource(source),
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

const collection = collectionsOf<BackupShape>();

/** The lists of AWS Backup that a fixture can have, in the order in which they are made. */
export const backupCollections = {
  vaults: collection<VaultSeed, Vault>(
    {
      inputsOf: ["CreateBackupVault", "PutBackupVaultAccessPolicy", "PutBackupVaultNotifications"],
      shown: { by: "DescribeBackupVault", ask: ({ BackupVaultName }) => ({ BackupVaultName }) },
      names: ["BackupVaultName"],
    },
    makeVaultOf,
  ),
  plans: collection<PlanSeed, Plan>(
    {
      inputsOf: ["CreateBackupPlan"],
      shown: { by: "GetBackupPlan", ask: ({ BackupPlanId }) => ({ BackupPlanId }) },
      names: ["BackupPlanId"],
      isThere: isOfAutomaticPlan,
    },
    makePlanOf,
  ),
  selections: collection<SelectionSeed, Selection>(
    {
      inputsOf: ["CreateBackupSelection"],
      shown: {
        by: "GetBackupSelection",
        ask: ({ BackupPlanId, SelectionId }) => ({ BackupPlanId, SelectionId }),
      },
      names: ["SelectionId"],
      isThere: isOfAutomaticPlan,
    },
    makeSelectionOf,
  ),
  recoveryPoints: collection<PointSeed, RecoveryPoint>(
    {
      inputsOf: ["TagResource"],
      shown: {
        by: "DescribeRecoveryPoint",
        ask: ({ BackupVaultName, RecoveryPointArn }) => ({ BackupVaultName, RecoveryPointArn }),
      },
      names: ["RecoveryPointArn"],
      orderedBy: "CreationDate",
    },
    makePoint,
  ),
  backupJobs: collection<JobSeed, BackupJob>(
    {
      shown: { by: "DescribeBackupJob", ask: ({ BackupJobId }) => ({ BackupJobId }) },
      names: ["BackupJobId"],
      orderedBy: "CreationDate",
    },
    makeJob,
  ),
  ...backupReplays,
};
