import { isObject } from "../../model";
import type { RecordFile } from "./file";
import { type Begun, type CallFacts, copied, type Observed } from "./observed";
import type { RecordOptions } from "./options";
import { recordOf } from "./render";

/** Tolerance for `Date` headers, which have whole seconds. In milliseconds. */
const leeway = 2_000;

/** Collects the calls of a recording and keeps its file up to date. */
export class Writer {
  readonly #file: RecordFile;
  readonly #options: RecordOptions;
  readonly #observed: Observed[] = [];
  #lastAnswer: number | undefined;
  #stale = false;
  #writing: Promise<void> | undefined;
  #failure: unknown;

  constructor(file: RecordFile, options: RecordOptions) {
    this.#file = file;
    this.#options = options;
  }

  begin(facts: CallFacts, input: unknown): Begun {
    const at = performance.now();
    const copy = copied(input);
    const pause = this.#lastAnswer === undefined ? 0 : at - this.#lastAnswer;
    return { ...facts, at, pause, input: isObject(copy) ? copy : {} };
  }

  add(observed: Observed): void {
    this.#lastAnswer = performance.now();
    this.#observed.push(observed);
    this.#stale = true;
    this.#writing ??= this.#write();
  }

  /** Resolves once everything is written. Rejects if writing has failed. */
  async finished(): Promise<void> {
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Writes until the file has every call, including those that are answered during a write. */
  async #write(): Promise<void> {
    try {
      while (this.#stale) {
        this.#stale = false;
        await this.#file.write(recordOf(this.#observed, this.#options, this.#began()));
      }
    } catch (thrown) {
      this.#failure = thrown;
    } finally {
      this.#writing = undefined;
    }
  }

  /** When the recording started, by the service's clock. */
  #began(): number | undefined {
    const { now } = this.#options;
    if (now !== undefined) return new Date(now).getTime();
    const told = this.#observed.find(({ serviceTime }) => serviceTime !== undefined)?.serviceTime;
    return told === undefined ? undefined : Math.floor(told - leeway);
  }
}
