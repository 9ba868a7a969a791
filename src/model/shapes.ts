import type { Exceptions } from "./pattern-exceptions";
import type { ScalarType } from "./table-format";

/** The type and constraints of a value. Shapes of outputs may contain themselves (FSx `AdministrativeAction`). */
export type Shape = StructureShape | ListShape | MapShape | EnumShape | ScalarShape;

interface Named {
  /** The shape's name in the model, or its type (`string`) where the model sets no constraints. */
  readonly name: string;
  /** Must not appear in a message or a log. */
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

/** A member of a structure. In an HTTP request it is part of the body, unless it is a label or a query parameter. */
export interface Member {
  readonly name: string;
  readonly target: Shape;
  readonly required: boolean;
  /** When the caller gives none, the client fills it with a UUID as it serializes. */
  readonly idempotencyToken: boolean;
  /** Whether it is part of the URI, as `{name}`. */
  readonly label: boolean;
  /** Its name in the query string, if it is a query parameter. */
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

/** `min` and `max` bound a string's length in characters, or a number's value. */
export interface ScalarShape extends Named, Sized {
  readonly type: ScalarType;
  /** In the model's syntax, which is not always JavaScript's. Matches anywhere in the text unless it is anchored. */
  readonly pattern: string | undefined;
  /** Valid values that do not match the pattern: see `pattern-exceptions.ts`. */
  readonly exceptions: Exceptions;
}
