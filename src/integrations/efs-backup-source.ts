import { viewOf } from "../core/world";
import type { BackedUpService, BackupView } from "../services/backup/account/account";
import type { BackupSource } from "../services/backup/records/resources";
import { efs } from "../services/efs";
import type { FileSystem } from "../services/efs/records/file-systems";

const prefix = "file-system/";

/** EFS file systems as AWS Backup sees them: resources to back up. */
export const efsBackupSource: BackedUpService = {
  resourceType: "EFS",

  owns: ({ service, resource }) => service === "elasticfilesystem" && resource.startsWith(prefix),

  find(account, arn) {
    const fileSystem = fileSystemsOf(account).get(idOf(arn));
    return fileSystem?.FileSystemArn === arn ? sourceOf(fileSystem) : undefined;
  },

  *all(account) {
    for (const fileSystem of fileSystemsOf(account)) {
      if (fileSystem.LifeCycleState !== "deleting") yield sourceOf(fileSystem);
    }
  },
};

/** The id in the ARN of a file system. */
export const idOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

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
