/**
 * The form of the generated tables in `tables/`: what `scripts/generate-model.ts` writes and `table.ts` reads.
 *
 * A table is text. The first line is the service's row, then comes a line `<name> <row>` for each operation, an empty
 * line, and a line for each shape. Rows are JSON; one is parsed when it is first asked for.
 */

export type Protocol = "restJson1" | "awsJson1_1";

export interface ServiceRow {
  readonly sdkId: string;
  readonly apiVersion: string;
  readonly protocol: Protocol;
  readonly namespace: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
  /** Only where the protocol names its operation in a header (awsJson1_1). */
  readonly targetPrefix?: string;
}

/** `"PUT /backup/plans/ 200"`, input shape, output shape (empty when there is none), errors parted by spaces, pages. */
export type OperationRow = readonly [
  http: string,
  input: string,
  output: string,
  errors: string,
  pages?: PagesRow,
];

/** Input token, output token, page size and items: the members' names. */
export type PagesRow = readonly [inputToken: string, outputToken: string, pageSize: string, items: string];

export type ShapeRow = StructureRow | ListRow | MapRow | EnumRow | ScalarRow;

interface Size {
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface StructureRow {
  /**
   * Member name to `"<target> <flags> <query name>"`, the last two only when there are any. The target is a shape's
   * name or, for shapes without constraints, a bare type such as `string`. Flags: `r` required, `t` idempotency
   * token, `l` label in the URI, `q` in the query.
   */
  readonly members: Readonly<Record<string, string>>;
  /** Whose fault, HTTP status. An error's code on the wire is the shape's name. */
  readonly error?: readonly [fault: "client" | "server", httpStatus: number];
  readonly sensitive?: true;
}

export interface ListRow extends Size {
  readonly list: string;
}

export interface MapRow extends Size {
  readonly key: string;
  readonly value: string;
}

export interface EnumRow {
  readonly enum: readonly string[];
  readonly sensitive?: true;
}

export interface ScalarRow extends Size {
  readonly type: ScalarType;
  readonly pattern?: string;
}

export type ScalarType = "string" | "integer" | "long" | "double" | "boolean" | "timestamp";

const scalarTypes: ReadonlySet<string> = new Set<ScalarType>([
  "string",
  "integer",
  "long",
  "double",
  "boolean",
  "timestamp",
]);

export function isScalarType(name: string): name is ScalarType {
  return scalarTypes.has(name);
}
