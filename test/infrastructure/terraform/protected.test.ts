import { mockAws } from "aws-backup-mock";
import { fromTerraformPlan } from "aws-backup-mock/infrastructure";
import { type Given, ref, terraformPlan } from "./terraform-document";

const account = "111122223333";
const key = `arn:aws:kms:eu-west-1:${account}:key/1111abcd-2222-4333-8444-555566667777`;

const read = (given: readonly Given[]) => fromTerraformPlan(terraformPlan(given), { accountId: account });

/** Each type with its attributes, and the ARN and type that it gets. */
const types: readonly (readonly [string, Given["values"], RegExp, string])[] = [
  [
    "aws_cloudformation_stack",
    { name: "net" },
    /^arn:aws:cloudformation:eu-west-1:111122223333:stack\/net\/[0-9a-f-]{36}$/,
    "CloudFormation",
  ],
  ["aws_db_instance", { identifier: "shop" }, /:rds:eu-west-1:111122223333:db:shop$/, "RDS"],
  ["aws_db_instance", { identifier_prefix: "shop-" }, /:db:shop-[0-9a-f]{6}$/, "RDS"],
  ["aws_docdb_cluster", { cluster_identifier: "docs" }, /:rds:.*:cluster:docs$/, "DocumentDB"],
  ["aws_dsql_cluster", {}, /:dsql:eu-west-1:111122223333:cluster\/[0-9a-f]{26}$/, "DSQL"],
  ["aws_dynamodb_table", { name: "orders" }, /:dynamodb:eu-west-1:111122223333:table\/orders$/, "DynamoDB"],
  ["aws_ebs_volume", { size: 8 }, /:ec2:eu-west-1:111122223333:volume\/vol-[0-9a-f]{17}$/, "EBS"],
  ["aws_eks_cluster", { name: "apps" }, /:eks:eu-west-1:111122223333:cluster\/apps$/, "EKS"],
  ["aws_instance", {}, /:ec2:eu-west-1:111122223333:instance\/i-[0-9a-f]{17}$/, "EC2"],
  ["aws_neptune_cluster", { cluster_identifier: "graph" }, /:rds:.*:cluster:graph$/, "Neptune"],
  [
    "aws_rds_cluster",
    { cluster_identifier: "aurora", engine: "aurora-postgresql" },
    /:cluster:aurora$/,
    "Aurora",
  ],
  ["aws_rds_cluster", { cluster_identifier: "multi", engine: "postgres" }, /:cluster:multi$/, "RDS"],
  [
    "aws_redshift_cluster",
    { cluster_identifier: "dwh" },
    /:redshift:eu-west-1:111122223333:cluster:dwh$/,
    "Redshift",
  ],
  [
    "aws_redshiftserverless_namespace",
    { namespace_name: "n" },
    /:redshift-serverless:.*:namespace\/[0-9a-f-]{36}$/,
    "Redshift Serverless",
  ],
  ["aws_s3_bucket", { bucket: "logs" }, /^arn:aws:s3:::logs$/, "S3"],
  ["aws_s3_bucket", { bucket_prefix: "logs-" }, /^arn:aws:s3:::logs-[0-9a-f]{6}$/, "S3"],
  [
    "aws_storagegateway_cached_iscsi_volume",
    { gateway_arn: "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-12A3456B" },
    /:gateway\/sgw-12A3456B\/volume\/vol-[0-9a-f]{17}$/,
    "Storage Gateway",
  ],
  [
    "aws_timestreamwrite_table",
    { database_name: "metrics", table_name: "cpu" },
    /:timestream:.*:database\/metrics\/table\/cpu$/,
    "Timestream",
  ],
];

test.each(types)("%s %j", (type, values, arn, backupType) => {
  const { fixture, skipped, place } = read([
    { address: `${type}.x`, values: { ...values, tags_all: { Stage: "prod" } } },
  ]);
  expect(skipped).toEqual([]);
  expect(fixture.resources).toMatchObject([{ arn: expect.stringMatching(arn), tags: { Stage: "prod" } }]);
  const aws = mockAws(place);
  aws.seed(fixture);
  expect([...aws.state.backup.resources.values()]).toMatchObject([{ type: backupType }]);
});

test("sizes, keys and names are taken from the attributes", () => {
  const { fixture } = read([
    {
      address: "aws_ebs_volume.a",
      values: { size: 100, kms_key_id: key, encrypted: true, tags_all: { Name: "data" } },
    },
    {
      address: "aws_db_instance.b",
      values: { identifier: "b", allocated_storage: 20 },
      unknown: { arn: true, kms_key_id: true },
      written: { kms_key_id: ref("aws_kms_key.k.arn", "aws_kms_key.k") },
    },
    { address: "aws_kms_key.k", values: {}, unknown: { arn: true, id: true, key_id: true } },
  ]);
  expect(fixture.resources).toMatchObject([
    { name: "data", sizeInBytes: 100 * 1024 ** 3, encryptionKeyArn: key },
    {
      sizeInBytes: 20 * 1024 ** 3,
      encryptionKeyArn: expect.stringMatching(/^arn:aws:kms:eu-west-1:111122223333:key\/[0-9a-f-]{36}$/),
    },
  ]);
});

test("an instance brings the volumes that it is launched with", () => {
  const { fixture } = read([
    {
      address: "aws_instance.web",
      values: {
        tags_all: { Name: "web" },
        volume_tags: { Backup: "yes" },
        root_block_device: [{ volume_size: 30, tags_all: { Backup: "root" } }],
        ebs_block_device: [{ volume_id: "vol-0123456789abcdef0", volume_size: 200 }],
      },
    },
  ]);
  expect(fixture.resources).toMatchObject([
    { arn: expect.stringContaining(":instance/i-"), name: "web" },
    { arn: expect.stringContaining(":volume/vol-"), tags: { Backup: "root" }, sizeInBytes: 30 * 1024 ** 3 },
    { arn: `arn:aws:ec2:eu-west-1:${account}:volume/vol-0123456789abcdef0`, tags: { Backup: "yes" } },
  ]);
});

test("tags that are only known after apply are left out, the others stay", () => {
  const { fixture } = read([
    {
      address: "aws_dynamodb_table.t",
      values: { name: "t", tags: { Stage: "prod" } },
      unknown: { arn: true, tags_all: true },
    },
    {
      address: "aws_dynamodb_table.u",
      values: { name: "u", tags_all: { Stage: "prod", Owner: null } },
      unknown: { arn: true, tags_all: { Owner: true } },
    },
  ]);
  expect(fixture.resources?.map(({ tags }) => tags)).toEqual([{ Stage: "prod" }, { Stage: "prod" }]);
});
