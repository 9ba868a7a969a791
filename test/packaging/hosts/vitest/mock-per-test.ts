import { BackupClient } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { afterEach, beforeEach } from "vitest";

/** A new mock for every test of a file that imports this. */
export let aws = mockAws();

beforeEach(() => {
  aws = mockAws();
  aws.intercept(BackupClient);
});
afterEach(() => aws.restore());
