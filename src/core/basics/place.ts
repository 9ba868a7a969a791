/** An account and Region, to which every resource and most ARNs belong. */
export interface Place {
  /** Twelve digits. */
  readonly accountId: string;
  /** Such as `eu-west-1`. */
  readonly region: string;
}

/** The place of a mock that is given none. */
export const defaultPlace: Place = Object.freeze({ accountId: "123456789012", region: "us-east-1" });

/** `account/region`, the key under which the state keeps a place. */
export type PlaceKey = `${string}/${string}`;

export const placeKey = (place: Place): PlaceKey => `${place.accountId}/${place.region}`;

export const samePlace = (one: Place, other: Place): boolean =>
  one === other || (one.region === other.region && one.accountId === other.accountId);

export function placeOfKey(key: string): Place {
  const slash = key.indexOf("/");
  return { accountId: key.slice(0, slash), region: key.slice(slash + 1) };
}

/** The accounts of these places, sorted, without duplicates. */
export const accountsOf = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.map(key => key.slice(0, key.indexOf("/"))))].sort();
