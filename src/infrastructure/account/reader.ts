import { MockError } from "../../core/basics";
import type { ServiceName } from "../../model";
import type { Members } from "../../seeding/members";
import type { Answer } from "../dumps/answer";
import { itemsOf } from "../dumps/items";
import { readings } from "../dumps/readings";
import type { Warning } from "../result";
import type { Calls, Result } from "./calls";
import { type Read, reads } from "./reads";

/** How far the reading is. */
export interface ImportProgress {
  /** The call that was answered last, such as `backup.ListBackupVaults`. */
  readonly call: string;
  /** How many calls were answered. */
  readonly calls: number;
  /** Which of the operations this is, from 1. */
  readonly operation: number;
  /** How many operations will be read. */
  readonly operations: number;
}

/** What was read. */
interface Account {
  readonly answers: readonly Answer[];
  readonly warnings: readonly Warning[];
}

/** Reads everything that a fixture can hold, with calls that change nothing. */
export class AccountReader {
  readonly #calls: ReadonlyMap<ServiceName, Calls>;
  readonly #told: (progress: ImportProgress) => void;
  readonly #reads: readonly Read[];
  readonly #answers: Answer[] = [];
  readonly #warnings: Warning[] = [];
  #count = 0;

  constructor(
    calls: ReadonlyMap<ServiceName, Calls>,
    everyPoint: boolean,
    told: (progress: ImportProgress) => void,
  ) {
    this.#calls = calls;
    this.#told = told;
    this.#reads = reads.filter(read => calls.has(read.service) && (everyPoint || !read.isOfPoints));
  }

  async read(): Promise<Account> {
    for (const [index, read] of this.#reads.entries()) {
      for (const input of this.#inputs(read)) {
        const goesOn = await this.#pages(read, input, index + 1);
        if (!goesOn) break;
      }
    }
    return { answers: this.#answers, warnings: this.#warnings };
  }

  /** The inputs of a read: one for each item that it asks about. */
  #inputs({ service, each, only = /^/ }: Read): readonly Members[] {
    if (!each) return [{}];
    const list = readings[service][each.of];
    const member = list && "in" in list ? list.in : undefined;
    const inputFor = (item: Members, asked: Members): Members =>
      Object.fromEntries(Object.entries(each.input).map(([name, from]) => [name, item[from] ?? asked[from]]));
    return this.#answers
      .filter(answer => answer.service === service && answer.operation === each.of)
      .flatMap(({ output, input }) => itemsOf(output, member).map(item => inputFor(item, input)))
      .filter(input => Object.values(input).every(value => only.test(String(value))));
  }

  /** Reads all pages of an answer. Returns whether further calls of the operation make sense. */
  async #pages(read: Read, input: Members, operation: number): Promise<boolean> {
    const tokens = new Set<unknown>();
    for (let page: Members | undefined = input; page; ) {
      const result = await this.#call(read, page, operation);
      if (!("output" in result)) return this.#explain(read, input, result);
      const { service, operation: name } = read;
      this.#answers.push({ service, operation: name, input, output: plain(result.output) });
      const next = nextPage(result.output);
      const token: unknown = next && Object.values(next)[0];
      if (token !== undefined && tokens.has(token)) throw endless(read);
      tokens.add(token);
      page = next && { ...input, ...next };
    }
    return true;
  }

  async #call(read: Read, input: Members, operation: number): Promise<Result> {
    const result = (await this.#calls.get(read.service)?.call(read.operation, input)) ?? { missing: true };
    const call = nameOf(read);
    this.#told({ call, calls: ++this.#count, operation, operations: this.#reads.length });
    return result;
  }

  /** Says what is not known now. Returns whether further calls of the operation make sense. */
  #explain(read: Read, input: Members, result: Exclude<Result, { output: Members }>): boolean {
    const where = nameOf(read);
    if ("missing" in result) {
      this.#warn(where, "the installed client does not know this operation; install a newer one");
      return false;
    }
    const { name, message } = result.refusal;
    if (name === read.none) return true;
    if (/AccessDenied|Unauthorized|NotAuthorized/.test(name)) {
      this.#warn(where, `it was denied (${message}); allow it, or do without what it shows`);
      return false;
    }
    const about = Object.values(input).join(", ");
    this.#warn(about === "" ? where : `${where} of ${about}`, `it was refused: ${name}: ${message}`);
    return true;
  }

  #warn(where: string, text: string): void {
    this.#warnings.push({ where, text });
  }
}

const nameOf = ({ service, operation }: Read): string => `${service}.${operation}`;

const endless = (read: Read): MockError =>
  new MockError(
    "InvalidInfrastructure",
    `Cannot import the account: ${nameOf(read)} returned the same page token twice; try again.`,
  );

/** What an input needs to ask for the page after an answer. Undefined after the last page. */
function nextPage(output: Members): Members | undefined {
  const { NextToken, NextMarker } = output;
  if (typeof NextToken === "string" && NextToken !== "") return { NextToken };
  return typeof NextMarker === "string" && NextMarker !== "" ? { Marker: NextMarker } : undefined;
}

/** An answer as JSON has it: instants as texts, without what the client adds. */
const plain = ({ $metadata: _, ...output }: Members): Members => JSON.parse(JSON.stringify(output));
