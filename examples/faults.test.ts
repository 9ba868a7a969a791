import { BackupClient, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { backUp } from "./nightly-backup";

const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const aws = mockAws();

beforeAll(() => aws.intercept(BackupClient, EFSClient)); // every client of these classes, wherever it is made
afterAll(() => aws.restore());
beforeEach(() => {
  aws.reset();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: orders }] });
});

test("a failed job is reported with its message", async () => {
  aws.nextJob({ resourceArn: orders }).fails("Access denied to the table");
  await expect(backUp(orders, 0)).rejects.toThrow("Access denied to the table");
});

test("the first call is throttled, the second one works", async () => {
  aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException");
  await expect(backUp(orders, 0)).rejects.toMatchObject({ name: "ThrottlingException" });

  await backUp(orders, 0);
  expect(aws).toHaveReceivedCommandTimes(StartBackupJobCommand, 2);
  expect(aws).toHaveRecoveryPoint({ ResourceArn: orders, Status: "COMPLETED" });
});

test("a held file system stays in creation", async () => {
  const efs = new EFSClient();
  const { FileSystemId = "" } = await efs.send(new CreateFileSystemCommand({ CreationToken: "home" }));
  aws.hold(FileSystemId);
  await aws.clock.advance("1 hour");
  const { FileSystems } = await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
  expect(FileSystems).toMatchObject([{ LifeCycleState: "creating" }]);
});
