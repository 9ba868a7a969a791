import { isObject } from "../../seeding/members";
import { listOf } from "./conditions";
import type { Evaluate, FunctionTable, Surroundings, Where } from "./function-types";
import { inside, noValue } from "./function-types";
import { madeUpText } from "./made-up";

/** A value as a text within another one. Lists, such as those of parameters, are joined with commas. */
const asText = (value: unknown): string =>
  Array.isArray(value) ? value.join(",") : typeof value === "symbol" ? "" : String(value);

function substituted(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  at: Where,
  surroundings: Surroundings,
): string {
  return text.replace(/\$\{(!?)([^{}]*)\}/g, (_, literal: string, written: string) => {
    const name = written.trim();
    if (literal !== "") return `\${${written}}`;
    if (Object.hasOwn(variables, name)) return asText(variables[name]);
    const dot = name.indexOf(".");
    return asText(
      dot < 0
        ? surroundings.reference(name, at)
        : surroundings.attribute(name.slice(0, dot), name.slice(dot + 1), at),
    );
  });
}

/** The functions that make texts of texts. */
export const textFunctions = {
  "Fn::Sub": (argument, at, evaluate, surroundings) => {
    const [text, given] = Array.isArray(argument) ? argument : [argument];
    if (typeof text !== "string") {
      surroundings.problem(
        at,
        "Fn::Sub takes a text, or a list of a text and an object of variables; correct it",
      );
      return noValue;
    }
    const variables = evaluate(given ?? {}, at);
    return evaluate(substituted(text, isObject(variables) ? variables : {}, at, surroundings), at);
  },
  "Fn::Join": (argument, at, evaluate, surroundings) => {
    const expected = "Fn::Join takes a list of a delimiter and a list of texts";
    const [delimiter, values] = listOf(argument, 2, 2, expected, at, surroundings);
    const texts = evaluate(values ?? [], at);
    if (Array.isArray(texts)) return texts.map(asText).join(asText(delimiter));
    surroundings.problem(at, `${expected}; correct it`);
    return noValue;
  },
  "Fn::Split": (argument, at, evaluate, surroundings) => {
    const expected = "Fn::Split takes a list of a delimiter and a text";
    const [delimiter, text] = listOf(argument, 2, 2, expected, at, surroundings);
    if (delimiter === undefined) return noValue;
    const whole = evaluate(text, at);
    if (typeof whole === "string" && typeof delimiter === "string") return whole.split(delimiter);
    surroundings.problem(at, `${expected}; correct it`);
    return noValue;
  },
  "Fn::Select": (argument, at, evaluate, surroundings) => {
    const expected = "Fn::Select takes a list of an index and a list";
    const [index, from] = listOf(argument, 2, 2, expected, at, surroundings);
    const position = positionOf(evaluate(index, at));
    const values = evaluate(from ?? [], at);
    const list: readonly unknown[] = Array.isArray(values) ? values : asText(values).split(",");
    if (position in list) return list[position];
    // The parts of a text that was made up are not those of the real one.
    if (isObject(from) && JSON.stringify(list).includes("made-up-"))
      return madeUpText(`${at.path} ${position}`);
    surroundings.problem(
      at,
      `Fn::Select asks for item ${asText(position)} of ${list.length}; choose another index`,
    );
    return noValue;
  },
  "Fn::Base64": (argument, at, evaluate) => base64(asText(evaluate(argument, at))),
  "Fn::Length": (argument, at, evaluate, surroundings) => {
    const value = evaluate(argument, at);
    if (Array.isArray(value)) return value.length;
    surroundings.problem(at, "Fn::Length takes a list; correct it");
    return noValue;
  },
  "Fn::ToJsonString": (argument, at, evaluate) => JSON.stringify(evaluate(argument, at)),
} satisfies Partial<FunctionTable>;

/** The position that an index means, which may be a text. Not a number for anything else. */
const positionOf = (index: unknown): number =>
  typeof index === "number" || (typeof index === "string" && index !== "") ? Number(index) : Number.NaN;

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

/** The texts of a list of arguments, evaluated. */
export const evaluatedTexts = (
  values: readonly unknown[],
  at: Where,
  evaluate: Evaluate,
): readonly string[] => values.map((value, index) => asText(evaluate(value, inside(at, index))));
