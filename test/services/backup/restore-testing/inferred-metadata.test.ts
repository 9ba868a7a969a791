import {
  BackupClient,
  type BackupServiceException,
  GetRestoreTestingInferredMetadataCommand,
  InvalidParameterValueException,
  MissingParameterValueException,
  ResourceNotFoundException,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

const random = /^awsbackup-restore-test-[0-9a-f-]{36}$/;
const text = (form: RegExp): string => expect.stringMatching(form);

/** The inferred metadata for a point of a resource. */
async function inferred(ResourceArn: string, RecoveryPointArn?: string) {
  const aws = mockAws({ now: "2026-03-04T10:00:00Z" });
  const seeded = aws.seed({ backup: { recoveryPoints: [{ ResourceArn, RecoveryPointArn }] } });
  const client = aws.attach(new BackupClient());
  const { InferredMetadata } = await client.send(
    new GetRestoreTestingInferredMetadataCommand({
      BackupVaultName: "Default",
      RecoveryPointArn: seeded.backup.recoveryPoints[0]?.RecoveryPointArn,
    }),
  );
  return InferredMetadata;
}

test.each<[string, string, Record<string, string>]>([
  [
    "DynamoDB",
    "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
    {
      deletionProtection: "false",
      encryptionType: "Default",
      targetTableName: text(random),
    },
  ],
  [
    "EBS",
    "arn:aws:ec2:us-east-1:123456789012:volume/vol-1",
    { availabilityZone: text(/^us-east-1[abc]$/), encrypted: "true" },
  ],
  [
    "EC2",
    "arn:aws:ec2:us-east-1:123456789012:instance/i-1",
    {
      disableApiTermination: "false",
      instanceType: text(/^[a-z0-9]+\.[a-z0-9]+$/),
      requireImdsV2: "true",
    },
  ],
  [
    "RDS",
    "arn:aws:rds:us-east-1:123456789012:db:orders",
    {
      dbInstanceIdentifier: text(random),
      deletionProtection: "false",
      multiAz: "false",
      publiclyAccessible: "false",
    },
  ],
  [
    "Aurora",
    "arn:aws:rds:us-east-1:123456789012:cluster:orders",
    {
      availabilityZones: text(/^\["us-east-1[abc]","us-east-1[abc]","us-east-1[abc]"\]$/),
      dbClusterIdentifier: text(random),
      engine: text(/^aurora/),
    },
  ],
  [
    "S3",
    "arn:aws:s3:::photos",
    {
      destinationBucketName: text(random),
      encrypted: "true",
      encryptionType: "SSE-S3",
      newBucket: "true",
      restoreACLs: "true",
    },
  ],
])("for %s, the metadata of the Developer Guide is inferred", async (_, resource, metadata) => {
  expect(await inferred(resource)).toEqual(metadata);
});

test("for a continuous backup, the latest restorable time is inferred", async () => {
  const point = "arn:aws:rds:us-east-1:123456789012:recovery-point:continuous:db-orders";
  expect(await inferred("arn:aws:rds:us-east-1:123456789012:db:orders", point)).toMatchObject({
    useLatestRestorableTime: "true",
  });
});

test("for EFS, a new file system is inferred", async () => {
  const aws = mockAws();
  const efs = aws.attach(new EFSClient());
  const { FileSystemArn, FileSystemId = "" } = await efs.send(new CreateFileSystemCommand({}));
  await aws.settle();
  const seeded = aws.seed({ backup: { recoveryPoints: [{ ResourceArn: FileSystemArn }] } });
  const client = aws.attach(new BackupClient());
  const { InferredMetadata } = await client.send(
    new GetRestoreTestingInferredMetadataCommand({
      BackupVaultName: "Default",
      RecoveryPointArn: seeded.backup.recoveryPoints[0]?.RecoveryPointArn,
    }),
  );
  expect(InferredMetadata).toEqual({
    encrypted: "true",
    "file-system-id": FileSystemId,
    kmsKeyId: "alias/aws/elasticfilesystem",
    newFileSystem: "true",
    performanceMode: "generalPurpose",
  });
});

test("the vault of another account is inaccessible; the own account id is accepted", async () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    backup: { recoveryPoints: [{ ResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders" }] },
  });
  const client = aws.attach(new BackupClient());
  const ask = (BackupVaultAccountId: string) =>
    client.send(
      new GetRestoreTestingInferredMetadataCommand({
        BackupVaultName: "Default",
        BackupVaultAccountId,
        RecoveryPointArn: backup.recoveryPoints[0]?.RecoveryPointArn,
      }),
    );
  expect((await ask("123456789012")).InferredMetadata).toHaveProperty("targetTableName");
  await expect(ask("111111111111")).rejects.toMatchObject({ name: "AccessDeniedException" });
});

test("missing points and points that cannot be tested are refused", async () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    backup: {
      recoveryPoints: [{ ResourceArn: "arn:aws:timestream:us-east-1:123456789012:database/d/table/t" }],
    },
  });
  const client = aws.attach(new BackupClient());
  const before = aws.state;
  const ask = (BackupVaultName?: string, RecoveryPointArn?: string) =>
    client
      .send(new GetRestoreTestingInferredMetadataCommand({ BackupVaultName, RecoveryPointArn }))
      .catch((error: BackupServiceException) => error);
  expect(await ask("Default", "arn:aws:backup:us-east-1:123456789012:recovery-point:none")).toBeInstanceOf(
    ResourceNotFoundException,
  );
  expect(await ask("Default", backup.recoveryPoints[0]?.RecoveryPointArn)).toBeInstanceOf(
    InvalidParameterValueException,
  );
  expect(await ask("Default")).toBeInstanceOf(MissingParameterValueException);
  expect(await ask("none", backup.recoveryPoints[0]?.RecoveryPointArn)).toMatchObject({
    name: "AccessDeniedException",
  });
  expect(aws.state).toBe(before);
});
