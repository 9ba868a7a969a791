import { quoted, suggestion } from "../core/basics";
import type { AnyKind, World } from "../core/world";
import { isServiceName, type ServiceName } from "../model";

/** A kind of record by name. */
export interface NamedKind {
  readonly service: ServiceName;
  readonly table: string;
  readonly kind: AnyKind;
}

/** The kind with a name such as `fsx.fileSystems`, among those that a condition holds for. */
export function kindNamed(
  world: World,
  name: string,
  isMeant: (kind: AnyKind) => boolean,
): NamedKind | string {
  const [service = "", table = ""] = name.split(".");
  const kind = isServiceName(service) ? world.kindOf(service, table) : undefined;
  if (isServiceName(service) && kind && isMeant(kind) && name === `${service}.${table}`) {
    return { service, table, kind };
  }
  const names = [...world.services].flatMap(({ name: of, kinds }) =>
    Object.entries(kinds).flatMap(([tableName, other]) =>
      other && isMeant(other) ? [`${of}.${tableName}`] : [],
    ),
  );
  return `unknown kind ${quoted(name)}; ${suggestion(name, names)}`;
}
