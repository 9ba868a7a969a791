import { BackupClient, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";

let aws: MockAws;
beforeEach(() => {
  aws = mockAws({ region: "eu-central-1" });
});
afterEach(() => aws.restore());

const regionOf = (client: BackupClient | EFSClient) => client.config.region();

test("a client without Region and credentials has those of the mock", async () => {
  const attached = aws.attach(new EFSClient());
  await expect(regionOf(attached)).resolves.toBe("eu-central-1");
  await expect(attached.config.credentials()).resolves.toMatchObject({
    accessKeyId: expect.any(String),
    secretAccessKey: expect.any(String),
  });
});

test("also if its class is intercepted, once it has sent a command", async () => {
  aws.intercept(BackupClient);
  const client = new BackupClient();
  await client.send(new ListBackupVaultsCommand({}));
  await expect(regionOf(client)).resolves.toBe("eu-central-1");
  await expect(client.config.credentials()).resolves.toHaveProperty("secretAccessKey");
});

test("a client keeps the Region and credentials that it was given", async () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const client = aws.attach(new BackupClient({ region: async () => "eu-west-3", credentials }));
  await expect(regionOf(client)).resolves.toBe("eu-west-3");
  await expect(client.config.credentials()).resolves.toMatchObject(credentials);
  await client.send(new ListBackupVaultsCommand({}));
  expect(aws.calls()).toMatchObject([{ region: "eu-west-3" }]);
});

test("a client that gets another Region later uses it", async () => {
  const client = aws.attach(new BackupClient());
  await client.send(new ListBackupVaultsCommand({}));
  client.config.region = async () => "ap-south-1";
  await client.send(new ListBackupVaultsCommand({}));
  expect(aws.calls().map(({ region }) => region)).toEqual(["eu-central-1", "ap-south-1"]);
});

test("restore takes them back", () => {
  const client = new BackupClient();
  const { region, credentials } = client.config;
  aws.attach(client);
  expect(client.config.region).not.toBe(region);
  aws.restore();
  expect(client.config.region).toBe(region);
  expect(client.config.credentials).toBe(credentials);
});
