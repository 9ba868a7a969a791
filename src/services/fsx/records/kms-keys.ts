import { table } from "../../../core/store";

/**
 * A customer managed KMS key. Only a seed makes one; where there is none, any key of the Region is taken to be there
 * and enabled.
 */
export interface KmsKey {
  readonly Arn: string;
  /** As AWS KMS calls them: `Enabled`, `Disabled`, `PendingDeletion` … */
  readonly KeyState: string;
}

export const kmsKeys = table<KmsKey>(key => key.Arn);
