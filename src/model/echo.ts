import type { Shape } from "./shapes";
import { isRecord } from "./values";

/** How AWS's messages print a value: `a`, `[a, b]`, `{key=value}`, `[Tag(key=a, value=b)]`; without what is sensitive. */
export function textOf(value: unknown, shape: Shape): string {
  if (shape.type === "list" && Array.isArray(value)) {
    return `[${value.map((item: unknown) => textOf(item, shape.item)).join(", ")}]`;
  }
  if (shape.type === "map" && isRecord(value)) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}=${textOf(entry, shape.value)}`);
    return `{${entries.join(", ")}}`;
  }
  if (shape.type === "structure" && isRecord(value)) {
    const shown = shape.members.filter(({ name, target }) => value[name] !== undefined && !target.sensitive);
    const members = shown.map(({ name, target }) => `${name}=${textOf(value[name], target)}`);
    return `${shape.name}(${members.join(", ")})`;
  }
  return String(value);
}
