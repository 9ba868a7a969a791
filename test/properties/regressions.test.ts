import { Backup } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { account as fsxAccount } from "../services/fsx/account";

/** Bugs that random scenarios found, each reduced to the shortest scenario that failed. */

const home = "123456789012";
const role = `arn:aws:iam::${home}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${home}:table/orders`;
const stack = `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`;
const vaultArn = (name: string) => `arn:aws:backup:us-east-1:${home}:backup-vault:${name}`;

function account(): { aws: MockAws; backup: Backup } {
  const aws = mockAws({ clock: "manual" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }, { arn: stack, members: [table] }] });
  return { aws, backup: aws.attach(new Backup()) };
}

test("aws.state is the same object after a rollback", async () => {
  const { aws, backup } = account();
  const { state } = aws;
  const snapshot = aws.snapshot();
  await backup.createBackupVault({ BackupVaultName: "nightly" });
  expect(aws.state).not.toBe(state);
  aws.rollback(snapshot);
  expect(aws.state).toBe(state);
});

describe("an S3 access point", () => {
  /** An ONTAP file system, and a function that attaches an access point to the root volume of its storage virtual machine or to another volume. */
  async function attached(toRoot: boolean) {
    const { aws, fsx, available } = fsxAccount({ clock: "manual" });
    const { FileSystemId } = await available("ontap");
    const { StorageVirtualMachine: machine = {} } = await fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "svm",
    });
    await aws.settle();
    const { StorageVirtualMachineId } = machine;
    const { Volumes: [root] = [] } = await fsx.describeVolumes({});
    const made = toRoot
      ? root
      : (
          await fsx.createVolume({
            VolumeType: "ONTAP",
            Name: "volume",
            OntapConfiguration: {
              StorageVirtualMachineId,
              SizeInMegabytes: 1_024,
              JunctionPath: "/volume",
              StorageEfficiencyEnabled: true,
            },
          })
        ).Volume;
    await aws.settle();
    const VolumeId = made?.VolumeId;
    const attach = () =>
      fsx.createAndAttachS3AccessPoint({
        Name: "point",
        Type: "ONTAP",
        OntapConfiguration: {
          VolumeId,
          FileSystemIdentity: { Type: "UNIX", UnixUser: { Name: "root" } },
        },
      });
    return { aws, fsx, StorageVirtualMachineId, VolumeId, attach };
  }

  test("keeps its volume from being deleted", async () => {
    const { fsx, VolumeId, attach } = await attached(false);
    await attach();
    const OntapConfiguration = { SkipFinalBackup: true };
    await expect(fsx.deleteVolume({ VolumeId, OntapConfiguration })).rejects.toMatchObject({
      name: "BadRequest",
      message: expect.stringContaining("S3 access points"),
    });
  });

  test("on a root volume keeps the storage virtual machine from being deleted", async () => {
    const { fsx, StorageVirtualMachineId, attach } = await attached(true);
    await attach();
    await expect(fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId })).rejects.toMatchObject({
      name: "BadRequest",
      message: expect.stringContaining("S3 access points"),
    });
  });

  test("cannot be attached to a volume whose storage virtual machine is being deleted", async () => {
    const { aws, fsx, StorageVirtualMachineId, attach } = await attached(true);
    await fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId });
    await expect(attach()).rejects.toMatchObject({ name: "BadRequest" });
    await aws.settle();
    expect(aws.state.fsx.s3AccessPoints.size).toBe(0);
    expect(aws.state.fsx.volumes.size).toBe(0);
  });
});

test("no copies of nested recovery points remain when the copy of their composite fails", async () => {
  const { aws, backup } = account();
  await backup.createBackupVault({ BackupVaultName: "other" });
  await backup.startBackupJob({ BackupVaultName: "Default", ResourceArn: stack, IamRoleArn: role });
  await aws.settle();
  const whole = [...aws.state.backup.recoveryPoints].find(point => point.IsParent);
  aws.nextJob({ type: "copy" }).fails("no more space");
  await backup.startCopyJob({
    RecoveryPointArn: whole?.RecoveryPointArn,
    SourceBackupVaultName: "Default",
    DestinationBackupVaultArn: vaultArn("other"),
    IamRoleArn: role,
  });
  await aws.settle();
  const states = [...aws.state.backup.copyJobs].map(({ IsParent, State }) => [IsParent === true, State]);
  expect(states).toEqual([
    [true, "FAILED"],
    [false, "COMPLETED"],
  ]);
  expect([...aws.state.backup.recoveryPoints.by("vault", "other")]).toEqual([]);
});

test("no nested recovery points remain when their composite job, held for a month, expires", async () => {
  const { aws, backup } = account();
  const { BackupJobId = "" } = await backup.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: stack,
    IamRoleArn: role,
  });
  await aws.clock.advance("10 seconds");
  aws.hold(BackupJobId);
  await aws.clock.advance("31 days");
  expect([...aws.state.backup.backupJobs.by("parent", BackupJobId)]).toEqual([]);
  aws.release(BackupJobId);
  expect((await backup.describeBackupJob({ BackupJobId })).State).toBe("EXPIRED");
  expect(aws.state.backup.recoveryPoints.size).toBe(0);
});

test("a plan cannot back up into a restore access vault, which would lose the points when access is revoked", async () => {
  const { aws, backup } = account();
  const BackupVaultName = "gapped";
  await backup.updateGlobalSettings({ GlobalSettings: { isMpaEnabled: "true" } });
  await backup.createLogicallyAirGappedBackupVault({
    BackupVaultName,
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  await aws.settle();
  await backup.associateBackupVaultMpaApprovalTeam({
    BackupVaultName,
    MpaApprovalTeamArn: `arn:aws:mpa:us-east-1:${home}:approval-team/team`,
  });
  const { RestoreAccessBackupVaultName } = await backup.createRestoreAccessBackupVault({
    SourceBackupVaultArn: vaultArn(BackupVaultName),
  });
  const { BackupPlanId } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "daily",
      Rules: [{ RuleName: "daily", TargetBackupVaultName: RestoreAccessBackupVaultName }],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "table", IamRoleArn: role, Resources: [table] },
  });
  await aws.clock.advance("1 day");
  await aws.settle();
  expect([...aws.state.backup.backupJobs]).toMatchObject([
    { State: "FAILED", StatusMessage: expect.stringContaining("restore access backup vault") },
  ]);
  expect(aws.state.backup.recoveryPoints.size).toBe(0);
});

test("a continuous backup does not expire while a job is updating it", async () => {
  const { aws, backup } = account();
  const database = "arn:aws:rds:us-east-1:123456789012:cluster:orders";
  aws.seed({ resources: [{ arn: database }] });
  const { BackupPlanId } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "continuous",
      Rules: [
        {
          RuleName: "daily",
          TargetBackupVaultName: "Default",
          ScheduleExpression: "cron(0 5 * * ? *)",
          EnableContinuousBackup: true,
          Lifecycle: { DeleteAfterDays: 1 },
        },
      ],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "database", IamRoleArn: role, Resources: [database] },
  });
  await aws.clock.advance("1 day");
  const [first] = aws.state.backup.recoveryPoints;
  // The second job is still running when the retention that the first one set ends.
  aws.nextJob({ type: "backup" }).takes("3 hours");
  await aws.clock.advance("6 hours");
  expect(aws.state.backup.backupJobs.by("state", "RUNNING").size).toBe(1);
  expect([...aws.state.backup.recoveryPoints]).toEqual([
    expect.objectContaining({ RecoveryPointArn: first?.RecoveryPointArn, Status: "AVAILABLE" }),
  ]);
  // Completed at 8:00, and kept for a day from then.
  await aws.clock.advance("18 hours");
  expect(aws.state.backup.recoveryPoints.has(first?.RecoveryPointArn ?? "")).toBe(true);
});

test("a continuous backup cannot be disassociated or deleted while a job is updating it", async () => {
  const { aws, backup } = account();
  const bucket = "arn:aws:s3:::a-bucket";
  aws.seed({ resources: [{ arn: bucket }] });
  const { BackupPlanId } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "continuous",
      Rules: [
        {
          RuleName: "hourly",
          TargetBackupVaultName: "Default",
          ScheduleExpression: "cron(0 * * * ? *)",
          EnableContinuousBackup: true,
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "bucket", IamRoleArn: role, Resources: [bucket] },
  });
  // The first job has created the recovery point, the second one is running.
  await aws.clock.advance("2 hours 15 s");
  const [point] = aws.state.backup.recoveryPoints;
  const named = { BackupVaultName: "Default", RecoveryPointArn: point?.RecoveryPointArn };
  expect(aws.state.backup.backupJobs.by("state", "RUNNING").size).toBe(1);
  const busy = { name: "InvalidResourceStateException" };
  await expect(backup.disassociateRecoveryPoint(named)).rejects.toMatchObject(busy);
  await expect(backup.deleteRecoveryPoint(named)).rejects.toMatchObject(busy);
  await aws.settle();
  await backup.disassociateRecoveryPoint(named);
});

test("an edit cannot give a root volume an empty parent", () => {
  const { aws } = account();
  const fileSystem = {
    FileSystemType: "OPENZFS",
    StorageCapacity: 64,
    SubnetIds: ["subnet-0123456789abcdef0"],
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 },
  } as const;
  aws.seed({ fsx: { fileSystems: [fileSystem] } });
  const [root] = aws.state.fsx.volumes;
  const edit = () =>
    aws.edit("fsx.volumes", root?.VolumeId ?? "", volume => {
      volume.OpenZFSConfiguration = { ParentVolumeId: "" };
    });
  expect(edit).toThrow("the storage virtual machine and the parent of a volume cannot change");
});
