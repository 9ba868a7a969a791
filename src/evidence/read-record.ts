import { isObject, isServiceName } from "../model";
import { isInstant } from "./forms";
import { MockError } from "./mock";
import { type Found, problemFinder } from "./problems";
import { readStep } from "./read-step";
import type { EvidenceRecord } from "./record";

/** A problem in a document. */
export interface RecordProblem {
  /** `steps.2.output.BackupVaultName`; empty for the document itself. */
  readonly path: string;
  /** What is wrong: `must be a text`. */
  readonly problem: string;
}

const optionNames = ["region", "accountId", "organization", "now", "clock", "idSeed", "durations", "quotas"];

/** All problems of a record or of a list of records. Empty if it can be replayed. */
export function problemsOf(document: unknown): readonly RecordProblem[] {
  if (!Array.isArray(document)) return problemsOfRecord(document);
  if (document.length === 0) return [{ path: "", problem: "has no record" }];
  return document.flatMap((record, index) =>
    problemsOfRecord(record).map(({ path, problem }) => ({
      path: path === "" ? `${index}` : `${index}.${path}`,
      problem,
    })),
  );
}

/** Reads the records of a parsed JSON document. Throws a {@link MockError} that lists every problem with its path. */
export function readRecords(document: unknown, name = "the record"): readonly EvidenceRecord[] {
  const problems = problemsOf(document);
  const records: readonly unknown[] = Array.isArray(document) ? document : [document];
  if (problems.length === 0 && records.every(isEvidence)) return records;
  throw unreadable(name, problems);
}

/** Reads one record. Throws a {@link MockError} that lists every problem with its path. */
export function readRecord(document: unknown, name = "the record"): EvidenceRecord {
  if (isEvidence(document)) return document;
  throw unreadable(name, problemsOfRecord(document));
}

function unreadable(name: string, problems: readonly RecordProblem[]): MockError {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  const lines = problems.map(({ path, problem }) => `\n- ${path === "" ? "the document" : path} ${problem}`);
  return new MockError(
    "InvalidRecord",
    `Cannot read ${name}: it has ${count}; correct what follows, as docs/evidence.md describes.${lines.join("")}`,
  );
}

const isEvidence = (value: unknown): value is EvidenceRecord => problemsOfRecord(value).length === 0;

function problemsOfRecord(value: unknown): readonly RecordProblem[] {
  const found = problemFinder();
  if (!isObject(value)) found.add("", "must be an object");
  else checkRecord(value, found);
  return found.problems;
}

const dateForm = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function checkRecord(record: Readonly<Record<string, unknown>>, found: Found): void {
  const { title, source, date, confidence, services, options, fixture, steps, ...others } = record;
  for (const name of Object.keys(others)) found.add(name, "is no member of a record");
  for (const [name, value] of Object.entries({ title, source })) {
    if (typeof value !== "string" || value.trim() === "") found.add(name, "must be a text");
  }
  if (typeof date !== "string" || !dateForm.test(date) || !isInstant(date.padEnd(10, "-01"))) {
    found.add("date", "must be a date such as 2023, 2023-05 or 2023-05-17");
  }
  if (confidence !== "recorded" && confidence !== "documented") {
    found.add("confidence", 'must be "recorded" or "documented"');
  }
  readServices(services, found);
  if (options !== undefined) readOptions(options, found);
  if (fixture !== undefined && !isObject(fixture)) found.add("fixture", "must be an object");
  readSteps(steps, services, found);
}

function readServices(services: unknown, found: Found): void {
  if (!Array.isArray(services) || services.length === 0) {
    found.add("services", 'must be a list of "backup", "efs" and "fsx"');
    return;
  }
  for (const [index, service] of services.entries()) {
    if (typeof service === "string" && isServiceName(service)) continue;
    found.add(`services.${index}`, 'must be "backup", "efs" or "fsx"');
  }
}

function readOptions(options: unknown, found: Found): void {
  if (!isObject(options)) {
    found.add("options", "must be an object");
    return;
  }
  for (const name of Object.keys(options)) {
    if (optionNames.includes(name)) continue;
    found.add(`options.${name}`, `is no option of a record; there are ${optionNames.join(", ")}`);
  }
}

function readSteps(steps: unknown, services: unknown, found: Found): void {
  if (!Array.isArray(steps) || steps.length === 0) {
    found.add("steps", "must be a list of at least one step");
    return;
  }
  const saved = new Set<string>();
  for (const [index, step] of steps.entries()) {
    readStep(step, found.under(`steps.${index}`), {
      saved,
      services: Array.isArray(services) ? services : [],
    });
  }
}
