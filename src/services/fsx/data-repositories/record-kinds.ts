import type { Failure, Kind } from "../../../core/world";
import type { FsxAccount, FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import type { Association } from "../records/data-repository-associations";
import type { Task } from "../records/data-repository-tasks";
import { failTask, taskSteps } from "./tasks";

const associationFailure = (Lifecycle: "FAILED" | "MISCONFIGURED"): Failure<FsxShape, Association> => ({
  from: ["CREATING", "UPDATING"],
  at: ["becomeAvailable"],
  fail(association: Association, { fsx }: FsxAccount, message: string | undefined) {
    const FailureDetails = failureDetails(message);
    fsx.associations.change(association, { Lifecycle, FailureDetails, next: undefined });
  },
});

export const associationKind = {
  required: ["DataRepositoryPath"],
  description: {
    by: "DescribeDataRepositoryAssociations.Associations",
    inputFor: ({ AssociationId }) => ({ AssociationIds: [AssociationId] }),
  },
  fixed: ["FileSystemId", "FileCacheId"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxDataRepositoryAssociation" },
    UPDATING: { step: "becomeAvailable", duration: "fsxDataRepositoryAssociation" },
    DELETING: { step: "remove", duration: "fsxDataRepositoryAssociation", phase: "removal" },
  },
  failures: { FAILED: associationFailure("FAILED"), MISCONFIGURED: associationFailure("MISCONFIGURED") },
} satisfies Kind<FsxShape, Association>;

export const taskKind = {
  description: {
    by: "DescribeDataRepositoryTasks.DataRepositoryTasks",
    inputFor: ({ TaskId }) => ({ TaskIds: [TaskId] }),
  },
  fixed: ["FileSystemId", "Type"],
  state: "Lifecycle",
  isJob: true,
  works: {
    PENDING: { step: "start", duration: "fsxDataRepositoryTaskStart", phase: "waiting" },
    EXECUTING: { step: "complete", duration: "fsxDataRepositoryTask" },
    CANCELING: { step: "cancel", duration: "fsxDataRepositoryTaskCancel" },
  },
  requests: {
    CANCELING(task, account) {
      const next = account.inFlight("cancel", account.duration("fsxDataRepositoryTaskCancel", task));
      account.fsx.tasks.change(task, { Lifecycle: "CANCELING", next });
    },
    CANCELED: taskSteps.cancel,
  },
  failures: { FAILED: { from: ["PENDING", "EXECUTING"], at: ["complete"], fail: failTask } },
} satisfies Kind<FsxShape, Task>;
