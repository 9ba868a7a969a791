import assert from "node:assert";
import { test } from "node:test";
import {
  Backup,
  BackupClient,
  BackupServiceException,
  DescribeBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { asked, keepsAll } from "./installed.js";
import { tell } from "./story.js";
import { optionsOf, ways } from "./ways.js";

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
    const aws = mockAws(optionsOf(name));
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
    const aws = mockAws(optionsOf(name));
    const { backup } = await way(aws, t);
    aws.on(DescribeBackupVaultCommand).rejects("AccessDeniedException");
    const thrown = await backup.send(new DescribeBackupVaultCommand(vault)).catch(error => error);
    assert.ok(thrown instanceof BackupServiceException);
    assert.equal(thrown.name, "AccessDeniedException");
    assert.equal(thrown.$metadata.httpStatusCode, 403);
  });
}

const vault = { BackupVaultName: "Default" };

for (const name of ["intercepted requests", "a requestHandler", "an HTTP endpoint"]) {
  test(`by ${name}, what is throttled is tried again`, async t => {
    const aws = mockAws(optionsOf(name));
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

for (const retryMode of ["standard", "adaptive"]) {
  test(`retries of intercepted requests wait on the mock's clock, in ${retryMode} mode`, async t => {
    const aws = mockAws({ interceptAt: "request" });
    aws.intercept(BackupClient);
    t.after(() => aws.restore());
    const started = performance.now();
    aws.on(DescribeBackupVaultCommand).rejects("ThrottlingException");
    const backup = new BackupClient({ retryMode, maxAttempts: 10 });
    const thrown = await backup.send(new DescribeBackupVaultCommand(vault)).catch(error => error);
    const { attempts, totalRetryDelay } = thrown.$metadata;
    const passed = aws.clock.now().getTime() - Date.UTC(2026, 0, 1);
    // The oldest versions try once more than they are told.
    assert.ok(attempts >= 10);
    assert.equal(aws.calls().length, attempts);
    // In adaptive mode, some wait for the rate limiter in addition, which tells nobody.
    assert.ok(retryMode === "standard" ? passed === totalRetryDelay : passed >= totalRetryDelay);
    assert.ok(passed > 1_000 && performance.now() - started < 1_000);
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
