import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../src/core/world";
import type { Fault, Provocation } from "../../services/backup/declared-errors/provocations";
import type { RichWorld } from "../../services/backup/world";

/** Builds an input of the operation that differs in one value only. */
type Input<Value> = (value: Value, world: RichWorld) => object | Promise<object>;

/** A rule of the API reference that the model's constraints do not hold, and what shows that the product holds it. */
export type Rule = { readonly member: string; readonly rule: string } & (
  | Judged
  /** The title of a test in a file below `test/services/backup`. */
  | { readonly file: string; readonly title: string }
  /** The name of a record below `test/evidence/backup`. */
  | { readonly record: string }
  /** A part of `docs/fidelity.md`, which says what differs. */
  | { readonly fidelity: string }
);

/** Inputs on both sides of a rule. They are the same but for a value, so that only the rule can refuse them. */
export interface Judged {
  readonly accepted: readonly Provocation[];
  readonly refused: readonly Provocation[];
  readonly fault: Fault;
}

/** A rule on a value, with values that obey it and values that break it. */
export const judged = <Value>(
  member: string,
  rule: string,
  input: Input<Value>,
  values: { readonly takes: readonly Value[]; readonly refuses: readonly Value[]; readonly as?: Fault },
): Rule => ({
  member,
  rule,
  fault: values.as ?? "InvalidParameterValue",
  accepted: values.takes.map(value => world => input(value, world)),
  refused: values.refuses.map(value => world => input(value, world)),
});

export const shown = (member: string, rule: string, file: string, title: string): Rule => ({
  member,
  rule,
  file: `${file}.test.ts`,
  title,
});

export const recorded = (member: string, rule: string, record: string): Rule => ({ member, rule, record });

export const described = (member: string, rule: string, fidelity: string): Rule => ({
  member,
  rule,
  fidelity,
});

/** Every filter of a list is one rule, which `lists.test.ts` shows for all lists. */
export const filters: Rule = shown(
  "By…",
  "a filter leaves out what does not match",
  "lists",
  "%s leaves out what does not match %s",
);

/** The rules of each operation. */
export type ReferenceRules = { readonly [Name in OperationName<typeof sdk>]: readonly Rule[] };

/** Pages are one rule for all lists. */
export const aPage: Rule = shown(
  "MaxResults, NextToken",
  "a page has at most so many items, and the token returns the rest",
  "lists",
  "is valid for the same filters, with any page size",
);
