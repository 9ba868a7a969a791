import {
  AlreadyExistsException,
  Backup,
  BackupServiceException,
  CreateBackupVaultCommand,
} from "@aws-sdk/client-backup";
import {
  CreateFileSystemCommand,
  EFS,
  EFSServiceException,
  FileSystemAlreadyExists,
} from "@aws-sdk/client-efs";
import {
  CreateBackupCommand,
  FSx,
  FSxServiceException,
  IncompatibleParameterError,
} from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";
import { errorStatus } from "../../src/adapters/error-status";
import { type ServiceName, serviceModel } from "../../src/model";

interface Fault {
  readonly name: string;
  readonly message: string;
  readonly [member: string]: unknown;
}

/** A response as the SDK's request handlers give it. */
interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One operation of each service that fails: by a response from the wire, or by the mock. */
const failing = {
  backup: {
    wire: (response: Response) =>
      new Backup(wired(response)).createBackupVault({ BackupVaultName: "nightly" }),
    mock: (aws: MockAws, letIn: LetIn, fault: Fault) => {
      aws.on(CreateBackupVaultCommand).rejects(fault);
      return letIn(aws, new Backup()).createBackupVault({ BackupVaultName: "nightly" });
    },
  },
  efs: {
    wire: (response: Response) => new EFS(wired(response)).createFileSystem({ CreationToken: "token" }),
    mock: (aws: MockAws, letIn: LetIn, fault: Fault) => {
      aws.on(CreateFileSystemCommand).rejects(fault);
      return letIn(aws, new EFS()).createFileSystem({ CreationToken: "token" });
    },
  },
  fsx: {
    wire: (response: Response) =>
      new FSx(wired(response)).createBackup({ FileSystemId: "fs-0123456789abcdef0" }),
    mock: (aws: MockAws, letIn: LetIn, fault: Fault) => {
      aws.on(CreateBackupCommand).rejects(fault);
      return letIn(aws, new FSx()).createBackup({ FileSystemId: "fs-0123456789abcdef0" });
    },
  },
};

type LetIn = <C extends Backup | EFS | FSx>(aws: MockAws, client: C) => C;

const ways: readonly [string, LetIn][] = [
  ["attached", (aws, client) => aws.attach(client)],
  [
    "by hand",
    (aws, client) => {
      client.middlewareStack.use(aws.plugin);
      return client;
    },
  ],
];

const wired = (response: Response) => ({
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
  requestHandler: { handle: async () => ({ response }) },
});

/** An error as the service answers it. */
function onTheWire(service: ServiceName, { name, message: Message, ...members }: Fault): Response {
  const json = service === "fsx";
  const type = json ? { __type: name } : {};
  return {
    statusCode: errorStatus(service, name).status,
    headers: { "x-amzn-requestid": "the-id", ...(json ? {} : { "x-amzn-errortype": `${name}:` }) },
    body: new TextEncoder().encode(JSON.stringify({ ...type, Message, ...members })),
  };
}

async function thrownBy(call: Promise<unknown>): Promise<Error> {
  const outcome: unknown = await call.catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error("the call did not fail");
}

/** Everything about an exception except its stack and request. */
const facts = (exception: Error) => ({
  Class: Object.getPrototypeOf(exception),
  members: Reflect.ownKeys(exception)
    .filter(name => name !== "stack" && name !== "$response")
    .sort()
    .map(name => {
      const { enumerable, writable, value } = Object.getOwnPropertyDescriptor(exception, name) ?? {};
      const shown = name === "$metadata" ? { ...value, requestId: "the-id" } : value;
      return { name, enumerable, writable, value: shown };
    }),
});

/** Errors that a service answers without declaring them. */
const undeclared = ["AccessDeniedException", "ThrottlingException", "InternalFailure", "ServiceUnavailable"];

const faults = (["backup", "efs", "fsx"] as const).flatMap(service => {
  const model = serviceModel(service);
  const declared = model.operationNames().flatMap(name => model.operation(name)?.errors ?? []);
  return [...new Set([...declared, ...undeclared])].map(name => {
    const extra = model.error(name)?.shape.members.filter(member => member.name !== "Message") ?? [];
    // Every other member, so that some are missing.
    const members = extra.filter((_, at) => at % 2 === 0).map(member => [member.name, `a ${member.name}`]);
    const fault: Fault = { ...Object.fromEntries(members), name, message: "that went wrong" };
    return { service, name, fault };
  });
});

describe.each(ways)("with a client %s", (_way, letIn) => {
  test.each(faults)(
    "$service $name is what the SDK makes of it from the wire",
    async ({ service, fault }) => {
      const { wire, mock } = failing[service];
      const real = await thrownBy(wire(onTheWire(service, fault)));
      const ours = await thrownBy(mock(mockAws(), letIn, fault));
      const [expected, actual] = [facts(real), facts(ours)];
      expect(actual).toStrictEqual(expected);
      expect(actual.Class).toBe(expected.Class);
    },
  );

  test("they are instances of the client's own classes", async () => {
    const aws = mockAws();
    const { backup, efs, fsx } = failing;
    const thrown = (name: string) => ({ name, message: "that went wrong" });
    const vault = await thrownBy(backup.mock(aws, letIn, thrown("AlreadyExistsException")));
    expect(vault).toBeInstanceOf(AlreadyExistsException);
    expect(vault).toBeInstanceOf(BackupServiceException);
    const denied = await thrownBy(backup.mock(aws, letIn, thrown("AccessDeniedException")));
    expect(denied).toBeInstanceOf(BackupServiceException);
    expect(denied).not.toBeInstanceOf(AlreadyExistsException);
    const system = await thrownBy(efs.mock(aws, letIn, thrown("FileSystemAlreadyExists")));
    expect(system).toBeInstanceOf(FileSystemAlreadyExists);
    expect(system).toBeInstanceOf(EFSServiceException);
    const parameter = await thrownBy(fsx.mock(aws, letIn, thrown("IncompatibleParameterError")));
    expect(parameter).toBeInstanceOf(IncompatibleParameterError);
    expect(parameter).toBeInstanceOf(FSxServiceException);
  });
});

describe("an exception", () => {
  const create = (client: Backup) => client.createBackupVault({ BackupVaultName: "nightly" });

  test("has a stack trace that begins at the test's line", async () => {
    const client = mockAws().attach(new Backup());
    await create(client);
    for (const attempt of ["first", "later"]) {
      const { stack = "" } = await thrownBy(create(client));
      const [header, ...frames] = stack.split("\n");
      expect([attempt, header]).toEqual([
        attempt,
        "AlreadyExistsException: Backup vault with the same name already exists",
      ]);
      expect(frames.join("\n")).toContain("exceptions.test.ts");
      expect(frames.join("\n")).not.toMatch(/dispatch|transaction|vaults/);
    }
  });

  test("has that stack trace for a client's first answer as well", async () => {
    const aws = mockAws();
    await create(aws.attach(new Backup()));
    const { stack } = await thrownBy(create(aws.attach(new Backup())));
    expect(stack).toContain("exceptions.test.ts");
    expect(stack).not.toMatch(/dispatch|transaction|vaults/);
  });

  test("carries its response where SDK exceptions hide it", async () => {
    const client = mockAws().attach(new Backup());
    await create(client);
    const exception = await thrownBy(create(client));
    expect(exception).toHaveProperty("$response.statusCode", 400);
    expect(Object.keys(exception)).not.toContain("$response");
  });

  test("is copied into the call log", async () => {
    const aws = mockAws();
    const client = aws.attach(new Backup());
    await create(client);
    const exception = await thrownBy(create(client));
    const logged = aws.calls().at(-1)?.error;
    expect(logged).toEqual(exception);
    expect(logged).toBeInstanceOf(AlreadyExistsException);
    expect(logged).not.toBe(exception);
  });

  test("thrown by proceed() in a fake is the client's own", async () => {
    const aws = mockAws();
    const client = aws.attach(new Backup());
    await create(client);
    const seen: unknown[] = [];
    aws.on(CreateBackupVaultCommand).callsFake((_input, proceed) => {
      try {
        return proceed();
      } catch (error) {
        seen.push(error);
        return {};
      }
    });
    await create(client);
    expect(seen).toEqual([expect.any(AlreadyExistsException)]);
  });
});
