import type { Records } from "./table-reader";

/** What a List operation asks for, whatever its own names for it are. */
export interface PageRequest<R> {
  readonly limit: number;
  readonly token: string | undefined;
  /** Which of the records belong into the list. */
  readonly where?: ((record: R) => boolean) | undefined;
  readonly newestFirst?: boolean;
  /** The error for a token that this list did not give out. */
  readonly badToken: () => Error;
}

export interface Page<R> {
  readonly items: readonly R[];
  /** Present when there is more. */
  readonly token: string | undefined;
}

/** Where a page ended: what a list's handler takes and gives as its token. Callers see it sealed (`page-tokens.ts`). */
const positionForm = /^\d+$/;

const sequenceOf = (position: string): number | undefined =>
  positionForm.test(position) ? Number(position) : undefined;

/**
 * A page of records. The token names the last record given out by its sequence number, so a page costs what it
 * returns, and neither skips nor repeats what was there when records come and go in between.
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

/** A page of a list that is computed rather than kept. The token counts how many were given out. */
export function pageOfList<R>(list: readonly R[], request: Omit<PageRequest<R>, "newestFirst">): Page<R> {
  const start = request.token === undefined ? 0 : sequenceOf(request.token);
  if (start === undefined) throw request.badToken();
  const wanted = request.where ? list.filter(request.where) : list;
  const end = start + request.limit;
  return { items: wanted.slice(start, end), token: end < wanted.length ? String(end) : undefined };
}
