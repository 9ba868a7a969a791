import { MockError, messageOf } from "../../core/basics";
import type { ServiceName } from "../../model";
import { isObject, type Members } from "../../seeding/members";
import { classesOf, type SdkClass } from "./commands";
import type { Pace } from "./pace";

/** How a client of any version sends a command. */
export interface Sender {
  send(command: object, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>;
}

/** What came of a call: an answer, or why there is none. */
export type Result =
  | { readonly output: Members }
  | { readonly refusal: { readonly name: string; readonly message: string } }
  | { readonly missing: true };

/** Errors of credentials, after which no call succeeds. */
const endsAll =
  /ExpiredToken|InvalidClientTokenId|InvalidSignature|UnrecognizedClient|IncompleteSignature|MissingAuthentication|Throttl|TooManyRequests/;

/** Calls of one service, one after another, not faster than the pace. */
export class Calls {
  readonly #client: Sender;
  readonly #classOf: (name: string) => SdkClass | undefined;
  readonly #pace: Pace;
  readonly #service: ServiceName;

  private constructor(
    service: ServiceName,
    client: Sender,
    pace: Pace,
    classOf: (name: string) => SdkClass | undefined,
  ) {
    this.#service = service;
    this.#client = client;
    this.#pace = pace;
    this.#classOf = classOf;
  }

  static async of(service: ServiceName, client: Sender, pace: Pace): Promise<Calls> {
    return new Calls(service, client, pace, await classesOf(service));
  }

  /** Throws if there is no answer at all: the network, the credentials, or too many requests after all retries. */
  async call(operation: string, input: Members): Promise<Result> {
    const Command = this.#classOf(`${operation}Command`);
    if (!Command) return { missing: true };
    await this.#pace.turn();
    try {
      const { signal } = this.#pace;
      const output = await this.#client.send(new Command(input), { ...(signal && { abortSignal: signal }) });
      return { output: isObject(output) ? output : {} };
    } catch (thrown) {
      this.#pace.signal?.throwIfAborted();
      const refusal = refusalIn(thrown);
      if (refusal) return { refusal };
      throw new MockError(
        "InvalidInfrastructure",
        `Cannot import the account: ${this.#service}.${operation} failed: ${messageOf(thrown)}`,
      );
    }
  }
}

/** The refusal of the service, if it has refused this very call and may answer others. */
function refusalIn(thrown: unknown): { readonly name: string; readonly message: string } | undefined {
  if (!(thrown instanceof Error) || endsAll.test(thrown.name)) return undefined;
  const metadata: unknown = Reflect.get(thrown, "$metadata");
  const status = isObject(metadata) ? metadata["httpStatusCode"] : undefined;
  const isRefused = typeof status === "number" && status >= 400 && status < 500;
  return isRefused ? { name: thrown.name, message: thrown.message } : undefined;
}
