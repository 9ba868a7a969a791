import {
  AlreadyExistsException,
  BackupClient,
  ConflictException,
  CreateFrameworkCommand,
  type CreateFrameworkCommandInput,
  DeleteFrameworkCommand,
  DescribeFrameworkCommand,
  type FrameworkControl,
  InvalidParameterValueException,
  LimitExceededException,
  ListFrameworksCommand,
  ListTagsCommand,
  MissingParameterValueException,
  ResourceNotFoundException,
  UpdateFrameworkCommand,
  type UpdateFrameworkCommandInput,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../../support/refusal";

const encrypted: FrameworkControl = { ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" };
const retained = (days: string): FrameworkControl => ({
  ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
  ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: days }],
});

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", ...options });
  const client = aws.attach(new BackupClient());
  const create = (input: Partial<CreateFrameworkCommandInput> = {}) =>
    client.send(
      new CreateFrameworkCommand({ FrameworkName: "Audit", FrameworkControls: [encrypted], ...input }),
    );
  const update = (input: Partial<UpdateFrameworkCommandInput> = {}) =>
    client.send(new UpdateFrameworkCommand({ FrameworkName: "Audit", ...input }));
  const describe = (FrameworkName = "Audit") => client.send(new DescribeFrameworkCommand({ FrameworkName }));
  const remove = (FrameworkName = "Audit") => client.send(new DeleteFrameworkCommand({ FrameworkName }));
  const list = (input = {}) => client.send(new ListFrameworksCommand(input));
  return { aws, client, create, update, describe, remove, list };
}

test("a framework takes a while to deploy, and is then described as it was created", async () => {
  const { aws, client, create, describe, list } = account();
  const { FrameworkArn } = await create({
    FrameworkDescription: "What the auditors want",
    FrameworkControls: [encrypted, retained("90")],
    FrameworkTags: { team: "audit" },
    IdempotencyToken: "once",
  });
  expect(FrameworkArn).toMatch(/^arn:aws:backup:us-east-1:123456789012:framework:Audit-[0-9a-f-]{36}$/);
  expect(await describe()).toMatchObject({
    DeploymentStatus: "CREATE_IN_PROGRESS",
    FrameworkStatus: "UNAVAILABLE",
  });
  await aws.settle();
  const framework = await describe();
  expect(framework).toMatchObject({
    FrameworkArn,
    FrameworkName: "Audit",
    FrameworkDescription: "What the auditors want",
    FrameworkControls: [encrypted, retained("90")],
    DeploymentStatus: "COMPLETED",
    FrameworkStatus: "ACTIVE",
    IdempotencyToken: "once",
  });
  const { Frameworks } = await list();
  expect(Frameworks).toEqual([
    {
      FrameworkArn,
      FrameworkName: "Audit",
      FrameworkDescription: "What the auditors want",
      DeploymentStatus: "COMPLETED",
      CreationTime: framework.CreationTime,
      NumberOfControls: 2,
    },
  ]);
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: FrameworkArn }));
  expect(Tags).toEqual({ team: "audit" });
});

test("a poll loop sees the deployment end", async () => {
  const { create, describe } = account({ clock: "auto" });
  await create();
  expect((await describe()).DeploymentStatus).toBe("CREATE_IN_PROGRESS");
  expect((await describe()).DeploymentStatus).toBe("COMPLETED");
});

test("a repeated request creates no second framework, and another request with the name is refused", async () => {
  const story = account();
  const first = await story.create({ IdempotencyToken: "once" });
  expect(await story.create({ IdempotencyToken: "once" })).toMatchObject({
    FrameworkArn: first.FrameworkArn,
  });
  expect((await story.list()).Frameworks).toHaveLength(1);
  const error = await refusal(story, () => story.create({ FrameworkControls: [retained("7")] }));
  expect(error).toBeInstanceOf(AlreadyExistsException);
});

test("two frameworks cannot have the same controls and parameters", async () => {
  const story = account();
  await story.create({ FrameworkControls: [encrypted, retained("90")] });
  const error = await refusal(story, () =>
    story.create({ FrameworkName: "Twin", FrameworkControls: [retained("90"), encrypted] }),
  );
  expect(error).toBeInstanceOf(AlreadyExistsException);
  expect(error.message).toBe("Controls in framework Audit from account 123456789012 already exist.");
  await story.create({ FrameworkName: "Other", FrameworkControls: [retained("91"), encrypted] });
  await story.aws.settle();
  const clash = await refusal(story, () =>
    story.update({ FrameworkName: "Other", FrameworkControls: [encrypted, retained("90")] }),
  );
  expect(clash).toBeInstanceOf(AlreadyExistsException);
});

test("an update changes the given members and keeps the rest", async () => {
  const { aws, create, update, describe } = account();
  const { FrameworkArn } = await create({ FrameworkDescription: "First" });
  await aws.settle();
  const created = (await describe()).CreationTime;
  const answer = await update({ FrameworkControls: [retained("7")], IdempotencyToken: "change" });
  expect(answer).toMatchObject({ FrameworkArn, FrameworkName: "Audit", CreationTime: created });
  expect((await describe()).DeploymentStatus).toBe("UPDATE_IN_PROGRESS");
  await update({ FrameworkDescription: "Ignored", IdempotencyToken: "change" });
  await aws.settle();
  expect(await describe()).toMatchObject({
    FrameworkDescription: "First",
    FrameworkControls: [retained("7")],
    DeploymentStatus: "COMPLETED",
    CreationTime: created,
  });
});

test("while a framework is being changed it can be neither updated nor deleted", async () => {
  const story = account();
  await story.create();
  const updating = () => story.update({ FrameworkDescription: "Too soon" });
  expect(await refusal(story, updating)).toBeInstanceOf(ConflictException);
  expect(await refusal(story, () => story.remove())).toBeInstanceOf(ConflictException);
});

test("a deleted framework disappears after a while, with its tags", async () => {
  const { aws, client, create, describe, remove, list } = account();
  const { FrameworkArn } = await create({ FrameworkTags: { team: "audit" } });
  await aws.settle();
  await remove();
  expect((await describe()).DeploymentStatus).toBe("DELETE_IN_PROGRESS");
  await aws.settle();
  await expect(describe()).rejects.toBeInstanceOf(ResourceNotFoundException);
  expect((await list()).Frameworks).toEqual([]);
  await expect(client.send(new ListTagsCommand({ ResourceArn: FrameworkArn }))).rejects.toBeInstanceOf(
    ResourceNotFoundException,
  );
});

test("a missing framework cannot be described, updated or deleted", async () => {
  const story = account();
  for (const act of [() => story.describe("None"), () => story.update(), () => story.remove("None")]) {
    expect(await refusal(story, act)).toBeInstanceOf(ResourceNotFoundException);
  }
});

test("frameworks are listed in pages, and a token of another list is refused", async () => {
  const story = account();
  for (const days of ["1", "2", "3"]) {
    await story.create({ FrameworkName: `F${days}`, FrameworkControls: [retained(days)] });
  }
  const first = await story.list({ MaxResults: 2 });
  expect(first.Frameworks?.map(({ FrameworkName }) => FrameworkName)).toEqual(["F1", "F2"]);
  const second = await story.list({ MaxResults: 2, NextToken: first.NextToken });
  expect(second.Frameworks?.map(({ FrameworkName }) => FrameworkName)).toEqual(["F3"]);
  expect(second.NextToken).toBeUndefined();
  expect(await refusal(story, () => story.list({ NextToken: "no token" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
});

test("the number of frameworks is limited, and that of all their controls", async () => {
  const few = account({ quotas: { frameworks: 1 } });
  await few.create();
  const second = () => few.create({ FrameworkName: "Second", FrameworkControls: [retained("7")] });
  expect(await refusal(few, second)).toBeInstanceOf(LimitExceededException);

  const small = account({ quotas: { frameworkControls: 2 } });
  await small.create({ FrameworkControls: [encrypted] });
  await small.aws.settle();
  const three = [encrypted, retained("1"), retained("2")];
  expect(await refusal(small, () => small.update({ FrameworkControls: three }))).toBeInstanceOf(
    LimitExceededException,
  );
  await small.update({ FrameworkControls: [retained("1"), retained("2")] });
});

const parameters = (ControlName: string, values: Record<string, string>): FrameworkControl => ({
  ControlName,
  ControlInputParameters: Object.entries(values).map(([ParameterName, ParameterValue]) => ({
    ParameterName,
    ParameterValue,
  })),
});

const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index}`.padStart(12, "1")).join(",");

test.each([
  ["no controls", []],
  ["an unknown control", [{ ControlName: "BACKUPS_ARE_PRETTY" }]],
  ["a duplicate control", [encrypted, encrypted]],
  ["an unknown parameter", [parameters("BACKUP_RECOVERY_POINT_ENCRYPTED", { days: "1" })]],
  ["a retention that is not a number", [retained("a while")]],
  ["no restore time", [{ ControlName: "RESTORE_TIME_FOR_RESOURCES_MEET_TARGET" }]],
  [
    "a frequency in weeks",
    [
      parameters("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
        requiredFrequencyUnit: "weeks",
        requiredFrequencyValue: "1",
      }),
    ],
  ],
  [
    "a frequency of 25 hours",
    [
      parameters("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
        requiredFrequencyUnit: "hours",
        requiredFrequencyValue: "25",
      }),
    ],
  ],
  ["points of 32 days", [parameters("BACKUP_LAST_RECOVERY_POINT_CREATED", { recoveryPointAgeValue: "32" })]],
  [
    "air-gapped points of 23 hours",
    [
      parameters("RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT", {
        recoveryPointAgeUnit: "hours",
        recoveryPointAgeValue: "23",
      }),
    ],
  ],
  [
    "six accounts",
    [parameters("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", { crossAccountList: accounts(6) })],
  ],
  ["two tags in a scope", [{ ...encrypted, ControlScope: { Tags: { a: "1", b: "2" } } }]],
  [
    "a type in a scope that no control judges",
    [{ ...encrypted, ControlScope: { ComplianceResourceTypes: ["Timestream"] } }],
  ],
  ["an unknown type in a scope", [{ ...encrypted, ControlScope: { ComplianceResourceTypes: ["Toaster"] } }]],
])("a framework with %s is refused", async (_, FrameworkControls) => {
  const story = account();
  const error = await refusal(story, () => story.create({ FrameworkControls }));
  expect(error).toBeInstanceOf(InvalidParameterValueException);
});

test("AWS's samples of controls are accepted", async () => {
  const { create, describe } = account();
  const FrameworkControls: FrameworkControl[] = [
    {
      ...parameters("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
        requiredRetentionDays: "35",
        requiredFrequencyUnit: "hours",
        requiredFrequencyValue: "24",
      }),
      ControlScope: { Tags: { key1: "prod" } },
    },
    {
      ...parameters("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED", {
        principalArnList:
          "arn:aws:iam::123456789012:role/application_abc/component_xyz/RDSAccess,\n arn:aws:iam::123456789012:role/service-role/QuickSightAction",
      }),
      ControlScope: {
        ComplianceResourceIds: ["default"],
        ComplianceResourceTypes: ["AWS::Backup::BackupVault"],
      },
    },
    { ...parameters("RESTORE_TIME_FOR_RESOURCES_MEET_TARGET", { maxRestoreTime: "720" }) },
    {
      ControlName: "BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION",
      ControlInputParameters: [],
      ControlScope: {},
    },
  ];
  await create({ FrameworkControls });
  expect((await describe()).FrameworkControls).toEqual(FrameworkControls);
});

test("a framework without a name or controls is refused as a missing parameter", async () => {
  const story = account();
  for (const missing of [{ FrameworkName: undefined }, { FrameworkControls: undefined }]) {
    expect(await refusal(story, () => story.create(missing))).toBeInstanceOf(MissingParameterValueException);
  }
});
