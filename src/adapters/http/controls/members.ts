import { MockError, quoted, sentence, suggestion } from "../../../core/basics";
import type { Duration, Instant } from "../../../core/time";
import { isObject } from "../../../model";

/** What the members of a control's body can be, by the names of their types. */
interface MemberTypes {
  readonly text: string;
  readonly texts: readonly string[];
  /** A whole number from 0. */
  readonly count: number;
  readonly flag: boolean;
  readonly object: object;
  readonly objects: readonly object[];
  readonly objectOrObjects: object | readonly object[];
  readonly textOrObject: string | object;
  readonly duration: Duration;
  readonly instant: Instant;
}

export type MemberType = keyof MemberTypes;

/** A member of a control's body, as it is read and as the JSON Schema describes it. */
export interface MemberSpec {
  readonly is: MemberType;
  /** What it means, for the schema. */
  readonly about: string;
  readonly required?: true;
}

export type Members = Readonly<Record<string, MemberSpec>>;

type RequiredName<M extends Members> = {
  [Name in keyof M]: M[Name] extends { readonly required: true } ? Name : never;
}[keyof M];

/** What a body with these members is read as. */
export type BodyOf<M extends Members> = {
  readonly [Name in RequiredName<M>]: MemberTypes[M[Name]["is"]];
} & { readonly [Name in Exclude<keyof M, RequiredName<M>>]?: MemberTypes[M[Name]["is"]] | undefined };

/** No duration or date takes this many characters. */
const longestTime = 200;

const isTime = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && value.length <= longestTime);

const isListOfObjects = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);

/** How a value of each type is told, and what it is called. A duration's value is checked where it is used. */
const types: Readonly<Record<MemberType, readonly [is: (value: unknown) => boolean, name: string]>> = {
  text: [value => typeof value === "string", "a string"],
  texts: [
    value => Array.isArray(value) && value.every(item => typeof item === "string"),
    "a list of strings",
  ],
  count: [value => Number.isSafeInteger(value) && Number(value) >= 0, "a whole number from 0"],
  flag: [value => typeof value === "boolean", "true or false"],
  object: [isObject, "an object"],
  objects: [isListOfObjects, "a list of objects"],
  objectOrObjects: [value => isObject(value) || isListOfObjects(value), "an object or a list of objects"],
  textOrObject: [value => typeof value === "string" || isObject(value), "a string or an object"],
  duration: [
    value =>
      isTime(value) || (isObject(value) && Object.values(value).every(amount => typeof amount === "number")),
    'a duration, such as "35 days", { "days": 35 } or milliseconds',
  ],
  instant: [isTime, "a date in ISO 8601 or epoch milliseconds"],
};

const refused = (what: string, why: string): MockError =>
  new MockError("InvalidOption", sentence(`Cannot ${what}: ${why}`));

/** Reads a body. `what` it is for begins the message of a {@link MockError}: `set the next outcome`. */
export function readBody<M extends Members>(what: string, given: object, members: M): BodyOf<M> {
  const body: object = { ...given };
  if (isBody(what, body, members)) return body;
  throw new Error("The body was read without being refused.");
}

/** Throws for what is not such a body. */
function isBody<M extends Members>(what: string, body: object, members: M): body is BodyOf<M> {
  for (const [name, value] of Object.entries(body)) {
    const spec = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!spec) throw refused(what, `unknown member ${quoted(name)}; ${known(name, Object.keys(members))}`);
    const [isOfType, expected] = types[spec.is];
    if (!isOfType(value)) throw refused(what, `${name} is ${quoted(value)}; give ${expected}`);
  }
  for (const [name, { required, is }] of Object.entries(members)) {
    if (required && !Object.hasOwn(body, name)) {
      throw refused(what, `${name} is missing; give ${types[is][1]}`);
    }
  }
  return true;
}

const known = (name: string, names: readonly string[]): string =>
  names.length === 0 ? "leave it out, it takes none" : suggestion(name, names);

const decimal = /^\d{1,15}$/;

/** The members that a query gives as texts. What cannot be read stays a text, which the reading of the body refuses. */
export function membersOfQuery(query: object, members: Members): object {
  const values = Object.entries(query).map(([name, value]: [string, unknown]) => {
    const is = Object.hasOwn(members, name) ? members[name]?.is : undefined;
    return [name, typeof value === "string" ? valueOfText(is, value) : value];
  });
  return Object.fromEntries(values);
}

function valueOfText(is: MemberType | undefined, text: string): unknown {
  if (is === "count" && decimal.test(text)) return Number(text);
  if (is === "flag" && (text === "true" || text === "false")) return text === "true";
  return is === "texts" ? text.split(",") : text;
}

/** Throws unless exactly one of these members is given. */
export function checkOneOf(what: string, body: object, names: readonly string[]): void {
  const given = names.filter(name => Object.hasOwn(body, name));
  if (given.length === 1) return;
  throw refused(
    what,
    `${given.length === 0 ? "nothing says how" : `${given.join(" and ")} exclude each other`}; give one of ${names.join(", ")}`,
  );
}

/** Throws unless some of these members are given. */
export function checkSomeOf(what: string, body: object, names: readonly string[]): void {
  if (names.some(name => Object.hasOwn(body, name))) return;
  throw refused(what, `nothing says how; give some of ${names.join(", ")}`);
}
