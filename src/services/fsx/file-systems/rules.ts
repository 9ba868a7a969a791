import { badRequest } from "../account/errors";

/** Throws BadRequest unless a rule of the service holds. */
export function refuseUnless(holds: boolean, message: string): asserts holds {
  if (!holds) throw badRequest(message);
}

/** Throws BadRequest unless a number is one of the valid values. */
export function refuseUnlessOneOf(name: string, value: number, valid: readonly number[]): void {
  refuseUnless(valid.includes(value), `Invalid ${name}: ${value}. Valid values are ${valid.join(", ")}.`);
}

/** Throws BadRequest unless a number is within a range, bounds included. */
export function refuseUnlessWithin(name: string, value: number, min: number, max: number): void {
  refuseUnless(value >= min && value <= max, `Invalid ${name}: ${value}. Must be between ${min} and ${max}.`);
}
