/** The part of JSON Schema (2020-12) that the schemas use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
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
