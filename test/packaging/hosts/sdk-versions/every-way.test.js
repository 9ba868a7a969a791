import assert from "node:assert";
import { test } from "node:test";
import { Backup, BackupServiceException, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { asked, keepsAll } from "./installed.js";
import { tell } from "./story.js";
import { ways } from "./ways.js";

test("the clients, and Node, are of the versions that this is about", () => {
  for (const [name, wanted, version] of asked) {
    const form = wanted.replace("^", "").replaceAll(".", "\\.");
    if (/^\d/.test(form)) assert.match(version, new RegExp(`^${form}(\\.|$)`), name);
  }
});

/** What was told directly, as far as a client knows of it that reads answers from the wire. */
function asFarAs(known, told) {
  if (keepsAll || typeof known !== "object" || known === null || known instanceof Date) return told;
  if (Array.isArray(known)) return told.map((item, index) => asFarAs(known[index], item));
  const names = Object.keys(told).filter(name => known[name] !== undefined);
  return Object.fromEntries(names.map(name => [name, asFarAs(known[name], told[name])]));
}

const worldOf = aws => JSON.parse(JSON.stringify(aws.snapshot()));

for (const [name, way] of Object.entries(ways)) {
  test(`the same story by ${name}`, async t => {
    const aws = mockAws();
    const told = await tell(aws, await way(aws, t));
    const mock = mockAws();
    const directly = await tell(mock, await ways["attached clients"](mock));
    assert.deepStrictEqual(asFarAs(told, told), asFarAs(told, directly));
    assert.deepStrictEqual(worldOf(aws), worldOf(mock));
    assert.deepStrictEqual(aws.unhandledCalls(), []);

    const pagesOf = operation => told.backup.find(each => each.operation === operation).pages;
    const [{ RecoveryPoints }] = pagesOf("ListRecoveryPointsByBackupVault");
    assert.ok(RecoveryPoints[0].CreationDate instanceof Date);
    const sizes = pagesOf("ListBackupVaults").map(({ BackupVaultList }) => BackupVaultList.length);
    assert.deepEqual(sizes, [2, 2]);
  });

  test(`by ${name}, an error that the service does not declare is of the client's own base class`, async t => {
    const aws = mockAws();
    const { backup } = await way(aws, t);
    aws.on(DescribeBackupVaultCommand).rejects("AccessDeniedException");
    const thrown = await backup.send(new DescribeBackupVaultCommand(vault)).catch(error => error);
    assert.ok(thrown instanceof BackupServiceException);
    assert.equal(thrown.name, "AccessDeniedException");
    assert.equal(thrown.$metadata.httpStatusCode, 403);
  });
}

const vault = { BackupVaultName: "Default" };

for (const name of ["a requestHandler", "an HTTP endpoint"]) {
  test(`by ${name}, what is throttled is tried again`, async t => {
    const aws = mockAws();
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    const { backup } = await ways[name](aws, t);
    aws
      .on(DescribeBackupVaultCommand)
      .rejectsOnce("ThrottlingException")
      .rejectsOnce("ServiceUnavailableException");
    const { $metadata } = await backup.send(new DescribeBackupVaultCommand(vault));
    assert.equal($metadata.attempts, 3);
  });
}

test("callbacks, aggregated clients and signals", async () => {
  const aws = mockAws();
  aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const aggregated = aws.attach(new Backup({ region: "eu-west-1" }));
  const { BackupVaultArn } = await aggregated.describeBackupVault(vault);
  assert.equal(BackupVaultArn, "arn:aws:backup:eu-west-1:123456789012:backup-vault:Default");
  const told = await new Promise((resolve, reject) => {
    const command = new DescribeBackupVaultCommand(vault);
    aggregated.send(command, (error, output) => (error ? reject(error) : resolve(output)));
  });
  assert.equal(told.BackupVaultArn, BackupVaultArn);
  const aborted = aggregated.describeBackupVault(vault, { abortSignal: AbortSignal.abort() });
  await assert.rejects(aborted, { name: "AbortError" });
});
