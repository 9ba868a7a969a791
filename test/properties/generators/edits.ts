import type { MockAwsPlace } from "aws-backup-mock";
import type { AnyKind } from "../../../src/core/world";
import { describedShape, type EnumShape, type Shape, serviceModel } from "../../../src/model/index";
import { services } from "../model/operations";
import type { Random } from "./random";

/** A random change of a record. */
export interface RandomEdit {
  readonly kind: string;
  readonly key: string;
  readonly member: string;
  readonly value: unknown;
}

/** A table whose records can be edited. */
interface EditableTable {
  readonly service: (typeof services)[number]["name"];
  readonly table: string;
  readonly kind: AnyKind;
}

/** A random value of a shape, or of a wrong type; undefined removes the member. */
function randomValue(shape: Shape, random: Random, now: number): unknown {
  if (random.chance(10)) return undefined;
  if (random.chance(10)) return random.pick([null, "text", 5, true, {}, [], new Date(now)]);
  switch (shape.type) {
    case "enum":
      return random.pick((shape satisfies EnumShape).values);
    case "string":
      return random.pick(["", "text", "0.0", "arn:aws:iam::123456789012:role/other"]);
    case "boolean":
      return random.chance(50);
    case "timestamp":
      return now + (random.below(800) - 700) * 86_400_000;
    case "list":
      return random.chance(50) ? [] : [randomValue(shape.item, random, now)];
    case "map":
      return random.chance(50) ? {} : { key: randomValue(shape.value, random, now) };
    case "structure": {
      const members = random.subset(shape.members.slice(0, 3));
      return Object.fromEntries(members.map(({ name, target }) => [name, randomValue(target, random, now)]));
    }
    default:
      return random.below(100);
  }
}

/** All tables whose records can be edited. */
export const editableTables = (
  kinds: (service: string, table: string) => AnyKind | undefined,
): EditableTable[] =>
  services.flatMap(({ name: service, tables }) =>
    Object.keys(tables).flatMap(table => {
      const kind = kinds(service, table);
      return kind?.description ? [{ service, table, kind }] : [];
    }),
  );

/** A random change of a random record here; half of the changes are of its state. */
export function randomEdit(
  tables: readonly EditableTable[],
  { state }: MockAwsPlace,
  random: Random,
): RandomEdit | undefined {
  const { service, table, kind } = random.pick(tables);
  const records = [...(Reflect.get(state[service], table) as Iterable<object>)];
  if (records.length === 0 || !kind.description) return undefined;
  const record = random.pick(records);
  const spec = services.find(({ name }) => name === service)?.tables[table];
  const shape = describedShape(serviceModel(service), kind.description.by);
  const byState = kind.state !== undefined && random.chance(50) ? shape.member(kind.state) : undefined;
  const { name, target } = byState ?? random.pick(shape.members);
  return {
    kind: `${service}.${table}`,
    key: spec?.key(record) ?? "",
    member: name,
    value: randomValue(target, random, state.now),
  };
}
