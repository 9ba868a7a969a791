import { hashOf } from "./keys";
import type { Records } from "./table-reader";

/** A page of a List operation, whatever that calls its members. */
export interface PageRequest<R> {
  readonly limit: number;
  readonly token: string | undefined;
  /** Which records are in the list. */
  readonly where?: ((record: R) => boolean) | undefined;
  readonly newestFirst?: boolean;
  /** The error for a token that is not from this list. */
  readonly badToken: () => Error;
}

export interface Page<R> {
  readonly items: readonly R[];
  /** Present when there are more. */
  readonly token: string | undefined;
}

/** The position where a page ended, as handlers take and return it. Callers see a sealed form of it. */
const positionForm = /^\d+$/;

const sequenceOf = (position: string): number | undefined =>
  positionForm.test(position) ? Number(position) : undefined;

/**
 * A page of records. The token is the sequence number of the last record returned, so a page costs what it returns, and
 * records that are added or removed in between cause neither gaps nor repeats.
 */
export function page<R extends object>(records: Records<R>, request: PageRequest<R>): Page<R> {
  const { limit, token, where, newestFirst = false } = request;
  const from = token === undefined ? undefined : sequenceOf(token);
  if (token !== undefined && from === undefined) throw request.badToken();
  const items: R[] = [];
  let last: number | undefined;
  for (const [sequence, record] of newestFirst ? records.before(from) : records.after(from)) {
    if (where && !where(record)) continue;
    if (items.length === limit) return { items, token: last === undefined ? undefined : String(last) };
    items.push(record);
    last = sequence;
  }
  return { items, token: undefined };
}

/** A page of a list that is computed for each call, whose items have keys. */
export interface ListRequest<R> extends Omit<PageRequest<R>, "newestFirst" | "where"> {
  keyOf(item: R): string;
}

const listPosition = /^(\d+)-(\d+)-(-?[0-9a-z]+)$/;

/** A key, hashed so that tokens stay short. All of it counts: keys of summaries differ in their beginnings. */
const markOf = (key: string): string => hashOf(key, key.length).toString(36);

/**
 * A page of a computed list. The token names the last item returned by its key, so that items which are removed in
 * between cause no gaps. If that item itself is gone, the next page starts early rather than late.
 */
export function pageOfList<R>(list: readonly R[], request: ListRequest<R>): Page<R> {
  const start = request.token === undefined ? 0 : startOf(list, request.token, request);
  const end = start + request.limit;
  const items = list.slice(start, end);
  const last = items.at(-1);
  if (end >= list.length || last === undefined) return { items, token: undefined };
  return { items, token: `${end}-${list.length}-${markOf(request.keyOf(last))}` };
}

function startOf<R>(list: readonly R[], token: string, { keyOf, badToken }: ListRequest<R>): number {
  const [, returned, size, mark] = listPosition.exec(token) ?? [];
  if (returned === undefined || mark === undefined) throw badToken();
  const isLast = (item: R | undefined): boolean => item !== undefined && markOf(keyOf(item)) === mark;
  // Different keys can have the same hash, so the last item is looked for where it was first.
  if (isLast(list[Number(returned) - 1])) return Number(returned);
  const last = list.findIndex(isLast);
  if (last !== -1) return last + 1;
  const removed = Math.max(1, Number(size) - list.length);
  return Math.max(0, Number(returned) - removed);
}
