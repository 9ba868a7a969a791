import backup = require("@aws-sdk/client-backup");
import mock = require("aws-backup-mock");

export const client: backup.BackupClient = mock.mockAws().attach(new backup.BackupClient());
