import type { Place } from "../../core/basics";
import type { Members } from "../../seeding/members";
import type { FunctionName } from "./function-names";

/** Marks a member or item that is left out: `AWS::NoValue`. */
export const noValue = Symbol("AWS::NoValue");

/** Where a value stands: the logical id that owns it, and its whole path for messages. */
export interface Where {
  readonly owner: string;
  readonly path: string;
}

export const inside = ({ owner, path }: Where, name: string | number): Where => ({
  owner,
  path: typeof name === "number" ? `${path}[${name}]` : `${path}.${name}`,
});

/** What functions need of the template. */
export interface Surroundings {
  readonly place: Place;
  /** The value of a parameter, pseudo parameter or resource. `undefined` if there is none; it is reported. */
  reference(name: string, at: Where): unknown;
  attribute(logicalId: string, name: string, at: Where): unknown;
  /** Whether a condition holds. */
  condition(name: string, at: Where): boolean;
  mapping(name: string): Members | undefined;
  /** The value that another stack exports. */
  imported(name: string, at: Where): string;
  /** Counts the rounds of a loop. False if the template has too many. */
  addRounds(count: number): boolean;
  problem(at: Where, text: string): void;
  warn(at: Where, text: string): void;
}

/** Evaluates a value; used by functions for their arguments. */
export type Evaluate = (value: unknown, at: Where) => unknown;

export type TemplateFunction = (
  argument: unknown,
  at: Where,
  evaluate: Evaluate,
  surroundings: Surroundings,
) => unknown;

export type FunctionTable = Readonly<Record<FunctionName, TemplateFunction>>;
