import type { PlainMembers } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";

/**
 * A resource of a service that is not modelled, such as an EBS volume. A test can seed resources (`seeded`). Once a
 * resource of a type is seeded, unknown resources of that type are refused; until then, any ARN of the right form is
 * assumed to exist.
 */
export interface DirectoryEntry extends Omit<BackupSource, "unavailable"> {
  readonly seeded: boolean;
  /** When `sizeInBytes` was its size, if it grows. */
  readonly sizedAt?: EpochMs | undefined;
  /** When continuous backups of it are possible, once they were requested. Only RDS has to enable them first. */
  readonly continuousFrom?: EpochMs | undefined;
}

export const resources = table<DirectoryEntry>(entry => entry.arn).by("seededType", entry =>
  entry.seeded ? entry.type : undefined,
);

/** A resource that can be backed up, as AWS Backup sees it. */
export interface BackupSource {
  readonly arn: string;
  /** The `ResourceType` of AWS Backup. */
  readonly type: string;
  readonly name?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly sizeInBytes: number;
  /** How many bytes it grows a day. */
  readonly growth?: number | undefined;
  /** The share of its data that changes in a day, from 0 to 1. */
  readonly dailyChange?: number | undefined;
  /** The key that the resource itself is encrypted with. */
  readonly encryptionKeyArn?: string | undefined;
  /** Whether it holds malware, which scans of its backups find. */
  readonly infected?: boolean | undefined;
  /** The ARNs of the members of a composite resource, such as a stack. */
  readonly members?: readonly string[] | undefined;
  /** Why it cannot be backed up now. */
  readonly unavailable?: string | undefined;
}

/** The members that a fixture can give a resource, with their types. */
export const resourceMembers = {
  arn: "string",
  type: "string",
  name: "string",
  tags: "object",
  sizeInBytes: "number",
  growth: "number",
  dailyChange: "number",
  encryptionKeyArn: "string",
  infected: "boolean",
  members: "strings",
} satisfies {
  readonly [Name in keyof Required<
    Omit<DirectoryEntry, "seeded" | "sizedAt" | "continuousFrom">
  >]: PlainMembers[string];
};
