import * as backupSdk from "@aws-sdk/client-backup";
import * as efsSdk from "@aws-sdk/client-efs";
import * as fsxSdk from "@aws-sdk/client-fsx";

export const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
const SubnetIds = ["subnet-0123456789abcdef0"];

/** Sends commands by name, and keeps their outputs. */
class CommandRecorder {
  recorded = [];

  constructor(sdk, client) {
    this.sdk = sdk;
    this.client = client;
  }

  async send(operation, input) {
    const output = await this.client.send(new this.sdk[`${operation}Command`](input));
    this.recorded.push({ operation, output });
    return output;
  }

  /** Repeats a command until its output fits. */
  async until(isSo, operation, input) {
    for (;;) {
      const output = await this.send(operation, input);
      if (isSo(output)) return output;
    }
  }

  async pages(operation, pageSize, input) {
    const pages = [];
    const { client } = this;
    for await (const page of this.sdk[`paginate${operation}`]({ client, pageSize }, input)) pages.push(page);
    this.recorded.push({ operation, pages });
    return pages;
  }

  /** Expects the client's own exception of this name. */
  async refused(name, operation, input) {
    try {
      await this.send(operation, input);
    } catch (error) {
      if (!(error instanceof this.sdk[name]) || error.name !== name) throw error;
      const { stack: _, ...facts } = error;
      this.recorded.push({ operation, message: error.message, ...facts, Class: error.constructor });
      return;
    }
    throw new Error(`${operation} was not refused`);
  }
}

async function backupStory(backup, aws) {
  const vault = { BackupVaultName: "nightly" };
  for (const BackupVaultName of ["nightly", "weekly", "yearly"]) {
    await backup.send("CreateBackupVault", { BackupVaultName, CreatorRequestId: BackupVaultName });
  }
  await backup.refused("AlreadyExistsException", "CreateBackupVault", vault);
  await backup.pages("ListBackupVaults", 2, {});
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 35 } }];
  const { BackupPlanId } = await backup.send("CreateBackupPlan", {
    CreatorRequestId: "plan",
    BackupPlan: { BackupPlanName: "daily", Rules },
  });
  await backup.send("CreateBackupSelection", {
    BackupPlanId,
    CreatorRequestId: "selection",
    BackupSelection: { SelectionName: "tables", IamRoleArn, Resources: [table] },
  });
  await backup.send("GetBackupPlan", { BackupPlanId });
  await aws.clock.advance("3 days");
  await backup.pages("ListRecoveryPointsByBackupVault", 2, vault);
  const { BackupJobId } = await backup.send("StartBackupJob", {
    ...vault,
    ResourceArn: table,
    IamRoleArn,
    IdempotencyToken: "job",
  });
  const { RecoveryPointArn } = await backup.until(({ State }) => State === "COMPLETED", "DescribeBackupJob", {
    BackupJobId,
  });
  await backup.send("DescribeRecoveryPoint", { ...vault, RecoveryPointArn });
  const { RestoreJobId } = await backup.send("StartRestoreJob", {
    RecoveryPointArn,
    IamRoleArn,
    Metadata: { targetTableName: "orders-again" },
    IdempotencyToken: "restore",
  });
  await backup.until(({ Status }) => Status === "COMPLETED", "DescribeRestoreJob", { RestoreJobId });
  await backup.send("DeleteRecoveryPoint", { ...vault, RecoveryPointArn });
  await backup.refused("ResourceNotFoundException", "DescribeRecoveryPoint", { ...vault, RecoveryPointArn });
  await backup.refused("InvalidRequestException", "DeleteBackupVault", vault);
}

async function efsStory(efs) {
  const Tags = [{ Key: "Name", Value: "home" }];
  const { FileSystemId } = await efs.send("CreateFileSystem", { CreationToken: "home", Tags });
  const isThere = ({ FileSystems: [system] }) => system.LifeCycleState === "available";
  await efs.until(isThere, "DescribeFileSystems", { FileSystemId });
  await efs.refused("FileSystemAlreadyExists", "CreateFileSystem", { CreationToken: "home" });
  await efs.send("CreateMountTarget", { FileSystemId, SubnetId: SubnetIds[0] });
  await efs.until(
    ({ MountTargets: [mount] }) => mount.LifeCycleState === "available",
    "DescribeMountTargets",
    {
      FileSystemId,
    },
  );
  await efs.send("PutBackupPolicy", { FileSystemId, BackupPolicy: { Status: "ENABLED" } });
  await efs.send("CreateFileSystem", { CreationToken: "away" });
  await efs.pages("DescribeFileSystems", 1, {});
  await efs.refused("FileSystemInUse", "DeleteFileSystem", { FileSystemId });
  await efs.refused("FileSystemNotFound", "DescribeFileSystems", { FileSystemId: "fs-0123456789abcdef0" });
}

async function fsxStory(fsx) {
  const { FileSystem } = await fsx.send("CreateFileSystem", {
    ClientRequestToken: "scratch",
    FileSystemType: "LUSTRE",
    StorageCapacity: 1_200,
    SubnetIds,
    LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
  });
  const { FileSystemId } = FileSystem;
  const isThere = ({ FileSystems: [system] }) => system.Lifecycle === "AVAILABLE";
  await fsx.until(isThere, "DescribeFileSystems", { FileSystemIds: [FileSystemId] });
  for (const ClientRequestToken of ["first", "second"]) {
    const { Backup } = await fsx.send("CreateBackup", { FileSystemId, ClientRequestToken });
    const isMade = ({ Backups: [backup] }) => backup.Lifecycle === "AVAILABLE";
    await fsx.until(isMade, "DescribeBackups", { BackupIds: [Backup.BackupId] });
  }
  await fsx.pages("DescribeBackups", 1, {});
  await fsx.send("DeleteFileSystem", { FileSystemId, ClientRequestToken: "end" });
  await fsx.refused("BackupNotFound", "DescribeBackups", { BackupIds: ["backup-0123456789abcdef0"] });
  await fsx.refused("FileSystemNotFound", "DescribeFileSystems", { FileSystemIds: ["fs-0123456789abcdef0"] });
}

/** What everybody does with these services: everything that came of it, in order. */
export async function tell(aws, { backup, efs, fsx }) {
  aws.seed({ resources: [{ arn: table }] });
  const ofBackup = new CommandRecorder(backupSdk, backup);
  const ofEfs = new CommandRecorder(efsSdk, efs);
  const ofFsx = new CommandRecorder(fsxSdk, fsx);
  await efsStory(ofEfs);
  await backupStory(ofBackup, aws);
  await fsxStory(ofFsx);
  return { backup: ofBackup.recorded, efs: ofEfs.recorded, fsx: ofFsx.recorded };
}
