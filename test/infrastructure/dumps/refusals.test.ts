import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MockError } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
import { firstFault } from "../../../src/infrastructure/dumps/json-fault";
import { failure } from "../../support/failure";

const now = "2025-12-01T00:00:00Z";
const account = "123456789012";
const vault = (name: string, place = `eu-west-1:${account}`) => ({
  BackupVaultName: name,
  BackupVaultArn: `arn:aws:backup:${place}:backup-vault:${name}`,
  CreationDate: 1748736000,
});
const point = (digit: number, rest: object = {}) => ({
  RecoveryPointArn: `arn:aws:backup:eu-west-1:${account}:recovery-point:${digit}0000000-1111-4222-8333-444444444444`,
  BackupVaultName: "nightly",
  ResourceArn: `arn:aws:dynamodb:eu-west-1:${account}:table/orders`,
  ResourceType: "DynamoDB",
  Status: "COMPLETED",
  CreationDate: 1764460800,
  ...rest,
});
const vaults = { "list-backup-vaults": { BackupVaultList: [vault("nightly")] } };

test.each<[string, object, string]>([
  [
    "a misspelt command",
    { "list-backup-vault": {} },
    '  list-backup-vault: it is no command of backup, efs or fsx; did you mean "list-backup-vaults"?',
  ],
  [
    "a command of two services",
    { "describe-file-systems": { FileSystems: [] } },
    '  describe-file-systems: it is a command of efs and fsx; name it "efs describe-file-systems" or "fsx describe-file-systems"',
  ],
  [
    "what --query leaves of an answer",
    { "list-backup-vaults": [vault("a")] },
    "  list-backup-vaults: it is no answer of list-backup-vaults, which has BackupVaultList, NextToken; give the answer whole, without --query",
  ],
  [
    "a text",
    { "get-backup-plan": "{}" },
    "  get-backup-plan: it is no object; give the answer as the command prints it",
  ],
  [
    "items that are none",
    { "list-backup-vaults": { BackupVaultList: [vault("a"), 7, { BackupVaultArn: "x" }] } },
    [
      "  list-backup-vaults: BackupVaultList[1] must be an object",
      "  list-backup-vaults: BackupVaultList[2].BackupVaultName is missing",
    ].join("\n"),
  ],
  [
    "a list that is none",
    { "list-backup-vaults": { BackupVaultList: {} } },
    "  list-backup-vaults: BackupVaultList must be a list",
  ],
  [
    "tags that are none",
    { "resourcegroupstaggingapi get-resources": { Resources: [] } },
    "  resourcegroupstaggingapi get-resources: it is no answer of get-resources, which has ResourceTagMappingList; give the answer whole",
  ],
])("%s is refused", (_, dump, lines) => {
  expect(failure(() => fromAwsCli({ ...vaults, ...dump } as Record<string, unknown>))).toContain(
    `correct it:\n${lines}`,
  );
});

test("every problem of every file is in one error, with line and column", () => {
  const folder = mkdtempSync(join(tmpdir(), "dump-"));
  const answer = JSON.stringify({ BackupPlanId: "a", BackupPlan: {} }, undefined, 2);
  writeFileSync(join(folder, "get-backup-plan.json"), `${answer}\n${answer.replace("{}", "{,}")}\n`);
  writeFileSync(join(folder, "list-backup-vaults.json"), '{\n  "BackupVaultList": [');
  writeFileSync(join(folder, "list-backup-jbos.json"), "{}");
  try {
    fromAwsCli(folder);
    throw new Error("It was not refused.");
  } catch (error) {
    expect(error).toBeInstanceOf(MockError);
    expect(error).toMatchObject({ code: "InvalidInfrastructure" });
    expect(String(error)).toBe(
      [
        "MockError: Cannot read the dump (3 problems); correct it:",
        "  get-backup-plan.json, line 7, column 18: it is no JSON; correct it or make the file again",
        "  list-backup-vaults.json, line 2, column 23: it is no JSON; correct it or make the file again",
        '  list-backup-jbos.json: it is no command of backup, efs or fsx; did you mean "list-backup-jobs"?',
      ].join("\n"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each<[string, number]>([
  ['{"a": 1, }', 9],
  ['{"a" 1}', 5],
  ["[1 2]", 3],
  ["[1,", 3],
  ['{"a": tru}', 6],
  ['["a\nb"]', 1],
  ["{} {}", 3],
  ["[{]", 2],
  ["", 0],
])("%j ceases to be JSON at %d", (json, offset) => {
  expect(() => JSON.parse(json)).toThrow(SyntaxError);
  expect(firstFault(json)).toBe(offset);
});

test("a path that is no folder, another input and a wrong option are refused", () => {
  expect(failure(() => fromAwsCli("/no/such/folder"))).toMatch(
    /^Cannot read the folder \/no\/such\/folder: .*; give the path of a folder with answers, or an object$/,
  );
  expect(failure(() => fromAwsCli([] as unknown as string))).toBe(
    "Cannot read the dump: it is neither an object nor a path; give answers by their command, or the path of a folder",
  );
  const plan = { BackupPlanId: "x", BackupPlan: {} };
  expect(failure(() => fromAwsCli(plan))).toBe(
    'Cannot read the dump: it holds no answer that is named by its command; give { "get-backup-plan": answer } for example',
  );
  const wrong = { regoin: "eu-west-1" } as object;
  expect(failure(() => fromAwsCli(vaults, wrong))).toContain(
    'unknown option "regoin"; did you mean "region"?',
  );
  expect(failure(() => fromAwsCli(vaults, { now: "soon" }))).toContain('Cannot read the date "soon"');
});

test("what belongs elsewhere, is deleted or is nobody's is skipped by name", () => {
  const planArn = `arn:aws:backup:eu-west-1:${account}:backup-plan:x`;
  const { fixture, skipped } = fromAwsCli(
    {
      "list-backup-vaults": {
        BackupVaultList: [vault("nightly"), vault("twin"), vault("far", `us-east-1:${account}`)],
      },
      "get-backup-plan": {
        BackupPlanId: "x",
        BackupPlanArn: planArn,
        BackupPlan: { BackupPlanName: "old" },
        DeletionDate: 1764460800,
      },
      "get-backup-selection": {
        BackupPlanId: "x",
        SelectionId: "y",
        BackupSelection: {
          SelectionName: "tables",
          IamRoleArn: "arn:aws:iam::123456789012:role/b",
          Resources: ["*"],
        },
      },
      "describe-backup-policy.fs-01234567": { BackupPolicy: { Status: "ENABLED" } },
      "describe-lifecycle-configuration": { LifecyclePolicies: [] },
      "ec2 describe-snapshots": { Snapshots: [] },
      "list-scan-jobs": { ScanJobs: [] },
      "describe-mount-targets": {
        MountTargets: [
          {
            MountTargetId: "fsmt-01234567",
            FileSystemId: "fs-76543210",
            SubnetId: "subnet-01234567",
            AvailabilityZoneName: "us-east-1a",
          },
        ],
      },
    },
    { now },
  );
  expect(fixture.backup?.vaults?.map(({ BackupVaultName }) => BackupVaultName)).toEqual(["nightly", "twin"]);
  expect(skipped.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    "ec2 describe-snapshots: it is no command of backup, efs or fsx",
    "describe-lifecycle-configuration: it does not say its FileSystemId; give the input as well",
    "list-scan-jobs: a fixture has no place for what it says",
    "far: it is in us-east-1",
    "old: it is deleted",
    "fsmt-01234567: it is in us-east-1a",
    "describe-backup-policy.fs-01234567: it is about fs-01234567, which the dump does not hold",
    "tables: it belongs to x, which the dump does not hold",
  ]);
});

test("what this version does not know is left out of its entry, with one warning for many", () => {
  const news = { Provenance: { Source: "x" }, IndexStatus: "DORMANT" };
  const points = [1, 2, 3, 4, 5].map(digit => point(digit, news));
  const { fixture, skipped, warnings } = fromAwsCli(
    {
      "list-backup-vaults": { BackupVaultList: [{ ...vault("nightly"), NumberOfRecoveryPoints: 6 }] },
      "list-recovery-points-by-backup-vault": {
        RecoveryPoints: [
          ...points,
          point(6, { Lifecycle: { DeleteAfterDays: 10, MoveToColdStorageAfterDays: 5 } }),
        ],
      },
    },
    { now },
  );
  expect(fixture.backup?.recoveryPoints).toHaveLength(5);
  expect(skipped).toMatchObject([
    { name: point(6).RecoveryPointArn, reason: expect.stringContaining("DeleteAfterDays") },
  ]);
  expect(warnings).toEqual([
    {
      where: "backup.recoveryPoints.Provenance",
      text: `it was left out of 5 entries, because of ${point(5).RecoveryPointArn} for example: unknown member "Provenance"`,
    },
    {
      where: "backup.recoveryPoints.IndexStatus",
      text: expect.stringContaining("Value 'DORMANT' at 'indexStatus' failed to satisfy constraint"),
    },
    {
      where: "nightly.NumberOfRecoveryPoints",
      text: "NumberOfRecoveryPoints is 6, but would be 5; it was left out",
    },
  ]);
});

test("without ARNs and dates, the account, the Region and the time of a new mock are assumed", () => {
  const BackupVaultList = [{ BackupVaultName: "nightly" }, { BackupVaultName: "-" }];
  const { fixture, skipped, warnings } = fromAwsCli({ "list-backup-vaults": { BackupVaultList } });
  expect(fixture.origin).toEqual({
    accountId: account,
    region: "us-east-1",
    now: "2026-01-01T00:00:00.000Z",
  });
  expect(warnings.map(({ where }) => where)).toEqual(["accountId", "region", "now"]);
  expect(skipped).toMatchObject([{ name: "-", reason: expect.stringContaining("backupVaultName") }]);
});
