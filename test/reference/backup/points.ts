import { nightly, role } from "../../services/backup/world";
import { described, judged, type ReferenceRules, recorded, shown } from "./rules";

const description = { Title: "pass", Description: "of the pass" };
const hold = (members: object) => ({ ...description, ...members });
const range = (DateRange: object) => ({ RecoveryPointSelection: { DateRange } });
const [FromDate, ToDate] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-02-01T00:00:00Z")];

const snapshotsAreElsewhere = (input: object) =>
  judged(
    "ResourceArn",
    "not of snapshots that other services keep (Aurora, DocumentDB, EBS, FSx, Neptune, RDS)",
    (of: "rows" | "disk", { ids }) => ({ ResourceArn: ids[of].RecoveryPointArn, ...input }),
    { takes: ["rows"], refuses: ["disk"] },
  );

export const pointRules = {
  CancelLegalHold: [
    shown(
      "RetainRecordInDays",
      "the record stays for that long",
      "legal-holds",
      "the record of a canceled hold is retained for the given number of days",
    ),
    described("", "needs permissions", "Permissions are not checked."),
  ],
  CreateLegalHold: [
    judged("Tags", "letters, digits, spaces and + - = . _ : /", (Tags: object) => hold({ Tags }), {
      takes: [{ "Größe/a:b": "1 + 2 = 3" }],
      refuses: [{ "a*": "b" }, { a: "b!" }],
    }),
    judged(
      "RecoveryPointSelection.DateRange",
      "both dates, in order",
      (dates: object) => hold(range(dates)),
      { takes: [{ FromDate, ToDate }], refuses: [{ FromDate: ToDate, ToDate: FromDate }] },
    ),
    judged(
      "RecoveryPointSelection.DateRange",
      "no date without the other",
      (dates: object) => hold(range(dates)),
      { takes: [{ FromDate, ToDate }], refuses: [{ FromDate }, { ToDate }], as: "MissingParameterValue" },
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "legal-holds",
      "a repeated token creates no second hold; the number of holds is limited",
    ),
  ],
  DeleteRecoveryPoint: [
    recorded(
      "",
      "a deleted continuous backup is made again by the next run",
      "the-next-run-makes-another-continuous-backup-after-one-was-deleted",
    ),
    recorded("", "not under a legal hold", "a-recovery-point-under-a-legal-hold-cannot-be-deleted"),
    shown("", "not while it is in use", "points-in-use", "while it is being scanned"),
  ],
  DescribeProtectedResource: [
    shown(
      "",
      "of resources that have been backed up",
      "protected-resources",
      "unprotected resources, malformed ARNs and unknown vaults are refused",
    ),
  ],
  DescribeRecoveryPoint: [
    recorded(
      "SourceBackupVaultArn",
      "absent within an account",
      "a-copy-within-an-account-names-no-source-vault",
    ),
    recorded(
      "SourceBackupVaultArn",
      "that of the other account",
      "a-copy-from-another-account-names-its-source-vault",
    ),
    shown(
      "Status",
      "EXPIRED: overdue, but kept from being deleted",
      "vault-policies",
      "a policy that denies deletion leaves overdue points EXPIRED",
    ),
    recorded(
      "StorageClass",
      "COLD after the days of the lifecycle",
      "a-backup-of-efs-moves-to-cold-storage-when-its-days-have-passed",
    ),
  ],
  DisassociateRecoveryPoint: [
    shown(
      "",
      "continuous backups only",
      "point-changes",
      "refuses snapshots, stopped points, and points that are being restored",
    ),
    shown(
      "",
      "S3 keeps the stopped backup, RDS gets its own back",
      "point-changes",
      "stops a continuous backup of S3 and keeps it, but returns that of RDS to RDS",
    ),
  ],
  DisassociateRecoveryPointFromParent: [
    shown(
      "",
      "the member becomes independent",
      "composite-point-changes",
      "becomes partial after a member is disassociated, which becomes an independent point",
    ),
  ],
  GetLegalHold: [
    recorded("Status", "a canceled hold keeps its record", "a-canceled-legal-hold-keeps-its-record"),
  ],
  GetPITRMalwareScanResults: [
    shown(
      "",
      "of each point in time that was scanned",
      "scan-jobs",
      "scan results of a continuous backup are available for each point in time",
    ),
  ],
  GetRecoveryPointIndexDetails: [
    recorded("IndexStatus", "PENDING, then ACTIVE", "a-search-index-of-a-volume-becomes-active"),
  ],
  GetRecoveryPointRestoreMetadata: [
    recorded("ResourceType", "that of the recovery point", "reading-restore-metadata-tells-the-type"),
  ],
  ListTags: [
    snapshotsAreElsewhere({}),
    shown(
      "ResourceArn",
      "a recovery point, plan, vault … of this place",
      "arns-of-other-places",
      "are not kept for vaults and plans of another place, even if there is one of that name here",
    ),
  ],
  TagResource: [snapshotsAreElsewhere({ Tags: { team: "a" } })],
  UntagResource: [snapshotsAreElsewhere({ TagKeyList: ["team"] })],
  UpdateRecoveryPointIndexSettings: [
    judged(
      "IamRoleArn",
      "required to build an index",
      async (IamRoleArn: string | undefined, world) => ({
        ...nightly,
        RecoveryPointArn: world.ids.disk.RecoveryPointArn,
        Index: "ENABLED",
        IamRoleArn,
      }),
      { takes: [role], refuses: [undefined], as: "MissingParameterValue" },
    ),
    shown(
      "Index",
      "DISABLED deletes the index",
      "point-indexes",
      "a disabled index is DELETING, then deleted",
    ),
  ],
  UpdateRecoveryPointLifecycle: [
    judged(
      "Lifecycle",
      "90 days in cold storage; no event",
      (Lifecycle: object, { ids }) => ({
        ...nightly,
        RecoveryPointArn: ids.rows.RecoveryPointArn,
        Lifecycle,
      }),
      {
        takes: [{ MoveToColdStorageAfterDays: 5, DeleteAfterDays: 95 }],
        refuses: [
          { MoveToColdStorageAfterDays: 5, DeleteAfterDays: 94 },
          { DeleteAfterDays: 95, DeleteAfterEvent: "DELETE_AFTER_COPY" },
        ],
      },
    ),
    shown(
      "Lifecycle",
      "cold days stay once a point is in cold storage",
      "point-changes",
      "keeps the cold days of a point in cold storage",
    ),
    recorded(
      "Lifecycle",
      "not of continuous backups",
      "lifecycles-of-continuous-recovery-points-are-not-changed-by-hand",
    ),
  ],
  ListRecoveryPointsByResource: [
    described(
      "RecoveryPoints.BackupVaultName",
      "of EFS and EC2 only",
      "shows the vault of every recovery point",
    ),
    described("MaxResults", "20 or more for RDS", "pages of fewer than 20 recovery points of RDS"),
    shown(
      "ManagedByAWSBackupOnly",
      "leaves out what AWS Backup did not make",
      "fsx-points",
      "backups that FSx and its users made are listed with the recovery points of a file system, unless left out",
    ),
    recorded(
      "ManagedByAWSBackupOnly",
      "leaves out what AWS Backup did not make",
      "snapshots-made-by-aws-backup-are-listed-as-managed-by-it",
    ),
  ],
} satisfies Partial<ReferenceRules>;
