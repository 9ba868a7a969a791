import type { EpochMs } from "../time";

/**
 * An SDK type in the form of the state: instants as epoch milliseconds, read-only, no `undefined` in required members,
 * and without `$metadata`, which belongs to an answer.
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
