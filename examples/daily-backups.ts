/**
 * A backup engineer's day, or rather year: AWS's own kind of plan (daily for 35 days, monthly to cold storage), read from
 * a file as `aws backup get-backup-plan` prints it, at work on a file system, a file server and a table.
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

const say = (text = "") => console.log(text);
const date = (at: Date | undefined) => at?.toISOString().slice(0, 16).replace("T", " ") ?? "never";

/** All recovery points of a vault, page by page. */
async function pointsIn(BackupVaultName: string) {
  const points = [];
  for await (const page of paginateListRecoveryPointsByBackupVault({ client: backup }, { BackupVaultName })) {
    points.push(...(page.RecoveryPoints ?? []));
  }
  return points;
}

/** The loop everybody writes. Here it needs no waiting: each look lets the job go on. */
async function untilDone(BackupJobId: string | undefined): Promise<string> {
  const seen: string[] = [];
  for (;;) {
    const { State } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
    seen.push(`${State}`);
    if (State === "COMPLETED" || State === "FAILED") return seen.join(" → ");
  }
}

say("1. What there is to protect");
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
say(`   EFS  ${home.FileSystemId} is ${FileSystems[0]?.LifeCycleState}, with automatic backups`);
say(`   FSx  ${shares?.FileSystemId} for Windows, ${shares?.StorageCapacity} GiB`);
say(`   DynamoDB table orders\n`);

say("2. The plan");
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
say(`   ${BackupPlan.BackupPlanName}: ${BackupPlan.Rules.map(rule => rule.RuleName).join(", ")}\n`);

say("3. A backup on demand, now");
const { BackupJobId } = await backup.send(
  new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
);
say(`   job ${BackupJobId}: ${await untilDone(BackupJobId)}\n`);

say("4. 400 days later");
const started = performance.now();
await aws.clock.advance("400 days");
const took = Math.round(performance.now() - started);
say(`   it is ${date(aws.clock.now())}, and getting there took ${took} ms`);
const points = await pointsIn("Default");
for (const name of ["orders", `${shares?.FileSystemId}`]) {
  const own = points.filter(point => point.ResourceArn?.endsWith(name));
  const monthly = own.filter(point => point.CreatedBy?.BackupRuleName === "MonthlyBackups");
  const daily = own.filter(point => point.CreatedBy?.BackupRuleName === "DailyBackups");
  say(
    `   ${name}: ${daily.length} daily and ${monthly.length} monthly recovery points, the oldest of ${date(monthly.at(-1)?.CreationDate)}`,
  );
}
const automatic = await pointsIn("aws/efs/automatic-backup-vault");
say(`   home: ${automatic.length} automatic recovery points of EFS`);
const { Backups = [] } = await fsx.send(
  new DescribeBackupsCommand({ Filters: [{ Name: "backup-type", Values: ["AWS_BACKUP"] }] }),
);
say(`   FSx itself lists ${Backups.length} backups made by AWS Backup\n`);

say("5. What AWS would not let you do");
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
  say(`   ${error.name}: ${error.message}\n`);
}

say("6. Tidying up");
const [onDemand] = points.filter(point => point.CreatedBy === undefined);
await backup.send(
  new DeleteRecoveryPointCommand({
    BackupVaultName: "Default",
    RecoveryPointArn: onDemand?.RecoveryPointArn,
  }),
);
const left = await backup.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default" }));
const { BackupJobs = [] } = await backup.send(new ListBackupJobsCommand({ ByState: "COMPLETED" }));
say(
  `   ${points.length} recovery points before, ${left.RecoveryPoints?.length} after; ${BackupJobs.length} jobs in the last 30 days`,
);
say(`   ${aws.calls().length} calls were made, not one of them over the network.`);
