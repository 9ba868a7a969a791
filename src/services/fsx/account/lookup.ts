import type { AwsError } from "../../../core/basics";

/** Finds records by id. */
interface Lookup<R> {
  get(id: string): R | undefined;
}

/** The record with an id. Throws the given error if it does not exist. */
export function existing<R>(table: Lookup<R>, id: string, notFound: (id: string) => AwsError): R {
  const record = table.get(id);
  if (record === undefined) throw notFound(id);
  return record;
}
