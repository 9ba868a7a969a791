import { type Fixture, mockAws } from "aws-backup-mock";

const resource = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test.each([
  ["white space", `${" ".repeat(200_000)}x`],
  ["white space and an ending", `1${" ".repeat(200_000)}x ago`],
  ["a beginning and white space", `in ${" ".repeat(200_000)}\n`],
  ["many parts and white space", `${"1 day ".repeat(20_000)}${" ".repeat(200_000)} ago`],
  ["digits", `${"1".repeat(200_000)} ago`],
])("a date of %s is read or refused in no time", (_, CreationDate) => {
  const aws = mockAws();
  const points = [{ BackupVaultName: "Default", ResourceArn: resource, CreationDate }];
  const fixture = { backup: { recoveryPoints: points }, resources: [{ arn: resource }] } as Fixture;
  const start = performance.now();
  try {
    aws.seed(fixture);
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: "InvalidFixture" });
  }
  expect(performance.now() - start).toBeLessThan(3_000);
});
