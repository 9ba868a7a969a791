import { mockAws } from "aws-backup-mock";
import { fromCloudFormation } from "aws-backup-mock/infrastructure";

const Tags = [{ Key: "backup", Value: "daily" }];

/** A resource of each type that AWS Backup protects, with the type that AWS Backup has for it. */
const protectables: readonly (readonly [type: string, properties: object, backupType: string])[] = [
  ["AWS::CloudFormation::Stack", { TemplateURL: "https://example.com/x", Tags }, "CloudFormation"],
  ["AWS::DSQL::Cluster", { Tags }, "DSQL"],
  ["AWS::DocDB::DBCluster", { Tags }, "DocumentDB"],
  [
    "AWS::DynamoDB::GlobalTable",
    { Replicas: [{ Region: "eu-west-1" }, { Region: "us-east-1", Tags }] },
    "DynamoDB",
  ],
  ["AWS::DynamoDB::Table", { Tags }, "DynamoDB"],
  ["AWS::EC2::Instance", { Tags }, "EC2"],
  ["AWS::EC2::Volume", { Tags }, "EBS"],
  ["AWS::EKS::Cluster", { Name: "main", Tags }, "EKS"],
  ["AWS::Neptune::DBCluster", { Tags }, "Neptune"],
  ["AWS::RDS::DBCluster", { Engine: "aurora-postgresql", Tags }, "Aurora"],
  ["AWS::RDS::DBCluster", { Engine: "postgres", Tags }, "RDS"],
  ["AWS::RDS::DBInstance", { AllocatedStorage: "20", Tags }, "RDS"],
  ["AWS::Redshift::Cluster", { Tags }, "Redshift"],
  ["AWS::RedshiftServerless::Namespace", { NamespaceName: "main", Tags }, "Redshift Serverless"],
  ["AWS::S3::Bucket", { Tags }, "S3"],
  ["AWS::Serverless::SimpleTable", { Tags: { backup: "daily" } }, "DynamoDB"],
  [
    "AWS::StorageGateway::Volume",
    { GatewayARN: "arn:aws:storagegateway:us-east-1:123456789012:gateway/sgw-12345678", Tags },
    "Storage Gateway",
  ],
  [
    "AWS::SystemsManagerSAP::Application",
    { ApplicationId: "hana", ApplicationType: "HANA", Sid: "HDB", Tags },
    "SAP HANA on Amazon EC2",
  ],
  ["AWS::Timestream::Table", { DatabaseName: "metrics", TableName: "cpu", Tags }, "Timestream"],
];

test.each(protectables)("%s %j is backed up by its tag as %s", (Type, Properties, backupType) => {
  const { fixture, skipped } = fromCloudFormation({ Resources: { It: { Type, Properties } } });
  const aws = mockAws();
  const { resources } = aws.seed(fixture);
  expect(resources).toEqual([expect.objectContaining({ type: backupType, tags: { backup: "daily" } })]);
  expect(skipped).toEqual([]);
});

test("a selection finds by ARN what the template refers to, and adds what it only names", () => {
  const { fixture, warnings } = fromCloudFormation({
    Resources: {
      Database: { Type: "AWS::RDS::DBInstance", Properties: { AllocatedStorage: "20", Tags } },
      Plan: {
        Type: "AWS::Backup::BackupPlan",
        Properties: {
          BackupPlan: {
            BackupPlanName: "p",
            BackupPlanRule: [{ RuleName: "r", TargetBackupVault: "Default" }],
          },
        },
      },
      Selection: {
        Type: "AWS::Backup::BackupSelection",
        Properties: {
          BackupPlanId: { Ref: "Plan" },
          BackupSelection: {
            SelectionName: "s",
            IamRoleArn: "arn:aws:iam::123456789012:role/backup",
            Resources: [
              { "Fn::Sub": "arn:aws:rds:${AWS::Region}:${AWS::AccountId}:db:${Database}" },
              "arn:aws:dynamodb:us-east-1:123456789012:table/elsewhere",
              "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
            ],
          },
        },
      },
    },
  });
  const [database, table] = fixture.resources ?? [];
  expect(database).toMatchObject({ sizeInBytes: 20 * 1024 ** 3 });
  expect(fixture.backup?.selections?.[0]?.BackupSelection?.Resources?.[0]).toBe(database?.arn);
  expect(table).toEqual({ arn: "arn:aws:dynamodb:us-east-1:123456789012:table/elsewhere" });
  expect(fixture.efs?.fileSystems).toEqual([
    expect.objectContaining({ FileSystemId: "fs-0123456789abcdef0" }),
  ]);
  expect(warnings.map(({ where }) => where)).toEqual([
    "Plan.BackupPlan.BackupPlanRule[0].TargetBackupVault",
    "Selection.BackupSelection.Resources",
    "Selection",
  ]);
});

test("the volumes of an instance have its tags only if it says so", () => {
  const instance = (PropagateTagsToVolumeOnCreation: boolean) => ({
    Type: "AWS::EC2::Instance",
    Properties: {
      PropagateTagsToVolumeOnCreation,
      BlockDeviceMappings: [{ DeviceName: "/dev/sdh", Ebs: { VolumeSize: "10" } }],
      Tags: [...Tags, { Key: "Name", Value: "web" }],
    },
  });
  const { fixture } = fromCloudFormation({ Resources: { One: instance(true), Two: instance(false) } });
  const volumes = fixture.resources?.filter(({ arn }) => arn.includes("volume/"));
  expect(volumes?.map(({ tags, sizeInBytes }) => [tags?.["backup"], sizeInBytes])).toEqual([
    ["daily", 10 * 1024 ** 3],
    [undefined, 10 * 1024 ** 3],
  ]);
  expect(fixture.resources?.map(({ name }) => name)).toContain("web");
});

test.each([
  ["AWS::RDS::DBInstance", { DBClusterIdentifier: "main" }, "backed up with the cluster"],
  ["AWS::AutoScaling::AutoScalingGroup", {}, "exist only while it runs"],
  ["AWS::SystemsManagerSAP::Application", { ApplicationType: "SAP_ABAP" }, "does not name its HANA database"],
  ["AWS::Backup::BackupAccessPoint", {}, "needs a recovery point"],
  ["AWS::Backup::SomethingNew", {}, "this version does not know the type"],
  ["Custom::Thing", {}, "only its code knows"],
])("%s is skipped: %j", (Type, Properties, reason) => {
  const { fixture, skipped } = fromCloudFormation({ Resources: { It: { Type, Properties } } });
  expect(fixture).toEqual({});
  expect(skipped).toEqual([{ name: "It", type: Type, reason: expect.stringContaining(reason) }]);
});
