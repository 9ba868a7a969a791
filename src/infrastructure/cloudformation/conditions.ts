import { isObject } from "../../seeding/members";
import type { Evaluate, FunctionTable, Surroundings, TemplateFunction, Where } from "./function-types";
import { inside } from "./function-types";

/** A value of a condition: texts, numbers and truth values compare as texts. */
const textOf = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** Whether the value of a condition holds: a truth value, or the text of one. */
export function holds(value: unknown, at: Where, evaluate: Evaluate, surroundings: Surroundings): boolean {
  const evaluated = evaluate(value, at);
  if (evaluated === true || evaluated === "true") return true;
  if (evaluated === false || evaluated === "false") return false;
  surroundings.problem(
    at,
    "a condition is true or false; use Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition",
  );
  return false;
}

/** The arguments of a function that takes a list of certain lengths; an empty list, reported, for anything else. */
export function listOf(
  argument: unknown,
  least: number,
  most: number,
  expected: string,
  at: Where,
  surroundings: Surroundings,
): readonly unknown[] {
  if (Array.isArray(argument) && argument.length >= least && argument.length <= most) return argument;
  surroundings.problem(at, `${expected}; correct it`);
  return [];
}

const combined =
  (name: string, combine: (values: readonly boolean[]) => boolean): TemplateFunction =>
  (argument, at, evaluate, surroundings) => {
    const list = listOf(argument, 1, 10, `${name} takes a list of 2 to 10 conditions`, at, surroundings);
    return combine(list.map((item, index) => holds(item, inside(at, index), evaluate, surroundings)));
  };

/** The functions that give or take truth values. */
export const conditionFunctions = {
  "Fn::Equals": (argument, at, evaluate, surroundings) => {
    const list = listOf(argument, 2, 2, "Fn::Equals takes a list of two values", at, surroundings);
    const [one, other] = list.map((item, index) => evaluate(item, inside(at, index)));
    return list.length === 2 && textOf(one) === textOf(other);
  },
  "Fn::And": combined("Fn::And", values => values.every(Boolean)),
  "Fn::Or": combined("Fn::Or", values => values.some(Boolean)),
  "Fn::Not": (argument, at, evaluate, surroundings) => {
    const [value] = listOf(argument, 1, 1, "Fn::Not takes a list of one condition", at, surroundings);
    return value !== undefined && !holds(value, inside(at, 0), evaluate, surroundings);
  },
  Condition: (argument, at, _, surroundings) => surroundings.condition(String(argument), at),
  "Fn::If": (argument, at, evaluate, surroundings) => {
    const expected = "Fn::If takes a list of a condition's name and two values";
    const [name, then, otherwise] = listOf(argument, 3, 3, expected, at, surroundings);
    if (name === undefined) return undefined;
    const chosen = isObject(name)
      ? holds(name, inside(at, 0), evaluate, surroundings)
      : surroundings.condition(String(name), at);
    return evaluate(chosen ? then : otherwise, at);
  },
} satisfies Partial<FunctionTable>;
