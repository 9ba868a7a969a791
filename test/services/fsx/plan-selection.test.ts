import { Backup } from "@aws-sdk/client-backup";
import { account } from "./account";
import { withMachine } from "./ontap-machine";

const role = "arn:aws:iam::123456789012:role/backup";

/** An account with a plan that backs up all FSx resources at five o'clock. */
async function withPlan() {
  const fixture = account({
    durations: { fsxFileSystemDeletion: "6 hours", fsxVolumeDeletion: "6 hours" },
  });
  const backup = fixture.aws.attach(new Backup({ region: "us-east-1" }));
  await backup.updateRegionSettings({ ResourceTypeOptInPreference: { FSx: true } });
  const { BackupPlanId } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "files",
      Rules: [
        { RuleName: "daily", TargetBackupVaultName: "Default", ScheduleExpression: "cron(0 5 ? * * *)" },
      ],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: ["arn:aws:fsx:*"] },
  });
  /** The jobs after five o'clock, by the resource that they back up. */
  const jobs = async () => {
    await fixture.aws.clock.set("2026-01-01T05:01:00Z");
    const { BackupJobs = [] } = await backup.listBackupJobs({});
    return new Map(BackupJobs.map(({ ResourceArn, State }) => [ResourceArn, State]));
  };
  return { ...fixture, backup, jobs };
}

test("a plan skips file systems that are being deleted, and fails for those that are not available yet", async () => {
  const { aws, fsx, available, create, jobs } = await withPlan();
  const kept = await available("openzfs");
  const leaving = await available("windows");
  await aws.clock.set("2026-01-01T04:59:00Z");
  await fsx.deleteFileSystem({
    FileSystemId: leaving.FileSystemId,
    WindowsConfiguration: { SkipFinalBackup: true },
  });
  const coming = await create("openzfs");
  expect(await jobs()).toEqual(
    new Map([
      [kept.ResourceARN, "COMPLETED"],
      [coming.ResourceARN, "FAILED"],
    ]),
  );
});

test("a plan skips ONTAP volumes that are being deleted, alone or with their storage virtual machine", async () => {
  const here = await withPlan();
  const { aws, fsx, jobs } = here;
  const { createVolume, rootVolume, StorageVirtualMachineId } = await withMachine(here);
  const kept = await createVolume("kept");
  const leaving = await createVolume("leaving");
  await aws.settle();
  await aws.clock.set("2026-01-01T04:59:00Z");
  const root = await rootVolume();
  const gone = { OntapConfiguration: { SkipFinalBackup: true } };
  await fsx.deleteVolume({ VolumeId: leaving.VolumeId, ...gone });
  const arns = [...(await jobs()).keys()];
  expect(arns).toContain(kept.ResourceARN);
  expect(arns).toContain(root.ResourceARN);
  expect(arns).not.toContain(leaving.ResourceARN);
  await fsx.deleteVolume({ VolumeId: kept.VolumeId, ...gone });
  await aws.clock.advance("7 hours");
  await aws.clock.set("2026-01-02T04:59:00Z");
  await fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId });
  await aws.clock.set("2026-01-02T05:00:01Z");
  expect(
    [...aws.state.backup.backupJobs.values()].filter(
      ({ CreationDate }) => CreationDate >= Date.UTC(2026, 0, 2),
    ),
  ).toEqual([]);
});
