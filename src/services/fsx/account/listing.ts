import type { AwsError } from "../../../core/basics";
import { type Page, page, pageOfList, type Records } from "../../../core/store";
import { badRequest } from "./errors";

interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const badToken = (): AwsError => badRequest("Invalid NextToken.");

/** The length of nearly all lists in the API's model. */
const longestPage = 50;

const request = ({ MaxResults = Number.POSITIVE_INFINITY, NextToken }: ListInput, longest = longestPage) => ({
  limit: Math.min(MaxResults, longest),
  token: NextToken,
  badToken,
});

/** The page of a list that the input asks for. */
export const pageOf = <R extends object>(
  records: Records<R>,
  input: ListInput,
  where?: (record: R) => boolean,
  longest?: number,
): Page<R> => page(records, { ...request(input, longest), where });

/** The same of a list that is computed rather than kept. */
export const pageOfComputed = <R>(list: readonly R[], input: ListInput): Page<R> =>
  pageOfList(list, request(input));

interface Described<R extends object> {
  readonly ids: readonly string[] | undefined;
  readonly all: Records<R>;
  readonly where?: ((record: R) => boolean) | undefined;
  /** How long a page can be, where not as long as others. */
  readonly longest?: number;
  find(id: string): R | undefined;
  notFound(id: string): AwsError;
}

/** The page of the things that are asked for by their ids, or else of all; filters hold for both. */
export function pageOfDescribed<R extends object>(
  input: ListInput,
  { ids = [], all, where, longest, find, notFound }: Described<R>,
): Page<R> {
  if (ids.length === 0) return pageOf(all, input, where, longest);
  const named = byIds(ids, find, notFound);
  return pageOfComputed(where ? named.filter(where) : named, input);
}

/** The things of these ids, in their order. Throws for the first that is not there. */
function byIds<R>(
  ids: readonly string[],
  find: (id: string) => R | undefined,
  notFound: (id: string) => AwsError,
): readonly R[] {
  return [...new Set(ids)].map(id => {
    const record = find(id);
    if (record === undefined) throw notFound(id);
    return record;
  });
}

interface Filter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/** What each filter of an operation looks at. */
export type Filterable<R> = Readonly<Record<string, (record: R) => string | readonly string[] | undefined>>;

/**
 * Whether a thing passes all filters; of the values of one filter, any will do. Throws for a filter that the
 * operation does not have.
 */
export function passing<R>(
  filters: readonly Filter[] | undefined,
  known: Filterable<R>,
): ((record: R) => boolean) | undefined {
  if (!filters || filters.length === 0) return undefined;
  const tests = filters.map(({ Name = "", Values = [] }) => {
    const look = Object.hasOwn(known, Name) ? known[Name] : undefined;
    if (!look) {
      throw badRequest(`Invalid filter name: ${Name}. Valid names are ${Object.keys(known).join(", ")}.`);
    }
    return (record: R) => {
      const values = [look(record) ?? []].flat();
      return values.some(value => Values.includes(value));
    };
  });
  return record => tests.every(test => test(record));
}

/** The values of a filter of that name. */
export const filterValues = (filters: readonly Filter[] | undefined, name: string): readonly string[] =>
  (filters ?? []).filter(({ Name }) => Name === name).flatMap(({ Values = [] }) => Values);
