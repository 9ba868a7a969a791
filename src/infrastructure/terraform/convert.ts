import type { Shape, StructureShape } from "../../model";
import { isObject, type Members, valueAt } from "../members";
import { own } from "../own";
import { ignored, renamed, secrets, settings } from "./naming";
import type { Instance } from "./plan";
import type { Found, Resolved, Values } from "./values";
import type { Path } from "./written";

/** Receives what cannot be converted, and what had to be assumed. */
export interface Notes {
  /** An attribute that has no counterpart in the API. */
  unread(path: Path): void;
  /** An argument that is only known after apply, and could not be found. */
  unresolved(path: Path, isRequired: boolean): void;
  assumed(path: Path, assumption: string): void;
  /** Which attribute a member of the API comes from. */
  converted(member: string, path: Path): void;
}

/** A structure of the API, and where it stands in the entry of a fixture. */
export interface Part {
  readonly shape: StructureShape;
  /** The member that holds it; an empty text for the entry itself. */
  readonly at: string;
}

/** The member that an attribute becomes: its path in the entry, `Structure.attribute`, and whether the API requires it. */
interface Place {
  readonly at: string;
  readonly name: string;
  readonly isRequired: boolean;
}

/** Converts the attributes of an instance to members of the API, by the shapes of its model. */
export class Converter {
  readonly #instance: Instance;
  readonly #values: Values;
  readonly #notes: Notes;

  constructor(instance: Instance, values: Values, notes: Notes) {
    this.#instance = instance;
    this.#values = values;
    this.#notes = notes;
  }

  /** The members that the attributes set. An attribute belongs to the first part that has such a member. */
  entry(parts: readonly Part[]): Members {
    const entry: Record<string, unknown> = {};
    for (const { at, shape } of parts) {
      const members = this.#members(shape, [], at, name => this.#partOf(name, parts)?.at === at);
      if (at === "") Object.assign(entry, members);
      else entry[at] = members;
    }
    for (const name of this.#namesAt([])) {
      if (!this.#partOf(name, parts))
        this.#noteUnread(
          parts.map(({ shape }) => shape.name),
          [name],
        );
    }
    return entry;
  }

  #partOf(name: string, parts: readonly Part[]): Part | undefined {
    return parts.find(({ shape }) => memberFor(shape, name) !== undefined);
  }

  #members(shape: StructureShape, path: Path, at: string, isOurs: (name: string) => boolean): Members {
    const members = this.#namesAt(path).flatMap(name => {
      const member = memberFor(shape, name);
      const inside = [...path, name];
      if (!member) {
        if (path.length > 0) this.#noteUnread([shape.name], inside);
        return [];
      }
      if (!isOurs(name)) return [];
      const memberPath = at === "" ? member.name : `${at}.${member.name}`;
      const place = { at: memberPath, name: `${shape.name}.${name}`, isRequired: member.required };
      const value = this.#value(member.target, inside, place);
      if (value === undefined) return [];
      this.#notes.converted(memberPath, inside);
      return [[member.name, value] as const];
    });
    return Object.fromEntries(members);
  }

  #structure(shape: StructureShape, path: Path, at: string): Members {
    return this.#members(shape, path, at, () => true);
  }

  /** The attributes of a block that are set, or that are not known. */
  #namesAt(path: Path): readonly string[] {
    const block = valueAt(this.#instance.values, path);
    const known = isObject(block) ? Object.keys(block).filter(name => block[name] !== null) : [];
    return [...known, ...this.#values.unknownIn(this.#instance, path)];
  }

  #noteUnread(shapes: readonly string[], path: Path): void {
    const name = String(path.at(-1));
    const isIgnored =
      (path.length === 1 && ignored.has(name)) || shapes.some(shape => ignored.has(`${shape}.${name}`));
    if (isIgnored || isEmpty(valueAt(this.#instance.values, path))) return;
    this.#notes.unread(path);
  }

  #value(shape: Shape, path: Path, place: Place): unknown {
    const value = valueAt(this.#instance.values, path);
    switch (shape.type) {
      case "structure":
        return this.#block(shape, value, path, place.at);
      case "list":
        return shape.item.type === "structure"
          ? this.#blocks(shape.item, value, path, place.at)
          : this.#list(value, path, place);
      case "map":
        return isObject(value) && Object.keys(value).length > 0 ? withoutNull(value) : undefined;
      default:
        if (value === undefined || value === null) return this.#unknownText(path, place);
        return isUnset(value, place.name) ? undefined : value;
    }
  }

  /** A block stands in a list of one. The lists in several blocks of one structure add up. */
  #block(shape: StructureShape, value: unknown, path: Path, at: string): Members | undefined {
    if (!Array.isArray(value)) return isObject(value) ? this.#structure(shape, path, at) : undefined;
    const blocks = value.flatMap((block, index) =>
      block === null ? [] : [this.#structure(shape, [...path, index], at)],
    );
    return blocks.length === 0 ? undefined : blocks.reduce(added);
  }

  #blocks(shape: StructureShape, value: unknown, path: Path, at: string): readonly Members[] | undefined {
    if (!Array.isArray(value)) return isObject(value) ? [this.#structure(shape, path, at)] : undefined;
    const blocks = value.map((_, index) => this.#structure(shape, [...path, index], `${at}[${index}]`));
    // A copy goes nowhere if its vault could not be found, which is noted.
    const complete = blocks.filter(
      block => shape.name !== "CopyAction" || block["DestinationBackupVaultArn"] !== undefined,
    );
    return complete.length === 0 ? undefined : complete;
  }

  /** A list of texts or numbers. Those that are not known are null in it. */
  #list(value: unknown, path: Path, place: Place): readonly unknown[] | undefined {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const known = items.filter(item => item !== null && item !== undefined);
    const isPartlyUnknown = known.length < items.length;
    const isUnknown =
      isPartlyUnknown || (value === undefined && this.#values.isUnknown(this.#instance, path));
    const found = isUnknown ? this.#resolved(path, place).found : [];
    const missing = isPartlyUnknown ? unknownFirst(found) : found;
    const missingCount = items.length - known.length;
    if (isPartlyUnknown && missing.length > missingCount) {
      const text = `${missingCount} of its values is only known after apply; all ${missing.length} that the configuration refers to are taken`;
      this.#notes.assumed(path, text);
    }
    const all = [...new Set([...known, ...missing.map(each => each.value)])];
    return all.length === 0 ? undefined : all;
  }

  #unknownText(path: Path, place: Place): string | undefined {
    if (!this.#values.isUnknown(this.#instance, path)) return undefined;
    const { found } = this.#resolved(path, place);
    const possible = unknownFirst(found);
    const best = possible.find(({ instance }) => instance?.key === this.#instance.key) ?? possible[0];
    if (best && possible.length > 1) {
      const chosen = best.instance?.address ?? best.value;
      this.#notes.assumed(
        path,
        `not known before apply; of ${possible.length} candidates, ${chosen} is assumed`,
      );
    }
    return best?.value;
  }

  #resolved(path: Path, { isRequired }: Place): Resolved {
    const resolved = this.#values.resolve(this.#instance, path);
    if (resolved.assumption !== undefined) this.#notes.assumed(path, resolved.assumption);
    if (resolved.found.length === 0 && !resolved.isUnset) this.#notes.unresolved(path, isRequired);
    return resolved;
  }
}

/** An unknown value comes from something unknown. What is known beside it only decides between values. */
function unknownFirst(found: readonly Found[]): readonly Found[] {
  const unknown = found.filter(({ isKnown }) => !isKnown);
  return unknown.length > 0 ? unknown : found;
}

/** A name without its case and underscores: `kms_key_id` and `KmsKeyId` are the same. */
const bareName = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** The member of an attribute. Lists of tags have a form of their own. */
function memberFor(shape: StructureShape, attribute: string) {
  if (secrets.has(attribute)) return undefined;
  if (attribute === "tags" && shape.member("Tags")?.target.type === "list") return undefined;
  const name = own(renamed, `${shape.name}.${attribute}`);
  if (name !== undefined) return shape.member(name);
  const bare = bareName(attribute);
  return shape.members.find(member => member.name.toLowerCase() === bare);
}

/** Terraform has 0, false and "" in place of what is not set, except where they are settings. */
const isUnset = (value: unknown, place: string): boolean =>
  value === "" || ((value === 0 || value === false) && !settings.has(place));

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const withoutNull = (map: Members): Members =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null && value !== undefined));

function added(one: Members, other: Members): Members {
  const both = Object.entries(other).map(([name, value]) => {
    const first = one[name];
    return [name, Array.isArray(first) && Array.isArray(value) ? [...first, ...value] : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}
