import { locate, type Place, parseArn } from "../../../core/basics";
import { vaultOfArn } from "../records/vaults";

/**
 * Reads the ARN of the logically air-gapped vault that backups are requested for, which has to be one of this place.
 * Returns its name, or why the ARN is refused.
 */
export function readAirGappedArn(
  here: Place,
  text: string,
): { readonly name: string } | { readonly fault: string } {
  const arn = parseArn(text);
  const address = vaultOfArn(arn);
  if (!arn || !address) return { fault: `Invalid backup vault ARN: ${text}` };
  return locate(arn, here) === "here"
    ? { name: address.name }
    : { fault: `Logically air-gapped backup vault ${text} must be in the same account and Region.` };
}
