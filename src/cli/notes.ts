import type { Infrastructure } from "../infrastructure/result";

/** What a reader assumed and left out, a line for each. */
export const notesOf = ({ skipped, warnings }: Infrastructure): readonly string[] => [
  ...warnings.map(({ where, text }) => `${where}: ${text}.`),
  ...skipped.map(({ name, type, reason }) => `${name} (${type}) is left out: ${reason.replace(/\.$/, "")}.`),
];
