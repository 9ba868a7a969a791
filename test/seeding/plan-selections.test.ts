import { BackupClient, GetBackupSelectionCommand } from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";
const rule = { RuleName: "daily", TargetBackupVaultName: "nightly", ScheduleExpression: "cron(0 5 * * ? *)" };
const plan = { BackupPlanName: "nightly", Rules: [rule] };
const vaults = [{ BackupVaultName: "nightly" }];
const orders = { SelectionName: "orders", Resources: [table] };

const refused = (fixture: unknown): string => {
  const message = failure(() => mockAws().seed(fixture as Fixture));
  return message.slice(message.indexOf("\n") + 1);
};

test("a plan is seeded with its selections, and backs up what they name", async () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    backup: { vaults, plans: [{ BackupPlan: plan, selections: [orders] }] },
    resources: [{ arn: table }],
  });

  const [{ BackupPlanId = "" } = {}] = backup.plans;
  expect(backup.selections).toMatchObject([{ BackupPlanId, BackupSelection: orders }]);
  await aws.clock.advance("1 day");
  expect([...aws.state.backup.recoveryPoints]).toMatchObject([{ ResourceArn: table }]);
});

test("a selection has the usual role unless it names another one", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  const selections = [orders, { ...orders, IamRoleArn: role }, { BackupSelection: orders }];
  const { backup } = aws.seed({ backup: { vaults, plans: [{ BackupPlan: plan, selections }] } });

  const roles = backup.selections.map(({ BackupPlanId, SelectionId }) =>
    client.send(new GetBackupSelectionCommand({ BackupPlanId, SelectionId })),
  );
  const usual = "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole";
  expect((await Promise.all(roles)).map(({ BackupSelection }) => BackupSelection?.IamRoleArn)).toEqual([
    usual,
    role,
    usual,
  ]);
});

test("a selection names its plan by name, also a plan of an earlier fixture", () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    backup: {
      vaults,
      plans: [{ BackupPlan: plan }],
      selections: [{ BackupPlanName: "nightly", BackupSelection: orders }],
    },
  });
  const later = aws.seed({
    backup: {
      selections: [{ BackupPlanName: "nightly", ...orders, SelectionName: "all", Resources: ["*"] }],
    },
  });
  const BackupPlanId = backup.plans[0]?.BackupPlanId;
  expect([...backup.selections, ...later.backup.selections]).toMatchObject([
    { BackupPlanId, BackupSelection: { SelectionName: "orders" } },
    { BackupPlanId, BackupSelection: { SelectionName: "all" } },
  ]);
});

test("a restore testing plan is seeded with its selections", () => {
  const { backup } = mockAws().seed({
    backup: {
      restoreTestingPlans: [
        {
          RestoreTestingPlanName: "drill",
          ScheduleExpression: "cron(0 8 * * ? *)",
          RecoveryPointSelection: {
            Algorithm: "LATEST_WITHIN_WINDOW",
            IncludeVaults: ["*"],
            RecoveryPointTypes: ["SNAPSHOT"],
          },
          selections: [
            {
              RestoreTestingSelectionName: "tables",
              ProtectedResourceType: "DynamoDB",
              ProtectedResourceArns: ["*"],
              IamRoleArn: role,
            },
          ],
        },
      ],
    },
  });
  expect(backup.restoreTestingSelections).toMatchObject([
    { RestoreTestingPlanName: "drill", RestoreTestingSelectionName: "tables" },
  ]);
});

test.each<[string, object, readonly string[]]>([
  [
    "a selection without resources",
    { vaults, plans: [{ BackupPlan: plan, selections: [orders, { SelectionName: "none" }] }] },
    [
      "  backup.plans[0].selections[1]: Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
    ],
  ],
  [
    "a misspelt member",
    { vaults, plans: [{ BackupPlan: plan, selections: [{ ...orders, SelectionNam: "x" }] }] },
    [
      '  backup.plans[0].selections[0]: unknown member "BackupSelection.SelectionNam"; did you mean "SelectionName"?',
    ],
  ],
  [
    "selections that are no list",
    { vaults, plans: [{ BackupPlan: plan, selections: orders }] },
    ["  backup.plans[0].selections: must be a list"],
  ],
  [
    "a name that no plan has",
    { vaults, plans: [{ BackupPlan: plan }], selections: [{ BackupPlanName: "nightyl", ...orders }] },
    ['  backup.selections[0]: no backup plan is named "nightyl"; did you mean "nightly"?'],
  ],
  [
    "a name that two plans have",
    {
      vaults,
      plans: [{ BackupPlan: plan }, { BackupPlan: { ...plan, Rules: [rule, { ...rule, RuleName: "b" }] } }],
      selections: [{ BackupPlanName: "nightly", ...orders }],
    },
    ['  backup.selections[0]: 2 backup plans are named "nightly"; give the BackupPlanId'],
  ],
  [
    "a selection that names another plan than the one it stands in",
    { vaults, plans: [{ BackupPlan: plan, selections: [{ ...orders, BackupPlanId: "other" }] }] },
    [
      '  backup.plans[0].selections[0]: BackupPlanId is "other", but it stands in another one; leave BackupPlanId out',
    ],
  ],
  [
    "an invalid plan, whose selections are checked all the same",
    {
      vaults,
      plans: [{ BackupPlan: { ...plan, Rules: [] }, selections: [orders, { ...orders, Colour: "red" }] }],
      selections: [{ BackupPlanName: "nightly", ...orders }],
    },
    [
      expect.stringContaining("  backup.plans[0]: "),
      expect.stringContaining('  backup.plans[0].selections[1]: unknown member "BackupSelection.Colour"'),
    ],
  ],
])("%s is refused at its place", (_, backup, problems) => {
  expect(refused({ backup }).split("\n")).toEqual(problems);
});
