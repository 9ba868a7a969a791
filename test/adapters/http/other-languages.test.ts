import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { closeAll, served } from "./support";

afterEach(closeAll);

const run = promisify(execFile);
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";

/** The first of these commands that works on this machine. */
function working(commands: readonly string[], args: readonly string[]): string | undefined {
  return commands.find(command => {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

/** A test that needs an installed program. Without it, the test is skipped with a message, and fails in CI. */
function testWith(command: string | undefined, what: string) {
  if (command !== undefined) return test;
  if (process.env["CI"]) throw new Error(`${what} is not installed, and has to be where CI is set.`);
  process.stderr.write(`Not tested: ${what} is not installed.\n`);
  return test.skip;
}

const python = working(["/usr/bin/python3", "python3"], ["-c", "import boto3"]);
const cli = working(["/usr/bin/aws", "aws"], ["--version"]);

const environment = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PAGER: "",
};

testWith(python, "boto3 for Python (Debian's python3-boto3)")(
  "boto3 drives vault, plan, job and restore",
  async () => {
    const { aws, endpoint } = await served();
    const story = join(__dirname, "story.py");
    const { stdout } = await run(python ?? "", [story, endpoint.url, table], { env: environment });
    expect(JSON.parse(stdout)).toEqual({
      vault: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
      created: expect.stringMatching(/^202[56]-/),
      again: "AlreadyExistsException",
      planned: { COMPLETED: 3 },
      job: ["CREATED", "RUNNING", "COMPLETED"],
      points: 4,
      restore: ["PENDING", "RUNNING", "COMPLETED"],
      efs: ["creating", "available"],
      tags: [{ Key: "Name", Value: "home" }],
      missing: "FileSystemNotFound",
    });
    expect(aws.unhandledCalls()).toEqual([]);
  },
  120_000,
);

testWith(cli, "the AWS CLI (Debian's awscli)")(
  "the AWS CLI drives vault, plan, job and restore",
  async () => {
    const { aws, endpoint, ask } = await served();
    const call = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
      const all = ["--endpoint-url", endpoint.url, "--output", "json", ...args];
      const { stdout } = await run(cli ?? "", all, { env: environment });
      return stdout.trim() === "" ? {} : JSON.parse(stdout);
    };
    const backup = (...args: readonly string[]) => call("backup", ...args);
    await ask("POST", "/_mock/seed", { resources: [{ arn: table }] });

    const vault = await backup("create-backup-vault", "--backup-vault-name", "nightly");
    expect(vault).toMatchObject({
      BackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
      // A date or, from older versions, epoch seconds.
      CreationDate: expect.anything(),
    });
    await expect(backup("create-backup-vault", "--backup-vault-name", "nightly")).rejects.toMatchObject({
      stderr: expect.stringContaining(
        "An error occurred (AlreadyExistsException) when calling the CreateBackupVault operation: Backup vault with the same name already exists",
      ),
    });

    const plan = {
      BackupPlanName: "daily",
      Rules: [
        {
          RuleName: "daily",
          TargetBackupVaultName: "nightly",
          ScheduleExpression: "cron(0 5 ? * * *)",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    };
    const { BackupPlanId } = await backup("create-backup-plan", "--backup-plan", JSON.stringify(plan));
    const selection = { SelectionName: "tables", IamRoleArn: role, Resources: [table] };
    await backup(
      "create-backup-selection",
      ...["--backup-plan-id", String(BackupPlanId)],
      ...["--backup-selection", JSON.stringify(selection)],
    );
    const { content } = await ask("POST", "/_mock/clock", { advance: "3 days" });
    expect(content).toMatchObject({ jobs: { COMPLETED: 3 } });

    const { BackupJobId } = await backup(
      "start-backup-job",
      ...["--backup-vault-name", "nightly", "--resource-arn", table, "--iam-role-arn", role],
    );
    await ask("POST", "/_mock/clock", { settle: true });
    const job = await backup("describe-backup-job", "--backup-job-id", String(BackupJobId));
    expect(job).toMatchObject({ State: "COMPLETED", ResourceType: "DynamoDB" });

    const points = await backup("list-recovery-points-by-backup-vault", "--backup-vault-name", "nightly");
    expect(points["RecoveryPoints"]).toHaveLength(4);
    const { RestoreJobId } = await backup(
      "start-restore-job",
      ...["--recovery-point-arn", String(job["RecoveryPointArn"]), "--iam-role-arn", role],
      ...["--metadata", JSON.stringify({ targetTableName: "orders-again" })],
    );
    await ask("POST", "/_mock/clock", { settle: true });
    expect(await backup("describe-restore-job", "--restore-job-id", String(RestoreJobId))).toMatchObject({
      Status: "COMPLETED",
      CreatedResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders-again",
    });

    expect(await call("efs", "create-file-system", "--creation-token", "home")).toMatchObject({
      LifeCycleState: "creating",
    });
    expect(await call("fsx", "describe-file-systems")).toEqual({ FileSystems: [] });
    expect(aws.unhandledCalls()).toEqual([]);
  },
  240_000,
);
