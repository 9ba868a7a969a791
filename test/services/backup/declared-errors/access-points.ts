import { made, sendNewer, view } from "../operations/access-points";
import { nightly, table } from "../world";
import { nothing, type Provocation, times } from "./provocations";

const unknown = { AccessPointArn: "arn:aws:backup:us-east-1:123456789012:accesspoint/unknown" };
const misnamed: Provocation = () => ({ AccessPointArn: "orders-view" });
const ofOne = {
  InvalidParameterValue: misnamed,
  MissingParameterValue: nothing,
  ResourceNotFound: () => unknown,
};

export const accessPointProvocations = {
  CreateBackupAccessPoint: {
    async AlreadyExists(world) {
      await made(world);
      return view;
    },
    async Conflict(world) {
      await sendNewer(world.backup, "DeleteBackupAccessPoint", await made(world));
      return view;
    },
    InvalidParameterValue: () => ({ ...view, Name: "Orders_View" }),
    async LimitExceeded({ backup }) {
      await times(5, index =>
        sendNewer(backup, "CreateBackupAccessPoint", { ...view, Name: `view-${index}` }),
      );
      return view;
    },
    MissingParameterValue: () => nightly,
    ResourceNotFound: () => ({ ...view, RecoveryPointArn: table }),
  },
  DeleteBackupAccessPoint: ofOne,
  DescribeBackupAccessPoint: ofOne,
  ListBackupAccessPoints: { InvalidParameterValue: () => ({ MaxResults: 101 }) },
  ListBackupAccessPointsByRecoveryPoint: { InvalidParameterValue: () => ({ RecoveryPointArn: "orders" }) },
  ListBackupAccessPointsByResource: { InvalidParameterValue: () => ({ ResourceArn: "orders" }) },
} satisfies Record<string, Record<string, Provocation>>;
