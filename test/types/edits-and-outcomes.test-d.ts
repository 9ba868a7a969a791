import { type EditKind, type FailureState, mockAws, type NextKind, type NextOutcome } from "aws-backup-mock";
import { check, type Same } from "./types";

const aws = mockAws();

// The draft is the record that the kind names, as AWS shows it; instants are numbers.
aws.edit("fsx.fileSystems", "fs-1", draft => {
  draft.Lifecycle = "FAILED";
  draft.FailureDetails = { Message: "gone" };
  draft.CreationTime -= 1;
  draft.Tags.push({ Key: "team", Value: "media" });
  // @ts-expect-error: no such state
  draft.Lifecycle = "BROKEN";
  // @ts-expect-error: a Date, where the state has milliseconds
  draft.CreationTime = new Date();
  // @ts-expect-error: the agenda follows the state
  draft.next = undefined;
  // @ts-expect-error: the mock's own
  draft.restoredFrom = "backup-1";
  // @ts-expect-error: a list of its own
  draft.AdministrativeActions = [];
});
aws.edit("efs.fileSystems", "fs-1", draft => {
  draft.lifecyclePolicies = [{ TransitionToIA: "AFTER_30_DAYS" }];
  // @ts-expect-error: the number of mount targets is counted
  draft.NumberOfMountTargets = 5;
});
aws.edit("backup.recoveryPoints", "arn", draft => {
  delete draft.IsEncrypted;
  draft.infected = true;
  // @ts-expect-error: calculated from the lifecycle
  draft.CalculatedLifecycle = {};
});
aws.edit("backup.resources", "arn", draft => {
  draft.tags["team"] = "media";
  // @ts-expect-error: the mock's own
  draft.seeded = false;
});
// @ts-expect-error: no such kind
aws.edit("fsx.filesystems", "fs-1", () => {});
// @ts-expect-error: nothing that AWS shows
aws.edit("backup.plannedRules", "x", () => {});
check<Same<Extract<EditKind, "backup.pendingRestoreTests" | "fsx.tokenRequests">, never>>();
check<Same<Extract<EditKind, "fsx.kmsKeys" | "efs.subnets">, "fsx.kmsKeys" | "efs.subnets">>();

// An outcome can do what its kind can.
aws.next("fsx.fileSystems").takes("1 hour").fails("no", { state: "FAILED" });
aws.next("fsx.volumes", { Name: "data" }).fails("no", { state: "MISCONFIGURED" }).takes(5);
aws.next("backup.backupJobs").transfers(1).fails("no", { state: "EXPIRED" }).takes("1 hour");
aws.next("fsx.administrativeActions", { AdministrativeActionType: "FILE_SYSTEM_UPDATE", subject: "fs-1" });
aws.next("efs.fileSystems", { CreationToken: { asymmetricMatch: () => true } });
check<Same<FailureState<"backup.scanJobs">, "FAILED" | "CANCELED" | "COMPLETED_WITH_ISSUES">>();
check<Same<FailureState<"fsx.snapshots">, never>>();
check<Same<ReturnType<typeof aws.next<"fsx.tasks">>, NextOutcome<"fsx.tasks">>>();
// @ts-expect-error: a snapshot has no failed state
aws.next("fsx.snapshots").fails("no");
// @ts-expect-error: a file system does not end so
aws.next("fsx.fileSystems").fails("no", { state: "EXPIRED" });
// @ts-expect-error: a file system transfers nothing
aws.next("fsx.fileSystems").transfers(1);
// @ts-expect-error: no such member
aws.next("fsx.fileSystems", { FileSystemTyp: "LUSTRE" });
// @ts-expect-error: no such value
aws.next("fsx.fileSystems", { FileSystemType: "LUSTER" });
// @ts-expect-error: a plan takes no time
aws.next("backup.plans");
check<Same<Extract<NextKind, "backup.plans" | "backup.legalHolds">, "backup.legalHolds">>();
