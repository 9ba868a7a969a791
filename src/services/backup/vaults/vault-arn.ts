import { type Place, samePlace } from "../../../core/basics";
import { vaultOfArn } from "../records/vaults";

/** Why an ARN cannot be the one of a logically air-gapped vault that backups are made for: it must be one from here. */
export function airGappedArnFault(here: Place, arn: string): string | undefined {
  const address = vaultOfArn(arn);
  if (!address) return `Invalid backup vault ARN: ${arn}`;
  return samePlace(address.place, here)
    ? undefined
    : `Logically air-gapped backup vault ${arn} must be in the same account and Region.`;
}
