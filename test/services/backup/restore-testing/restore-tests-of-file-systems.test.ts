import { StartBackupJobCommand } from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFS, EFSClient } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { requests } from "../../fsx/account";
import { account, role } from "./restore-tests-support";

test("a file system that a test restores exists in Amazon EFS, with a tag, until it is deleted", async () => {
  const { aws, jobs, describe, run } = await account({
    points: [],
    selection: { ProtectedResourceType: "EFS", ValidationWindowHours: 1 },
  });
  const efs = aws.attach(new EFSClient());
  const { FileSystemArn } = await efs.send(new CreateFileSystemCommand({}));
  await aws.settle();
  aws.seed({ backup: { recoveryPoints: [{ ResourceArn: FileSystemArn }] } });
  await run();
  const [created] = await jobs();
  await aws.clock.advance("10 minutes");
  const { Status, CreatedResourceArn } = await describe(created?.RestoreJobId);
  expect(Status).toBe("COMPLETED");
  const fileSystems = async () => (await efs.send(new DescribeFileSystemsCommand({}))).FileSystems ?? [];
  const restored = (await fileSystems()).find(fileSystem => fileSystem.FileSystemArn === CreatedResourceArn);
  expect(restored?.Encrypted).toBe(true);
  expect(restored?.Tags?.map(({ Key }) => Key)).toContain("awsbackup-restore-test");
  await aws.clock.advance("1 hour");
  expect((await describe(created?.RestoreJobId)).DeletionStatus).toBe("SUCCESSFUL");
  expect((await fileSystems()).map(fileSystem => fileSystem.FileSystemArn)).toEqual([FileSystemArn]);
});

test("a restored resource is not deleted while it is in use", async () => {
  const { aws, jobs, describe, run } = await account({
    points: [],
    selection: { ProtectedResourceType: "EFS", ValidationWindowHours: 1 },
  });
  const efs = aws.attach(new EFS());
  const { FileSystemArn } = await efs.createFileSystem({});
  await aws.settle();
  aws.seed({ backup: { recoveryPoints: [{ ResourceArn: FileSystemArn }] } });
  await run();
  const [created] = await jobs();
  await aws.clock.advance("10 minutes");
  const { CreatedResourceArn = "" } = await describe(created?.RestoreJobId);
  const FileSystemId = CreatedResourceArn.slice(CreatedResourceArn.indexOf("fs-"));
  await efs.createMountTarget({ FileSystemId, SubnetId: "subnet-0123456789abcdef0" });
  await aws.clock.advance("1 hour");
  expect(await describe(created?.RestoreJobId)).toMatchObject({
    DeletionStatus: "FAILED",
    DeletionStatusMessage: expect.stringContaining("because it has mount targets"),
  });
  expect((await efs.describeFileSystems({ FileSystemId })).FileSystems).toHaveLength(1);
});

test.each([
  ["is deleted without a backup", false, "SUCCESSFUL", 1],
  ["stays while it contains volumes", true, "FAILED", 2],
] as const)("a file system of FSx that a test has restored %s", async (_, used, DeletionStatus, left) => {
  const { aws, client, jobs, describe, run } = await account({
    points: [],
    selection: {
      ProtectedResourceType: "FSx",
      ValidationWindowHours: 1,
      RestoreMetadataOverrides: { subnetIds: '["subnet-0123456789abcdef0"]' },
    },
  });
  const fsx = aws.attach(new FSx());
  const { FileSystem: { ResourceARN: ResourceArn } = {} } = await fsx.createFileSystem(requests.openzfs);
  await aws.settle();
  const job = { BackupVaultName: "Default", IamRoleArn: role, ResourceArn };
  await client.send(new StartBackupJobCommand(job));
  await aws.settle();
  await run();
  const [created] = await jobs();
  await aws.clock.advance("20 minutes");
  const { CreatedResourceArn = "" } = await describe(created?.RestoreJobId);
  const FileSystemId = CreatedResourceArn.slice(CreatedResourceArn.indexOf("fs-"));
  const { FileSystems: [restored] = [] } = await fsx.describeFileSystems({ FileSystemIds: [FileSystemId] });
  const ParentVolumeId = restored?.OpenZFSConfiguration?.RootVolumeId;
  const data = { Name: "data", VolumeType: "OPENZFS", OpenZFSConfiguration: { ParentVolumeId } } as const;
  if (used) await fsx.createVolume(data);
  const backups = aws.state.fsx.backups.size;
  await aws.clock.advance("1 hour");
  expect(await describe(created?.RestoreJobId)).toMatchObject({ DeletionStatus });
  expect((await fsx.describeFileSystems({})).FileSystems).toHaveLength(left);
  expect(aws.state.fsx.backups.size).toBe(backups);
});
