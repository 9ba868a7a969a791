/** The time to load and use the API model: `npx tsx bench/model.ts`. */
import { projectOutput, readInput, serviceModel, serviceNames } from "../src/model/index";
import { backupTable } from "../src/model/tables/backup";
import { efsTable } from "../src/model/tables/efs";
import { fsxTable } from "../src/model/tables/fsx";

const size = [backupTable, efsTable, fsxTable].reduce((sum, table) => sum + Buffer.byteLength(table), 0);
console.log(`tables: ${(size / 1000).toFixed(0)} kB`);

const started = performance.now();
const [backup] = serviceNames.map(serviceModel);
console.log(`parse all three tables, once and cold: ${(performance.now() - started).toFixed(2)} ms`);

const startedFirst = performance.now();
const first = backup?.operation("DescribeBackupVault");
if (first) projectOutput(first.output, readInput(first, { BackupVaultName: "main" }).value);
console.log(`first use of an operation: ${(performance.now() - startedFirst).toFixed(2)} ms`);

const createBackupPlan = backup?.operation("CreateBackupPlan");
const describeBackupJob = backup?.operation("DescribeBackupJob");
if (!createBackupPlan || !describeBackupJob) throw new Error("Failed to find the operations to measure");

const plan = {
  BackupPlan: {
    BackupPlanName: "daily",
    Rules: Array.from({ length: 10 }, (_, index) => ({
      RuleName: `rule-${index}`,
      TargetBackupVaultName: "main",
      ScheduleExpression: "cron(0 5 ? * * *)",
      StartWindowMinutes: 60,
      CompletionWindowMinutes: 180,
      Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
      RecoveryPointTags: { team: "storage", stage: "production" },
      CopyActions: [
        { DestinationBackupVaultArn: "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies" },
      ],
      EnableContinuousBackup: false,
    })),
  },
};
measure("validate and copy CreateBackupPlan with ten rules", 20_000, () => readInput(createBackupPlan, plan));

const at = 1_700_000_000_000;
const job = Object.freeze({
  AccountId: "123456789012",
  BackupJobId: "9c2f7a3e-54a1-4a0b-8a4d-6f2f5a3f5b11",
  BackupVaultName: "main",
  BackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:main",
  RecoveryPointArn: "arn:aws:backup:us-east-1:123456789012:recovery-point:7f8e",
  ResourceArn: "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
  CreationDate: at,
  CompletionDate: at + 60_000,
  State: "COMPLETED",
  StatusMessage: "done",
  PercentDone: "100.0",
  BackupSizeInBytes: 4096,
  IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  CreatedBy: Object.freeze({ BackupPlanId: "p", BackupPlanVersion: "v", BackupRuleId: "r" }),
  ExpectedCompletionDate: at + 50_000,
  StartBy: at + 3_600_000,
  ResourceType: "EFS",
  BytesTransferred: 4096,
  BackupOptions: Object.freeze({}),
  BackupType: "BACKUP",
  ParentJobId: "parent",
  IsParent: false,
  ResourceName: "home",
  InitiationDate: at,
  MessageCategory: "SUCCESS",
  next: undefined,
});
measure("project a job of 25 members", 500_000, () => projectOutput(describeBackupJob.output, job));
const page = { BackupJobs: Array.from({ length: 1000 }, () => job) };
const listBackupJobs = backup?.operation("ListBackupJobs");
if (listBackupJobs) {
  measure("project a page of 1,000 such jobs", 200, () =>
    projectOutput(listBackupJobs.output, page, { due: undefined }),
  );
}

function measure(name: string, times: number, run: () => unknown): void {
  for (let i = 0; i < times; i++) run();
  const start = performance.now();
  for (let i = 0; i < times; i++) run();
  console.log(`${name}: ${(((performance.now() - start) * 1000) / times).toFixed(2)} µs`);
}
