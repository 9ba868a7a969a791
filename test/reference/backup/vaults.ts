import { bucket, gapped, team, tiering } from "../../services/backup/world";
import { described, judged, type ReferenceRules, recorded, shown } from "./rules";

const chars = (count: number) => "a".repeat(count);
const requestId = (input: object) =>
  judged(
    "CreatorRequestId",
    "1 to 50 letters, digits, - _ .",
    (CreatorRequestId: string) => ({ ...input, CreatorRequestId }),
    { takes: [chars(50)], refuses: [chars(51), "a b"] },
  );

const gap = { BackupVaultName: "pass", MinRetentionDays: 7, MaxRetentionDays: 30 };
const days = (members: object) => ({ ...gap, ...members });
const lock = (members: object) => ({ BackupVaultName: "copies", ...members });
const resources = (members: object) => ({
  TieringConfiguration: {
    ...tiering,
    TieringConfigurationName: "pass",
    BackupVaultName: "copies",
    ResourceSelection: [{ ...tiering.ResourceSelection[0], ...members }],
  },
});
const buckets = (count: number) => Array.from({ length: count }, (_, at) => `${bucket}-${at}`);

const retentionIsJudged = [
  shown(
    "MinRetentionDays",
    "backups and copies with shorter retention fail",
    "plan-runs",
    "a plan whose retention violates the vault's lock makes no backup, and events show the failure",
  ),
  shown(
    "MaxRetentionDays",
    "backups and copies with longer retention fail",
    "copy-job-destinations",
    "a locked vault takes copies of its range of retention only",
  ),
];

export const vaultRules = {
  AssociateBackupVaultMpaApprovalTeam: [
    judged(
      "MpaApprovalTeamArn",
      "a team in us-east-1",
      (region: string) => ({ ...gapped, MpaApprovalTeamArn: team.replace("us-east-1", region) }),
      { takes: ["us-east-1"], refuses: ["eu-west-1"] },
    ),
    shown(
      "",
      "a later team needs the approval of the first",
      "air-gapped-approval-teams",
      "the first approval team is associated immediately; the next one once the first has approved",
    ),
  ],
  CreateBackupVault: [
    requestId({ BackupVaultName: "pass" }),
    recorded(
      "EncryptionKeyArn",
      "the AWS managed key by default, shown as a key",
      "a-vault-made-without-a-key-names-the-key-arn-of-the-aws-managed-key-not-an-alias",
    ),
    judged(
      "EncryptionKeyArn",
      "the ARN of a key, not of an alias",
      (EncryptionKeyArn: string) => ({ BackupVaultName: "pass", EncryptionKeyArn }),
      {
        takes: ["arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555"],
        refuses: ["arn:aws:kms:us-east-1:123456789012:alias/backups"],
      },
    ),
  ],
  CreateLogicallyAirGappedBackupVault: [
    requestId(gap),
    judged("MinRetentionDays", "7 days or more", days, {
      takes: [{ MinRetentionDays: 7 }],
      refuses: [{ MinRetentionDays: 6 }],
    }),
    judged("MaxRetentionDays", "no less than the minimum", days, {
      takes: [{ MaxRetentionDays: 7 }],
      refuses: [{ MinRetentionDays: 8, MaxRetentionDays: 7 }],
    }),
    ...retentionIsJudged,
  ],
  CreateRestoreAccessBackupVault: [
    shown(
      "SourceBackupVaultArn",
      "a vault with an approval team",
      "restore-access-vaults",
      "restore access is refused for missing vaults, and for vaults without a team",
    ),
  ],
  CreateTieringConfiguration: [
    judged("TieringConfiguration.ResourceSelection.Resources", "100 resources a configuration", resources, {
      takes: [{ Resources: buckets(100) }],
      refuses: [{ Resources: buckets(101) }],
      as: "LimitExceeded",
    }),
    judged("TieringConfiguration.ResourceSelection.Resources", "ARNs, or * alone", resources, {
      takes: [{ Resources: ["*"] }],
      refuses: [{ Resources: ["*", bucket] }],
    }),
    judged("TieringConfiguration.ResourceSelection.ResourceType", "S3", resources, {
      takes: [{ ResourceType: "S3" }],
      refuses: [{ ResourceType: "EBS" }],
    }),
    shown(
      "TieringConfiguration.BackupVaultName",
      "one configuration a vault, besides the one for all",
      "tiering",
      "names are unique, and a vault has one configuration besides the one for all vaults",
    ),
    recorded(
      "TieringConfiguration.ResourceSelection.TieringDownSettingsInDays",
      "60 days or more",
      "data-is-tiered-down-after-60-days-or-more",
    ),
  ],
  DeleteBackupVault: [
    shown("", "only if it is empty", "backup-jobs", "a vault cannot be deleted until it is empty"),
  ],
  DeleteBackupVaultAccessPolicy: [
    recorded("", "what the policy denied is allowed again", "deleting-the-access-policy-lifts-its-deny"),
  ],
  DeleteBackupVaultLockConfiguration: [
    shown(
      "",
      "InvalidRequestException once the lock is immutable",
      "vault-lock",
      "a compliance lock can be changed and removed until its lock date, but not later",
    ),
  ],
  DeleteBackupVaultNotifications: [
    recorded("", "nothing is sent any more", "deleted-notifications-are-no-longer-there"),
  ],
  DeleteTieringConfiguration: [
    recorded("", "it is gone", "a-tiering-configuration-can-be-changed-and-deleted"),
  ],
  DescribeBackupVault: [
    ...retentionIsJudged,
    shown(
      "LockDate",
      "from then on the lock stays as it is",
      "vault-lock",
      "a compliance lock can be changed and removed until its lock date, but not later",
    ),
    shown(
      "LockDate",
      "absent: the lock can be changed at any time",
      "vault-lock",
      "a governance lock shows its range without a lock date, and can be removed at any time",
    ),
    recorded(
      "EncryptionKeyType",
      "that of the vault's key",
      "a-logically-air-gapped-vault-can-have-a-customer-managed-key",
    ),
  ],
  DisassociateBackupVaultMpaApprovalTeam: [
    shown(
      "",
      "needs the team's approval",
      "air-gapped-approval-teams",
      "a team is removed with its own approval, and stays if the session expires",
    ),
  ],
  GetBackupVaultAccessPolicy: [
    recorded("", "fails without a policy", "reading-the-access-policy-of-a-vault-that-has-none-fails"),
  ],
  GetBackupVaultNotifications: [
    recorded("", "fails without notifications", "reading-notifications-of-a-vault-that-has-none-fails"),
  ],
  GetTieringConfiguration: [
    shown("", "as it was created", "tiering", "a configuration is returned and listed as it was created"),
  ],
  PutBackupVaultAccessPolicy: [
    shown(
      "Policy",
      "none that allows everyone",
      "vault-policies",
      "a policy that allows everyone is refused with AWS's message",
    ),
  ],
  PutBackupVaultLockConfiguration: [
    judged("MinRetentionDays", "a day or more", lock, {
      takes: [{ MinRetentionDays: 1 }],
      refuses: [{ MinRetentionDays: 0 }],
    }),
    judged("MaxRetentionDays", "at most 36,500 days", lock, {
      takes: [{ MaxRetentionDays: 36_500 }],
      refuses: [{ MaxRetentionDays: 36_501 }],
    }),
    judged("ChangeableForDays", "3 to 36,500 days", lock, {
      takes: [{ ChangeableForDays: 3 }, { ChangeableForDays: 36_500 }],
      refuses: [{ ChangeableForDays: 2 }, { ChangeableForDays: 36_501 }],
    }),
    ...retentionIsJudged,
    shown(
      "ChangeableForDays",
      "on the lock date the lock becomes immutable",
      "vault-lock",
      "a compliance lock can be changed and removed until its lock date, but not later",
    ),
    recorded(
      "",
      "recovery points that were there before keep their retention",
      "recovery-points-that-were-there-before-the-lock-keep-their-retention",
    ),
    recorded("MinRetentionDays", "is optional", "a-lock-needs-no-minimum-retention"),
  ],
  PutBackupVaultNotifications: [
    recorded("BackupVaultEvents", "not those of plans", "events-of-plans-cannot-be-subscribed-to"),
  ],
  RevokeRestoreAccessBackupVault: [
    shown(
      "",
      "the access vault goes once that is approved",
      "restore-access-vaults",
      "another account has restore access once the team approves, until it is revoked",
    ),
  ],
  UpdateTieringConfiguration: [
    judged(
      "TieringConfiguration.ResourceSelection.Resources",
      "100 resources a configuration",
      (Resources: string[]) => {
        const { TieringConfigurationName: _, ...changes } = tiering;
        return {
          TieringConfigurationName: "cheap",
          TieringConfiguration: {
            ...changes,
            ResourceSelection: [{ ...tiering.ResourceSelection[0], Resources }],
          },
        };
      },
      { takes: [buckets(100)], refuses: [buckets(101)], as: "LimitExceeded" },
    ),
    described("", "tiers data down", "No API shows in which tier data is"),
  ],
} satisfies Partial<ReferenceRules>;
