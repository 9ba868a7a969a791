import { Backup } from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";
import { pageOf } from "./page";

const fixture: Fixture = {
  backup: {
    vaults: [{ BackupVaultName: "nightly" }],
    plans: [
      {
        BackupPlan: {
          BackupPlanName: "daily",
          Rules: [
            {
              RuleName: "at-five",
              TargetBackupVaultName: "nightly",
              ScheduleExpression: "cron(0 5 * * ? *)",
              Lifecycle: { DeleteAfterDays: 35 },
            },
          ],
        },
        selections: [{ SelectionName: "tables", Resources: ["arn:aws:dynamodb:*:*:table/*"] }],
      },
    ],
  },
  resources: [{ arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders" }],
};

test("a plan is seeded with all that it needs", async () => {
  const aws = mockAws();

  const { backup } = aws.seed(fixture);
  expect(aws.explain(backup.plans[0]?.BackupPlanId ?? "").problems).toEqual([]);

  await aws.clock.advance("35 days");
  expect(aws).toHaveRecoveryPoint({ BackupVaultName: "nightly" }, { times: 35 });
});

const grown: Fixture = {
  backup: {
    vaults: [{ BackupVaultName: "nightly", Locked: true, MinRetentionDays: 7 }],
    recoveryPoints: [
      {
        BackupVaultName: "nightly",
        ResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        CreationDate: "40 days ago", // by the mock's clock; or a Date, ISO 8601, epoch milliseconds or seconds
        Lifecycle: { DeleteAfterDays: 90 },
      },
    ],
  },
  efs: { fileSystems: [{ CreationToken: "files", Tags: [{ Key: "Name", Value: "home" }] }] },
  resources: [
    { arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders", tags: { stage: "prod" } },
    { arn: "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", sizeInBytes: 8 * 1024 ** 3, infected: true },
    {
      arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/shop/5c9be0a0",
      members: [
        "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        "arn:aws:ec2:us-east-1:123456789012:volume/vol-1",
      ],
    },
  ],
};

test("the past is seeded", () => {
  const aws = mockAws();

  const { backup, efs } = aws.seed(grown);
  expect(efs.fileSystems[0]?.FileSystemId).toMatch(/^fs-/);
  expect(backup.recoveryPoints[0]).toMatchObject({ Status: "COMPLETED", ResourceType: "DynamoDB" });
});

test("all problems are listed with their paths", () => {
  const aws = mockAws();

  const wrong = { backup: { vault: [], vaults: [{ BackupVaultName: "nightly", BackupVaultTag: {} }] } };
  expect(failure(() => aws.seed(wrong as Fixture))).toBe(
    [
      "Invalid fixture (2 problems); nothing was seeded:",
      '  backup.vault: unknown list "vault"; did you mean "vaults"?',
      '  backup.vaults[0]: unknown member "BackupVaultTag"; did you mean "BackupVaultTags"?',
    ].join("\n"),
  );
});

test("a backup of a stack includes its members, and a scan finds malware in one of them", async () => {
  const aws = mockAws();
  aws.seed(grown);
  const client = aws.attach(new Backup());
  const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
  const BackupVaultName = "nightly";
  const [, volume, stack] = grown.resources ?? [];
  await client.startBackupJob({ BackupVaultName, ResourceArn: stack?.arn, IamRoleArn });
  await aws.settle();
  const { RecoveryPoints = [] } = await client.listRecoveryPointsByBackupVault({ BackupVaultName });
  expect(RecoveryPoints.map(({ ResourceType }) => ResourceType).sort()).toEqual([
    "CloudFormation",
    "DynamoDB",
    "DynamoDB",
    "EBS",
  ]);
  const { ScanJobId } = await client.startScanJob({
    BackupVaultName,
    RecoveryPointArn: RecoveryPoints.find(point => point.ResourceArn === volume?.arn)?.RecoveryPointArn,
    IamRoleArn,
    ScannerRoleArn: IamRoleArn,
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
  });
  await aws.settle();
  const { ScanResult } = await client.describeScanJob({ ScanJobId });
  expect(ScanResult).toEqual({ ScanResultStatus: "THREATS_FOUND" });
});

/** The known names that the error of a fixture lists. */
const known = (wrong: object): readonly string[] =>
  /choose one of (.+)$/m.exec(failure(() => mockAws().seed(wrong as Fixture)))?.[1]?.split(", ") ?? [];

/** The texts between backticks at the beginning of the rows of a page's tables. */
const rowsOf = (heading: string): string[] => {
  const [, section = ""] = pageOf("seeding.md").split(`\n## ${heading}\n`);
  const rows = section.split("\n## ")[0]?.matchAll(/^\| `([a-zA-Z]+)`/gm) ?? [];
  return [...rows].map(([, name = ""]) => name);
};

test("the page names every member of a resource", () => {
  expect(rowsOf("Resources of other services").sort()).toEqual(
    known({ resources: [{ arn: "x", unknown: 1 }] }),
  );
});

test.each(["backup", "efs", "fsx"])("the page names every list of %s", service => {
  const page = pageOf("seeding.md");
  const row = new RegExp(`^\\| \`${service}\` +\\| (.+?) +\\|$`, "m").exec(page)?.[1] ?? "";
  const names = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(names.sort()).toEqual([...known({ [service]: { unknown: [] } })].sort());
});
