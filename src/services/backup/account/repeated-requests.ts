import type { TableReader } from "../../../core/store";

/** The record that an earlier request with the same token created. Undefined without a token, or for a new one. */
export function createdBefore<R extends object, Order extends string>(
  table: TableReader<R, Order>,
  order: Order,
  token: string | undefined,
): R | undefined {
  if (token === undefined) return undefined;
  const [record] = table.by(order, token);
  return record;
}
