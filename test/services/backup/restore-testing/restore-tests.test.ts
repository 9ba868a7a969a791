import {
  BackupClient,
  CreateRestoreTestingPlanCommand,
  CreateRestoreTestingSelectionCommand,
  DescribeRestoreJobCommand,
  GetRestoreJobMetadataCommand,
  GetRestoreTestingPlanCommand,
  ListRestoreJobsCommand,
  PutBackupVaultAccessPolicyCommand,
  PutRestoreValidationResultCommand,
  type RestoreTestingPlanForCreate,
  type RestoreTestingRecoveryPointSelection,
  type RestoreTestingSelectionForCreate,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFS, EFSClient } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { type Fixture, type MockOptions, mockAws } from "aws-backup-mock";
import { requests } from "../../fsx/account";

const role = "arn:aws:iam::123456789012:role/restore";
const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const clients = "arn:aws:dynamodb:us-east-1:123456789012:table/clients";
const pointId = (name: string) => `arn:aws:backup:us-east-1:123456789012:recovery-point:${name}`;

interface Story {
  readonly points?: NonNullable<Fixture["backup"]>["recoveryPoints"];
  readonly plan?: Partial<RestoreTestingPlanForCreate>;
  readonly choose?: Partial<RestoreTestingRecoveryPointSelection>;
  readonly selection?: Partial<RestoreTestingSelectionForCreate>;
  readonly options?: MockOptions;
}

/** A plan that runs tomorrow at 05:00, with one selection. */
async function account({ points, plan, choose, selection, options }: Story = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z", ...options });
  aws.seed({
    resources: [{ arn: orders }, { arn: clients }],
    backup: {
      vaults: [{ BackupVaultName: "prod" }, { BackupVaultName: "lab" }],
      recoveryPoints: points ?? [{ RecoveryPointArn: pointId("a"), ResourceArn: orders }],
    },
  });
  const client = aws.attach(new BackupClient());
  const { RestoreTestingPlanArn } = await client.send(
    new CreateRestoreTestingPlanCommand({
      RestoreTestingPlan: {
        RestoreTestingPlanName: "daily",
        ScheduleExpression: "cron(0 5 ? * * *)",
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
          ...choose,
        },
        ...plan,
      },
    }),
  );
  await client.send(
    new CreateRestoreTestingSelectionCommand({
      RestoreTestingPlanName: "daily",
      RestoreTestingSelection: {
        RestoreTestingSelectionName: "tables",
        ProtectedResourceType: "DynamoDB",
        ProtectedResourceArns: ["*"],
        IamRoleArn: role,
        ...selection,
      },
    }),
  );
  const jobs = async () =>
    (await client.send(new ListRestoreJobsCommand({ ByRestoreTestingPlanArn: RestoreTestingPlanArn })))
      .RestoreJobs ?? [];
  const describe = (RestoreJobId: string | undefined) =>
    client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
  /** Moves on to the plan's next run; the names of the points it tests. */
  const run = async () => {
    const before = (await jobs()).length;
    await aws.clock.advance("19 hours");
    const made = await jobs();
    return made
      .slice(0, made.length - before)
      .map(({ RecoveryPointArn = "" }) => RecoveryPointArn.slice(pointId("").length))
      .reverse();
  };
  return { aws, client, planArn: RestoreTestingPlanArn, jobs, describe, run };
}

test("on schedule a plan restores the latest point of each protected resource, and then deletes the restored", async () => {
  const { aws, client, planArn, jobs, describe, run } = await account({
    points: [
      { RecoveryPointArn: pointId("old"), ResourceArn: orders, CreationDate: "3 days ago" },
      { RecoveryPointArn: pointId("new"), ResourceArn: orders, CreationDate: "1 day ago" },
      { RecoveryPointArn: pointId("other"), ResourceArn: clients, CreationDate: "2 days ago" },
    ],
  });
  expect(await run()).toEqual(["other", "new"]);
  const { RestoreTestingPlan } = await client.send(
    new GetRestoreTestingPlanCommand({ RestoreTestingPlanName: "daily" }),
  );
  expect(RestoreTestingPlan?.LastExecutionTime).toEqual(new Date("2026-03-05T05:00:00Z"));
  const [, first] = await jobs();
  expect(first).toMatchObject({
    CreatedBy: { RestoreTestingPlanArn: planArn },
    IamRoleArn: role,
    Status: "PENDING",
  });
  await aws.clock.advance("70 seconds");
  const job = await describe(first?.RestoreJobId);
  expect(job).toMatchObject({ Status: "COMPLETED", DeletionStatus: "DELETING" });
  expect(job.CreatedResourceArn).toMatch(/:table\/awsbackup-restore-test-/);
  const restored = aws.state.backup.resources.get(job.CreatedResourceArn ?? "");
  expect(restored?.tags).toHaveProperty("awsbackup-restore-test");
  await aws.settle();
  expect(await describe(first?.RestoreJobId)).toMatchObject({ DeletionStatus: "SUCCESSFUL" });
  expect(aws.state.backup.resources.get(job.CreatedResourceArn ?? "")).toBeUndefined();
});

test("a file system that a test restores is there in Amazon EFS, tagged, until it is deleted", async () => {
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

test("what a test has restored is not deleted while it is in use", async () => {
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
  ["is deleted, and no backup taken of it", false, "SUCCESSFUL", 1],
  ["stays while there are volumes in it", true, "FAILED", 2],
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

test("the restored stays until it is validated", async () => {
  const { aws, client, jobs, describe, run } = await account({ selection: { ValidationWindowHours: 3 } });
  await run();
  const [created] = await jobs();
  await aws.clock.advance("1 hour");
  const job = await describe(created?.RestoreJobId);
  expect(job).toMatchObject({ Status: "COMPLETED", ValidationStatus: "VALIDATING" });
  expect(job.DeletionStatus).toBeUndefined();
  await client.send(
    new PutRestoreValidationResultCommand({ RestoreJobId: job.RestoreJobId, ValidationStatus: "SUCCESSFUL" }),
  );
  await aws.settle();
  expect(await describe(job.RestoreJobId)).toMatchObject({
    ValidationStatus: "SUCCESSFUL",
    DeletionStatus: "SUCCESSFUL",
  });
});

test("the validation window ends by itself", async () => {
  const { aws, jobs, describe, run } = await account({ selection: { ValidationWindowHours: 3 } });
  await run();
  const [job] = await jobs();
  await aws.clock.advance("4 hours");
  expect(await describe(job?.RestoreJobId)).toMatchObject({
    ValidationStatus: "TIMED_OUT",
    DeletionStatus: "SUCCESSFUL",
  });
});

test("points count that are in the window, in the vaults and of the kind that a plan names", async () => {
  const points: Story["points"] = [
    { RecoveryPointArn: pointId("ancient"), ResourceArn: orders, CreationDate: "40 days ago" },
    {
      RecoveryPointArn: pointId("prod"),
      ResourceArn: orders,
      BackupVaultName: "prod",
      CreationDate: "5 days ago",
    },
    {
      RecoveryPointArn: pointId("lab"),
      ResourceArn: orders,
      BackupVaultName: "lab",
      CreationDate: "2 days ago",
    },
  ];
  const vault = (name: string) => `arn:aws:backup:us-east-1:123456789012:backup-vault:${name}`;
  const tested = async (choose: Story["choose"]) => (await account({ points, choose })).run();
  expect(await tested({})).toEqual(["lab"]);
  expect(await tested({ IncludeVaults: [vault("prod")] })).toEqual(["prod"]);
  expect(await tested({ IncludeVaults: ["arn:aws:backup:*:*:backup-vault:pr*"] })).toEqual(["prod"]);
  expect(await tested({ ExcludeVaults: [vault("lab")] })).toEqual(["prod"]);
  expect(await tested({ ExcludeVaults: [vault("lab"), vault("prod")] })).toEqual([]);
  expect(await tested({ ExcludeVaults: [vault("lab"), vault("prod")], SelectionWindowDays: 60 })).toEqual([
    "ancient",
  ]);
  expect(await tested({ RecoveryPointTypes: ["CONTINUOUS"] })).toEqual([]);
});

test("a random point is another one from run to run, and the same for the same seed", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const points = names.map((name, index) => ({
    RecoveryPointArn: pointId(name),
    ResourceArn: orders,
    CreationDate: `${index + 1} days ago`,
  }));
  const tested = async () => {
    const { aws, run } = await account({ points, choose: { Algorithm: "RANDOM_WITHIN_WINDOW" } });
    const chosen: (string | undefined)[] = [...(await run())];
    for (let day = 0; day < 8; day++) {
      await aws.clock.advance("5 hours");
      chosen.push(...(await run()));
    }
    return chosen;
  };
  const chosen = await tested();
  expect(chosen).toHaveLength(9);
  expect(new Set(chosen).size).toBeGreaterThan(2);
  expect(await tested()).toEqual(chosen);
});

test("resources are selected by ARN, or by the tags of their latest recovery point", async () => {
  const points: Story["points"] = [
    {
      RecoveryPointArn: pointId("a1"),
      ResourceArn: orders,
      CreationDate: "3 days ago",
      Tags: { tier: "gold" },
    },
    {
      RecoveryPointArn: pointId("a2"),
      ResourceArn: orders,
      CreationDate: "1 day ago",
      Tags: { tier: "tin" },
    },
    {
      RecoveryPointArn: pointId("b"),
      ResourceArn: clients,
      CreationDate: "1 day ago",
      Tags: { tier: "gold" },
    },
  ];
  const tested = async (selection: Story["selection"]) => (await account({ points, selection })).run();
  const gold = [{ Key: "aws:ResourceTag/tier", Value: "gold" }];
  expect(await tested({ ProtectedResourceArns: [orders] })).toEqual(["a2"]);
  expect(await tested({ ProtectedResourceConditions: { StringEquals: gold } })).toEqual(["b"]);
  expect(await tested({ ProtectedResourceConditions: { StringNotEquals: gold } })).toEqual(["a2"]);
  expect(
    await tested({
      ProtectedResourceArns: undefined,
      ProtectedResourceConditions: { StringEquals: [{ Key: "tier", Value: "gold" }] },
    }),
  ).toEqual(["b"]);
  expect(await tested({ ProtectedResourceType: "S3" })).toEqual([]);
});

test("overrides win over what is inferred", async () => {
  const { client, jobs, run } = await account({
    selection: { RestoreMetadataOverrides: { ENCRYPTIONTYPE: "KMS", kmsMasterKeyArn: "alias/mine" } },
  });
  await run();
  const [job] = await jobs();
  const { Metadata } = await client.send(
    new GetRestoreJobMetadataCommand({ RestoreJobId: job?.RestoreJobId }),
  );
  expect(Metadata).toEqual({
    deletionProtection: "false",
    encryptionType: "KMS",
    kmsMasterKeyArn: "alias/mine",
    targetTableName: expect.stringMatching(/^awsbackup-restore-test-/),
  });
});

test("only so many tests run at a time; who cannot start in the window fails", async () => {
  const tables = Array.from(
    { length: 45 },
    (_, index) => `arn:aws:dynamodb:us-east-1:123456789012:table/t${index}`,
  );
  const { aws, jobs, run } = await account({
    points: [],
    plan: { StartWindowHours: 1 },
    options: { durations: { restoreJob: "2 hours" } },
  });
  aws.seed({
    resources: tables.map(arn => ({ arn })),
    backup: { recoveryPoints: tables.map(ResourceArn => ({ ResourceArn })) },
  });
  expect(await run()).toHaveLength(40);
  await aws.clock.advance("1 hour");
  const failed = (await jobs()).filter(({ Status }) => Status === "FAILED");
  expect(failed).toHaveLength(5);
  expect(failed[0]?.StatusMessage).toBe(
    "Restore job was unable to start within the specified start window. Try increasing your start window.",
  );
});

test("a test that its vault's policy forbids fails", async () => {
  const { client, jobs, run } = await account();
  await client.send(
    new PutBackupVaultAccessPolicyCommand({
      BackupVaultName: "Default",
      Policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny", Principal: "*", Action: "backup:StartRestoreJob", Resource: "*" }],
      }),
    }),
  );
  await run();
  expect(await jobs()).toMatchObject([
    { Status: "FAILED", StatusMessage: expect.stringContaining("explicit deny in a resource-based policy") },
  ]);
});

test("who waits for the jobs of a test does not wait for ever", async () => {
  const { jobs, run } = await account({
    options: { clock: "auto", durations: { restoreTestStart: "2 hours" } },
  });
  await run();
  let reads = 0;
  while (!(await jobs()).some(({ Status }) => Status === "COMPLETED")) expect(++reads).toBeLessThan(9);
});

test("the start of tests can be spread over the window", async () => {
  const { aws, jobs, run } = await account({ options: { durations: { restoreTestStart: "2 hours" } } });
  expect(await run()).toEqual([]);
  await aws.clock.advance("2 hours");
  expect(await jobs()).toHaveLength(1);
});
