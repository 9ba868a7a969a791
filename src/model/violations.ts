import { textOf } from "./echo";
import type { Shape } from "./shapes";

/** `length` also counts the items of a list and the entries of a map. */
export type ViolationKind = "required" | "type" | "length" | "range" | "pattern" | "enum";

/** One constraint of the model that an input breaks. */
export interface Violation {
  readonly kind: ViolationKind;
  /**
   * Where, as AWS writes it: `backupPlan.rules.1.member.ruleName` (counted from 1; a map's entry is `key.member`).
   * Constraints on the items of a list, or the keys and values of a map, are reported once at the list or map.
   */
  readonly path: string;
  /** The member at the end of the path (or around it, for items), in its own spelling: `RuleName`. */
  readonly memberName: string;
  /** `Value 'a b' at 'backupVaultName' failed to satisfy constraint: Member must …` */
  readonly message: string;
  /** What was given, copied; absent when it is missing, of a wrong type, or sensitive. */
  readonly value?: unknown;
  readonly sensitive: boolean;
}

/** The aggregated text of AWS's generated front ends: `2 validation errors detected: …; …`. */
export function violationMessage(violations: readonly Violation[]): string {
  const count = violations.length;
  const texts = violations.map(({ message }) => message).join("; ");
  return `${count} validation error${count === 1 ? "" : "s"} detected: ${texts}`;
}

/** A place in an input. Linked to what is around it, so that a path costs nothing until it is printed. */
export interface Where {
  readonly outer: Where | undefined;
  /** A member's name, or a list's index or map's key with `.member`. */
  readonly step: string;
  readonly memberName: string;
  readonly sensitive: boolean;
}

/** The place of an input as a whole; the paths of its members do not mention it. */
export const inputItself: Where = { outer: undefined, step: "input", memberName: "input", sensitive: false };

export function memberOf(outer: Where, name: string, sensitive: boolean): Where {
  return { outer, step: lowerCamel(name), memberName: name, sensitive: sensitive || outer.sensitive };
}

export function itemOf(outer: Where, key: string | number): Where {
  return { outer, step: `${key}.member`, memberName: outer.memberName, sensitive: outer.sensitive };
}

export function missing(where: Where): Violation {
  const { memberName, sensitive } = where;
  const message = sentence(where, sensitive ? "Value" : "Value null", "Member must not be null");
  return { kind: "required", path: pathOf(where), memberName, message, sensitive };
}

export function wrongType(where: Where, expected: string, given: string): Violation {
  const { memberName, sensitive } = where;
  const message = sentence(where, "Value", `Member must be ${expected}, not ${given}`);
  return { kind: "type", path: pathOf(where), memberName, message, sensitive };
}

export function broken(
  where: Where,
  kind: ViolationKind,
  constraint: string,
  value: unknown,
  shape: Shape,
): Violation {
  const { memberName, sensitive } = where;
  const subject = sensitive ? "Value" : `Value '${textOf(value, shape)}'`;
  const violation = {
    kind,
    path: pathOf(where),
    memberName,
    message: sentence(where, subject, constraint),
    sensitive,
  };
  return sensitive ? violation : { ...violation, value };
}

function sentence(where: Where, subject: string, constraint: string): string {
  return `${subject} at '${pathOf(where)}' failed to satisfy constraint: ${constraint}`;
}

function pathOf({ outer, step }: Where): string {
  return outer === undefined || outer === inputItself ? step : `${pathOf(outer)}.${step}`;
}

function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
