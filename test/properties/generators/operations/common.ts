import type { Context, InputGenerator } from "../context";
import type { RecordLookup } from "../records";

export const role = "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole";

export const regions = ["us-east-1", "eu-west-1"];

export const subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"];

export const resourceTypes = ["EFS", "FSx", "DynamoDB", "EBS", "RDS", "S3"];

export const member = (record: object | undefined, name: string): unknown =>
  record === undefined ? undefined : Reflect.get(record, name);

export const policy = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

export const vaultName = (records: RecordLookup): unknown =>
  member(records.one("backup", "vaults"), "BackupVaultName");

export const vaultArn = (records: RecordLookup): unknown =>
  member(records.oneInAnyPlace("backup", "vaults"), "BackupVaultArn");

export const lifecycle = ({ random }: Context): object | undefined => {
  if (random.chance(40)) return undefined;
  if (random.chance(25)) return { MoveToColdStorageAfterDays: 1 + random.below(3), DeleteAfterDays: 95 };
  return { DeleteAfterDays: random.pick([1, 2, 7, 35, 100]) };
};

export const arnOf =
  (
    ...sources: readonly (readonly [service: "backup" | "efs" | "fsx", table: string, name: string])[]
  ): InputGenerator =>
  ({ random }, records) => {
    const [service, table, name] = random.pick(sources);
    return { ResourceArn: member(records.one(service, table), name) };
  };

export const schedules = [
  "cron(0 5 ? * * *)",
  "cron(30 12 * * ? *)",
  "cron(0 0 ? * SUN *)",
  "cron(0 */12 * * ? *)",
];
