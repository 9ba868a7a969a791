import { type Page, page, type Records } from "../../../core/store";
import { badMarker } from "./errors";

const defaultLimit = 100;

/** The page of a list that a marker or token asks for; at most 100 at once. */
export const pageOf = <R extends object>(
  records: Records<R>,
  token: string | undefined,
  limit: number = defaultLimit,
): Page<R> => page(records, { limit: Math.min(limit, defaultLimit), token, badToken: badMarker });
