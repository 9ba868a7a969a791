export { nearest, suggestion } from "../../model";
export {
  type Arn,
  type ArnLocation,
  type ArnMismatch,
  arn,
  arnMismatch,
  bucketArn,
  globalArn,
  locate,
  parseArn,
  placeOfArn,
  samePartition,
} from "./arn";
export { type NearMiss, nearer, nearMiss } from "./differences";
export { AwsError, MockError, type MockErrorCode, messageOf } from "./errors";
export { eventTypeProblem } from "./event-type";
export {
  allowsAccount,
  deniesAccount,
  isAbout,
  isOpenToAll,
  type Policy,
  readPolicy,
  type Statement,
  textsOf,
} from "./iam-policy";
export { hash, type IdSource, Ids, uuidAt, uuidOf } from "./ids";
export { LruCache } from "./lru-cache";
export { type AsymmetricMatcher, checkComparable, isBunMatcher, matches, matchesExactly } from "./match";
export {
  accountsOf,
  defaultPlace,
  type Place,
  type PlaceKey,
  placeKey,
  placeOfKey,
  samePlace,
} from "./place";
export {
  accountIdForm,
  isAccountId,
  isRegionName,
  readAccountId,
  readPlace,
  regionForm,
} from "./place-reader";
export { type PlainMembers, type PlainType, wrongType } from "./plain-members";
export { quoted, sentence } from "./quote";
export { isKnownRegion } from "./regions";
export { beginAtUser } from "./stack";
export { matchesPattern, policyWildcards, selectionWildcards, type Wildcards } from "./wildcards";
