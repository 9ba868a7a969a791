import {
  isRecord,
  type OperationModel,
  readInput,
  type Shape,
  type StructureShape,
  serviceModel,
} from "../model";
import type { RestoreMetadata } from "../services/backup/records/restore-metadata";

// Restore metadata are texts. What FSx is to be asked for is found by the names its own model has for them.

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A value that came as JSON, its members called as the shape calls them, whatever their case. */
function named(shape: Shape, value: unknown): unknown {
  if (shape.type === "list" && Array.isArray(value)) return value.map(item => named(shape.item, item));
  if (shape.type !== "structure" || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const known = shape.members.find(({ name }) => sameName(name, key));
      return [known?.name ?? key, known ? named(known.target, member) : member];
    }),
  );
}

/** What a text says, for a member of this shape. */
function textValue(shape: Shape, metadata: RestoreMetadata, key: string): unknown {
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
      return named(shape, metadata.json(key));
    default:
      return text;
  }
}

function membersOf(shape: StructureShape, metadata: RestoreMetadata): Record<string, unknown> {
  const entries = shape.members.map(({ name, target }) => [name, textValue(target, metadata, name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The members a block cannot do without, as they are in what was backed up. */
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
 * The input of an operation of FSx that restore metadata come to: top-level keys are members of the input, or else of
 * the block that configures the type; what a block must have and is not given comes from the source. Nothing when FSx's model does not let it pass.
 */
export function inputFrom(
  metadata: RestoreMetadata,
  operation: string,
  block: string,
  given: object,
  source: object,
): object | undefined {
  const model = modelOf(operation);
  const input = membersOf(model.input, metadata);
  const target = model.input.member(block)?.target;
  if (target?.type === "structure") {
    const settings = { ...membersOf(target, metadata), ...(isRecord(input[block]) && input[block]) };
    if (Object.keys(settings).length > 0) input[block] = { ...requiredOf(target, source), ...settings };
  }
  const { value, violations } = readInput(model, { ...input, ...given });
  return violations.length > 0 ? undefined : value;
}
