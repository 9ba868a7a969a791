import { type EfsAccount, read, write } from "../account/account";
import { policyNotFound } from "../account/errors";
import type { BackupPolicy } from "../records/backup-policies";
import type { Tag } from "../records/tags";
import { tagged, withoutTags, withTags } from "../tags/tags";
import { availableFileSystem, fileSystemWithId } from "./file-systems";

/** AWS Backup's plan for automatic backups selects file systems by this tag. */
const automaticBackupTag: Tag = { Key: "aws:elasticfilesystem:default-backup", Value: "enabled" };

export const putBackupPolicy = write<"PutBackupPolicy">((input, account) => {
  const { FileSystemId } = availableFileSystem(account, input.FileSystemId);
  const { Status } = input.BackupPolicy;
  const isEnabled = Status === "ENABLED" || Status === "ENABLING";
  const policy = isEnabled
    ? enableAutomaticBackups(account, FileSystemId)
    : disableAutomaticBackups(account, FileSystemId);
  return { BackupPolicy: policy };
});

/** Turns automatic backups on, unless they already are. */
export function enableAutomaticBackups(account: EfsAccount, id: string): BackupPolicy {
  const { efs, links } = account;
  const policy = efs.backupPolicies.get(id);
  if (policy?.Status === "ENABLED" || policy?.Status === "ENABLING") return policy;
  const { Tags } = fileSystemWithId(account, id);
  efs.fileSystems.update(id, tagged(withTags(Tags, [automaticBackupTag])));
  links.ensureAutomaticBackupPlan(account);
  return begin(account, { FileSystemId: id, Status: "ENABLING" }, "enable");
}

function disableAutomaticBackups(account: EfsAccount, id: string): BackupPolicy {
  const { efs } = account;
  const policy = efs.backupPolicies.get(id);
  if (policy?.Status === "DISABLED" || policy?.Status === "DISABLING") return policy;
  const { Tags } = fileSystemWithId(account, id);
  efs.fileSystems.update(id, tagged(withoutTags(Tags, [automaticBackupTag.Key])));
  return begin(account, { FileSystemId: id, Status: "DISABLING" }, "disable");
}

const begin = (account: EfsAccount, policy: BackupPolicy, step: "enable" | "disable"): BackupPolicy =>
  account.efs.backupPolicies.put({
    ...policy,
    next: account.inFlight(step, account.duration("efsBackupPolicy", policy)),
  });

export const describeBackupPolicy = read<"DescribeBackupPolicy">((input, account) => {
  const { FileSystemId } = fileSystemWithId(account, input.FileSystemId);
  const policy = account.efs.backupPolicies.get(FileSystemId);
  if (!policy) throw policyNotFound();
  return { BackupPolicy: policy };
});

/** The steps of backup policies. */
export const backupPolicySteps = {
  enable({ FileSystemId }: BackupPolicy, { efs }: EfsAccount): void {
    efs.backupPolicies.replace({ FileSystemId, Status: "ENABLED" });
  },

  disable({ FileSystemId }: BackupPolicy, { efs }: EfsAccount): void {
    efs.backupPolicies.replace({ FileSystemId, Status: "DISABLED" });
  },
};
