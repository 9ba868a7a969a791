import { unsupportedAvailabilityZone } from "../account/errors";
import type { Zone } from "../records/subnets";

const directions: Readonly<Record<string, string>> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

/** The Region's name as ids of its zones begin with it: `us-gov-west-1` is `usgw1`. */
const shortName = (region: string): string =>
  region
    .split("-")
    .map(part => directions[part] ?? (part === "gov" ? "g" : part))
    .join("");

const alphabet = "abcdef";

/**
 * The letters of a Region's zones. Some Regions skip one, which is closed to new accounts or never was. Of us-west-1
 * every account has two of three; here it has all of them.
 */
const lettersOf: Readonly<Record<string, string>> = {
  "us-east-1": alphabet,
  "us-west-2": "abcd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ca-central-1": "abd",
  "cn-north-1": "abd",
};

const lettersIn = (region: string): string => lettersOf[region] ?? "abc";

const zoneOf = (region: string, letter: string): Zone => ({
  AvailabilityZoneName: `${region}${letter}`,
  AvailabilityZoneId: `${shortName(region)}-az${alphabet.indexOf(letter) + 1}`,
});

/** The zone that comes at this place among those of the Region, the first being number 0. */
export const zoneNumber = (region: string, index: number): Zone =>
  zoneOf(region, lettersIn(region).charAt(index));

/** How many zones a Region has. */
export const zonesIn = (region: string): number => lettersIn(region).length;

/** The zone of a name such as `us-east-1a`, which must be one that its Region has. */
export function zoneNamed(region: string, name: string): Zone {
  const letter = [...lettersIn(region)].find(known => name === `${region}${known}`);
  if (letter === undefined) {
    throw unsupportedAvailabilityZone(`The Availability Zone '${name}' is not available in ${region}.`);
  }
  return zoneOf(region, letter);
}
