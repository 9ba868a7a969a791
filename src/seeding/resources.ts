import type { BackupAccount } from "../services/backup/account/account";
import type { DirectoryEntry } from "../services/backup/records/resources";
import { resourceTypeNamed, resourceTypeOf } from "../services/backup/resources/resource-types";
import { defaultSizeInBytes } from "../services/backup/resources/sources";
import type { Problems } from "./collection";
import { type PlainMembers, plainFault } from "./plain";

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
  /** The ARN of the KMS key that encrypts the resource. Default: none, the resource is not encrypted. */
  readonly encryptionKeyArn?: string;
  /** Whether scans of its backups find malware. Default: `false`. */
  readonly infected?: boolean;
  /** The ARNs of what a CloudFormation stack or an EKS cluster consists of, backed up with it. Default: none. */
  readonly members?: readonly string[];
}

const members = {
  arn: "string",
  type: "string",
  name: "string",
  tags: "object",
  sizeInBytes: "number",
  encryptionKeyArn: "string",
  infected: "boolean",
  members: "texts",
} satisfies { readonly [Name in keyof Required<ResourceSeed>]: PlainMembers[string] };

function faultOf(seed: unknown): string | undefined {
  if (typeof seed !== "object" || seed === null) return "must be an object";
  const fault = plainFault(members, seed);
  if (fault !== undefined) return fault;
  const { sizeInBytes = 0 }: Partial<ResourceSeed> = seed;
  return Number.isSafeInteger(sizeInBytes) && sizeInBytes >= 0
    ? undefined
    : `has sizeInBytes ${sizeInBytes}, which is no size; give a whole number, from 0 up`;
}

/** Puts things of other services into the place. */
export function seedResources(
  account: BackupAccount,
  seeds: readonly ResourceSeed[],
  problems: Problems,
): readonly DirectoryEntry[] {
  if (!Array.isArray(seeds)) {
    problems.push({ path: "resources", message: "must be a list" });
    return [];
  }
  return seeds.flatMap((seed: ResourceSeed, index) => {
    const path = `resources[${index}]`;
    const fault = faultOf(seed);
    if (fault !== undefined) {
      problems.push({ path, message: fault });
      return [];
    }
    const type = seed.type === undefined ? resourceTypeOf(seed.arn ?? "") : resourceTypeNamed(seed.type);
    if (!type) {
      problems.push({ path, message: `${seed.arn} is of no type that AWS Backup protects` });
      return [];
    }
    if (account.backup.resources.get(seed.arn)?.seeded) {
      problems.push({ path, message: `${seed.arn} is there already` });
      return [];
    }
    return [
      account.backup.resources.put({
        arn: seed.arn,
        type: type.name,
        name: seed.name,
        tags: { ...seed.tags },
        sizeInBytes: seed.sizeInBytes ?? defaultSizeInBytes,
        encryptionKeyArn: seed.encryptionKeyArn,
        infected: seed.infected,
        members: seed.members && [...seed.members],
        seeded: true,
      }),
    ];
  });
}
