type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(text => typeof text === "string");

/** What must be denied, so that nobody deletes recovery points by hand or gives themselves the right to. */
const actions = ["DeleteRecoveryPoint", "UpdateRecoveryPointLifecycle", "PutBackupVaultAccessPolicy"];

function isForEveryone({ Principal }: Json): boolean {
  if (!isObject(Principal)) return Principal === "*";
  const { AWS } = Principal;
  return textsOf(AWS).includes("*");
}

/** Whether a statement denies something on every resource to everyone, save some. */
function isWideDeny(statement: Json, allowed: readonly string[]): boolean {
  const { Effect, Resource } = statement;
  return (
    Effect === "Deny" &&
    isForEveryone(statement) &&
    textsOf(Resource).includes("*") &&
    sparesOnly(statement, allowed)
  );
}

/** Whether those whom the conditions of a statement spare are all among the allowed ones. */
function sparesOnly({ Condition }: Json, allowed: readonly string[]): boolean {
  if (Condition === undefined) return true;
  if (!isObject(Condition)) return false;
  return Object.entries(Condition).every(
    ([operator, keys]) =>
      /^(String|Arn)Not(Equals|Like)$/.test(operator) &&
      isObject(keys) &&
      Object.entries(keys).every(
        ([key, values]) =>
          key.toLowerCase() === "aws:principalarn" && textsOf(values).every(value => allowed.includes(value)),
      ),
  );
}

const denies = ({ Action }: Json, action: string): boolean =>
  textsOf(Action).some(pattern => {
    const [service = "", name = ""] = pattern.split(":");
    if (pattern === "*") return true;
    const prefix = name.endsWith("*") ? name.slice(0, -1).toLowerCase() : undefined;
    return (
      service === "backup" &&
      (prefix === undefined
        ? name.toLowerCase() === action.toLowerCase()
        : action.toLowerCase().startsWith(prefix))
    );
  });

/**
 * Whether a vault's access policy keeps everyone, save the allowed principals, from deleting its recovery points by
 * hand. As AWS Config has it, both the principal and the resource of the Deny must be wildcards.
 */
export function preventsManualDeletion(policy: string | undefined, allowed: readonly string[]): boolean {
  if (policy === undefined) return false;
  const document: unknown = JSON.parse(policy);
  if (!isObject(document)) return false;
  const { Statement } = document;
  const effective = (Array.isArray(Statement) ? Statement : [Statement])
    .filter(isObject)
    .filter(statement => isWideDeny(statement, allowed));
  return actions.every(action => effective.some(statement => denies(statement, action)));
}
