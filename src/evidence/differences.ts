import { isObject } from "../model";
import { type Form, formOf, patternOf } from "./forms";

/** A value that differs from the expected one. */
export interface ValueDifference {
  /** The path into the answer: `output.BackupJobs.0.State`. */
  readonly path: string;
  /** As the record has it. */
  readonly expected: unknown;
  /** Instants are shown as `{ $date }`. Undefined if there is no value. */
  readonly received: unknown;
}

/** The differences between a value and what is expected. Empty if it fits. */
export function differencesOf(
  expected: unknown,
  received: unknown,
  path: string,
): readonly ValueDifference[] {
  const form = formOf(expected);
  if (form) return formHolds(form, received) ? [] : ofForm(form, expected, received, path);
  if (Array.isArray(expected)) return ofLists(expected, received, path);
  if (isObject(expected)) return ofObjects(expected, received, path);
  return Object.is(expected, received) ? [] : [difference(path, expected, received)];
}

const difference = (path: string, expected: unknown, received: unknown): ValueDifference => ({
  path,
  expected,
  received: shown(received),
});

function ofForm(form: Form, expected: unknown, received: unknown, path: string): readonly ValueDifference[] {
  if (form.name !== "$contains" || !Array.isArray(form.value) || !Array.isArray(received)) {
    return [difference(path, expected, received)];
  }
  const missing = form.value.filter(item => !hasLike(received, item));
  return missing.map(item => difference(path, { $contains: [item] }, received));
}

function ofLists(expected: readonly unknown[], received: unknown, path: string): readonly ValueDifference[] {
  if (!Array.isArray(received) || received.length !== expected.length) {
    return [difference(path, expected, received)];
  }
  return expected.flatMap((item, index) => differencesOf(item, received[index], `${path}.${index}`));
}

function ofObjects(
  expected: Readonly<Record<string, unknown>>,
  received: unknown,
  path: string,
): readonly ValueDifference[] {
  if (!isObject(received) || received instanceof Date) return [difference(path, expected, received)];
  return Object.entries(expected).flatMap(([name, member]) =>
    differencesOf(member, Object.hasOwn(received, name) ? received[name] : undefined, `${path}.${name}`),
  );
}

const hasLike = (received: readonly unknown[], item: unknown): boolean =>
  received.some(candidate => differencesOf(item, candidate, "").length === 0);

function formHolds({ name, value }: Form, received: unknown): boolean {
  switch (name) {
    case "$matches":
      return typeof received === "string" && patternOf(String(value)).test(received);
    case "$absent":
      return received === undefined;
    case "$present":
      return received !== undefined;
    case "$contains":
      return Array.isArray(value) && Array.isArray(received) && value.every(item => hasLike(received, item));
    case "$length":
      return Array.isArray(received) && received.length === value;
    case "$date":
      return received instanceof Date && received.getTime() === Date.parse(String(value));
  }
}

/** Converts a value of an answer to the form it has in a record. */
export function shown(value: unknown): unknown {
  if (value instanceof Date)
    return { $date: Number.isNaN(value.getTime()) ? "invalid" : value.toISOString() };
  if (Array.isArray(value)) return value.map(shown);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, shown(member)]),
  );
}
