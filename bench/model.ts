/** What the model costs: `npx tsx bench/model.ts`. */
import { projectOutput, readInput, serviceModel, serviceNames } from "../src/model/index";
import { backupTable } from "../src/model/tables/backup";
import { efsTable } from "../src/model/tables/efs";
import { fsxTable } from "../src/model/tables/fsx";

const size = [backupTable, efsTable, fsxTable].reduce((sum, table) => sum + Buffer.byteLength(table), 0);
console.log(`tables: ${(size / 1000).toFixed(0)} kB`);

const started = performance.now();
const [backup] = serviceNames.map(serviceModel);
console.log(`parse all three, once and cold: ${(performance.now() - started).toFixed(2)} ms`);

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

const members = describeBackupJob.output.members
  .filter(({ target }) => target.type !== "structure")
  .slice(0, 25);
const values: Readonly<Record<string, unknown>> = {
  timestamp: 1_700_000_000_000,
  long: 5,
  boolean: true,
  map: {},
};
const job = Object.freeze(
  Object.fromEntries(members.map(({ name, target }) => [name, values[target.type] ?? "some text"])),
);
measure(`project a record of ${members.length} members`, 500_000, () =>
  projectOutput(describeBackupJob.output, job),
);

function measure(what: string, times: number, run: () => unknown): void {
  for (let i = 0; i < times; i++) run();
  const begin = performance.now();
  for (let i = 0; i < times; i++) run();
  console.log(`${what}: ${(((performance.now() - begin) * 1000) / times).toFixed(2)} µs`);
}
