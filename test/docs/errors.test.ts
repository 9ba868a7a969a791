import {
  AlreadyExistsException,
  Backup,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { type MockAws, MockError, type MockErrorCode, type MockOptions, mockAws } from "aws-backup-mock";
import { compare } from "aws-backup-mock/evidence";
import { fromCloudFormation } from "aws-backup-mock/infrastructure";
import "aws-backup-mock/jest";
import { mockClient } from "aws-sdk-client-mock";
import { runInBoundary } from "../../src/adapters/boundary";
import { emptyTarget, PlainClient, S3Client } from "../adapters/plain-client";
import { pageOf } from "./page";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";

let aws: MockAws;
beforeEach(() => {
  aws = mockAws();
});
afterEach(() => aws.restore());

/** A value that TypeScript would reject. */
const wrong = (value: unknown): never => value as never;

/** The example of each code on the page. A missing one does not compile. */
const mistakes: Readonly<Record<MockErrorCode, () => unknown>> = {
  ClassHeld() {
    aws.intercept(BackupClient);
    mockAws().intercept(BackupClient);
  },
  ClockCannotMove: () => aws.clock.set("2020-01-01T00:00:00Z"),
  DateHeld() {
    jest.useFakeTimers();
    try {
      mockAws({ driveDate: true }).attach(new BackupClient());
    } finally {
      jest.useRealTimers();
    }
  },
  InvalidEdit() {
    aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
    aws.edit("backup.vaults", "nightly", draft => {
      draft.VaultState = wrong("BROKEN");
    });
  },
  InvalidExpectation: () => expect(new Backup()).toHaveVault("nightly"),
  InvalidFixture: () => aws.seed({ backup: { vaults: [wrong({ Name: "nightly" })] } }),
  InvalidInfrastructure: () => fromCloudFormation("Resources: {"),
  InvalidOption: () => mockAws({ clock: wrong("fast") }),
  InvalidRecord: () => compare(wrong({ title: "A vault is empty" })),
  InvalidSnapshot: () => aws.rollback(wrong({})),
  InvalidStub: () => aws.on(CreateBackupVaultCommand).resolves(wrong({ Arn: "…" })),
  async NestedChange() {
    let nested: Promise<unknown> | undefined;
    const efs = new EFS();
    const mock = mockAws({
      durations: {
        efsFileSystem: () => {
          nested ??= efs.createFileSystem({ CreationToken: "nested" });
          return "5 seconds";
        },
      },
    });
    mock.attach(efs);
    await efs.createFileSystem({ CreationToken: "home" });
    await nested;
  },
  async NeverSettles() {
    const endless = mockAws({ durations: 0 });
    const backup = endless.attach(new Backup());
    endless.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] }, resources: [{ arn: table }] });
    const job = { BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role };
    const stop = endless.onEvent(async ({ detail }) => {
      await Promise.resolve();
      if (detail["state"] === "COMPLETED") await backup.startBackupJob(job);
    });
    endless.nextJob({ type: "backup" }).takes("1 hour");
    await backup.startBackupJob(job);
    await endless.clock.advance("2 hours").finally(stop);
  },
  // As `aws.boundary` calls it there.
  NoAsyncContext: () => runInBoundary(emptyTarget, () => {}, undefined),
  NotAClient: () => aws.attach(wrong(BackupClient)),
  async NothingChanges() {
    const manual = mockAws({ clock: "manual" });
    const efs = manual.attach(new EFS());
    const { FileSystemId } = await efs.createFileSystem({ CreationToken: "home" });
    for (;;) {
      const { FileSystems = [] } = await efs.describeFileSystems({ FileSystemId });
      if (FileSystems[0]?.LifeCycleState === "available") return;
    }
  },
  PendingOutcomes() {
    aws.nextJob({ type: "EFS" }).fails("Access denied");
    aws.assertNoPending();
  },
  async ResetMeanwhile() {
    const manual = mockAws({ clock: "manual" });
    const backup = manual.attach(new Backup());
    manual.on(CreateBackupVaultCommand).resolves({}).delays("1 second");
    const answer = backup.createBackupVault({ BackupVaultName: "nightly" });
    while (manual.calls().length === 0) await Promise.resolve();
    manual.reset();
    await answer;
  },
  StubbedElsewhere() {
    const client = new BackupClient();
    mockClient(client);
    aws.attach(client);
  },
  async UnhandledCalls() {
    const client = new S3Client();
    client.middlewareStack.use(aws.plugin);
    await client.send({ input: {} }).catch(() => {});
    aws.assertNoUnhandledCalls();
  },
  async UnknownCommand() {
    const client = new S3Client();
    client.middlewareStack.use(aws.plugin);
    await client.send({ input: {} });
  },
  UnknownId: () => aws.explain("no-such-plan"),
  UnstubbedCall() {
    aws.onUnstubbed("error");
    return aws.attach(new Backup()).listBackupVaults();
  },
  async UnsupportedOperation() {
    const client = new PlainClient({ clientName: "BackupClient", commandName: "InventVaultCommand" });
    client.middlewareStack.use(aws.plugin);
    await client.send({ input: {} });
  },
};

test.each(Object.entries(mistakes))("%s is thrown by the example on the page", async (code, make) => {
  const thrown: unknown = await (async () => make())().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(MockError);
  expect(thrown).toMatchObject({ name: "MockError", code });
});

test("the page lists exactly the existing codes, in order", () => {
  const listed = [...pageOf("errors.md").matchAll(/^\| `([A-Z]\w+)`/gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(mistakes));
});

test("AWS's errors are the client's own", async () => {
  const backup = aws.attach(new Backup());
  await backup.createBackupVault({ BackupVaultName: "nightly" });

  const again = backup.createBackupVault({ BackupVaultName: "nightly" });
  await expect(again).rejects.toBeInstanceOf(AlreadyExistsException);
  await expect(again).rejects.toMatchObject({
    name: "AlreadyExistsException",
    message: "Backup vault with the same name already exists",
    $fault: "client",
    $metadata: { httpStatusCode: 400, requestId: expect.any(String), attempts: 1 },
  });
});

test("a stub rejects with an error of AWS", async () => {
  const backup = aws.attach(new Backup());

  aws.on(DescribeBackupVaultCommand).rejects("ResourceNotFoundException");
  aws.on(StartBackupJobCommand).rejectsOnce({ name: "ThrottlingException", message: "Rate exceeded" });

  const described = backup.describeBackupVault({ BackupVaultName: "nightly" });
  await expect(described).rejects.toBeInstanceOf(ResourceNotFoundException);
});

test("an unknown name is refused with the nearest known one", () => {
  expect(() => mockAws({ durations: { backupJbo: "1 hour" } } as MockOptions)).toThrow(
    'Cannot set durations.backupJbo: unknown name; did you mean "backupJob"?',
  );
});

test("misuse of the mock is a MockError with a code", () => {
  try {
    aws.explain("no-such-plan");
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    expect(error.code).toBe("UnknownId");
    expect(error.message).toMatch(
      /^Cannot explain no-such-plan: account .+ has no such backup plan .+; pass .+\.$/,
    );
  }
});
