import { table } from "../../../core/store";

/**
 * A resource of a service that is not modelled itself, such as an EBS volume: all there is to know of it. Those a test
 * seeds are `seeded`; once there is one of a type, an unknown one of that type is refused. Where none is seeded, any
 * ARN of the right form is taken to exist.
 */
export interface DirectoryEntry extends Omit<BackupSource, "unavailable"> {
  readonly seeded: boolean;
}

export const resources = table<DirectoryEntry>(entry => entry.arn).by("seededType", entry =>
  entry.seeded ? entry.type : undefined,
);

/** Something that can be backed up, as AWS Backup sees it. */
export interface BackupSource {
  readonly arn: string;
  /** A `ResourceType` of AWS Backup. */
  readonly type: string;
  readonly name?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly sizeInBytes: number;
  /** The key that the resource itself is encrypted with. */
  readonly encryptionKeyArn?: string | undefined;
  /** It holds malware, which scans of its backups find. */
  readonly infected?: boolean | undefined;
  /** What a composite resource, such as a stack, consists of. */
  readonly members?: readonly string[] | undefined;
  /** Why it cannot be backed up at this moment. */
  readonly unavailable?: string | undefined;
}
