import type { Place } from "../../core/basics";
import { quoted, suggestion } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import { own } from "../own";
import type { ReadingProblems } from "../problems";
import { inFormOf, madeUpText } from "./made-up";
import { refusal } from "./parameter-rules";

/** A value that a test gives to a parameter: as on the command line, or as a number, truth value or list. */
export type ParameterValue = string | number | boolean | readonly (string | number)[];

/** The value of a parameter. */
export interface Parameter {
  readonly value: string | readonly string[];
  /** Whether only AWS Systems Manager knows the value, so that it was made up. */
  readonly madeUp: boolean;
}

const ssmType = /^AWS::SSM::Parameter::Value<(.+)>$/;
const listType = /^(?:CommaDelimitedList|List<(.+)>)$/;

const textsOf = (value: unknown): string => (Array.isArray(value) ? value.join(",") : String(value));

/** The value of a text by the parameter's type. CloudFormation trims the items of lists. */
function typed(type: string, text: string): string | readonly string[] {
  if (!listType.test(type)) return text;
  return text === "" ? [] : text.split(",").map(item => item.trim());
}

/** What AWS Systems Manager would give, in the form of the inner type. */
function madeUpValue(place: Place, type: string, name: string): string | readonly string[] {
  const [, item] = listType.exec(type) ?? [];
  const value = inFormOf(place, item ?? type, madeUpText(name));
  return listType.test(type) ? [value] : value;
}

/**
 * The values of a template's parameters: the given ones, or else the defaults. Reports parameters without a value, in
 * one problem that lists all of them, and values that the template does not allow.
 */
export function readParameters(
  declared: unknown,
  given: Readonly<Record<string, ParameterValue>>,
  place: Place,
  problems: ReadingProblems,
): ReadonlyMap<string, Parameter> {
  const declarations = Object.entries(isObject(declared) ? declared : {});
  const names = declarations.map(([name]) => name);
  for (const name of Object.keys(given).filter(name => !names.includes(name))) {
    const known = names.length === 0 ? "the template has no parameters" : suggestion(name, names);
    problems.add(`Parameters.${name}`, `unknown parameter ${quoted(name)}; ${known}`);
  }
  const parameters = new Map<string, Parameter>();
  const missing: string[] = [];
  for (const [name, declaration] of declarations) {
    const parameter = readParameter(
      name,
      isObject(declaration) ? declaration : {},
      own(given, name),
      place,
      problems,
    );
    if (parameter) parameters.set(name, parameter);
    else
      missing.push(`${name} (${isObject(declaration) ? String(declaration["Type"] ?? "String") : "String"})`);
  }
  if (missing.length > 0) {
    problems.add(
      "Parameters",
      `no value and no default: ${missing.join(", ")}; give values in the option parameters`,
    );
  }
  return parameters;
}

function readParameter(
  name: string,
  declaration: Members,
  given: ParameterValue | undefined,
  place: Place,
  problems: ReadingProblems,
): Parameter | undefined {
  const type = String(declaration["Type"] ?? "String");
  const [, inner] = ssmType.exec(type) ?? [];
  if (inner !== undefined && given === undefined) {
    // The default is the name of a parameter of Systems Manager, not its value.
    return declaration["Default"] === undefined
      ? undefined
      : { value: madeUpValue(place, inner, `parameter ${name}`), madeUp: true };
  }
  const value = given ?? declaration["Default"];
  if (value === undefined || value === null) return undefined;
  const text = textsOf(value);
  const fault = inner === undefined ? refusal(type, declaration, text) : undefined;
  if (fault !== undefined) problems.add(`Parameters.${name}`, fault);
  return { value: typed(inner ?? type, text), madeUp: false };
}
