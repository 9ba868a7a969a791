import { parseArn } from "../core/basics";
import type { ResourceSeed } from "../seeding/resources";
import { resourceTypeOf } from "../services/backup/resources/resource-types";

const bytesPerGiB = 1024 ** 3;

/** Whether AWS Backup can protect the resource of an ARN. */
export const isProtectable = (arn: string): boolean => resourceTypeOf(parseArn(arn)) !== undefined;

/** The entry of a resource of another service. What its source does not say is left out. */
export const protectable = (given: {
  readonly arn: string;
  /** The type as AWS Backup names it, where the ARN does not tell: `DocumentDB`, `Neptune`. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly sizeInGiB?: number | undefined;
  readonly encryptionKeyArn?: string | undefined;
}): ResourceSeed => ({
  arn: given.arn,
  ...(given.type !== undefined && { type: given.type }),
  ...(given.name !== undefined && { name: given.name }),
  ...(given.tags && Object.keys(given.tags).length > 0 && { tags: given.tags }),
  ...(given.sizeInGiB !== undefined && { sizeInBytes: Math.round(given.sizeInGiB * bytesPerGiB) }),
  ...(given.encryptionKeyArn !== undefined && { encryptionKeyArn: given.encryptionKeyArn }),
});
