import { isObject } from "../seeding/members";

const textOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/**
 * Tags by key, from any of the forms in which templates, plans and answers hold them: a list of keys and values, in
 * capital or small letters, or an object.
 */
export function tagsOf(value: unknown): Readonly<Record<string, string>> {
  if (Array.isArray(value)) {
    const tags = value.filter(isObject).flatMap(tag => {
      const key = tag["Key"] ?? tag["key"] ?? tag["TagKey"];
      return key === undefined
        ? []
        : [[textOf(key), textOf(tag["Value"] ?? tag["value"] ?? tag["TagValue"])] as const];
    });
    return Object.fromEntries(tags);
  }
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textOf(item)]));
}
