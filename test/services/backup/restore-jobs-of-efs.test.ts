import {
  BackupClient,
  DescribeRestoreJobCommand,
  StartBackupJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import { role } from "./restore-jobs-support";

describe("EFS", () => {
  async function fileSystem() {
    const aws = mockAws();
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    const efs = aws.attach(new EFSClient());
    const client = aws.attach(new BackupClient());
    const { FileSystemId = "", FileSystemArn } = await efs.send(
      new CreateFileSystemCommand({ CreationToken: "first", Tags: [{ Key: "team", Value: "web" }] }),
    );
    await aws.settle();
    const { RecoveryPointArn } = await client.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: FileSystemArn,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const restore = async (Metadata: Record<string, string>, CopySourceTagsToRestoredResource = false) => {
      const { RestoreJobId } = await client.send(
        new StartRestoreJobCommand({ RecoveryPointArn, Metadata, CopySourceTagsToRestoredResource }),
      );
      await aws.settle();
      return client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    };
    const all = async () => (await efs.send(new DescribeFileSystemsCommand({}))).FileSystems ?? [];
    return { aws, efs, restore, all, FileSystemId, FileSystemArn };
  }

  test("a new file system has the settings of the metadata, and the size and tags of the backup", async () => {
    const { restore, all, FileSystemId } = await fileSystem();
    const job = await restore(
      {
        "file-system-id": FileSystemId,
        newFileSystem: "true",
        Encrypted: "true",
        PerformanceMode: "maxIO",
        CreationToken: "second",
      },
      true,
    );
    expect(job.Status).toBe("COMPLETED");
    const [source, made] = await all();
    expect(made).toMatchObject({
      FileSystemArn: job.CreatedResourceArn,
      CreationToken: "second",
      LifeCycleState: "available",
      PerformanceMode: "maxIO",
      Encrypted: true,
      Tags: [{ Key: "team", Value: "web" }],
      SizeInBytes: { Value: source?.SizeInBytes?.Value },
    });
  });

  test("without newFileSystem, files are restored into the existing file system; a misspelt key is ignored", async () => {
    const { restore, all, FileSystemId, FileSystemArn } = await fileSystem();
    const before = (await all())[0]?.SizeInBytes?.Value ?? 0;
    for (const key of ["newFileSystem", "newFilesystem"]) {
      const value = key === "newFileSystem" ? "false" : "true";
      const job = await restore({ "file-system-id": FileSystemId, [key]: value });
      expect(job).toMatchObject({ Status: "COMPLETED", CreatedResourceArn: FileSystemArn });
    }
    const items = '["/a"]';
    await restore({ "file-system-id": FileSystemId, newFileSystem: "false", ItemsToRestore: items });
    const after = await all();
    expect(after.map(({ SizeInBytes }) => SizeInBytes?.Value)).toEqual([3 * before]);
  });

  test("the job fails with the message of EFS's refusal", async () => {
    const { restore, all } = await fileSystem();
    const failures: [Record<string, string>, RegExp | string][] = [
      [
        { newFileSystem: "false", "file-system-id": "fs-00000000" },
        "File system 'fs-00000000' does not exist.",
      ],
      [{ newFileSystem: "true", CreationToken: "first" }, /already exists with creation token 'first'$/],
      [
        { newFileSystem: "true", Encrypted: "false", KmsKeyId: "alias/mine" },
        "KmsKeyId is only valid when Encrypted is true.",
      ],
      [{ newFileSystem: "true", PerformanceMode: "fast" }, "Restore metadata is invalid."],
      [
        { newFileSystem: "true", singleAzFilesystem: "true", availabilityZoneName: "eu-west-1a" },
        /Availability Zone/,
      ],
    ];
    for (const [metadata, StatusMessage] of failures) {
      expect(await restore(metadata)).toMatchObject({
        Status: "FAILED",
        StatusMessage: expect.stringMatching(StatusMessage),
      });
    }
    expect(await all()).toHaveLength(1);
  });
});
