import {
  InvalidParameterValueException,
  InvalidRequestException,
  LimitExceededException,
  MissingParameterValueException,
  PutBackupVaultAccessPolicyCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-backup";
import { refused } from "../../support/refusal";
import { backedUp, cluster, vaultArn } from "./copy-jobs-support";
import { bucket, here, other, table } from "./world";

describe("StartCopyJob refuses", () => {
  test("input that is missing or malformed", async () => {
    const story = await backedUp();
    const missing = expect.any(MissingParameterValueException);
    await expect(story.copy({ IamRoleArn: undefined })).rejects.toEqual(missing);
    for (const input of [
      { IamRoleArn: "backup" },
      { DestinationBackupVaultArn: "safe" },
      { DestinationBackupVaultArn: table },
      { Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 60 } },
    ]) {
      await refused(story, () => story.copy(input), { name: InvalidParameterValueException.name });
    }
  });

  test("a point or source vault that does not exist", async () => {
    const story = await backedUp();
    for (const input of [
      { SourceBackupVaultName: "gone" },
      { SourceBackupVaultName: "safe" },
      { RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:gone` },
    ]) {
      await refused(story, () => story.copy(input), { name: ResourceNotFoundException.name });
    }
  });

  test("types without copies, points in cold storage, continuous points and unfinished points", async () => {
    const request = { name: InvalidRequestException.name };
    const redshift = await backedUp({ resource: cluster });
    await refused(redshift, () => redshift.copy(), {
      ...request,
      message: "Feature is not supported for provided resource type.",
    });
    const { aws, copy } = await backedUp();
    const continuous = `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:orders-0a1b2c3d`;
    const { backup } = aws.seed({
      backup: {
        recoveryPoints: [
          { ResourceArn: table, BackupVaultName: "nightly", StorageClass: "COLD" },
          { ResourceArn: table, BackupVaultName: "nightly", Status: "CREATING" },
          {
            ResourceArn: bucket,
            BackupVaultName: "nightly",
            RecoveryPointArn: continuous,
            Status: "AVAILABLE",
          },
        ],
      },
    });
    for (const { RecoveryPointArn } of backup.recoveryPoints) {
      await refused({ aws }, () => copy({ RecoveryPointArn }), request);
    }
  });

  test("the vault of automatic EFS backups as a destination, and a vault whose policy denies copies", async () => {
    const story = await backedUp();
    const reserved = vaultArn("aws/efs/automatic-backup-vault");
    await refused(story, () => story.copy({ DestinationBackupVaultArn: reserved }), {
      name: "AccessDeniedException",
      message: "Insufficient privileges to perform this action.",
    });
    const deny = { Effect: "Deny", Principal: { AWS: "*" }, Action: "backup:StartCopyJob", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    await story.client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "nightly", Policy }));
    await refused(story, () => story.copy(), { name: "AccessDeniedException" });
  });

  test("more copies of a resource to other accounts than the quota allows", async () => {
    const story = await backedUp({ quotas: { crossAccountCopiesPerResource: 1 } });
    const copyTo = (region: string, account: string) => () =>
      story.copy({ DestinationBackupVaultArn: vaultArn("Default", region, account) });
    await copyTo("us-west-2", other)();
    await refused(story, copyTo("us-west-2", other), { name: LimitExceededException.name });
    await copyTo("us-east-1", other)();
    for (let count = 0; count < 3; count++) await copyTo("us-west-2", here)();
    await story.copy();
    await story.aws.settle();
    await story.copy({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  });
});
