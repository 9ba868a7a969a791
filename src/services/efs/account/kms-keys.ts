import { arn, type Place, parseArn, placeKey, uuidOf } from "../../../core/basics";

const defaultAlias = "alias/aws/elasticfilesystem";

/**
 * The ARN of a KMS key that is given as id, key ARN, alias or alias ARN. An alias always resolves to the same key.
 * Whether the key exists is not checked.
 */
export function keyArn(place: Place, key: string = defaultAlias): string {
  const parts = parseArn(key);
  const home: Place = parts ?? place;
  const resource = parts?.resource ?? key;
  if (resource.startsWith("alias/")) {
    return arn("kms", home, `key/${uuidOf(`${resource} ${placeKey(home)}`)}`);
  }
  return parts ? key : arn("kms", place, `key/${resource}`);
}
