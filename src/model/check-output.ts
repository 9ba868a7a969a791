import { isScalar, scalarRule } from "./constraints";
import { suggestion } from "./nearest";
import type { Shape, StructureShape } from "./shapes";
import { isPlain, kindOf } from "./values";

/** Something in a stubbed output that the service could not have answered. */
export interface OutputProblem {
  /** In the words of the one who wrote it: `BackupVaultList[0].CreationDate`. */
  readonly path: string;
  /** `BackupVaultList[0].CreationDate must be a Date, not a string`. */
  readonly message: string;
}

/**
 * What is wrong with an output in the SDK's form: members that its shape does not have, values of another type, unknown
 * enum values. Nothing has to be there, lengths and patterns are not looked at, and `$metadata` may stand at the top.
 */
export function checkOutput(shape: StructureShape, value: unknown): readonly OutputProblem[] {
  const problems: OutputProblem[] = [];
  if (isPlain(value) && "$metadata" in value) {
    const { $metadata, ...output } = value;
    check(shape, output, "", [value], problems);
  } else if (value !== undefined) check(shape, value, "", [], problems);
  return problems;
}

/** `around` holds what the value stands in: some shapes contain themselves, so a value that does would never end. */
function check(
  shape: Shape,
  value: unknown,
  path: string,
  around: readonly unknown[],
  to: OutputProblem[],
): void {
  const wrong = (what: string) => to.push({ path, message: `${path || "The output"} ${what}` });
  if (isScalar(shape)) {
    const rule = scalarRule(shape);
    const read = rule.read(value);
    if (read === undefined) wrong(`must be ${rule.expected}, not ${kindOf(value)}`);
    else if (shape.type === "enum" && !shape.values.includes(String(read))) {
      wrong(`must be one of ${shape.values.join(", ")}, not ${JSON.stringify(read)}`);
    }
    return;
  }
  if (around.includes(value)) return void wrong("must not contain itself");
  if (around.length >= deepest) return void wrong("is nested too deeply");
  const inside = [...around, value];
  if (shape.type === "list") {
    if (!Array.isArray(value)) return void wrong(`must be a list, not ${kindOf(value)}`);
    for (const [index, item] of value.entries()) check(shape.item, item, `${path}[${index}]`, inside, to);
    return;
  }
  if (!isPlain(value)) return void wrong(`must be an object, not ${kindOf(value)}`);
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    const at = pathTo(path, name);
    const target = shape.type === "map" ? shape.value : shape.member(name)?.target;
    if (target) check(target, entry, at, inside, to);
    else if (shape.type === "structure") to.push({ path: at, message: unknownMember(shape, name, at) });
  }
}

/** No answer of these services comes near it. */
const deepest = 64;

function pathTo(path: string, name: string): string {
  if (!/^[\w$]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

const unknownMember = ({ name: shape, members }: StructureShape, name: string, path: string): string =>
  members.length === 0
    ? `${path} is not a member of ${shape}, which has none`
    : `${path} is not a member of ${shape}; ${suggestion(
        name,
        members.map(member => member.name),
      )}`;
