import { checkStored, describedShape, isLiteral, type ServiceModel } from "../../model";
import { type AsymmetricMatcher, checkComparable, quoted, suggestion } from "../basics";
import type { AnyKind } from "./kind";

const isMatcher = (value: unknown): value is AsymmetricMatcher =>
  typeof value === "object" && value !== null && "asymmetricMatch" in value;

/** A match without its matchers, which any value may satisfy. */
function plainPart(value: unknown): unknown {
  if (isMatcher(value)) return undefined;
  if (Array.isArray(value)) return value.map(plainPart).filter(item => item !== undefined);
  if (!isLiteral(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainPart(member)]));
}

/** Why no record of a kind can match, if none can: with a typo, a test would pass and test nothing. */
export function matchProblem(model: ServiceModel, kind: AnyKind, match: object): string | undefined {
  checkComparable(match);
  const shape = kind.description && describedShape(model, kind.description.by);
  const others = [
    ...Object.keys(kind.further ?? {}),
    ...Object.keys(kind.members ?? {}),
    ...(kind.fixed?.map(String) ?? []),
  ];
  for (const [name, value] of Object.entries(match)) {
    const member = shape?.member(name);
    if (!member && !others.includes(name)) {
      const known = [...(shape?.members.map(({ name }) => name) ?? []), ...others];
      return `unknown member ${quoted(name)}; ${suggestion(name, known)}`;
    }
    const [problem] = member ? checkStored(member.target, plainPart(value), name) : [];
    if (problem) return problem.message;
  }
  return undefined;
}
