import { isAbout, readPolicy, type Statement, textsOf } from "../../../core/basics";
import { isObject } from "../../../model";

/** The actions to deny, so that no one can delete recovery points by hand or obtain that permission. */
const deniedActions = [
  "backup:DeleteRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
  "backup:PutBackupVaultAccessPolicy",
];

/** Whether a statement denies its actions on every resource to everyone except allowed principals. */
const isWideDeny = (statement: Statement, allowed: readonly string[]): boolean =>
  statement.effect === "Deny" &&
  !statement.exceptPrincipals &&
  statement.principals.includes("*") &&
  statement.resources?.includes("*") === true &&
  exemptsOnly(statement.condition, allowed);

/** Whether the condition of a Deny statement exempts allowed principals only. */
function exemptsOnly(condition: unknown, allowed: readonly string[]): boolean {
  if (condition === undefined) return true;
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(
    ([operator, keys]) =>
      /^(String|Arn)Not(Equals|Like)$/.test(operator) &&
      isObject(keys) &&
      Object.entries(keys).every(
        ([key, values]) =>
          key.toLowerCase() === "aws:principalarn" &&
          textsOf(values)?.every(value => allowed.includes(value)) === true,
      ),
  );
}

/**
 * Whether a vault's access policy prevents everyone except allowed principals from deleting its recovery points by hand.
 * As in AWS Config, both the principal and the resource of the Deny statement must be wildcards.
 */
export function preventsManualDeletion(policy: string | undefined, allowed: readonly string[]): boolean {
  const read = policy === undefined ? undefined : readPolicy(policy);
  if (!read || "fault" in read) return false;
  const effective = read.policy.statements.filter(statement => isWideDeny(statement, allowed));
  return deniedActions.every(action => effective.some(statement => isAbout(statement, action)));
}
