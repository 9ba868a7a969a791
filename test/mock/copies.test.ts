import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { type Fixture, type MockOptions, mockAws } from "aws-backup-mock";

/** Freezes nothing, and says whether anything in a value is frozen. */
const isAnyFrozen = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.isFrozen(value) || Object.values(value).some(isAnyFrozen));

/** A value as JSON has it, with members that can be changed. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const vault = (BackupVaultName: string) => new CreateBackupVaultCommand({ BackupVaultName });

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  return { aws, client: aws.attach(new BackupClient({})) };
}

async function snapshotDocument() {
  const { aws, client } = account();
  await client.send(
    new CreateBackupVaultCommand({ BackupVaultName: "nightly", BackupVaultTags: { a: "b" } }),
  );
  return json(aws.snapshot());
}

const place = "123456789012/us-east-1";
const vaultRow = (document: ReturnType<typeof json>) =>
  document.places[place].backup.vaults.rows.find(
    ([, record]: [number, { BackupVaultName: string }]) => record.BackupVaultName === "nightly",
  )[1];

test("a mock that started from a snapshot does not follow changes of the document, nor does a reset", async () => {
  const document = await snapshotDocument();
  const { aws } = account({ snapshot: document });
  const before = json(aws.snapshot());
  Object.assign(vaultRow(document), { CreationDate: 0, BackupVaultName: "changed" });
  document.events.kept.length = 0;
  document.places = {};
  expect(json(aws.snapshot())).toEqual(before);
  aws.reset();
  expect(json(aws.snapshot())).toEqual(before);
  expect(aws.state.backup.vaults.has("nightly")).toBe(true);
});

test("a rollback to a document does not keep it, and freezes nothing of it", async () => {
  const document = await snapshotDocument();
  const { aws } = account();
  aws.rollback(document);
  expect(isAnyFrozen(document)).toBe(false);
  const before = json(aws.snapshot());
  const [event] = document.events.kept;
  event.detail = { changed: true };
  vaultRow(document).CreationDate = 0;
  expect(json(aws.snapshot())).toEqual(before);
  expect(JSON.stringify(aws.events())).not.toContain('"changed"');
});

test("options are copied", () => {
  const accounts = { AKIDOTHER: "222222222222" };
  const organization = ["123456789012", "222222222222"];
  const durations = { backupJob: { hours: 1 } };
  const quotas = { vaults: 2 };
  const { aws } = account({ accounts, organization, durations, quotas });
  for (const option of [accounts, organization, durations, quotas]) expect(isAnyFrozen(option)).toBe(false);
  accounts.AKIDOTHER = "333333333333";
  const signed = (region: string) =>
    aws.requestHandler.answer({
      method: "PUT",
      path: "/backup-vaults/nightly",
      query: {},
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIDOTHER/20260101/${region}/backup/aws4_request`,
      },
    });
  expect(JSON.stringify(signed("us-east-1"))).toContain("222222222222");
});

test("durations are copied", async () => {
  const durations = { backupJob: { hours: 1 } };
  const { aws } = account({ durations });
  durations.backupJob.hours = 100;
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] }, resources: [{ arn: table }] });
  aws.requestHandler.answer({
    method: "PUT",
    path: "/backup-jobs",
    query: {},
    headers: {},
    body: JSON.stringify({
      BackupVaultName: "Default",
      ResourceArn: table,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    }),
  });
  expect(await aws.settle()).toMatchObject({ jobs: { COMPLETED: 1 } });
  expect(aws.clock.now().getTime()).toBeLessThan(Date.UTC(2026, 0, 1, 2));
});

test("inputs, stubs and fixtures are never frozen", async () => {
  const { aws, client } = account();
  const BackupPlan = {
    BackupPlanName: "plan",
    Rules: [{ RuleName: "daily", TargetBackupVaultName: "Default", Lifecycle: { DeleteAfterDays: 7 } }],
  };
  await client.send(new CreateBackupPlanCommand({ BackupPlan }));
  const fixture: Fixture = {
    backup: { vaults: [{ BackupVaultName: "nightly" }] },
    resources: [{ arn: table }],
  };
  aws.seed(fixture);
  const output = { BackupVaultList: [{ BackupVaultName: "stubbed" }] };
  const fake = { BackupVaultName: "faked", BackupVaultArn: table };
  aws.on(ListBackupVaultsCommand).resolves(output);
  aws.on(DescribeBackupVaultCommand).callsFake(() => fake);
  await client.send(new ListBackupVaultsCommand({}));
  await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "nightly" }));
  aws.calls();
  for (const own of [BackupPlan, fixture, output, fake]) expect(isAnyFrozen(own)).toBe(false);
});

test("a stub does not follow changes of the input, output or error that it was given", async () => {
  const { aws, client } = account();
  const input = { BackupVaultName: "one" };
  const output = { BackupVaultList: [{ BackupVaultName: "stubbed" }] };
  const error = { name: "LimitExceededException", Context: "as given" };
  aws.on(DescribeBackupVaultCommand, input).resolves({ BackupVaultName: "by the stub" });
  aws.on(ListBackupVaultsCommand).resolves(output);
  aws.on(CreateBackupVaultCommand).rejects(error);
  input.BackupVaultName = "two";
  output.BackupVaultList.length = 0;
  error.Context = "changed";
  const { BackupVaultName } = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "one" }));
  expect(BackupVaultName).toBe("by the stub");
  expect((await client.send(new ListBackupVaultsCommand({}))).BackupVaultList).toHaveLength(1);
  await expect(client.send(vault("nightly"))).rejects.toMatchObject({ Context: "as given" });
});

describe("the error of a call", () => {
  async function refused() {
    const { aws, client } = account();
    await client.send(vault("nightly"));
    const thrown: AlreadyExistsException = await client.send(vault("nightly")).catch(error => error);
    const error = () => aws.calls().at(-1)?.error as AlreadyExistsException;
    return { thrown, error };
  }

  test("is of the client's class, with all members and the stack", async () => {
    const { thrown, error } = await refused();
    expect(error()).toBeInstanceOf(AlreadyExistsException);
    expect(error()).toEqual(thrown);
    expect({ ...error() }).toEqual({ ...thrown });
    expect(Object.keys(error()).sort()).toEqual(Object.keys(thrown).sort());
    expect(error().stack).toBe(thrown.stack);
    expect(error().$response).toEqual(thrown.$response);
  });

  test("is a copy: what was thrown and what is looked at can be changed", async () => {
    const { thrown, error } = await refused();
    const before = { ...error(), message: error().message };
    Object.assign(thrown, { Arn: "changed", message: "changed", added: true });
    Object.assign(error(), { Arn: "changed", message: "changed" });
    error().$metadata.attempts = 99;
    expect({ ...error(), message: error().message }).toEqual(before);
  });

  test("of a stub's own making is as it was", async () => {
    const { aws, client } = account();
    const own = Object.assign(new TypeError("broken", { cause: "why" }), { details: [1] });
    aws.on(ListBackupVaultsCommand).rejects(own);
    await client.send(new ListBackupVaultsCommand({})).catch(() => {});
    own.details.push(2);
    own.message = "changed";
    const error = aws.calls().at(-1)?.error;
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "broken", cause: "why", details: [1] });
    expect(error?.stack).toBe(own.stack);
  });
});
