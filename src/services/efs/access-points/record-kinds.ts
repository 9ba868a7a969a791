import type { Kind } from "../../../core/world";
import type { EfsShape } from "../account/account";
import { nameFault } from "../file-systems/record-kinds";
import type { AccessPoint } from "../records/access-points";
import { tagged } from "../tags/tags";

export const accessPointKind = {
  required: ["ClientToken"],
  description: {
    by: "DescribeAccessPoints.AccessPoints",
    inputFor: ({ AccessPointId }) => ({ AccessPointId }),
  },
  fixed: ["FileSystemId"],
  state: "LifeCycleState",
  works: {
    creating: { step: "becomeAvailable", duration: "efsAccessPoint" },
    deleting: { step: "remove", duration: "efsAccessPointDeletion", phase: "removal" },
  },
  failures: {
    error: {
      from: ["creating"],
      at: ["becomeAvailable"],
      fail({ AccessPointId }, { efs }) {
        efs.accessPoints.update(AccessPointId, { LifeCycleState: "error", next: undefined });
      },
    },
  },
  fault: nameFault,
  edited({ Tags }, after, { efs }) {
    if (after.Tags !== Tags) efs.accessPoints.update(after.AccessPointId, tagged(after.Tags));
  },
} satisfies Kind<EfsShape, AccessPoint>;
