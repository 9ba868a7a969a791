import { refused } from "../../support/refusal";
import { account, invalid } from "./restore-jobs-support";
import { here } from "./world";

const hana = `arn:aws:ssm-sap:us-east-1:${here}:HANA/app/DB/db`;

describe("restores of other types", () => {
  const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${here}:${resource}`;
  const bucket = "arn:aws:s3:::photos";
  const rows: [type: string, source: string, metadata: Record<string, string>, made: string | RegExp][] = [
    ["EC2", arnOf("ec2", "instance/i-1"), { InstanceType: "t3.micro" }, /:ec2:.*:instance\/i-[0-9a-f]{17}$/],
    [
      "EBS",
      arnOf("ec2", "volume/vol-1"),
      { pathsToRestore: '["/etc"]', destinationBucketName: "files", restoreType: "file" },
      "arn:aws:s3:::files",
    ],
    [
      "Aurora",
      arnOf("rds", "cluster:orders"),
      { dbClusterIdentifier: "again", engine: "aurora-mysql" },
      arnOf("rds", "cluster:again"),
    ],
    ["DSQL", arnOf("dsql", "cluster/abc"), { regionalConfig: "[]" }, /:dsql:.*:cluster\/[0-9a-f]{26}$/],
    ["S3", bucket, { DestinationBucketName: "copies", NewBucket: "true" }, "arn:aws:s3:::copies"],
    ["S3", bucket, { DestinationBucketName: "photos" }, bucket],
    [
      "Storage Gateway",
      arnOf("storagegateway", "gateway/sgw-1/volume/vol-1"),
      { gatewayArn: arnOf("storagegateway", "gateway/sgw-1"), targetName: "iqn" },
      /:gateway\/sgw-1\/volume\/vol-[0-9A-F]{17}$/,
    ],
    ["VirtualMachine", arnOf("backup-gateway", "vm/vm-1"), { RestoreTo: "VMware" }, /:vm\/vm-[0-9a-f]{32}$/],
    ["VirtualMachine", arnOf("backup-gateway", "vm/vm-1"), { RestoreTo: "EC2Instance" }, /:instance\/i-/],
    [
      "CloudFormation",
      arnOf("cloudformation", "stack/shop/1"),
      { ChangeSetName: "back", StackName: "shop" },
      /:changeSet\/back\//,
    ],
    ["EKS", arnOf("eks", "cluster/prod"), { clusterName: "prod" }, arnOf("eks", "cluster/prod")],
    [
      "Redshift",
      arnOf("redshift", "cluster:dw"),
      { ClusterIdentifier: "dw2", RestoreType: "CLUSTER_RESTORE" },
      arnOf("redshift", "cluster:dw2"),
    ],
    [
      "Redshift Serverless",
      arnOf("redshift-serverless", "namespace/n1"),
      { NamespaceIdentifier: "n1", RestoreType: "NAMESPACE_RESTORE" },
      arnOf("redshift-serverless", "namespace/n1"),
    ],
    [
      "SAP HANA on Amazon EC2",
      hana,
      { "aws:backup:TargetDatabaseArn": hana, RecoveryType: "FULL_DATA_BACKUP_RECOVERY" },
      hana,
    ],
    [
      "Timestream",
      arnOf("timestream", "database/d/table/t"),
      {
        DatabaseName: "d",
        TableName: "t2",
        MemoryStoreRetentionPeriodInHours: "24",
        MagneticStoreRetentionPeriodInDays: "7",
      },
      arnOf("timestream", "database/d/table/t2"),
    ],
  ];

  test.each(rows)("%s: %s with %j", async (_, source, Metadata, made) => {
    const { aws, finished } = account();
    const { backup } = aws.seed({
      resources: [{ arn: source, sizeInBytes: 10 }],
      backup: { recoveryPoints: [{ ResourceArn: source }] },
    });
    const job = await finished({ RecoveryPointArn: backup.recoveryPoints[0]?.RecoveryPointArn, Metadata });
    expect(job).toMatchObject({ Status: "COMPLETED", CreatedResourceArn: expect.stringMatching(made) });
  });

  test("continuous points need a moment to restore to", async () => {
    const { aws, finished } = account();
    const RecoveryPointArn = `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:photos-0a1b2c3d`;
    aws.seed({
      resources: [{ arn: bucket, sizeInBytes: 10 }],
      backup: {
        recoveryPoints: [
          { ResourceArn: bucket, RecoveryPointArn, Status: "AVAILABLE", CreationDate: "2 days ago" },
        ],
      },
    });
    const Metadata = { DestinationBucketName: "photos" };
    await refused({ aws }, () => finished({ RecoveryPointArn, Metadata }), invalid);
    const timed = { ...Metadata, RestoreTime: "2025-12-31T00:00:00Z" };
    expect(await finished({ RecoveryPointArn, Metadata: timed })).toMatchObject({ Status: "COMPLETED" });
  });
});
