import { isObject, type Members } from "../../seeding/members";
import { tagsOf } from "../tags";
import type { ListName } from "../world-builder";
import type { Deployed, ResourceKind } from "./deployed";

/** An entry of the fixture that a resource becomes. */
export interface Entry {
  readonly list: ListName;
  /** In the members of the API. What the API does not know is left for the fixture's check to refuse. */
  readonly item: Members;
  /** What the entry lacks, if anything. */
  readonly warning?: string;
}

/** A type of resource that is in a list of the fixture. */
export interface OwnedKind extends ResourceKind {
  /** The entries; an object with the reason if they cannot be made. */
  readonly entries: (resource: Deployed) => readonly Entry[] | { readonly skipped: string };
  /** The names of its properties. Others are refused. */
  readonly properties: readonly string[];
  /** The properties that CloudFormation requires. Those of an object only if the object is there. */
  readonly required?: readonly string[];
  /** The member of the API that holds all properties, if the API wraps them. */
  readonly wrapper?: string;
  /** The path of a list whose items AWS refuses without saying which one it means. */
  readonly parts?: readonly [string, string];
  /** The properties that have another name than the member of the API, by the latter. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** A property that is an object; an empty one if it is not. */
export const objectAt = (members: Members, name: string): Members => {
  const value = members[name];
  return isObject(value) ? value : {};
};

/** The items of a property that is a list of objects. */
export const objectsAt = (members: Members, name: string): readonly Members[] | undefined => {
  const value: unknown = members[name];
  return Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? item : {})) : undefined;
};

/** A policy as the text that the API takes. */
export const policyText = (policy: unknown): unknown => (isObject(policy) ? JSON.stringify(policy) : policy);

/** The members, without those that are undefined. */
export const present = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** Tags by key, if a property has any. */
export const optionalTags = (tags: unknown): Members | undefined =>
  tags === undefined ? undefined : tagsOf(tags);
