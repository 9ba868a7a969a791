import type { ServiceName, Shape, StructureShape } from "../../src/model";
import { type JsonSchema, objectOf, orNull } from "./json-schema";

/** Writes shapes of the API models as schemas. Structures are definitions, because some contain themselves. */
export class ShapeSchemas {
  readonly #definitions = new Map<string, JsonSchema>();

  get definitions(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The values that one of the shapes describes; those of several structures may have the members of all. */
  of(service: ServiceName, shapes: readonly Shape[]): JsonSchema {
    const structures = shapes.filter(shape => shape.type === "structure");
    const lists = shapes.flatMap(shape => (shape.type === "list" ? [shape.item] : []));
    const maps = shapes.flatMap(shape => (shape.type === "map" ? [shape.value] : []));
    const scalars = shapes.flatMap(shape => scalarSchema(shape) ?? []);
    const kinds: readonly JsonSchema[] = [
      ...(structures.length > 0 ? [this.#reference(service, structures)] : []),
      ...(lists.length > 0 ? [{ type: "array", items: this.of(service, lists) }] : []),
      ...(maps.length > 0 ? [{ type: "object", additionalProperties: this.of(service, maps) }] : []),
      ...distinct(scalars),
    ];
    const [only = {}, ...others] = kinds;
    return others.length === 0 ? only : { anyOf: kinds };
  }

  /** The members of all the structures. */
  members(service: ServiceName, structures: readonly StructureShape[]): Readonly<Record<string, JsonSchema>> {
    const names = new Set(structures.flatMap(({ members }) => members.map(({ name }) => name)));
    return Object.fromEntries(
      [...names].map(name => {
        const targets = structures.flatMap(shape => shape.member(name)?.target ?? []);
        return [name, orNull(this.of(service, targets))];
      }),
    );
  }

  #reference(service: ServiceName, structures: readonly StructureShape[]): JsonSchema {
    const names = [...new Set(structures.map(({ name }) => name))].sort();
    const key = `${service}.${names.join("+")}`;
    if (!this.#definitions.has(key)) {
      this.#definitions.set(key, {});
      this.#definitions.set(key, orNull(objectOf(this.members(service, structures))));
    }
    return { $ref: `#/$defs/${key}` };
  }
}

function scalarSchema(shape: Shape): JsonSchema | undefined {
  switch (shape.type) {
    case "structure":
    case "list":
    case "map":
      return undefined;
    case "enum":
      return { enum: shape.values };
    case "timestamp":
      return { $ref: "#/$defs/date" };
    case "integer":
    case "long":
      return { type: "integer" };
    case "double":
      return { type: "number" };
    case "string":
    case "boolean":
      return { type: shape.type };
  }
}

/** Without repetitions. A string of any value makes lists of values superfluous; an integer is a number. */
function distinct(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  const byText = new Map(schemas.map(schema => [JSON.stringify(schema), schema]));
  const isText = [...byText.values()].some(({ type }) => type === "string");
  return [...byText.values()].filter(schema => schema.enum === undefined || !isText);
}
