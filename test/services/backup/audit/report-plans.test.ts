import {
  AlreadyExistsException,
  BackupClient,
  ConflictException,
  CreateFrameworkCommand,
  CreateReportPlanCommand,
  type CreateReportPlanCommandInput,
  DeleteReportPlanCommand,
  DescribeReportPlanCommand,
  InvalidParameterValueException,
  LimitExceededException,
  ListReportPlansCommand,
  ListTagsCommand,
  MissingParameterValueException,
  ResourceNotFoundException,
  TagResourceCommand,
  UpdateReportPlanCommand,
  type UpdateReportPlanCommandInput,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../../support/refusal";

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", ...options });
  const client = aws.attach(new BackupClient());
  const create = (input: Partial<CreateReportPlanCommandInput> = {}) =>
    client.send(
      new CreateReportPlanCommand({
        ReportPlanName: "Jobs",
        ReportDeliveryChannel: { S3BucketName: "audit-reports" },
        ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
        ...input,
      }),
    );
  const update = (input: Partial<UpdateReportPlanCommandInput> = {}) =>
    client.send(new UpdateReportPlanCommand({ ReportPlanName: "Jobs", ...input }));
  const describe = async (ReportPlanName = "Jobs") =>
    (await client.send(new DescribeReportPlanCommand({ ReportPlanName }))).ReportPlan;
  const remove = (ReportPlanName = "Jobs") => client.send(new DeleteReportPlanCommand({ ReportPlanName }));
  const list = (input = {}) => client.send(new ListReportPlansCommand(input));
  return { aws, client, create, update, describe, remove, list };
}

test("a report plan takes a while to deploy, and is then described as it was created", async () => {
  const { aws, client, create, describe, list } = account();
  const { ReportPlanArn, CreationTime } = await create({
    ReportPlanDescription: "For the auditors",
    ReportDeliveryChannel: { S3BucketName: "audit-reports", S3KeyPrefix: "daily", Formats: ["CSV", "JSON"] },
    ReportPlanTags: { team: "audit" },
  });
  expect(ReportPlanArn).toMatch(/^arn:aws:backup:us-east-1:123456789012:report-plan:Jobs-[0-9a-f-]{36}$/);
  expect((await describe())?.DeploymentStatus).toBe("CREATE_IN_PROGRESS");
  await aws.settle();
  const plan = await describe();
  expect(plan).toEqual({
    ReportPlanArn,
    ReportPlanName: "Jobs",
    ReportPlanDescription: "For the auditors",
    ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT", NumberOfFrameworks: 0 },
    ReportDeliveryChannel: { S3BucketName: "audit-reports", S3KeyPrefix: "daily", Formats: ["CSV", "JSON"] },
    DeploymentStatus: "COMPLETED",
    CreationTime,
  });
  expect((await list()).ReportPlans).toEqual([plan]);
  await client.send(new TagResourceCommand({ ResourceArn: ReportPlanArn, Tags: { cost: "7" } }));
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: ReportPlanArn }));
  expect(Tags).toEqual({ team: "audit", cost: "7" });
});

test("reports are CSV files by default", async () => {
  const { create, describe } = account();
  await create();
  expect((await describe())?.ReportDeliveryChannel?.Formats).toEqual(["CSV"]);
});

test("a poll loop sees the deployment end", async () => {
  const { create, describe } = account({ clock: "auto" });
  await create();
  expect((await describe())?.DeploymentStatus).toBe("CREATE_IN_PROGRESS");
  expect((await describe())?.DeploymentStatus).toBe("COMPLETED");
});

test("a repeated request creates no second plan, and another request with the name is refused", async () => {
  const story = account();
  const first = await story.create({ IdempotencyToken: "once" });
  expect(await story.create({ IdempotencyToken: "once" })).toMatchObject({
    ReportPlanArn: first.ReportPlanArn,
  });
  expect((await story.list()).ReportPlans).toHaveLength(1);
  expect(await refusal(story, () => story.create())).toBeInstanceOf(AlreadyExistsException);
});

test("an update changes the given members and keeps the rest", async () => {
  const { aws, create, update, describe } = account();
  const { ReportPlanArn, CreationTime } = await create({ ReportPlanDescription: "First" });
  await aws.settle();
  const answer = await update({
    ReportSetting: { ReportTemplate: "COPY_JOB_REPORT" },
    IdempotencyToken: "change",
  });
  expect(answer).toMatchObject({ ReportPlanArn, ReportPlanName: "Jobs", CreationTime });
  expect((await describe())?.DeploymentStatus).toBe("UPDATE_IN_PROGRESS");
  await update({ ReportPlanDescription: "Ignored", IdempotencyToken: "change" });
  await aws.settle();
  expect(await describe()).toMatchObject({
    ReportPlanDescription: "First",
    ReportSetting: { ReportTemplate: "COPY_JOB_REPORT" },
    ReportDeliveryChannel: { S3BucketName: "audit-reports" },
    DeploymentStatus: "COMPLETED",
    CreationTime,
  });
});

test("while a plan is being changed it can be neither updated nor deleted", async () => {
  const story = account();
  await story.create();
  const updating = () => story.update({ ReportPlanDescription: "Too soon" });
  expect(await refusal(story, updating)).toBeInstanceOf(ConflictException);
  expect(await refusal(story, () => story.remove())).toBeInstanceOf(ConflictException);
});

test("a deleted plan disappears after a while", async () => {
  const { aws, create, describe, remove, list } = account();
  await create();
  await aws.settle();
  await remove();
  expect((await describe())?.DeploymentStatus).toBe("DELETE_IN_PROGRESS");
  await aws.settle();
  await expect(describe()).rejects.toBeInstanceOf(ResourceNotFoundException);
  expect((await list()).ReportPlans).toEqual([]);
});

test("a missing plan cannot be described, updated or deleted", async () => {
  const story = account();
  for (const act of [() => story.describe("None"), () => story.update(), () => story.remove("None")]) {
    expect(await refusal(story, act)).toBeInstanceOf(ResourceNotFoundException);
  }
});

test("the number of plans is limited, and they are listed in pages", async () => {
  const story = account({ quotas: { reportPlans: 3 } });
  for (const ReportPlanName of ["A", "B", "C"]) await story.create({ ReportPlanName });
  const first = await story.list({ MaxResults: 2 });
  const second = await story.list({ MaxResults: 2, NextToken: first.NextToken });
  const names = [first, second].map(({ ReportPlans }) => ReportPlans?.map(plan => plan.ReportPlanName));
  expect(names).toEqual([["A", "B"], ["C"]]);
  expect(await refusal(story, () => story.create({ ReportPlanName: "D" }))).toBeInstanceOf(
    LimitExceededException,
  );
  expect(await refusal(story, () => story.list({ NextToken: "no token" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
});

test("a compliance report covers all frameworks, or some that exist", async () => {
  const story = account();
  const { FrameworkArn = "" } = await story.client.send(
    new CreateFrameworkCommand({
      FrameworkName: "Audit",
      FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
    }),
  );
  const setting = { ReportTemplate: "CONTROL_COMPLIANCE_REPORT" };
  await story.create({ ReportSetting: { ...setting, FrameworkArns: [FrameworkArn] } });
  expect((await story.describe())?.ReportSetting).toEqual({
    ...setting,
    FrameworkArns: [FrameworkArn],
    NumberOfFrameworks: 1,
  });
  for (const FrameworkArns of [[`${FrameworkArn}x`], ["no ARN"]]) {
    const act = () => story.create({ ReportPlanName: "Other", ReportSetting: { ...setting, FrameworkArns } });
    expect(await refusal(story, act)).toBeInstanceOf(InvalidParameterValueException);
  }
  const many = () =>
    story.create({
      ReportPlanName: "Other",
      ReportSetting: { ...setting, FrameworkArns: [FrameworkArn], Accounts: ["111111111111"] },
    });
  expect((await refusal(story, many)).message).toBe(
    "Invalid parameter: For multi-account, multi-Region reports, use Accounts, OrganizationUnits and Regions",
  );
});

test("a report on many accounts and Regions is described as it was created", async () => {
  const { create, describe } = account();
  const ReportSetting = {
    ReportTemplate: "RESOURCE_COMPLIANCE_REPORT",
    Accounts: ["ROOT", "111111111111"],
    OrganizationUnits: ["ou-a1b2-c3d4e5f6"],
    Regions: ["*"],
  };
  await create({ ReportSetting });
  expect((await describe())?.ReportSetting).toMatchObject(ReportSetting);
});

const bucket = { S3BucketName: "audit-reports" };
const jobs = { ReportTemplate: "BACKUP_JOB_REPORT" };

test.each<[string, Partial<CreateReportPlanCommandInput>]>([
  ["an unknown template", { ReportSetting: { ReportTemplate: "WEATHER_REPORT" } }],
  ["an unknown format", { ReportDeliveryChannel: { ...bucket, Formats: ["PDF"] } }],
  ["a duplicate format", { ReportDeliveryChannel: { ...bucket, Formats: ["CSV", "CSV"] } }],
  ["an invalid bucket name", { ReportDeliveryChannel: { S3BucketName: "Not A Bucket" } }],
  ["frameworks for a report on jobs", { ReportSetting: { ...jobs, FrameworkArns: ["arn:aws:backup:::x"] } }],
  ["an invalid account", { ReportSetting: { ...jobs, Accounts: ["me"] } }],
  ["an invalid organizational unit", { ReportSetting: { ...jobs, OrganizationUnits: ["r-1234"] } }],
  ["an invalid Region", { ReportSetting: { ...jobs, Regions: ["here"] } }],
  [
    "JSON for many Regions",
    {
      ReportSetting: { ...jobs, Regions: ["eu-west-1"] },
      ReportDeliveryChannel: { ...bucket, Formats: ["JSON"] },
    },
  ],
])("a report plan with %s is refused", async (_, input) => {
  const story = account();
  expect(await refusal(story, () => story.create(input))).toBeInstanceOf(InvalidParameterValueException);
  await story.create();
  await story.aws.settle();
  expect(await refusal(story, () => story.update(input))).toBeInstanceOf(InvalidParameterValueException);
});

test("a report plan without a bucket or a setting is refused as a missing parameter", async () => {
  const story = account();
  for (const missing of [{ ReportDeliveryChannel: undefined }, { ReportSetting: undefined }]) {
    expect(await refusal(story, () => story.create(missing))).toBeInstanceOf(MissingParameterValueException);
  }
});
