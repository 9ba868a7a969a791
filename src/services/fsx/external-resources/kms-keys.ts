import { arn, type Place, parseArn, placeKey, uuidOf } from "../../../core/basics";
import type { FsxView } from "../account/account";
import { badRequest } from "../account/errors";

const defaultKeyArn = (place: Place): string =>
  arn("kms", place, `key/${uuidOf(`aws/fsx ${placeKey(place)}`)}`);

/** The ARN of a KMS key with an ARN or id; by default, of the AWS managed key of Amazon FSx. */
function keyArn(place: Place, key: string | undefined): string {
  if (key === undefined) return defaultKeyArn(place);
  return parseArn(key) ? key : arn("kms", place, `key/${key}`);
}

/** Whether a key is in the Region and enabled. */
export function isUsableKey({ fsx, place }: FsxView, key: string): boolean {
  const parts = parseArn(key);
  if (parts?.service !== "kms" || parts.region !== place.region) return false;
  return (
    fsx.kmsKeys.size === 0 || key === defaultKeyArn(place) || fsx.kmsKeys.get(key)?.KeyState === "Enabled"
  );
}

/** The ARN of the key for a new resource. Throws for a key that cannot be used. */
export function usableKey(
  account: FsxView,
  asked: string | undefined,
  refuse: typeof badRequest = badRequest,
): string {
  const key = keyArn(account.place, asked);
  if (!isUsableKey(account, key)) throw refuse(`Invalid KMS key: ${asked}`);
  return key;
}
