import {
  BackupClient,
  CreateRestoreTestingPlanCommand,
  CreateRestoreTestingSelectionCommand,
  DescribeRestoreJobCommand,
  ListRestoreJobsCommand,
  type RestoreTestingPlanForCreate,
  type RestoreTestingRecoveryPointSelection,
  type RestoreTestingSelectionForCreate,
} from "@aws-sdk/client-backup";
import { type Fixture, type MockOptions, mockAws } from "aws-backup-mock";

export const role = "arn:aws:iam::123456789012:role/restore";
export const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
export const clients = "arn:aws:dynamodb:us-east-1:123456789012:table/clients";
export const pointId = (name: string) => `arn:aws:backup:us-east-1:123456789012:recovery-point:${name}`;

export interface Story {
  readonly points?: NonNullable<Fixture["backup"]>["recoveryPoints"];
  readonly plan?: Partial<RestoreTestingPlanForCreate>;
  readonly choose?: Partial<RestoreTestingRecoveryPointSelection>;
  readonly selection?: Partial<RestoreTestingSelectionForCreate>;
  readonly options?: MockOptions;
}

/** A plan that runs tomorrow at 05:00, with one selection. */
export async function account({ points, plan, choose, selection, options }: Story = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z", ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    resources: [{ arn: orders }, { arn: clients }],
    backup: {
      vaults: [{ BackupVaultName: "prod" }, { BackupVaultName: "lab" }],
      recoveryPoints: points ?? [{ RecoveryPointArn: pointId("a"), ResourceArn: orders }],
    },
  });
  const client = aws.attach(new BackupClient());
  const { RestoreTestingPlanArn } = await client.send(
    new CreateRestoreTestingPlanCommand({
      RestoreTestingPlan: {
        RestoreTestingPlanName: "daily",
        ScheduleExpression: "cron(0 5 ? * * *)",
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
          ...choose,
        },
        ...plan,
      },
    }),
  );
  await client.send(
    new CreateRestoreTestingSelectionCommand({
      RestoreTestingPlanName: "daily",
      RestoreTestingSelection: {
        RestoreTestingSelectionName: "tables",
        ProtectedResourceType: "DynamoDB",
        ProtectedResourceArns: ["*"],
        IamRoleArn: role,
        ...selection,
      },
    }),
  );
  const jobs = async () =>
    (await client.send(new ListRestoreJobsCommand({ ByRestoreTestingPlanArn: RestoreTestingPlanArn })))
      .RestoreJobs ?? [];
  const describe = (RestoreJobId: string | undefined) =>
    client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
  /** Moves to the plan's next run. Returns the names of the points that it tests. */
  const run = async () => {
    const before = (await jobs()).length;
    await aws.clock.advance("19 hours");
    const made = await jobs();
    return made
      .slice(0, made.length - before)
      .map(({ RecoveryPointArn = "" }) => RecoveryPointArn.slice(pointId("").length))
      .reverse();
  };
  return { aws, client, planArn: RestoreTestingPlanArn, jobs, describe, run };
}
