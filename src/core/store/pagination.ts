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

/** A page of a computed list. The token is the number of items returned so far. */
export function pageOfList<R>(list: readonly R[], request: Omit<PageRequest<R>, "newestFirst">): Page<R> {
  const start = request.token === undefined ? 0 : sequenceOf(request.token);
  if (start === undefined) throw request.badToken();
  const wanted = request.where ? list.filter(request.where) : list;
  const end = start + request.limit;
  return { items: wanted.slice(start, end), token: end < wanted.length ? String(end) : undefined };
}
