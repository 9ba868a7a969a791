import type { AnyInput, Scene } from "../inputs";
import type { Names } from "../names";

/** Members of an input that no model tells how to choose; what is `undefined` is left out. */
export type Recipe = (scene: Scene, names: Names, input: AnyInput) => AnyInput;

export const role = "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole";

export const regions = ["us-east-1", "eu-west-1"];

export const subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"];

export const resourceTypes = ["EFS", "FSx", "DynamoDB", "EBS", "RDS", "S3"];

export const member = (record: object | undefined, name: string): unknown =>
  record === undefined ? undefined : Reflect.get(record, name);

export const policy = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

export const vaultName = (names: Names): unknown => member(names.one("backup", "vaults"), "BackupVaultName");

export const vaultArn = (names: Names): unknown =>
  member(names.oneAnywhere("backup", "vaults"), "BackupVaultArn");

export const lifecycle = ({ dice }: Scene): object | undefined => {
  if (dice.chance(40)) return undefined;
  if (dice.chance(25)) return { MoveToColdStorageAfterDays: 1 + dice.below(3), DeleteAfterDays: 95 };
  return { DeleteAfterDays: dice.pick([1, 2, 7, 35, 100]) };
};

export const onlyArn =
  (
    ...sources: readonly (readonly [service: "backup" | "efs" | "fsx", table: string, name: string])[]
  ): Recipe =>
  ({ dice }, names) => {
    const [service, table, name] = dice.pick(sources);
    return { ResourceArn: member(names.one(service, table), name) };
  };

export const schedules = [
  "cron(0 5 ? * * *)",
  "cron(30 12 * * ? *)",
  "cron(0 0 ? * SUN *)",
  "cron(0 */12 * * ? *)",
];
