import { readFileSync, type Stats, statSync } from "node:fs";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { MockError } from "../mock";
import { problemsOf } from "../read-record";
import type { EvidenceRecord } from "../record";
import { recordedSource } from "./options";

/**
 * The file of a recording. Only a file that a recording has written is ever replaced: no other file, no record whose source
 * was changed, and no file that appears at the path during the recording.
 */
export class RecordFile {
  readonly #path: string;
  /** The file as this recording last saw it. */
  #ours: Stats | undefined;

  /** Throws a {@link MockError} if the folder does not exist, or if the file is not a recording. */
  constructor(path: string) {
    this.#path = path;
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
      throw refused(path, "its folder does not exist", "create it");
    }
    this.#ours = statSync(path, { throwIfNoEntry: false });
    if (this.#ours && !isRecording(path)) throw foreign(path);
  }

  /** Writes to a temporary file and renames it, so that the file is complete at any moment. */
  async write(record: EvidenceRecord): Promise<void> {
    const beside = `${this.#path}.${process.pid}.tmp`;
    await writeFile(beside, `${JSON.stringify(record, null, 2)}\n`, { flag: "wx" });
    try {
      await this.#claim();
      await rename(beside, this.#path);
      this.#ours = await stat(this.#path);
    } catch (thrown) {
      await rm(beside, { force: true });
      throw thrown;
    }
  }

  /** Throws unless the path is free or holds the file of this recording. */
  async #claim(): Promise<void> {
    const present = await stat(this.#path).catch(() => undefined);
    if (present && !(this.#ours && isSame(present, this.#ours))) throw foreign(this.#path);
    // Exclusive: fails if the file has appeared since the check.
    if (!present) await (await open(this.#path, "wx")).close();
  }
}

const isSame = (one: Stats, other: Stats): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;

const refused = (path: string, why: string, what: string): MockError =>
  new MockError("InvalidRecord", `Cannot record to ${path}: ${why}; ${what}.`);

const foreign = (path: string): MockError =>
  refused(path, "the file exists and is not a recording", "use another path, or move the file");

function isRecording(path: string): boolean {
  try {
    const document: unknown = JSON.parse(readFileSync(path, "utf8"));
    return problemsOf(document).length === 0 && Reflect.get(Object(document), "source") === recordedSource;
  } catch {
    return false;
  }
}
