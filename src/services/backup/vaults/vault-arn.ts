import { type Place, samePlace } from "../../../core/basics";
import { vaultOfArn } from "../records/vaults";

/** Why an ARN cannot name the logically air-gapped target of backups, which must be in the same account and Region. */
export function airGappedArnFault(here: Place, arn: string): string | undefined {
  const address = vaultOfArn(arn);
  if (!address) return `Invalid backup vault ARN: ${arn}`;
  return samePlace(address.place, here)
    ? undefined
    : `Logically air-gapped backup vault ${arn} must be in the same account and Region.`;
}
