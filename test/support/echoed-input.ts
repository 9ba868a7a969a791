import { type ServiceName, type Shape, serviceModel } from "../../src/model/index";

/** The paths of all values in an operation's input, with `[]` for lists: `Tags[].Key`. */
export function inputPaths(service: ServiceName, operation: string): string[] {
  const input = serviceModel(service).operation(operation)?.input;
  return input ? pathsIn(input, "") : [];
}

function pathsIn(shape: Shape, path: string): string[] {
  if (shape.type === "list") return pathsIn(shape.item, `${path}[]`);
  if (shape.type !== "structure") return [path];
  return shape.members.flatMap(({ name, target }) => pathsIn(target, path === "" ? name : `${path}.${name}`));
}

/** The values of an input, each with its path. */
function valuesIn(value: unknown, path: string): { readonly path: string; readonly value: unknown }[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(item => valuesIn(item, `${path}[]`));
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, member]) =>
    valuesIn(member, path === "" ? name : `${path}.${name}`),
  );
}

export const pathsOf = (input: object): string[] => valuesIn(input, "").map(({ path }) => path);

/** The values of an input that a description does not show at the same path, as `path: value`. */
export function missingFrom(description: object, input: object): string[] {
  const textsOf = (document: object) =>
    valuesIn(document, "").map(({ path, value }) => `${path}: ${String(value)}`);
  const shown = new Set(textsOf(description));
  return textsOf(input).filter(text => !shown.has(text));
}
