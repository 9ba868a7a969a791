import type { OperationModel, Pagination, StateRecord } from "../../model";
import { hash, type Place, placeKey } from "../basics";

interface PageContext {
  readonly model: OperationModel;
  readonly place: Place;
  /** The `pageSize` option. */
  readonly mostPerPage: number | undefined;
}

/**
 * Answers a call, and seals the page token of a list. Handlers know positions only. Callers get sealed ones, so that a
 * token is valid only for the list that returned it: same operation, same place, same input except for the page size. No page
 * is asked for with more than `mostPerPage` items.
 */
export function answerPage(
  { model, place, mostPerPage }: PageContext,
  input: StateRecord,
  answer: (input: StateRecord) => object,
): object {
  const { pagination } = model;
  if (!pagination) return answer(input);
  const { inputToken, outputToken, pageSize } = pagination;
  const list = (): string => listOf(model, pagination, place, input);
  const token = input[inputToken];
  const size = input[pageSize];
  const isLimited = mostPerPage !== undefined && (typeof size !== "number" || size > mostPerPage);
  const asked =
    !isLimited && token === undefined
      ? input
      : {
          ...input,
          ...(isLimited && { [pageSize]: mostPerPage }),
          ...(token !== undefined && { [inputToken]: positionOf(String(token), list()) }),
        };
  const output = answer(asked);
  const next: unknown = Reflect.get(output, outputToken);
  // Some operations of Amazon EFS repeat the token of the request in a member of its own.
  const repeats = token !== undefined && inputToken !== outputToken && inputToken in output;
  if (typeof next !== "string" && !repeats) return output;
  return {
    ...output,
    ...(repeats && { [inputToken]: token }),
    ...(typeof next === "string" && { [outputToken]: sealed(next, list()) }),
  };
}

/** A position no list has: the service refuses it in its own words, after its earlier checks. */
const nowhere = "nowhere";

/** Identifies a list. The members of an input that was read are always in the same order. */
function listOf(
  { service, name }: OperationModel,
  { inputToken, pageSize }: Pagination,
  place: Place,
  input: StateRecord,
): string {
  const { [inputToken]: _, [pageSize]: __, ...asked } = input;
  return JSON.stringify([placeKey(place), service, name, asked]);
}

/** Base64, as Amazon FSx requires. */
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
  // Compared as a whole: several texts decode to the same position.
  return sealed(position, list) === token ? position : nowhere;
}
