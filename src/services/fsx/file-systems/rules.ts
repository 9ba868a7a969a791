import { badRequest, missingMember } from "../account/errors";

/** Throws BadRequest unless a rule of the service holds. */
export function refuseUnless(holds: boolean, message: string): asserts holds {
  if (!holds) throw badRequest(message);
}

/** Throws AWS's refusal of an update of the storage unless a rule holds. */
export function refuseStorageUnless(holds: boolean, why: string): asserts holds {
  refuseUnless(holds, `Unable to perform the storage capacity update. ${why}`);
}

/** Throws BadRequest unless a number is one of the valid values. */
export function refuseUnlessOneOf(name: string, value: number, valid: readonly number[]): void {
  refuseUnless(valid.includes(value), `Invalid ${name}: ${value}. Valid values are ${valid.join(", ")}.`);
}

/** Throws BadRequest unless a number is within a range, bounds included. */
export function refuseUnlessWithin(name: string, value: number, min: number, max: number): void {
  refuseUnless(value >= min && value <= max, `Invalid ${name}: ${value}. Must be between ${min} and ${max}.`);
}

/** The storage capacity of a request. SSD and HDD storage require it, although the API's model does not. */
export function requiredCapacity(capacity: number | undefined): number {
  if (capacity === undefined) throw missingMember("storageCapacity");
  return capacity;
}
