/**
 * Counts the texts that the mock refuses requests with, by where they come from, and writes the tables at the end of
 * docs/fidelity.md. Run by `npm run docs:refusals`. With `--check` it only tells whether the tables are up to date, and
 * with `--texts` it prints every text.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Confidence, knownTexts, sourceOfText } from "./refusals/evidence";
import { type Service, Sources, services } from "./refusals/program";
import { type Refusal, refusalsOf } from "./refusals/refusals";
import { hole } from "./refusals/texts";

const page = resolve(import.meta.dirname, "../docs/fidelity.md");
const [begin, end] = ["<!-- refusals: generated -->", "<!-- /refusals -->"];

const titles: Readonly<Record<Service, string>> = {
  backup: "AWS Backup",
  efs: "Amazon EFS",
  fsx: "Amazon FSx",
};

type Origin = Confidence | "ours";

interface Sourced extends Refusal {
  readonly origin: Origin;
}

const columns = ["recorded", "documented", "ours"] as const satisfies readonly Origin[];

async function sourcedRefusals(): Promise<ReadonlyMap<Service, readonly Sourced[]>> {
  const sources = new Sources();
  const known = await knownTexts();
  return new Map(
    services.map(service => [
      service,
      refusalsOf(sources, service).map(refusal => ({
        ...refusal,
        origin: sourceOfText(service, refusal.text, known) ?? "ours",
      })),
    ]),
  );
}

const row = (name: string, refusals: readonly Sourced[]): string => {
  const counts = columns.map(column => refusals.filter(({ origin }) => origin === column).length);
  return `| ${[name, ...counts].join(" | ")} |`;
};

const table = (first: string, rows: readonly string[]): string =>
  [`| ${[first, ...columns].join(" | ")} |`, "| --- | --: | --: | --: |", ...rows].join("\n");

/** One row per operation that can refuse with a text of its service. */
function operationRows(refusals: readonly Sourced[]): readonly string[] {
  const operations = [...new Set(refusals.flatMap(({ operations }) => [...operations]))].sort();
  return operations.map(operation =>
    row(
      operation,
      refusals.filter(({ operations }) => operations.has(operation)),
    ),
  );
}

function tables(all: ReadonlyMap<Service, readonly Sourced[]>): string {
  const totals = [...all].map(([service, refusals]) => row(titles[service], refusals));
  const parts = [...all].map(
    ([service, refusals]) => `### ${titles[service]}\n\n${table("operation", operationRows(refusals))}`,
  );
  return [begin, table("service", totals), ...parts, end].join("\n\n");
}

/** A text without the widths of its tables, which the formatter sets. */
const unaligned = (text: string): string => text.replaceAll(/ {2,}/g, " ").replaceAll(/-{2,}/g, "--");

const all = await sourcedRefusals();
const text = readFileSync(page, "utf8");
const [before = "", rest = ""] = text.split(begin);
const [, after = ""] = rest.split(end);
const written = `${before}${tables(all)}${after}`;
if (process.argv.includes("--texts")) {
  for (const [service, refusals] of all) {
    for (const { text, origin, operations } of refusals) {
      console.log([service, origin, text.replaceAll(hole, "…"), [...operations].join(" ")].join("\t"));
    }
  }
} else if (!process.argv.includes("--check")) writeFileSync(page, written);
else if (unaligned(written) !== unaligned(text)) {
  console.error("The counts in docs/fidelity.md are out of date; run npm run docs:refusals.");
  process.exitCode = 1;
}
