import { quoted } from "../../core/basics";
import type { Members } from "../../seeding/members";

/** A longer text is not matched against a pattern: a pattern may take very long. */
const longestMatched = 256;

/** A group that may repeat without end, which can take exponentially long. */
const endlessGroup = /\)(?:[*+]|\{\d+,\})/;

/** Whether a text matches the pattern of a parameter. Patterns of Java that JavaScript cannot run are not checked. */
function matchesAllowed(pattern: string, text: string): boolean {
  if (text.length > longestMatched || endlessGroup.test(pattern)) return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return true;
  }
}

const numberOf = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value));

/** Why CloudFormation refuses the value of a parameter, and what to do, if it does. */
export function refusal(type: string, declaration: Members, text: string): string | undefined {
  const { AllowedValues, AllowedPattern } = declaration;
  const isList = type === "CommaDelimitedList" || type.startsWith("List<");
  const items = isList ? text.split(",").map(item => item.trim()) : [text];
  if (Array.isArray(AllowedValues)) {
    const allowed = AllowedValues.map(String);
    const other = items.find(item => !allowed.includes(item));
    if (other !== undefined) return `${quoted(other)} is not allowed; choose one of ${allowed.join(", ")}`;
  }
  if (typeof AllowedPattern === "string") {
    const other = items.find(item => !matchesAllowed(AllowedPattern, item));
    if (other !== undefined)
      return `${quoted(other)} does not match ${AllowedPattern}; give a value that does`;
  }
  if (type === "Number" || type === "List<Number>") return numberRefusal(declaration, items);
  return lengthRefusal(declaration, text);
}

function numberRefusal(declaration: Members, items: readonly string[]): string | undefined {
  const least = numberOf(declaration["MinValue"]) ?? Number.NEGATIVE_INFINITY;
  const most = numberOf(declaration["MaxValue"]) ?? Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item === "" || Number.isNaN(Number(item))) return `${quoted(item)} is not a number; give one`;
    if (Number(item) < least) return `${item} is less than ${least}; give a larger one`;
    if (Number(item) > most) return `${item} is more than ${most}; give a smaller one`;
  }
  return undefined;
}

function lengthRefusal(declaration: Members, text: string): string | undefined {
  const least = numberOf(declaration["MinLength"]) ?? 0;
  const most = numberOf(declaration["MaxLength"]) ?? Number.POSITIVE_INFINITY;
  if (text.length < least) return `${quoted(text)} has fewer than ${least} characters; give a longer value`;
  return text.length > most
    ? `${quoted(text)} has more than ${most} characters; give a shorter value`
    : undefined;
}
