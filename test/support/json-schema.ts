import type { JsonSchema } from "../../scripts/schema/json-schema";
import { isObject } from "../../src/model";

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === "string",
  number: value => typeof value === "number",
  integer: value => Number.isInteger(value),
  boolean: value => typeof value === "boolean",
  object: isObject,
  array: value => Array.isArray(value),
  null: value => value === null,
};

/** A validator of the part of JSON Schema that the package's schemas use. It throws for a keyword it does not know. */
export class SchemaValidator {
  readonly #root: JsonSchema;
  readonly #others: Readonly<Record<string, JsonSchema>>;

  /** `others` are the schemas that references name by file. */
  constructor(root: JsonSchema, others: Readonly<Record<string, JsonSchema>> = {}) {
    this.#root = root;
    this.#others = others;
  }

  /** What is wrong with a value, each with its path. Empty for a valid value. */
  problems(value: unknown, schema: JsonSchema = this.#root, path = "$"): readonly string[] {
    const { $schema, $defs, title, description, ...keywords } = schema;
    return Object.entries(keywords).flatMap(([keyword, argument]) => {
      const check = this.#checks[keyword];
      if (!check) throw new Error(`The validator does not know the keyword ${keyword}.`);
      return argument === undefined ? [] : check(value, schema, path);
    });
  }

  readonly #checks: Readonly<
    Record<string, (value: unknown, schema: JsonSchema, path: string) => readonly string[]>
  > = {
    $ref: (value, { $ref = "" }, path) => {
      const file = this.#others[$ref];
      return file
        ? new SchemaValidator(file).problems(value, file, path)
        : this.problems(value, this.#named($ref), path);
    },
    type: (value, { type = [] }, path) =>
      [type].flat().some(name => isOfType[name]?.(value)) ? [] : [`${path} is not of type ${type}`],
    enum: (value, schema, path) =>
      schema.enum?.some(known => known === value) ? [] : [`${path} is none of the known values`],
    minimum: (value, { minimum = 0 }, path) =>
      typeof value !== "number" || value >= minimum ? [] : [`${path} is too small`],
    properties: (value, { properties = {} }, path) =>
      Object.entries(properties).flatMap(([name, of]) =>
        isObject(value) && Object.hasOwn(value, name)
          ? this.problems(value[name], of, `${path}.${name}`)
          : [],
      ),
    required: (value, { required = [] }, path) =>
      required
        .filter(name => isObject(value) && !Object.hasOwn(value, name))
        .map(name => `${path}.${name} is missing`),
    additionalProperties: (value, { additionalProperties: of, properties = {} }, path) =>
      Object.entries(isObject(value) ? value : {})
        .filter(([name]) => !Object.hasOwn(properties, name))
        .flatMap(([name, member]) =>
          of === false
            ? [`${path}.${name} is unknown`]
            : isObject(of)
              ? this.problems(member, of, `${path}.${name}`)
              : [],
        ),
    items: (value, { items = {} }, path) =>
      Array.isArray(value)
        ? value.flatMap((item, index) => this.problems(item, items, `${path}[${index}]`))
        : [],
    anyOf: (value, { anyOf = [] }, path) =>
      this.#count(anyOf, value) > 0 ? [] : [`${path} is none of the alternatives`],
    oneOf: (value, { oneOf = [] }, path) =>
      this.#count(oneOf, value) === 1 ? [] : [`${path} is not exactly one of the alternatives`],
  };

  #count(schemas: readonly JsonSchema[], value: unknown): number {
    return schemas.filter(schema => this.problems(value, schema).length === 0).length;
  }

  #named(reference: string): JsonSchema {
    const found = this.#root.$defs?.[reference.replace("#/$defs/", "")];
    if (!found) throw new Error(`No definition ${reference}.`);
    return found;
  }
}
