import { matches } from "../../../core/basics";

/** Whether two values of a request or a record are equal, at any depth. */
export const areEqual = (a: unknown, b: unknown): boolean => matches(a, b) && matches(b, a);
