import { uuidOf } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import { dateAt } from "../../../model";
import type { BackupAccount } from "../account/account";
import { notificationType } from "../account/detail-types";
import type { VaultEvent } from "../records/vaults";

/** An instant in the format of Amazon SNS: ISO 8601 with milliseconds. */
const isoText = (at: EpochMs): string => dateAt(at).toISOString();

/** The content of an SNS message: a sentence, and attributes by which subscribers filter. */
interface Notice {
  readonly message: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/**
 * Publishes an event to the vault's topic, if the vault's notifications include it. Amazon SNS is not modelled: the
 * message becomes an event of the account, whose detail is what a subscriber receives.
 */
function notify(account: BackupAccount, vaultName: string, event: VaultEvent, notice: () => Notice): void {
  const { backup, now } = account;
  const notifications = backup.vaults.get(vaultName)?.notifications;
  if (!notifications?.BackupVaultEvents.includes(event)) return;
  const TopicArn = notifications.SNSTopicArn;
  account.emit({
    source: "aws.sns",
    detailType: notificationType,
    resources: [TopicArn],
    subject: undefined,
    detail: () => message(TopicArn, now, notice()),
  });
}

const message = (TopicArn: string, now: EpochMs, notice: Notice) => ({
  Type: "Notification",
  MessageId: uuidOf(`${TopicArn} ${now} ${notice.message}`),
  TopicArn,
  Subject: "Notification from AWS Backup",
  Message: notice.message,
  Timestamp: isoText(now),
  MessageAttributes: Object.fromEntries(
    Object.entries(notice.attributes).map(([name, Value]) => [name, { Type: "String", Value }]),
  ),
});

/** The wording of each kind of job, and the events for its states. */
const jobKinds = {
  BACKUP_JOB: {
    noun: "AWS Backup job",
    idLabel: "BackupJob ID",
    started: "BACKUP_JOB_STARTED",
    succeeded: "BACKUP_JOB_COMPLETED",
    failed: "BACKUP_JOB_COMPLETED",
  },
  COPY_JOB: {
    noun: "AWS Backup copy job",
    idLabel: "CopyJob ID",
    started: "COPY_JOB_STARTED",
    succeeded: "COPY_JOB_SUCCESSFUL",
    failed: "COPY_JOB_FAILED",
  },
  RESTORE_JOB: {
    noun: "AWS Backup restore job",
    idLabel: "RestoreJob ID",
    started: "RESTORE_JOB_STARTED",
    succeeded: "RESTORE_JOB_COMPLETED",
    failed: "RESTORE_JOB_COMPLETED",
  },
} as const;

/** The event and wording by job state. Other states are not published. */
const outcomes: Readonly<
  Record<string, { readonly event: "started" | "succeeded" | "failed"; readonly text: string }>
> = {
  RUNNING: { event: "started", text: "was started" },
  COMPLETED: { event: "succeeded", text: "was completed successfully" },
  PARTIAL: { event: "succeeded", text: "was partially completed" },
  FAILED: { event: "failed", text: "failed" },
  EXPIRED: { event: "failed", text: "failed to complete in time" },
  ABORTED: { event: "failed", text: "was stopped" },
};

/** Older events, which AWS Backup still publishes besides the others to those who subscribe to them. */
const olderEvents: Readonly<Record<string, Readonly<Record<string, VaultEvent>>>> = {
  BACKUP_JOB: {
    COMPLETED: "BACKUP_JOB_SUCCESSFUL",
    FAILED: "BACKUP_JOB_FAILED",
    EXPIRED: "BACKUP_JOB_EXPIRED",
  },
  RESTORE_JOB: { COMPLETED: "RESTORE_JOB_SUCCESSFUL", FAILED: "RESTORE_JOB_FAILED" },
};

/** What a notice contains of a job of any kind. */
export interface NotifiedJob {
  readonly kind: keyof typeof jobKinds;
  readonly id: string;
  readonly state: string;
  readonly startTime: EpochMs;
  readonly resourceArn: string | undefined;
  readonly recoveryPointArn: string | undefined;
}

/** Publishes a job's state to the vault's topic (Developer Guide, "Notification options"). */
export function notifyOfJob(account: BackupAccount, vaultName: string, job: NotifiedJob): void {
  const outcome = outcomes[job.state];
  if (!outcome) return;
  const kind = jobKinds[job.kind];
  const { accountId } = account.place;
  const notice = (): Notice => ({
    message: [
      `An ${kind.noun} ${outcome.text}`,
      ...(job.state === "COMPLETED" ? [`Recovery point ARN: ${job.recoveryPointArn}`] : []),
      `Resource ARN : ${job.resourceArn}`,
      `${kind.idLabel} : ${job.id}`,
    ].join(". "),
    attributes: {
      EventType: job.kind,
      State: job.state,
      AccountId: accountId,
      Id: job.id,
      StartTime: isoText(job.startTime),
    },
  });
  notify(account, vaultName, kind[outcome.event], notice);
  const older = olderEvents[job.kind]?.[job.state];
  if (older) notify(account, vaultName, older, notice);
}

/** Publishes to the vault's topic that the lifecycle of a recovery point was changed. */
export function notifyOfPoint(account: BackupAccount, vaultName: string, pointArn: string): void {
  const { accountId } = account.place;
  notify(account, vaultName, "RECOVERY_POINT_MODIFIED", () => ({
    message: `An AWS Backup recovery point was modified. Recovery point ARN: ${pointArn}`,
    attributes: { EventType: "RECOVERY_POINT", AccountId: accountId, RecoveryPointArn: pointArn },
  }));
}

/** In the documentation, the attribute `EventType` differs from the event's name in one case. */
const indexEvents = {
  ACTIVE: {
    event: "RECOVERY_POINT_INDEX_COMPLETED",
    type: "RECOVERY_POINT_INDEXING_COMPLETED",
    text: "was completed. Indexed recovery point arn",
  },
  FAILED: {
    event: "RECOVERY_POINT_INDEXING_FAILED",
    type: "RECOVERY_POINT_INDEXING_FAILED",
    text: "failed. Recovery point arn",
  },
  DELETED: {
    event: "RECOVERY_POINT_INDEX_DELETED",
    type: "RECOVERY_POINT_INDEX_DELETED",
    text: "was deleted. Recovery point arn",
  },
} as const;

/** What a notice contains of a search index. */
interface NotifiedIndex {
  readonly pointArn: string;
  readonly status: keyof typeof indexEvents;
  readonly isContinuous: boolean;
}

/** Publishes a state of a search index to the vault's topic. */
export function notifyOfIndex(
  account: BackupAccount,
  vaultName: string,
  { pointArn, status, isContinuous }: NotifiedIndex,
): void {
  const { event, type, text } = indexEvents[status];
  const { accountId } = account.place;
  notify(account, vaultName, event, () => ({
    // The repeated "backup" is AWS's own text.
    message: `An AWS Backup backup index job ${text}: ${pointArn}`,
    attributes: {
      EventType: type,
      AccountId: accountId,
      IndexStatus: status,
      IsIndexingContinuous: String(isContinuous),
      RecoveryPointArn: pointArn,
    },
  }));
}
