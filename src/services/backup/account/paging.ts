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

/** The greatest page size in the API's model. AWS documents no default. */
const largestPage = 1_000;

/** AWS accepts greater sizes than the model's, as recorded, and answers with a smaller page. */
const request = ({ MaxResults = largestPage, NextToken }: ListInput) => ({
  limit: Math.min(MaxResults, largestPage),
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
