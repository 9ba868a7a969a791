import { Backup, type BackupRuleInput, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";

const tableNamed = (name: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
const orders = tableNamed("orders");
const customers = tableNamed("customers");
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
const BackupVaultName = "nightly";

const aws = mockAws();
const backup = aws.attach(new Backup());
const efs = aws.attach(new EFS());
const fsx = aws.attach(new FSx());

const start = () => backup.startBackupJob({ BackupVaultName, ResourceArn: orders, IamRoleArn });
const selections = [{ SelectionName: "orders", Resources: [orders] }];

/** Lets the account copy into vaults of others. */
const Policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: "backup:CopyIntoBackupVault",
      Resource: "*",
    },
  ],
});

/** A rule that backs up at the times of a cron expression, and keeps the backups for some days. */
const rule = (RuleName: string, cron: string, days: number): BackupRuleInput => ({
  RuleName,
  TargetBackupVaultName: BackupVaultName,
  ScheduleExpression: `cron(${cron})`,
  Lifecycle: { DeleteAfterDays: days },
});

const ontap = {
  FileSystemId: "fs-00000000000000001",
  FileSystemType: "ONTAP",
  StorageCapacity: 1024,
  SubnetIds: ["subnet-00000000000000001"],
  OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 128 },
} as const;
const machine = {
  StorageVirtualMachineId: "svm-00000000000000001",
  FileSystemId: ontap.FileSystemId,
  Name: "svm",
};

beforeEach(() => {
  aws.reset();
  aws.seed({ backup: { vaults: [{ BackupVaultName }] }, resources: [{ arn: orders }, { arn: customers }] });
});

test("400 nights leave the backups of 35 days", async () => {
  const BackupPlan = { BackupPlanName: "nightly", Rules: [rule("nightly", "0 5 * * ? *", 35)] };
  aws.seed({ backup: { plans: [{ BackupPlan, selections }] } });
  const { jobs } = await aws.clock.advance("400 days");
  expect(jobs).toEqual({ COMPLETED: 400 });
  expect(aws).toHaveRecoveryPoint({ ResourceArn: orders }, { times: 35 });
});

test("grandfather, father and son: 7 days, 5 weeks, 12 months", async () => {
  const Rules = [
    rule("son", "0 1 * * ? *", 7),
    rule("father", "0 9 ? * 1 *", 35),
    rule("grandfather", "0 17 1 * ? *", 365),
  ];
  aws.seed({ backup: { plans: [{ BackupPlan: { BackupPlanName: "gfs", Rules }, selections }] } });
  await aws.clock.set("2028-01-01T00:00:00Z");
  const kept = [...aws.state.backup.recoveryPoints].map(point => point.CreatedBy?.BackupRuleName);
  const count = (name: string) => kept.filter(each => each === name).length;
  expect([count("son"), count("father"), count("grandfather")]).toEqual([7, 5, 12]);
});

test("a locked vault keeps backups, and refuses those that are kept too short", async () => {
  await backup.putBackupVaultLockConfiguration({ BackupVaultName, MinRetentionDays: 7 });
  const job = { BackupVaultName, ResourceArn: orders, IamRoleArn };
  await backup.startBackupJob({ ...job, Lifecycle: { DeleteAfterDays: 35 } });
  await backup.startBackupJob({ ...job, Lifecycle: { DeleteAfterDays: 1 } });
  await aws.settle();
  expect(aws).toHaveBackupJob({ State: "FAILED" }, { times: 1 });
  const [{ RecoveryPointArn } = {}] = [...aws.state.backup.recoveryPoints];
  const deletion = backup.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn });
  await expect(deletion).rejects.toMatchObject({ name: "InvalidRequestException" });
});

test("copies over Regions and accounts", async () => {
  const places = [{ region: "eu-west-1" }, { accountId: "222222222222" }].map(place => aws.in(place));
  for (const place of places) place.seed({ backup: { vaults: [{ BackupVaultName: "copies", Policy }] } });
  const vaults = places.map(place => place.state.backup.vaults.get("copies")?.BackupVaultArn);
  const CopyActions = vaults.map(DestinationBackupVaultArn => ({ DestinationBackupVaultArn }));
  const Rules = [{ ...rule("nightly", "0 5 * * ? *", 35), CopyActions }];
  aws.seed({ backup: { plans: [{ BackupPlan: { BackupPlanName: "copied", Rules }, selections }] } });
  await aws.clock.advance("1 day");
  for (const place of places) expect(place).toHaveRecoveryPoint({ BackupVaultName: "copies" });
});

test("a failed job reaches the listener that alerts", async () => {
  const alerts: unknown[] = [];
  const unsubscribe = aws.onEvent(({ detail }) => {
    if (detail["state"] === "FAILED") alerts.push(detail["resourceArn"]);
  });
  aws.nextJob({ resourceArn: orders }).fails("Access denied to the table");
  await start();
  await aws.settle();
  unsubscribe();
  expect(alerts).toEqual([orders]);
  expect(aws).toHaveEmitted("Backup Job State Change", { state: "FAILED" });
});

test("resources that no plan protects are found", async () => {
  const BackupPlan = { BackupPlanName: "nightly", Rules: [rule("nightly", "0 5 * * ? *", 35)] };
  aws.seed({ backup: { plans: [{ BackupPlan, selections }] } });
  await aws.clock.advance("1 day");
  const { Results = [] } = await backup.listProtectedResources({});
  const isProtected = new Set(Results.map(({ ResourceArn }) => ResourceArn));
  const unprotected = [...aws.state.backup.resources].filter(({ arn }) => !isProtected.has(arn));
  expect(unprotected.map(({ arn }) => arn)).toEqual([customers]);
  expect(aws).not.toHaveProtected(customers);
});

test("a restore drill: the latest backup can be restored", async () => {
  await start();
  await aws.settle();
  const [{ RecoveryPointArn } = {}] = [...aws.state.backup.recoveryPoints.newest()];
  const Metadata = { targetTableName: "orders-drill" };
  const { RestoreJobId } = await backup.startRestoreJob({ RecoveryPointArn, IamRoleArn, Metadata });
  await aws.settle();
  const job = await backup.describeRestoreJob({ RestoreJobId });
  expect(job).toMatchObject({ Status: "COMPLETED", CreatedResourceArn: tableNamed("orders-drill") });
});

test("an ONTAP volume grows", async () => {
  aws.seed({ fsx: { fileSystems: [ontap], storageVirtualMachines: [machine] } });
  const { StorageVirtualMachineId } = machine;
  const settings = { StorageVirtualMachineId, JunctionPath: "/data", StorageEfficiencyEnabled: true };
  const OntapConfiguration = { ...settings, SizeInMegabytes: 1024 };
  const { Volume } = await fsx.createVolume({ VolumeType: "ONTAP", Name: "data", OntapConfiguration });
  const VolumeId = Volume?.VolumeId ?? "";
  await aws.settle();
  await fsx.updateVolume({ VolumeId, OntapConfiguration: { SizeInMegabytes: 2048 } });
  await aws.settle();
  const { Volumes = [] } = await fsx.describeVolumes({ VolumeIds: [VolumeId] });
  expect(Volumes).toMatchObject([{ Lifecycle: "CREATED", OntapConfiguration: { SizeInMegabytes: 2048 } }]);
});

test("a file system is replicated into another Region", async () => {
  const { FileSystemId } = await efs.createFileSystem({ CreationToken: "home" });
  await aws.settle();
  await efs.createReplicationConfiguration({
    SourceFileSystemId: FileSystemId,
    Destinations: [{ Region: "eu-west-1" }],
  });
  await aws.settle();
  const { Replications } = await efs.describeReplicationConfigurations({ FileSystemId });
  expect(Replications).toMatchObject([{ Destinations: [{ Status: "ENABLED", Region: "eu-west-1" }] }]);
  const copies = [...aws.in({ region: "eu-west-1" }).state.efs.fileSystems];
  expect(copies).toMatchObject([{ FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" } }]);
});

test("a throttled call is made again, and a poll loop sees every state", async () => {
  aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException");
  const { BackupJobId } = await start().catch(start);
  const states: unknown[] = [];
  while (states.at(-1) !== "COMPLETED") {
    const { State } = await backup.describeBackupJob({ BackupJobId });
    states.push(State);
  }
  expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  expect(aws).toHaveReceivedCommandTimes(StartBackupJobCommand, 2);
});
