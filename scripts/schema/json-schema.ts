/** The part of JSON Schema (2020-12) that the schemas use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

export const dialect = "https://json-schema.org/draft/2020-12/schema";

/** The objects that have these members, and no others. */
export const objectOf = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

/** The same values, and null, which counts as left out. What a definition describes may be null already. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, anyOf } = schema;
  if (schema.$ref !== undefined) return schema;
  if (schema.enum) return { ...schema, enum: [...schema.enum, null] };
  if (anyOf) return { ...schema, anyOf: [...anyOf, { type: "null" }] };
  return { ...schema, type: [...[type ?? []].flat(), "null"] };
}

/** A schema with a description, if there is one. */
export const described = (schema: JsonSchema, description: string | undefined): JsonSchema =>
  description === undefined ? schema : { description, ...schema };

const units = ["milliseconds", "seconds", "minutes", "hours", "days", "weeks"];

/** A length of time. */
export const duration: JsonSchema = {
  anyOf: [
    { type: ["string", "number"] },
    objectOf(Object.fromEntries(units.map(unit => [unit, { type: "number" }]))),
  ],
};
