import { Backup, type BackupPlanInput } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const plan: BackupPlanInput = {
  BackupPlanName: "orders",
  Rules: [
    {
      RuleName: "daily",
      TargetBackupVaultName: "Default",
      ScheduleExpression: "cron(0 3 * * ? *)",
      Lifecycle: { DeleteAfterDays: 14 },
      RecoveryPointTags: { team: "sales" },
    },
  ],
  AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "enabled" } }],
};

function account() {
  const aws = mockAws();
  const client = aws.attach(new Backup());
  const fromJson = async (document: unknown) =>
    (
      await client.getBackupPlanFromJSON({
        BackupPlanTemplateJson: typeof document === "string" ? document : JSON.stringify(document),
      })
    ).BackupPlan;
  const exported = async () => {
    const { BackupPlanId } = await client.createBackupPlan({ BackupPlan: plan });
    const { BackupPlanTemplateJson = "" } = await client.exportBackupPlanTemplate({ BackupPlanId });
    return { BackupPlanId, json: BackupPlanTemplateJson };
  };
  return { aws, client, fromJson, exported };
}

const invalid = { name: "InvalidParameterValueException" };
const missing = { name: "ResourceNotFoundException" };

test("a template is listed, and returned as a plan without a name and a vault", async () => {
  const { client } = account();
  const { BackupPlanTemplatesList } = await client.listBackupPlanTemplates({});
  const BackupPlanTemplateId = "87c0c1ef-254d-4180-8fef-2e76a2c38aaa";
  expect(BackupPlanTemplatesList).toContainEqual({
    BackupPlanTemplateId,
    BackupPlanTemplateName: "Daily-35day-Retention",
  });
  const { BackupPlanDocument } = await client.getBackupPlanFromTemplate({ BackupPlanTemplateId });
  expect(BackupPlanDocument).toEqual({
    Rules: [
      {
        RuleName: "DailyBackups",
        ScheduleExpression: "cron(0 5 ? * * *)",
        StartWindowMinutes: 480,
        Lifecycle: { DeleteAfterDays: 35 },
      },
    ],
  });
});

test("every template becomes a valid plan once it has a name and a vault", async () => {
  const { client } = account();
  const { BackupPlanTemplatesList = [] } = await client.listBackupPlanTemplates({});
  for (const { BackupPlanTemplateId, BackupPlanTemplateName } of BackupPlanTemplatesList) {
    const { BackupPlanDocument } = await client.getBackupPlanFromTemplate({ BackupPlanTemplateId });
    const Rules = BackupPlanDocument?.Rules?.map(rule => ({ ...rule, TargetBackupVaultName: "Default" }));
    await client.createBackupPlan({ BackupPlan: { BackupPlanName: BackupPlanTemplateName, Rules } });
  }
  const { BackupPlansList } = await client.listBackupPlans({});
  expect(BackupPlansList).toHaveLength(BackupPlanTemplatesList.length);
});

test("templates are listed in pages", async () => {
  const { client } = account();
  const all = (await client.listBackupPlanTemplates({})).BackupPlanTemplatesList;
  const first = await client.listBackupPlanTemplates({ MaxResults: 1 });
  const rest = await client.listBackupPlanTemplates({ NextToken: first.NextToken });
  expect([...(first.BackupPlanTemplatesList ?? []), ...(rest.BackupPlanTemplatesList ?? [])]).toEqual(all);
  await expect(client.listBackupPlanTemplates({ NextToken: "no token" })).rejects.toMatchObject(invalid);
});

test("an exported plan can be parsed and created again", async () => {
  const { client, fromJson, exported } = account();
  const { BackupPlanId, json } = await exported();
  const original = (await client.getBackupPlan({ BackupPlanId })).BackupPlan;
  await client.deleteBackupPlan({ BackupPlanId });
  const BackupPlan = await fromJson(json);
  expect(BackupPlan).toMatchObject(plan);
  const again = await client.createBackupPlan({ BackupPlan });
  const copy = (await client.getBackupPlan({ BackupPlanId: again.BackupPlanId })).BackupPlan;
  const withoutIds = (made: typeof copy) => ({
    ...made,
    Rules: made?.Rules?.map(({ RuleId: _own, ...rule }) => rule),
  });
  expect(withoutIds(copy)).toEqual(withoutIds(original));
});

test("a changed export is refused; documents written by hand are accepted in both forms", async () => {
  const { fromJson, exported } = account();
  const { json } = await exported();
  await expect(fromJson({ ...JSON.parse(json), BackupPlanName: "other" })).rejects.toMatchObject({
    name: "InvalidRequestException",
  });
  expect(await fromJson(plan)).toEqual(plan);
  expect(await fromJson({ BackupPlan: plan })).toEqual(plan);
});

test.each<[string, unknown]>([
  ["invalid JSON", "plan: orders"],
  ["an array instead of an object", [plan]],
  ["no name", { Rules: plan.Rules }],
  ["no rules", { ...plan, Rules: [] }],
  ["a rule without a vault", { ...plan, Rules: [{ RuleName: "daily" }] }],
  [
    "a lifecycle that AWS refuses",
    { ...plan, Rules: [{ ...plan.Rules?.[0], Lifecycle: { DeleteAfterDays: 0 } }] },
  ],
])("a document with %s is refused", async (_what, document) => {
  const { aws, fromJson } = account();
  const state = aws.state;
  await expect(fromJson(document)).rejects.toMatchObject(invalid);
  expect(aws.state).toBe(state);
});

test("too many rules, missing input, and missing plans and templates are refused", async () => {
  const { client, fromJson } = account();
  const Rules = Array.from({ length: 11 }, (_, index) => ({ ...plan.Rules?.[0], RuleName: `rule-${index}` }));
  await expect(fromJson({ ...plan, Rules })).rejects.toMatchObject({ name: "LimitExceededException" });
  await expect(client.getBackupPlanFromJSON({ BackupPlanTemplateJson: undefined })).rejects.toMatchObject({
    name: "MissingParameterValueException",
  });
  await expect(client.getBackupPlanFromTemplate({ BackupPlanTemplateId: "none" })).rejects.toMatchObject(
    missing,
  );
  await expect(client.exportBackupPlanTemplate({ BackupPlanId: "none" })).rejects.toMatchObject(missing);
});
