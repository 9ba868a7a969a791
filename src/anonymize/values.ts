import { isObject } from "../model";
import type { Anonymizer } from "./anonymizer";
import type { Json } from "./json";
import { hasChosenKeys, treatmentOf } from "./members";
import type { Segment } from "./segments";

/** The position of a value: its member's name and the names of the members around it. */
export interface Place {
  readonly name: string;
  readonly within: readonly string[];
  /** Whether the value is an item of a list of that name. */
  readonly listed: boolean;
}

export const top: Place = { name: "", within: [], listed: false };

/** The position of a member. */
export const below = (place: Place, name: string): Place => ({
  name,
  within: place.name === "" ? place.within : [...place.within, place.name],
  listed: false,
});

/** The position of a list's items. */
export const listed = (place: Place): Place => ({ ...place, listed: true });

/** Anonymizes a value of an input, in the form it has in a record. */
export function anonymizedInput(value: unknown, anonymizer: Anonymizer, place: Place = top): Json {
  if (typeof value === "string") return inputText(value, anonymizer, place);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(item => anonymizedInput(item, anonymizer, listed(place)));
  return isObject(value) ? anonymizedMembers(value, anonymizer, place) : null;
}

/** Anonymizes the members of an object of an input. */
export function anonymizedMembers(
  value: object,
  anonymizer: Anonymizer,
  place: Place = top,
): { readonly [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [
        keyText(name, anonymizer, place),
        anonymizedInput(member, anonymizer, below(place, name)),
      ]),
  );
}

function inputText(text: string, anonymizer: Anonymizer, place: Place): string {
  const inner = documentIn(text);
  if (inner === undefined) return anonymizer.input(text, treatmentOf(place.name, place.within));
  return documentSegments(text, inner, anonymizer, place, (literal, at) => [
    anonymizer.input(literal, treatmentOf(at.name, at.within)),
  ])
    .map(each => (typeof each === "string" ? each : ""))
    .join("");
}

/** Anonymizes a text of an answer. */
export function outputText(text: string, anonymizer: Anonymizer, place: Place): readonly Segment[] {
  const treat = (literal: string, at: Place): readonly Segment[] =>
    anonymizer.output(literal, treatmentOf(at.name, at.within));
  const inner = documentIn(text);
  return inner === undefined ? treat(text, place) : documentSegments(text, inner, anonymizer, place, treat);
}

/** Anonymizes a key that users choose: a tag's key, or the tag in a condition of a policy. Other keys are kept. */
export function keyText(name: string, anonymizer: Anonymizer, place: Place): string {
  const [, prefix, tag] = /^(\w+:\w*Tag\/)(.+)$/.exec(name) ?? [];
  if (prefix !== undefined && tag !== undefined) return `${prefix}${anonymizer.input(tag, "name")}`;
  if (!place.listed && hasChosenKeys(place.name)) return anonymizer.input(name, "name");
  return /^[A-Za-z$][\w:.\- ]{0,80}$/.test(name) ? name : anonymizer.input(name, "name");
}

/** The parsed JSON document in a text, such as a policy. */
function documentIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Members whose JSON documents have keys defined by AWS. */
const awsDocuments = /Policy$|Metadata(?:Overrides)?$|TemplateJson$/;

/** Anonymizes the texts in a JSON document. White space and order stay. */
function documentSegments(
  text: string,
  document: object,
  anonymizer: Anonymizer,
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
        keys.set(name, hasAwsKeys ? keyText(name, anonymizer, at) : anonymizer.input(name, "name"));
        visit(member, below(at, name));
      }
    }
  };
  visit(document, place);
  return text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?)/).flatMap((part, index): readonly Segment[] => {
    if (index % 2 === 0) return [part.replaceAll(/\b\d{12}\b/g, account => anonymizer.account(account))];
    const [, literal = "", colon = ""] = /^("(?:[^"\\]|\\.)*")(\s*:)?$/.exec(part) ?? [];
    const written = String(JSON.parse(literal));
    if (colon !== "") return [`${JSON.stringify(keys.get(written) ?? "")}${colon}`];
    return ['"', ...(values.get(written) ?? []).map(quotedInside), '"'];
  });
}

const quotedInside = (segment: Segment): Segment =>
  typeof segment === "string" ? JSON.stringify(segment).slice(1, -1) : segment;
