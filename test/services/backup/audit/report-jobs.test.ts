import {
  BackupClient,
  CreateBackupVaultCommand,
  CreateReportPlanCommand,
  type CreateReportPlanCommandInput,
  DeleteReportPlanCommand,
  DescribeReportJobCommand,
  DescribeReportPlanCommand,
  InvalidParameterValueException,
  ListReportJobsCommand,
  type ListReportJobsCommandInput,
  MissingParameterValueException,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartCopyJobCommand,
  StartReportJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../../support/refusal";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:20:30.400Z", ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table, name: "orders", sizeInBytes: 5_000 }] });
  const client = aws.attach(new BackupClient());
  const plan = (input: Partial<CreateReportPlanCommandInput> = {}) =>
    client.send(
      new CreateReportPlanCommand({
        ReportPlanName: "Jobs",
        ReportDeliveryChannel: { S3BucketName: "audit-reports" },
        ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
        ...input,
      }),
    );
  const start = (ReportPlanName = "Jobs", IdempotencyToken?: string) =>
    client.send(new StartReportJobCommand({ ReportPlanName, IdempotencyToken }));
  const describe = async (ReportJobId: string | undefined) =>
    (await client.send(new DescribeReportJobCommand({ ReportJobId }))).ReportJob;
  const list = async (input: ListReportJobsCommandInput = {}) =>
    (await client.send(new ListReportJobsCommand(input))).ReportJobs ?? [];
  const backUp = () =>
    client.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: table,
        IamRoleArn: role,
        Lifecycle: { DeleteAfterDays: 30 },
      }),
    );
  /** The rows of the report that a job made. */
  const items = (ReportJobId = "") => aws.report(ReportJobId)?.reportItems;
  return { aws, client, plan, start, describe, list, backUp, items };
}

test("a poll loop sees a report job CREATED, RUNNING and COMPLETED, and then the location of its file", async () => {
  const { plan, start, describe } = account({ clock: "auto" });
  const { ReportPlanArn } = await plan({
    ReportDeliveryChannel: { S3BucketName: "audit-reports", S3KeyPrefix: "daily", Formats: ["CSV", "JSON"] },
  });
  const { ReportJobId } = await start();
  const states: (string | undefined)[] = [];
  do {
    states.push((await describe(ReportJobId))?.Status);
  } while (states.at(-1) !== "COMPLETED");
  expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  const file =
    "daily/Backup/123456789012/us-east-1/2026/03/04/Jobs/BACKUP_JOB_REPORT_Jobs_2026-03-03T10:21:40Z_2026-03-04T10:21:40Z";
  expect(await describe(ReportJobId)).toMatchObject({
    ReportPlanArn,
    ReportTemplate: "BACKUP_JOB_REPORT",
    ReportDestination: { S3BucketName: "audit-reports", S3Keys: [`${file}.csv`, `${file}.json`] },
    CompletionTime: expect.any(Date),
  });
});

test("polling a list for a finished job, or the plan for its last execution, ends", async () => {
  const { client, plan, start, list } = account({ clock: "auto" });
  await plan();
  await start();
  let reads = 0;
  while ((await list({ ByStatus: "COMPLETED" })).length === 0) expect(++reads).toBeLessThan(5);
  await start();
  const lastRun = async () =>
    (await client.send(new DescribeReportPlanCommand({ ReportPlanName: "Jobs" }))).ReportPlan
      ?.LastSuccessfulExecutionTime;
  const before = await lastRun();
  while ((await lastRun())?.getTime() === before?.getTime()) expect(++reads).toBeLessThan(10);
});

test("a report on backup jobs contains the jobs that finished in the last day and the unfinished ones", async () => {
  const { aws, plan, start, backUp, items } = account();
  await plan();
  await backUp();
  await aws.settle();
  await aws.clock.advance("2 days");
  const { BackupJobId, RecoveryPointArn } = await backUp();
  await aws.settle();
  const { BackupJobId: running } = await backUp();
  aws.hold(running ?? "");
  const { ReportJobId } = await start();
  await aws.clock.advance("70 seconds");
  const [finished, unfinished, ...rest] = items(ReportJobId) ?? [];
  expect(rest).toEqual([]);
  expect(finished).toMatchObject({
    reportTimePeriodStart: "2026-03-05T10:22:40Z",
    reportTimePeriodEnd: "2026-03-06T10:22:40Z",
    accountId: "123456789012",
    region: "us-east-1",
    backupJobId: BackupJobId,
    jobStatus: "COMPLETED",
    resourceType: "DynamoDB",
    resourceArn: table,
    resourceName: "orders",
    backupPlanArn: null,
    startWindowEnd: "2026-03-06T18:21:00.400Z",
    backupOptions: {},
    isParentJob: false,
    parentJobId: null,
    recoveryPointArn: RecoveryPointArn,
    jobRunTime: "00:00:30",
    backupSizeInBytes: 5_000,
    backupVaultName: "Default",
    vaultType: "BACKUP_VAULT",
    isEncrypted: true,
    deleteAfterDays: 30,
    moveToColdAfterDays: null,
    enableArchive: false,
    iamRoleArn: role,
  });
  expect(unfinished).toMatchObject({ backupJobId: running, jobStatus: "CREATED", completionDate: null });
});

test("the columns of job reports come in the order of AWS's samples", async () => {
  const { aws, client, plan, start, backUp, items } = account();
  const vault = "arn:aws:backup:us-east-1:123456789012:backup-vault:Default";
  const { RecoveryPointArn } = await backUp();
  await aws.settle();
  await client.send(
    new StartCopyJobCommand({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: vault,
      IamRoleArn: role,
    }),
  );
  await client.send(
    new StartRestoreJobCommand({
      RecoveryPointArn,
      IamRoleArn: role,
      Metadata: { targetTableName: "restored", encryptionType: "Default" },
    }),
  );
  const columnsOf = async (job: string) => {
    await plan({ ReportPlanName: job, ReportSetting: { ReportTemplate: `${job}_JOB_REPORT` } });
    await aws.clock.advance("10 seconds");
    const { ReportJobId } = await start(job);
    await aws.clock.advance("2 minutes");
    return Object.keys(items(ReportJobId)?.[0] ?? {}).join(" ");
  };
  const period = "reportTimePeriodStart reportTimePeriodEnd";
  const rule = "backupPlanName backupRuleName backupRuleSchedule backupRuleTimezone";
  const parent = "startWindowEnd backupOptions isParentJob parentJobId";
  const storage =
    "vaultType vaultLockStatus isEncrypted encryptionKeyArn deleteAfterDays moveToColdAfterDays enableArchive";
  expect(await columnsOf("BACKUP")).toBe(
    `${period} accountId region backupJobId jobStatus resourceType resourceArn resourceName backupPlanArn backupRuleId initiationDate ${rule} ${parent} creationDate completionDate recoveryPointArn jobRunTime backupSizeInBytes backupVaultName backupVaultArn ${storage} iamRoleArn`,
  );
  expect(await columnsOf("COPY")).toBe(
    `${period} accountId region copyJobId jobStatus jobRunTime resourceType resourceArn resourceName initiationDate ${rule} ${parent} creationDate completionDate backupSizeInBytes sourceRecoveryPointArn sourceBackupVaultArn destinationRecoveryPointArn destinationBackupVaultArn ${storage} iamRoleArn`,
  );
  expect(await columnsOf("RESTORE")).toBe(
    `reportTimePeriod accountId region restoreJobId jobStatus recoveryPointArn resourceName initiationDate ${rule} ${parent} ${storage} sourceResourceArn backupVaultArn creationDate backupSizeInBytes percentDone iamRoleArn`,
  );
});

test("a report on copy jobs shows sources and destinations", async () => {
  const { aws, client, plan, start, backUp, items } = account();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "second" }));
  await plan({ ReportSetting: { ReportTemplate: "COPY_JOB_REPORT" } });
  const { RecoveryPointArn } = await backUp();
  await aws.settle();
  const { CopyJobId } = await client.send(
    new StartCopyJobCommand({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:second",
      IamRoleArn: role,
    }),
  );
  await aws.settle();
  const { ReportJobId } = await start();
  await aws.settle();
  expect(items(ReportJobId)).toMatchObject([
    {
      copyJobId: CopyJobId,
      jobStatus: "COMPLETED",
      sourceRecoveryPointArn: RecoveryPointArn,
      sourceBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:Default",
      destinationRecoveryPointArn: expect.stringContaining("recovery-point"),
      destinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:second",
    },
  ]);
});

test("a report on restore jobs shows the restored resources and their recovery points", async () => {
  const { aws, client, plan, start, backUp, items } = account();
  await plan({ ReportSetting: { ReportTemplate: "RESTORE_JOB_REPORT" } });
  const { RecoveryPointArn } = await backUp();
  await aws.settle();
  const { RestoreJobId } = await client.send(
    new StartRestoreJobCommand({
      RecoveryPointArn,
      IamRoleArn: role,
      Metadata: { targetTableName: "again" },
    }),
  );
  await aws.settle();
  const { ReportJobId } = await start();
  await aws.settle();
  expect(items(ReportJobId)).toMatchObject([
    {
      reportTimePeriod: "2026-03-03T10:23:20Z - 2026-03-04T10:23:20Z",
      restoreJobId: RestoreJobId,
      jobStatus: "COMPLETED",
      recoveryPointArn: RecoveryPointArn,
      sourceResourceArn: table,
      backupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:Default",
      vaultLockStatus: "UNLOCKED",
      deleteAfterDays: 30,
      percentDone: "100.00%",
    },
  ]);
});

test("every day between 01:00 and 05:00 UTC, a plan reports on the previous day", async () => {
  const { aws, client, plan, list, items, backUp } = account();
  await plan();
  await backUp();
  await aws.clock.advance("3 days");
  const jobs = await list();
  expect(jobs).toHaveLength(3);
  for (const { CreationTime } of jobs) expect([1, 2, 3, 4]).toContain(CreationTime?.getUTCHours());
  const minutes = jobs.map(({ CreationTime }) => CreationTime?.toISOString().slice(11));
  expect(new Set(minutes).size).toBe(1);
  const [third, second, first] = jobs;
  expect(items(first?.ReportJobId)).toMatchObject([
    { reportTimePeriodStart: "2026-03-04T00:00:00Z", reportTimePeriodEnd: "2026-03-05T00:00:00Z" },
  ]);
  expect(items(second?.ReportJobId)).toEqual([]);
  const { ReportPlan } = await client.send(new DescribeReportPlanCommand({ ReportPlanName: "Jobs" }));
  expect(ReportPlan).toMatchObject({
    LastAttemptedExecutionTime: third?.CreationTime,
    LastSuccessfulExecutionTime: third?.CompletionTime,
  });
});

test("a deleted plan makes no more reports, and its report jobs stay listed for 30 days", async () => {
  const { aws, client, plan, start, list } = account();
  await plan();
  await start();
  await aws.settle();
  await client.send(new DeleteReportPlanCommand({ ReportPlanName: "Jobs" }));
  await aws.clock.advance("29 days");
  expect(await list({ ByReportPlanName: "Jobs" })).toHaveLength(1);
  await aws.clock.advance("2 days");
  expect(await list()).toEqual([]);
});

test("report jobs are listed newest first, by plan, status and date", async () => {
  const { aws, plan, start, list } = account();
  await plan();
  await plan({ ReportPlanName: "Other" });
  await aws.settle();
  const ids: (string | undefined)[] = [];
  for (const name of ["Jobs", "Other", "Jobs"]) {
    ids.push((await start(name)).ReportJobId);
    await aws.clock.advance("1 minute");
  }
  const found = async (input: ListReportJobsCommandInput) =>
    (await list(input)).map(({ ReportJobId }) => ids.indexOf(ReportJobId));
  expect(await found({})).toEqual([2, 1, 0]);
  expect(await found({ ByReportPlanName: "Jobs" })).toEqual([2, 0]);
  expect(await found({ ByStatus: "RUNNING" })).toEqual([2]);
  expect(await found({ ByStatus: "COMPLETED_WITH_ISSUES" })).toEqual([]);
  const [, second] = await list();
  expect(await found({ ByCreationAfter: second?.CreationTime })).toEqual([2]);
  expect(await found({ ByCreationBefore: second?.CreationTime })).toEqual([0]);
  expect(await found({ MaxResults: 1 })).toEqual([2]);
});

test("a repeated request starts no second report job", async () => {
  const { plan, start, list } = account();
  await plan();
  const first = await start("Jobs", "once");
  expect(await start("Jobs", "once")).toMatchObject({ ReportJobId: first.ReportJobId });
  expect(await list()).toHaveLength(1);
});

test("a report cannot be delivered to a bucket that is known to be missing", async () => {
  const { aws, plan, start, describe } = account();
  aws.seed({ resources: [{ arn: "arn:aws:s3:::photos" }] });
  await plan();
  await plan({ ReportPlanName: "Fine", ReportDeliveryChannel: { S3BucketName: "photos" } });
  const lost = await start();
  const fine = await start("Fine");
  await aws.settle();
  expect(await describe(lost.ReportJobId)).toMatchObject({
    Status: "FAILED",
    StatusMessage: "The report could not be delivered: the S3 bucket audit-reports does not exist.",
  });
  expect(await describe(fine.ReportJobId)).toMatchObject({ Status: "COMPLETED" });
});

test("a report on other Regions and accounts contains their jobs", async () => {
  const { aws, plan, start, describe, items } = account();
  const elsewhere = aws.in({ region: "eu-west-1" });
  elsewhere.seed({
    resources: [{ arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/clients" }],
    backup: {
      backupJobs: [
        {
          ResourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/clients",
          CompletionDate: new Date("2026-03-04T09:00:00Z"),
        },
      ],
    },
  });
  await plan({ ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT", Regions: ["*"] } });
  const { ReportJobId } = await start();
  await aws.settle();
  expect(items(ReportJobId)).toMatchObject([{ region: "eu-west-1", accountId: "123456789012" }]);
  const { ReportDestination } = (await describe(ReportJobId)) ?? {};
  expect(ReportDestination?.S3Keys?.[0]).toMatch(/^Backup\/123456789012\/crossregion\/2026\/03\/04\/Jobs\//);
});

test("a missing job or plan and an invalid status are refused", async () => {
  const story = account();
  expect(await refusal(story, () => story.start("None"))).toBeInstanceOf(ResourceNotFoundException);
  expect(await refusal(story, () => story.describe("none"))).toBeInstanceOf(ResourceNotFoundException);
  expect(await refusal(story, () => story.list({ ByReportPlanName: "None" }))).toBeInstanceOf(
    ResourceNotFoundException,
  );
  expect(await refusal(story, () => story.list({ ByStatus: "DONE" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
  expect(await refusal(story, () => story.list({ NextToken: "no token" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
  expect(await refusal(story, () => story.start(""))).toBeInstanceOf(Error);
  expect(await refusal(story, () => story.describe(undefined))).toBeInstanceOf(
    MissingParameterValueException,
  );
});

test("the files of a finished report can be read", async () => {
  const { aws, plan, start, backUp, items } = account();
  await plan({ ReportDeliveryChannel: { S3BucketName: "audit-reports", Formats: ["CSV", "JSON"] } });
  await backUp();
  await aws.settle();
  const { ReportJobId = "" } = await start();
  expect(aws.report(ReportJobId)).toBeUndefined();
  await aws.settle();
  const report = aws.report(ReportJobId);
  expect(report?.reportItems).toEqual(items(ReportJobId));
  const [csv, json] = report?.files ?? [];
  expect(csv?.bucket).toBe("audit-reports");
  const [heading, line, end] = csv?.body.split("\r\n") ?? [];
  expect(heading).toMatch(
    /^reportTimePeriodStart,reportTimePeriodEnd,accountId,region,backupJobId,jobStatus,/,
  );
  expect(line).toContain(`,COMPLETED,DynamoDB,${table},orders,,`);
  expect(end).toBe("");
  expect(JSON.parse(json?.body ?? "")).toEqual({ reportItems: report?.reportItems });
  expect(() => aws.report("none")).toThrow("Cannot read the report of job none: account 123456789012 has no");
  expect(() => aws.in({ region: "eu-west-1" }).report(ReportJobId)).toThrow("in eu-west-1");
});
