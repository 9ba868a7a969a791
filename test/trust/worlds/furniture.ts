import type { Fixture, MockAws } from "aws-backup-mock";
import type { ServiceName } from "../../../src/model/index";
import { requests } from "../../services/fsx/account";
import { role } from "./recipes/common";

const home = "123456789012";
const bucket = "arn:aws:s3:::a-bucket";
const table = `arn:aws:dynamodb:us-east-1:${home}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${home}:volume/vol-0123456789abcdef0`;

const simple = [table, volume, `arn:aws:rds:us-east-1:${home}:db:orders`, bucket].map((arn, index) => ({
  arn,
  sizeInBytes: 1_000 * (index + 1),
  tags: { daily: index % 2 ? "yes" : "no" },
}));

/** A resource that is made of other ones. */
const stack = {
  arn: `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`,
  members: [table, volume],
};

/** What can be backed up without EFS or FSx. */
export const resources = [...simple, stack];

const continuous = {
  BackupPlan: {
    BackupPlanName: "continuous",
    Rules: [
      {
        RuleName: "continuous",
        TargetBackupVaultName: "Default",
        ScheduleExpression: "cron(0 */6 * * ? *)",
        EnableContinuousBackup: true,
        Lifecycle: { DeleteAfterDays: 35 },
      },
    ],
  },
};

const testing = {
  RestoreTestingPlan: {
    RestoreTestingPlanName: "testing",
    ScheduleExpression: "cron(0 5 ? * * *)",
    StartWindowHours: 1,
    RecoveryPointSelection: {
      Algorithm: "LATEST_WITHIN_WINDOW",
      IncludeVaults: ["*"],
      RecoveryPointTypes: ["SNAPSHOT"],
    },
  },
};

const tested = {
  RestoreTestingPlanName: "testing",
  RestoreTestingSelection: {
    RestoreTestingSelectionName: "tables",
    ProtectedResourceType: "DynamoDB",
    IamRoleArn: role,
    ProtectedResourceArns: ["*"],
    ValidationWindowHours: 72,
  },
};

type Send = (service: ServiceName, operation: string, input: object) => Promise<unknown>;

/** What random calls cannot come to, and would not leave as it is. */
export const broken: Fixture = {
  fsx: { fileSystems: [{ ...requests.windows, Lifecycle: "MISCONFIGURED_UNAVAILABLE" }] },
};

/** Puts into a world what random calls seldom come to. */
export async function furnish(aws: MockAws, send: Send): Promise<void> {
  for (const request of Object.values(requests)) await send("fsx", "CreateFileSystem", request);
  await send("backup", "UpdateGlobalSettings", { GlobalSettings: { isMpaEnabled: "true" } });
  const job = { BackupVaultName: "Default", IamRoleArn: role };
  await send("backup", "StartBackupJob", { ...job, ResourceArn: stack.arn });
  await send("backup", "StartBackupJob", { ...job, ResourceArn: volume, Index: "ENABLED" });
  await send("backup", "CreateBackupPlan", continuous);
  for (const { BackupPlanId } of aws.state.backup.plans) {
    const BackupSelection = { SelectionName: "bucket", IamRoleArn: role, Resources: [bucket] };
    await send("backup", "CreateBackupSelection", { BackupPlanId, BackupSelection });
  }
  await send("backup", "CreateRestoreTestingPlan", testing);
  await send("backup", "CreateRestoreTestingSelection", tested);
  await aws.settle();
}
