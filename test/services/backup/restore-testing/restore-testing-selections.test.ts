import {
  AlreadyExistsException,
  BackupClient,
  CreateRestoreTestingPlanCommand,
  CreateRestoreTestingSelectionCommand,
  DeleteRestoreTestingSelectionCommand,
  GetRestoreTestingSelectionCommand,
  InvalidParameterValueException,
  LimitExceededException,
  ListRestoreTestingSelectionsCommand,
  MissingParameterValueException,
  ResourceNotFoundException,
  type RestoreTestingSelectionForCreate,
  type RestoreTestingSelectionForUpdate,
  UpdateRestoreTestingSelectionCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../../support/refusal";

const role = "arn:aws:iam::123456789012:role/restore";
const tableArn = (name: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
const tier = (Value: string) => ({ Key: "aws:ResourceTag/tier", Value });

async function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z", ...options });
  const client = aws.attach(new BackupClient());
  const plan = await client.send(
    new CreateRestoreTestingPlanCommand({
      RestoreTestingPlan: {
        RestoreTestingPlanName: "weekly",
        ScheduleExpression: "cron(0 5 ? * SUN *)",
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
        },
      },
    }),
  );
  const names = { RestoreTestingPlanName: "weekly", RestoreTestingSelectionName: "tables" };
  const create = (selection: Partial<RestoreTestingSelectionForCreate> = {}, input = {}) =>
    client.send(
      new CreateRestoreTestingSelectionCommand({
        RestoreTestingPlanName: "weekly",
        RestoreTestingSelection: {
          RestoreTestingSelectionName: "tables",
          ProtectedResourceType: "DynamoDB",
          ProtectedResourceArns: ["*"],
          IamRoleArn: role,
          ...selection,
        },
        ...input,
      }),
    );
  const update = (RestoreTestingSelection: RestoreTestingSelectionForUpdate, input = {}) =>
    client.send(new UpdateRestoreTestingSelectionCommand({ ...names, RestoreTestingSelection, ...input }));
  const get = async (input = {}) =>
    (await client.send(new GetRestoreTestingSelectionCommand({ ...names, ...input })))
      .RestoreTestingSelection;
  const list = (input = {}) =>
    client.send(new ListRestoreTestingSelectionsCommand({ RestoreTestingPlanName: "weekly", ...input }));
  const remove = () => client.send(new DeleteRestoreTestingSelectionCommand(names));
  return { aws, plan, create, update, get, list, remove };
}

test("a selection is returned as it was created", async () => {
  const { plan, create, get, list } = await account();
  const selection: Partial<RestoreTestingSelectionForCreate> = {
    ProtectedResourceConditions: { StringEquals: [tier("gold")], StringNotEquals: [tier("tin")] },
    RestoreMetadataOverrides: { encryptionType: "KMS" },
    ValidationWindowHours: 12,
  };
  const answer = await create(selection, { CreatorRequestId: "once" });
  expect(answer).toMatchObject({
    RestoreTestingPlanArn: plan.RestoreTestingPlanArn,
    RestoreTestingPlanName: "weekly",
    RestoreTestingSelectionName: "tables",
  });
  expect(await get()).toEqual({
    ...selection,
    RestoreTestingPlanName: "weekly",
    RestoreTestingSelectionName: "tables",
    ProtectedResourceType: "DynamoDB",
    ProtectedResourceArns: ["*"],
    IamRoleArn: role,
    CreatorRequestId: "once",
    CreationTime: answer.CreationTime,
  });
  expect((await list()).RestoreTestingSelections).toEqual([
    {
      RestoreTestingPlanName: "weekly",
      RestoreTestingSelectionName: "tables",
      ProtectedResourceType: "DynamoDB",
      IamRoleArn: role,
      ValidationWindowHours: 12,
      CreationTime: answer.CreationTime,
    },
  ]);
});

test("a repeated request creates no second selection, and names are unique within a plan", async () => {
  const story = await account();
  await story.create({}, { CreatorRequestId: "once" });
  await story.create({}, { CreatorRequestId: "once" });
  expect((await story.list()).RestoreTestingSelections).toHaveLength(1);
  expect(await refusal(story, () => story.create())).toBeInstanceOf(AlreadyExistsException);
});

test("an update changes the given members and keeps the rest", async () => {
  const { aws, plan, create, update, get } = await account();
  const { CreationTime } = await create({ ValidationWindowHours: 1 });
  await aws.clock.advance("1 hour");
  const answer = await update({ ProtectedResourceConditions: { StringEquals: [tier("gold")] } });
  expect(answer).toMatchObject({
    RestoreTestingPlanArn: plan.RestoreTestingPlanArn,
    CreationTime,
    UpdateTime: aws.clock.now(),
  });
  expect(await get()).toMatchObject({
    ProtectedResourceArns: ["*"],
    ProtectedResourceConditions: { StringEquals: [tier("gold")] },
    ValidationWindowHours: 1,
    IamRoleArn: role,
    CreationTime,
  });
});

test("a change from ARNs to conditions needs the wildcard", async () => {
  const story = await account();
  await story.create({ ProtectedResourceArns: [tableArn("orders")] });
  const ProtectedResourceConditions = { StringEquals: [tier("gold")] };
  expect(await refusal(story, () => story.update({ ProtectedResourceConditions }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
  await story.update({ ProtectedResourceArns: ["*"], ProtectedResourceConditions });
  expect(await story.get()).toMatchObject({ ProtectedResourceArns: ["*"], ProtectedResourceConditions });
});

test("a deleted selection cannot be found", async () => {
  const story = await account();
  await story.create();
  await story.remove();
  expect((await story.list()).RestoreTestingSelections).toEqual([]);
  for (const act of [() => story.get(), () => story.update({}), () => story.remove()]) {
    expect(await refusal(story, act)).toBeInstanceOf(ResourceNotFoundException);
  }
});

test("selections of a missing plan are refused", async () => {
  const story = await account();
  const none = { RestoreTestingPlanName: "none" };
  for (const act of [() => story.create({}, none), () => story.list(none), () => story.get(none)]) {
    expect(await refusal(story, act)).toBeInstanceOf(ResourceNotFoundException);
  }
});

test("the number of selections per plan is limited, and they are listed in pages", async () => {
  const story = await account({ quotas: { restoreTestingSelectionsPerPlan: 3 } });
  for (const RestoreTestingSelectionName of ["a", "b", "c"])
    await story.create({ RestoreTestingSelectionName });
  const first = await story.list({ MaxResults: 2 });
  const second = await story.list({ MaxResults: 2, NextToken: first.NextToken });
  const names = [first, second].map(({ RestoreTestingSelections }) =>
    RestoreTestingSelections?.map(selection => selection.RestoreTestingSelectionName),
  );
  expect(names).toEqual([["a", "b"], ["c"]]);
  expect(await refusal(story, () => story.create())).toBeInstanceOf(LimitExceededException);
  expect(await refusal(story, () => story.list({ NextToken: "no token" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
});

test("a selection names at most 30 ARNs and 30 conditions", async () => {
  const story = await account();
  const arns = { ProtectedResourceArns: Array.from({ length: 31 }, (_, index) => tableArn(`t${index}`)) };
  const conditions = {
    ProtectedResourceConditions: {
      StringEquals: Array.from({ length: 16 }, (_, index) => tier(`${index}`)),
      StringNotEquals: Array.from({ length: 15 }, (_, index) => tier(`${index}`)),
    },
  };
  for (const many of [arns, conditions]) {
    expect(await refusal(story, () => story.create(many))).toBeInstanceOf(LimitExceededException);
  }
  await story.create();
  for (const many of [arns, conditions]) {
    expect(await refusal(story, () => story.update(many))).toBeInstanceOf(InvalidParameterValueException);
  }
});

test.each<[string, Partial<RestoreTestingSelectionForCreate>]>([
  ["a name with a dash", { RestoreTestingSelectionName: "not-allowed" }],
  ["a type that cannot be tested", { ProtectedResourceType: "Timestream" }],
  ["an unknown type", { ProtectedResourceType: "Toaster" }],
  ["an invalid role", { IamRoleArn: "me" }],
  ["169 hours to validate", { ValidationWindowHours: 169 }],
  ["the wildcard and an ARN", { ProtectedResourceArns: ["*", tableArn("orders")] }],
  ["an ARN of another type", { ProtectedResourceArns: ["arn:aws:s3:::photos"] }],
  [
    "ARNs and conditions",
    {
      ProtectedResourceArns: [tableArn("orders")],
      ProtectedResourceConditions: { StringEquals: [tier("gold")] },
    },
  ],
  ["an unknown override", { RestoreMetadataOverrides: { targetTableName: "mine" } }],
])("a selection with %s is refused", async (_, selection) => {
  const story = await account();
  expect(await refusal(story, () => story.create(selection))).toBeInstanceOf(InvalidParameterValueException);
});

test("a selection without resources is refused as a missing parameter", async () => {
  const story = await account();
  expect(await refusal(story, () => story.create({ ProtectedResourceArns: undefined }))).toBeInstanceOf(
    MissingParameterValueException,
  );
});
