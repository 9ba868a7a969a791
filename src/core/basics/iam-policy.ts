import { isObject } from "../../model";
import { globalArn } from "./arn";
import type { Place } from "./place";
import { matchesPattern } from "./wildcards";

type JsonObject = Readonly<Record<string, unknown>>;

/** A statement of a resource policy. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** ARNs and account ids; `*` is everyone. Service principals and the like are left out. */
  readonly principals: readonly string[];
  /** The statement applies to everyone except `principals`. */
  readonly exceptPrincipals: boolean;
  readonly actions: readonly string[];
  /** The statement applies to all actions except `actions`. */
  readonly exceptActions: boolean;
  /** Undefined if the statement names none: it applies to the resource of the policy. */
  readonly resources: readonly string[] | undefined;
  /** The condition, by operator; undefined if the statement always applies. */
  readonly condition: unknown;
}

export interface Policy {
  /** The policy document. */
  readonly document: JsonObject;
  readonly statements: readonly Statement[];
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The strings of an element, which IAM accepts as one string or a list. */
export function textsOf(value: unknown): readonly string[] | undefined {
  if (isText(value)) return [value];
  return Array.isArray(value) && value.length > 0 && value.every(isText) ? value : undefined;
}

function principalsOf(value: unknown): readonly string[] | undefined {
  if (value === "*") return ["*"];
  if (!isObject(value)) return undefined;
  const { AWS } = value;
  const lists = Object.values(value).map(textsOf);
  if (lists.length === 0 || lists.includes(undefined)) return undefined;
  return textsOf(AWS) ?? [];
}

function readStatement(value: unknown): Statement | string {
  if (!isObject(value)) return "a statement must be an object";
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource, Condition } = value;
  if (Effect !== "Allow" && Effect !== "Deny") return "the Effect of a statement must be Allow or Deny";
  const principals = principalsOf(Principal ?? NotPrincipal);
  if (!principals) return "a statement must have a Principal";
  const actions = textsOf(Action ?? NotAction);
  if (!actions) return "a statement must have an Action";
  const resources = textsOf(Resource);
  if (Resource !== undefined && !resources) return "the Resource of a statement must be one or more ARNs";
  return {
    effect: Effect,
    principals,
    exceptPrincipals: Principal === undefined,
    actions,
    exceptActions: Action === undefined,
    resources,
    condition: Condition,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const versions: readonly unknown[] = [undefined, "2008-10-17", "2012-10-17"];

/** Reads a resource policy, or says why a text is not one. */
export function readPolicy(text: string): { readonly policy: Policy } | { readonly fault: string } {
  const document = parsed(text);
  if (!isObject(document)) return { fault: "it must be a JSON object" };
  const { Version, Statement } = document;
  if (!versions.includes(Version)) return { fault: "its Version must be 2012-10-17 or 2008-10-17" };
  const read = (Array.isArray(Statement) ? Statement : [Statement]).map(readStatement);
  if (read.length === 0) return { fault: "it must have a Statement" };
  const fault = read.find(statement => typeof statement === "string");
  if (fault !== undefined) return { fault };
  return { policy: { document, statements: read.filter(statement => typeof statement !== "string") } };
}

/** Whether a statement applies to an action, such as `backup:StartCopyJob`. */
export const isAbout = ({ actions, exceptActions }: Statement, action: string): boolean =>
  actions.some(pattern => matchesPattern(pattern.toLowerCase(), action.toLowerCase())) !== exceptActions;

/** Whether a statement applies to some callers only. The mock does not know which. */
const dependsOnCaller = ({ condition, exceptPrincipals }: Statement): boolean =>
  condition !== undefined || exceptPrincipals;

/** Whether a statement applies to every caller of an account. */
function isOnWholeAccount(statement: Statement, place: Place): boolean {
  const wholes: readonly string[] = ["*", place.accountId, globalArn("iam", place, "root")];
  return !dependsOnCaller(statement) && statement.principals.some(principal => wholes.includes(principal));
}

const isOnResource = ({ resources }: Statement, arns: readonly string[]): boolean =>
  resources === undefined || resources.some(pattern => arns.some(arn => matchesPattern(pattern, arn)));

/** Whether a policy denies an action on any of these ARNs to every caller of an account. */
export const deniesAccount = (
  { statements }: Policy,
  action: string,
  arns: readonly string[],
  place: Place,
): boolean =>
  statements.some(
    statement =>
      statement.effect === "Deny" &&
      isOnWholeAccount(statement, place) &&
      isAbout(statement, action) &&
      isOnResource(statement, arns),
  );

/**
 * Whether a policy allows an action on a resource to callers of an account, or to one role of it. Conditions on the
 * account are judged. Any other condition counts as met, since the mock does not know the caller.
 */
export const allowsAccount = (
  { statements }: Policy,
  action: string,
  resource: string,
  place: Place,
  role: string | undefined,
): boolean =>
  statements.some(
    statement =>
      statement.effect === "Allow" &&
      isOnCallerOf(statement, place, role) &&
      isMetBy(statement.condition, place) &&
      isAbout(statement, action) &&
      isOnResource(statement, [resource]),
  );

function isOnCallerOf({ principals, exceptPrincipals }: Statement, place: Place, role?: string): boolean {
  const callers = ["*", place.accountId, globalArn("iam", place, "root")];
  const isNamed = principals.some(
    principal =>
      callers.includes(principal) || (role === undefined ? isRoleOf(principal, place) : principal === role),
  );
  return isNamed !== exceptPrincipals;
}

const isRoleOf = (principal: string, place: Place): boolean =>
  principal.startsWith(globalArn("iam", place, "role/"));

const accountKeys: ReadonlySet<string> = new Set(["aws:principalaccount", "aws:sourceaccount"]);

/** Whether the conditions on the caller's account hold. */
function isMetBy(condition: unknown, { accountId }: Place): boolean {
  if (!isObject(condition)) return true;
  return Object.entries(condition).every(
    ([operator, tests]) =>
      !/^String(Equals|Like)/.test(operator) ||
      !isObject(tests) ||
      Object.entries(tests).every(
        ([key, values]) =>
          !accountKeys.has(key.toLowerCase()) ||
          textsOf(values)?.some(value => matchesPattern(value, accountId)) === true,
      ),
  );
}

/** Whether a policy allows everyone, of any account, something on a resource. */
export const isOpenToAll = ({ statements }: Policy, arn: string): boolean =>
  statements.some(
    statement =>
      statement.effect === "Allow" &&
      isOnResource(statement, [arn]) &&
      !dependsOnCaller(statement) &&
      statement.principals.includes("*"),
  );
