import {
  Backup,
  BackupServiceException,
  DescribeBackupVaultCommand,
  ListBackupJobsCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFS } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";

let aws: MockAws;
let backup: Backup;

beforeEach(() => {
  aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  backup = aws.attach(new Backup());
});

const named = (BackupVaultName: string) => ({ BackupVaultName });
const tellsOf = async (BackupVaultName: string) =>
  (await backup.describeBackupVault({ BackupVaultName })).NumberOfRecoveryPoints;

describe("which answer a call gets", () => {
  test("the last one that was set, of those whose input it has", async () => {
    aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 1 });
    aws.on(DescribeBackupVaultCommand, named("nightly")).resolves({ NumberOfRecoveryPoints: 2 });
    expect(await tellsOf("nightly")).toBe(2);
    expect(await tellsOf("weekly")).toBe(1);
    aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 3 });
    expect(await tellsOf("nightly")).toBe(3);
  });

  test("those for one call each first, in order, then the lasting one, then the model's", async () => {
    const once = aws
      .on(DescribeBackupVaultCommand)
      .resolvesOnce({ NumberOfRecoveryPoints: 1 })
      .rejectsOnce("ThrottlingException")
      .callsFakeOnce(({ BackupVaultName }) => ({
        NumberOfRecoveryPoints: BackupVaultName === "Default" ? 2 : 0,
      }));
    expect(await tellsOf("Default")).toBe(1);
    await expect(tellsOf("Default")).rejects.toThrow("Rate exceeded");
    expect(await tellsOf("Default")).toBe(2);
    expect(await tellsOf("Default")).toBe(0);
    once.resolvesOnce({ NumberOfRecoveryPoints: 4 }).resolves({ NumberOfRecoveryPoints: 5 });
    expect([await tellsOf("Default"), await tellsOf("Default"), await tellsOf("Default")]).toEqual([4, 5, 5]);
  });

  test("those for one call of an older stub before the lasting one of a newer one", async () => {
    aws.on(DescribeBackupVaultCommand).resolvesOnce({ NumberOfRecoveryPoints: 1 });
    aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 2 });
    expect([await tellsOf("Default"), await tellsOf("Default")]).toEqual([1, 2]);
  });

  test("only calls of its own operation, and until it is taken away", async () => {
    const stub = aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 1 });
    const other = aws.on(ListBackupJobsCommand).resolves({ BackupJobs: [{ BackupJobId: "mine" }] });
    expect((await backup.listBackupVaults()).BackupVaultList).toHaveLength(1);
    expect((await backup.listBackupJobs()).BackupJobs).toHaveLength(1);
    stub.remove();
    stub.remove();
    expect(await tellsOf("Default")).toBe(0);
    expect((await backup.listBackupJobs()).BackupJobs).toHaveLength(1);
    other.remove();
    expect((await backup.listBackupJobs()).BackupJobs).toEqual([]);
  });

  test("the model's again after a reset, and the stub's still after a rollback and restored hooks", async () => {
    const before = aws.snapshot();
    aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 1 });
    aws.rollback(before);
    aws.restore();
    aws.attach(backup);
    expect(await tellsOf("Default")).toBe(1);
    aws.reset();
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    expect(await tellsOf("Default")).toBe(0);
  });

  test("only calls with at least the input that is told: nested members, lists in full, dates, matchers", async () => {
    const resource = "arn:aws:s3:::a-bucket";
    const input = {
      BackupVaultName: "Default",
      ResourceArn: resource,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Lifecycle: { DeleteAfterDays: 35, MoveToColdStorageAfterDays: 1 },
      RecoveryPointTags: { team: "storage" },
    };
    const answered = async (part: object) => {
      const stub = aws.on(StartBackupJobCommand, part).resolves({ BackupJobId: "stubbed" });
      const { BackupJobId } = await backup.startBackupJob(input).catch(() => ({ BackupJobId: undefined }));
      stub.remove();
      return BackupJobId === "stubbed";
    };
    expect(await answered({})).toBe(true);
    expect(await answered({ Lifecycle: { DeleteAfterDays: 35 } })).toBe(true);
    expect(await answered({ ResourceArn: expect.stringContaining("bucket") })).toBe(true);
    expect(await answered({ Lifecycle: { DeleteAfterDays: 36 } })).toBe(false);
    expect(await answered({ Lifecycle: { DeleteAfterDays: 35 }, BackupVaultName: "other" })).toBe(false);
    expect(await answered({ ResourceArn: expect.stringContaining("table") })).toBe(false);
    expect(await answered({ RecoveryPointTags: { team: { name: "storage" } } })).toBe(false);
    expect(await answered({ IdempotencyToken: "any" })).toBe(false);
    const since = new Date("2026-01-01T00:00:00Z");
    aws.on(ListBackupJobsCommand, { ByCreatedAfter: since }).resolves({ BackupJobs: [{}] });
    const found = async (ByCreatedAfter: Date) =>
      (await backup.listBackupJobs({ ByCreatedAfter })).BackupJobs;
    expect(await found(new Date(since))).toHaveLength(1);
    expect(await found(new Date("2026-01-01T00:00:01Z"))).toHaveLength(0);
  });
});

describe("what a stub answers", () => {
  test("an output that nobody's changes reach, with metadata as of any answer", async () => {
    const output = { BackupJobs: [{ BackupJobId: "mine" }] };
    aws.on(ListBackupJobsCommand).resolves(output);
    output.BackupJobs.push({ BackupJobId: "another" });
    const first = await backup.listBackupJobs();
    expect(first.$metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.any(String) });
    first.BackupJobs?.push({ BackupJobId: "a third" });
    expect((await backup.listBackupJobs()).BackupJobs).toEqual([{ BackupJobId: "mine" }]);
  });

  test("an error by its name, with AWS's message or one of one's own, or any error as it is", async () => {
    const refusal = () => tellsOf("Default").catch((error: unknown) => error);
    aws.on(DescribeBackupVaultCommand).rejects("AccessDeniedException");
    expect(await refusal()).toMatchObject({ message: "Insufficient privileges to perform this action." });
    expect(await refusal()).toBeInstanceOf(BackupServiceException);
    aws
      .on(DescribeBackupVaultCommand)
      .rejects({ name: "ResourceNotFoundException", message: "No.", Type: "vault" });
    expect(await refusal()).toMatchObject({
      name: "ResourceNotFoundException",
      message: "No.",
      Type: "vault",
    });
    const own = new TypeError("mine");
    aws.on(DescribeBackupVaultCommand).rejects(own);
    expect(await refusal()).toBe(own);
  });

  test("an error of Amazon EFS by its name says its name again as ErrorCode, as those of the service do", async () => {
    const efs = aws.attach(new EFS());
    aws
      .on(DescribeFileSystemsCommand)
      .rejectsOnce("FileSystemNotFound")
      .rejectsOnce({ name: "FileSystemAlreadyExists", FileSystemId: "fs-12345678" });
    await expect(efs.describeFileSystems()).rejects.toMatchObject({
      name: "FileSystemNotFound",
      ErrorCode: "FileSystemNotFound",
    });
    await expect(efs.describeFileSystems()).rejects.toMatchObject({
      ErrorCode: "FileSystemAlreadyExists",
      FileSystemId: "fs-12345678",
    });
  });

  test("what a function makes of the input and of the model's own answer", async () => {
    aws.on(DescribeBackupVaultCommand).callsFake((input, proceed) => ({
      ...proceed(),
      BackupVaultArn: `arn of ${input.BackupVaultName}`,
    }));
    expect(await backup.describeBackupVault(named("Default"))).toMatchObject({
      BackupVaultName: "Default",
      BackupVaultArn: "arn of Default",
    });
    await expect(backup.describeBackupVault(named("missing"))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    aws.on(DescribeBackupVaultCommand).callsFake(async () => ({ NumberOfRecoveryPoints: 7 }));
    expect(await tellsOf("Default")).toBe(7);
    aws.on(DescribeBackupVaultCommand).callsFake(async () => {
      throw new RangeError("later");
    });
    await expect(tellsOf("Default")).rejects.toThrow(RangeError);
  });

  test("nothing before it is told what, however long it is to take", () => {
    expect(() => aws.on(DescribeFileSystemsCommand).delays("1 s")).toThrow(
      expect.objectContaining({
        code: "InvalidStub",
        message: expect.stringContaining("it has no answer yet"),
      }),
    );
  });
});

describe("an answer that takes time", () => {
  test("lets it pass by itself", async () => {
    const before = aws.clock.now().getTime();
    aws.on(DescribeBackupVaultCommand).resolves({ NumberOfRecoveryPoints: 1 }).delays("90 s");
    expect(await tellsOf("Default")).toBe(1);
    expect(aws.clock.now().getTime()).toBe(before + 90_000);
  });

  test("waits until somebody moves time that far, where only they do", async () => {
    aws = mockAws({ clock: "manual" });
    backup = aws.attach(new Backup());
    aws.on(DescribeBackupVaultCommand).resolvesOnce({ NumberOfRecoveryPoints: 1 }).delays("2 min");
    aws.on(DescribeBackupVaultCommand).resolvesOnce({ NumberOfRecoveryPoints: 2 }).delays("1 min");
    const answered: (number | undefined)[] = [];
    const ask = async () => answered.push(await tellsOf("Default"));
    const [quick, slow] = [ask(), ask()];
    // Clients look for their own Region first.
    while (aws.calls().length < 2) await undefined;
    await aws.clock.advance("59 s");
    expect(answered).toEqual([]);
    await aws.clock.advance("1 s");
    await quick;
    expect(answered).toEqual([2]);
    await aws.clock.advance("1 hour");
    await slow;
    expect(answered).toEqual([2, 1]);
  });

  test("is the last one that was said, not those before", async () => {
    const before = aws.clock.now().getTime();
    aws
      .on(DescribeBackupVaultCommand)
      .resolvesOnce({ NumberOfRecoveryPoints: 1 })
      .resolves({ NumberOfRecoveryPoints: 2 })
      .delays("1 min");
    expect(await tellsOf("Default")).toBe(1);
    expect(aws.clock.now().getTime()).toBe(before);
    expect(await tellsOf("Default")).toBe(2);
    expect(aws.clock.now().getTime()).toBe(before + 60_000);
  });
});
