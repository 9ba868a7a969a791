import { StartBackupJobCommand, StartRestoreJobCommand } from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, EFSClient } from "@aws-sdk/client-efs";
import { refused } from "../../support/refusal";
import { account, eks, hidden, notFound, pointArn, stack } from "./point-changes-support";
import { bucket, database, here, role, table } from "./world";

describe("GetRecoveryPointRestoreMetadata", () => {
  test("of EFS contains the file system and a request id", async () => {
    const { aws, client, metadata } = account([]);
    const efs = aws.attach(new EFSClient({ region: "us-east-1" }));
    const { FileSystemArn, FileSystemId } = await efs.send(new CreateFileSystemCommand({}));
    await aws.settle();
    const { RecoveryPointArn } = await client.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: FileSystemArn,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const answer = await metadata(RecoveryPointArn);
    expect(answer).toMatchObject({ RecoveryPointArn, ResourceType: "EFS" });
    expect(answer.RestoreMetadata).toEqual({
      "file-system-id": FileSystemId,
      "aws:backup:request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test("contains the keys that a restore needs, for every type", async () => {
    const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${here}:${resource}`;
    const expected: [string, Record<string, string>, Record<string, string>][] = [
      [table, { originalTableName: "orders" }, { targetTableName: "t2" }],
      [bucket, { DestinationBucketName: "orders" }, {}],
      [
        arn("ec2", "volume/vol-1"),
        { volumeId: "vol-1", volumeSize: "3", encrypted: "true" },
        { availabilityZone: "us-east-1a" },
      ],
      [database, { Encrypted: "true" }, { DBInstanceIdentifier: "o2" }],
      [arn("rds", "cluster:c"), { encrypted: "true" }, { dbClusterIdentifier: "c2", engine: "aurora" }],
      [stack, { StackName: "shop" }, { ChangeSetName: "c" }],
      [eks, { clusterName: "prod" }, {}],
      [arn("redshift", "cluster:dw"), { ClusterIdentifier: "dw" }, { RestoreType: "TABLE_RESTORE" }],
      [
        arn("redshift-serverless", "namespace/n1"),
        { NamespaceIdentifier: "n1" },
        { RestoreType: "NAMESPACE_RESTORE" },
      ],
      [
        arn("storagegateway", "gateway/sgw-1/volume/vol-1"),
        { gatewayArn: arn("storagegateway", "gateway/sgw-1"), volumeSizeInBytes: "3221225472" },
        { targetName: "t" },
      ],
      [
        arn("timestream", "database/d/table/t"),
        { DatabaseName: "d", TableName: "t" },
        { TableName: "u", MemoryStoreRetentionPeriodInHours: "1", MagneticStoreRetentionPeriodInDays: "1" },
      ],
      [
        arn("ssm-sap", "HANA/app/DB/db"),
        { "aws:backup:TargetDatabaseArn": arn("ssm-sap", "HANA/app/DB/db") },
        { RecoveryType: "x" },
      ],
    ];
    const { client, first, others, metadata } = account(expected.map(([ResourceArn]) => ({ ResourceArn })));
    for (const [index, RecoveryPointArn] of [first, ...others].entries()) {
      const [, known, added] = expected[index] ?? [];
      const { RestoreMetadata = {} } = await metadata(RecoveryPointArn);
      expect(RestoreMetadata).toMatchObject(known ?? {});
      const Metadata = { ...RestoreMetadata, ...added };
      const { RestoreJobId } = await client.send(new StartRestoreJobCommand({ RecoveryPointArn, Metadata }));
      expect(RestoreJobId).toBeDefined();
    }
  });

  test("is refused for points that do not exist and for vaults of other accounts", async () => {
    const story = account([{ ResourceArn: table }]);
    await refused(story, () => story.metadata(pointArn("gone")), notFound);
    await refused(story, () => story.metadata(undefined, "gone"), hidden);
    await refused(story, () => story.metadata(undefined, "Default", "222222222222"), hidden);
  });
});
