import { AlreadyExistsException, BackupServiceException } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { PlainClient } from "./plain-client";

const create = { clientName: "BackupClient", commandName: "CreateBackupVaultCommand" };
const input = { BackupVaultName: "nightly" };

async function failedTwice(aws: MockAws, client: PlainClient, command: object): Promise<unknown[]> {
  client.middlewareStack.use(aws.plugin);
  await client.send(command);
  const failed = () => client.send(command).catch((error: unknown) => error);
  return [await failed(), await failed()];
}

describe("a client before 3.943, whose commands read their own responses", () => {
  class OlderServiceException extends Error {
    readonly $fault = "client";
    readonly $metadata: unknown;
    constructor(options: { $metadata?: unknown } = {}) {
      super();
      this.$metadata = options.$metadata;
    }
  }
  class OlderAlreadyExists extends OlderServiceException {
    override readonly name = "AlreadyExistsException";
    readonly Type: unknown;
  }
  const deserialize = jest.fn(async (response: { headers: Record<string, string> }) => {
    throw response.headers["x-amzn-errortype"] === "AlreadyExistsException"
      ? new OlderAlreadyExists()
      : new OlderServiceException();
  });

  test("throws its own exceptions, whose class is discovered once", async () => {
    const failures = await failedTwice(mockAws(), new PlainClient(create), { input, deserialize });
    for (const exception of failures) {
      expect(Object.getPrototypeOf(exception)).toBe(OlderAlreadyExists.prototype);
      expect(exception).toMatchObject({
        name: "AlreadyExistsException",
        message: "Backup vault with the same name already exists",
        Type: undefined,
        $metadata: { httpStatusCode: 400 },
      });
      expect(exception).not.toHaveProperty("Message");
    }
    expect(deserialize).toHaveBeenCalledTimes(1);
  });

  test("does not discover classes for a call that succeeds", async () => {
    const asked = jest.fn();
    const client = new PlainClient(create);
    client.middlewareStack.use(mockAws().plugin);
    await client.send({ input, deserialize: asked });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("a client whose classes cannot be found", () => {
  const broken = async () => {
    throw new TypeError("no such thing");
  };
  const bundled = { ...create, __smithy_context: { operationSchema: [9, "com.amazonaws.elsewhere"] } };

  test.each<[string, PlainClient, object]>([
    ["that cannot read a response", new PlainClient(create), { input, deserialize: broken }],
    ["that has neither schema nor deserialiser", new PlainClient(create), { input }],
  ])("%s, throws exceptions that instanceof takes for its own", async (_why, client, command) => {
    for (const exception of await failedTwice(mockAws(), client, command)) {
      expect(exception).toBeInstanceOf(AlreadyExistsException);
      expect(exception).toBeInstanceOf(BackupServiceException);
      expect(exception).toMatchObject({ $fault: "client", $metadata: { httpStatusCode: 400 } });
    }
  });

  test("throws those of another loaded copy when it is bundled", async () => {
    for (const exception of await failedTwice(mockAws(), new PlainClient(bundled), { input })) {
      expect(exception).toBeInstanceOf(AlreadyExistsException);
    }
  });
});

test("a client of an unknown version that reads responses by its protocol throws its own exceptions", async () => {
  class NextAlreadyExists extends Error {
    readonly $fault = "client";
    override readonly name = "AlreadyExistsException";
  }
  const deserializeResponse = jest.fn(async (operation: object) => {
    expect(operation).toMatchObject({ namespace: "com.amazonaws.elsewhere", name: "CreateBackupVault" });
    throw new NextAlreadyExists();
  });
  const operationSchema = [9, "com.amazonaws.elsewhere", "CreateBackupVault"];
  const context = { ...create, __smithy_context: { operationSchema } };
  const client = mockAws().attach(new PlainClient(context, { protocol: { deserializeResponse } }));
  await client.send({ input });
  // No copy of the client that could be taken for it is loaded in this world.
  jest.resetModules();
  const failed = () => client.send({ input }).catch((error: unknown) => error);
  for (const exception of [await failed(), await failed()]) {
    expect(Object.getPrototypeOf(exception)).toBe(NextAlreadyExists.prototype);
  }
  expect(deserializeResponse).toHaveBeenCalledTimes(1);
});
