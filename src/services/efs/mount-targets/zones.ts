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

/** The prefix of a Region's zone ids: `usgw1` for `us-gov-west-1`. */
const shortName = (region: string): string =>
  region
    .split("-")
    .map(part => directions[part] ?? (part === "gov" ? "g" : part))
    .join("");

const alphabet = "abcdef";

/**
 * The zones of Regions that do not have just a, b and c. A skipped letter is a zone that is closed to new accounts or
 * never existed. In us-west-1, an account has two of three zones; here it has all three.
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

/** The zone at this position among those of the Region, counted from 0. */
export const zoneAt = (region: string, index: number): Zone =>
  zoneOf(region, lettersIn(region).charAt(index));

export const zoneCount = (region: string): number => lettersIn(region).length;

const localForm = /^(.*)-([a-z]+)-(\d+)([a-z])$/;

/**
 * The zone of a seeded subnet, completed from the name or the id that the fixture gives. A zone that the Region does not
 * have is a Local Zone: mount targets in it are refused, but the fixture may have it.
 */
export function completedZone(region: string, given: Partial<Zone>, index: number): Zone {
  const { AvailabilityZoneName: name, AvailabilityZoneId: id } = given;
  const all = [...lettersIn(region)].map(letter => zoneOf(region, letter));
  if (name === undefined && id === undefined) return zoneAt(region, index);
  const known = all.find(zone =>
    name === undefined ? zone.AvailabilityZoneId === id : zone.AvailabilityZoneName === name,
  );
  return {
    AvailabilityZoneName: name ?? known?.AvailabilityZoneName ?? id ?? "",
    AvailabilityZoneId: id ?? known?.AvailabilityZoneId ?? localId(region, name ?? ""),
  };
}

/** The id of a Local Zone: `use1-bos1-az1` for `us-east-1-bos-1a`. */
function localId(region: string, name: string): string {
  const [, , city = "", number = "", letter = "a"] = localForm.exec(name) ?? [];
  return `${shortName(region)}-${city}${number}-az${alphabet.indexOf(letter) + 1}`;
}

/** The zone with a name such as `us-east-1a`. Refuses one that the Region does not have. */
export function zoneNamed(region: string, name: string): Zone {
  const letter = [...lettersIn(region)].find(known => name === `${region}${known}`);
  if (letter === undefined) {
    throw unsupportedAvailabilityZone(`The Availability Zone '${name}' is not available in ${region}.`);
  }
  return zoneOf(region, letter);
}
