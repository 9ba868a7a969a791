import type { AwsError } from "../../core/errors";
import { type Page, page, pageOfList } from "../../core/pagination";
import type { Records } from "../../core/table-reader";
import { badRequest } from "./errors";

interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const badToken = (): AwsError => badRequest("Invalid NextToken.");

/** No size of a page is documented but that of S3 access point attachments, 1,000 at most. */
const longestPage = 1_000;

const request = ({ MaxResults = longestPage, NextToken }: ListInput) => ({
  limit: Math.min(MaxResults, longestPage),
  token: NextToken,
  badToken,
});

/** The page of a list that the input asks for. */
export const pageOf = <R extends object>(
  records: Records<R>,
  input: ListInput,
  where?: (record: R) => boolean,
): Page<R> => page(records, { ...request(input), where });

/** The same of a list that is computed rather than kept. */
export const pageOfComputed = <R>(list: readonly R[], input: ListInput): Page<R> =>
  pageOfList(list, request(input));

/** The things of these ids, in their order. Throws for the first that is not there. */
export function byIds<R>(
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
export type Filterable<R> = Readonly<Record<string, (record: R) => string | undefined>>;

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
      const value = look(record);
      return value !== undefined && Values.includes(value);
    };
  });
  return record => tests.every(test => test(record));
}

/** The values of a filter of that name. */
export const filterValues = (filters: readonly Filter[] | undefined, name: string): readonly string[] =>
  (filters ?? []).filter(({ Name }) => Name === name).flatMap(({ Values = [] }) => Values);
