import type { FsxAccount } from "./account";
import { areEqual } from "./equality";
import { incompatibleParameter } from "./errors";

interface Request {
  readonly ClientRequestToken?: string | undefined;
}

/** The results of an operation by key. Most often the table of the records that it creates or changes. */
interface Results<Result> {
  keyOf(result: Result): string;
  /** The result as it is now; `undefined` if it no longer exists, and then its token counts as unused. */
  get(key: string): Result | undefined;
}

/**
 * Runs an operation once for each ClientRequestToken. A repeated token with the same parameters returns the current
 * state of the result; one with other parameters is refused.
 */
export function once<Result>(
  { fsx }: FsxAccount,
  operation: string,
  input: Request & object,
  results: Results<Result>,
  run: () => Result,
): Result {
  const { ClientRequestToken: token, ...parameters } = input;
  if (token === undefined) return run();
  const name = `${operation}/${token}`;
  const earlier = fsx.tokenRequests.get(name);
  const result = earlier && results.get(earlier.subject);
  if (earlier && result !== undefined) {
    const parameter = firstDifference(earlier.input, parameters);
    if (parameter !== undefined) throw incompatibleParameter(parameter);
    return result;
  }
  const made = run();
  fsx.tokenRequests.put({ name, input: parameters, subject: results.keyOf(made) });
  return made;
}

function firstDifference(before: object, now: object): string | undefined {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names].find(name => !areEqual(Reflect.get(before, name), Reflect.get(now, name)));
}
