import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { type ImportProgress, importAccount } from "aws-backup-mock/infrastructure";
import { reads } from "../../../src/infrastructure/account/reads";
import { serviceModel } from "../../../src/model";
import { richAccount } from "../rich-account";
import { clientsOf, importMock } from "./world-of-account";

test("every operation that an import calls is known, and describes, gets or lists", () => {
  expect(reads.length).toBeGreaterThan(50);
  for (const { service, operation, each } of reads) {
    for (const name of [operation, ...(each ? [each.of] : [])]) {
      expect(serviceModel(service).operationNames()).toContain(name);
      expect(name).toMatch(/^(Describe|Get|List)/);
    }
  }
});

test("an account is read without a change, and the import of its import is the same", async () => {
  const aws = await richAccount();
  const before = aws.snapshot();
  aws.clearCalls();
  const progress: ImportProgress[] = [];
  const imported = await importMock(aws, { everyPoint: true, onProgress: each => progress.push(each) });
  expect(imported).toMatchObject({ skipped: [], warnings: [] });
  expect(aws.changes(before)).toEqual({});
  const calls = aws.calls();
  expect(calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  expect(progress.at(-1)).toMatchObject({ calls: calls.length, call: "backup.ListRestoreJobs" });

  const other = mockAws(imported.fixture.origin);
  other.seed(imported.fixture);
  const [expected, again] = [imported, await importMock(other, { everyPoint: true })].map(({ fixture }) => {
    // Seeding settings is a change of them, which has a time.
    const { globalSettings, ...backup } = fixture.backup ?? {};
    return { ...fixture, backup, settings: globalSettings?.[0]?.GlobalSettings };
  });
  expect(again).toEqual(expected);
});

test("what is no client, and an aborted import, are errors", async () => {
  const { efs, backup } = clientsOf(mockAws());
  const failures = [
    importAccount({}),
    importAccount({ backup: efs }),
    importAccount({ backup }, { callsPerSecond: 0 }),
    importAccount({ backup }, { signal: AbortSignal.abort(new Error("stopped")) }),
  ];
  const messages = await Promise.all(failures.map(failure => failure.catch((error: Error) => error.message)));
  expect(messages).toEqual([
    "Cannot import the account: no clients are given; pass { backup: new BackupClient() }.",
    "Cannot import the account: backup is not a client of that service; pass one, such as { backup: new BackupClient() }.",
    "Cannot import the account: callsPerSecond must be a number greater than 0.",
    "stopped",
  ]);
});

test("a stack that was backed up has its members again", async () => {
  const here = "us-east-1:123456789012";
  const [stack, table] = [
    `arn:aws:cloudformation:${here}:stack/shop/1a2b`,
    `arn:aws:dynamodb:${here}:table/orders`,
  ];
  const aws = mockAws();
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "main" }] },
    resources: [{ arn: table }, { arn: stack, members: [table] }],
  });
  await aws.attach(new Backup()).startBackupJob({
    BackupVaultName: "main",
    ResourceArn: stack,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  });
  await aws.settle();
  const { fixture } = await importMock(aws);
  expect(fixture.resources).toContainEqual(expect.objectContaining({ arn: stack, members: [table] }));
});
