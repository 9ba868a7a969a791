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

/** A recording in progress. */
export interface Recording extends AsyncDisposable {
  /** The path of the file. The file is created after the first answer. */
  readonly file: string;
  /**
   * Removes the recorder from the clients and completes the file. Rejects if the file could not be written. Idempotent.
   */
  stop(): Promise<void>;
}

/**
 * Records what a service answers to the clients' calls, as a record for `compare`. Account ids, names, ARNs, keys and ids
 * are replaced consistently, secrets by a fixed text. Read the file before you share it. The file is updated after each
 * call. It can replace an earlier recording, but no other file. The calls of several clients make one record.
 *
 * @example
 * const recording = record(new BackupClient(), "vault.json");
 * // … make calls …
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

/** Returns the client, or throws if it is not a client of one of the three services. */
function recordable(client: unknown): SdkClient {
  if (!isSdkClient(client)) {
    throw new MockError(
      "NotAClient",
      "Cannot record: the argument is not a client of the AWS SDK for JavaScript v3; pass a client or a list of clients.",
    );
  }
  const serviceId: unknown = Reflect.get(client.config, "serviceId");
  if (serviceId === undefined || serviceIds.includes(serviceId)) return client;
  throw new MockError(
    "NotAClient",
    `Cannot record ${String(serviceId)}: only AWS Backup, EFS and FSx can be recorded; leave the client out.`,
  );
}

/** Outermost, so that it sees what the caller gets, after all retries. */
const middlewareOptions = { step: "initialize", priority: "high" } as const;

/** Observes one client. It does not change the client's behaviour. */
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
    // The client caches resolved handlers; those have no recorder.
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

  /** The client's Region. Undefined for a client without one, which only a mock can answer. */
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
