import { BackupClient } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

export const client: BackupClient = mockAws().attach(new BackupClient());
