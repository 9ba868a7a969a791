import type { Exceptions } from "./pattern-exceptions";
import type { Member, ScalarShape, Shape, StructureShape } from "./shapes";
import { Rows } from "./table";
import { isScalarType, type ShapeRow, type StructureRow } from "./table-format";

/** Turns the rows of a table into shapes, on first use. The same name always gives the same object. */
export class ShapeReader {
  readonly #rows: Rows<ShapeRow>;
  readonly #exceptions: Readonly<Record<string, Exceptions>>;
  readonly #shapes = new Map<string, Shape>();

  /** `exceptions` has, by shape name, valid values that do not match the shape's pattern. */
  constructor(rows: Rows<ShapeRow>, exceptions: Readonly<Record<string, Exceptions>>) {
    this.#rows = rows;
    this.#exceptions = exceptions;
  }

  /** The structure of that name. An empty name, of an operation without input or output, gives the empty structure. */
  structure(name: string): StructureShape {
    if (name === "") return unit;
    const shape = this.shape(name);
    if (shape.type !== "structure") throw new Error(`Failed to read the model: ${name} is a ${shape.type}`);
    return shape;
  }

  shape(name: string): Shape {
    let shape = this.#shapes.get(name);
    if (!shape) {
      shape = this.#read(name);
      this.#shapes.set(name, shape);
    }
    return shape;
  }

  #read(name: string): Shape {
    const row = this.#rows.get(name);
    if (!row) {
      if (isScalarType(name)) return plainScalar(name);
      throw new Error(`Failed to read the model: no shape is called ${name}`);
    }
    const sensitive = row.sensitive ?? false;
    if ("members" in row) return new RowStructure(name, row, this);
    if ("enum" in row) return { type: "enum", name, sensitive, values: row.enum };
    const size = { min: row.min, max: row.max };
    if ("list" in row) return { type: "list", name, sensitive, ...size, item: this.shape(row.list) };
    if ("key" in row) {
      return {
        type: "map",
        name,
        sensitive,
        ...size,
        key: this.shape(row.key),
        value: this.shape(row.value),
      };
    }
    const exceptions = this.#exceptions[name] ?? [];
    return { type: row.type, name, sensitive, ...size, pattern: row.pattern, exceptions };
  }
}

function plainScalar(type: ScalarShape["type"]): ScalarShape {
  return {
    type,
    name: type,
    sensitive: false,
    min: undefined,
    max: undefined,
    pattern: undefined,
    exceptions: [],
  };
}

/** A structure whose members are read on first use: most calls use few shapes, and some shapes contain themselves. */
class RowStructure implements StructureShape {
  readonly type = "structure";
  readonly name: string;
  readonly sensitive: boolean;
  readonly #row: StructureRow;
  readonly #shapes: ShapeReader;
  #members: readonly Member[] | undefined;
  #byName: ReadonlyMap<string, Member> | undefined;

  constructor(name: string, row: StructureRow, shapes: ShapeReader) {
    this.name = name;
    this.sensitive = row.sensitive ?? false;
    this.#row = row;
    this.#shapes = shapes;
  }

  get members(): readonly Member[] {
    this.#members ??= Object.entries(this.#row.members).map(([name, row]) => this.#member(name, row));
    return this.#members;
  }

  member(name: string): Member | undefined {
    this.#byName ??= new Map(this.members.map(member => [member.name, member]));
    return this.#byName.get(name);
  }

  #member(name: string, row: string): Member {
    const [target = "", flags = "", query] = row.split(" ");
    return {
      name,
      target: this.#shapes.shape(target),
      required: flags.includes("r"),
      idempotencyToken: flags.includes("t"),
      label: flags.includes("l"),
      query,
    };
  }
}

const unit: StructureShape = new RowStructure("Unit", { members: {} }, new ShapeReader(new Rows([]), {}));
