import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { AccessPoint } from "../records/access-points";

export const accessPointKind = {
  description: {
    by: "DescribeBackupAccessPoint",
    inputFor: ({ AccessPointArn }) => ({ AccessPointArn }),
  },
  fixed: ["Name", "RecoveryPointArn", "ResourceArn", "ResourceType", "BackupVaultName", "BackupVaultArn"],
  state: "Status",
  works: {
    CREATING: { step: "becomeAvailable", duration: "accessPoint" },
    DELETING: { step: "remove", duration: "accessPointDeletion", phase: "removal" },
  },
  failures: {
    FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable"],
      // A description of an access point has no member for a message.
      fail(point, { backup }) {
        backup.accessPoints.change(point, { Status: "FAILED", next: undefined });
      },
    },
  },
} satisfies Kind<BackupShape, AccessPoint>;
