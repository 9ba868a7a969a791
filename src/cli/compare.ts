import { parseArgs } from "node:util";
import { compare, describeDifference, readRecordFile } from "../evidence";
import { UsageError } from "./usage-error";

/** Compares the records of files with the mock. Returns whether all of them hold. */
export async function compareFiles(args: readonly string[], say: (line: string) => void): Promise<boolean> {
  const files = filesOf(args);
  const records = (await Promise.all(files.map(file => readRecordFile(file)))).flat();
  let held = 0;
  for (const record of records) {
    const differences = await compare(record);
    if (differences.length === 0) held++;
    else say([`✗ ${record.title} (${record.source})`, ...differences.map(describeDifference), ""].join("\n"));
  }
  say(`${held} of ${records.length} records hold.`);
  return held === records.length;
}

function filesOf(args: readonly string[]): readonly string[] {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    if (positionals.length > 0) return positionals;
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
  throw new UsageError("compare takes at least one file of records");
}
