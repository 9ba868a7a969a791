import type { Place } from "../../core/basics";
import { memberOf, textOf, valueAt } from "../members";
import { own } from "../own";
import { type ArgumentForm, argumentForms } from "./arguments";
import { type Expression, expressionOf } from "./configuration";
import { madeUp, madeUpFor } from "./made-up";
import type { Located } from "./place";
import type { Instance, Plan } from "./plan";
import { type References, scopeOf, type Target } from "./references";
import { blocksAt, type Path, pathText } from "./written";

/** A value of an argument that is not known before apply. */
export interface Found {
  readonly value: string;
  /** The instance that it is an attribute of. */
  readonly instance?: Instance;
  /** Whether the document says this value. An argument that is unknown has at least one part that is not. */
  readonly isKnown: boolean;
}

/** What was found of an argument. */
export interface Resolved {
  readonly found: readonly Found[];
  /** What had to be assumed. */
  readonly assumption?: string;
  /** AWS chooses the value, since none is written. */
  readonly isUnset?: true;
}

/** Chains of attributes that refer to each other are not followed further. */
const deepest = 20;

/** Finds the values of attributes, known or not. */
export class Values {
  readonly #plan: Plan;
  readonly #references: References;
  readonly #located: Located;

  constructor(plan: Plan, references: References, located: Located) {
    this.#plan = plan;
    this.#references = references;
    this.#located = located;
  }

  /** An attribute as text: known, taken from where it refers to, or made up. */
  attribute(instance: Instance, name: string, depth = 0): string | undefined {
    const known = instance.values[name];
    if (typeof known === "string" && known !== "") return known;
    if (depth > deepest) return undefined;
    const [referred] = this.#referred(instance, [name], depth + 1);
    return (
      referred?.value ?? this.#madeUp(instance, name, depth + 1) ?? this.#ofOwner(instance, name, depth + 1)
    );
  }

  /** Whether the document says that a value is only known after apply. */
  isUnknown(instance: Instance, path: Path): boolean {
    if (!this.#plan.isPlan) return false;
    if (instance.unknown !== undefined) return isUnknownAt(instance.unknown, path);
    if (!isAbsent(valueAt(instance.values, path))) return false;
    return this.#expressions(instance, path).some(({ references }) => references.length > 0);
  }

  /** The attributes of a block whose values are not known. */
  unknownIn(instance: Instance, path: Path): readonly string[] {
    if (!this.#plan.isPlan) return [];
    const block = valueAt(instance.values, path);
    const unknown = valueAt(instance.unknown, path);
    const written = blocksAt(instance.written?.expressions, instance.values, path);
    const listed =
      instance.unknown === undefined ? written.flatMap(Object.keys) : Object.keys(Object(unknown));
    return [...new Set(listed)].filter(
      name => isAbsent(memberOf(block, name)) && this.isUnknown(instance, [...path, name]),
    );
  }

  /** The values of an argument that is not known: what it refers to, or else the only candidate, or else made up. */
  resolve(instance: Instance, path: Path): Resolved {
    const form = formOf(path);
    const isWritten = this.#isWritten(instance, path);
    if (!form) return this.#ownName(instance, path);
    if (isWritten === false) return { found: [], isUnset: true };
    const found = this.#referred(instance, path, 0);
    if (found.length > 0) return { found };
    if (form.isComputed && isWritten === undefined) return { found: [], isUnset: true };
    const candidates = this.#candidates(instance, path, form);
    const [only] = candidates;
    if (only && candidates.length === 1) {
      const assumption = `not known before apply; ${only.address} is assumed, the only one that it can be`;
      return { found: this.#foundIn(only, form.attribute), assumption };
    }
    if (form.like === undefined) return { found: [] };
    const value = madeUpFor(
      form.like,
      form.attribute,
      `${instance.address}.${pathText(path)}`,
      this.#placeOf(instance),
    );
    return { found: value === undefined ? [] : [{ value: form.wrap?.(value) ?? value, isKnown: false }] };
  }

  /** An attribute that refers to nothing: a name that is generated, or what AWS chooses. */
  #ownName(instance: Instance, path: Path): Resolved {
    const [name = "", ...inside] = path;
    const value = inside.length === 0 ? this.#madeUp(instance, String(name), 0) : undefined;
    if (value !== undefined) return { found: [{ value, instance, isKnown: false }] };
    return { found: [], ...(this.#isWritten(instance, path) === false && { isUnset: true }) };
  }

  /** Whether an argument is in the configuration; undefined if that cannot be told, as in the blocks of `dynamic`. */
  #isWritten(instance: Instance, path: Path): boolean | undefined {
    const expressions = instance.written?.expressions;
    const [first = ""] = path;
    if (expressions === undefined) return undefined;
    if (memberOf(expressions, first) === undefined) return path.length === 1 ? false : undefined;
    if (this.#expressions(instance, path).length > 0) return true;
    // The block may be written by `dynamic`.
    return blocksAt(expressions, instance.values, path.slice(0, -1)).length > 0 ? false : undefined;
  }

  /** What an argument refers to, without duplicates. */
  #referred(instance: Instance, path: Path, depth: number): readonly Found[] {
    const form = formOf(path);
    if (!form) return [];
    const targets = this.#expressions(instance, path).flatMap(expression =>
      this.#references.targetsOf(expression, scopeOf(instance), form.attribute),
    );
    const found = targets
      .flatMap(target => this.#foundAt(target, form.attribute, depth))
      .map(each => ({ ...each, value: form.wrap?.(each.value) ?? each.value }))
      .filter(({ value }) => form.accepts?.(value) ?? true);
    return [...new Map(found.map(each => [each.value, each])).values()];
  }

  #foundAt(target: Target, wanted: string, depth: number): readonly Found[] {
    if ("instance" in target) return this.#foundIn(target.instance, target.attribute, wanted, depth);
    const texts: readonly unknown[] = [target.constant].flat();
    return texts.flatMap(text => {
      const value = textOf(text) ?? "";
      return value === "" ? [] : [{ value, isKnown: true }];
    });
  }

  #foundIn(instance: Instance, attribute: string, wanted = attribute, depth = 0): readonly Found[] {
    const value = this.attribute(instance, attribute, depth) ?? this.attribute(instance, wanted, depth);
    const isKnown = typeof instance.values[attribute] === "string";
    return value === undefined ? [] : [{ value, instance, isKnown }];
  }

  #madeUp(instance: Instance, attribute: string, depth: number): string | undefined {
    const { address, name, type } = instance;
    const get = (other: string): string | undefined => this.attribute(instance, other, depth);
    return madeUp(type, attribute, { address, name, place: this.#placeOf(instance), get });
  }

  /** The file system of a volume, which belongs to what the volume refers to. */
  #ofOwner(instance: Instance, name: string, depth: number): string | undefined {
    const argument = name === "file_system_id" ? own(ownerArguments, instance.type) : undefined;
    if (argument === undefined) return undefined;
    const owner = this.#owner(instance, argument, depth);
    if (!owner) return undefined;
    return this.attribute(owner, owner.type.endsWith("_file_system") ? "id" : name, depth);
  }

  /** What a volume belongs to, by its argument. In a state, the argument is an id. */
  #owner(instance: Instance, argument: string, depth: number): Instance | undefined {
    const [referred] = this.#referred(instance, [argument], depth);
    if (referred?.instance) return referred.instance;
    const id = textOf(instance.values[argument]);
    return this.#plan.instances.find(
      ({ values }) => id !== undefined && [values["id"], values["root_volume_id"]].includes(id),
    );
  }

  #expressions(instance: Instance, path: Path): readonly Expression[] {
    return blocksAt(instance.written?.expressions, instance.values, path)
      .map(expressionOf)
      .filter(({ constant, references }) => constant !== undefined || references.length > 0);
  }

  /** The resources that an argument can refer to, in the module of the instance or, if there are none, anywhere. */
  #candidates(instance: Instance, path: Path, { types = [], otherThan }: ArgumentForm): readonly Instance[] {
    const rule = valueAt(instance.values, path.slice(0, 2));
    const taken = otherThan === undefined ? undefined : memberOf(rule, otherThan);
    const possible = this.#plan.instances.filter(
      candidate =>
        types.includes(candidate.type) && (taken === undefined || candidate.values["name"] !== taken),
    );
    const near = possible.filter(({ module }) => module === instance.module);
    return near.length > 0 ? near : possible;
  }

  #placeOf(instance: Instance): Place {
    return this.#located.placeOf(instance);
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** The argument that leads from a volume towards its file system. */
const ownerArguments: Readonly<Record<string, string>> = {
  aws_fsx_ontap_volume: "storage_virtual_machine_id",
  aws_fsx_openzfs_volume: "parent_volume_id",
};

/** The form of the argument at a path. */
const formOf = (path: Path): ArgumentForm | undefined =>
  own(argumentForms, String(path.findLast(part => typeof part === "string")));

/** Something inside an unknown value is unknown as well. */
function isUnknownAt(unknown: unknown, path: Path): boolean {
  let at = unknown;
  for (const part of path) {
    if (at === true) return true;
    at = memberOf(at, part);
  }
  return at === true;
}
