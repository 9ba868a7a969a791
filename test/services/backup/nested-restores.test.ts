import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { type MockOptions, mockAws } from "aws-backup-mock";

const here = "123456789012";
const IamRoleArn = `arn:aws:iam::${here}:role/restore`;
const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
const cluster = `arn:aws:eks:us-east-1:${here}:cluster/shop`;
const BackupVaultName = "Default";

/** A backed-up cluster with a volume and a file system. */
async function backedUpCluster(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const backup = aws.attach(new Backup());
  const efs = aws.attach(new EFS());
  const { FileSystemArn = "" } = await efs.createFileSystem({});
  await aws.settle();
  aws.seed({ resources: [{ arn: volume }, { arn: cluster, members: [volume, FileSystemArn] }] });
  const job = await backup.startBackupJob({ BackupVaultName, ResourceArn: cluster, IamRoleArn });
  await aws.settle();
  const { RecoveryPointArn = "" } = await backup.describeBackupJob({ BackupJobId: job.BackupJobId });
  const { RecoveryPoints = [] } = await backup.listRecoveryPointsByBackupVault({
    BackupVaultName,
    ByParentRecoveryPointArn: RecoveryPointArn,
  });
  const pointOf = (resource: string) =>
    RecoveryPoints.find(({ ResourceArn }) => ResourceArn === resource)?.RecoveryPointArn ?? "";
  const restore = async (nestedRestoreJobs: unknown) => {
    const { RestoreJobId } = await backup.startRestoreJob({
      RecoveryPointArn,
      IamRoleArn,
      Metadata: { clusterName: "shop", nestedRestoreJobs: JSON.stringify(nestedRestoreJobs) },
    });
    return RestoreJobId;
  };
  const nested = async (ByParentJobId: string | undefined) =>
    (await backup.listRestoreJobs({ ByParentJobId })).RestoreJobs ?? [];
  const points = { disk: pointOf(volume), files: pointOf(FileSystemArn) };
  return { aws, backup, efs, points, restore, nested };
}

const files = { newFileSystem: "true", Encrypted: "true", PerformanceMode: "generalPurpose" };

test("nested jobs restore the points that a cluster's metadata names, before the cluster", async () => {
  const { aws, backup, efs, points, restore, nested } = await backedUpCluster({ clock: "manual" });
  const RestoreJobId = await restore({
    [points.disk]: { availabilityZone: "us-east-1a" },
    [points.files]: JSON.stringify(files),
  });
  expect(await nested(RestoreJobId)).toEqual([]);
  await aws.clock.advance("11 seconds");
  expect(await nested(RestoreJobId)).toMatchObject([
    { Status: "PENDING", ParentJobId: RestoreJobId, IsParent: false, IamRoleArn },
    { Status: "PENDING", ParentJobId: RestoreJobId, IsParent: false, IamRoleArn },
  ]);
  await aws.settle();
  const whole = await backup.describeRestoreJob({ RestoreJobId });
  expect(whole).toMatchObject({ Status: "COMPLETED", IsParent: true, CreatedResourceArn: cluster });
  const jobs = await nested(RestoreJobId);
  expect(jobs.map(({ ResourceType, Status }) => [ResourceType, Status]).sort()).toEqual([
    ["EBS", "COMPLETED"],
    ["EFS", "COMPLETED"],
  ]);
  for (const { RestoreJobId: id, CompletionDate } of jobs) {
    expect(await backup.describeRestoreJob({ RestoreJobId: id })).toMatchObject({
      ParentJobId: RestoreJobId,
    });
    expect(CompletionDate?.getTime()).toBeLessThanOrEqual(whole.CompletionDate?.getTime() ?? 0);
  }
  const { FileSystems = [] } = await efs.describeFileSystems({});
  expect(FileSystems).toHaveLength(2);
});

test("a poll loop that waits for the cluster ends", async () => {
  const { backup, points, restore } = await backedUpCluster();
  const RestoreJobId = await restore({ [points.disk]: { availabilityZone: "us-east-1a" } });
  const states = new Set<string | undefined>();
  for (let reads = 0; reads < 20 && !states.has("COMPLETED"); reads++) {
    states.add((await backup.describeRestoreJob({ RestoreJobId })).Status);
  }
  expect([...states]).toEqual(["PENDING", "RUNNING", "COMPLETED"]);
});

test("the restore of a cluster fails if those of its volumes fail", async () => {
  const { aws, backup, points, restore, nested } = await backedUpCluster();
  aws.nextJob({ resourceArn: volume }).fails("no room for the volume");
  const failing = await restore({
    [points.disk]: { availabilityZone: "us-east-1a" },
    [points.files]: files,
  });
  const mistaken = await restore({ [points.disk]: { colour: "blue" } });
  await aws.settle();
  expect(await nested(failing)).toContainEqual(
    expect.objectContaining({ Status: "FAILED", StatusMessage: "no room for the volume" }),
  );
  expect(await nested(mistaken)).toMatchObject([
    { Status: "FAILED", StatusMessage: "Invalid restore metadata for EBS: unknown key colour" },
  ]);
  for (const RestoreJobId of [failing, mistaken]) {
    expect(await backup.describeRestoreJob({ RestoreJobId })).toMatchObject({
      Status: "FAILED",
      StatusMessage: "1 of the nested restore jobs failed.",
    });
  }
});

test("points outside the composite and malformed metadata make the restore fail", async () => {
  const { aws, backup, points, restore, nested } = await backedUpCluster();
  const stranger = `arn:aws:backup:us-east-1:${here}:recovery-point:11111111-2222-4333-8444-555555555555`;
  const cases = [
    [{ [points.files]: files, [stranger]: files }, "Cannot find recovery point"],
    [{ [points.files]: files, [points.disk]: "blue" }, "Restore metadata is invalid."],
    ["blue", "Restore metadata is invalid."],
  ] as const;
  for (const [metadata, StatusMessage] of cases) {
    const RestoreJobId = await restore(metadata);
    await aws.settle();
    expect(await backup.describeRestoreJob({ RestoreJobId })).toMatchObject({
      Status: "FAILED",
      StatusMessage,
    });
    expect(await nested(RestoreJobId)).toEqual([]);
  }
});

test("while a nested restore is held, nothing is in flight", async () => {
  const { aws, backup, points, restore, nested } = await backedUpCluster({ clock: "manual" });
  const RestoreJobId = await restore({ [points.disk]: { availabilityZone: "us-east-1a" } });
  await aws.clock.advance("11 seconds");
  const [job] = await nested(RestoreJobId);
  aws.hold(job?.RestoreJobId ?? "");
  await aws.settle();
  await aws.clock.advance("1 hour");
  await aws.settle();
  expect((await backup.describeRestoreJob({ RestoreJobId })).Status).toBe("RUNNING");
  aws.release(job?.RestoreJobId ?? "");
  await aws.clock.advance("1 hour");
  expect((await backup.describeRestoreJob({ RestoreJobId })).Status).toBe("COMPLETED");
});
