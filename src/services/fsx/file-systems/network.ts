import { type IdSource, uuidOf } from "../../../core/ids";
import { arn, type Place, parseArn, placeKey } from "../../../core/place";
import { badRequest, invalidSubnet } from "../errors";

const idOf = (text: string): string => uuidOf(text).replaceAll("-", "").slice(0, 17);

/** Which VPC a subnet is in, this account cannot know: all of a place are taken to be in the same one. */
export const vpcId = (place: Place): string => `vpc-${idOf(`vpc ${placeKey(place)}`)}`;

/** The main route table of that VPC. */
export const mainRouteTableId = (place: Place): string => `rtb-${idOf(`rtb ${placeKey(place)}`)}`;

export const networkInterfaces = (ids: IdSource, count: number): readonly string[] =>
  Array.from({ length: count }, () => `eni-${ids.hex(17)}`);

/** An address inside a private network. */
export const address = (ids: IdSource, network = "10.0"): string =>
  `${network}.${ids.below(256)}.${4 + ids.below(250)}`;

export const dnsName = (id: string, place: Place): string => `${id}.fsx.${place.region}.amazonaws.com`;

/** A KMS key by its ARN; the AWS managed key of Amazon FSx when none is given. */
export function keyArn(place: Place, key: string | undefined): string {
  if (key === undefined) return arn("kms", place, `key/${uuidOf(`aws/fsx ${placeKey(place)}`)}`);
  return parseArn(key) ? key : arn("kms", place, `key/${key}`);
}

/** Checks that the subnets are as many as the deployment needs, and the preferred one is among them. */
export function checkSubnets(
  subnetIds: readonly string[],
  isMultiAz: boolean,
  preferred: string | undefined,
): void {
  const needed = isMultiAz ? 2 : 1;
  if (subnetIds.length !== needed) {
    throw badRequest(
      `Exactly ${needed === 1 ? "one subnet ID is" : "two subnet IDs are"} required for this deployment type.`,
    );
  }
  const [first = "", second] = subnetIds;
  if (first === second) throw invalidSubnet(first, "The subnets must be in different Availability Zones.");
  if (isMultiAz && preferred === undefined) {
    throw badRequest("PreferredSubnetId is required for Multi-AZ deployment types.");
  }
  if (preferred !== undefined && !subnetIds.includes(preferred)) {
    throw invalidSubnet(preferred, `The preferred subnet ${preferred} is not one of the subnets given.`);
  }
}
