import { type AwsError, parseArn } from "../../../core/basics";
import { invalidParameter, missingParameter } from "../account/errors";
import { isRoleArn } from "../account/names";
import type { SelectionSettings } from "../records/restore-testing-selections";
import { can, resourceTypeNamed, resourceTypeOf } from "../resources/resource-types";
import { hasTagCharacters, longestKey, longestValue } from "../tags/tags";
import { overrideFault } from "./metadata-overrides";

const longestValidation = 168;
const everything = "*";

/** Types whose ARNs all have the form of an Amazon RDS cluster. */
const clusterTypes: ReadonlySet<string> = new Set(["Aurora", "DocumentDB", "Neptune"]);

const conditionsOf = ({ ProtectedResourceConditions: conditions }: SelectionSettings) => [
  ...(conditions?.StringEquals ?? []),
  ...(conditions?.StringNotEquals ?? []),
];

export const conditionCount = (settings: SelectionSettings): number => conditionsOf(settings).length;

/** Whether a selection includes every resource of its type that meets its conditions. */
export const isForAll = ({ ProtectedResourceArns: arns = [] }: SelectionSettings): boolean =>
  arns.length === 0 || arns.includes(everything);

/** The error with which AWS refuses a selection, if it does. */
export function selectionError(type: string, settings: SelectionSettings): AwsError | undefined {
  const { IamRoleArn, ValidationWindowHours: hours, RestoreMetadataOverrides = {} } = settings;
  const known = resourceTypeNamed(type);
  if (!known || !can(known, "restoreTesting")) {
    return invalidParameter(`Restore testing is not supported for resource type ${type}.`);
  }
  if (!isRoleArn(IamRoleArn)) return invalidParameter(`Invalid IAM role ARN: ${IamRoleArn}`);
  if (hours < 0 || hours > longestValidation) {
    return invalidParameter(`ValidationWindowHours must be from 0 to ${longestValidation}.`);
  }
  const fault = overrideFault(type, RestoreMetadataOverrides);
  if (fault !== undefined) return invalidParameter(fault);
  return resourcesError(type, settings);
}

function resourcesError(type: string, settings: SelectionSettings): AwsError | undefined {
  const arns = settings.ProtectedResourceArns ?? [];
  const conditions = conditionCount(settings);
  if (arns.length === 0 && conditions === 0) {
    return missingParameter("Either ProtectedResourceArns or ProtectedResourceConditions is required.");
  }
  if (arns.includes(everything) && arns.length > 1) {
    return invalidParameter("ProtectedResourceArns can hold either the wildcard or ARNs.");
  }
  if (!isForAll(settings) && conditions > 0) {
    return invalidParameter(
      "A selection can have either ProtectedResourceArns or ProtectedResourceConditions.",
    );
  }
  const fault = conditionsOf(settings)
    .map(conditionFault)
    .find(each => each !== undefined);
  if (fault !== undefined) return invalidParameter(fault);
  const other = arns.find(arn => arn !== everything && !isOfType(arn, type));
  return other === undefined
    ? undefined
    : invalidParameter(`${other} is not the ARN of a resource of type ${type}.`);
}

type Condition = ReturnType<typeof conditionsOf>[number];

/** Why a condition is malformed. The key of a tag may follow `aws:ResourceTag/`. */
function conditionFault({ Key = "", Value = "" }: Condition): string | undefined {
  const key = Key.replace(/^aws:ResourceTag\//, "");
  if (key.length < 1 || key.length > longestKey || Value.length > longestValue) {
    return `Condition keys must have 1 to ${longestKey} characters, and values at most ${longestValue}: ${Key}`;
  }
  if (/^aws:/i.test(key)) return `Condition keys cannot start with aws: ${Key}`;
  return hasTagCharacters(key) && hasTagCharacters(Value)
    ? undefined
    : `Condition keys and values can hold letters, numbers, white space and + - = . _ : / @ only: ${Key}, ${Value}`;
}

function isOfType(arn: string, type: string): boolean {
  const name = resourceTypeOf(parseArn(arn))?.name;
  return name === type || (name !== undefined && clusterTypes.has(name) && clusterTypes.has(type));
}
