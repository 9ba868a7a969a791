import assert from "node:assert";
import { createRequire } from "node:module";
import { BackupClient, CreateBackupVaultCommand, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { MockError, mockAws } from "aws-backup-mock";

const client = mockAws().attach(new BackupClient());
await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "daily" }));
assert.equal(vault.BackupVaultName, "daily");

const required = createRequire(import.meta.url)("aws-backup-mock");
assert.equal(required.MockError, MockError, "loaded both ways, it is one package");
