import { BackupClient, type BackupClientConfig, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { attach } from "../../src/adapters/intercept";
import type { ClientFacts, Target } from "../../src/adapters/target";

const create = () => new CreateBackupVaultCommand({ BackupVaultName: "nightly" });
const secretAccessKey = "secret";

describe("the Region of a call", () => {
  let aws: MockAws;
  const { env } = process;
  beforeEach(() => {
    process.env = { ...env, AWS_REGION: "ap-south-1" };
    aws = mockAws({ region: "us-west-2" });
    aws.intercept(BackupClient);
  });
  afterEach(() => {
    aws.restore();
    process.env = env;
  });

  const regionOf = async (config: BackupClientConfig) => {
    const { BackupVaultArn } = await new BackupClient(config).send(create());
    return BackupVaultArn?.split(":")[3];
  };

  test("is the client's, given in any way", async () => {
    expect(await regionOf({ region: "eu-west-1" })).toBe("eu-west-1");
    expect(await regionOf({ region: async () => "eu-west-2" })).toBe("eu-west-2");
    expect(await regionOf({ region: "fips-eu-west-3" })).toBe("eu-west-3");
  });

  test("is the mock's for a client that would look around for one, whatever it would find", async () => {
    expect(await regionOf({})).toBe("us-west-2");
    process.env = { ...env, AWS_REGION: undefined };
    await expect(new BackupClient().send(create())).rejects.toThrow("already exists");
  });

  test("is the mock's for a client whose Region cannot be told, or takes long", async () => {
    const fails = async () => {
      throw new Error("no Region");
    };
    expect(await regionOf({ region: fails })).toBe("us-west-2");
    const waits = () => new Promise<string>(() => {});
    await expect(new BackupClient({ region: waits }).send(create())).rejects.toThrow("already exists");
  });

  test("is another when the client's configuration says so later", async () => {
    const client = new BackupClient({ region: "eu-west-1" });
    await client.send(create());
    client.config.region = async () => "eu-west-2";
    expect((await client.send(create())).BackupVaultArn).toContain(":eu-west-2:");
  });

  test("is that of the place for what is put in by hand", async () => {
    const client = new BackupClient({ region: "eu-west-1" });
    aws.restore();
    client.middlewareStack.use(aws.in({ region: "sa-east-1" }).plugin);
    expect((await client.send(create())).BackupVaultArn).toContain(":sa-east-1:");
  });
});

test("calls keep their order, though the first of a client waits for its Region", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  const names = ["aa", "bb", "cc"];
  await Promise.all(
    names.map(BackupVaultName => client.send(new CreateBackupVaultCommand({ BackupVaultName }))),
  );
  expect(aws.calls(CreateBackupVaultCommand).map(({ input }) => input.BackupVaultName)).toEqual(names);
});

test("a client that has told its Region is answered before send returns", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  await client.send(create());
  const second = client.send(create());
  expect(aws.calls()).toHaveLength(2);
  await expect(second).rejects.toThrow("already exists");
});

describe("the account of a call", () => {
  /** What a mock that maps access keys is told of a client. */
  const told = async (config: BackupClientConfig, readsAccessKeys = true) => {
    const facts: ClientFacts[] = [];
    const target: Target = {
      readsAccessKeys,
      dispatch: () => ({ output: {}, requestId: "", status: 200 }),
      placeOf: client => {
        facts.push(client);
        return { accountId: "123456789012", region: "us-east-1" };
      },
    };
    const client = new BackupClient(config);
    const detach = attach(target, client);
    await client.send(create());
    detach();
    return facts;
  };

  test("goes by credentials given to the client", async () => {
    const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey };
    const facts = [{ accessKeyId: "AKIDEXAMPLE" }];
    expect(await told({ credentials })).toEqual(facts);
    expect(await told({ credentials: async () => credentials })).toEqual(facts);
  });

  test("does not go by credentials that the client would look for, or fails to get", async () => {
    const { env } = process;
    process.env = { ...env, AWS_ACCESS_KEY_ID: "AKIDAMBIENT", AWS_SECRET_ACCESS_KEY: secretAccessKey };
    expect(await told({})).toEqual([{}]);
    process.env = env;
    expect(await told({ credentials: () => Promise.reject(new Error("expired")) })).toEqual([{}]);
  });

  test("asks for no credentials where accounts are not told apart", async () => {
    const credentials = jest.fn();
    expect(await told({ credentials, region: "eu-west-1" }, false)).toEqual([{ region: "eu-west-1" }]);
    expect(credentials).not.toHaveBeenCalled();
  });
});
