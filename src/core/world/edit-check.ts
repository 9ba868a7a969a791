import { checkStored, describedShape, type ServiceModel, type Shape, shapeAt } from "../../model";
import { type PlainMembers, type PlainType, quoted, suggestion, wrongType } from "../basics";
import type { TableSpec } from "../store";
import type { AnyKind } from "./kind";

/** What an edited record is checked against. */
export interface EditedKind {
  readonly model: ServiceModel;
  readonly kind: AnyKind;
  readonly spec: TableSpec<object>;
}

/** Why the service could not show an edited record. Only what changed counts: AWS's own answers bend the model. */
export function editProblems(of: EditedKind, before: object, after: object): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter(name => Reflect.get(before, name) !== Reflect.get(after, name));
  const problems = changed.flatMap(name => memberProblems(of, name, before, after));
  return problems.length > 0 ? problems : identityProblems(of, before, after);
}

function memberProblems(of: EditedKind, name: string, before: object, after: object): readonly string[] {
  const { kind } = of;
  const value: unknown = Reflect.get(after, name);
  if (kind.fixed?.some(member => member === name)) {
    return [`${name} ties the record to others and cannot change; create another one`];
  }
  const rule = ruleOf(of, name);
  if (!rule) return [unknownMember(of, name, before)];
  if (value === undefined) return rule.isRequired ? [`${name} is required`] : [];
  const problemsOf = (candidate: unknown): readonly string[] => {
    if ("type" in rule) {
      const expected = wrongType(rule.type, candidate);
      return expected === undefined ? [] : [`${name} must be ${expected}, not ${quoted(candidate)}`];
    }
    const problems = checkStored(rule.shape, candidate, name, "complete").map(({ message }) => message);
    const { state, states } = kind;
    const isUnknown = name === state && states && !states.includes(String(candidate));
    return isUnknown
      ? [...problems, `${name} must be one of ${states.join(", ")}, not ${quoted(candidate)}`]
      : problems;
  };
  const known = new Set(problemsOf(Reflect.get(before, name)));
  return problemsOf(value).filter(problem => !known.has(problem));
}

type MemberRule = { readonly isRequired: boolean } & (
  | { readonly shape: Shape }
  | { readonly type: PlainType }
);

const plainTypes: readonly PlainType[] = ["string", "number", "boolean", "object", "strings"];

/** What all rules of the services count on. */
const alwaysRequired: readonly string[] = ["Tags", "tags", "CreationDate", "CreationTime"];

/** By what a member is checked; undefined if nothing shows it. */
function ruleOf({ kind, model }: EditedKind, name: string): MemberRule | undefined {
  const member = kind.description && describedShape(model, kind.description.by).member(name);
  const isRequired =
    member?.required === true ||
    name === kind.state ||
    alwaysRequired.includes(name) ||
    kind.required?.some(known => known === name) === true;
  if (member) return { shape: member.target, isRequired };
  const further = ownEntry(kind.further, name) ?? ownEntry(kind.members, name);
  if (further === undefined) return undefined;
  const type = plainTypes.find(known => known === further);
  return type ? { type, isRequired } : { shape: shapeAt(model, further), isRequired };
}

const ownEntry = (members: PlainMembers | AnyKind["further"], name: string): string | undefined =>
  members && Object.hasOwn(members, name) ? Reflect.get(members, name) : undefined;

/** The members that an edit can change. */
const editableMembers = ({ kind, model }: Pick<EditedKind, "kind" | "model">): readonly string[] => [
  ...(kind.description ? describedShape(model, kind.description.by).members.map(({ name }) => name) : []),
  ...Object.keys(kind.further ?? {}),
  ...Object.keys(kind.members ?? {}),
];

const unknownMember = (of: EditedKind, name: string, before: object): string =>
  name in before
    ? `${name} is the mock's own and nothing that the service shows; leave it as it is`
    : `unknown member ${quoted(name)}; ${suggestion(name, editableMembers(of))}`;

/** A record keeps its key and its ARN. */
function identityProblems({ spec }: EditedKind, before: object, after: object): readonly string[] {
  const key = spec.key(before);
  if (spec.key(after) !== key) return [`its key ${quoted(key)} cannot change; create another record`];
  const arns = spec.aliases(before).filter(alias => alias?.startsWith("arn:"));
  const kept = new Set(Object.values(after));
  return arns.filter(arn => !kept.has(arn)).map(arn => `its ARN ${quoted(arn)} cannot change`);
}
