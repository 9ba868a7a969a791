import { BackupClient } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { test as base } from "vitest";

/** A test with a mock of its own. */
export const test = base.extend<{ aws: MockAws }>({
  aws: async ({ onTestFinished }, use) => {
    const aws = mockAws();
    aws.intercept(BackupClient);
    onTestFinished(() => aws.restore());
    await use(aws);
  },
});
