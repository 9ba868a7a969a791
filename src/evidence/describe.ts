import type { Difference } from "./replay";

/** The longest value that is printed whole. */
const longest = 400;

/** A difference as lines for a terminal. */
export function describeDifference({ step, call, path, expected, received }: Difference): string {
  const where = step === 0 ? "before the first step" : `step ${step}${call ? ` (${call})` : ""}`;
  return `${where}, ${path}:\n  expected ${valueText(expected)}\n  received ${valueText(received)}`;
}

function valueText(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
