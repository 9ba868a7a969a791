import type { ScalarType } from "./table-format";

/** What a value of the API has to look like. The graph may contain itself (FSx `AdministrativeAction`). */
export type Shape = StructureShape | ListShape | MapShape | EnumShape | ScalarShape;

interface Named {
  /** The model's name, or the bare type's (`string`) where the model constrains nothing. */
  readonly name: string;
  /** Never to be echoed in a message or a log. */
  readonly sensitive: boolean;
}

interface Sized {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface StructureShape extends Named {
  readonly type: "structure";
  /** In the model's order. */
  readonly members: readonly Member[];
  member(name: string): Member | undefined;
}

/** A member of a structure, with where it travels in an HTTP request: in the body unless it says otherwise. */
export interface Member {
  readonly name: string;
  readonly target: Shape;
  readonly required: boolean;
  /** The client fills it with a UUID while it serialises, when the caller gives none. */
  readonly idempotencyToken: boolean;
  /** It stands in the URI, as `{name}`. */
  readonly label: boolean;
  /** Its name in the query string. */
  readonly query: string | undefined;
}

/** `min` and `max` count items. */
export interface ListShape extends Named, Sized {
  readonly type: "list";
  readonly item: Shape;
}

/** `min` and `max` count entries. */
export interface MapShape extends Named, Sized {
  readonly type: "map";
  readonly key: Shape;
  readonly value: Shape;
}

export interface EnumShape extends Named {
  readonly type: "enum";
  readonly values: readonly string[];
}

/** `min` and `max` are a string's length in characters, a number's value. */
export interface ScalarShape extends Named, Sized {
  readonly type: ScalarType;
  /** As the model writes it: not anchored unless it says so, and not always a JavaScript regular expression. */
  readonly pattern: string | undefined;
  /** Values that pass although they break the pattern: see `leniency.ts`. */
  readonly accepts: readonly string[];
}
