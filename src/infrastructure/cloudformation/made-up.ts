import { arn, globalArn, hash, Ids, type Place, uuidOf } from "../../core/basics";

/** Stands for a value that only a deployment knows. It keeps its value for the same name. */
export const madeUpText = (name: string): string => `made-up-${hexOf(name, 8)}`;

const madeUp = /^made-up-([0-9a-f]{8})$/;

/** Whether a whole text was made up. */
export const isMadeUp = (value: unknown): value is string => typeof value === "string" && madeUp.test(value);

/** Hexadecimal digits that follow from a name. */
export const hexOf = (name: string, length: number): string => new Ids(hash(name), 0).hex(length);

/** An id in the form of EC2, EFS and FSx: `subnet-0123456789abcdef0`. */
export const idOf = (prefix: string, name: string): string => `${prefix}-${hexOf(name, 17)}`;

/** Twelve capital letters and digits, as CloudFormation appends to the names that it generates. */
export const suffixOf = (name: string): string => hexOf(name, 12).toUpperCase();

type Form = (place: Place, name: string) => string;

const named =
  (form: (place: Place, resource: string) => string, prefix: string): Form =>
  (place, name) =>
    form(place, `${prefix}${name}`);

const regional = (service: string, prefix: string): Form =>
  named((place, resource) => arn(service, place, resource), prefix);

const id =
  (prefix: string): Form =>
  (_, name) =>
    idOf(prefix, name);

/** The form of made-up values, by the end of the name of the property or parameter type that wants them. */
const forms: readonly (readonly [RegExp, Form])[] = [
  [/RoleArn$/, named((place, resource) => globalArn("iam", place, resource), "role/")],
  [/TopicArn$/, regional("sns", "")],
  [/(BackupVaultArn|IncludeVaults|ExcludeVaults)$/, regional("backup", "backup-vault:")],
  [/ScheduleExpression$/, () => "cron(0 5 ? * * *)"],
  [/ScheduleExpressionTimezone$/, () => "Etc/UTC"],
  [/DataRepositoryPath$/, (_, name) => `s3://${name}`],
  [/(Path|JunctionPath)$/, (_, name) => `/${name}`],
  [/(KmsKeyId|KeyArn|KMSKeyArn)$/, (place, name) => arn("kms", place, `key/${uuidOf(name)}`)],
  [/(SubnetIds?|Subnet::Id)$/, id("subnet")],
  [/(SecurityGroups|SecurityGroupIds?|SecurityGroup::Id)$/, id("sg")],
  [/(RouteTableIds)$/, id("rtb")],
  [/(VpcId|VPC::Id)$/, id("vpc")],
  [/(ImageId|Image::Id)$/, id("ami")],
  [/FileSystemId$/, id("fs")],
  [/StorageVirtualMachineId$/, id("svm")],
  [/VolumeId$/, id("fsvol")],
  [/ActiveDirectoryId$/, (_, name) => `d-${hexOf(name, 10)}`],
];

/** A made-up value in the form that a property or parameter type wants; the text itself if any text will do. */
export function inFormOf(place: Place, wanted: string, text: string): string {
  const form = forms.find(([end]) => end.test(wanted));
  return form ? form[1](place, text) : text;
}

const dynamicReference = /\{\{resolve:[^{}]*\}\}/g;

/** A text with its references to parameters and secrets replaced by made-up texts. */
export const withoutDynamicReferences = (text: string): string =>
  text.includes("{{resolve:") ? text.replace(dynamicReference, madeUpText) : text;
