import { readFileSync, type Stats, statSync } from "node:fs";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { MockError } from "../mock";
import { problemsOf } from "../read-record";
import type { EvidenceRecord } from "../record";
import { recordedSource } from "./options";

/**
 * The file of a recording. It replaces what an earlier recording has written, and nothing else: neither other files, nor
 * records that have been given another source, nor what somebody puts in its place while the recording goes on.
 */
export class RecordFile {
  readonly #path: string;
  /** The file as it was left, to be told from any other. */
  #ours: Stats | undefined;

  /** Throws a {@link MockError} when the file cannot be written, or holds anything but a recording. */
  constructor(path: string) {
    this.#path = path;
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
      throw refused(path, "its folder does not exist", "create it");
    }
    this.#ours = statSync(path, { throwIfNoEntry: false });
    if (this.#ours && !isRecording(path)) throw foreign(path);
  }

  /** Writes the record beside the file, and then puts it in the file's place: at any moment the file is whole. */
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

  /** Makes sure that the path leads to a file of this recording. */
  async #claim(): Promise<void> {
    const present = await stat(this.#path).catch(() => undefined);
    if (present && !(this.#ours && isSame(present, this.#ours))) throw foreign(this.#path);
    // Fails if somebody makes the file at this very moment.
    if (!present) await (await open(this.#path, "wx")).close();
  }
}

const isSame = (one: Stats, other: Stats): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;

const refused = (path: string, why: string, what: string): MockError =>
  new MockError("InvalidRecord", `Cannot record to ${path}: ${why}; ${what}.`);

const foreign = (path: string): MockError =>
  refused(path, "there is a file that no recording has made", "give another name, or move it away");

function isRecording(path: string): boolean {
  try {
    const document: unknown = JSON.parse(readFileSync(path, "utf8"));
    return problemsOf(document).length === 0 && Reflect.get(Object(document), "source") === recordedSource;
  } catch {
    return false;
  }
}
