import { arn, type Place, parseArn, placeKey, uuidOf } from "../../../core/basics";

const defaultAlias = "alias/aws/elasticfilesystem";

/**
 * The ARN of a KMS key, given in any of the forms the service takes: id, key ARN, alias, alias ARN. An alias always
 * stands for the same key; whether there is such a key, this account cannot know.
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
