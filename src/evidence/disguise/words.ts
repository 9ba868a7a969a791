import { type Shape, serviceModel, serviceNames } from "../../model";

/** What AWS itself writes into ARNs, host names and paths; none of it says anything about an account. */
const awsWords = new Set(
  `access-point alias arn assumed-role association automatic-backup-plan automatic-backup-vault aws aws-cn aws-us-gov
  aws-service-role awsbackup backup backup-plan backup-vault cluster cluster-snapshot com composite copyjob database db
  default default-1weekly Default domain dra efs elasticfilesystem file-cache file-system framework fs fsap fsx gateway image instance
  job key legal-hold log-group log-stream management mount-target Name nfs node org plan point recovery-point report-plan
  restore-testing-plan role root rule s3 security-group service-role snapshot snapshots storage-virtual-machine subnet
  svm system table task tcp tiering-configuration user vault vm volume amazon amazonaws cn docs lustre datasync group
  policy`.split(/\s+/),
);

/** Roles and the like that AWS makes by itself. */
const awsOwnName = /^AWS[A-Za-z]+$/;

/** Whether a part of an ARN, host name or path is AWS's own word. */
export const isAwsWord = (text: string): boolean =>
  awsWords.has(text) || awsOwnName.test(text) || text.endsWith(".amazonaws.com");

/** Whether a text consists of nothing but AWS's own words, and what stands between words. */
export const isAwsText = (text: string): boolean =>
  text
    .split(/[^\p{L}\p{N}_-]+/u)
    .every(part => part === "" || isRegionOrZone(part) || isAwsWord(stripped(part)));

/** Without what a cut left at its ends; nothing at all is nobody's word. */
const stripped = (part: string): string => part.replace(/^[-_]+|[-_]+$/g, "") || "aws";

const regionForm = /^[a-z]{2}(-[a-z]+)+-\d[a-z]?$|^[a-z]{3,4}\d-az\d$|^[a-z]{2}(-[a-z]+)+-\d\*$/;

/** Whether a text names a Region or an Availability Zone. */
export const isRegionOrZone = (text: string): boolean => regionForm.test(text);

const arnServices = new Set(
  `apprunner athena aps backup backup-gateway cloudformation cloudtrail cloudwatch codestar-connections docdb ds dsql
  dynamodb ec2 eks elasticfilesystem elasticloadbalancing events firehose fsx iam kms lambda logs mpa neptune-db
  organizations outposts ram rds rds-data redshift redshift-serverless resource-groups s3 s3-outposts secretsmanager sns
  sqs ssm ssm-sap states storagegateway sts tag timestream`.split(/\s+/),
);

/** Whether a text has the form of an ARN, with a service, a Region and an account as AWS writes them. */
export function isArn(text: string): boolean {
  const [, service = "", region = "", resource] =
    /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9*-]*):(?:\d{12}|aws|\*|):([^\s]*)$/.exec(text) ?? [];
  return (
    resource !== undefined && arnServices.has(service) && (/^\*?$/.test(region) || isRegionOrZone(region))
  );
}

/** The values that AWS's enumerations have, of every service. */
export function enumValues(): ReadonlySet<string> {
  const values = new Set<string>();
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    if (shape.type === "enum") for (const value of shape.values) values.add(value);
    else if (shape.type === "structure") for (const { target } of shape.members) visit(target);
    else if (shape.type === "list") visit(shape.item);
    else if (shape.type === "map") {
      visit(shape.key);
      visit(shape.value);
    }
  };
  for (const name of serviceNames) {
    const model = serviceModel(name);
    for (const operation of model.operationNames()) {
      const { input, output } = model.operation(operation) ?? {};
      if (input) visit(input);
      if (output) visit(output);
    }
  }
  return values;
}
