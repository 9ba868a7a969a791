import {
  DescribeRestoreJobCommand,
  StartBackupJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
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
    // The script that AWS's users write: take the metadata, change one key or two, restore.
    // Aurora DSQL alone refuses keys of its own metadata. A change to undefined removes a key.
    const ofDsql = { cluster_id: "abc", backup_size_bytes: "3221225472" };
    type Changes = Record<string, string | undefined>;
    const expected: [source: string, known: Record<string, string>, changed: Changes][] = [
      [table, { originalTableName: "orders" }, { targetTableName: "t2" }],
      [bucket, { BackupACLs: "enabled", BackupObjectTags: "enabled" }, { DestinationBucketName: "orders" }],
      [
        arn("ec2", "volume/vol-1"),
        { volumeId: "vol-1", volumeSize: "3", encrypted: "true" },
        { availabilityZone: "us-east-1a" },
      ],
      [arn("ec2", "instance/i-1"), { InstanceType: "t3.micro" }, { InstanceType: "t3.large" }],
      [database, { DBInstanceIdentifier: "orders", MultiAZ: "false" }, { DBInstanceIdentifier: "o2" }],
      [arn("rds", "cluster:c"), { Engine: "aurora-mysql", Port: "3306" }, { dbClusterIdentifier: "c2" }],
      [arn("dsql", "cluster/abc"), ofDsql, { cluster_id: undefined, backup_size_bytes: undefined }],
      [stack, { StackName: "shop" }, { ChangeSetName: "c" }],
      [eks, { clusterName: "prod" }, {}],
      [arn("redshift", "cluster:dw"), { ClusterIdentifier: "dw" }, { ClusterIdentifier: "dw2" }],
      [arn("redshift-serverless", "namespace/n1"), { NamespaceIdentifier: "n1" }, {}],
      [
        arn("storagegateway", "gateway/sgw-1/volume/vol-1"),
        { gatewayArn: arn("storagegateway", "gateway/sgw-1"), volumeSizeInBytes: "3221225472" },
        { targetName: "t" },
      ],
      [arn("backup-gateway", "vm/vm-1"), { vmId: "vm-1" }, { RestoreTo: "VMware" }],
      [arn("timestream", "database/d/table/t"), { DatabaseName: "d", TableName: "t" }, { TableName: "u" }],
      [
        arn("ssm-sap", "HANA/app/DB/db"),
        { SourceDatabaseArn: arn("ssm-sap", "HANA/app/DB/db"), DatabaseType: "TENANT" },
        { RecoveryType: "FULL_DATA_BACKUP_RECOVERY" },
      ],
    ];
    const { aws, client, first, others, metadata } = account(
      expected.map(([ResourceArn]) => ({ ResourceArn })),
    );
    for (const [index, RecoveryPointArn] of [first, ...others].entries()) {
      const [, known, changed] = expected[index] ?? [];
      const { RestoreMetadata = {} } = await metadata(RecoveryPointArn);
      expect(RestoreMetadata).toMatchObject(known ?? {});
      const edited = Object.entries({ ...RestoreMetadata, ...changed });
      const Metadata = Object.fromEntries(
        edited.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      );
      const { RestoreJobId } = await client.send(new StartRestoreJobCommand({ RecoveryPointArn, Metadata }));
      await aws.settle();
      expect(await client.send(new DescribeRestoreJobCommand({ RestoreJobId }))).toMatchObject({
        Status: "COMPLETED",
      });
    }
  });

  test("of RDS may be sent with unknown keys, and needs a name that is free", async () => {
    const { aws, client, first, metadata } = account([{ ResourceArn: database }]);
    const { RestoreMetadata = {} } = await metadata(first);
    const { DBInstanceIdentifier: _, ...nameless } = RestoreMetadata;
    const restored = async (Metadata: Record<string, string>) => {
      const { RestoreJobId } = await client.send(
        new StartRestoreJobCommand({ RecoveryPointArn: first, Metadata }),
      );
      await aws.settle();
      return client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    };
    expect(await restored(RestoreMetadata)).toMatchObject({
      Status: "FAILED",
      StatusMessage: "RDS DBInstanceAlreadyExists: DB instance already exists",
    });
    expect(await restored(nameless)).toMatchObject({
      Status: "FAILED",
      StatusMessage: "DBInstanceIdentifier must be specified",
    });
    expect(
      await restored({ ...nameless, dbinstanceidentifier: "o2", TargetDBInstanceIdentifier: "o3" }),
    ).toMatchObject({ CreatedResourceArn: `arn:aws:rds:us-east-1:${here}:db:o2` });
  });

  test("is refused for points that do not exist and for vaults of other accounts", async () => {
    const story = account([{ ResourceArn: table }]);
    await refused(story, () => story.metadata(pointArn("gone")), notFound);
    await refused(story, () => story.metadata(undefined, "gone"), hidden);
    await refused(story, () => story.metadata(undefined, "Default", "222222222222"), hidden);
  });
});
