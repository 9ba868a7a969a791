import {
  BackupClient,
  CreateBackupVaultCommand,
  ListBackupVaultsCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";
const world = { backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] };
const job = { BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role };

const backup = new BackupClient();
const startBackup = () => backup.send(new StartBackupJobCommand(job));
const makeVault = (BackupVaultName: string) => backup.send(new CreateBackupVaultCommand({ BackupVaultName }));

const mocks: MockAws[] = [];
const kept = <Mock extends MockAws>(aws: Mock): Mock => {
  mocks.push(aws);
  return aws;
};
afterEach(() => {
  jest.useRealTimers();
  for (const aws of mocks.splice(0)) aws.restore();
});

describe("docs/clients.md", () => {
  test("requests are intercepted, so a tracer sees them", async () => {
    const paths: string[] = [];
    const trace =
      <Result>(next: (args: { request: unknown }) => Promise<Result>) =>
      async (args: { request: unknown }) => {
        const { path } = Object(args.request);
        paths.push(path);
        return next(args);
      };
    const client = new BackupClient();
    client.middlewareStack.add(trace as never, { step: "build", name: "tracer" });

    const aws = mockAws({ interceptAt: "request" });
    aws.intercept(BackupClient, EFSClient);

    kept(aws);
    await client.send(new ListBackupVaultsCommand({}));
    expect(paths).toEqual(["/backup-vaults"]);
  });

  test("tests that run at once have a mock each", async () => {
    const inBoundary = (test: (aws: MockAws) => Promise<void>) => () => {
      const aws = mockAws();
      return aws.boundary(async () => {
        aws.intercept(BackupClient);
        try {
          await test(aws);
        } finally {
          aws.restore();
        }
      });
    };

    const names = ["orders", "customers", "invoices"];
    const tests = names.map(name =>
      inBoundary(async aws => {
        await makeVault(name);
        await new Promise(setImmediate);
        expect(aws).toHaveVault(name);
        expect(aws.state.backup.vaults.size).toBe(1);
      }),
    );
    await Promise.all(tests.map(run => run()));
  });
});

describe("docs/retries.md", () => {
  test("with the default, a throttled call reaches the code under test", async () => {
    const aws = mockAws();
    aws.intercept(BackupClient);
    kept(aws).seed(world);

    aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException");

    await expect(startBackup()).rejects.toMatchObject({
      name: "ThrottlingException",
      $metadata: { attempts: 1, totalRetryDelay: 0 },
    });
    await startBackup(); // the code under test tries again, or the next run does
  });

  test("the SDK retries a throttled call", async () => {
    const aws = mockAws({ interceptAt: "request" });
    aws.intercept(BackupClient);
    kept(aws).seed(world);

    aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException").rejectsOnce("ThrottlingException");

    const before = aws.clock.now().getTime();
    const { $metadata } = await startBackup();
    expect($metadata.attempts).toBe(3);
    expect($metadata.totalRetryDelay).toBe(aws.clock.now().getTime() - before);
    expect(aws).toHaveReceivedCommandTimes(StartBackupJobCommand, 3);
  });

  test("and gives up", async () => {
    const aws = kept(mockAws({ interceptAt: "request" }));

    aws.on(CreateBackupVaultCommand).rejects("ThrottlingException");
    const patient = aws.attach(new BackupClient({ maxAttempts: 8 }));
    const sent = patient.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
    await expect(sent).rejects.toMatchObject({ name: "ThrottlingException", $metadata: { attempts: 8 } });
  });

  test("adaptive mode waits for its rate limiter, too", async () => {
    const aws = kept(mockAws({ interceptAt: "request" }));

    aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
    const adaptive = aws.attach(new BackupClient({ retryMode: "adaptive" }));
    const before = aws.clock.now().getTime();
    const sent = adaptive.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
    await expect(sent).resolves.toMatchObject({ $metadata: { attempts: 2 } });
    expect(aws.clock.now().getTime() - before).toBeGreaterThanOrEqual(1_000);
  });

  test("a request takes too long", async () => {
    const aws = kept(mockAws({ interceptAt: "request" }));

    aws.on(CreateBackupVaultCommand).resolves({}).delays("1 minute");
    const requestHandler = { requestTimeout: 5_000, throwOnRequestTimeout: true };
    const hasty = aws.attach(new BackupClient({ requestHandler, maxAttempts: 1 }));
    const sent = hasty.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
    await expect(sent).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("a loop of the code's own backs off", async () => {
    async function withBackoff<T>(call: () => Promise<T>): Promise<T> {
      for (let attempt = 0; ; attempt++) {
        try {
          return await call();
        } catch (error) {
          const isThrottled = error instanceof Error && error.name === "ThrottlingException";
          if (!isThrottled || attempt === 4) throw error;
          await new Promise(resolve => setTimeout(resolve, 1_000 * 2 ** attempt));
        }
      }
    }

    jest.useFakeTimers();
    const aws = mockAws({ clock: "system" });
    aws.intercept(BackupClient);
    kept(aws).seed(world);

    aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException").rejectsOnce("ThrottlingException");
    const started = withBackoff(startBackup);
    await jest.advanceTimersByTimeAsync(3_000); // 1 s, then 2 s
    await started;
    expect(aws.calls(StartBackupJobCommand).map(({ error }) => error?.name)).toEqual([
      "ThrottlingException",
      "ThrottlingException",
      undefined,
    ]);
  });
});
