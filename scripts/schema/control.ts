import { allControls } from "../../src/adapters/http/controls/all-controls";
import type { Control } from "../../src/adapters/http/controls/control";
import type { MemberType } from "../../src/adapters/http/controls/members";
import type { AnyKind } from "../../src/core/world";
import { joinedServices } from "../../src/integrations";
import { serviceModel, serviceNames } from "../../src/model";
import { dialect, duration, type JsonSchema, objectOf } from "./json-schema";

const types: Readonly<Record<MemberType, JsonSchema>> = {
  text: { type: "string" },
  texts: { type: "array", items: { type: "string" } },
  count: { type: "integer", minimum: 0 },
  flag: { type: "boolean" },
  object: { type: "object" },
  objects: { type: "array", items: { type: "object" } },
  objectOrObjects: { anyOf: [{ type: "object" }, { type: "array", items: { type: "object" } }] },
  textOrObject: { type: ["string", "object"] },
  duration: { $ref: "#/$defs/duration" },
  instant: { type: ["string", "number"] },
};

/** The kinds of records that a condition holds for, named as in the state. */
const kindsThat = (holds: (kind: AnyKind) => boolean): readonly string[] =>
  joinedServices().flatMap(({ name, kinds }) =>
    Object.entries(kinds).flatMap(([table, kind]) => (kind && holds(kind) ? [`${name}.${table}`] : [])),
  );

/** The values of members whose values are known. */
const values: Readonly<Record<string, () => readonly string[]>> = {
  "next.kind": () => kindsThat(({ works }) => works !== undefined),
  "edit.kind": () =>
    kindsThat(({ description, members }) => description !== undefined || members !== undefined),
  "forecast.as": () => ["json", "text", "svg"],
  "stub.service": () => serviceNames,
  "stub.operation": () =>
    [...new Set(serviceNames.flatMap(name => serviceModel(name).operationNames()))].sort(),
};

function bodySchema({ path, about, members, oneOf, someOf }: Control): JsonSchema {
  const properties = Object.entries(members).map(([name, { is, about: description }]) => {
    const known = values[`${path}.${name}`];
    return [name, { description, ...(known ? { enum: known() } : types[is]) }];
  });
  const required = Object.entries(members).flatMap(([name, spec]) => (spec.required ? [name] : []));
  const alternatives = (names: readonly string[]) => names.map(name => ({ required: [name] }));
  return {
    description: about,
    ...objectOf(Object.fromEntries(properties), required),
    ...(oneOf && { oneOf: alternatives(oneOf) }),
    ...(someOf && { anyOf: alternatives(someOf) }),
  };
}

/** The schemas of the bodies of control paths, as definitions named like the paths: `#/$defs/next`. */
export function controlSchema(): JsonSchema {
  const bodies = allControls
    .filter(({ kind }) => kind !== "show")
    .map(control => [
      control.path,
      control.document === undefined
        ? bodySchema(control)
        : { description: control.about, $ref: `${control.document}.json` },
    ]);
  return {
    $schema: dialect,
    title: "The bodies of the control paths of aws-backup-mock",
    $defs: { duration, ...Object.fromEntries(bodies) },
  };
}
