import { arn, globalArn, uuidOf } from "../../core/basics";
import { type Deployed, generatedName, keyOf, nameAt, type ResourceKind, textAt } from "./deployed";
import { hexOf, idOf, suffixOf } from "./made-up";

/** The kinds of ids of Amazon EC2, by type of resource. */
const prefixes: Readonly<Record<string, string>> = {
  CustomerGateway: "cgw",
  DHCPOptions: "dopt",
  InternetGateway: "igw",
  LaunchTemplate: "lt",
  NatGateway: "nat",
  NetworkAcl: "acl",
  NetworkInterface: "eni",
  PrefixList: "pl",
  RouteTable: "rtb",
  SecurityGroup: "sg",
  Subnet: "subnet",
  TransitGateway: "tgw",
  VPC: "vpc",
  VPCEndpoint: "vpce",
  VPNGateway: "vgw",
};

const ec2Kinds = Object.entries(prefixes).map(([name, prefix]): readonly [string, ResourceKind] => {
  const ref = (resource: Deployed): string => idOf(prefix, keyOf(resource));
  return [`AWS::EC2::${name}`, { ref, attributes: { Id: ref, [`${name}Id`]: ref, GroupId: ref } }];
});

const keyId = (resource: Deployed): string => uuidOf(keyOf(resource));

/** A kind whose ARN ends in a prefix and the name in a property. */
const namedKind = (service: string, prefix: string, property: string): ResourceKind => ({
  ref: nameAt(property),
  attributes: { Arn: resource => arn(service, resource.place, `${prefix}${nameAt(property)(resource)}`) },
});

const iamArn =
  (prefix: string, property: string) =>
  (resource: Deployed): string =>
    globalArn(
      "iam",
      resource.place,
      `${prefix}${textAt(resource, "Path") ?? "/"}${nameAt(property)(resource)}`,
    );

const iamKind = (prefix: string, property: string): ResourceKind => ({
  ref: nameAt(property),
  attributes: { Arn: iamArn(prefix, property) },
});

const topicArn = (resource: Deployed): string => arn("sns", resource.place, nameAt("TopicName")(resource));
const secretArn = (resource: Deployed): string =>
  arn(
    "secretsmanager",
    resource.place,
    `secret:${nameAt("Name")(resource)}-${suffixOf(keyOf(resource)).slice(0, 6)}`,
  );
const directoryId = (resource: Deployed): string => `d-${hexOf(keyOf(resource), 10)}`;

/** Types that are not protected themselves, but that plans, vaults and file systems refer to. */
export const surroundingKinds: Readonly<Record<string, ResourceKind>> = {
  ...Object.fromEntries(ec2Kinds),
  "AWS::DirectoryService::MicrosoftAD": { ref: directoryId },
  "AWS::DirectoryService::SimpleAD": { ref: directoryId },
  "AWS::IAM::Group": iamKind("group", "GroupName"),
  "AWS::IAM::InstanceProfile": iamKind("instance-profile", "InstanceProfileName"),
  "AWS::IAM::ManagedPolicy": { ref: iamArn("policy", "ManagedPolicyName") },
  "AWS::IAM::Role": iamKind("role", "RoleName"),
  "AWS::IAM::User": iamKind("user", "UserName"),
  "AWS::KMS::Key": {
    ref: keyId,
    attributes: { Arn: resource => arn("kms", resource.place, `key/${keyId(resource)}`), KeyId: keyId },
  },
  "AWS::KMS::Alias": { ref: nameAt("AliasName") },
  "AWS::Lambda::Function": namedKind("lambda", "function:", "FunctionName"),
  "AWS::Logs::LogGroup": {
    ref: nameAt("LogGroupName"),
    attributes: {
      Arn: resource => arn("logs", resource.place, `log-group:${nameAt("LogGroupName")(resource)}:*`),
    },
  },
  "AWS::SNS::Topic": { ref: topicArn, attributes: { TopicArn: topicArn } },
  "AWS::SQS::Queue": {
    ref: resource =>
      `https://sqs.${resource.place.region}.amazonaws.com/${resource.place.accountId}/${nameAt("QueueName")(resource)}`,
    attributes: { Arn: resource => arn("sqs", resource.place, nameAt("QueueName")(resource)) },
  },
  "AWS::SecretsManager::Secret": { ref: secretArn, attributes: { Id: secretArn } },
};

/** Any other type: a generated name, and an ARN in the usual form. */
export const otherKind: ResourceKind = {
  ref: generatedName,
  attributes: {
    Arn: resource => {
      const [, service = "unknown", name = "resource"] = resource.type.split("::");
      return arn(service.toLowerCase(), resource.place, `${name.toLowerCase()}/${generatedName(resource)}`);
    },
  },
};
