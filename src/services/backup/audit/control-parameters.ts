import type { ControlInputParameter } from "@aws-sdk/client-backup";
import { day, hour } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** The parameter values of a control by name, including defaults. */
export type ParameterValues = Readonly<Record<string, string>>;

/** A parameter that a control accepts. */
export interface Parameter {
  readonly name: string;
  /** Its default value. */
  readonly defaultValue?: string;
  readonly required?: boolean;
  /** The valid values, for error messages. */
  readonly expects: string;
  accepts(value: string, others: ParameterValues): boolean;
}

type Given = readonly Stored<ControlInputParameter>[] | undefined;

/** The effective values: those given, and defaults. */
export function parameterValues(parameters: readonly Parameter[], given: Given): ParameterValues {
  const values: Record<string, string> = {};
  for (const { name, defaultValue } of parameters)
    if (defaultValue !== undefined) values[name] = defaultValue;
  for (const { ParameterName: name, ParameterValue: value } of given ?? []) {
    if (name !== undefined && value !== undefined) values[name] = value;
  }
  return values;
}

/** Why the parameters of a control are invalid; undefined when they are valid. */
export function parameterFault(parameters: readonly Parameter[], given: Given): string | undefined {
  const names = new Set<string>();
  for (const { ParameterName: name, ParameterValue: value } of given ?? []) {
    if (name === undefined || value === undefined) return "a parameter needs a name and a value";
    if (!parameters.some(parameter => parameter.name === name)) return `it has no parameter ${name}`;
    if (names.has(name)) return `parameter ${name} is given twice`;
    names.add(name);
  }
  const missing = parameters.find(parameter => parameter.required && !names.has(parameter.name));
  if (missing) return `parameter ${missing.name} is required`;
  const values = parameterValues(parameters, given);
  const invalid = parameters.find(({ name, accepts }) => {
    const value = values[name];
    return value !== undefined && !accepts(value, values);
  });
  return invalid && `parameter ${invalid.name} must be ${invalid.expects}`;
}

/** A parameter for a whole number within bounds. */
export const wholeNumber = (
  name: string,
  min: number,
  max: number,
  rest: Pick<Parameter, "defaultValue" | "required"> = {},
): Parameter => ({
  name,
  expects: `a whole number from ${min} to ${max}`,
  accepts: value => isWhole(value, min, max),
  ...rest,
});

const isWhole = (value: string, least: number, most: number): boolean =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/** A parameter for a comma-separated list. */
export const listOf = (
  name: string,
  what: string,
  form: RegExp,
  most = Number.POSITIVE_INFINITY,
): Parameter => ({
  name,
  expects: Number.isFinite(most)
    ? `up to ${most} ${what}, separated by commas`
    : `${what}, separated by commas`,
  accepts: value => {
    const items = itemsIn(value);
    return items.length > 0 && items.length <= most && items.every(item => form.test(item));
  },
});

/** The items of a comma-separated list, `[]` when it is not set. */
export const itemsIn = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .split(",")
    .map(item => item.trim())
    .filter(item => item !== "");

interface Bounds {
  readonly hours: readonly [least: number, most: number];
  readonly days: readonly [least: number, most: number];
}

/** A duration as two parameters: a unit, `hours` or `days`, and a number of units. One day by default. */
export function period(unitName: string, valueName: string, bounds: Bounds): readonly Parameter[] {
  const isUnit = (unit: string | undefined): unit is keyof Bounds => unit === "hours" || unit === "days";
  return [
    { name: unitName, defaultValue: "days", expects: "hours or days", accepts: isUnit },
    {
      name: valueName,
      defaultValue: "1",
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

/** The duration of a {@link period} in milliseconds. */
export const periodIn = (values: ParameterValues, unitName: string, valueName: string): number =>
  Number(values[valueName]) * (values[unitName] === "hours" ? hour : day);
