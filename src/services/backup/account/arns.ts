import { type Arn, type ArnLocation, arnMismatch, type Place, parseArn } from "../../../core/basics";
import { invalidParameter } from "./errors";

/** Parses an ARN of the input. Refuses any other text. */
export function readArn(text: string): Arn {
  const arn = parseArn(text);
  if (!arn) throw invalidParameter(`Invalid ARN: ${text}`);
  return arn;
}

/** Refuses an ARN of another partition, Region or account. The text for Regions was recorded from AWS. */
export function checkIsHere(place: Place, text: string, location: ArnLocation): void {
  const mismatch = arnMismatch(location, place);
  if (mismatch) {
    throw invalidParameter(`Invalid ARN: ${text}. Expected ${mismatch.part} is ${mismatch.expected}`);
  }
}
