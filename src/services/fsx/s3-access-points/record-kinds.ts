import type { Failure, Kind } from "../../../core/world";
import type { FsxAccount, FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import type { S3AccessPoint } from "../records/s3-access-points";

const failure = (Lifecycle: "FAILED" | "MISCONFIGURED"): Failure<FsxShape, S3AccessPoint> => ({
  from: ["CREATING"],
  at: ["becomeAvailable"],
  fail(point: S3AccessPoint, { fsx }: FsxAccount, message: string | undefined) {
    const LifecycleTransitionReason = failureDetails(message);
    fsx.s3AccessPoints.change(point, { Lifecycle, LifecycleTransitionReason, next: undefined });
  },
});

export const s3AccessPointKind = {
  description: {
    by: "DescribeS3AccessPointAttachments.S3AccessPointAttachments",
    inputFor: ({ Name }) => ({ Names: [Name] }),
  },
  fixed: ["Type", "volumeId", "fileSystemId"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxS3AccessPoint" },
    DELETING: { step: "remove", duration: "fsxS3AccessPoint", phase: "removal" },
  },
  failures: { FAILED: failure("FAILED"), MISCONFIGURED: failure("MISCONFIGURED") },
} satisfies Kind<FsxShape, S3AccessPoint>;
