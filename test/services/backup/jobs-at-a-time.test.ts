import { Backup } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { here, nightly, role, vaultArn } from "./world";

const timestream = (name: string) => `arn:aws:timestream:us-east-1:${here}:database/sales/table/${name}`;
const cluster = (name: string) => `arn:aws:eks:us-east-1:${here}:cluster/${name}`;
const table = (name: number) => `arn:aws:dynamodb:us-east-1:${here}:table/t${name}`;
const volume = (name: number, region = "us-east-1") => `arn:aws:ec2:${region}:${here}:volume/vol-${name}`;
const farVault = (name: string) => vaultArn(name).replace("us-east-1", "eu-west-1");

function account(resources: readonly string[], options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-01T00:00:00Z", ...options });
  aws.seed({
    resources: [...new Set(resources)].map(arn => ({ arn })),
    backup: {
      vaults: [nightly],
      recoveryPoints: resources.map(ResourceArn => ({ ...nightly, ResourceArn })),
    },
  });
  const backup = aws.attach(new Backup());
  const points = [...aws.state.backup.recoveryPoints].map(({ RecoveryPointArn }) => RecoveryPointArn);
  /** The texts after a while, such as states, with how often each occurs. */
  const countAfter = async (time: string, texts: () => Promise<readonly (string | undefined)[]>) => {
    await aws.clock.advance(time);
    const count: Record<string, number> = {};
    for (const text of await texts()) count[text ?? ""] = (count[text ?? ""] ?? 0) + 1;
    return count;
  };
  return { aws, backup, points, countAfter };
}

test("four backups of Timestream run at a time; the others are tried again in their start window", async () => {
  const tables = Array.from({ length: 6 }, (_, index) => timestream(`t${index}`));
  const { backup, countAfter } = account(tables, { durations: { backupJob: "5 minutes" } });
  for (const ResourceArn of tables)
    await backup.startBackupJob({ ...nightly, ResourceArn, IamRoleArn: role });
  const states = async () => ((await backup.listBackupJobs({})).BackupJobs ?? []).map(({ State }) => State);
  expect(await countAfter("1 minute", states)).toEqual({ RUNNING: 4, CREATED: 2 });
  expect(await countAfter("10 minutes", states)).toEqual({ COMPLETED: 4, RUNNING: 2 });
  expect(await countAfter("10 minutes", states)).toEqual({ COMPLETED: 6 });
});

test("backup jobs beyond the limit at a time, if there is one, fail with AWS's message", async () => {
  const tables = [1, 2, 3, 4].map(table);
  const { backup, countAfter } = account(tables, { quotas: { backupJobsAtATime: 3 } });
  const start = (ResourceArn: string) => backup.startBackupJob({ ...nightly, ResourceArn, IamRoleArn: role });
  for (const ResourceArn of tables) await start(ResourceArn);
  const jobs = async () => (await backup.listBackupJobs({})).BackupJobs ?? [];
  const states = async () => (await jobs()).map(({ State }) => State);
  expect(await countAfter("15 seconds", states)).toEqual({ RUNNING: 3, FAILED: 1 });
  const failed = (await jobs()).find(({ State }) => State === "FAILED");
  expect(failed).toMatchObject({
    MessageCategory: "LIMIT_EXCEEDED",
    StatusMessage: expect.stringMatching(
      /^Subscriber limit exceeded: .* which is 3\. Wait until other jobs finish/,
    ),
  });
  expect(await countAfter("1 minute", states)).toEqual({ COMPLETED: 3, FAILED: 1 });
  await start(table(4));
  expect(await countAfter("1 minute", states)).toEqual({ COMPLETED: 4, FAILED: 1 });
});

test("a restore of Timestream waits for another one", async () => {
  const { backup, points, countAfter } = account([timestream("a"), timestream("b")]);
  const metadata = {
    DestinationDatabase: "sales",
    MemoryStoreRetentionPeriodInHours: "24",
    MagneticStoreRetentionPeriodInDays: "7",
    EnableMagneticStoreWrites: "false",
  };
  for (const [index, RecoveryPointArn] of points.entries()) {
    await backup.startRestoreJob({
      RecoveryPointArn,
      IamRoleArn: role,
      Metadata: { ...metadata, TableName: `restored-${index}` },
    });
  }
  const states = async () =>
    ((await backup.listRestoreJobs({})).RestoreJobs ?? []).map(({ Status }) => Status);
  expect(await countAfter("12 seconds", states)).toEqual({ RUNNING: 1, PENDING: 1 });
  expect(await countAfter("10 minutes", states)).toEqual({ COMPLETED: 2 });
});

test("five EKS clusters are restored at a time, and of a cluster one point", async () => {
  const clusters = ["a", "a", "b", "c", "d", "e", "f"].map(cluster);
  const { backup, points, countAfter } = account(clusters);
  for (const RecoveryPointArn of points) {
    await backup.startRestoreJob({ RecoveryPointArn, IamRoleArn: role, Metadata: { clusterName: "a" } });
  }
  const running = async () =>
    ((await backup.listRestoreJobs({ ByStatus: "RUNNING" })).RestoreJobs ?? []).map(
      ({ SourceResourceArn }) => SourceResourceArn,
    );
  const one = Object.fromEntries(["a", "b", "c", "d", "e"].map(name => [cluster(name), 1]));
  expect(await countAfter("12 seconds", running)).toEqual(one);
  const states = async () =>
    ((await backup.listRestoreJobs({})).RestoreJobs ?? []).map(({ Status }) => Status);
  expect(await countAfter("10 minutes", states)).toEqual({ COMPLETED: 7 });
});

test("beyond the copies that leave for a Region at a time, only few go into one vault", async () => {
  const tables = Array.from({ length: 6 }, (_, index) => table(index));
  const { aws, backup, points, countAfter } = account(tables, {
    quotas: { outgoingCopiesAtATime: 2, furtherCopiesAtATimePerVault: 1 },
    durations: { copyJob: "5 minutes" },
  });
  const vaults = [{ BackupVaultName: "near" }, { BackupVaultName: "far" }];
  aws.in({ region: "eu-west-1" }).seed({ backup: { vaults } });
  const copy = (index: number, DestinationBackupVaultArn: string) =>
    backup.startCopyJob({
      RecoveryPointArn: points[index],
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn,
      IamRoleArn: role,
    });
  for (let index = 0; index < 4; index++) await copy(index, farVault("near"));
  await copy(4, farVault("far"));
  await copy(5, vaultArn("nightly"));
  const running = async () =>
    ((await backup.listCopyJobs({ ByState: "RUNNING" })).CopyJobs ?? []).map(
      job => job.DestinationBackupVaultArn,
    );
  expect(await countAfter("1 minute", running)).toEqual({
    [farVault("near")]: 2,
    [farVault("far")]: 1,
    [vaultArn("nightly")]: 1,
  });
  const states = async () => ((await backup.listCopyJobs({})).CopyJobs ?? []).map(({ State }) => State);
  expect(await countAfter("1 hour", states)).toEqual({ COMPLETED: 6 });
});

test("a few copies go into logically air-gapped vaults at a time, and the others wait", async () => {
  const tables = Array.from({ length: 5 }, (_, index) => table(index));
  const { aws, backup, points, countAfter } = account(tables, {
    quotas: { airGappedCopiesAtATime: 2 },
    durations: { copyJob: "5 minutes" },
  });
  const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "safe", VaultType, MinRetentionDays: 7, MaxRetentionDays: 99 }] },
  });
  for (const RecoveryPointArn of points) {
    await backup.startCopyJob({
      RecoveryPointArn,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("safe"),
      IamRoleArn: role,
      Lifecycle: { DeleteAfterDays: 30 },
    });
  }
  const states = async () => ((await backup.listCopyJobs({})).CopyJobs ?? []).map(({ State }) => State);
  expect(await countAfter("1 minute", states)).toEqual({ RUNNING: 2, CREATED: 3 });
  expect(await countAfter("1 hour", states)).toEqual({ COMPLETED: 5 });
});

describe("indexes", () => {
  const built = async (region: string, quotas: MockOptions["quotas"]) => {
    const volumes = Array.from({ length: 3 }, (_, index) => volume(index, region));
    const { aws, backup, countAfter } = account([], { region, quotas });
    aws.seed({ resources: volumes.map(arn => ({ arn })) });
    for (const ResourceArn of volumes) {
      await backup.startBackupJob({ ...nightly, ResourceArn, IamRoleArn: role, Index: "ENABLED" });
    }
    const states = async () =>
      ((await backup.listIndexedRecoveryPoints({})).IndexedRecoveryPoints ?? []).map(
        ({ IndexStatus }) => IndexStatus,
      );
    return countAfter("6 minutes", states);
  };

  test("are fewer at a time in small Regions", async () => {
    const quotas = { indexesAtATimeInSmallRegions: 1 };
    expect(await built("us-east-1", quotas)).toEqual({ ACTIVE: 3 });
    expect(await built("ca-central-1", quotas)).toEqual({ ACTIVE: 1, PENDING: 2 });
  });

  test("on demand are built one at a time", async () => {
    const volumes = [volume(0), volume(1)];
    const { aws, backup, points, countAfter } = account(volumes);
    for (const RecoveryPointArn of points) {
      await backup.updateRecoveryPointIndexSettings({
        ...nightly,
        RecoveryPointArn,
        IamRoleArn: role,
        Index: "ENABLED",
      });
    }
    const states = async () =>
      ((await backup.listIndexedRecoveryPoints({})).IndexedRecoveryPoints ?? []).map(
        ({ IndexStatus }) => IndexStatus,
      );
    expect(await countAfter("6 minutes", states)).toEqual({ ACTIVE: 1, PENDING: 1 });
    await aws.settle();
    expect(await countAfter("0 seconds", states)).toEqual({ ACTIVE: 2 });
  });
});
