import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

test("there are several ways for a client to talk to the mock, and one to take them all out", async () => {
  const [client, other, third] = [new BackupClient(), new BackupClient(), new BackupClient()];
  const aws = mockAws(); // an empty account, 123456789012, in us-east-1
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });

  aws.intercept(BackupClient, EFSClient); // every client of these classes, made before or after, in or out of reach
  aws.attach(client); // this client
  other.middlewareStack.use(aws.plugin); // the same as a plugin …
  third.middlewareStack.add(aws.middleware, aws.middlewareOptions); // … or by hand

  for (const each of [client, other, third, new BackupClient()]) {
    const vault = await each.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
    expect(vault.CreatorRequestId).toBe("Default");
  }
  expect(aws.calls(DescribeBackupVaultCommand)).toHaveLength(4);

  aws.restore(); // takes every hook out again
});
