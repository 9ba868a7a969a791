import { isObject } from "../members";
import { tagsOf } from "../tags";
import type { WorldBuilder } from "../world-builder";
import type { Instance } from "./plan";
import type { Values } from "./values";

/** The tags of an instance, with those that its provider adds. A tag that is not known is null. */
export function tagsOfInstance({ values }: Instance): Readonly<Record<string, string>> {
  const tags = values["tags_all"] ?? values["tags"];
  return isObject(tags)
    ? tagsOf(Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== null)))
    : {};
}

/** Warns of tags that are only known after apply: selections do not find the resource by them. */
export function warnOfUnknownTags(instance: Instance, values: Values, builder: WorldBuilder): void {
  const where = `${instance.address}.tags_all`;
  const text =
    "it is only known after apply; give the resource the tag in the fixture if a selection needs it";
  for (const name of values.unknownIn(instance, ["tags_all"])) builder.warn(`${where}.${name}`, text);
  const isKnown = instance.values["tags_all"] !== undefined || instance.values["tags"] !== undefined;
  if (!isKnown && values.isUnknown(instance, ["tags_all"])) builder.warn(where, text);
}
