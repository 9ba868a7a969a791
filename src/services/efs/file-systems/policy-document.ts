import { globalArn } from "../../../core/arn";
import type { Place } from "../../../core/place";
import { matchesPattern } from "../../../core/wildcards";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

/** A resource policy whose outer form is right. */
export interface PolicyDocument {
  readonly document: JsonObject;
  readonly statements: readonly JsonObject[];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const versions: readonly (Json | undefined)[] = [undefined, "2008-10-17", "2012-10-17"];

function isStatement(statement: Json): statement is JsonObject {
  if (!isObject(statement)) return false;
  const { Effect, Principal, NotPrincipal, Action, NotAction } = statement;
  return (
    (Effect === "Allow" || Effect === "Deny") &&
    (Principal ?? NotPrincipal) !== undefined &&
    (Action ?? NotAction) !== undefined
  );
}

const deepest = 32;

const isAtMost = (depth: number, value: Json): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every(inner => isAtMost(depth - 1, inner)));

/** Reads a resource policy; undefined when it is none. */
export function readPolicy(text: string): PolicyDocument | undefined {
  let document: Json;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(document) || !isAtMost(deepest, document)) return undefined;
  const { Version, Statement } = document;
  const statements = listOf(Statement);
  if (!versions.includes(Version)) return undefined;
  return statements.length > 0 && statements.every(isStatement) ? { document, statements } : undefined;
}

/** Whether a pattern of actions takes an action in, as IAM reads it. */
const matchesAction = (pattern: Json, action: string): boolean =>
  typeof pattern === "string" && matchesPattern(pattern.toLowerCase(), action.toLowerCase());

const updatingPolicy = "elasticfilesystem:PutFileSystemPolicy";

const isOnUpdating = ({ Action, NotAction }: JsonObject): boolean =>
  NotAction === undefined
    ? listOf(Action).some(pattern => matchesAction(pattern, updatingPolicy))
    : !listOf(NotAction).some(pattern => matchesAction(pattern, updatingPolicy));

function isOnCaller({ Principal }: JsonObject, place: Place): boolean {
  const root = globalArn("iam", place, "root");
  const { AWS } = isObject(Principal) ? Principal : { AWS: Principal };
  const names = listOf(AWS);
  return names.some(name => name === "*" || name === place.accountId || name === root);
}

/** Whether a policy denies the account, without any condition, to change the policy again. */
export const locksOut = ({ statements }: PolicyDocument, place: Place): boolean =>
  statements.some(
    ({ Effect, Condition, ...statement }) =>
      Effect === "Deny" && Condition === undefined && isOnUpdating(statement) && isOnCaller(statement, place),
  );

/** The policy as the service writes it: indented by two, ` : ` after names, lists on the line where they begin. */
export const prettyPrinted = ({ document }: PolicyDocument): string => printed(document, "");

function printed(value: Json, indent: string): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? "[ ]" : `[ ${value.map(item => printed(item, indent)).join(", ")} ]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)} : ${printed(member, inner)}`,
  );
  return members.length === 0 ? "{ }" : `{\n${members.join(",\n")}\n${indent}}`;
}
