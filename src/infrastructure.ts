/**
 * `aws-backup-mock/infrastructure`: templates, plans and dumps become fixtures, which `aws.seed` takes.
 *
 * @packageDocumentation
 */

export {
  type AccountClients,
  type ImportOptions,
  importAccount,
} from "./infrastructure/account/import-account";
export type { ImportProgress } from "./infrastructure/account/reader";
export {
  type CloudFormationOptions,
  fromCloudFormation,
} from "./infrastructure/cloudformation/from-cloudformation";
export type { ParameterValue } from "./infrastructure/cloudformation/parameters";
export { type AwsCliOptions, fromAwsCli } from "./infrastructure/dumps/from-aws-cli";
export type { Infrastructure, SkippedResource, Warning } from "./infrastructure/result";
export {
  fromTerraformPlan,
  type TerraformInfrastructure,
  type TerraformOptions,
} from "./infrastructure/terraform/from-terraform-plan";
