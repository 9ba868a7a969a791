import { BackupClient, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";

const credentials = { accessKeyId: "anything", secretAccessKey: "anything" };
const region = "us-east-1";

test("a client talks to the endpoint", async () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const endpoint = await listen(aws, { port: 0 }); // any free port, at 127.0.0.1

  const backup = new BackupClient({ endpoint: endpoint.url, region, credentials });
  const { BackupVaultList } = await backup.send(new ListBackupVaultsCommand());

  await endpoint.close(); // closes open connections, too
  expect(BackupVaultList).toHaveLength(1);
});
