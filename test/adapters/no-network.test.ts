import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { DescribeBackupsCommand, FSxClient } from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";

const { env } = process;
const spies: jest.SpyInstance[] = [];
/** Every way out of the process. */
const waysOut = [
  () => jest.spyOn(net, "connect"),
  () => jest.spyOn(net, "createConnection"),
  () => jest.spyOn(net.Socket.prototype, "connect"),
  () => jest.spyOn(tls, "connect"),
  () => jest.spyOn(dns, "lookup"),
  () => jest.spyOn(http, "request"),
  () => jest.spyOn(https, "request"),
  () => jest.spyOn(globalThis, "fetch"),
  // Profiles and credentials are read this way.
  () => jest.spyOn(fs.promises, "readFile"),
];

beforeEach(() => {
  // Without AWS settings, where the SDK would ask the host for a Region; but without its warning about Node.js.
  const withoutSettings = Object.entries(env).filter(
    ([name]) => !name.startsWith("AWS_") || name.endsWith("_WARNING_DISABLED"),
  );
  process.env = Object.fromEntries(withoutSettings);
  for (const watch of waysOut) {
    const refuse = () => {
      throw new Error("nothing may leave the process");
    };
    const spy: jest.SpyInstance = watch();
    spies.push(spy.mockImplementation(refuse));
  }
});
afterEach(() => {
  process.env = env;
  for (const spy of spies.splice(0)) spy.mockRestore();
});

/** Without a request handler, new clients read its settings from files. */
const config = { requestHandler: { handle: () => Promise.reject(new Error("no request is ever made")) } };

test.each<[string, (aws: MockAws, ...clients: [BackupClient, EFSClient, FSxClient]) => void]>([
  ["attached", (aws, ...clients) => clients.map(client => aws.attach(client))],
  ["intercepted", aws => aws.intercept(BackupClient, EFSClient, FSxClient)],
  [
    "by hand",
    (aws, ...[backup, efs, fsx]) => {
      backup.middlewareStack.add(aws.middleware, aws.middlewareOptions);
      efs.middlewareStack.use(aws.plugin);
      fsx.middlewareStack.use(aws.plugin);
    },
  ],
])("without Region and credentials, %s clients are answered in the process", async (_way, letIn) => {
  using aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const [backup, efs, fsx] = [
    new BackupClient(config),
    new EFSClient(config),
    new FSxClient(config),
  ] as const;
  letIn(aws, backup, efs, fsx);
  await backup.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
  await efs.send(new DescribeFileSystemsCommand());
  await fsx.send(new DescribeBackupsCommand());
  const missing = backup.send(new DescribeBackupVaultCommand({ BackupVaultName: "missing" }));
  await expect(missing).rejects.toThrow("Insufficient privileges");
  // Lookups would begin later.
  await new Promise(resolve => setTimeout(resolve, 50));
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test("nor do intercepted requests leave it: Region and credentials are not looked up", async () => {
  using aws = mockAws({ interceptAt: "request" });
  aws.intercept(BackupClient, EFSClient, FSxClient);
  const given = { ...config, maxAttempts: 3, retryMode: "standard" };
  await expect(
    new BackupClient(given).send(new DescribeBackupVaultCommand({ BackupVaultName: "missing" })),
  ).rejects.toThrow("Insufficient privileges");
  await new EFSClient(given).send(new DescribeFileSystemsCommand());
  await new FSxClient(given).send(new DescribeBackupsCommand());
  await new Promise(resolve => setTimeout(resolve, 50));
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
