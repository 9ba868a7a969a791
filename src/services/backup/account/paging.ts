import { type Page, page, pageOfList, type Records } from "../../../core/store";
import { badToken } from "./errors";

interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

interface ListOptions<R> {
  readonly where?: ((record: R) => boolean) | undefined;
  readonly newestFirst?: boolean;
}

/** AWS documents no default page size. The greatest size in the API's model is 1,000. */
const request = ({ MaxResults = 1000, NextToken }: ListInput) => ({
  limit: MaxResults,
  token: NextToken,
  badToken,
});

/** The requested page of stored records. */
export const pageOf = <R extends object>(
  records: Records<R>,
  input: ListInput,
  options: ListOptions<R> = {},
): Page<R> => page(records, { ...request(input), ...options });

/** The requested page of a computed list. */
export const pageOfComputed = <R>(
  list: readonly R[],
  input: ListInput,
  keyOf: (item: R) => string,
): Page<R> => pageOfList(list, { ...request(input), keyOf });
