import { isObject, type Members, memberOf, textOf } from "../members";

/** A path of attributes, blocks and indexes in the values of an instance. */
export type Path = readonly (string | number)[];

/** `rule[0].target_vault_name`. */
export const pathText = (path: Path): string =>
  path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");

/**
 * What the configuration has at a path of the values: one expression or block, or several where blocks cannot be told
 * apart. Which written block belongs to which value is told by their constants, since sets have another order.
 */
export function blocksAt(written: unknown, values: unknown, path: Path): readonly Members[] {
  const [part, ...rest] = path;
  if (part === undefined || isExpression(written)) return isObject(written) ? [written] : [];
  const value = memberOf(values, part);
  if (typeof part === "string") return blocksAt(memberOf(written, part), value, rest);
  const blocks: readonly unknown[] = Array.isArray(written) ? written : [written];
  const fitting = blocks.filter(block => fits(block, value));
  return (fitting.length > 0 ? fitting : blocks).flatMap(block => blocksAt(block, value, rest));
}

const isExpression = (written: unknown): boolean =>
  isObject(written) && (Array.isArray(written["references"]) || Object.hasOwn(written, "constant_value"));

/** Whether the constant texts of a written block are those of a value. */
const fits = (block: unknown, value: unknown): boolean =>
  isObject(block) &&
  Object.entries(block).every(([name, written]) => {
    const constant = textOf(memberOf(written, "constant_value"));
    const actual = textOf(memberOf(value, name));
    return constant === undefined || actual === undefined || constant === actual;
  });
