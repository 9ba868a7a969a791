import { existsSync, readFileSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { MockError } from "../../index";
import { problemsOf } from "../read-record";
import type { EvidenceRecord } from "../record";
import { recordedSource } from "./render";

/**
 * The file of a recording. It replaces what an earlier recording has written, and nothing else: neither other files nor
 * records that somebody has put a source into.
 */
export class RecordFile {
  readonly #path: string;
  #isOurs: boolean;

  /** Throws a {@link MockError} when the file cannot be written, or holds anything but a recording. */
  constructor(path: string) {
    this.#path = path;
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
      throw refused(path, "its folder does not exist", "create it");
    }
    this.#isOurs = existsSync(path);
    if (this.#isOurs && !isRecording(path)) {
      throw refused(path, "there is a file that no recording has made", "give another name, or move it away");
    }
  }

  /** Writes the record beside the file, and then puts it in the file's place: at any moment the file is whole. */
  async write(record: EvidenceRecord): Promise<void> {
    const beside = `${this.#path}.${process.pid}.tmp`;
    try {
      const file = await open(beside, "w");
      try {
        await file.writeFile(`${JSON.stringify(record, null, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#claim();
      await rename(beside, this.#path);
    } catch (thrown) {
      await rm(beside, { force: true });
      throw thrown;
    }
  }

  /** Makes sure that nobody else has made the file since this recording began. */
  async #claim(): Promise<void> {
    if (this.#isOurs) return;
    try {
      await (await open(this.#path, "wx")).close();
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      throw refused(this.#path, why, "give another name");
    }
    this.#isOurs = true;
  }
}

const refused = (path: string, why: string, what: string): MockError =>
  new MockError("InvalidRecord", `Cannot record to ${path}: ${why}; ${what}.`);

function isRecording(path: string): boolean {
  try {
    const document: unknown = JSON.parse(readFileSync(path, "utf8"));
    return problemsOf(document).length === 0 && Reflect.get(Object(document), "source") === recordedSource;
  } catch {
    return false;
  }
}
