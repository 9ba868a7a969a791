import { aPage, type Rule, recorded } from "./rules";

/** Of the model of newer clients. */
export const accessPointRules: Readonly<Record<string, readonly Rule[]>> = {
  CreateBackupAccessPoint: [
    recorded("RecoveryPointArn", "of S3", "a-backup-access-point-of-a-volume-is-refused"),
    recorded("RecoveryPointArn", "at most five for each", "a-recovery-point-has-at-most-five-access-points"),
    recorded("Name", "is taken once", "two-access-points-cannot-share-a-name"),
    recorded(
      "Name",
      "lower case letters, digits and -",
      "the-name-of-an-access-point-has-lower-case-letters-digits-and-hyphens",
    ),
    recorded(
      "AccessPointMetadata",
      "a moment for continuous backups",
      "an-access-point-of-a-continuous-backup-names-a-moment",
    ),
    recorded(
      "AccessPointMetadata",
      "no moment for snapshots",
      "an-access-point-of-a-snapshot-names-no-moment",
    ),
  ],
  DeleteBackupAccessPoint: [recorded("", "it is gone", "a-deleted-access-point-is-gone")],
  DescribeBackupAccessPoint: [
    recorded("Status", "CREATING, then AVAILABLE", "a-backup-access-point-is-created-and-becomes-available"),
  ],
  ListBackupAccessPoints: [aPage],
  ListBackupAccessPointsByRecoveryPoint: [aPage],
  ListBackupAccessPointsByResource: [aPage],
};
