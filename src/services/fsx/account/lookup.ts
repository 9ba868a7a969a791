import type { AwsError, IdSource } from "../../../core/basics";

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

/** The id of a new volume. Fixtures bring ids that this mock may also generate, so an id in use is skipped. */
export function newVolumeId({ ids, fsx }: Generator): string {
  for (;;) {
    const id = `fsvol-${ids.hex(17)}`;
    if (!fsx.volumes.has(id)) return id;
  }
}

interface Generator {
  readonly ids: IdSource;
  readonly fsx: { readonly volumes: { has(id: string): boolean } };
}
