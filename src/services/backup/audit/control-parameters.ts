import type { ControlInputParameter } from "@aws-sdk/client-backup";
import { day, hour } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** What a control is set to, by the names of its parameters, defaults included. */
export type ParameterValues = Readonly<Record<string, string>>;

/** A parameter that a control takes. */
export interface ParameterRule {
  readonly name: string;
  /** What holds where it is left out. */
  readonly fallback?: string;
  readonly required?: boolean;
  /** What its value must be, in words. */
  readonly expects: string;
  accepts(value: string, others: ParameterValues): boolean;
}

type Given = readonly Stored<ControlInputParameter>[] | undefined;

/** The values that hold for a control of these rules. */
export function parameterValues(rules: readonly ParameterRule[], given: Given): ParameterValues {
  const values: Record<string, string> = {};
  for (const { name, fallback } of rules) if (fallback !== undefined) values[name] = fallback;
  for (const { ParameterName: name, ParameterValue: value } of given ?? []) {
    if (name !== undefined && value !== undefined) values[name] = value;
  }
  return values;
}

/** Why the parameters of a control are refused, or nothing when they are fine. */
export function parameterFault(rules: readonly ParameterRule[], given: Given): string | undefined {
  const names = new Set<string>();
  for (const { ParameterName: name, ParameterValue: value } of given ?? []) {
    if (name === undefined || value === undefined) return "a parameter needs a name and a value";
    if (!rules.some(rule => rule.name === name)) return `it has no parameter ${name}`;
    if (names.has(name)) return `parameter ${name} is given twice`;
    names.add(name);
  }
  const missing = rules.find(rule => rule.required && !names.has(rule.name));
  if (missing) return `parameter ${missing.name} is required`;
  const values = parameterValues(rules, given);
  const wrong = rules.find(({ name, accepts }) => {
    const value = values[name];
    return value !== undefined && !accepts(value, values);
  });
  return wrong && `parameter ${wrong.name} must be ${wrong.expects}`;
}

/** A whole number within bounds. */
export const wholeNumber = (
  name: string,
  least: number,
  most: number,
  rest: Pick<ParameterRule, "fallback" | "required"> = {},
): ParameterRule => ({
  name,
  expects: `a whole number from ${least} to ${most}`,
  accepts: value => isWhole(value, least, most),
  ...rest,
});

const isWhole = (value: string, least: number, most: number): boolean =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/** Texts with commas between them. */
export const listOf = (
  name: string,
  what: string,
  form: RegExp,
  most = Number.POSITIVE_INFINITY,
): ParameterRule => ({
  name,
  expects: Number.isFinite(most)
    ? `up to ${most} ${what}, with commas between them`
    : `${what}, with commas between them`,
  accepts: value => {
    const texts = textsIn(value);
    return texts.length > 0 && texts.length <= most && texts.every(text => form.test(text));
  },
});

/** The texts of a list with commas, `[]` when it is not set. */
export const textsIn = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .split(",")
    .map(text => text.trim())
    .filter(text => text !== "");

interface Bounds {
  readonly hours: readonly [least: number, most: number];
  readonly days: readonly [least: number, most: number];
}

/** A length of time in two parameters: its unit, `hours` or `days`, and how many of them. One day unless set. */
export function period(unitName: string, valueName: string, bounds: Bounds): readonly ParameterRule[] {
  const isUnit = (unit: string | undefined): unit is keyof Bounds => unit === "hours" || unit === "days";
  return [
    { name: unitName, fallback: "days", expects: "hours or days", accepts: isUnit },
    {
      name: valueName,
      fallback: "1",
      expects: `${bounds.hours[0]} to ${bounds.hours[1]} hours or ${bounds.days[0]} to ${bounds.days[1]} days`,
      accepts(value, others) {
        const unit = others[unitName];
        if (!isUnit(unit)) return false;
        const [least, most] = bounds[unit];
        return isWhole(value, least, most);
      },
    },
  ];
}

/** The length of a {@link period} in milliseconds. */
export const periodIn = (values: ParameterValues, unitName: string, valueName: string): number =>
  Number(values[valueName]) * (values[unitName] === "hours" ? hour : day);
