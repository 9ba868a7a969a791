import { isObject } from "../model";

/** The special forms of expected values, with the check of each form's value. */
const forms = {
  $matches: (value: unknown) => patternProblem(value),
  $absent: (value: unknown) => (value === true ? undefined : "must be true"),
  $present: (value: unknown) => (value === true ? undefined : "must be true"),
  $contains: (value: unknown) => (Array.isArray(value) ? undefined : "must be a list"),
  $length: (value: unknown) => (isCount(value) ? undefined : "must be a whole number from 0 up"),
  $date: (value: unknown) => (isInstant(value) ? undefined : "must be an instant in ISO 8601 form"),
} as const;

export type FormName = keyof typeof forms;

const isFormName = (name: string): name is FormName => Object.hasOwn(forms, name);

/** A special form and its value. */
export interface Form {
  readonly name: FormName;
  readonly value: unknown;
}

/** Reads a special form. Undefined for any other value. */
export function formOf(value: unknown): Form | undefined {
  if (!isObject(value)) return undefined;
  const [[name, inner] = [], ...others] = Object.entries(value);
  return name !== undefined && others.length === 0 && isFormName(name) ? { name, value: inner } : undefined;
}

/** The problem of a malformed special form. Undefined for a valid form and for any other object. */
export function formProblem(value: Readonly<Record<string, unknown>>): string | undefined {
  const form = formOf(value);
  if (form) {
    const problem = forms[form.name](form.value);
    return problem && `${form.name} ${problem}`;
  }
  const special = Object.keys(value).find(name => name.startsWith("$"));
  if (special === undefined) return undefined;
  return isFormName(special)
    ? `${special} must be the only member`
    : `${special} is unknown; use one of ${Object.keys(forms).join(", ")}`;
}

/** The problem of a regular expression, if it has one. */
export function patternProblem(value: unknown): string | undefined {
  if (typeof value !== "string") return "must be a regular expression";
  try {
    new RegExp(value, "s");
    return undefined;
  } catch (thrown) {
    return `must be a regular expression: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}

/** A regular expression of a record. A dot also matches line breaks, since error texts may have several lines. */
export const patternOf = (text: string): RegExp => new RegExp(text, "s");

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

const isoForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

export const isInstant = (value: unknown): value is string =>
  typeof value === "string" && isoForm.test(value) && !Number.isNaN(Date.parse(value));
