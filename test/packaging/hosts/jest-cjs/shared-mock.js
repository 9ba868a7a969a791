const { BackupClient } = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

/** One mock for all tests of a file that requires this; each finds it as it was after the seed. */
const aws = mockAws();
aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
const seeded = aws.snapshot();

beforeAll(() => aws.intercept(BackupClient));
beforeEach(() => {
  aws.reset();
  aws.rollback(seeded);
});
afterAll(() => aws.restore());

module.exports = { aws };
