import { BackupClient, DescribeRecoveryPointCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { backUp } from "./nightly-backup";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const aws = mockAws();

beforeAll(() => aws.intercept(BackupClient)); // every client of this class, made before or after
afterAll(() => aws.restore());
beforeEach(() => {
  aws.reset();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] });
});

test("a backup is kept for 35 days, and not a day longer", async () => {
  const RecoveryPointArn = await backUp(table, 0);

  const describe = new DescribeRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn });
  const point = await new BackupClient().send(describe);
  expect(point).toMatchObject({ Status: "COMPLETED", ResourceType: "DynamoDB", StorageClass: "WARM" });

  await aws.clock.advance("35 days");
  await expect(new BackupClient().send(describe)).rejects.toThrow("Cannot find recovery point");
});

test("a failed job is reported with its message", async () => {
  aws.nextJob({ resourceArn: table }).fails("Access denied to the table");

  await expect(backUp(table, 0)).rejects.toThrow("Access denied to the table");
});

test("a vault that is missing is refused as AWS refuses it", async () => {
  aws.reset();

  await expect(backUp(table)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "Backup vault nightly does not exist.",
  });
});
