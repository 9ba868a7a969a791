import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

test("clients connect in several ways, and restore disconnects them all", async () => {
  const [attached, withPlugin, withMiddleware] = [new BackupClient(), new BackupClient(), new BackupClient()];
  const aws = mockAws(); // an empty account, 123456789012, in us-east-1
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });

  aws.intercept(BackupClient, EFSClient); // every client of these classes, made before or after
  aws.attach(attached); // this client
  withPlugin.middlewareStack.use(aws.plugin); // the same as a plugin …
  withMiddleware.middlewareStack.add(aws.middleware, aws.middlewareOptions); // … or by hand

  for (const client of [attached, withPlugin, withMiddleware, new BackupClient()]) {
    const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
    expect(vault.CreatorRequestId).toBe("Default");
  }
  expect(aws.calls(DescribeBackupVaultCommand)).toHaveLength(4);

  aws.restore(); // disconnects all of them
});
