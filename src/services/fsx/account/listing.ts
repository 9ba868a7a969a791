import type { AwsError } from "../../../core/basics";
import { type Page, page, pageOfList, type Records } from "../../../core/store";
import { badRequest } from "./errors";
import { existing } from "./lookup";

interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const badToken = (): AwsError => badRequest("Invalid NextToken.");

/** The maximum page size of nearly all lists in the API's model. */
const defaultMaxSize = 50;

const request = (
  { MaxResults = Number.POSITIVE_INFINITY, NextToken }: ListInput,
  maxSize = defaultMaxSize,
) => ({
  limit: Math.min(MaxResults, maxSize),
  token: NextToken,
  badToken,
});

/** The requested page of a list of records. */
export const pageOf = <R extends object>(
  records: Records<R>,
  input: ListInput,
  where?: (record: R) => boolean,
  maxSize?: number,
): Page<R> => page(records, { ...request(input, maxSize), where });

/** The requested page of a list that is computed for each call. */
export const pageOfComputed = <R>(
  list: readonly R[],
  input: ListInput,
  keyOf: (item: R) => string,
): Page<R> => pageOfList(list, { ...request(input), keyOf });

interface Table<R extends object> {
  keyOf(record: R): string;
  get(id: string): R | undefined;
  all(): Records<R>;
}

interface Description<R extends object> {
  readonly ids: readonly string[] | undefined;
  /** A smaller group with every record that `where` accepts. The whole table by default. */
  readonly among?: Records<R>;
  readonly where?: ((record: R) => boolean) | undefined;
  readonly maxSize?: number;
  /** Whether the ids override the filters. By default, filters also apply to the records with the given ids. */
  readonly idsOverride?: boolean;
  notFound(id: string): AwsError;
}

/** The requested page of the records with the given ids, or of all records. */
export function pageOfDescribed<R extends object>(
  input: ListInput,
  table: Table<R>,
  { ids = [], among = table.all(), where, maxSize, idsOverride = false, notFound }: Description<R>,
): Page<R> {
  if (ids.length === 0) return pageOf(among, input, where, maxSize);
  const named = [...new Set(ids)].map(id => existing(table, id, notFound));
  return pageOfComputed(where && !idsOverride ? named.filter(where) : named, input, record =>
    table.keyOf(record),
  );
}

interface Filter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/** The filters of an operation: by name, the values of a record that a filter compares. */
export type Filterable<R> = Readonly<Record<string, (record: R) => string | readonly string[] | undefined>>;

/**
 * A test whether a record passes all filters. It passes a filter that has at least one of its values. Throws for a
 * filter that the operation does not have.
 */
export function passing<R>(
  filters: readonly Filter[] | undefined,
  known: Filterable<R>,
): ((record: R) => boolean) | undefined {
  if (!filters || filters.length === 0) return undefined;
  const tests = filters.map(({ Name = "", Values = [] }) => {
    const valuesOf = Object.hasOwn(known, Name) ? known[Name] : undefined;
    if (!valuesOf) {
      throw badRequest(`Invalid filter name: ${Name}. Valid names are ${Object.keys(known).join(", ")}.`);
    }
    return (record: R) => [valuesOf(record) ?? []].flat().some(value => Values.includes(value));
  });
  return record => tests.every(test => test(record));
}

/** The values of all filters with a name. */
export const filterValues = (filters: readonly Filter[] | undefined, name: string): readonly string[] =>
  (filters ?? []).filter(({ Name }) => Name === name).flatMap(({ Values = [] }) => Values);
