import { mockAws } from "aws-backup-mock";
import { pageOf } from "./page";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const BackupPlanId = "11111111-1111-4111-8111-111111111111";
const rule = {
  RuleName: "at-five",
  TargetBackupVaultName: "nightly",
  ScheduleExpression: "cron(0 5 * * ? *)",
};
const aws = mockAws();

beforeAll(async () => {
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "weekly" }],
      plans: [
        {
          BackupPlanId,
          BackupPlan: { BackupPlanName: "daily", Rules: [rule] },
          selections: [{ SelectionName: "orders", Resources: [table] }],
        },
      ],
    },
    resources: [{ arn: table }],
  });
  await aws.clock.advance("20 hours");
});

test("the state is read", () => {
  const { recoveryPoints, vaults } = aws.state.backup;

  expect(vaults).toHaveLength(2);
  expect(vaults.get("nightly")?.Locked).toBe(false);
  expect([...vaults].map(({ BackupVaultName }) => BackupVaultName)).toEqual(["nightly", "weekly"]);
  expect([...recoveryPoints.by("vault", "nightly")]).toMatchObject([{ ResourceArn: table }]);
  expect([...recoveryPoints.newest()][0]?.Status).toBe("COMPLETED");
});

test("the mock and a plan are printed as on the page", () => {
  let printed = "";
  const console = {
    log: (value: unknown) => {
      printed += `${String(value)}\n`;
    },
  };
  console.log(aws);
  console.log(String(aws.explain(BackupPlanId)));
  expect(pageOf("state.md")).toContain(`\n\`\`\`\n${printed}\`\`\`\n`);
});
