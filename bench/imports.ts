/** The time to import the built package in a fresh process, against aws-sdk-client-mock. */
import { execFileSync } from "node:child_process";
import type { Figure } from "./harness";

const runs = 15;

/** Milliseconds of one import, measured inside a fresh process. */
function importTime(script: string, type: "commonjs" | "module"): number {
  const code = `const t = process.hrtime.bigint(); ${script}; console.log(Number(process.hrtime.bigint() - t) / 1e6)`;
  const printed = execFileSync(process.execPath, [`--input-type=${type}`, "-e", code], { encoding: "utf8" });
  return Number(printed.trim().split("\n").at(-1));
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function compare(type: "commonjs" | "module"): { readonly own: number; readonly other: number } {
  const load = (name: string) => (type === "commonjs" ? `require("${name}")` : `await import("${name}")`);
  const [own, other]: number[][] = [[], []];
  for (let run = 0; run < runs; run++) {
    own?.push(importTime(load("aws-backup-mock"), type));
    other?.push(importTime(load("aws-sdk-client-mock"), type));
  }
  return { own: median(own ?? []), other: median(other ?? []) };
}

/** Imports the built package by its name. */
export function importFigures(): Figure[] {
  return (["commonjs", "module"] as const).map(type => {
    const { own, other } = compare(type);
    return {
      name: `import, fresh process, ${type}, against aws-sdk-client-mock`,
      value: `${(own / other).toFixed(2)} × (${own.toFixed(1)} ms / ${other.toFixed(1)} ms)`,
      target: type === "commonjs" ? "≤ 0.2 ×" : "≤ 0.25 ×",
    };
  });
}
