import { readFileSync } from "node:fs";
import { mockAws } from "aws-backup-mock";

const prices = JSON.parse(readFileSync("examples/prices-us-east-1.json", "utf8"));

const plan = {
  BackupPlanName: "volumes",
  Rules: [
    {
      RuleName: "daily",
      TargetBackupVaultName: "nightly",
      ScheduleExpression: "cron(0 5 ? * * *)",
      Lifecycle: { DeleteAfterDays: 35 },
    },
  ],
};
const role = "arn:aws:iam::123456789012:role/backup";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";

test("the plan of the volumes holds for a year, within the budget", async () => {
  const aws = mockAws();
  const selections = [{ SelectionName: "all", IamRoleArn: role, Resources: ["*"] }];
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly" }], plans: [{ BackupPlan: plan, selections }] },
    resources: [{ arn: volume, sizeInBytes: 100 * 1024 ** 3, growth: "1 GiB/day" }],
  });

  const forecast = await aws.forecast({ for: "365 days", prices });
  expect(forecast.problems).toEqual([]);
  expect(forecast.protection[0]?.longestGapInDays).toBeLessThanOrEqual(1);
  expect(forecast.holdings.vaults[0]?.highest.points).toBe(35);
  expect(forecast.costs?.months.at(-1)?.amount).toBeLessThan(50);
});
