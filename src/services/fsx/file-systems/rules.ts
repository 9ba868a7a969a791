import { badRequest } from "../account/errors";

/** Refuses what breaks a rule of the service's own. */
export function refuseUnless(holds: boolean, message: string): asserts holds {
  if (!holds) throw badRequest(message);
}

/** Refuses a number that is none of those to choose from. */
export function refuseUnlessOneOf(name: string, value: number, valid: readonly number[]): void {
  refuseUnless(valid.includes(value), `Invalid ${name}: ${value}. Valid values are ${valid.join(", ")}.`);
}

/** Refuses a number outside a range. */
export function refuseUnlessWithin(name: string, value: number, least: number, most: number): void {
  refuseUnless(
    value >= least && value <= most,
    `Invalid ${name}: ${value}. Must be between ${least} and ${most}.`,
  );
}
