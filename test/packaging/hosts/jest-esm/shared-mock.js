import { BackupClient } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

/** One mock for all tests of a file that imports this; each finds it as it was after the seed. */
export const aws = mockAws();
aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
const seeded = aws.snapshot();

beforeAll(() => aws.intercept(BackupClient));
beforeEach(() => {
  aws.reset();
  aws.rollback(seeded);
});
afterAll(() => aws.restore());
