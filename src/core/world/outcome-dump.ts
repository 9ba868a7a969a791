import { isLiteral } from "../../model";
import { MockError } from "../basics";
import type { PendingOutcome } from "./pending-outcomes";

/** A pending outcome as data that survives JSON. */
export type OutcomeDump = Omit<PendingOutcome, "setter" | "missed">;

/** Whether a value is the same after JSON: matchers such as `expect.any(String)` are not. */
const isData = (value: unknown): boolean =>
  typeof value !== "object" || value === null
    ? typeof value !== "function"
    : (Array.isArray(value) || isLiteral(value)) && Object.values(value).every(isData);

/** Throws a {@link MockError} for an outcome whose match JSON cannot hold. */
export function dumpOutcome({ setter, missed, ...outcome }: PendingOutcome): OutcomeDump {
  if (outcome.targets.every(({ match }) => isData(match))) return outcome;
  throw new MockError(
    "InvalidSnapshot",
    `Cannot write this snapshot: ${outcome.request} matches by asymmetric matchers, which JSON cannot hold; match by plain values, or take the snapshot when the outcome is used.`,
  );
}
