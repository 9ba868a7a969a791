import assert from "node:assert";
import { test } from "node:test";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";

const vault = { BackupVaultName: "nightly" };

test("a client talks to a mock by a port, until it is closed", async () => {
  const aws = mockAws();
  const endpoint = await listen(aws, { port: 0 });
  const client = new BackupClient({
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    endpoint: endpoint.url,
    maxAttempts: 1,
  });
  await client.send(new CreateBackupVaultCommand(vault));
  assert.ok(aws.state.backup.vaults.has("nightly"));
  await assert.rejects(client.send(new CreateBackupVaultCommand(vault)), { name: "AlreadyExistsException" });

  await endpoint.close();
  await assert.rejects(client.send(new CreateBackupVaultCommand(vault)), { code: /^ECONN/ });
});
