import { isObject, type Members } from "../../seeding/members";
import { fitMembers } from "../fit-members";
import { own } from "../own";
import { memberInProblem } from "../problem-paths";
import { WorldBuilder } from "../world-builder";
import type { Deployed } from "./deployed";
import { type Entry, type OwnedKind, objectAt, objectsAt } from "./owned-kinds";

/** A property at any depth: its path, its own name, and its value. */
interface Property {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

function* propertiesIn(value: unknown, path: string, name: string): Generator<Property> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* propertiesIn(item, `${path}[${index}]`, name);
  } else if (isObject(value)) {
    for (const [member, item] of Object.entries(value)) {
      const inner = path === "" ? member : `${path}.${member}`;
      yield { path: inner, name: member, value: item };
      yield* propertiesIn(item, inner, member);
    }
  } else if (path !== "") {
    yield { path, name, value };
  }
}

/** The path of a member of the API as the template has it. */
function asPropertyPath(path: string, { renamed = {}, wrapper }: OwnedKind, properties: Members): string {
  const inside =
    wrapper !== undefined && path.startsWith(`${wrapper}.`) ? path.slice(wrapper.length + 1) : path;
  const named = inside.replace(/[A-Za-z0-9]+/g, name => own(renamed, name) ?? name);
  const [first = ""] = named.split(/[.[]/);
  // Some members of the API stand deeper in the template.
  const holder = [...propertiesIn(properties, "", "")].find(({ name }) => name === first)?.path ?? first;
  return `${holder}${named.slice(first.length)}`;
}

const mentions = (problem: string, text: string): boolean =>
  new RegExp(`(^|[^\\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\w-])`).test(problem);

/** The property at or below a path that a problem is about, by its name or value in the text of the problem. */
function mentioned(problem: string, within: string, properties: Members): string | undefined {
  const all = [...propertiesIn(properties, "", "")].filter(({ path }) => path.startsWith(within));
  const named = all.find(({ name }) => mentions(problem, name));
  if (named) return named.path;
  const valued = all.find(({ value }) => isTelling(value) && mentions(problem, String(value)));
  return valued?.path ?? (within === "" ? undefined : within);
}

/** The path of the item of a list that has the problem if it is checked alone; an empty text if none has it. */
function faultyPart(problem: string, resource: Deployed, { parts, entries }: OwnedKind): string {
  if (!parts) return "";
  const [holder, list] = parts;
  const whole = objectAt(resource.properties, holder);
  const items = objectsAt(whole, list) ?? [];
  const index = items.findIndex(item => {
    const properties = { ...resource.properties, [holder]: { ...whole, [list]: [item] } };
    const made = entries({ ...resource, properties });
    return !("skipped" in made) && problemsOf(made, resource).has(problem);
  });
  return index < 0 ? "" : `${holder}.${list}[${index}]`;
}

function problemsOf(entries: readonly Entry[], { place }: Deployed): ReadonlySet<string> {
  const found = new Set<string>();
  const builder = new WorldBuilder("a part", place);
  for (const { list, item } of entries) builder.add(list, fitMembers(list, item), { name: "part" });
  builder.check((_, problem) => found.add(problem));
  return found;
}

const isTelling = (value: unknown): boolean =>
  (typeof value === "string" && value.length > 1) || typeof value === "number";

/** The property that AWS requires, in `FileSystemId is required`. */
const requiredName = /^([A-Z]\w+) is required/;

/**
 * A problem of a fixture's entry in the words of the template: the logical id with the path of the property if it can be
 * told, and what is wrong.
 */
export function inTemplateWords(
  problem: string,
  resource: Deployed,
  kind: OwnedKind,
): { readonly where: string; readonly problem: string } {
  const { logicalId, properties } = resource;
  const member = memberInProblem(problem);
  if (member) {
    const path = asPropertyPath(member.path, kind, properties);
    const where = `${logicalId}.${path}`;
    return member.isUnknown
      ? { where, problem: problem.replace(`member "${member.written}"`, "property") }
      : { where, problem: problem.replace(member.written, path) };
  }
  const text = Object.entries(kind.renamed ?? {}).reduce(
    (words, [name, property]) => words.replaceAll(new RegExp(`\\b${name}\\b`, "g"), property),
    problem,
  );
  const [, required] = requiredName.exec(text) ?? [];
  const path = required ?? mentioned(text, faultyPart(problem, resource, kind), properties);
  return { where: path === undefined ? logicalId : `${logicalId}.${path}`, problem: text };
}
