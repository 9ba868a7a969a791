import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";

const aws = mockAws();
const client = aws.attach(new BackupClient());
const efs = aws.attach(new EFSClient());
const describeVault = (BackupVaultName = "nightly") =>
  client.send(new DescribeBackupVaultCommand({ BackupVaultName }));

beforeEach(() => {
  aws.onUnstubbed("model");
  aws.reset();
});

describe("a strict stub", () => {
  test.each([true, { strict: true }])("matches this very input only: %j", async strict => {
    const input = { BackupVaultName: "weekly", BackupVaultTags: { team: "storage" } };
    aws.on(CreateBackupVaultCommand, input, strict).resolves({ BackupVaultName: "stub" });
    const create = async (more: object) =>
      (await client.send(new CreateBackupVaultCommand({ ...input, ...more }))).BackupVaultName;
    expect(await create({})).toBe("stub");
    expect(await create({ CreatorRequestId: undefined })).toBe("stub");
    expect(await create({ CreatorRequestId: "one" })).toBe("weekly");
    aws.reset();
    aws.on(CreateBackupVaultCommand, input, strict).resolves({ BackupVaultName: "stub" });
    expect(await create({ BackupVaultTags: { team: "storage", stage: "prod" } })).toBe("weekly");
  });

  test("and so do the calls that are looked for", async () => {
    await client.send(new ListBackupVaultsCommand({ MaxResults: 5 }));
    expect(aws.commandCalls(ListBackupVaultsCommand, {})).toHaveLength(1);
    expect(aws.commandCalls(ListBackupVaultsCommand, {}, true)).toHaveLength(0);
    expect(aws.commandCalls(ListBackupVaultsCommand, { MaxResults: 5 }, { strict: true })).toHaveLength(1);
  });

  test("is pending as it was written", () => {
    aws.on(ListBackupVaultsCommand, { MaxResults: 5 }, true).resolvesOnce({});
    aws.onAnyCommand({ MaxResults: 5 }).rejectsOnce("ThrottlingException");
    expect(aws.pending().map(({ request }) => request)).toEqual([
      "aws.on(ListBackupVaultsCommand, { MaxResults: 5 }, { strict: true }).resolvesOnce(…)",
      "aws.onAnyCommand({ MaxResults: 5 }).rejectsOnce(…)",
    ]);
  });
});

test("of very many stubs that nothing used, the first thirty are listed", () => {
  for (let count = 0; count < 50; count++) aws.on(ListBackupVaultsCommand).resolvesOnce({});
  const lines = failure(() => aws.assertNoPending()).split("\n");
  expect(lines[0]).toContain("50 outcomes or stubs were never used");
  expect(lines).toHaveLength(32);
  expect(lines.at(-1)).toBe("  … and 20 more");
});

describe("a stub of all commands", () => {
  test("answers every one, until another stub does", async () => {
    aws
      .onAnyCommand()
      .rejects("ThrottlingException")
      .on(ListBackupVaultsCommand)
      .resolves({ NextToken: "2" });
    await expect(describeVault()).rejects.toMatchObject({ name: "ThrottlingException" });
    await expect(efs.send(new DescribeFileSystemsCommand({}))).rejects.toMatchObject({
      name: "ThrottlingException",
    });
    expect(await client.send(new ListBackupVaultsCommand())).toMatchObject({ NextToken: "2" });
  });

  test("is checked against the output of the command that it answers", async () => {
    aws.onAnyCommand().resolves({ BackupVaultName: "any" });
    expect(await describeVault()).toMatchObject({ BackupVaultName: "any" });
    await expect(client.send(new ListBackupVaultsCommand())).rejects.toMatchObject({
      code: "InvalidStub",
      message: expect.stringContaining("Cannot answer ListBackupVaultsCommand with this output"),
    });
  });
});

describe("without the model", () => {
  test("a command without a stub is an error, which is recorded", async () => {
    aws.onUnstubbed("error");
    aws.reset();
    await expect(describeVault()).rejects.toMatchObject({
      code: "UnstubbedCall",
      message: expect.stringContaining("stub it with aws.on(DescribeBackupVaultCommand)"),
    });
    expect(aws.unhandledCalls().map(({ operation }) => operation)).toEqual(["DescribeBackupVault"]);
    await expect(describeVault()).rejects.toThrow();
    expect(failure(() => aws.assertNoUnhandledCalls())).toMatch(
      /^2 unanswered calls: backup DescribeBackupVault \(2 times\): neither /,
    );
    aws.onUnstubbed("model");
    await expect(describeVault()).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("stubs take any input, but the model does not", async () => {
    aws.onUnstubbed("error");
    const create = () => client.send(new CreateBackupVaultCommand({ BackupVaultName: "a name with blanks" }));
    aws.on(CreateBackupVaultCommand).resolves({ BackupVaultName: "stub" });
    expect(await create()).toMatchObject({ BackupVaultName: "stub" });
    aws.on(CreateBackupVaultCommand).callsFake((_, proceed) => proceed());
    await expect(create()).rejects.toMatchObject({ name: "InvalidParameterValueException" });
    expect(aws.state.backup.vaults).toHaveLength(0);
  });

  test("only with one of the two answers", () => {
    expect(failure(() => aws.onUnstubbed("eror" as never))).toBe(
      'Cannot leave unstubbed commands to "eror": did you mean "error"?',
    );
  });
});

test("a text of several words is the message of an error", async () => {
  aws.on(DescribeBackupVaultCommand).rejects("no network today");
  await expect(describeVault()).rejects.toMatchObject({ name: "Error", message: "no network today" });
  aws.on(DescribeBackupVaultCommand).rejects();
  await expect(describeVault()).rejects.toThrow("The call was rejected by a stub.");
});

test("the metadata of a stub is that of the answer", async () => {
  aws.on(DescribeBackupVaultCommand).resolves({ $metadata: { httpStatusCode: 299 } });
  expect((await describeVault()).$metadata).toEqual({ httpStatusCode: 299 });
});

test("calls are read by number, and as arguments of send", async () => {
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  await describeVault();
  await client.send(new ListBackupVaultsCommand({ MaxResults: 5 }));
  expect(aws.call(0).args[0].input).toEqual({ BackupVaultName: "nightly" });
  expect(aws.call(-1).operation).toBe("ListBackupVaults");
  expect(Object.keys(aws.call(0))).not.toContain("args");
  expect(failure(() => aws.call(2))).toBe(
    "Cannot read call 2: 2 calls were recorded, and the first is call 0; choose one of them.",
  );
  aws.resetHistory();
  expect(aws.calls()).toEqual([]);
  expect(aws.state.backup.vaults).toHaveLength(1);
});

test("matchers on calls have their second names", async () => {
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const input = { BackupVaultName: "nightly" };
  await describeVault();
  expect(aws).toReceiveAnyCommand();
  expect(aws).toReceiveCommand(DescribeBackupVaultCommand);
  expect(aws).toReceiveCommandOnce(DescribeBackupVaultCommand);
  expect(aws).toReceiveCommandTimes(DescribeBackupVaultCommand, 1);
  expect(aws).toReceiveCommandWith(DescribeBackupVaultCommand, input);
  expect(aws).toReceiveCommandExactlyOnceWith(DescribeBackupVaultCommand, input);
  expect(aws).toReceiveNthCommandWith(1, DescribeBackupVaultCommand, input);
  expect(aws).toReceiveNthCommandWith(DescribeBackupVaultCommand, 1, input);
  expect(aws).toReceiveNthSpecificCommandWith(1, DescribeBackupVaultCommand, input);
  expect(aws).toReceiveLastCommandWith(DescribeBackupVaultCommand, input);
  expect(aws).toReceiveNoOtherCommands([DescribeBackupVaultCommand]);
  expect(failure(() => expect(aws).toReceiveCommand(ListBackupVaultsCommand))).toContain(
    "Expected the mock to have received ListBackupVaultsCommand.",
  );
});

test("the name of an error that no service has is refused, with the nearest", () => {
  const aws = mockAws();
  const reject = (error: unknown) =>
    Reflect.apply(aws.on(ListBackupVaultsCommand).rejects, aws.on(ListBackupVaultsCommand), [error]);
  expect(() => reject("ResourceNotFoundExeption")).toThrow(
    'Cannot reject with "ResourceNotFoundExeption": neither AWS Backup, EFS nor FSx has an error of this name; did you mean "ResourceNotFoundException"?',
  );
  expect(() => reject({ name: "NoSuchVault" })).toThrow("to throw any other error, give an Error");
  expect(() => reject("FileSystemNotFound")).not.toThrow();
  expect(() => reject("the vault is gone")).not.toThrow();
  expect(() => reject(Object.assign(new Error(), { name: "NoSuchVault" }))).not.toThrow();
});
