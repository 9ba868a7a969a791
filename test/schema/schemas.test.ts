import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mockAws } from "aws-backup-mock";
import { controlSchema } from "../../scripts/schema/control";
import { fixtureSchema } from "../../scripts/schema/fixture";
import { schemaTexts } from "../../scripts/write-schemas";
import { SchemaValidator } from "../support/json-schema";
import { recordedFixtures } from "./recorded-fixtures";

const fixtures = new SchemaValidator(fixtureSchema());
const control = controlSchema();
const bodies = new SchemaValidator(control, { "fixture.json": fixtureSchema() });

const problemsOfBody = (path: string, body: unknown) =>
  bodies.problems(body, control.$defs?.[path] ?? { enum: [] });

test.each(Object.entries(schemaTexts()))(
  "schema/%s is up to date; npm run schemas writes it",
  (name, text) => {
    expect(readFileSync(join(__dirname, "../../schema", name), "utf8")).toBe(text);
  },
);

test("every fixture that the records of AWS's behaviour use is valid", () => {
  const all = recordedFixtures();
  expect(all.length).toBeGreaterThan(100);
  for (const { file, fixture } of all)
    expect({ file, problems: fixtures.problems(fixture) }).toEqual({ file, problems: [] });
});

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("a world file names its schema, for editors, and is seeded", () => {
  const world = {
    $schema: "./node_modules/aws-backup-mock/schema/fixture.json",
    backup: {
      vaults: [{ BackupVaultName: "nightly", MinRetentionDays: 7 }],
      recoveryPoints: [
        {
          BackupVaultName: "nightly",
          ResourceArn: table,
          CreationDate: "3 days ago",
          Tags: { stage: "prod" },
        },
      ],
    },
    efs: { fileSystems: [{ CreationToken: "home", Tags: [{ Key: "Name", Value: "home" }], Backup: true }] },
    resources: [
      { arn: table, type: "DynamoDB", sizeInBytes: 5, growth: "1 GiB/day", tags: { backup: "yes" } },
    ],
    fsx: null,
  };
  expect(fixtures.problems(world)).toEqual([]);
  const aws = mockAws();
  aws.seed(Object(world));
  expect(aws.state.backup.recoveryPoints.size).toBe(1);
});

test.each<[string, unknown, string]>([
  ["an unknown service", { s3: {} }, "$.s3 is unknown"],
  ["an unknown list", { backup: { cellars: [] } }, "$.backup.cellars is unknown"],
  ["an unknown member", { backup: { vaults: [{ Name: "x" }] } }, "$.backup.vaults[0].Name is unknown"],
  [
    "an unknown member in depth",
    { backup: { plans: [{ BackupPlan: { Rules: [{ Name: "x" }] } }] } },
    "$.backup.plans[0].BackupPlan.Rules[0].Name is unknown",
  ],
  ["an object for a list", { resources: {} }, "$.resources is not of type array,null"],
  ["a resource without ARN", { resources: [{}] }, "$.resources[0].arn is missing"],
  [
    "an unknown value",
    { efs: { fileSystems: [{ PerformanceMode: "fast" }] } },
    "$.efs.fileSystems[0].PerformanceMode is none of the known values",
  ],
])("%s in a fixture is found by the schema and refused by seed", (_, fixture, problem) => {
  expect(fixtures.problems(fixture)).toContain(problem);
  expect(() => mockAws().seed(Object(fixture))).toThrow(expect.objectContaining({ code: "InvalidFixture" }));
});

test.each<[string, object]>([
  ["clock", { advance: { days: 35 } }],
  ["clock", { until: { event: "Backup Job State Change" }, within: "90 days" }],
  ["next", { kind: "efs.mountTargets", fails: "No address is left.", takes: 5 }],
  ["nextJob", { type: "EFS", transfers: 5 }],
  ["edit", { kind: "fsx.fileSystems", key: "fs-0123456789abcdef0", patch: { Lifecycle: "FAILED" } }],
  ["stub", { operation: "StartBackupJob", rejects: "ThrottlingException", once: true }],
  ["stub", { operation: "StartBackupJob", rejects: { name: "ThrottlingException" } }],
  ["rollback", { name: "before" }],
  ["seed", { backup: { vaults: [{ BackupVaultName: "nightly" }] } }],
  ["reset", {}],
])("a body of /_mock/%s is valid: %j", (path, body) => {
  expect(problemsOfBody(path, body)).toEqual([]);
});

test.each<[string, object]>([
  ["clock", { advance: "1 day", settle: true }],
  ["next", { kind: "efs.mountTarget", fails: "x" }],
  ["next", { kind: "efs.mountTargets" }],
  ["nextJob", { transfers: -1 }],
  ["stub", { operation: "StartBackupJobs", resolves: {} }],
  ["rollback", {}],
  ["rollback", { name: "x", since: "y" }],
  ["seed", { backup: { cellars: [] } }],
])("a body of /_mock/%s is invalid: %j", (path, body) => {
  expect(problemsOfBody(path, body)).not.toEqual([]);
});
