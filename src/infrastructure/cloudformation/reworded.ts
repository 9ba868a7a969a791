import type { Deployed } from "./deployed";
import type { OwnedKind } from "./owned-kinds";

/** Puts problems of an entry into the words of the template: with the type, and with the names of properties. */
export function reworded({ type }: Deployed, { renamed = {} }: OwnedKind): (problem: string) => string {
  const names = Object.entries(renamed).map(
    ([name, property]) => [new RegExp(`\\b${name}\\b`, "g"), property] as const,
  );
  return problem => {
    const text = names.reduce((words, [name, property]) => words.replace(name, property), problem);
    return `${type}: ${text}`;
  };
}
