import { unsupportedAvailabilityZone } from "./errors";

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

/** An Availability Zone by name and id. Zone `a` is always `az1` here; real accounts differ in it. */
export interface Zone {
  readonly AvailabilityZoneName: string;
  readonly AvailabilityZoneId: string;
}

/** No Region has more than six zones. */
const letters = "abcdef";

/** The zone of a letter, `a` being number 0. */
export const zoneNumber = (region: string, index: number): Zone => ({
  AvailabilityZoneName: `${region}${letters[index]}`,
  AvailabilityZoneId: `${shortName(region)}-az${index + 1}`,
});

/** How many zones a Region has: three, but for the two largest. */
export const zonesIn = (region: string): number => ({ "us-east-1": 6, "us-west-2": 4 })[region] ?? 3;

/** The zone of a name such as `us-east-1a`, which must be of this Region. */
export function zoneNamed(region: string, name: string): Zone {
  const index = name.startsWith(region) ? letters.indexOf(name.slice(region.length)) : -1;
  if (index === -1 || name.length !== region.length + 1) {
    throw unsupportedAvailabilityZone(`The Availability Zone '${name}' is not available in ${region}.`);
  }
  return zoneNumber(region, index);
}
