import { hour } from "../../../core/time";
import { type BackupAccount, write } from "../account/account";
import { invalidRequest } from "../account/errors";
import { listedFor } from "../jobs/transitions";
import type { RestoreJob } from "../records/restore-jobs";
import { findSource, linkedService } from "../resources/sources";
import { restoreJobWithId } from "./restore-jobs";

/** Marks what a restore test has restored. Who takes the tag off keeps the resource. */
export const restoreTestTag = "awsbackup-restore-test";

/** What a restore test adds to a completed restore: time to validate it, after which it is deleted. */
export function beginValidation(account: BackupAccount, job: RestoreJob): void {
  if (!job.CreatedBy) return;
  const { validationHours = 0 } = job;
  if (validationHours === 0) {
    beginDeletion(account, job);
    return;
  }
  account.backup.restoreJobs.replace({
    ...job,
    ValidationStatus: "VALIDATING",
    next: account.planned("endValidation", account.now + validationHours * hour),
  });
}

function beginDeletion(account: BackupAccount, job: RestoreJob): void {
  account.backup.restoreJobs.replace({
    ...job,
    DeletionStatus: "DELETING",
    next: account.inFlight("deleteRestored", account.duration("restoreTestDeletion", job)),
  });
}

export const putRestoreValidationResult = write<"PutRestoreValidationResult">((input, account) => {
  const { RestoreJobId, ValidationStatus, ValidationStatusMessage } = input;
  const job = restoreJobWithId(account, RestoreJobId);
  const cannot = `The validation status of restore job ${RestoreJobId} cannot be set`;
  if (!job.CreatedBy) throw invalidRequest(`${cannot}: it was not started by a restore testing plan.`);
  if (job.Status !== "COMPLETED") throw invalidRequest(`${cannot}: its status is ${job.Status}.`);
  if (job.ValidationStatus !== "VALIDATING") {
    throw invalidRequest(
      job.ValidationStatus === undefined
        ? `${cannot}: its restore testing plan leaves no time to validate it.`
        : `${cannot}: it is ${job.ValidationStatus} already.`,
    );
  }
  const validated: RestoreJob = { ...job, ValidationStatus, ValidationStatusMessage };
  if (ValidationStatus === "VALIDATING") account.backup.restoreJobs.replace(validated);
  else beginDeletion(account, validated);
  return {};
});

/** What happens to the jobs of restore tests by themselves, after they have completed. */
export const restoreTestSteps = {
  endValidation(job: RestoreJob, account: BackupAccount): void {
    beginDeletion(account, { ...job, ValidationStatus: "TIMED_OUT" });
  },

  deleteRestored(job: RestoreJob, account: BackupAccount): void {
    const arn = job.CreatedResourceArn;
    const failure = deletionFault(account, arn) ?? deleteRestored(account, arn);
    account.backup.restoreJobs.replace({
      ...job,
      DeletionStatus: failure === undefined ? "SUCCESSFUL" : "FAILED",
      DeletionStatusMessage: failure,
      next: account.planned("forget", (job.CompletionDate ?? account.now) + listedFor),
    });
  },
};

function deletionFault(account: BackupAccount, arn = ""): string | undefined {
  const resource = findSource(account, arn);
  if (!resource) return `Resource ${arn} does not exist.`;
  return restoreTestTag in resource.tags
    ? undefined
    : `Resource ${arn} was not deleted because it does not have the tag ${restoreTestTag}.`;
}

/** Deletes a resource, or tells why its service does not. */
function deleteRestored(account: BackupAccount, arn = ""): string | undefined {
  const service = linkedService(account, arn);
  if (service) return service.removeRestored?.(account, arn);
  account.backup.resources.remove(arn);
  return undefined;
}
