import {
  Backup,
  type BackupPlanInput,
  type BackupRuleInput,
  type BackupSelection,
} from "@aws-sdk/client-backup";
import { type Fixture, type MockOptions, mockAws } from "aws-backup-mock";

export const accountId = "123456789012";
export const role = `arn:aws:iam::${accountId}:role/backup`;
export const tableArn = (name: string): string => `arn:aws:dynamodb:us-east-1:${accountId}:table/${name}`;
export const vaultArn = (name: string, region = "us-east-1"): string =>
  `arn:aws:backup:${region}:${accountId}:backup-vault:${name}`;
export const orders = tableArn("orders");

/** A daily rule at five that targets `nightly`, with other members as given. */
export const rule = (members: Partial<BackupRuleInput> = {}): BackupRuleInput => ({
  RuleName: "daily",
  TargetBackupVaultName: "nightly",
  ScheduleExpression: "cron(0 5 ? * * *)",
  ...members,
});

const defaultFixture: Fixture = {
  backup: { vaults: [{ BackupVaultName: "nightly" }] },
  resources: [{ arn: orders }],
};

/** An account with the vault `nightly` and the table `orders`, and functions to work with it. */
export function account(options: MockOptions = {}, fixture: Fixture = defaultFixture) {
  const aws = mockAws({ clock: "manual", ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed(fixture);
  const backup = aws.attach(new Backup());
  const plan = async (
    rules: readonly BackupRuleInput[],
    selection: Partial<BackupSelection> = { Resources: ["*"] },
    settings: Partial<BackupPlanInput> = {},
  ): Promise<string> => {
    const BackupPlan = { BackupPlanName: "plan", Rules: [...rules], ...settings };
    const { BackupPlanId = "" } = await backup.createBackupPlan({ BackupPlan });
    const BackupSelection = { SelectionName: "selection", IamRoleArn: role, ...selection };
    await backup.createBackupSelection({ BackupPlanId, BackupSelection });
    return BackupPlanId;
  };
  const start = async (ResourceArn = orders, more = {}): Promise<string> => {
    const input = { BackupVaultName: "nightly", ResourceArn, IamRoleArn: role, ...more };
    return (await backup.startBackupJob(input)).BackupJobId ?? "";
  };
  const job = (BackupJobId: string) => backup.describeBackupJob({ BackupJobId });
  const jobs = async () => (await backup.listBackupJobs({})).BackupJobs ?? [];
  /** The points of a vault, oldest first. */
  const points = async (BackupVaultName = "nightly") =>
    (await backup.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints?.toReversed() ?? [];
  return { aws, backup, plan, start, job, jobs, points };
}
