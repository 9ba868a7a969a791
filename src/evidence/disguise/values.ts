import { isObject } from "../../model";
import type { Json } from "../record";
import type { Disguise } from "./disguise";
import { hasChosenKeys, treatmentOf } from "./members";
import type { Segment } from "./segments";

/** Where a value stands: the names of the members around it, and its own. */
export interface Place {
  readonly name: string;
  readonly within: readonly string[];
  /** Whether it is an item of a list of that name. */
  readonly listed: boolean;
}

export const top: Place = { name: "", within: [], listed: false };

/** The place of a member. */
export const below = (place: Place, name: string): Place => ({
  name,
  within: place.name === "" ? place.within : [...place.within, place.name],
  listed: false,
});

/** The place of the items of a list. */
export const listed = (place: Place): Place => ({ ...place, listed: true });

/** A value that a user gave to a service, as a record holds it. */
export function disguisedInput(value: unknown, disguise: Disguise, place: Place = top): Json {
  if (typeof value === "string") return inputText(value, disguise, place);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(item => disguisedInput(item, disguise, listed(place)));
  return isObject(value) ? disguisedMembers(value, disguise, place) : null;
}

/** The members of an object that a user gave to a service. */
export function disguisedMembers(
  value: object,
  disguise: Disguise,
  place: Place = top,
): { readonly [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [
        keyText(name, disguise, place),
        disguisedInput(member, disguise, below(place, name)),
      ]),
  );
}

function inputText(text: string, disguise: Disguise, place: Place): string {
  const inner = documentIn(text);
  if (inner === undefined) return disguise.input(text, treatmentOf(place.name, place.within));
  return documentSegments(text, inner, disguise, place, (literal, at) => [
    disguise.input(literal, treatmentOf(at.name, at.within)),
  ])
    .map(each => (typeof each === "string" ? each : ""))
    .join("");
}

/** A text of a service's answer, in parts. */
export function outputText(text: string, disguise: Disguise, place: Place): readonly Segment[] {
  const treat = (literal: string, at: Place): readonly Segment[] =>
    disguise.output(literal, treatmentOf(at.name, at.within));
  const inner = documentIn(text);
  return inner === undefined ? treat(text, place) : documentSegments(text, inner, disguise, place, treat);
}

/** A member's name, unless users choose it: a tag's, or the tag in a condition of a policy. */
export function keyText(name: string, disguise: Disguise, place: Place): string {
  const [, prefix, tag] = /^(\w+:\w*Tag\/)(.+)$/.exec(name) ?? [];
  if (prefix !== undefined && tag !== undefined) return `${prefix}${disguise.input(tag, "name")}`;
  if (!place.listed && hasChosenKeys(place.name)) return disguise.input(name, "name");
  return /^[A-Za-z$][\w:.\- ]{0,80}$/.test(name) ? name : disguise.input(name, "name");
}

/** The JSON document that a text is, such as a policy. */
function documentIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Members whose JSON documents have keys that AWS defines. */
const awsDocuments = /Policy$|Metadata(?:Overrides)?$|TemplateJson$/;

/** A JSON document with its own spaces and order, and the texts in it replaced. */
function documentSegments(
  text: string,
  document: object,
  disguise: Disguise,
  place: Place,
  treat: (literal: string, at: Place) => readonly Segment[],
): readonly Segment[] {
  const values = new Map<string, readonly Segment[]>();
  const keys = new Map<string, string>();
  const hasAwsKeys = [place.name, ...place.within].some(name => awsDocuments.test(name));
  const visit = (value: unknown, at: Place): void => {
    if (typeof value === "string") values.set(value, values.get(value) ?? treat(value, at));
    else if (Array.isArray(value)) for (const item of value) visit(item, listed(at));
    else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        keys.set(name, hasAwsKeys ? keyText(name, disguise, at) : disguise.input(name, "name"));
        visit(member, below(at, name));
      }
    }
  };
  visit(document, place);
  return text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?)/).flatMap((part, index): readonly Segment[] => {
    if (index % 2 === 0) return [part.replaceAll(/\b\d{12}\b/g, account => disguise.account(account))];
    const [, literal = "", colon = ""] = /^("(?:[^"\\]|\\.)*")(\s*:)?$/.exec(part) ?? [];
    const written = String(JSON.parse(literal));
    if (colon !== "") return [`${JSON.stringify(keys.get(written) ?? "")}${colon}`];
    return ['"', ...(values.get(written) ?? []).map(quotedInside), '"'];
  });
}

const quotedInside = (segment: Segment): Segment =>
  typeof segment === "string" ? JSON.stringify(segment).slice(1, -1) : segment;
