import { BackupClient, type BackupClientConfig, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { attach } from "../../src/adapters/intercept";
import type { ClientFacts, Target } from "../../src/adapters/target";
import { emptyTarget } from "./plain-client";

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
    aws.reset();
    return BackupVaultArn?.split(":")[3];
  };

  test("is the client's, in whatever form it was given", async () => {
    expect(await regionOf({ region: "eu-west-1" })).toBe("eu-west-1");
    expect(await regionOf({ region: async () => "eu-west-2" })).toBe("eu-west-2");
    expect(await regionOf({ region: "fips-eu-west-3" })).toBe("eu-west-3");
  });

  test("is what the client's own function reads from the environment", async () => {
    expect(await regionOf({ region: async () => process.env["AWS_REGION"] ?? "eu-west-1" })).toBe(
      "ap-south-1",
    );
    const helper = () => process.env["AWS_REGION"];
    expect(await regionOf({ region: async () => helper() ?? "eu-west-1" })).toBe("ap-south-1");
    delete process.env["AWS_REGION"];
    expect(await regionOf({ region: async () => process.env["AWS_REGION"] ?? "eu-west-3" })).toBe(
      "eu-west-3",
    );
    const { env: before } = process;
    const sets = async () => {
      process.env["AWS_REGION"] = "eu-west-2";
      return process.env["AWS_REGION"];
    };
    expect(await regionOf({ region: sets })).toBe("eu-west-2");
    expect(process.env).toBe(before);
    expect(process.env["AWS_REGION"]).toBe("eu-west-2");
  });

  test("is the mock's for a client whose Region is undefined, at every call", async () => {
    aws.restore();
    const configs: object[] = [{}, { region: undefined }];
    for (const client of configs.map(config => new BackupClient(config))) {
      for (const region of ["us-west-2", "us-east-2", "us-west-1"]) {
        const other = mockAws({ region });
        other.attach(client);
        expect((await client.send(create())).BackupVaultArn).toContain(`:${region}:`);
        other.restore();
      }
    }
  });

  test("is the mock's for a client that would look one up", async () => {
    expect(await regionOf({})).toBe("us-west-2");
    process.env = { ...env, AWS_REGION: undefined };
    expect(await regionOf({})).toBe("us-west-2");
  });

  test("is the mock's for a client whose Region fails to resolve or takes long", async () => {
    const fails = async () => {
      throw new Error("no Region");
    };
    expect(await regionOf({ region: fails })).toBe("us-west-2");
    const waits = () => new Promise<string>(() => {});
    expect(await regionOf({ region: waits })).toBe("us-west-2");
  });

  test("follows a later change of the client's configuration", async () => {
    const client = new BackupClient({ region: "eu-west-1" });
    await client.send(create());
    client.config.region = async () => "eu-west-2";
    expect((await client.send(create())).BackupVaultArn).toContain(":eu-west-2:");
  });

  test("is that of the place for middleware added by hand", async () => {
    const client = new BackupClient({ region: "eu-west-1" });
    aws.restore();
    client.middlewareStack.use(aws.in({ region: "sa-east-1" }).plugin);
    expect((await client.send(create())).BackupVaultArn).toContain(":sa-east-1:");
  });
});

test("calls keep their order while the first waits for the client's Region", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  const names = ["aa", "bb", "cc"];
  await Promise.all(
    names.map(BackupVaultName => client.send(new CreateBackupVaultCommand({ BackupVaultName }))),
  );
  expect(aws.calls(CreateBackupVaultCommand).map(({ input }) => input.BackupVaultName)).toEqual(names);
});

test("a client with a resolved Region is answered before send returns", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  await client.send(create());
  const second = client.send(create());
  expect(aws.calls()).toHaveLength(2);
  await expect(second).rejects.toThrow("already exists");
});

describe("the account of a call", () => {
  /** What a mock that maps access keys learns of a client. */
  const told = async (config: BackupClientConfig, readsAccessKeys = true) => {
    const facts: ClientFacts[] = [];
    const target: Target = {
      ...emptyTarget,
      readsAccessKeys,
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

  test("follows the credentials that the client was given", async () => {
    const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey };
    const facts = [{ accessKeyId: "AKIDEXAMPLE" }];
    expect(await told({ credentials })).toEqual(facts);
    expect(await told({ credentials: async () => credentials })).toEqual(facts);
  });

  test("ignores credentials that the client would look up or fails to get", async () => {
    const { env } = process;
    process.env = { ...env, AWS_ACCESS_KEY_ID: "AKIDAMBIENT", AWS_SECRET_ACCESS_KEY: secretAccessKey };
    expect(await told({})).toEqual([{}]);
    process.env = env;
    expect(await told({ credentials: () => Promise.reject(new Error("expired")) })).toEqual([{}]);
  });

  test("needs no credentials without a mapping of accounts", async () => {
    const credentials = jest.fn();
    expect(await told({ credentials, region: "eu-west-1" }, false)).toEqual([{ region: "eu-west-1" }]);
    expect(credentials).not.toHaveBeenCalled();
  });
});
