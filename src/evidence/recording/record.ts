import { serviceOfClient } from "../../adapters/client-names";
import {
  isSdkClient,
  type SdkArgs,
  type SdkClient,
  type SdkContext,
  type SdkHandler,
} from "../../adapters/sdk";
import type { Client } from "../../adapters/target";
import { isServiceName } from "../../model";
import { MockError } from "../mock";
import { RecordFile } from "./file";
import { answered, type CallFacts, refused } from "./observed";
import type { RecordOptions } from "./options";
import { Writer } from "./writer";

/** A recording under way. */
export interface Recording extends AsyncDisposable {
  /** The path of the file. It exists once a call has been answered. */
  readonly file: string;
  /**
   * Takes the recorder out of the clients and finishes the file. Rejects if it could not be written. May be called any
   * number of times.
   */
  stop(): Promise<void>;
}

/**
 * Writes what a service answers to clients as an evidence record, for `compare`. Account ids, names, ARNs, keys and ids
 * are replaced consistently, secrets by a fixed text; read the file before you pass it on. The file is brought up to date
 * after each call. It may replace an earlier recording, but no other file. Calls of several clients make one record.
 *
 * @example
 * const recording = record(new BackupClient(), "vault.json");
 * // … the calls that are to be compared …
 * await recording.stop();
 */
export function record(
  clients: Client | readonly Client[],
  file: string,
  options: RecordOptions = {},
): Recording {
  const known = (isList(clients) ? clients : [clients]).map(recordable);
  const writer = new Writer(new RecordFile(file), options);
  const recorders = known.map((client, index) => new Recorder(client, index, writer));
  const stop = (): Promise<void> => {
    for (const recorder of recorders) recorder.stop();
    return writer.finished();
  };
  return { file, stop, [Symbol.asyncDispose]: stop };
}

const isList = (clients: Client | readonly Client[]): clients is readonly Client[] => Array.isArray(clients);

const serviceIds: readonly unknown[] = ["Backup", "EFS", "FSx"];

/** The client, if it is one of the services that records can be made of. */
function recordable(client: unknown): SdkClient {
  if (!isSdkClient(client)) {
    throw new MockError(
      "NotAClient",
      "Cannot record: what was given is no client of the AWS SDK for JavaScript v3; pass a client, or a list of clients.",
    );
  }
  const serviceId: unknown = Reflect.get(client.config, "serviceId");
  if (serviceId === undefined || serviceIds.includes(serviceId)) return client;
  throw new MockError(
    "NotAClient",
    `Cannot record ${String(serviceId)}: there are records of AWS Backup, EFS and FSx only; leave the client out.`,
  );
}

/** Outermost: what is recorded is what the caller gets, after all retries. */
const middlewareOptions = { step: "initialize", priority: "high" } as const;

/** Watches one client. It never changes what the client does. */
class Recorder {
  readonly #client: SdkClient;
  readonly #index: number;
  readonly #writer: Writer;
  #stopped = false;

  constructor(client: SdkClient, index: number, writer: Writer) {
    this.#client = client;
    this.#index = index;
    this.#writer = writer;
    client.middlewareStack.add(this.#middleware, middlewareOptions);
    // Operations called before are cached without the middleware.
    delete client.handlers;
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#client.middlewareStack.remove(this.#middleware);
    delete this.#client.handlers;
  }

  readonly #middleware = (
    next: SdkHandler,
    { clientName = "", commandName = "" }: SdkContext,
  ): SdkHandler => {
    const service = serviceOfClient(clientName);
    if (!isServiceName(service)) return next;
    const operation = commandName.replace(/Command$/, "");
    return args =>
      this.#stopped ? next(args) : this.#watch(next, args, { service, operation, client: this.#index });
  };

  async #watch(next: SdkHandler, args: SdkArgs, facts: CallFacts): ReturnType<SdkHandler> {
    const call = this.#writer.begin(facts, args.input);
    try {
      const result = await next(args);
      this.#writer.add(answered(call, result, await this.#region()));
      return result;
    } catch (thrown) {
      const observed = refused(call, thrown, await this.#region());
      if (observed) this.#writer.add(observed);
      throw thrown;
    }
  }

  /** Known by the time of an answer, unless the client talks to a mock and needs none. */
  async #region(): Promise<string | undefined> {
    const { region } = this.#client.config;
    try {
      const told: unknown = typeof region === "function" ? await region() : region;
      return typeof told === "string" ? told : undefined;
    } catch {
      return undefined;
    }
  }
}
