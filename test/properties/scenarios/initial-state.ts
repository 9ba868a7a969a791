import type { Fixture, MockAws } from "aws-backup-mock";
import type { ServiceName } from "../../../src/model/index";
import { requests } from "../../services/fsx/account";
import { role } from "../generators/operations/common";

const home = "123456789012";
export const bucket = "arn:aws:s3:::a-bucket";
const table = `arn:aws:dynamodb:us-east-1:${home}:table/orders`;
export const volume = `arn:aws:ec2:us-east-1:${home}:volume/vol-0123456789abcdef0`;

const simpleResources = [table, volume, `arn:aws:rds:us-east-1:${home}:db:orders`, bucket].map(
  (arn, index) => ({
    arn,
    sizeInBytes: 1_000 * (index + 1),
    tags: { daily: index % 2 ? "yes" : "no" },
  }),
);

/** A composite resource. */
export const stack = {
  arn: `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`,
  members: [table, volume],
};

/** Resources that can be backed up, other than those of EFS and FSx. */
export const resources = [...simpleResources, stack];

const continuousPlan = {
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

const testingPlan = {
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

const testingSelection = {
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

/** A state that calls cannot create, and that random calls would soon change. */
export const misconfigured: Fixture = {
  fsx: { fileSystems: [{ ...requests.windows, Lifecycle: "MISCONFIGURED_UNAVAILABLE" }] },
};

/** Creates resources that random calls rarely create. */
export async function createRareResources(aws: MockAws, send: Send): Promise<void> {
  for (const request of Object.values(requests)) await send("fsx", "CreateFileSystem", request);
  await send("backup", "UpdateGlobalSettings", { GlobalSettings: { isMpaEnabled: "true" } });
  const job = { BackupVaultName: "Default", IamRoleArn: role };
  await send("backup", "StartBackupJob", { ...job, ResourceArn: stack.arn });
  await send("backup", "StartBackupJob", { ...job, ResourceArn: volume, Index: "ENABLED" });
  await send("backup", "CreateBackupPlan", continuousPlan);
  for (const { BackupPlanId } of aws.state.backup.plans) {
    const BackupSelection = { SelectionName: "bucket", IamRoleArn: role, Resources: [bucket] };
    await send("backup", "CreateBackupSelection", { BackupPlanId, BackupSelection });
  }
  await send("backup", "CreateRestoreTestingPlan", testingPlan);
  await send("backup", "CreateRestoreTestingSelection", testingSelection);
  // Holds no recovery point, so it prevents nothing.
  await send("backup", "CreateLegalHold", {
    Title: "audit",
    Description: "kept for an audit",
    RecoveryPointSelection: { VaultNames: ["aws/efs/automatic-backup-vault"] },
  });
  await aws.settle();
}
