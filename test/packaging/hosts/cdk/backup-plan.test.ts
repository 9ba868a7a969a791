import { mockAws } from "aws-backup-mock";
import { fromCloudFormation } from "aws-backup-mock/infrastructure";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { BackupPlan, BackupResource } from "aws-cdk-lib/aws-backup";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { expect, test } from "vitest";

test("in 400 days, the orders have a backup of each of 12 months", async () => {
  const stack = new Stack(new App(), "Shop");
  const orders = new Table(stack, "Orders", { partitionKey: { name: "id", type: AttributeType.STRING } });
  const plan = BackupPlan.dailyMonthly1YearRetention(stack, "Plan");
  plan.addSelection("Orders", { resources: [BackupResource.fromDynamoDbTable(orders)] });

  const { fixture } = fromCloudFormation(Template.fromStack(stack).toJSON());
  const aws = mockAws();
  aws.seed(fixture);
  await aws.clock.advance("400 days");

  const days = [...aws.state.backup.recoveryPoints.values()].map(point => point.Lifecycle?.DeleteAfterDays);
  expect(days.filter(kept => kept === 365)).toHaveLength(12);
});
