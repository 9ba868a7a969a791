import { isAbout, readPolicy, type Statement, textsOf } from "../../../core/basics";
import { isObject } from "../../../model";

/** What must be denied, so that nobody deletes recovery points by hand or gives themselves the right to. */
const actions = [
  "backup:DeleteRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
  "backup:PutBackupVaultAccessPolicy",
];

/** Whether a statement denies something on every resource to everyone, save some. */
const isWideDeny = (statement: Statement, allowed: readonly string[]): boolean =>
  statement.effect === "Deny" &&
  !statement.exceptPrincipals &&
  statement.principals.includes("*") &&
  statement.resources?.includes("*") === true &&
  sparesOnly(statement.condition, allowed);

/** Whether those whom the conditions of a statement spare are all among the allowed ones. */
function sparesOnly(condition: unknown, allowed: readonly string[]): boolean {
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
 * Whether a vault's access policy keeps everyone, save the allowed principals, from deleting its recovery points by
 * hand. As AWS Config has it, both the principal and the resource of the Deny must be wildcards.
 */
export function preventsManualDeletion(policy: string | undefined, allowed: readonly string[]): boolean {
  const read = policy === undefined ? undefined : readPolicy(policy);
  if (!read || "fault" in read) return false;
  const effective = read.policy.statements.filter(statement => isWideDeny(statement, allowed));
  return actions.every(action => effective.some(statement => isAbout(statement, action)));
}
