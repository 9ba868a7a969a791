import { matchesPattern } from "../../../core/wildcards";

/** A statement of a vault's access policy. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** ARNs and account ids; `*` is everyone. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  /** Whether `actions` are those that the statement is not about. */
  readonly exceptActions: boolean;
  readonly resources: readonly string[];
  /** Whether `principals` are those that the statement is not about. */
  readonly exceptPrincipals: boolean;
  /** Under which it holds, by operator. */
  readonly condition: unknown;
}

export type Policy = readonly Statement[];

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** One text or a list of them, as IAM lets every element be written. */
export function textsOf(value: unknown): readonly string[] | undefined {
  if (isText(value)) return [value];
  return Array.isArray(value) && value.length > 0 && value.every(isText) ? value : undefined;
}

function principalsOf(value: unknown): readonly string[] | undefined {
  if (value === "*") return ["*"];
  if (!isObject(value)) return undefined;
  const lists = Object.values(value).map(textsOf);
  return lists.length > 0 && lists.every(list => list !== undefined) ? lists.flat() : undefined;
}

function readStatement(value: unknown): Statement | string {
  if (!isObject(value)) return "a statement must be an object";
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource, Condition } = value;
  if (Effect !== "Allow" && Effect !== "Deny") return "the Effect of a statement must be Allow or Deny";
  const principals = principalsOf(Principal ?? NotPrincipal);
  if (!principals) return "a statement must have a Principal";
  const actions = textsOf(Action ?? NotAction);
  if (!actions) return "a statement must have an Action";
  const malformed = actions.find(action => action !== "*" && !/^[\w-]+:[\w*?]+$/.test(action));
  if (malformed !== undefined) return `${malformed} is not an action`;
  const resources = textsOf(Resource);
  if (!resources) return "a statement must have a Resource";
  return {
    effect: Effect,
    principals,
    actions,
    exceptActions: Action === undefined,
    resources,
    exceptPrincipals: Principal === undefined,
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

/** The statements of a policy, or why it is none. */
export function readPolicy(text: string): { readonly policy: Policy } | { readonly fault: string } {
  const document = parsed(text);
  if (!isObject(document)) return { fault: "it must be a JSON object" };
  const { Version, Statement } = document;
  if (Version !== undefined && Version !== "2012-10-17" && Version !== "2008-10-17") {
    return { fault: "its Version must be 2012-10-17 or 2008-10-17" };
  }
  const statements = (Array.isArray(Statement) ? Statement : [Statement]).map(readStatement);
  if (statements.length === 0) return { fault: "it must have a Statement" };
  const fault = statements.find(statement => typeof statement === "string");
  return fault === undefined
    ? { policy: statements.filter(statement => typeof statement !== "string") }
    : { fault };
}

/** Whether a statement is about an action of AWS Backup. */
export const isAbout = ({ actions, exceptActions }: Statement, action: string): boolean =>
  actions.some(pattern => matchesPattern(pattern.toLowerCase(), `backup:${action}`.toLowerCase())) !==
  exceptActions;

/** Whether a statement holds for some callers only, which of these cannot be known here. */
const dependsOnCaller = ({ condition, exceptPrincipals }: Statement): boolean =>
  condition !== undefined || exceptPrincipals;

/** Everyone, or everyone in the account. */
const isEveryone = (principal: string, accountId: string): boolean =>
  principal === "*" ||
  principal === accountId ||
  (principal.endsWith(`:${accountId}:root`) && principal.startsWith("arn:"));

/** Whether a policy denies an action on any of these ARNs to the whole account, whoever calls. */
export const deniesEveryone = (
  policy: Policy,
  action: string,
  arns: readonly string[],
  accountId: string,
): boolean =>
  policy.some(
    statement =>
      statement.effect === "Deny" &&
      !dependsOnCaller(statement) &&
      statement.principals.some(principal => isEveryone(principal, accountId)) &&
      isAbout(statement, action) &&
      statement.resources.some(pattern => arns.some(arn => matchesPattern(pattern, arn))),
  );

/** Whether a policy lets anyone in, of whatever account. */
export const isOpenToAll = (policy: Policy): boolean =>
  policy.some(
    statement =>
      statement.effect === "Allow" && !dependsOnCaller(statement) && statement.principals.includes("*"),
  );

/** What AWS gives the vault of automatic EFS backups. Whoever replaces it may delete its recovery points. */
export const automaticVaultPolicy: string = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: [
        "backup:DeleteBackupVault",
        "backup:DeleteBackupVaultAccessPolicy",
        "backup:DeleteRecoveryPoint",
        "backup:StartCopyJob",
        "backup:StartRestoreJob",
        "backup:UpdateRecoveryPointLifecycle",
      ],
      Resource: "*",
    },
  ],
});
