import { type Page, page, type Records } from "../../../core/store";
import { badMarker } from "./errors";

const maxPageSize = 100;

/** One page of a list, with at most 100 records. */
export const pageOf = <R extends object>(
  records: Records<R>,
  token: string | undefined,
  limit: number = maxPageSize,
): Page<R> => page(records, { limit: Math.min(limit, maxPageSize), token, badToken: badMarker });
