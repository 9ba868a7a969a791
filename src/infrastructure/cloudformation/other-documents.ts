import type { Members } from "../../seeding/members";

interface OtherDocument {
  /** The members by which the document is known: all of one group. */
  readonly members: readonly (readonly string[])[];
  readonly description: string;
}

const others: readonly OtherDocument[] = [
  {
    members: [["apiVersion", "kind"]],
    description: "this is a Kubernetes file; pass a CloudFormation template",
  },
  {
    members: [["planned_values"], ["format_version"], ["terraform_version"]],
    description: "this is a plan or state of Terraform; pass it to fromTerraformPlan",
  },
  {
    members: [
      ["BackupPlan"],
      ["BackupPlansList"],
      ["BackupVaultList"],
      ["FileSystems"],
      ["RecoveryPoints"],
      ["Volumes"],
    ],
    description:
      "this is an answer of AWS's API, such as get-backup-plan gives, not a template; pass it to fromAwsCli by its command",
  },
  {
    members: [["Rules", "BackupPlanName"]],
    description:
      "this is a backup plan, not a template; seed it with aws.seed({ backup: { plans: [{ BackupPlan }] } })",
  },
  {
    members: [["backup"], ["efs"], ["fsx"], ["resources"]],
    description: "this is a fixture; pass it to aws.seed",
  },
  {
    members: [["version", "artifacts"]],
    description: "this is the manifest of a CDK app; pass a template of the same folder",
  },
  {
    members: [["services"]],
    description:
      "this is a file of Docker Compose or the Serverless Framework; pass a CloudFormation template",
  },
  {
    members: [["Statement"]],
    description: "this is an IAM policy; pass a CloudFormation template",
  },
];

/** What a document without `Resources` is, and what to do with it. */
export function describeOther(document: Members): string {
  const has = (names: readonly string[]): boolean => names.every(name => document[name] !== undefined);
  const other = others.find(({ members }) => members.some(has));
  if (other) return other.description;
  const names = Object.keys(document);
  if (names.includes("Resources")) return "Resources is not an object; give resources by logical id";
  const listed = names.length === 0 ? "it is empty" : `it has ${names.slice(0, 10).join(", ")}`;
  return `Resources is missing, ${listed}; pass a CloudFormation template`;
}
