import { deniesAccount, type Place, type Policy, readPolicy, textsOf } from "../../../core/basics";
import { isObject } from "../../../model";

const maxDepth = 32;

const isNestedAtMost = (depth: number, value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every(inner => isNestedAtMost(depth - 1, inner)));

/** Reads a file system policy; undefined if the text is not one. */
export function readFileSystemPolicy(text: string): Policy | undefined {
  const read = readPolicy(text);
  return "policy" in read && isNestedAtMost(maxDepth, read.policy.document) ? read.policy : undefined;
}

/** What an AWS principal can be: everyone, an account, an IAM or STS identity, or the unique id of a deleted one. */
const awsPrincipal =
  /^(\*|\d{12}|A[A-Z0-9]{15,}|arn:aws[a-z-]*:(iam|sts)::\d{12}:(root|(user|role|assumed-role|federated-user)\/[^*?]+))$/;
const service = /^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com)$/;

const isPrincipal: Readonly<Record<string, (name: string) => boolean>> = {
  AWS: name => awsPrincipal.test(name),
  Service: name => service.test(name),
  Federated: () => true,
  CanonicalUser: () => true,
};

const isPrincipalBlock = (block: unknown): boolean =>
  block === undefined ||
  block === "*" ||
  (isObject(block) &&
    Object.entries(block).every(([kind, names]) => {
      const isValid = Object.hasOwn(isPrincipal, kind) ? isPrincipal[kind] : undefined;
      return isValid !== undefined && textsOf(names)?.every(isValid) === true;
    }));

/** Whether a statement has a principal of an unknown kind or form. Whether an identity exists is not checked. */
export function hasInvalidPrincipal({ document }: Policy): boolean {
  return [document["Statement"]]
    .flat()
    .filter(isObject)
    .some(({ Principal, NotPrincipal }) => ![Principal, NotPrincipal].every(isPrincipalBlock));
}

/** Whether a policy unconditionally denies the account any further change of the policy. */
export const locksOut = (policy: Policy, fileSystemArn: string, place: Place): boolean =>
  deniesAccount(policy, "elasticfilesystem:PutFileSystemPolicy", [fileSystemArn], place);

/** A policy in the format of EFS: indented by two spaces, ` : ` after names, each list on one line. */
export const prettyPrinted = ({ document }: Policy): string => printed(document, "");

function printed(value: unknown, indent: string): string {
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
