import { structureReader } from "./input-reader";
import type { Report } from "./reports";
import type { OperationModel } from "./service-model";
import type { StateRecord } from "./values";
import { inputItself, type Violation } from "./violations";

/** A caller's input, taken over. */
export interface ReadInput {
  /** The state's form of the input: its own copy, deeply frozen. Complete only when nothing is violated. */
  readonly value: StateRecord;
  /** In the order of the shape; empty when the service would accept the input as far as its model tells. */
  readonly violations: readonly Violation[];
  /** False when something was dropped on the way: a null, a member that the operation does not have, a value of a wrong type. */
  readonly exact: boolean;
}

/** Checks an input against its operation's model and copies it, in one pass. Never keeps, changes or trusts what it is given. */
export function readInput(operation: OperationModel, input: unknown): ReadInput {
  const report: Report = { violations: [], exact: true };
  const value = structureReader(operation.input)(input ?? {}, inputItself, report);
  return { value: value ?? nothing, violations: report.violations, exact: report.exact };
}

const nothing: StateRecord = Object.freeze({});
