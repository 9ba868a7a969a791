import { arn, bucketArn, uuidOf } from "../../core/basics";
import { isObject } from "../../seeding/members";
import {
  type Deployed,
  generatedName,
  keyOf,
  lowerNameAt,
  nameAt,
  type ResourceKind,
  textAt,
} from "./deployed";
import { hexOf, idOf } from "./made-up";

/** A type of resource that AWS Backup can protect. */
export interface ProtectableKind extends ResourceKind {
  /** The ARN; an object with the reason if AWS Backup does not protect this one. */
  readonly arn: (resource: Deployed) => string | { readonly skipped: string };
  /** The type as AWS Backup names it, where the ARN does not tell. */
  readonly backupType?: (resource: Deployed) => string | undefined;
  /** The tags in the template. Default: the property `Tags`. */
  readonly tags?: (resource: Deployed) => unknown;
  /** The properties with the size in GiB and with the KMS key. */
  readonly gibibytes?: string;
  readonly key?: string;
}

const databaseAddress = (resource: Deployed, name: string): string =>
  `${name}.${hexOf(keyOf(resource), 12)}.${resource.place.region}.rds.amazonaws.com`;

const clusterName = lowerNameAt("DBClusterIdentifier");
const clusterArn = (resource: Deployed): string =>
  arn("rds", resource.place, `cluster:${clusterName(resource)}`);

/** A cluster in the form of Amazon RDS, which DocumentDB and Neptune share. */
const clusterKind = (backupType?: ProtectableKind["backupType"]): ProtectableKind => ({
  ref: clusterName,
  arn: clusterArn,
  ...(backupType && { backupType }),
  gibibytes: "AllocatedStorage",
  key: "KmsKeyId",
  attributes: {
    DBClusterArn: clusterArn,
    "Endpoint.Address": resource => databaseAddress(resource, clusterName(resource)),
    "ReadEndpoint.Address": resource => databaseAddress(resource, `${clusterName(resource)}-ro`),
    Endpoint: resource => databaseAddress(resource, clusterName(resource)),
  },
});

const instanceName = lowerNameAt("DBInstanceIdentifier");
const instanceArn = (resource: Deployed): string =>
  arn("rds", resource.place, `db:${instanceName(resource)}`);

const tableArn = (resource: Deployed): string =>
  arn("dynamodb", resource.place, `table/${nameAt("TableName")(resource)}`);

const tableKind: ProtectableKind = {
  ref: nameAt("TableName"),
  arn: tableArn,
  attributes: {
    Arn: tableArn,
    StreamArn: resource => `${tableArn(resource)}/stream/2026-01-01T00:00:00.000`,
  },
};

const bucketName = (resource: Deployed): string => lowerNameAt("BucketName")(resource).slice(0, 63);

const volumeId = (resource: Deployed): string => idOf("vol", keyOf(resource));
const instanceId = (resource: Deployed): string => idOf("i", keyOf(resource));
const namespaceArn = (resource: Deployed): string =>
  arn("redshift-serverless", resource.place, `namespace/${uuidOf(keyOf(resource))}`);
const distributedId = (resource: Deployed): string => hexOf(keyOf(resource), 26);
const distributedArn = (resource: Deployed): string =>
  arn("dsql", resource.place, `cluster/${distributedId(resource)}`);
const timestreamArn = (resource: Deployed): string =>
  arn(
    "timestream",
    resource.place,
    `database/${textAt(resource, "DatabaseName")}/table/${nameAt("TableName")(resource)}`,
  );
const kubernetesArn = (resource: Deployed): string =>
  arn("eks", resource.place, `cluster/${nameAt("Name")(resource)}`);
const stackArn = (resource: Deployed): string =>
  arn("cloudformation", resource.place, `stack/${generatedName(resource)}/${uuidOf(keyOf(resource))}`);
const gatewayVolumeArn = (resource: Deployed): string => {
  const gateway =
    textAt(resource, "GatewayARN") ??
    arn("storagegateway", resource.place, `gateway/sgw-${hexOf(keyOf(resource), 8)}`);
  return `${gateway}/volume/${volumeId(resource)}`;
};

/** The tags of the replica of a global table in the template's Region. */
function replicaTags({ properties, place }: Deployed): unknown {
  const { Replicas } = properties;
  const replicas: readonly unknown[] = Array.isArray(Replicas) ? Replicas : [];
  return replicas.filter(isObject).find(({ Region }) => Region === place.region)?.["Tags"];
}

/** The types of resources of other services that AWS Backup can protect. */
export const protectableKinds: Readonly<Record<string, ProtectableKind>> = {
  "AWS::CloudFormation::Stack": { ref: stackArn, arn: stackArn },
  "AWS::DSQL::Cluster": {
    ref: distributedId,
    arn: distributedArn,
    attributes: { Identifier: distributedId, ResourceArn: distributedArn },
  },
  "AWS::DocDB::DBCluster": clusterKind(() => "DocumentDB"),
  "AWS::DynamoDB::GlobalTable": { ...tableKind, tags: replicaTags },
  "AWS::DynamoDB::Table": tableKind,
  "AWS::EC2::Instance": {
    ref: instanceId,
    arn: resource => arn("ec2", resource.place, `instance/${instanceId(resource)}`),
    attributes: { InstanceId: instanceId },
  },
  "AWS::EC2::Volume": {
    ref: volumeId,
    arn: resource => arn("ec2", resource.place, `volume/${volumeId(resource)}`),
    gibibytes: "Size",
    key: "KmsKeyId",
    attributes: { VolumeId: volumeId },
  },
  "AWS::EKS::Cluster": { ref: nameAt("Name"), arn: kubernetesArn, attributes: { Arn: kubernetesArn } },
  "AWS::Neptune::DBCluster": clusterKind(() => "Neptune"),
  "AWS::RDS::DBCluster": clusterKind(resource =>
    // Multi-AZ clusters of RDS have ARNs like those of Aurora.
    /^(mysql|postgres)$/.test(textAt(resource, "Engine") ?? "") ? "RDS" : undefined,
  ),
  "AWS::RDS::DBInstance": {
    ref: instanceName,
    arn: resource =>
      resource.properties["DBClusterIdentifier"] === undefined
        ? instanceArn(resource)
        : { skipped: "an instance of a cluster is backed up with the cluster" },
    gibibytes: "AllocatedStorage",
    key: "KmsKeyId",
    attributes: {
      DBInstanceArn: instanceArn,
      "Endpoint.Address": resource => databaseAddress(resource, instanceName(resource)),
    },
  },
  "AWS::Redshift::Cluster": {
    ref: lowerNameAt("ClusterIdentifier"),
    arn: resource => arn("redshift", resource.place, `cluster:${lowerNameAt("ClusterIdentifier")(resource)}`),
    key: "KmsKeyId",
  },
  "AWS::RedshiftServerless::Namespace": {
    ref: nameAt("NamespaceName"),
    arn: namespaceArn,
    attributes: {
      "Namespace.NamespaceArn": namespaceArn,
      "Namespace.NamespaceId": resource => uuidOf(keyOf(resource)),
    },
  },
  "AWS::S3::Bucket": {
    ref: bucketName,
    arn: resource => bucketArn(resource.place, bucketName(resource)),
    attributes: { Arn: resource => bucketArn(resource.place, bucketName(resource)) },
  },
  "AWS::Serverless::SimpleTable": tableKind,
  "AWS::StorageGateway::Volume": {
    ref: gatewayVolumeArn,
    arn: gatewayVolumeArn,
    attributes: { VolumeARN: gatewayVolumeArn },
  },
  "AWS::SystemsManagerSAP::Application": {
    ref: resource => arn("ssm-sap", resource.place, `HANA/${nameAt("ApplicationId")(resource)}`),
    arn: resource => {
      const database = textAt(resource, "Sid");
      return textAt(resource, "ApplicationType") === "HANA" && database !== undefined
        ? arn("ssm-sap", resource.place, `HANA/${nameAt("ApplicationId")(resource)}/DB/${database}`)
        : {
            skipped:
              "the template does not name its HANA database; add the database as a resource of the fixture",
          };
    },
  },
  "AWS::Timestream::Table": {
    ref: resource => `${textAt(resource, "DatabaseName")}|${nameAt("TableName")(resource)}`,
    arn: timestreamArn,
    attributes: { Arn: timestreamArn, Name: nameAt("TableName") },
  },
};
