import {
  CreateAccessPointCommand,
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  CreateReplicationConfigurationCommand,
  DeleteAccessPointCommand,
  DeleteFileSystemCommand,
  DeleteMountTargetCommand,
  DeleteReplicationConfigurationCommand,
  DescribeAccessPointsCommand,
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  DescribeReplicationConfigurationsCommand,
  EFSClient,
  FileSystemInUse,
  FileSystemNotFound,
  PutFileSystemPolicyCommand,
  ReplicationNotFound,
} from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

const token = "billing-data";
const subnets = ["subnet-0a0a0a0a", "subnet-0b0b0b0b", "subnet-0c0c0c0c"];

/** Poll loops as in user code, but without delays. */
function waiting(efs: EFSClient) {
  return {
    async untilAvailableByToken(CreationToken: string) {
      for (;;) {
        const { FileSystems } = await efs.send(new DescribeFileSystemsCommand({ CreationToken }));
        if (FileSystems?.[0]?.LifeCycleState === "available") return FileSystems[0];
      }
    },
    async untilAvailable(FileSystemId: string | undefined) {
      for (;;) {
        const { FileSystems } = await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
        if (FileSystems?.[0]?.LifeCycleState === "available") return;
      }
    },
    async untilMountable(MountTargetId: string | undefined) {
      for (;;) {
        const { MountTargets } = await efs.send(new DescribeMountTargetsCommand({ MountTargetId }));
        if (MountTargets?.[0]?.LifeCycleState === "available") return;
      }
    },
    async untilNoMountTargets(FileSystemId: string | undefined) {
      for (;;) {
        const { MountTargets } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId }));
        if (MountTargets?.length === 0) return;
      }
    },
    async untilNotReplicated(FileSystemId: string | undefined) {
      try {
        for (;;) await efs.send(new DescribeReplicationConfigurationsCommand({ FileSystemId }));
      } catch (error) {
        if (!(error instanceof ReplicationNotFound)) throw error;
      }
    },
    async untilGone(FileSystemId: string | undefined) {
      try {
        for (;;) await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
      } catch (error) {
        if (!(error instanceof FileSystemNotFound)) throw error;
      }
    },
  };
}

test("a shared file system is set up, then torn down, at first in the wrong order", async () => {
  const aws = mockAws({ region: "eu-west-1" });
  const efs = aws.attach(new EFSClient());
  const wait = waiting(efs);

  await efs.send(new CreateFileSystemCommand({ CreationToken: token, Encrypted: true }));
  const { FileSystemId } = await wait.untilAvailableByToken(token);
  await wait.untilAvailable(FileSystemId);

  const mountTargets: (string | undefined)[] = [];
  for (const SubnetId of subnets) {
    const { MountTargetId } = await efs.send(new CreateMountTargetCommand({ FileSystemId, SubnetId }));
    mountTargets.push(MountTargetId);
  }
  for (const MountTargetId of mountTargets) await wait.untilMountable(MountTargetId);
  const { MountTargets = [] } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId }));
  expect(MountTargets.map(target => target.AvailabilityZoneName)).toEqual([
    "eu-west-1a",
    "eu-west-1b",
    "eu-west-1c",
  ]);

  const { AccessPointId } = await efs.send(
    new CreateAccessPointCommand({ FileSystemId, RootDirectory: { Path: "/billing" } }),
  );
  await efs.send(
    new PutFileSystemPolicyCommand({
      FileSystemId,
      Policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "elasticfilesystem:ClientMount" }],
      }),
    }),
  );
  const { Destinations } = await efs.send(
    new CreateReplicationConfigurationCommand({
      SourceFileSystemId: FileSystemId,
      Destinations: [{ Region: "eu-central-1" }],
    }),
  );
  const copy = Destinations?.[0]?.FileSystemId;
  const central = aws.in({ region: "eu-central-1" }).attach(new EFSClient());
  await waiting(central).untilAvailable(copy);

  // Tear down in the wrong order.
  const deletion = new DeleteFileSystemCommand({ FileSystemId });
  await expect(efs.send(deletion)).rejects.toThrow(FileSystemInUse);
  await expect(efs.send(deletion)).rejects.toThrow(
    `The file system '${FileSystemId}' cannot be deleted because it has mount targets. You must delete the mount targets, and then try again.`,
  );
  for (const MountTargetId of mountTargets) await efs.send(new DeleteMountTargetCommand({ MountTargetId }));
  await expect(efs.send(deletion)).rejects.toThrow("cannot be deleted because it has mount targets");
  await wait.untilNoMountTargets(FileSystemId);
  await expect(efs.send(deletion)).rejects.toThrow(
    `You cannot delete file system '${FileSystemId}' because it is in a replication configuration.`,
  );

  // Tear down in the right order.
  await efs.send(new DeleteReplicationConfigurationCommand({ SourceFileSystemId: FileSystemId }));
  await wait.untilNotReplicated(FileSystemId);
  await efs.send(new DeleteAccessPointCommand({ AccessPointId }));
  await efs.send(deletion);
  await wait.untilGone(FileSystemId);
  expect((await efs.send(new DescribeAccessPointsCommand({}))).AccessPoints).toEqual([]);

  // The replica remains.
  const { FileSystems } = await central.send(new DescribeFileSystemsCommand({ FileSystemId: copy }));
  expect(FileSystems).toMatchObject([
    { LifeCycleState: "available", FileSystemProtection: { ReplicationOverwriteProtection: "ENABLED" } },
  ]);
});
