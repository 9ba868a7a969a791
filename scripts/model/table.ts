import {
  isScalarType,
  type OperationRow,
  type ServiceRow,
  type ShapeRow,
} from "../../src/model/table-format";
import {
  type SmithyModel,
  type SmithyReference,
  type SmithyShape,
  serviceOf,
  shortName,
  UNIT,
} from "./smithy";

export interface Table {
  readonly service: ServiceRow;
  readonly operations: Readonly<Record<string, OperationRow>>;
  readonly shapes: Readonly<Record<string, ShapeRow>>;
}

/** The table of one service: all shapes that its operations use, without documentation. Members keep the model's order. */
export function tableOf(model: SmithyModel): Table {
  const { id, shape: service } = serviceOf(model);
  const operations: Record<string, OperationRow> = {};
  const shapes: Record<string, ShapeRow> = {};

  /** Adds a shape's row to the table, unless the shape is a type without constraints, and returns its name. */
  const refer = ({ target }: SmithyReference): string => {
    const shape = lookUp(model, target);
    const row = rowOf(shape, () => undefined);
    if ("type" in row && Object.keys(row).length === 1) return row.type;
    const name = shortName(target);
    if (!(name in shapes)) {
      shapes[name] = row; // a placeholder, for shapes that contain themselves
      shapes[name] = rowOf(shape, refer);
    }
    return name;
  };

  for (const reference of service.operations ?? []) {
    const operation = lookUp(model, reference.target);
    const errors = (operation.errors ?? []).map(refer).sort();
    operations[shortName(reference.target)] = operationRow(model, operation, refer, errors);
  }
  return { service: serviceRow(id, service), operations: sorted(operations), shapes: sorted(shapes) };
}

function serviceRow(id: string, { version = "", traits = {} }: SmithyShape): ServiceRow {
  const api = traits["aws.api#service"];
  const signing = traits["aws.auth#sigv4"];
  if (!api || !signing)
    throw new Error(`Failed to read ${id}: it does not have the traits of an AWS service`);
  const common = {
    sdkId: api.sdkId,
    apiVersion: version,
    namespace: id.slice(0, id.indexOf("#")),
    endpointPrefix: api.endpointPrefix,
    signingName: signing.name,
  };
  if (traits["aws.protocols#restJson1"]) return { ...common, protocol: "restJson1" };
  if (traits["aws.protocols#awsJson1_1"])
    return { ...common, protocol: "awsJson1_1", targetPrefix: shortName(id) };
  throw new Error(`Failed to read ${id}: its protocol is neither restJson1 nor awsJson1_1`);
}

function operationRow(
  model: SmithyModel,
  operation: SmithyShape,
  refer: (reference: SmithyReference) => string,
  errors: readonly string[],
): OperationRow {
  const { method, uri, code = 200 } = operation.traits?.["smithy.api#http"] ?? { method: "POST", uri: "/" };
  const name = (reference: SmithyReference | undefined) =>
    !reference || reference.target === UNIT ? "" : refer(reference);
  const row = [
    `${method} ${uri} ${code}`,
    name(operation.input),
    name(operation.output),
    errors.join(" "),
  ] as const;
  const paginated = operation.traits?.["smithy.api#paginated"];
  if (!paginated) return row;
  const { inputToken = "", outputToken = "", pageSize = "", items } = paginated;
  return [...row, [inputToken, outputToken, pageSize, items ?? onlyCollection(model, operation)]];
}

/** Some paginated operations do not name the member with the items: it is the only list or map of their output. */
function onlyCollection(model: SmithyModel, { output }: SmithyShape): string {
  const members = Object.entries(output ? (lookUp(model, output.target).members ?? {}) : {});
  const collections = members.filter(([, { target }]) => /^(list|map)$/.test(lookUp(model, target).type));
  const [name] = collections[0] ?? [];
  if (!name || collections.length > 1) throw new Error(`Failed to find the items of ${output?.target}`);
  return name;
}

function rowOf(shape: SmithyShape, refer: (reference: SmithyReference) => string | undefined): ShapeRow {
  const { type, traits = {} } = shape;
  const sensitive = traits["smithy.api#sensitive"] ? { sensitive: true as const } : {};
  const { min, max } = traits["smithy.api#length"] ?? traits["smithy.api#range"] ?? {};
  const size = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...sensitive };
  const to = (reference: SmithyReference | undefined) => (reference && refer(reference)) ?? "";

  if (type === "structure") {
    const members = Object.entries(shape.members ?? {}).map(([name, member]) => [
      name,
      memberRow(member, to(member)),
    ]);
    const fault = traits["smithy.api#error"];
    return {
      members: Object.fromEntries(members),
      ...(fault && { error: errorRow(shape, fault) }),
      ...sensitive,
    };
  }
  if (type === "list") return { list: to(shape.member), ...size };
  if (type === "map") return { key: to(shape.key), value: to(shape.value), ...size };
  if (type === "enum") {
    const values = Object.entries(shape.members ?? {});
    return {
      enum: values.map(([name, { traits }]) => traits?.["smithy.api#enumValue"] ?? name),
      ...sensitive,
    };
  }
  if (!isScalarType(type))
    throw new Error(`Failed to read a shape of type ${type}: the table format does not support it`);
  const pattern = traits["smithy.api#pattern"];
  return { type, ...size, ...(pattern === undefined ? {} : { pattern }) };
}

function memberRow({ traits = {} }: SmithyReference, target: string): string {
  const query = traits["smithy.api#httpQuery"];
  const flags = [
    traits["smithy.api#required"] && "r",
    traits["smithy.api#idempotencyToken"] && "t",
    traits["smithy.api#httpLabel"] && "l",
    query && "q",
  ];
  return [target, flags.filter(Boolean).join(""), query].filter(Boolean).join(" ");
}

/** An error that declares no status has the protocols' default. */
function errorRow({ traits = {} }: SmithyShape, fault: "client" | "server") {
  return [fault, traits["smithy.api#httpError"] ?? (fault === "client" ? 400 : 500)] as const;
}

function lookUp(model: SmithyModel, id: string): SmithyShape {
  const shape = model.shapes[id] ?? prelude[id];
  if (!shape) throw new Error(`Failed to find ${id} in the model`);
  return shape;
}

/** The shapes of Smithy's prelude that these models use. */
const prelude: Readonly<Record<string, SmithyShape>> = {
  "smithy.api#String": { type: "string" },
  "smithy.api#Timestamp": { type: "timestamp" },
  "smithy.api#Unit": { type: "structure" },
};

/** By code unit, so that the order does not depend on the machine's locale. */
function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
