const { BackupClient } = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

/** A new mock for every test of a file that requires this. */
const own = { aws: mockAws() };

beforeEach(() => {
  own.aws = mockAws();
  own.aws.intercept(BackupClient);
});
afterEach(() => own.aws.restore());

module.exports = own;
