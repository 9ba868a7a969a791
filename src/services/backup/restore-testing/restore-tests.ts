import { hour, minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { PendingTest } from "../records/pending-restore-tests";
import type { RestoreJob } from "../records/restore-jobs";
import type { TestingPlan } from "../records/restore-testing-plans";
import { createRestoreJob, failRestoreJob } from "../restore-jobs/creating";
import { isDenied } from "../vaults/vault-guard";
import { chosenPoint, chosenResources } from "./chosen-points";
import { inferredMetadata } from "./inferred-metadata";
import { overridden } from "./metadata-overrides";

/** The maximum number of concurrent restore tests by resource type (Developer Guide, "Restore testing"). */
const concurrencyLimits: Readonly<Record<string, number>> = { EFS: 30, S3: 30, EBS: 100, EC2: 100 };
const defaultConcurrencyLimit = 40;
const retryAfter = 10 * minute;

/** Schedules a restore test of every resource that a plan's selections include. */
export function scheduleTests(account: BackupAccount, plan: TestingPlan): void {
  const { backup, now, ids } = account;
  for (const selection of backup.restoreTestingSelections.by("plan", plan.RestoreTestingPlanName)) {
    for (const resourceArn of chosenResources(account, selection)) {
      const test: PendingTest = {
        id: ids.uuid(),
        planName: plan.RestoreTestingPlanName,
        selectionName: selection.RestoreTestingSelectionName,
        resourceArn,
        resourceType: selection.ProtectedResourceType,
        startBy: now + plan.StartWindowHours * hour,
      };
      const delay = Math.min(account.duration("restoreTestStart", test), test.startBy - now);
      backup.pendingRestoreTests.insert({ ...test, next: account.inFlight("start", delay) });
    }
  }
}

/** Whether the maximum number of concurrent restore tests of this resource type is reached. */
function isAtLimit({ backup }: BackupAccount, { resourceType }: PendingTest): boolean {
  let running = 0;
  for (const job of backup.restoreJobs.by("unfinished", "yes")) {
    if (job.ResourceType === resourceType && job.CreatedBy?.RestoreTestingPlanArn) running++;
  }
  return running >= (concurrencyLimits[resourceType] ?? defaultConcurrencyLimit);
}

/** Creates the restore job of a test. Undefined when no recovery point is eligible. */
function startJob(account: BackupAccount, test: PendingTest): RestoreJob | undefined {
  const { backup, ids } = account;
  backup.pendingRestoreTests.remove(test.id);
  const plan = backup.restoreTestingPlans.get(test.planName);
  const selection = backup.restoreTestingSelections.get(`${test.planName}/${test.selectionName}`);
  const point = plan && chosenPoint(account, test.resourceArn, plan.RecoveryPointSelection);
  if (!selection || !point) return undefined;
  return createRestoreJob(account, {
    point,
    metadata: overridden(inferredMetadata(account, point, ids.uuid()), selection.RestoreMetadataOverrides),
    roleArn: selection.IamRoleArn,
    copiesTags: false,
    test: { planArn: plan.RestoreTestingPlanArn, validationHours: selection.ValidationWindowHours },
  });
}

/** Fails a job whose vault denies restore jobs to everyone in its access policy. */
function failIfDenied(account: BackupAccount, job: RestoreJob): void {
  const { backup } = account;
  const point = backup.recoveryPoints.get(job.RecoveryPointArn);
  const vault = point && backup.vaults.get(point.BackupVaultName);
  if (!vault || !isDenied(account, vault, "StartRestoreJob", job.RecoveryPointArn)) return;
  failRestoreJob(
    account,
    job,
    `User: ${job.IamRoleArn} is not authorized to perform: backup:StartRestoreJob on resource: ${vault.BackupVaultArn} with an explicit deny in a resource-based policy`,
  );
}

/** The timed steps of restore tests before their restore jobs exist. */
export const pendingRestoreTestSteps = {
  start(test: PendingTest, account: BackupAccount): void {
    if (!isAtLimit(account, test)) {
      const job = startJob(account, test);
      if (job) failIfDenied(account, job);
      return;
    }
    const canRetry = account.now + retryAfter < test.startBy;
    account.backup.pendingRestoreTests.update(test.id, {
      next: canRetry
        ? account.inFlight("start", retryAfter)
        : account.inFlight("giveUp", Math.max(0, test.startBy - account.now)),
    });
  },

  giveUp(test: PendingTest, account: BackupAccount): void {
    const job = startJob(account, test);
    if (!job) return;
    failRestoreJob(
      account,
      job,
      "Restore job was unable to start within the specified start window. Try increasing your start window.",
    );
  },
};
