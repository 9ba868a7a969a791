import { isScalar, scalarRule } from "./constraints";
import { suggestion } from "./nearest";
import type { EnumShape, ListShape, MapShape, ScalarShape, Shape, StructureShape } from "./shapes";
import { valueText } from "./value-text";
import { isPlain, kindOf } from "./values";

/** Something in a stubbed output that the service could not have returned. */
export interface OutputProblem {
  /** The path in JavaScript's notation: `BackupVaultList[0].CreationDate`. */
  readonly path: string;
  /** `BackupVaultList[0].CreationDate must be a Date, not a string` */
  readonly message: string;
}

/** The form of a value: instants are `Date`s in outputs of the SDK, and epoch milliseconds in the state. */
type Form = "output" | "state";

/** Where problems are collected. */
interface Findings {
  readonly form: Form;
  /** Whether required members must be there. */
  readonly isComplete: boolean;
  readonly problems: OutputProblem[];
}

/**
 * Finds members of an output (in the SDK's form) that its shape does not have, values of a wrong type and unknown enum
 * values; the first thousand of them. Members may be missing, lengths and patterns are not checked, and `$metadata` is
 * allowed.
 */
export function checkOutput(shape: StructureShape, value: unknown): readonly OutputProblem[] {
  const problems: OutputProblem[] = [];
  const to: Findings = { form: "output", isComplete: false, problems };
  if (isPlain(value) && "$metadata" in value) {
    const { $metadata, ...output } = value;
    check(shape, output, "", [value], to);
  } else if (value !== undefined) check(shape, value, "", [], to);
  return problems;
}

/** The same for a value of the state, of any shape; if it is complete, required members must be there. */
export function checkStored(
  shape: Shape,
  value: unknown,
  path: string,
  extent: "partial" | "complete" = "partial",
): readonly OutputProblem[] {
  const problems: OutputProblem[] = [];
  const to: Findings = { form: "state", isComplete: extent === "complete", problems };
  if (value !== undefined) check(shape, value, path, [], to);
  return problems;
}

const maxProblems = 1_000;

/** The outputs of these services are not nearly as deep. */
const maxDepth = 64;

/** Longest part of a wrong value that a message repeats. */
const maxValueText = 200;

/** `parents` holds the values around this one: some shapes contain themselves, so a value that does would not end. */
function check(shape: Shape, value: unknown, path: string, parents: readonly unknown[], to: Findings): void {
  const wrong = isScalar(shape)
    ? scalarProblem(shape, value, to.form)
    : collectionProblem(shape, value, parents);
  if (wrong !== undefined) {
    to.problems.push({ path, message: `${path || "The output"} ${wrong}` });
    return;
  }
  if (shape.type === "list" && Array.isArray(value)) {
    const around = [...parents, value];
    for (const [index, item] of value.entries()) {
      if (to.problems.length >= maxProblems) return;
      check(shape.item, item, `${path}[${index}]`, around, to);
    }
  } else if ((shape.type === "map" || shape.type === "structure") && isPlain(value)) {
    checkMembers(shape, value, path, [...parents, value], to);
  }
}

function scalarProblem(shape: ScalarShape | EnumShape, value: unknown, form: Form): string | undefined {
  if (shape.type === "timestamp" && form === "state") {
    return isInstant(value) ? undefined : `must be in epoch milliseconds, not ${kindOf(value)}`;
  }
  const rule = scalarRule(shape);
  const scalar = rule.read(value);
  if (scalar === undefined) return `must be ${rule.expected}, not ${kindOf(value)}`;
  if (shape.type !== "enum" || shape.values.includes(String(scalar))) return undefined;
  return `must be one of ${shape.values.join(", ")}, not "${valueText(scalar, shape, maxValueText)}"`;
}

/** Whether a number is within the range of `Date`. */
const isInstant = (value: unknown): boolean =>
  typeof value === "number" && !Number.isNaN(new Date(value).getTime());

function collectionProblem(
  { type }: ListShape | MapShape | StructureShape,
  value: unknown,
  parents: readonly unknown[],
): string | undefined {
  if (parents.includes(value)) return "must not contain itself";
  if (parents.length >= maxDepth) return "is nested too deeply";
  if (type === "list") return Array.isArray(value) ? undefined : `must be a list, not ${kindOf(value)}`;
  return isPlain(value) ? undefined : `must be an object, not ${kindOf(value)}`;
}

function checkMembers(
  shape: MapShape | StructureShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  parents: readonly unknown[],
  to: Findings,
): void {
  if (to.isComplete && shape.type === "structure") {
    for (const { name, required } of shape.members) {
      const at = memberPath(path, name);
      if (required && value[name] === undefined) to.problems.push({ path: at, message: `${at} is required` });
    }
  }
  for (const name of Object.keys(value)) {
    if (to.problems.length >= maxProblems) return;
    const entry = value[name];
    if (entry === undefined) continue;
    const at = memberPath(path, name);
    const target = shape.type === "map" ? shape.value : shape.member(name)?.target;
    if (target) check(target, entry, at, parents, to);
    else if (shape.type === "structure")
      to.problems.push({ path: at, message: unknownMember(shape, name, at) });
  }
}

function memberPath(path: string, name: string): string {
  if (!/^[\w$]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

function unknownMember({ name: shape, members }: StructureShape, name: string, path: string): string {
  if (members.length === 0) return `${path} is not a member of ${shape}, which has none`;
  const names = members.map(member => member.name);
  return `${path} is not a member of ${shape}; ${suggestion(name, names)}`;
}
