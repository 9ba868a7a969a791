import type { Entry } from "../entry";
import { isObject, type Members, memberOf, textOf } from "../members";
import { own } from "../own";
import { memberInProblem } from "../problem-paths";
import type { Origin, WorldBuilder } from "../world-builder";
import { Converter, type Part } from "./convert";
import { tagsOfInstance } from "./instance-tags";
import { additionKinds, type EntryKind, entryKinds, partsOf } from "./kinds";
import type { Instance } from "./plan";
import type { Values } from "./values";
import { type Path, pathText } from "./written";

/** What an instance adds to the entry of another one. */
export interface Addition {
  readonly instance: Instance;
  readonly list: Entry["list"];
  /** The member by which the other entry is found, with its value. */
  readonly key: string;
  readonly value: string;
  readonly members: Members;
}

/** An instance becomes an entry or an addition, or is left out for a reason. */
export type Outcome =
  | { readonly entry: Entry }
  | { readonly addition: Addition }
  | { readonly skipped: string };

/** Whether instances of a type are read here. */
export const isRead = (type: string): boolean =>
  Object.hasOwn(entryKinds, type) || Object.hasOwn(additionKinds, type);

/** Makes the entry or addition of an instance. */
export function outcomeOf(instance: Instance, values: Values, builder: WorldBuilder): Outcome {
  const kind = own(entryKinds, instance.type);
  if (kind) return entryOf(instance, kind, values, builder);
  const addition = own(additionKinds, instance.type);
  if (!addition) throw new Error(`${instance.type} is not read.`);
  const reading = new Reading(instance, values, builder);
  const converted = reading.convert(partsOf(addition.parts));
  if (reading.missing !== undefined) return { skipped: reading.missing };
  const { [addition.key]: value, ...members } = converted;
  return typeof value === "string"
    ? {
        addition: {
          instance,
          list: addition.list,
          key: addition.key,
          value,
          members: { ...members, ...addition.members },
        },
      }
    : { skipped: "it does not say what it belongs to" };
}

function entryOf(instance: Instance, kind: EntryKind, values: Values, builder: WorldBuilder): Outcome {
  const refusal = kind.refusal?.(instance);
  if (refusal !== undefined) return { skipped: refusal };
  const reading = new Reading(instance, values, builder);
  const converted = reading.convert(partsOf(kind.parts));
  if (reading.missing !== undefined) return { skipped: reading.missing };
  if (selectsNothing(converted, reading)) {
    return {
      skipped: "it selects only resources that are known after apply, and none of them was found in the plan",
    };
  }
  const item = { ...converted, ...kind.members, ...protectionOf(instance), ...tagMembers(instance, kind) };
  const entry = withGenerated(item, instance, kind, values);
  return {
    entry: {
      list: kind.list,
      item: entry,
      name: instance.address,
      type: instance.type,
      origin: reading.origin,
    },
  };
}

/** The members that AWS generates: known in a state, made up in a plan. */
function withGenerated(item: Members, instance: Instance, kind: EntryKind, values: Values): Members {
  const known = Object.entries(kind.known ?? {}).map(([path, attribute]) => [
    path,
    instance.values[attribute],
  ]);
  const complete: Record<string, unknown> = {
    ...item,
    ...Object.fromEntries(known.filter(([, value]) => typeof value === "string")),
  };
  for (const [path, attribute] of Object.entries(kind.generated ?? {})) {
    const value = values.attribute(instance, attribute);
    if (value === undefined) continue;
    const [first = "", inner] = path.split(".");
    const holder = complete[first];
    complete[first] = inner === undefined ? value : { ...(isObject(holder) && holder), [inner]: value };
  }
  return complete;
}

function tagMembers(instance: Instance, { tags }: EntryKind): Members {
  const found = tagsOfInstance(instance);
  if (!tags || Object.keys(found).length === 0) return {};
  const list = Object.entries(found).map(([Key, Value]) => ({ Key, Value }));
  return { [tags.member]: tags.as === "map" ? found : list };
}

/** The protection of an EFS file system, which has a structure of its own in the API. */
function protectionOf({ type, values }: Instance): Members {
  if (type !== "aws_efs_file_system") return {};
  const overwrite = textOf(memberOf(memberOf(values["protection"], 0), "replication_overwrite"));
  // Only replication itself makes a file system REPLICATING.
  return overwrite === "ENABLED" || overwrite === "DISABLED"
    ? { FileSystemProtection: { ReplicationOverwriteProtection: overwrite } }
    : {};
}

/** Whether all that a selection selects by is unknown. */
function selectsNothing(item: Members, reading: Reading): boolean {
  const selection = item["BackupSelection"];
  return (
    reading.hasUnresolved("resources") &&
    isObject(selection) &&
    ["Resources", "ListOfTags", "Conditions"].every(name => selection[name] === undefined)
  );
}

/** Structures that are left out of their list if what they refer to is not known. */
const optionalBlocks = /^rule\[\d+\]\.copy_action\[\d+\]\.destination_vault_arn$/;

/** Reads one instance, and keeps where its members come from. */
class Reading {
  readonly #instance: Instance;
  readonly #values: Values;
  readonly #builder: WorldBuilder;
  readonly #paths = new Map<string, string>();
  readonly #unresolved = new Set<string>();
  /** Why the instance cannot be read. */
  missing: string | undefined;

  constructor(instance: Instance, values: Values, builder: WorldBuilder) {
    this.#instance = instance;
    this.#values = values;
    this.#builder = builder;
  }

  convert(parts: readonly Part[]): Members {
    const { address } = this.#instance;
    const warn = (path: Path, text: string): void => this.#builder.warn(`${address}.${pathText(path)}`, text);
    return new Converter(this.#instance, this.#values, {
      unread: path => warn(path, "this attribute has no counterpart here, and was left out"),
      assumed: (path, assumption) => warn(path, assumption),
      converted: (member, path) => this.#paths.set(member, pathText(path)),
      unresolved: (path, isRequired) => {
        const text = pathText(path);
        this.#unresolved.add(text);
        const known = "it is only known after apply, and cannot be told from the plan";
        if (isRequired && !optionalBlocks.test(text)) this.missing ??= `${text}: ${known}`;
        else warn(path, `${known}; it was left out`);
      },
    }).entry(parts);
  }

  hasUnresolved(path: string): boolean {
    return this.#unresolved.has(path);
  }

  get origin(): Origin {
    return { name: this.#instance.address, reword: problem => this.#inTerraformWords(problem) };
  }

  #inTerraformWords(problem: string): { readonly where: string; readonly problem: string } {
    const { address } = this.#instance;
    const member = memberInProblem(problem);
    const path = member ? this.#attributeAt(member.path) : this.#mentioned(problem);
    const where = path === undefined ? address : `${address}.${path}`;
    return { where, problem: member && path !== undefined ? problem.replace(member.written, path) : problem };
  }

  /** The attribute of a member, or of the innermost structure around it. */
  #attributeAt(member: string): string | undefined {
    for (let at = member; at !== ""; at = at.replace(/(^|[.[])[^.[]*$/, "")) {
      const path = this.#paths.get(at);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  /** The attribute whose member a problem names; of several, the block that they are all in. */
  #mentioned(problem: string): string | undefined {
    const words = new Set(problem.match(/\w+/g));
    const found = [...this.#paths].filter(([member]) => words.has(member.split(".").at(-1) ?? ""));
    const [first, ...others] = found.map(([, path]) => path.split("."));
    const shared = first?.filter((part, index) => others.every(other => other[index] === part)) ?? [];
    return shared.length === 0 ? undefined : shared.join(".");
  }
}
