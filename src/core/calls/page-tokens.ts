import type { OperationModel, Pagination, StateRecord } from "../../model";
import { hash, type Place, placeKey } from "../basics";

/**
 * Answers a call, and if it is one of a list, sees to its page tokens. The handler of a list knows positions in it only.
 * A caller gets them sealed, so that a token is good for the very list that gave it out: the same operation in the same
 * place, asked with the same input except for the size of the page.
 */
export function answerPage(
  model: OperationModel,
  place: Place,
  input: StateRecord,
  answer: (input: StateRecord) => object,
): object {
  const { pagination } = model;
  if (!pagination) return answer(input);
  const { inputToken, outputToken } = pagination;
  const list = (): string => listOf(model, pagination, place, input);
  const token = input[inputToken];
  const output = answer(
    token === undefined ? input : { ...input, [inputToken]: positionOf(String(token), list()) },
  );
  const next: unknown = Reflect.get(output, outputToken);
  // Some operations of Amazon EFS repeat what they were asked with, in a member of its own.
  const repeats = token !== undefined && inputToken !== outputToken && inputToken in output;
  if (typeof next !== "string" && !repeats) return output;
  return {
    ...output,
    ...(repeats && { [inputToken]: token }),
    ...(typeof next === "string" && { [outputToken]: sealed(next, list()) }),
  };
}

/** What no list takes for a position: the service refuses it in its own words, after what it checks before. */
const nowhere = "nowhere";

/** What tells a list from all others. The members of an input that was read are always in the same order. */
function listOf(
  { service, name }: OperationModel,
  { inputToken, pageSize }: Pagination,
  place: Place,
  input: StateRecord,
): string {
  const { [inputToken]: _, [pageSize]: __, ...asked } = input;
  return JSON.stringify([placeKey(place), service, name, asked]);
}

/** Base64, as Amazon FSx wants it. */
const sealed = (position: string, list: string): string =>
  btoa(`${position} ${hash(`${list} ${position}`).toString(36)}`);

function positionOf(token: string, list: string): string {
  let text: string;
  try {
    text = atob(token);
  } catch {
    return nowhere;
  }
  const [position = ""] = text.split(" ");
  // Compared as a whole, because more than one text decodes to the same.
  return sealed(position, list) === token ? position : nowhere;
}
