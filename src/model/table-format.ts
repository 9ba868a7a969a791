/**
 * The format of the generated tables in `tables/`, which `scripts/generate-model.ts` writes and `table.ts` reads.
 *
 * A table is text: a line with the row of the service, a line `<name> <row>` per operation, an empty line, and a line
 * `<name> <row>` per shape. Rows are JSON.
 */

export type Protocol = "restJson1" | "awsJson1_1";

export interface ServiceRow {
  /** The service's name in the SDK: `Backup`, `EFS`, `FSx`. */
  readonly sdkId: string;
  readonly apiVersion: string;
  readonly protocol: Protocol;
  /** The model's namespace, such as `com.amazonaws.backup`. */
  readonly namespace: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
  /** Only of awsJson1_1, whose requests have the header `x-amz-target: <targetPrefix>.<operation>`. */
  readonly targetPrefix?: string;
}

/** `"PUT /backup/plans/ 200"`, input and output shape (empty if there is none), errors separated by spaces, pagination. */
export type OperationRow = readonly [
  http: string,
  input: string,
  output: string,
  errors: string,
  pages?: PagesRow,
];

/** The names of the members that hold the input token, output token, page size and items. */
export type PagesRow = readonly [inputToken: string, outputToken: string, pageSize: string, items: string];

export type ShapeRow = StructureRow | ListRow | MapRow | EnumRow | ScalarRow;

interface Size {
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface StructureRow {
  /**
   * By member name: `"<target> <flags> <query name>"`, without flags and query name if there are none. The target is a
   * shape's name or, for a shape without constraints, its type, such as `string`. Flags: `r` required, `t` idempotency
   * token, `l` label of the URI, `q` query parameter.
   */
  readonly members: Readonly<Record<string, string>>;
  /** Only of errors. Their code on the wire is the shape's name. */
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
