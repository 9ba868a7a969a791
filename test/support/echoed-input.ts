import { type ServiceName, type Shape, serviceModel } from "../../src/model/index";

/** The paths to all values that an operation takes, lists as `[]`: `Tags[].Key`. */
export function inputPaths(service: ServiceName, operation: string): string[] {
  const input = serviceModel(service).operation(operation)?.input;
  return input ? pathsIn(input, "") : [];
}

function pathsIn(shape: Shape, path: string): string[] {
  if (shape.type === "list") return pathsIn(shape.item, `${path}[]`);
  if (shape.type !== "structure") return [path];
  return shape.members.flatMap(({ name, target }) => pathsIn(target, path === "" ? name : `${path}.${name}`));
}

/** The values that an input has, each with its path. */
function valuesIn(value: unknown, path: string): { readonly path: string; readonly value: unknown }[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(item => valuesIn(item, `${path}[]`));
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, member]) =>
    valuesIn(member, path === "" ? name : `${path}.${name}`),
  );
}

export const pathsOf = (input: object): string[] => valuesIn(input, "").map(({ path }) => path);

/** Which values of an input are not in a description under the same path, as `path: value`. */
export function notSaidAgain(input: object, description: object): string[] {
  const said = new Set(valuesIn(description, "").map(({ path, value }) => `${path}: ${String(value)}`));
  return valuesIn(input, "")
    .map(({ path, value }) => `${path}: ${String(value)}`)
    .filter(text => !said.has(text));
}
