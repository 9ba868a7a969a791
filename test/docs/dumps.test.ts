import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mockAws } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";

const folder = mkdtempSync(join(tmpdir(), "dump-"));
const broken = mkdtempSync(join(tmpdir(), "broken-dump-"));
const BackupPlanId = "1fa8e21b-34c6-4aa4-96f0-8a8c9b2b6f3e";
const table = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
const answers = {
  "get-backup-plan": {
    BackupPlan: {
      BackupPlanName: "daily",
      Rules: [
        {
          RuleName: "night",
          TargetBackupVaultName: "nightly",
          ScheduleExpression: "cron(0 5 ? * * *)",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
    BackupPlanId,
    CreationDate: 1764547200.123,
  },
  "get-backup-selection": {
    BackupSelection: {
      SelectionName: "tables",
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Resources: [table],
    },
    SelectionId: "f0d3c1de-6d0a-4f0e-8b1c-9d5ad6b6f1d8",
    BackupPlanId,
    CreationDate: 1764547260.5,
  },
};

beforeAll(() => {
  for (const [command, answer] of Object.entries(answers)) {
    writeFileSync(join(folder, `${command}.json`), JSON.stringify(answer));
  }
  writeFileSync(join(broken, "get-backup-plan.json"), '{\n  "BackupPlan": {}\n');
  writeFileSync(join(broken, "list-backup-vault.json"), "{}");
});

afterAll(() => {
  for (const path of [folder, broken]) rmSync(path, { recursive: true });
});

test("the orders have a backup of each of the last 35 days", async () => {
  const { fixture } = fromAwsCli(folder);
  const aws = mockAws(fixture.origin);
  aws.seed(fixture);

  await aws.clock.advance("60 days");

  expect(aws).toHaveProtected("arn:aws:dynamodb:eu-west-1:123456789012:table/orders");
  expect(aws.state.backup.recoveryPoints.size).toBe(35);
});

test("broken files and misspelt commands are listed", () => {
  expect(failure(() => fromAwsCli(broken))).toBe(
    [
      "Cannot read the dump (2 problems); correct it:",
      "  get-backup-plan.json, line 3, column 1: it is no JSON; correct it or make the file again",
      '  list-backup-vault.json: it is no command of backup, efs or fsx; did you mean "list-backup-vaults"?',
    ].join("\n"),
  );
});
