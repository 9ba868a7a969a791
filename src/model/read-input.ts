import { structureReader } from "./input-reader";
import { InputReport } from "./input-report";
import type { OperationModel } from "./service-model";
import type { StateRecord } from "./values";
import { inputLocation, type Violation } from "./violations";

/** A caller's input, checked and copied. */
export interface ReadInput {
  /** The state's form of the input: an independent copy, deeply frozen. Complete only when nothing is violated. */
  readonly value: StateRecord;
  /** At most the first ten, in the order of the shape. Empty when the model accepts the input. */
  readonly violations: readonly Violation[];
  /** False when something was left out: a null, a member that the operation does not have, a value of a wrong type. */
  readonly exact: boolean;
}

/** Checks an input against its operation's model and copies it, in one pass. Never keeps or changes what it is given. */
export function readInput(operation: OperationModel, input: unknown): ReadInput {
  const report = new InputReport();
  const value = structureReader(operation.input)(input ?? {}, inputLocation, report);
  return { value: value ?? empty, violations: report.violations, exact: report.exact };
}

const empty: StateRecord = Object.freeze({});
