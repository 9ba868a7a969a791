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

/** No default size of a page is documented; the model's greatest is 1,000. */
const request = ({ MaxResults = 1000, NextToken }: ListInput) => ({
  limit: MaxResults,
  token: NextToken,
  badToken,
});

/** The page of a list that the input asks for. */
export const pageOf = <R extends object>(
  records: Records<R>,
  input: ListInput,
  options: ListOptions<R> = {},
): Page<R> => page(records, { ...request(input), ...options });

/** The same of a list that is computed rather than kept. */
export const pageOfComputed = <R>(list: readonly R[], input: ListInput): Page<R> =>
  pageOfList(list, request(input));
