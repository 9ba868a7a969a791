import type { EpochMs } from "../time";

/**
 * An SDK type in the form the state keeps: instants as epoch milliseconds, everything read-only, required
 * members really there. `$metadata` belongs to an answer, not to a thing, and is left out.
 */
export type Stored<T> = T extends Date
  ? EpochMs
  : T extends readonly (infer Element)[]
    ? readonly Stored<Element>[]
    : T extends object
      ? {
          readonly [Member in keyof T as Exclude<Member, "$metadata">]: Stored<Exclude<T[Member], undefined>>;
        }
      : T;
