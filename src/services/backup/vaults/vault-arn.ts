import { parseArn } from "../../../core/arn";
import { type Place, samePlace } from "../../../core/place";

/** Which vault of which account and Region an ARN names. */
export interface VaultAddress {
  readonly place: Place;
  readonly name: string;
}

const prefix = "backup-vault:";

/** The vault an ARN names, be it there or not; nothing when the ARN is not of a backup vault. */
export function vaultOfArn(arn: string): VaultAddress | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== "backup" || !parts.resource.startsWith(prefix)) return undefined;
  const { region, accountId } = parts;
  return { place: { region, accountId }, name: parts.resource.slice(prefix.length) };
}

/** Why an ARN cannot be the one of a logically air-gapped vault that backups are made for: it must be one from here. */
export function airGappedArnFault(here: Place, arn: string): string | undefined {
  const address = vaultOfArn(arn);
  if (!address) return `Invalid backup vault ARN: ${arn}`;
  return samePlace(address.place, here)
    ? undefined
    : `Logically air-gapped backup vault ${arn} must be in the same account and Region.`;
}
