import { readFile } from "node:fs/promises";
import type { Connect } from "./in-process";
import { MockError } from "./mock";
import { readRecords } from "./read-record";
import type { EvidenceRecord } from "./record";
import { type Difference, replay } from "./replay";

/** Options of {@link compare}. */
export interface CompareOptions {
  /** Creates the mock for each record and sends calls to it. Default: in this process, without a transport. */
  readonly connect?: Connect;
}

/**
 * Replays a record, a list of records, or a JSON file of either. Each record gets a fresh mock. Returns where the mock
 * differs; the list is empty if every record holds. Throws a {@link MockError} if the input is not a valid record.
 *
 * @example
 * expect(await compare("recordings/vault.json")).toEqual([]);
 */
export async function compare(
  evidence: EvidenceRecord | readonly EvidenceRecord[] | string | URL,
  { connect }: CompareOptions = {},
): Promise<readonly Difference[]> {
  const records =
    typeof evidence === "string" || evidence instanceof URL
      ? await readRecordFile(evidence)
      : readRecords(evidence);
  const differences: Difference[] = [];
  for (const record of records) differences.push(...(await replay(record, connect)));
  return differences;
}

/** Reads the records of a JSON file. Throws a {@link MockError} that lists every problem. */
export async function readRecordFile(file: string | URL): Promise<readonly EvidenceRecord[]> {
  let document: unknown;
  try {
    document = JSON.parse(await readFile(file, "utf8"));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new MockError("InvalidRecord", `Cannot read ${String(file)}: ${why}; give a JSON file of records.`);
  }
  return readRecords(document, String(file));
}
