import type { Filter } from "@aws-sdk/client-fsx";
import { account, refusal, requests } from "./account";
import { withMachine } from "./ontap-machine";

const unknownMachine = "svm-0123456789abcdef0";

describe("a volume's backups", () => {
  test("show the members of the volume that AWS shows, with an ARN without the file system", async () => {
    const { aws, fsx, createVolume, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const { VolumeId } = await createVolume("vol1");
    await aws.settle();
    const { Backup } = await fsx.createBackup({ VolumeId });
    expect(Backup).toMatchObject({ ResourceType: "VOLUME", Lifecycle: "CREATING", OwnerId: "123456789012" });
    expect(Backup).not.toHaveProperty("FileSystem");
    expect(Backup?.Volume).toEqual({
      FileSystemId,
      Lifecycle: "ACTIVE",
      Name: "vol1",
      OntapConfiguration: {
        JunctionPath: "/vol1",
        SizeInMegabytes: 1_024,
        StorageEfficiencyEnabled: true,
        StorageVirtualMachineId,
        TieringPolicy: { Name: "SNAPSHOT_ONLY" },
      },
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:volume/${VolumeId}`,
      VolumeId,
      VolumeType: "ONTAP",
    });
    await aws.settle();
    const Filters: Filter[] = [{ Name: "volume-id", Values: [VolumeId ?? ""] }];
    expect((await fsx.describeBackups({ Filters })).Backups).toHaveLength(1);
    expect((await refusal(fsx.copyBackup({ SourceBackupId: Backup?.BackupId }))).name).toBe(
      "UnsupportedOperation",
    );
  });

  test("are made daily of every volume, including the root volume", async () => {
    const { aws, fsx, createVolume } = await withMachine();
    await createVolume("vol1");
    await aws.clock.advance("1 day");
    const { Backups } = await fsx.describeBackups({});
    expect(Backups?.map(({ Type, Volume }) => [Type, Volume?.Name])).toEqual([
      ["AUTOMATIC", "svm_1_root"],
      ["AUTOMATIC", "vol1"],
    ]);
  });

  test("are restored to any storage virtual machine, with the settings of the volume backed up", async () => {
    const { aws, fsx, createVolume, describeVolume, StorageVirtualMachineId } = await withMachine();
    const { VolumeId } = await createVolume("vol1", { TieringPolicy: { Name: "ALL" } });
    await aws.settle();
    const { Backup } = await fsx.createBackup({ VolumeId });
    const BackupId = Backup?.BackupId ?? "";
    const OntapConfiguration = { StorageVirtualMachineId, JunctionPath: "/again" };
    const restore = () => fsx.createVolumeFromBackup({ BackupId, Name: "again", OntapConfiguration });
    expect((await refusal(restore())).name).toBe("BadRequest");
    await aws.settle();
    const { Volume } = await restore();
    expect(Volume?.OntapConfiguration).toMatchObject({
      SizeInMegabytes: 1_024,
      TieringPolicy: { Name: "ALL" },
      StorageEfficiencyEnabled: true,
    });
    expect(await refusal(fsx.deleteBackup({ BackupId }))).toMatchObject({
      name: "BackupRestoring",
      FileSystemId: Volume?.FileSystemId,
    });
    await aws.settle();
    expect((await describeVolume(Volume?.VolumeId)).Lifecycle).toBe("CREATED");
    await fsx.deleteBackup({ BackupId });
  });

  test("are restored to the second generation by an administrative action", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("ontap", {
      OntapConfiguration: { DeploymentType: "SINGLE_AZ_2", ThroughputCapacityPerHAPair: 1_536 },
    });
    const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
    const StorageVirtualMachineId = StorageVirtualMachine?.StorageVirtualMachineId;
    await aws.settle();
    const [root] = (await fsx.describeVolumes({})).Volumes ?? [];
    const { Backup } = await fsx.createBackup({ VolumeId: root?.VolumeId });
    await aws.settle();
    const { Volume } = await fsx.createVolumeFromBackup({
      BackupId: Backup?.BackupId,
      Name: "copy",
      OntapConfiguration: { StorageVirtualMachineId, JunctionPath: "/copy" },
    });
    expect(Volume?.AdministrativeActions).toMatchObject([
      { AdministrativeActionType: "DOWNLOAD_DATA_FROM_BACKUP", Status: "PENDING" },
    ]);
  });

  test("are refused for unknown resources and without a configuration", async () => {
    const { aws, fsx, available, StorageVirtualMachineId } = await withMachine();
    const BackupId = "backup-0123456789abcdef0";
    const OntapConfiguration = { StorageVirtualMachineId, JunctionPath: "/x" };
    const restore = (id: string | undefined, settings?: typeof OntapConfiguration) =>
      refusal(
        fsx.createVolumeFromBackup({
          BackupId: id,
          Name: "x",
          ...(settings && { OntapConfiguration: settings }),
        }),
      );
    expect((await restore(BackupId, OntapConfiguration)).name).toBe("BackupNotFound");
    const { FileSystemId } = await available("windows");
    const { Backup: ofWindows } = await fsx.createBackup({ FileSystemId });
    const [root] = (await fsx.describeVolumes({})).Volumes ?? [];
    const { Backup: ofRoot } = await fsx.createBackup({ VolumeId: root?.VolumeId });
    await aws.settle();
    expect((await restore(ofWindows?.BackupId, OntapConfiguration)).name).toBe("BadRequest");
    expect((await restore(ofRoot?.BackupId)).name).toBe("MissingVolumeConfiguration");
    const nowhere = { ...OntapConfiguration, StorageVirtualMachineId: unknownMachine };
    expect((await restore(ofRoot?.BackupId, nowhere)).name).toBe("StorageVirtualMachineNotFound");
    const whole = fsx.createFileSystemFromBackup({
      BackupId: ofRoot?.BackupId,
      SubnetIds: requests.ontap.SubnetIds,
    });
    expect((await refusal(whole)).name).toBe("BadRequest");
  });
});
