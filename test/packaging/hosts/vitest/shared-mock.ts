import { BackupClient } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** One mock for all tests of the importing file; each starts from the seeded state. */
export const aws = mockAws();
aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
const seeded = aws.snapshot();

beforeAll(() => aws.intercept(BackupClient));
beforeEach(() => {
  aws.reset();
  aws.rollback(seeded);
});
afterAll(() => aws.restore());
