import { parseArn } from "../core/basics";
import type { BackupAccount } from "../services/backup/account/account";
import type { DirectoryEntry } from "../services/backup/records/resources";
import { resourceTypeNamed, resourceTypeOf } from "../services/backup/resources/resource-types";
import { defaultSizeInBytes } from "../services/backup/resources/sources";
import type { Problems } from "./collection";
import { type PlainMembers, plainFault } from "./plain";

/** A thing of another service that plans select and jobs back up: an EBS volume, a DynamoDB table, an S3 bucket … */
export interface ResourceSeed {
  readonly arn: string;
  /** The type as AWS Backup names it; needed only where the ARN does not tell, as for DocumentDB and Neptune. */
  readonly type?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Default: 1 GiB. */
  readonly sizeInBytes?: number;
  /** The key that the resource is encrypted with, where it is. */
  readonly encryptionKeyArn?: string;
  /** It holds malware, which scans of its backups find. */
  readonly infected?: boolean;
  /** The ARNs of what a CloudFormation stack or an EKS cluster consists of, backed up along with it. Default: none. */
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
    const type =
      seed.type === undefined ? resourceTypeOf(parseArn(seed.arn ?? "")) : resourceTypeNamed(seed.type);
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
