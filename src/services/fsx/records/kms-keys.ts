import type { PlainMembers } from "../../../core/basics";
import { table } from "../../../core/store";

/**
 * A customer managed KMS key. Only seeding creates one. If none was seeded, every key of the Region is assumed to
 * exist and to be enabled.
 */
export interface KmsKey {
  readonly Arn: string;
  /** A key state of AWS KMS: `Enabled`, `Disabled`, `PendingDeletion` … */
  readonly KeyState: string;
}

/** The members that a fixture can give a key, with their types. */
export const kmsKeyMembers = {
  Arn: "string",
  KeyState: "string",
} satisfies { readonly [Name in keyof Required<KmsKey>]: PlainMembers[string] };

export const kmsKeys = table<KmsKey>(key => key.Arn);
