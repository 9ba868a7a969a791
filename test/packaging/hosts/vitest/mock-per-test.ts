import { BackupClient } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { afterEach, beforeEach } from "vitest";

/** A new mock for each test of the importing file. */
export let aws = mockAws();

beforeEach(() => {
  aws = mockAws();
  aws.intercept(BackupClient);
});
afterEach(() => aws.restore());
