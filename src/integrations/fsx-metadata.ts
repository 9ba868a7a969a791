import {
  isRecord,
  type OperationModel,
  readInput,
  type Shape,
  type StructureShape,
  serviceModel,
} from "../model";
import type { RestoreMetadata } from "../services/backup/records/restore-metadata";

// Restore metadata are strings. FSx's model tells which member each one sets, and the type of its value.

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A value parsed from JSON, with its members renamed to those of the shape; case does not matter. */
function withModelNames(shape: Shape, value: unknown): unknown {
  if (shape.type === "list" && Array.isArray(value))
    return value.map(item => withModelNames(shape.item, item));
  if (shape.type !== "structure" || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const known = shape.members.find(({ name }) => sameName(name, key));
      return [known?.name ?? key, known ? withModelNames(known.target, member) : member];
    }),
  );
}

/** The value of a metadata key, converted to the type of the shape. */
function metadataValue(shape: Shape, metadata: RestoreMetadata, key: string): unknown {
  const text = metadata.get(key);
  switch (shape.type) {
    case "integer":
    case "long":
    case "double":
      return text === undefined ? undefined : Number(text);
    case "boolean":
      return text === undefined ? undefined : metadata.isTrue(key);
    case "structure":
    case "list":
      return withModelNames(shape, metadata.json(key));
    default:
      return text;
  }
}

function membersOf(shape: StructureShape, metadata: RestoreMetadata): Record<string, unknown> {
  const entries = shape.members.map(
    ({ name, target }) => [name, metadataValue(target, metadata, name)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The required members of a block, with the values of the backed-up resource. */
const requiredOf = (shape: StructureShape, source: object): object =>
  Object.fromEntries(
    shape.members.filter(({ required }) => required).map(({ name }) => [name, Reflect.get(source, name)]),
  );

function modelOf(operation: string): OperationModel {
  const model = serviceModel("fsx").operation(operation);
  if (!model) throw new Error(`Amazon FSx has no operation ${operation}.`);
  return model;
}

/**
 * The input of an FSx operation for restore metadata; undefined if it violates FSx's model. A top-level key sets a
 * member of the input, or else of the block that configures the file system type. Required members of the block
 * default to those of the source.
 */
export function inputFrom(
  metadata: RestoreMetadata,
  operation: string,
  block: string,
  fixed: object,
  source: object,
): object | undefined {
  const model = modelOf(operation);
  const input = membersOf(model.input, metadata);
  const target = model.input.member(block)?.target;
  if (target?.type === "structure") {
    const settings = { ...membersOf(target, metadata), ...(isRecord(input[block]) && input[block]) };
    if (Object.keys(settings).length > 0) input[block] = { ...requiredOf(target, source), ...settings };
  }
  const { value, violations } = readInput(model, { ...input, ...fixed });
  return violations.length > 0 ? undefined : value;
}
