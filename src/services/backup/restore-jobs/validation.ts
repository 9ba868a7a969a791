import { hour } from "../../../core/time";
import { type BackupAccount, write } from "../account/account";
import { invalidRequest } from "../account/errors";
import { listedFor } from "../jobs/transitions";
import type { RestoreJob } from "../records/restore-jobs";
import { linkedService, sourceOf } from "../resources/sources";
import { restoreJobWithId } from "./restore-jobs";

/** The tag of resources restored by a restore test. Removing it keeps the resource. */
export const restoreTestTag = "awsbackup-restore-test";

/** Starts the validation of a completed restore test. The restored resource is deleted after it. */
export function beginValidation(account: BackupAccount, job: RestoreJob): void {
  if (!job.CreatedBy?.RestoreTestingPlanArn) return;
  const { validationHours = 0 } = job;
  if (validationHours === 0) {
    beginDeletion(account, job);
    return;
  }
  account.backup.restoreJobs.change(job, {
    ValidationStatus: "VALIDATING",
    next: account.planned("endValidation", account.now + validationHours * hour),
  });
}

/** Starts the deletion of the restored resource, with the result of its validation. */
function beginDeletion(account: BackupAccount, job: RestoreJob, validation: Partial<RestoreJob> = {}): void {
  account.backup.restoreJobs.change(job, validation, {
    DeletionStatus: "DELETING",
    next: account.inFlight("deleteRestored", account.duration("restoreTestDeletion", job)),
  });
}

export const putRestoreValidationResult = write<"PutRestoreValidationResult">((input, account) => {
  const { RestoreJobId, ValidationStatus, ValidationStatusMessage } = input;
  const job = restoreJobWithId(account, RestoreJobId);
  const cannot = `The validation status of restore job ${RestoreJobId} cannot be set`;
  if (job.Status !== "COMPLETED") throw invalidRequest(`${cannot}: its status is ${job.Status}.`);
  const validation = { ValidationStatus, ValidationStatusMessage };
  if (!job.CreatedBy?.RestoreTestingPlanArn) {
    // A test that the user runs without a plan. AWS Backup does not delete its resource.
    account.backup.restoreJobs.change(job, validation);
    return {};
  }
  if (job.ValidationStatus !== "VALIDATING") {
    throw invalidRequest(
      job.ValidationStatus === undefined
        ? `${cannot}: its restore testing plan leaves no time to validate it.`
        : `${cannot}: it is ${job.ValidationStatus} already.`,
    );
  }
  if (ValidationStatus === "VALIDATING") account.backup.restoreJobs.change(job, validation);
  else beginDeletion(account, job, validation);
  return {};
});

/** The steps of restore tests after they completed. */
export const restoreTestSteps = {
  endValidation(job: RestoreJob, account: BackupAccount): void {
    beginDeletion(account, job, { ValidationStatus: "TIMED_OUT" });
  },

  deleteRestored(job: RestoreJob, account: BackupAccount): void {
    endDeletion(account, job, deletionFault(account, job) ?? deleteRestored(account, job));
  },
};

/** Ends the deletion of the restored resource, failed if there is a message. */
export function endDeletion(account: BackupAccount, job: RestoreJob, failure?: string): void {
  account.backup.restoreJobs.change(job, {
    DeletionStatus: failure === undefined ? "SUCCESSFUL" : "FAILED",
    DeletionStatusMessage: failure,
    next: account.planned("forget", (job.CompletionDate ?? account.now) + listedFor),
  });
}

function deletionFault(account: BackupAccount, job: RestoreJob): string | undefined {
  const { ResourceType, CreatedResourceArn: arn = "" } = job;
  const resource = sourceOf(account, { ResourceType, ResourceArn: arn });
  if (!resource) return `Resource ${arn} does not exist.`;
  return restoreTestTag in resource.tags
    ? undefined
    : `Resource ${arn} was not deleted because it does not have the tag ${restoreTestTag}.`;
}

/** Deletes a restored resource. Returns why its service refuses. */
function deleteRestored(account: BackupAccount, job: RestoreJob): string | undefined {
  const { CreatedResourceArn: arn = "" } = job;
  const service = linkedService(account, job);
  if (service) return service.removeRestored?.(account, arn);
  account.backup.resources.remove(arn);
  return undefined;
}
