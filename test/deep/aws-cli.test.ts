import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
import { environment, testWith, working } from "../adapters/http/programs";
import { closeAll, served } from "../adapters/http/support";

afterEach(closeAll);

const run = promisify(execFile);
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const topic = "arn:aws:sns:us-east-1:123456789012:backups";
const role = "arn:aws:iam::123456789012:role/backup";
const cli = working(["/usr/bin/aws", "aws"], ["--version"]);

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
    expect(await call("sts", "get-caller-identity")).toEqual({
      Account: "123456789012",
      UserId: "123456789012",
      Arn: "arn:aws:iam::123456789012:root",
    });

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

/** The loop that the page on infrastructure shows. */
const loop = (): string => {
  const page = readFileSync(join(__dirname, "../../docs/infrastructure.md"), "utf8");
  return /```sh\n(export AWS_DEFAULT_OUTPUT[\s\S]*?)```/.exec(page)?.[1] ?? "";
};

testWith(cli, "the AWS CLI (Debian's awscli)")(
  "the loop of docs/infrastructure.md makes a dump that can be read",
  async () => {
    const { endpoint, ask } = await served();
    const fileSystems = [{ FileSystemId: "fs-0123456789abcdef0", BackupPolicy: { Status: "ENABLED" } }];
    const BackupPlan = {
      BackupPlanName: "daily",
      Rules: [{ RuleName: "daily", TargetBackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 35 } }],
    };
    await ask("POST", "/_mock/seed", {
      resources: [{ arn: table }],
      efs: {
        fileSystems,
        mountTargets: [{ ...fileSystems[0], BackupPolicy: null, SubnetId: "subnet-01234567" }],
      },
      backup: {
        vaults: [
          { BackupVaultName: "nightly", SNSTopicArn: topic, BackupVaultEvents: ["BACKUP_JOB_FAILED"] },
        ],
        plans: [{ BackupPlan, selections: [{ SelectionName: "tables", Resources: [table] }] }],
      },
    });
    await ask("POST", "/_mock/clock", { advance: "3 days" });

    const folder = mkdtempSync(join(tmpdir(), "dump-"));
    // Older versions do not know AWS_ENDPOINT_URL.
    const aws = `aws() { "${cli}" --endpoint-url "${endpoint.url}" "$@"; }\n`;
    await run("bash", ["-c", aws + loop()], { cwd: folder, env: environment }).catch(() => undefined);
    const { fixture, skipped } = fromAwsCli(join(folder, "dump"));
    rmSync(folder, { recursive: true });

    // The mock does not answer for the Resource Groups Tagging API.
    expect(skipped.map(({ name }) => name)).toEqual(["get-resources.json"]);
    expect(fixture.resources).toMatchObject([{ arn: table }]);
    expect(fixture.efs?.fileSystems).toMatchObject(fileSystems);
    expect(fixture.efs?.mountTargets).toHaveLength(1);
    const vault = fixture.backup?.vaults?.find(({ BackupVaultName }) => BackupVaultName === "nightly");
    expect(vault).toMatchObject({ SNSTopicArn: topic, NumberOfRecoveryPoints: 3 });
    expect(fixture.backup?.plans).toHaveLength(2);
    expect(fixture.backup?.selections).toHaveLength(2);
    expect(fixture.backup?.recoveryPoints).toHaveLength(6);
    expect(fixture.backup?.backupJobs).toHaveLength(6);
  },
  240_000,
);
