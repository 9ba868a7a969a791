import { matches } from "../../../core/basics";
import type { FsxAccount } from "./account";
import { incompatibleParameter } from "./errors";

interface Tokened {
  readonly ClientRequestToken?: string | undefined;
}

/** How a request is answered that may come again. */
interface Answering<Subject> {
  /** Does what is asked. */
  act(): Subject;
  nameOf(subject: Subject): string;
  /** The thing as it is now; nothing when it is gone, and the token with it. */
  find(id: string): Subject | undefined;
}

/**
 * Does what a request asks once for each ClientRequestToken: the same token and parameters again are answered with
 * the thing as it is by then, other parameters are refused.
 */
export function once<Subject>(
  { fsx }: FsxAccount,
  operation: string,
  input: Tokened & object,
  { act, nameOf, find }: Answering<Subject>,
): Subject {
  const { ClientRequestToken: token, ...asked } = input;
  if (token === undefined) return act();
  const name = `${operation}/${token}`;
  const earlier = fsx.tokenRequests.get(name);
  const found = earlier && find(earlier.subject);
  if (earlier && found !== undefined) {
    const parameter = firstDifference(earlier.input, asked);
    if (parameter !== undefined) throw incompatibleParameter(parameter);
    return found;
  }
  const subject = act();
  fsx.tokenRequests.put({ name, input: asked, subject: nameOf(subject) });
  return subject;
}

function firstDifference(before: object, now: object): string | undefined {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names].find(name => !areEqual(Reflect.get(before, name), Reflect.get(now, name)));
}

const areEqual = (a: unknown, b: unknown): boolean => matches(a, b) && matches(b, a);
