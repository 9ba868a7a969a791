import {
  AlreadyExistsException,
  BackupClient,
  type BackupPlanInput,
  type BackupRuleInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  DeleteBackupPlanCommand,
  DeleteBackupSelectionCommand,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  LimitExceededException,
  ListBackupPlansCommand,
  ListBackupPlanVersionsCommand,
  ListBackupSelectionsCommand,
  ListTagsCommand,
  ResourceNotFoundException,
  UpdateBackupPlanCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const rule: BackupRuleInput = { RuleName: "daily", TargetBackupVaultName: "Default" };
const plan = (name: string, ...rules: BackupRuleInput[]): BackupPlanInput => ({
  BackupPlanName: name,
  Rules: rules.length > 0 ? rules : [rule],
});

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", ...options });
  const client = aws.attach(new BackupClient());
  const create = (BackupPlan: BackupPlanInput, CreatorRequestId?: string) =>
    client.send(new CreateBackupPlanCommand({ BackupPlan, CreatorRequestId }));
  const get = (BackupPlanId?: string, VersionId?: string) =>
    client.send(new GetBackupPlanCommand({ BackupPlanId, VersionId }));
  const select = (BackupPlanId?: string, Resources: string[] = ["*"]) =>
    client.send(
      new CreateBackupSelectionCommand({
        BackupPlanId,
        BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources },
      }),
    );
  return { aws, client, create, get, select };
}

test("a plan is returned with AWS's defaults", async () => {
  const { create, get } = account();
  const { BackupPlanId, BackupPlanArn, VersionId } = await create(plan("nightly"));
  expect(BackupPlanArn).toBe(`arn:aws:backup:us-east-1:123456789012:backup-plan:${BackupPlanId}`);
  expect(atob(VersionId ?? "")).toMatch(/^[0-9a-f-]{36}$/);
  expect((await get(BackupPlanId)).BackupPlan).toEqual({
    BackupPlanName: "nightly",
    Rules: [
      {
        RuleName: "daily",
        RuleId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        TargetBackupVaultName: "Default",
        ScheduleExpression: "cron(0 5 ? * * *)",
        ScheduleExpressionTimezone: "Etc/UTC",
        StartWindowMinutes: 480,
        CompletionWindowMinutes: 10080,
        EnableContinuousBackup: false,
      },
    ],
  });
});

test("a duplicate document is refused, a duplicate name is not", async () => {
  const { client, create } = account();
  await create(plan("nightly"));
  await expect(create(plan("nightly"))).rejects.toThrow(AlreadyExistsException);
  await expect(create(plan("nightly"))).rejects.toThrow(
    "Backup plan with the same plan document already exists",
  );
  await create(plan("nightly", { ...rule, StartWindowMinutes: 60 }));
  const { BackupPlansList } = await client.send(new ListBackupPlansCommand());
  expect(BackupPlansList?.map(({ BackupPlanName }) => BackupPlanName)).toEqual(["nightly", "nightly"]);
  expect(BackupPlansList?.[0]).not.toHaveProperty("LastExecutionDate");
});

test("a repeated creator request id returns the existing plan", async () => {
  const { create } = account();
  const first = await create(plan("nightly"), "once");
  expect((await create(plan("nightly"), "once")).BackupPlanId).toBe(first.BackupPlanId);
});

test("an update creates a new version with a new date; older versions remain", async () => {
  const { aws, client, create, get } = account();
  const first = await create(plan("nightly"));
  await aws.clock.advance("1 day");
  const second = await client.send(
    new UpdateBackupPlanCommand({
      BackupPlanId: first.BackupPlanId,
      BackupPlan: plan("nightly", { ...rule, StartWindowMinutes: 120 }),
    }),
  );
  expect(second.VersionId).not.toBe(first.VersionId);
  expect(second.CreationDate).toEqual(new Date("2026-01-02T00:00:00Z"));
  expect((await get(first.BackupPlanId)).BackupPlan?.Rules?.[0]?.StartWindowMinutes).toBe(120);
  expect((await get(first.BackupPlanId, first.VersionId)).BackupPlan?.Rules?.[0]?.StartWindowMinutes).toBe(
    480,
  );
  const { BackupPlanVersionsList } = await client.send(
    new ListBackupPlanVersionsCommand({ BackupPlanId: first.BackupPlanId }),
  );
  expect(BackupPlanVersionsList?.map(({ VersionId }) => VersionId)).toEqual([
    second.VersionId,
    first.VersionId,
  ]);
  await expect(get(first.BackupPlanId, "bm9uZQ==")).rejects.toThrow(
    "Failed reading Backup plan with provided version",
  );
});

test("-1 clears a lifecycle: the rule then has none", async () => {
  const { create, get } = account();
  const Lifecycle = { MoveToColdStorageAfterDays: -1, DeleteAfterDays: -1 };
  const { BackupPlanId } = await create(plan("nightly", { ...rule, Lifecycle }));
  const { BackupPlan } = await get(BackupPlanId);
  expect(BackupPlan?.Rules?.[0]).toMatchObject({ RuleName: rule.RuleName });
  expect(BackupPlan?.Rules?.[0]?.Lifecycle).toBeUndefined();
});

test("a plan with selections cannot be deleted; a deleted plan is not listed", async () => {
  const { client, create, get, select } = account();
  const { BackupPlanId } = await create(plan("nightly"));
  const { SelectionId } = await select(BackupPlanId);
  const remove = () => client.send(new DeleteBackupPlanCommand({ BackupPlanId }));
  await expect(remove()).rejects.toThrow(InvalidRequestException);
  await expect(remove()).rejects.toThrow(
    "Related backup plan selections must be deleted prior to backup plan deletion",
  );
  await client.send(new DeleteBackupSelectionCommand({ BackupPlanId, SelectionId }));
  expect(await remove()).toMatchObject({ BackupPlanId, DeletionDate: expect.any(Date) });
  expect((await client.send(new ListBackupPlansCommand())).BackupPlansList).toEqual([]);
  const all = await client.send(new ListBackupPlansCommand({ IncludeDeleted: true }));
  expect(all.BackupPlansList?.[0]?.DeletionDate).toBeInstanceOf(Date);
  expect((await get(BackupPlanId)).DeletionDate).toBeInstanceOf(Date);
  await expect(remove()).rejects.toThrow(ResourceNotFoundException);
});

test("a selection is returned with all its lists, even if empty", async () => {
  const { client, create, select } = account();
  const { BackupPlanId } = await create(plan("nightly"));
  const { SelectionId } = await select(BackupPlanId);
  const { BackupSelection } = await client.send(new GetBackupSelectionCommand({ BackupPlanId, SelectionId }));
  expect(BackupSelection).toEqual({
    SelectionName: "all",
    IamRoleArn: role,
    Resources: ["*"],
    NotResources: [],
    ListOfTags: [],
    Conditions: { StringEquals: [], StringNotEquals: [], StringLike: [], StringNotLike: [] },
  });
  const { BackupSelectionsList } = await client.send(new ListBackupSelectionsCommand({ BackupPlanId }));
  expect(BackupSelectionsList).toMatchObject([{ SelectionId, SelectionName: "all", IamRoleArn: role }]);
});

test("tags of a new plan are listed", async () => {
  const { client } = account();
  const { BackupPlanArn } = await client.send(
    new CreateBackupPlanCommand({ BackupPlan: plan("nightly"), BackupPlanTags: { team: "ops" } }),
  );
  expect(await client.send(new ListTagsCommand({ ResourceArn: BackupPlanArn }))).toMatchObject({
    Tags: { team: "ops" },
  });
});

describe("a rule is refused with AWS's reason:", () => {
  const apart =
    "Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays";
  const refused: [string, Partial<BackupRuleInput>, string][] = [
    [
      "89 days in cold storage",
      { Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 119 } },
      apart,
    ],
    [
      "a copy with 89 days in cold storage",
      {
        CopyActions: [
          {
            DestinationBackupVaultArn: "arn:aws:backup:eu-west-1:123456789012:backup-vault:Default",
            Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 90 },
          },
        ],
      },
      apart,
    ],
    [
      "a copy to an invalid vault ARN",
      { CopyActions: [{ DestinationBackupVaultArn: "offsite" }] },
      "Invalid backup vault ARN: offsite",
    ],
    [
      "continuous backup moved to cold storage",
      { EnableContinuousBackup: true, Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 35 } },
      "Invalid lifecycle. MoveToColdStorageAfterDays is unavailable",
    ],
    [
      "continuous backup kept for ever",
      { EnableContinuousBackup: true },
      "Lifecycle must be specified for backup rule enabled continuous backup",
    ],
    [
      "continuous backup with a cleared lifecycle",
      { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: -1 } },
      "Lifecycle must be specified for backup rule enabled continuous backup",
    ],
    [
      "a backup every 30 minutes",
      { ScheduleExpression: "cron(0/30 * ? * * *)" },
      "The interval between backup jobs shouldn't be less than 60 minutes.",
    ],
  ];
  test.each(refused)("%s", async (_, members, reason) => {
    const { aws, create } = account();
    const state = aws.state;
    await expect(create(plan("p", { ...rule, ...members }))).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message: reason.startsWith("The interval") ? reason : `Error in some rules due to : ${reason}`,
    });
    expect(aws.state).toBe(state);
  });

  test.each([
    ["rate(12 hours)", {}],
    ["cron(0 5 * * *)", {}],
    ["cron(0 25 ? * * *)", {}],
    ["cron(0 5 ? * * *)", { ScheduleExpressionTimezone: "Europe/Atlantis" }],
    ["cron(0 5 ? * * *)", { StartWindowMinutes: 59 }],
  ])("%s %j", async (ScheduleExpression, members) => {
    const { create } = account();
    await expect(create(plan("p", { ...rule, ScheduleExpression, ...members }))).rejects.toThrow(
      InvalidParameterValueException,
    );
  });

  test("but a copy with a transition to cold storage only is accepted", async () => {
    const { create } = account();
    const DestinationBackupVaultArn = "arn:aws:backup:us-east-1:123456789012:backup-vault:Default";
    await create(
      plan("p", {
        ...rule,
        CopyActions: [{ DestinationBackupVaultArn, Lifecycle: { MoveToColdStorageAfterDays: 30 } }],
      }),
    );
  });
});

test("a rule without a vault, or with an invalid name of one, is refused by AWS's check of rules", async () => {
  const { create } = account();
  const { TargetBackupVaultName: _, ...homeless } = rule;
  await expect(create(plan("p", homeless as typeof rule))).rejects.toMatchObject({
    name: "InvalidParameterValueException",
    message: "Error in some rules due to: Backup vault name is null",
  });
  await expect(create(plan("p", { ...rule, TargetBackupVaultName: "Random Backups" }))).rejects.toMatchObject(
    {
      name: "InvalidParameterValueException",
      message: "Error in some rules due to : Backup vault name Random Backups is not valid",
    },
  );
});

test("wildcards in the name of a selected resource are its last character only", async () => {
  const { client, create } = account();
  const { BackupPlanId } = await create(plan("nightly"));
  const select = (Resources: string[]) =>
    client.send(
      new CreateBackupSelectionCommand({
        BackupPlanId,
        BackupSelection: {
          SelectionName: "some",
          IamRoleArn: "arn:aws:iam::123456789012:role/backup",
          Resources,
        },
      }),
    );
  await expect(select(["arn:aws:s3:::*-logs"])).rejects.toMatchObject({
    name: "InvalidParameterValueException",
    message: expect.stringMatching(/^Invalid ARN: arn:aws:s3:::\*-logs/),
  });
  await select(["arn:aws:s3:::logs-*", "arn:aws:ec2:*:*:volume/*"]);
});

test("selections are refused with AWS's texts", async () => {
  const { client, create } = account();
  const { BackupPlanId } = await create(plan("nightly"));
  const select = (BackupSelection: { Resources?: string[]; IamRoleArn?: string }, id = BackupPlanId) =>
    client.send(
      new CreateBackupSelectionCommand({
        BackupPlanId: id,
        BackupSelection: { SelectionName: "s", IamRoleArn: role, ...BackupSelection },
      }),
    );
  await expect(select({})).rejects.toThrow(
    "Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
  );
  await expect(select({ Resources: ["*"], IamRoleArn: "nobody" })).rejects.toThrow(
    "IAM Role nobody cannot be assumed by AWS Backup",
  );
  await expect(select({ Resources: ["*"] }, "no-plan")).rejects.toThrow(
    /^Cannot find Backup plan with ID no-plan/,
  );
});

test("quotas are AWS's by default", async () => {
  const { create } = account({ quotas: { plans: 1 } });
  await create(plan("one"));
  await expect(create(plan("two"))).rejects.toThrow(LimitExceededException);
  const rules = Array.from({ length: 11 }, (_, n) => ({ ...rule, RuleName: `r${n}` }));
  await expect(account().create(plan("many", ...rules))).rejects.toThrow(LimitExceededException);
});
