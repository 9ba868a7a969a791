import { parseArn, quoted, suggestion } from "../core/basics";
import type { BackupAccount } from "../services/backup/account/account";
import { type DirectoryEntry, resourceMembers } from "../services/backup/records/resources";
import {
  resourceTypeNamed,
  resourceTypeOf,
  resourceTypes,
} from "../services/backup/resources/resource-types";
import { defaultSizeInBytes } from "../services/backup/resources/sources";
import { growthOf } from "./growth";
import { plainProblem } from "./plain-members";
import type { Message, Problems } from "./problems";

/**
 * A resource of another service that plans select and jobs back up: an EBS volume, a DynamoDB table, an S3 bucket …
 *
 * @example
 * aws.seed({ resources: [{ arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders", tags: { stage: "prod" } }] });
 */
export interface ResourceSeed {
  /** The ARN of the resource. */
  readonly arn: string;
  /** The type as AWS Backup names it. Default: by the ARN, which does not tell DocumentDB and Neptune from RDS. */
  readonly type?: string;
  /** The name that AWS Backup shows as `ResourceName`. Default: none. */
  readonly name?: string;
  /** The tags, by key. Plans select by them, and recovery points inherit them. Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The size in bytes, a whole number from 0. Default: 1 GiB. */
  readonly sizeInBytes?: number;
  /**
   * How much it grows: `"1 GiB/day"`, with the units from `B` to `TiB` or `TB`, and `hour`, `day` or `week`; a number means
   * bytes a day. A file system of EFS or FSx that has been seeded under `efs` or `fsx` grows too if it is named here.
   * Default: it does not grow.
   */
  readonly growth?: string | number;
  /**
   * The share of its data that changes in a day, from 0 to 1: incremental backups store that. Default: 0.02 if it has
   * `growth` and in forecasts, else 0.
   */
  readonly dailyChange?: number;
  /** The ARN of the KMS key that encrypts the resource. Default: none, the resource is not encrypted. */
  readonly encryptionKeyArn?: string;
  /** Whether scans of its backups find malware. Default: `false`. */
  readonly infected?: boolean;
  /** The ARNs of what a CloudFormation stack or an EKS cluster consists of, backed up with it. Default: none. */
  readonly members?: readonly string[];
}

/** What a resource grows a day, as a fixture says it. */
const growthForm =
  'write "1 GiB/day", with a size from B to TiB an hour, day or week, or a number of bytes a day from 0';

function problemOf(item: unknown): Message | undefined {
  if (typeof item !== "object" || item === null) return "must be an object";
  const { growth, ...others }: Partial<ResourceSeed> = item;
  const problem = plainProblem(resourceMembers, others);
  if (problem !== undefined) return problem;
  if (growth !== undefined && growthOf(growth) === undefined) {
    return `growth ${quoted(growth)} is not a rate; ${growthForm}`;
  }
  const { dailyChange = 0 } = others;
  if (!(dailyChange >= 0 && dailyChange <= 1)) {
    return `dailyChange ${dailyChange} is not a share; give a number from 0 to 1`;
  }
  const { arn, sizeInBytes = 0, type }: Partial<ResourceSeed> = item;
  if (arn === undefined) return "arn is required";
  if (!Number.isSafeInteger(sizeInBytes) || sizeInBytes < 0) {
    return `sizeInBytes ${sizeInBytes} is not a size; give a whole number from 0 up`;
  }
  if (type !== undefined && !resourceTypeNamed(type)) {
    const names = new Set(resourceTypes.map(({ name }) => name));
    return `unknown type ${quoted(type)}; ${suggestion(type, names)}`;
  }
  return undefined;
}

/** Seeds resources of other services. Adds what is wrong to the problems. */
export function seedResources(
  account: BackupAccount,
  items: readonly ResourceSeed[],
  problems: Problems,
): readonly DirectoryEntry[] {
  if (!Array.isArray(items)) {
    problems.add("resources", "must be a list");
    return [];
  }
  return items.flatMap((item: ResourceSeed, index) => {
    const result = seedResource(account, item);
    if ("entry" in result) return [result.entry];
    problems.add(`resources[${index}]`, result.problem);
    return [];
  });
}

type Result = { readonly entry: DirectoryEntry } | { readonly problem: Message };

function seedResource({ backup, now }: BackupAccount, item: ResourceSeed): Result {
  const problem = problemOf(item);
  if (problem !== undefined) return { problem };
  const type = item.type === undefined ? resourceTypeOf(parseArn(item.arn)) : resourceTypeNamed(item.type);
  if (!type) return { problem: `AWS Backup does not support the resource type of ${item.arn}` };
  if (backup.resources.get(item.arn)?.seeded) return { problem: `${item.arn} already exists` };
  const entry = backup.resources.put({
    arn: item.arn,
    type: type.name,
    name: item.name,
    tags: { ...item.tags },
    sizeInBytes: item.sizeInBytes ?? defaultSizeInBytes,
    growth: item.growth === undefined ? undefined : growthOf(item.growth),
    dailyChange: item.dailyChange,
    sizedAt: item.growth === undefined ? undefined : now,
    encryptionKeyArn: item.encryptionKeyArn,
    infected: item.infected,
    members: item.members && [...item.members],
    seeded: true,
  });
  return { entry };
}
