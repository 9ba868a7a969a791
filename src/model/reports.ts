import type { Fault } from "./constraints";
import type { Shape } from "./shapes";
import { kindOf, type StateValue } from "./values";
import { broken, type Violation, type Where, wrongType } from "./violations";

/** What was found so far on the way through an input. */
export interface Report {
  readonly violations: Violation[];
  exact: boolean;
}

/** A value of the wrong type: reported, and left out. */
export function refuse(value: unknown, where: Where, expected: string, to: Report): undefined {
  to.exact = false;
  to.violations.push(wrongType(where, expected, kindOf(value)));
}

/** A value of the right type that breaks constraints: reported, and kept. */
export function report(
  faults: readonly (Fault | undefined)[],
  value: StateValue,
  shape: Shape,
  where: Where,
  to: Report,
): void {
  for (const fault of faults) {
    if (fault) to.violations.push(broken(where, fault.kind, fault.constraint, value, shape));
  }
}
