import { Backup, BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSx, FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { S3Client } from "./plain-client";

test("clients, commands and classes of any version of the SDK fit by type, and nothing else does", () => {
  using aws = mockAws();
  const client: BackupClient = aws.attach(new BackupClient());
  client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
  client.middlewareStack.use(aws.plugin);
  const command = new CreateBackupVaultCommand({ BackupVaultName: "nightly" });
  command.middlewareStack.add(aws.middleware, aws.middlewareOptions);
  command.middlewareStack.use(aws.plugin);
  const fsx: FSx = aws.attach(new FSx());
  expect(fsx).toBeInstanceOf(FSxClient);
  aws.attach(new S3Client());
  aws.intercept(BackupClient, Backup, EFSClient, FSx, S3Client);
  expect(() => {
    // @ts-expect-error no client
    aws.attach({});
  }).toThrow("Cannot attach");
  expect(() => {
    // @ts-expect-error a class is no client
    aws.attach(BackupClient);
  }).toThrow("Cannot attach");
  expect(() => {
    // @ts-expect-error a client is no class
    aws.intercept(client);
  }).toThrow("Cannot intercept");
});
