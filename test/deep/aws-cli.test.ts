import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { environment, testWith, working } from "../adapters/http/programs";
import { closeAll, served } from "../adapters/http/support";

afterEach(closeAll);

const run = promisify(execFile);
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
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
