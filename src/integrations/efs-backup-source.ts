import { parseArn } from "../core/basics";
import { viewOf } from "../core/world";
import type { BackedUpService, BackupView } from "../services/backup/account/account";
import type { BackupSource } from "../services/backup/records/resources";
import { efs } from "../services/efs";
import type { FileSystem } from "../services/efs/records/file-systems";

const prefix = "file-system/";

/** EFS file systems as AWS Backup sees them: resources to back up. */
export const efsBackupSource: BackedUpService = {
  owns: ({ service, resource }) => service === "elasticfilesystem" && resource.startsWith(prefix),

  find(account, arn) {
    const id = parseArn(arn)?.resource.slice(prefix.length);
    const fileSystem = id === undefined ? undefined : fileSystemsOf(account).get(id);
    return fileSystem?.FileSystemArn === arn ? sourceOf(fileSystem) : undefined;
  },

  *all(account) {
    for (const fileSystem of fileSystemsOf(account)) {
      if (fileSystem.LifeCycleState !== "deleting") yield sourceOf(fileSystem);
    }
  },
};

const fileSystemsOf = (account: BackupView) => viewOf(account, efs).efs.fileSystems;

const sourceOf = (fileSystem: FileSystem): BackupSource => ({
  arn: fileSystem.FileSystemArn,
  type: "EFS",
  name: fileSystem.Name,
  tags: Object.fromEntries(fileSystem.Tags.map(({ Key, Value }) => [Key, Value])),
  sizeInBytes: fileSystem.SizeInBytes.Value,
  encryptionKeyArn: fileSystem.KmsKeyId,
  unavailable:
    fileSystem.LifeCycleState === "available"
      ? undefined
      : `EFS file system ${fileSystem.FileSystemId} is in the lifecycle state ${fileSystem.LifeCycleState}.`,
});
