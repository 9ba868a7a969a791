import {
  Backup,
  BackupClient,
  type BackupClientConfig,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";

const vault = { BackupVaultName: "nightly" };
const create = () => new CreateBackupVaultCommand(vault);
const describeVault = () => new DescribeBackupVaultCommand(vault);
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };

const mocks: MockAws[] = [];
function requestMock(options: MockOptions = {}): MockAws {
  const aws = mockAws({ interceptAt: "request", region: "eu-central-1", ...options });
  mocks.push(aws);
  return aws;
}
afterEach(() => {
  for (const aws of mocks.splice(0)) aws.restore();
  jest.useRealTimers();
});

/** As many milliseconds as the mock's clock is past its start. */
const passed = (aws: MockAws) => aws.clock.now().getTime() - Date.UTC(2026, 0, 1);

const { env } = process;
beforeEach(() => {
  // Nothing here may come from the machine.
  process.env = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("AWS_")));
  process.env["AWS_EC2_METADATA_DISABLED"] = "true";
});
afterEach(() => {
  process.env = env;
});

/** A library that makes its own client, out of a test's reach. */
async function makeVault(config: BackupClientConfig = {}) {
  return new BackupClient(config).send(create());
}

describe("the SDK's whole pipeline runs", () => {
  test("for clients that have neither Region nor credentials, made where a test cannot reach them", async () => {
    const aws = requestMock();
    aws.intercept(BackupClient);
    const { BackupVaultArn, $metadata } = await makeVault();
    expect(BackupVaultArn).toBe("arn:aws:backup:eu-central-1:123456789012:backup-vault:nightly");
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1, totalRetryDelay: 0 });
    await expect(makeVault()).rejects.toMatchObject({ name: "AlreadyExistsException", $fault: "client" });
  });

  test("in the Region and account of clients that have them, with their own signature", async () => {
    const aws = requestMock({ accounts: { AKIDEXAMPLE: "222222222222" } });
    aws.intercept(BackupClient);
    const made = [{ region: "eu-west-1", credentials }, { credentials }, { region: "eu-west-1" }, {}];
    for (const config of made) await makeVault(config);
    expect(aws.calls().map(({ accountId, region }) => `${accountId} ${region}`)).toEqual([
      "222222222222 eu-west-1",
      "222222222222 eu-central-1",
      "123456789012 eu-west-1",
      "123456789012 eu-central-1",
    ]);
  });

  test("so middleware of all five steps sees the call, as AWS X-Ray and OpenTelemetry do", async () => {
    const aws = requestMock();
    const client = aws.attach(new BackupClient());
    const seen: string[] = [];
    const tracer = (step: string) => (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
      seen.push(step);
      const result = await next(args);
      seen.push(`${step} ended`);
      return result;
    };
    for (const step of ["initialize", "serialize", "build", "finalizeRequest", "deserialize"]) {
      const { middlewareStack } = client;
      Reflect.apply(middlewareStack.add, middlewareStack, [tracer(step), { step, name: `${step}Tracer` }]);
    }
    await client.send(create());
    expect(seen).toEqual([
      "initialize",
      "serialize",
      "build",
      "finalizeRequest",
      "deserialize",
      "deserialize ended",
      "finalizeRequest ended",
      "build ended",
      "serialize ended",
      "initialize ended",
    ]);
  });

  test("so a tracer adds its header and reads the response", async () => {
    const aws = requestMock();
    aws.intercept(BackupClient);
    const client = new BackupClient({ region: "eu-west-1", credentials });
    const segments: object[] = [];
    client.middlewareStack.add(
      next => async args => {
        const { request } = args as { request: { hostname: string; headers: Record<string, string> } };
        request.headers["x-amzn-trace-id"] = "Root=1-5759e988-bd862e3fe1be46a994272793";
        const result = await next(args);
        const { statusCode } = result.response as { statusCode: number };
        segments.push({ host: request.hostname, signed: request.headers["authorization"], statusCode });
        return result;
      },
      { step: "finalizeRequest", priority: "low", name: "XRaySDKInstrumentation" },
    );
    await client.send(create());
    expect(segments).toEqual([
      {
        host: "backup.eu-west-1.amazonaws.com",
        signed: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/.*x-amz-date/),
        statusCode: 200,
      },
    ]);
  });

  test("so the client's logger gets its lines", async () => {
    const aws = requestMock();
    const lines: object[] = [];
    const ignored = () => {};
    const logger = {
      debug: ignored,
      warn: ignored,
      error: ignored,
      info: (line: object) => lines.push(line),
    };
    await aws.attach(new BackupClient({ logger })).send(create());
    expect(lines).toMatchObject([
      { clientName: "BackupClient", commandName: "CreateBackupVaultCommand", input: vault },
    ]);
  });

  test("for aggregated clients, callbacks and subclasses, and matchers know the client", async () => {
    const aws = requestMock();
    aws.intercept(BackupClient);
    class OurClient extends BackupClient {}
    const client = new OurClient();
    await client.send(create());
    expect(client).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
    const called = await new Promise(resolve => {
      new Backup().describeBackupVault(vault, (error: unknown, output: unknown) =>
        resolve({ error, output }),
      );
    });
    expect(called).toMatchObject({ error: null, output: vault });
    expect(client).not.toHaveReceivedCommand(DescribeBackupVaultCommand);
  });

  test("for clients that have cached their operations", async () => {
    const handled = jest.fn().mockRejectedValue(new Error("the service was asked"));
    const client = new BackupClient({
      region: "us-east-1",
      credentials,
      cacheMiddleware: true,
      requestHandler: { handle: handled },
    });
    await expect(client.send(create())).rejects.toThrow("the service was asked");
    const aws = requestMock();
    aws.intercept(BackupClient);
    await client.send(create());
    aws.restore();
    await expect(client.send(create())).rejects.toThrow("the service was asked");
    expect(handled).toHaveBeenCalledTimes(2);
  });

  test("with what the client's own request handler was told of timeouts", async () => {
    const aws = requestMock();
    const timed = { requestTimeout: 3_000, throwOnRequestTimeout: true };
    const client = aws.attach(new BackupClient({ requestHandler: timed, maxAttempts: 2 }));
    aws.on(CreateBackupVaultCommand).resolves({}).delays("1 hour");
    await expect(client.send(create())).rejects.toMatchObject({
      name: "TimeoutError",
      message: "Request did not complete within 3000 ms",
      $metadata: { attempts: 2 },
    });
    aws.on(CreateBackupVaultCommand).resolves({}).delays("1 second");
    await expect(client.send(create())).resolves.toBeDefined();
  });
});

describe("retries", () => {
  test("of throttled calls wait on the mock's clock", async () => {
    const started = performance.now();
    const aws = requestMock();
    aws.intercept(BackupClient);
    aws
      .on(CreateBackupVaultCommand)
      .rejectsOnce("ThrottlingException")
      .rejectsOnce("ServiceUnavailableException");
    const client = new BackupClient({ maxAttempts: 3 });
    const { $metadata } = await client.send(create());
    expect($metadata.attempts).toBe(3);
    expect(passed(aws)).toBe($metadata.totalRetryDelay);
    expect(aws.calls(CreateBackupVaultCommand)).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("end with the client's exception, which knows the attempts", async () => {
    const aws = requestMock();
    aws.on(CreateBackupVaultCommand).rejects("ThrottlingException");
    const thrown: unknown = await aws
      .attach(new BackupClient({ maxAttempts: 12 }))
      .send(create())
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "ThrottlingException", $metadata: { attempts: 12 } });
    // Eleven delays, of up to 20 seconds each: nobody waits that long.
    expect(passed(aws)).toBeGreaterThan(1_000);
    expect(thrown).toMatchObject({ $metadata: { totalRetryDelay: passed(aws) } });
  });

  test.each(["standard", "adaptive"])(
    "need no real timer, in %s mode, under fake timers",
    async retryMode => {
      jest.useFakeTimers();
      const aws = requestMock();
      aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException").rejectsOnce("ThrottlingException");
      const client = aws.attach(new BackupClient({ retryMode, maxAttempts: 3 }));
      const { $metadata } = await client.send(create());
      expect($metadata.attempts).toBe(3);
      expect(passed(aws)).toBeGreaterThan(retryMode === "adaptive" ? 1_000 : 0);
      expect(jest.getTimerCount()).toBe(0);
    },
  );

  test("wait until a test moves a manual clock, or fake timers move a system clock", async () => {
    const aws = requestMock({ clock: "manual" });
    aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
    const sent = aws.attach(new BackupClient()).send(create());
    while (aws.calls().length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(aws.calls()).toHaveLength(1);
    await aws.clock.advance("20 seconds");
    await expect(sent).resolves.toMatchObject({ $metadata: { attempts: 2 } });

    jest.useFakeTimers();
    const following = requestMock({ clock: "system" });
    following.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
    const answer = following.attach(new BackupClient()).send(create());
    await jest.advanceTimersByTimeAsync(20_000);
    await expect(answer).resolves.toMatchObject({ $metadata: { attempts: 2 } });
  });

  test("leave timers of other code alone", async () => {
    const aws = requestMock({ clock: "manual" });
    const real = globalThis.setTimeout;
    aws.on(CreateBackupVaultCommand).callsFake((_input, proceed) => {
      if (aws.calls().length < 3) {
        // In the microtasks that come between.
        for (let turns = 0, turn = Promise.resolve(); turns < 40; turns++) {
          turn = turn.then(() => {
            setTimeout(() => rang.push(turns), 1);
          });
        }
        throw Object.assign(new Error("Rate exceeded"), { name: "ThrottlingException", $fault: "client" });
      }
      return proceed();
    });
    const rang: number[] = [];
    const sent = aws.attach(new BackupClient()).send(create());
    while (rang.length < 40) await new Promise(resolve => real(resolve, 1));
    expect(globalThis.setTimeout).toBe(real);
    await aws.clock.advance("20 seconds");
    while (rang.length < 80) await new Promise(resolve => real(resolve, 1));
    await aws.clock.advance("20 seconds");
    await expect(sent).resolves.toMatchObject({ $metadata: { attempts: 3 } });
    expect(rang).toHaveLength(80);
  });

  test("that a reset overtakes are refused", async () => {
    const aws = requestMock({ clock: "manual" });
    aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
    const sent = aws.attach(new BackupClient()).send(create());
    while (aws.calls().length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    aws.reset();
    await expect(sent).rejects.toMatchObject({ code: "ResetMeanwhile" });
  });

  test("follow a retry strategy of the test's own", async () => {
    const aws = requestMock();
    aws.on(CreateBackupVaultCommand).rejects("ThrottlingException");
    const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => count * 60_000 });
    const retryStrategy = {
      acquireInitialRetryToken: async () => token(0),
      refreshRetryTokenForRetry: async ({ getRetryCount }: ReturnType<typeof token>) => {
        if (getRetryCount() === 2) throw new Error("enough");
        return token(getRetryCount() + 1);
      },
      recordSuccess: () => {},
    };
    const { refreshRetryTokenForRetry } = retryStrategy;
    const client = aws.attach(new BackupClient({ retryStrategy }));
    await expect(client.send(create())).rejects.toMatchObject({
      $metadata: { attempts: 3, totalRetryDelay: 180_000 },
    });
    expect(passed(aws)).toBe(180_000);
    aws.restore();
    expect(retryStrategy.refreshRetryTokenForRetry).toBe(refreshRetryTokenForRetry);
  });

  test("follow a strategy of the SDK's first generation, which repeats requests by itself", async () => {
    const aws = requestMock();
    aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
    const strategy = {
      mode: "legacy",
      delayDecider: (base: number, attempts: number) => base * attempts,
      async retry<Args, Result>(next: (args: Args) => Promise<Result>, args: Args): Promise<Result> {
        try {
          return await next(args);
        } catch {
          const delay = this.delayDecider(500, 120);
          await new Promise(resolve => setTimeout(resolve, delay));
          return next(args);
        }
      },
    };
    await aws.attach(new BackupClient({ retryStrategy: strategy as never })).send(create());
    expect(passed(aws)).toBe(60_000);
  });
});

test("restore takes everything out of clients and classes", async () => {
  const client = new BackupClient();
  const before = { ...Object.getOwnPropertyDescriptors(client.config) };
  const stack = client.middlewareStack.identify();
  const strategy = Object.getOwnPropertyDescriptors(await client.config.retryStrategy());
  const aws = requestMock();
  aws.intercept(BackupClient);
  await client.send(create());
  aws.attach(client);
  await expect(client.send(create())).rejects.toThrow("already exists");
  expect(client.config.requestHandler).not.toBe(before.requestHandler.value);
  aws.restore();
  // The SDK itself keeps what it has signed with.
  const { signingRegion: _, signingName: __, ...after } = Object.getOwnPropertyDescriptors(client.config);
  expect(after).toEqual(before);
  expect(Object.getOwnPropertyDescriptors(await client.config.retryStrategy())).toEqual({
    ...strategy,
    capacity: expect.anything(),
  });
  expect(client.middlewareStack.identify()).toEqual(stack);
  expect(Object.hasOwn(BackupClient.prototype, "send")).toBe(false);
});

test("the default bypasses the pipeline: no retry, no middleware of later steps", async () => {
  const aws = requestMock({ interceptAt: "call" });
  const client = aws.attach(new BackupClient());
  const built = jest.fn();
  client.middlewareStack.add(
    next => args => {
      built();
      return next(args);
    },
    { step: "build" },
  );
  aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
  await expect(client.send(create())).rejects.toMatchObject({ $metadata: { attempts: 1 } });
  expect(built).not.toHaveBeenCalled();
});

describe.each(["call", "request"] as const)("with interceptAt: %j, a client is refused", interceptAt => {
  const held = expect.objectContaining({
    code: "ClassHeld",
    message: expect.stringContaining(
      "Cannot take over this BackupClient: it was made with the requestHandler",
    ),
  });

  test("that was made with the request handler of another mock", async () => {
    const other = mockAws();
    const client = new BackupClient({
      region: "us-east-1",
      credentials,
      requestHandler: other.requestHandler,
    });
    const aws = requestMock({ interceptAt });
    expect(() => aws.attach(client)).toThrow(held);
    aws.intercept(BackupClient);
    await expect(client.send(create())).rejects.toEqual(held);
    const error = await new Promise(resolve => {
      client.send(create(), resolve);
    });
    expect(error).toEqual(held);
    aws.restore();
    await client.send(create());
    expect([aws.calls().length, other.calls().length]).toEqual([0, 1]);
  });

  test("unless it is that of the same mock", async () => {
    const aws = requestMock({ interceptAt });
    const { requestHandler } = aws.in({ region: "eu-west-1" });
    aws.intercept(BackupClient);
    await makeVault({ region: "us-east-1", credentials, requestHandler });
    expect(aws.calls()).toHaveLength(1);
  });
});

test("a client whose configuration is frozen is refused, for requests", async () => {
  const client = new EFSClient();
  Object.freeze(client.config);
  expect(() => requestMock().attach(client)).toThrow(
    expect.objectContaining({ code: "NotAClient", message: expect.stringContaining("is frozen") }),
  );
  expect(() => requestMock({ interceptAt: "call" }).attach(client)).not.toThrow();
});

test("calls that wait can be aborted", async () => {
  const aws = requestMock({ clock: "manual" });
  const client = aws.attach(new BackupClient());
  await expect(client.send(create(), { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
  aws.on(DescribeBackupVaultCommand).resolves({}).delays("1 hour");
  const controller = new AbortController();
  const answer = client.send(describeVault(), { abortSignal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});
