import type { Shape } from "./shapes";
import { valueText } from "./value-text";

/** `length` also counts the items of a list and the entries of a map. */
export type ViolationKind = "required" | "type" | "length" | "range" | "pattern" | "enum";

/** One constraint of the model that an input breaks. */
export interface Violation {
  readonly kind: ViolationKind;
  /**
   * The path in AWS's notation: `backupPlan.rules.1.member.ruleName` (counted from 1; a map's entry is `key.member`).
   * Constraints on the items of a list, or the keys and values of a map, are reported once, at the list or map.
   */
  readonly path: string;
  /** The member at the end of the path (for items, the one that holds them) in its own spelling: `RuleName`. */
  readonly memberName: string;
  /** `Value 'a b' at 'backupVaultName' failed to satisfy constraint: Member must …` */
  readonly message: string;
  /** A copy of the value that was given; absent when it is missing, sensitive or of a wrong type. */
  readonly value?: unknown;
  readonly sensitive: boolean;
}

/** The text of AWS's generated front ends: `2 validation errors detected: …; …`. */
export function violationMessage(violations: readonly Violation[]): string {
  const count = violations.length;
  const texts = violations.map(({ message }) => message).join("; ");
  return `${count} validation error${count === 1 ? "" : "s"} detected: ${texts}`;
}

/** A position in an input. Linked to its parent, so that a path costs nothing until it is printed. */
export interface Location {
  readonly parent: Location | undefined;
  /** A member's name, or what identifies an item: the index in a list, counted from 1, or the key in a map. */
  readonly step: string | number;
  readonly isItem: boolean;
  readonly memberName: string;
  readonly sensitive: boolean;
}

/** The location of the input as a whole, which the paths of its members do not mention. */
export const inputLocation: Location = {
  parent: undefined,
  step: "input",
  isItem: false,
  memberName: "input",
  sensitive: false,
};

export function memberLocation(parent: Location, name: string, sensitive: boolean): Location {
  return { parent, step: name, isItem: false, memberName: name, sensitive: sensitive || parent.sensitive };
}

/** A list item is identified by its index, a map entry by its key. The keys of a sensitive map are sensitive too. */
export function itemLocation(parent: Location, step: string | number): Location {
  const { memberName, sensitive } = parent;
  if (sensitive && typeof step === "string") return parent;
  return { parent, step, isItem: true, memberName, sensitive };
}

export function requiredViolation(location: Location): Violation {
  const subject = location.sensitive ? "Value" : "Value null";
  return violation(location, "required", subject, "Member must not be null");
}

export function typeViolation(location: Location, expected: string, given: string): Violation {
  return violation(location, "type", "Value", `Member must be ${expected}, not ${given}`);
}

export function constraintViolation(
  location: Location,
  kind: ViolationKind,
  constraint: string,
  value: unknown,
  shape: Shape,
): Violation {
  if (location.sensitive) return violation(location, kind, "Value", constraint);
  return { ...violation(location, kind, `Value '${valueText(value, shape)}'`, constraint), value };
}

function violation(location: Location, kind: ViolationKind, subject: string, constraint: string): Violation {
  const { memberName, sensitive } = location;
  const path = pathOf(location);
  const message = `${subject} at '${path}' failed to satisfy constraint: ${constraint}`;
  return { kind, path, memberName, message, sensitive };
}

function pathOf({ parent, step, isItem }: Location): string {
  const name = isItem ? `${step}.member` : lowerCamel(String(step));
  return parent === undefined || parent === inputLocation ? name : `${pathOf(parent)}.${name}`;
}

function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
