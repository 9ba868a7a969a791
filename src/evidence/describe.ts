import type { Difference } from "./replay";

/** Longer values are truncated. In characters. */
const longest = 400;

/** Formats a difference for a terminal. */
export function describeDifference({ step, call, path, expected, received }: Difference): string {
  const where = step === 0 ? "before the first step" : `step ${step}${call ? ` (${call})` : ""}`;
  return `${where}, ${path}:\n  expected ${valueText(expected)}\n  received ${valueText(received)}`;
}

function valueText(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
