/** The key of an instance: its number with `count`, its text with `for_each`. */
export type Key = string | number;

/** A step of an address or a reference: `a["x"]` of `module.a["x"].aws_efs_file_system.b[0]`. */
export interface Step {
  readonly name: string;
  /** The first key; undefined without any. */
  readonly key: Key | undefined;
}

const step = /(?:^|\.)([^.[\]"]+)((?:\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\])*)/g;
const firstKey = /^\[(?:("(?:[^"\\]|\\.)*")|([^\]"]*))\]/;

/** Splits an address or a reference of Terraform. Dots and brackets in a key belong to the key. */
export const stepsOf = (text: string): readonly Step[] =>
  [...text.matchAll(step)].map(([, name = "", keys = ""]) => ({ name, key: keyOf(keys) }));

function keyOf(keys: string): Key | undefined {
  const [, quoted, plain] = firstKey.exec(keys) ?? [];
  if (quoted !== undefined) return unquoted(quoted);
  return plain === undefined || plain === "" ? undefined : Number(plain);
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** `["x"]`, `[0]`, or nothing. */
export const keyText = (key: Key | undefined): string =>
  key === undefined ? "" : `[${typeof key === "number" ? key : JSON.stringify(key)}]`;

/** The address of a module of a module: `module.a["x"].module.b`. The root module has the empty address. */
export const moduleAddress = (parent: string, name: string, key?: Key): string =>
  `${parent === "" ? "" : `${parent}.`}module.${name}${keyText(key)}`;
