import { type EfsAccount, read, write } from "../account/account";
import { policyNotFound } from "../account/errors";
import type { BackupPolicy } from "../records/backup-policies";
import type { Tag } from "../records/tags";
import { tagged, withoutTags, withTags } from "../tags/tags";
import { availableFileSystem, fileSystemWithId } from "./file-systems";

/** By this tag the plan of AWS Backup finds the file systems that it is for. */
const automaticBackupTag: Tag = { Key: "aws:elasticfilesystem:default-backup", Value: "enabled" };

export const putBackupPolicy = write<"PutBackupPolicy">((input, account) => {
  const { FileSystemId } = availableFileSystem(account, input.FileSystemId);
  const { Status } = input.BackupPolicy;
  const on = Status === "ENABLED" || Status === "ENABLING";
  const policy = on
    ? switchAutomaticBackupsOn(account, FileSystemId)
    : switchAutomaticBackupsOff(account, FileSystemId);
  return { BackupPolicy: policy };
});

/** Lets AWS Backup back a file system up from now on. */
export function switchAutomaticBackupsOn(account: EfsAccount, id: string): BackupPolicy {
  const { efs, links } = account;
  const policy = efs.backupPolicies.get(id);
  if (policy?.Status === "ENABLED" || policy?.Status === "ENABLING") return policy;
  const { Tags } = fileSystemWithId(account, id);
  efs.fileSystems.update(id, tagged(withTags(Tags, [automaticBackupTag])));
  links.automaticBackupsOn(account);
  return change(account, { FileSystemId: id, Status: "ENABLING" }, "enable");
}

function switchAutomaticBackupsOff(account: EfsAccount, id: string): BackupPolicy {
  const { efs } = account;
  const policy = efs.backupPolicies.get(id);
  if (policy?.Status === "DISABLED" || policy?.Status === "DISABLING") return policy;
  const { Tags } = fileSystemWithId(account, id);
  efs.fileSystems.update(id, tagged(withoutTags(Tags, [automaticBackupTag.Key])));
  return change(account, { FileSystemId: id, Status: "DISABLING" }, "disable");
}

const change = (account: EfsAccount, policy: BackupPolicy, step: "enable" | "disable"): BackupPolicy =>
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

/** What happens to backup policies by themselves. */
export const backupPolicySteps = {
  enable({ FileSystemId }: BackupPolicy, { efs }: EfsAccount): void {
    efs.backupPolicies.replace({ FileSystemId, Status: "ENABLED" });
  },

  disable({ FileSystemId }: BackupPolicy, { efs }: EfsAccount): void {
    efs.backupPolicies.replace({ FileSystemId, Status: "DISABLED" });
  },
};
