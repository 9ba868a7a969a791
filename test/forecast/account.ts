import {
  BackupClient,
  type BackupRuleInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
} from "@aws-sdk/client-backup";
import { type Fixture, type MockAws, type MockOptions, mockAws, type ResourceSeed } from "aws-backup-mock";

export const role = "arn:aws:iam::123456789012:role/backup";
export const vaultArn = (name: string): string =>
  `arn:aws:backup:us-east-1:123456789012:backup-vault:${name}`;
export const volume = (index = 0): string =>
  `arn:aws:ec2:us-east-1:123456789012:volume/vol-${String(index).padStart(17, "0")}`;
export const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
export const gib = 1024 ** 3;

/** A rule that runs at five in the morning, with the shortest start window. */
export const rule = (
  RuleName: string,
  ScheduleExpression: string,
  DeleteAfterDays: number,
  more: Partial<BackupRuleInput> = {},
): BackupRuleInput => ({
  RuleName,
  TargetBackupVaultName: "Default",
  ScheduleExpression,
  StartWindowMinutes: 60,
  Lifecycle: { DeleteAfterDays },
  ...more,
});

export const daily = rule("daily", "cron(0 5 ? * * *)", 35);

/** Adds a plan that backs up everything, or the named resources. */
export async function addPlan(
  aws: MockAws,
  BackupPlanName: string,
  Rules: BackupRuleInput[],
  Resources: string[] = ["*"],
): Promise<string> {
  const backup = aws.attach(new BackupClient());
  const { BackupPlanId = "" } = await backup.send(
    new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName, Rules } }),
  );
  const BackupSelection = { SelectionName: "all", IamRoleArn: role, Resources };
  await backup.send(new CreateBackupSelectionCommand({ BackupPlanId, BackupSelection }));
  return BackupPlanId;
}

/** An account with a vault, these resources and a plan that backs them up. */
export async function accountWith(
  resources: readonly ResourceSeed[],
  rules: BackupRuleInput[],
  { options = {}, backup = {} }: { options?: MockOptions; backup?: Fixture["backup"] } = {},
): Promise<MockAws> {
  const aws = mockAws(options);
  const { vaults = [] } = backup;
  aws.seed({ backup: { ...backup, vaults: [{ BackupVaultName: "Default" }, ...vaults] }, resources });
  await addPlan(aws, "plan", rules);
  return aws;
}
