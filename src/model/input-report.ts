import type { BrokenConstraint } from "./constraints";
import type { Shape } from "./shapes";
import { kindOf, type StateValue } from "./values";
import {
  constraintViolation,
  type Location,
  requiredViolation,
  typeViolation,
  type Violation,
} from "./violations";

/** Other AWS services with the same messages list ten violations at most and count only these. */
const maxViolations = 10;

/**
 * How many list items and map entries of one input are read in all. No request that AWS accepts comes near it; without
 * it, a request of 8 MB with millions of items would take seconds and gigabytes.
 */
export const maxItems = 100_000;

/** What reading one input has found so far. */
export class InputReport {
  readonly violations: Violation[] = [];
  exact = true;
  #itemsLeft = maxItems;

  get #full(): boolean {
    return this.violations.length >= maxViolations;
  }

  addMissing(location: Location): void {
    if (!this.#full) this.violations.push(requiredViolation(location));
  }

  /** Reports a value of a wrong type, which is left out of the copy. */
  rejectType(value: unknown, location: Location, expected: string): undefined {
    this.exact = false;
    if (!this.#full) this.violations.push(typeViolation(location, expected, kindOf(value)));
  }

  /**
   * Reports constraints that a value of the right type breaks. The copy keeps the value. A collection is checked after
   * its items and reported before them: `index` is where its violations belong.
   */
  addBroken(
    broken: readonly (BrokenConstraint | undefined)[],
    value: StateValue,
    shape: Shape,
    location: Location,
    index = this.violations.length,
  ): void {
    let next = index;
    for (const each of broken) {
      if (!each || next >= maxViolations) continue;
      this.violations.splice(
        next++,
        0,
        constraintViolation(location, each.kind, each.constraint, value, shape),
      );
    }
    if (this.#full) this.violations.length = maxViolations;
  }

  /** How many of a collection's items may be read; later collections get what is left. */
  takeItems(count: number): number {
    const taken = Math.min(count, this.#itemsLeft);
    this.#itemsLeft -= taken;
    return taken;
  }
}
