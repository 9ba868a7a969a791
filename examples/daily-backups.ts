/**
 * 400 days of a backup plan: daily backups kept for 35 days, monthly ones moved to cold storage, of a file system, a file
 * server and a table. The plan is a file as `aws backup get-backup-plan` prints it. Run by `npm run demo`.
 */
import { readFileSync } from "node:fs";
import {
  BackupClient,
  type BackupPlanInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  ListBackupJobsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  paginateListRecoveryPointsByBackupVault,
  StartBackupJobCommand,
  UpdateBackupPlanCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import {
  CreateFileSystemCommand as CreateFsxFileSystemCommand,
  DescribeBackupsCommand,
  FSxClient,
} from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

const aws = mockAws();
const backup = aws.attach(new BackupClient());
const efs = aws.attach(new EFSClient());
const fsx = aws.attach(new FSxClient());

const print = (text = "") => console.log(text);
const date = (at: Date | undefined) => at?.toISOString().slice(0, 16).replace("T", " ") ?? "never";

/** All recovery points of a vault, page by page. */
async function pointsIn(BackupVaultName: string) {
  const points = [];
  for await (const page of paginateListRecoveryPointsByBackupVault({ client: backup }, { BackupVaultName })) {
    points.push(...(page.RecoveryPoints ?? []));
  }
  return points;
}

/** Polls a job until it ends. It needs no delay: each read moves the job to its next state. */
async function pollUntilDone(BackupJobId: string | undefined): Promise<string> {
  const states: string[] = [];
  for (;;) {
    const { State } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
    states.push(`${State}`);
    if (State === "COMPLETED" || State === "FAILED") return states.join(" → ");
  }
}

print("1. The resources");
aws.seed({
  backup: { vaults: [{ BackupVaultName: "Default" }] },
  resources: [{ arn: table, sizeInBytes: 42 * 1024 ** 2, tags: { team: "sales" } }],
});
const home = await efs.send(
  new CreateFileSystemCommand({
    CreationToken: "home",
    Backup: true,
    Tags: [{ Key: "Name", Value: "home" }],
  }),
);
const { FileSystem: shares } = await fsx.send(
  new CreateFsxFileSystemCommand({
    FileSystemType: "WINDOWS",
    StorageCapacity: 300,
    SubnetIds: ["subnet-0123456789abcdef0"],
    WindowsConfiguration: { ActiveDirectoryId: "d-1234567890", ThroughputCapacity: 32 },
  }),
);
await aws.settle();
const { FileSystems = [] } = await efs.send(
  new DescribeFileSystemsCommand({ FileSystemId: home.FileSystemId }),
);
print(`   EFS  ${home.FileSystemId} is ${FileSystems[0]?.LifeCycleState}, with automatic backups`);
print(`   FSx  ${shares?.FileSystemId} for Windows, ${shares?.StorageCapacity} GiB`);
print(`   DynamoDB table orders\n`);

print("2. The plan");
const { BackupPlan } = JSON.parse(readFileSync(new URL("backup-plan.json", import.meta.url), "utf8")) as {
  BackupPlan: BackupPlanInput & { Rules: { RuleId?: string }[] };
};
for (const rule of BackupPlan.Rules) delete rule.RuleId;
const { BackupPlanId } = await backup.send(new CreateBackupPlanCommand({ BackupPlan }));
await backup.send(
  new CreateBackupSelectionCommand({
    BackupPlanId,
    BackupSelection: {
      SelectionName: "orders-and-shares",
      IamRoleArn: role,
      Resources: [table, `${shares?.ResourceARN}`],
    },
  }),
);
print(`   ${BackupPlan.BackupPlanName}: ${BackupPlan.Rules.map(rule => rule.RuleName).join(", ")}\n`);

print("3. A backup on demand");
const { BackupJobId } = await backup.send(
  new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
);
print(`   job ${BackupJobId}: ${await pollUntilDone(BackupJobId)}\n`);

print("4. 400 days later");
const started = performance.now();
await aws.clock.advance("400 days");
const took = Math.round(performance.now() - started);
print(`   it is ${date(aws.clock.now())}, simulated in ${took} ms`);
const points = await pointsIn("Default");
for (const name of ["orders", `${shares?.FileSystemId}`]) {
  const ofResource = points.filter(point => point.ResourceArn?.endsWith(name));
  const monthly = ofResource.filter(point => point.CreatedBy?.BackupRuleName === "MonthlyBackups");
  const daily = ofResource.filter(point => point.CreatedBy?.BackupRuleName === "DailyBackups");
  print(
    `   ${name}: ${daily.length} daily and ${monthly.length} monthly recovery points, the oldest from ${date(monthly.at(-1)?.CreationDate)}`,
  );
}
const automatic = await pointsIn("aws/efs/automatic-backup-vault");
print(`   home: ${automatic.length} automatic recovery points of EFS`);
const { Backups = [] } = await fsx.send(
  new DescribeBackupsCommand({ Filters: [{ Name: "backup-type", Values: ["AWS_BACKUP"] }] }),
);
print(`   FSx itself lists ${Backups.length} backups made by AWS Backup\n`);

print("5. An update that AWS refuses");
try {
  const rules = BackupPlan.Rules.map(rule => ({
    ...rule,
    Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 100 },
  }));
  await backup.send(
    new UpdateBackupPlanCommand({ BackupPlanId, BackupPlan: { ...BackupPlan, Rules: rules } }),
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  print(`   ${error.name}: ${error.message}\n`);
}

print("6. Clean-up");
const [onDemand] = points.filter(point => point.CreatedBy === undefined);
await backup.send(
  new DeleteRecoveryPointCommand({
    BackupVaultName: "Default",
    RecoveryPointArn: onDemand?.RecoveryPointArn,
  }),
);
const remaining = await backup.send(
  new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default" }),
);
const { BackupJobs = [] } = await backup.send(new ListBackupJobsCommand({ ByState: "COMPLETED" }));
print(
  `   ${points.length} recovery points before, ${remaining.RecoveryPoints?.length} after; ${BackupJobs.length} jobs in the last 30 days`,
);
print(`   ${aws.calls().length} calls, none of them over the network.`);
