import {
  AlreadyExistsException,
  BackupClient,
  ConflictException,
  CreateRestoreTestingPlanCommand,
  type CreateRestoreTestingPlanCommandInput,
  CreateRestoreTestingSelectionCommand,
  DeleteRestoreTestingPlanCommand,
  DeleteRestoreTestingSelectionCommand,
  GetRestoreTestingPlanCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  LimitExceededException,
  ListRestoreTestingPlansCommand,
  ListTagsCommand,
  MissingParameterValueException,
  ResourceNotFoundException,
  type RestoreTestingPlanForCreate,
  type RestoreTestingPlanForUpdate,
  type RestoreTestingRecoveryPointSelection,
  UpdateRestoreTestingPlanCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../../support/refusal";

const latest: RestoreTestingRecoveryPointSelection = {
  Algorithm: "LATEST_WITHIN_WINDOW",
  IncludeVaults: ["*"],
  RecoveryPointTypes: ["SNAPSHOT"],
};

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z", ...options });
  const client = aws.attach(new BackupClient());
  const create = (
    plan: Partial<RestoreTestingPlanForCreate> = {},
    input: Partial<CreateRestoreTestingPlanCommandInput> = {},
  ) =>
    client.send(
      new CreateRestoreTestingPlanCommand({
        RestoreTestingPlan: {
          RestoreTestingPlanName: "weekly",
          ScheduleExpression: "cron(0 5 ? * SUN *)",
          RecoveryPointSelection: latest,
          ...plan,
        },
        ...input,
      }),
    );
  const update = (RestoreTestingPlan: RestoreTestingPlanForUpdate, RestoreTestingPlanName = "weekly") =>
    client.send(new UpdateRestoreTestingPlanCommand({ RestoreTestingPlanName, RestoreTestingPlan }));
  const get = async (RestoreTestingPlanName = "weekly") =>
    (await client.send(new GetRestoreTestingPlanCommand({ RestoreTestingPlanName }))).RestoreTestingPlan;
  const list = (input = {}) => client.send(new ListRestoreTestingPlansCommand(input));
  const remove = (RestoreTestingPlanName = "weekly") =>
    client.send(new DeleteRestoreTestingPlanCommand({ RestoreTestingPlanName }));
  return { aws, client, create, update, get, list, remove };
}

test("a restore testing plan is returned as it was created, with AWS's defaults for omitted members", async () => {
  const { client, create, get, list } = account();
  const { RestoreTestingPlanArn, CreationTime } = await create(
    {},
    { CreatorRequestId: "once", Tags: { team: "ops" } },
  );
  expect(RestoreTestingPlanArn).toMatch(
    /^arn:aws:backup:us-east-1:123456789012:restore-testing-plan:weekly-[0-9a-f-]{36}$/,
  );
  const common = {
    RestoreTestingPlanName: "weekly",
    RestoreTestingPlanArn,
    CreationTime,
    ScheduleExpression: "cron(0 5 ? * SUN *)",
    ScheduleExpressionTimezone: "Etc/UTC",
    StartWindowHours: 24,
  };
  expect(await get()).toEqual({
    ...common,
    CreatorRequestId: "once",
    RecoveryPointSelection: { ...latest, SelectionWindowDays: 30, ExcludeVaults: [] },
  });
  expect((await list()).RestoreTestingPlans).toEqual([common]);
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: RestoreTestingPlanArn }));
  expect(Tags).toEqual({ team: "ops" });
});

test("a plan is returned with all members that were given", async () => {
  const { create, get } = account();
  const plan = {
    RestoreTestingPlanName: "monthly_test",
    ScheduleExpression: "cron(30 1 1 * ? *)",
    ScheduleExpressionTimezone: "Europe/Berlin",
    StartWindowHours: 168,
    RecoveryPointSelection: {
      Algorithm: "RANDOM_WITHIN_WINDOW" as const,
      IncludeVaults: ["arn:aws:backup:*:*:backup-vault:prod-*"],
      ExcludeVaults: ["arn:aws:backup:us-east-1:123456789012:backup-vault:prod-small"],
      RecoveryPointTypes: ["SNAPSHOT" as const, "CONTINUOUS" as const],
      SelectionWindowDays: 365,
    },
  };
  await create(plan);
  expect(await get("monthly_test")).toMatchObject(plan);
});

test("a repeated request creates no second plan, and its id cannot be used for another plan", async () => {
  const story = account();
  const first = await story.create({}, { CreatorRequestId: "once" });
  const again = await story.create({}, { CreatorRequestId: "once" });
  expect(again.RestoreTestingPlanArn).toBe(first.RestoreTestingPlanArn);
  expect((await story.list()).RestoreTestingPlans).toHaveLength(1);
  const other = () => story.create({ RestoreTestingPlanName: "other" }, { CreatorRequestId: "once" });
  expect(await refusal(story, other)).toBeInstanceOf(ConflictException);
  expect(await refusal(story, () => story.create())).toBeInstanceOf(AlreadyExistsException);
});

test("an update changes the given members and keeps the rest", async () => {
  const { aws, create, update, get } = account();
  const { RestoreTestingPlanArn, CreationTime } = await create();
  await aws.clock.advance("1 hour");
  const answer = await update({ StartWindowHours: 2, ScheduleExpression: "cron(0 12 ? * * *)" });
  expect(answer).toMatchObject({
    RestoreTestingPlanArn,
    RestoreTestingPlanName: "weekly",
    CreationTime,
    UpdateTime: aws.clock.now(),
  });
  expect(await get()).toMatchObject({
    ScheduleExpression: "cron(0 12 ? * * *)",
    StartWindowHours: 2,
    RecoveryPointSelection: latest,
    CreationTime,
    LastUpdateTime: aws.clock.now(),
  });
  await aws.clock.advance("1 hour");
  expect((await get())?.LastExecutionTime).toEqual(new Date("2026-03-04T12:00:00Z"));
});

test("plans are listed in pages, and their number is limited", async () => {
  const story = account({ quotas: { restoreTestingPlans: 3 } });
  for (const RestoreTestingPlanName of ["a", "b", "c"]) await story.create({ RestoreTestingPlanName });
  const first = await story.list({ MaxResults: 2 });
  const second = await story.list({ MaxResults: 2, NextToken: first.NextToken });
  const names = [first, second].map(({ RestoreTestingPlans }) =>
    RestoreTestingPlans?.map(plan => plan.RestoreTestingPlanName),
  );
  expect(names).toEqual([["a", "b"], ["c"]]);
  expect(await refusal(story, () => story.create())).toBeInstanceOf(LimitExceededException);
  expect(await refusal(story, () => story.list({ NextToken: "no token" }))).toBeInstanceOf(
    InvalidParameterValueException,
  );
});

test("a plan can be deleted once its selections are deleted", async () => {
  const story = account();
  await story.create();
  await story.client.send(
    new CreateRestoreTestingSelectionCommand({
      RestoreTestingPlanName: "weekly",
      RestoreTestingSelection: {
        RestoreTestingSelectionName: "tables",
        ProtectedResourceType: "DynamoDB",
        ProtectedResourceArns: ["*"],
        IamRoleArn: "arn:aws:iam::123456789012:role/restore",
      },
    }),
  );
  expect(await refusal(story, () => story.remove())).toBeInstanceOf(InvalidRequestException);
  await story.client.send(
    new DeleteRestoreTestingSelectionCommand({
      RestoreTestingPlanName: "weekly",
      RestoreTestingSelectionName: "tables",
    }),
  );
  await story.remove();
  expect((await story.list()).RestoreTestingPlans).toEqual([]);
  expect(await refusal(story, () => story.get())).toBeInstanceOf(ResourceNotFoundException);
  expect(await refusal(story, () => story.update({}))).toBeInstanceOf(ResourceNotFoundException);
  expect(await refusal(story, () => story.remove())).toBeInstanceOf(InvalidRequestException);
});

const selecting = (change: Partial<RestoreTestingRecoveryPointSelection>): RestoreTestingPlanForUpdate => ({
  RecoveryPointSelection: { ...latest, ...change },
});

test.each<[string, RestoreTestingPlanForUpdate]>([
  ["an invalid schedule", { ScheduleExpression: "every day" }],
  ["a rate", { ScheduleExpression: "rate(1 day)" }],
  ["an unknown time zone", { ScheduleExpressionTimezone: "Moon/Base" }],
  ["a start window of 0 hours", { StartWindowHours: 0 }],
  ["a start window of 169 hours", { StartWindowHours: 169 }],
  ["a selection window of 366 days", selecting({ SelectionWindowDays: 366 })],
  ["an invalid vault", selecting({ IncludeVaults: ["my vault"] })],
  ["too many vaults", selecting({ ExcludeVaults: Array.from({ length: 30 }, () => "*") })],
])("a plan with %s is refused", async (_, plan) => {
  const story = account();
  expect(await refusal(story, () => story.create(plan))).toBeInstanceOf(InvalidParameterValueException);
  await story.create();
  expect(await refusal(story, () => story.update(plan))).toBeInstanceOf(InvalidParameterValueException);
});

test.each<[string, Partial<RestoreTestingPlanForCreate>, Partial<CreateRestoreTestingPlanCommandInput>]>([
  ["a name with a dash", { RestoreTestingPlanName: "not-allowed" }, {}],
  ["a name of 51 characters", { RestoreTestingPlanName: "a".repeat(51) }, {}],
  ["a request id with a space", {}, { CreatorRequestId: "one two" }],
])("a plan with %s is refused", async (_, plan, input) => {
  const story = account();
  expect(await refusal(story, () => story.create(plan, input))).toBeInstanceOf(
    InvalidParameterValueException,
  );
});

test.each(["Algorithm", "IncludeVaults", "RecoveryPointTypes"] as const)(
  "a recovery point selection requires %s",
  async member => {
    const story = account();
    const plan = selecting({ [member]: undefined });
    expect(await refusal(story, () => story.create(plan))).toBeInstanceOf(MissingParameterValueException);
    await story.create();
    expect(await refusal(story, () => story.update(plan))).toBeInstanceOf(MissingParameterValueException);
  },
);
