import { type Place, placeOfKey, samePlace } from "../core/basics";
import type { World } from "../core/world";
import { backup } from "../services/backup";
import { backupKinds } from "../services/backup/kinds";
import { type BackupJob, isUnfinished } from "../services/backup/records/backup-jobs";
import { type CopyJob, isUnfinishedCopy } from "../services/backup/records/copy-jobs";

/** A job that makes a recovery point, as far as a failure message needs it. */
export interface ObservedJob {
  /** `backup job` or `copy job`. */
  readonly noun: string;
  readonly state: string;
  readonly hasFailed: boolean;
  readonly isUnfinished: boolean;
  /** Why it failed: AWS Backup's category, and its message. */
  readonly category: string | undefined;
  readonly message: string | undefined;
  readonly resourceArn: string;
  /** The vault that it writes to. */
  readonly vaultName: string;
}

/** The jobs that write to vaults of a place, and the copy jobs that start there, oldest first. */
export function observedJobs(world: World, place: Place): readonly ObservedJob[] {
  return Object.keys(world.state.places).flatMap(key => {
    const there = placeOfKey(key);
    const { backupJobs, copyJobs } = world.view().account(backup, there).backup;
    const isHere = samePlace(there, place);
    const copies = [...copyJobs].filter(({ destination }) => isHere || samePlace(destination.place, place));
    return [...(isHere ? [...backupJobs].map(backupJob) : []), ...copies.map(copyJob)];
  });
}

const backupJob = (job: BackupJob): ObservedJob => ({
  ...facts(job),
  noun: "backup job",
  hasFailed: Object.hasOwn(backupKinds.backupJobs.failures, job.State),
  isUnfinished: isUnfinished(job),
  vaultName: job.BackupVaultName,
});

const copyJob = (job: CopyJob): ObservedJob => ({
  ...facts(job),
  noun: "copy job",
  hasFailed: Object.hasOwn(backupKinds.copyJobs.failures, job.State),
  isUnfinished: isUnfinishedCopy(job),
  vaultName: job.destination.name,
});

const facts = ({ State, MessageCategory, StatusMessage, ResourceArn }: BackupJob | CopyJob) => ({
  state: State,
  // The category of messages that are like no other says nothing.
  category: MessageCategory === "MISCELLANEOUS" ? undefined : MessageCategory,
  message: StatusMessage,
  resourceArn: ResourceArn,
});
