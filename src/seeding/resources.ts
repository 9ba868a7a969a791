import { parseArn, quoted, suggestion } from "../core/basics";
import type { EpochMs } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { type DirectoryEntry, resourceMembers } from "../services/backup/records/resources";
import {
  resourceTypeNamed,
  resourceTypeOf,
  resourceTypes,
} from "../services/backup/resources/resource-types";
import { defaultSizeInBytes, sizeAt } from "../services/backup/resources/sources";
import { withoutAbsent } from "./absent";
import { itemsOf } from "./fixture-items";
import { growthOf } from "./growth";
import { plainProblem } from "./plain-members";
import type { Problems, Text } from "./problems";

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
  readonly type?: string | undefined;
  /** The name that AWS Backup shows as `ResourceName`. Default: none. */
  readonly name?: string | undefined;
  /** The tags, by key. Plans select by them, and recovery points inherit them. Default: none. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** The size in bytes, a whole number from 0. Default: 1 GiB. */
  readonly sizeInBytes?: number | undefined;
  /**
   * How much it grows: `"1 GiB/day"`, with the units from `B` to `TiB` or `TB`, and `hour`, `day` or `week`; a number means
   * bytes a day. A file system of EFS or FSx that has been seeded under `efs` or `fsx` grows too if it is named here.
   * Default: it does not grow.
   */
  readonly growth?: string | number | undefined;
  /**
   * The share of its data that changes in a day, from 0 to 1: incremental backups store that. Default: 0.02 if it has
   * `growth` and in forecasts, else 0.
   */
  readonly dailyChange?: number | undefined;
  /** The ARN of the KMS key that encrypts the resource. Default: none, the resource is not encrypted. */
  readonly encryptionKeyArn?: string | undefined;
  /** Whether scans of its backups find malware. Default: `false`. */
  readonly infected?: boolean | undefined;
  /** The ARNs of what a CloudFormation stack or an EKS cluster consists of, backed up with it. Default: none. */
  readonly members?: readonly string[] | undefined;
}

/** What a resource grows a day, as a fixture says it. */
const growthForm =
  'write "1 GiB/day", with a size from B to TiB an hour, day or week, or a number of bytes a day from 0';

function problemOf(item: object): Text | undefined {
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
  resources: unknown,
  problems: Problems,
): readonly DirectoryEntry[] {
  const usedNames = new Set<string>();
  return itemsOf(resources, "resources", problems).flatMap(({ item, path }) => {
    const present = withoutAbsent(item);
    const result =
      typeof present === "object" && present !== null
        ? (problemOf(present) ?? seedResource(account, present, usedNames))
        : "must be an object";
    if (typeof result === "object") return [result];
    problems.add(path, result);
    return [];
  });
}

/** Adds a resource, or adds to one that an earlier fixture added. Returns what is wrong, if anything. */
function seedResource(
  { backup, now }: BackupAccount,
  { arn = "", type: name, growth, ...item }: Partial<ResourceSeed>,
  usedNames: Set<string>,
): DirectoryEntry | Text {
  const known = backup.resources.get(arn);
  const typeName = name ?? known?.type;
  const type = typeName === undefined ? resourceTypeOf(parseArn(arn)) : resourceTypeNamed(typeName);
  if (!type) return `AWS Backup does not support the resource type of ${arn}`;
  if (usedNames.has(arn)) return `${arn} already exists`;
  usedNames.add(arn);
  return backup.resources.put({
    sizeInBytes: defaultSizeInBytes,
    ...known,
    ...item,
    ...growthMembers(known, growth, item.sizeInBytes, now),
    arn,
    type: type.name,
    tags: { ...(item.tags ?? known?.tags) },
    members: item.members ? [...item.members] : known?.members,
    seeded: true,
  });
}

/** How a resource grows from now on, if it grows. A size that is not given is what it has grown to. */
function growthMembers(
  known: DirectoryEntry | undefined,
  given: ResourceSeed["growth"],
  size: number | undefined,
  now: EpochMs,
): Partial<DirectoryEntry> {
  const growth = given === undefined ? known?.growth : growthOf(given);
  if (growth === undefined || (given === undefined && size === undefined)) return {};
  return { growth, sizeInBytes: size ?? sizeOfEntry(known, now), sizedAt: now };
}

const sizeOfEntry = (known: DirectoryEntry | undefined, now: EpochMs): number =>
  known ? sizeAt(known, known.sizeInBytes, now) : defaultSizeInBytes;
