import { isLiteral } from "../model";

/** A value as it would be written in a test. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value);
  if (!isLiteral(value)) return String(value);
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${name}: ${written(member)}`],
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
