import { type Shape, serviceModel, serviceNames } from "../model";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that AWS itself writes into ARNs, host names and paths. They say nothing about an account. */
const awsWords = wordsOf(`
  accesspoint access-point alias amazon amazonaws approval-team arn association assumed-role automatic-backup-plan
  automatic-backup-vault aws aws-service-role awsbackup backup backup-plan backup-vault bucket cluster cluster-snapshot cn
  com composite copyjob database datasync db default Default default-1weekly deliverystream docs domain dra efs
  elasticfilesystem file-cache file-system framework fs fsap fsx gateway group hypervisor image index instance job key
  legal-hold log-group log-stream lustre management mount-target Name namespace nfs node org plan point policy
  recovery-point report-plan restore-testing-plan role root rule s3 secret security-group service-role session snapshot
  snapshots stack storage-virtual-machine stream subnet svm system table task tcp tiering-configuration user vault vm
  volume workgroup`);

/** Services that occur in ARNs and host names. */
const services = wordsOf(`
  apprunner athena aps backup backup-gateway cloudformation cloudtrail cloudwatch codestar-connections docdb ds dsql
  dynamodb ec2 eks elasticfilesystem elasticloadbalancing events firehose fsx iam kms lambda logs mpa neptune-db
  organizations outposts ram rds rds-data redshift redshift-serverless resource-groups restore-testing s3 s3-outposts
  secretsmanager sns sqs ssm ssm-sap states storagegateway sts tag timestream`);

const partitions = wordsOf("aws aws-cn aws-us-gov aws-eusc aws-iso aws-iso-b aws-iso-e aws-iso-f");

/** Roles that AWS creates. */
const awsRole =
  /^AWS(?:BackupDefaultServiceRole|ServiceRoleFor[A-Za-z]+|BackupServiceRolePolicyFor[A-Za-z0-9]+)$/;

/** Whether a text is the principal of a service, such as `backup.amazonaws.com`. */
const isPrincipal = (text: string): boolean => {
  const [, service = ""] = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(text) ?? [];
  return services.has(service);
};

/** Whether a part of an ARN, host name or path is one of AWS's own words. */
export const isAwsWord = (text: string): boolean =>
  awsWords.has(text) || awsRole.test(text) || isPrincipal(text);

/** Whether a text consists of AWS's words and punctuation only. */
export const isAwsText = (text: string): boolean =>
  text.split(/[^\p{L}\p{N}_-]+/u).every(part => {
    const word = part.replace(/^[-_]+|[-_]+$/g, "");
    return word === "" || isRegionOrZone(word) || isAwsWord(word) || services.has(word);
  });

const regionForm =
  /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?|sc)?-(?:central|(?:north|south)?(?:east|west)?|north|south)-\d(?:[a-z]|\*)?$/;
const zoneForm = /^[a-z]{3,5}\d-az\d$/;

/** Whether a text names a Region or an Availability Zone. */
export const isRegionOrZone = (text: string): boolean => regionForm.test(text) || zoneForm.test(text);

/** Whether fields of an ARN have values of AWS's own. */
export const isArnField = {
  partition: (text: string): boolean => partitions.has(text),
  service: (text: string): boolean => services.has(text),
  region: (text: string): boolean => text === "" || text === "*" || isRegionOrZone(text),
} as const;

/** All enum values of the three models. */
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
