import { deniesAccount, type Place, type Policy, readPolicy } from "../../../core/basics";
import { isObject } from "../../../model";

const deepest = 32;

const isAtMost = (depth: number, value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every(inner => isAtMost(depth - 1, inner)));

/** Reads the policy of a file system; undefined when a text is none. */
export function readFileSystemPolicy(text: string): Policy | undefined {
  const read = readPolicy(text);
  return "policy" in read && isAtMost(deepest, read.policy.document) ? read.policy : undefined;
}

/** Whether a policy denies the account, without any condition, to change the policy again. */
export const locksOut = (policy: Policy, fileSystemArn: string, place: Place): boolean =>
  deniesAccount(policy, "elasticfilesystem:PutFileSystemPolicy", [fileSystemArn], place);

/** The policy as the service writes it: indented by two, ` : ` after names, lists on the line where they begin. */
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
