import type { AwsError, Place } from "../core/basics";
import type { Answer, IncomingCall } from "../core/calls";
import { isServiceName } from "../model";
import { exceptionOf } from "./exceptions";
import type { SdkArgs, SdkClient, SdkContext, SdkResult } from "./sdk";
import type { Target } from "./target";

/** What all calls of one resolved command share. */
export interface Route {
  /** One of the three services, or the client's own name. */
  readonly service: string;
  readonly operation: string;
  readonly context: SdkContext;
  readonly client: SdkClient | undefined;
  /** What stands for the client in the record of calls. */
  readonly caller: object | undefined;
}

type Entry = (...args: never[]) => unknown;

/** A command of an SDK client on its way to the mock. */
export class SdkCall implements IncomingCall {
  readonly service: string;
  readonly operation: string;
  readonly input: object;
  readonly place: Place;
  readonly caller: object | undefined;
  readonly #route: Route;
  readonly #args: SdkArgs;
  /** Stack traces begin at the caller of this function, while it runs. */
  #entry: Entry | undefined;
  /** Resolves when the latest exception has its class, if it has none yet. */
  #finished: Promise<void> | undefined;

  constructor(route: Route, args: SdkArgs, place: Place) {
    this.service = route.service;
    this.operation = route.operation;
    this.input = args.input;
    this.place = place;
    this.caller = route.caller;
    this.#route = route;
    this.#args = args;
  }

  metadata(requestId: string, httpStatusCode: number): object {
    return {
      httpStatusCode,
      requestId,
      extendedRequestId: undefined,
      cfId: undefined,
      attempts: 1,
      totalRetryDelay: 0,
    };
  }

  exception(error: AwsError, requestId: string): Error {
    if (!isServiceName(this.service)) return error;
    const { exception, finished } = exceptionOf(error, {
      service: this.service,
      requestId,
      context: this.#route.context,
      command: this.#args,
      client: this.#route.client,
      entry: this.#entry,
    });
    this.#finished = finished;
    return exception;
  }

  /** Dispatches synchronously, so that the caller is on the stack. The result is that of the SDK's own middleware. */
  sendTo(target: Target, entry?: Entry): Promise<SdkResult> {
    this.#entry = entry;
    try {
      const answer = target.dispatch(this);
      return "then" in answer ? answer.then(known => this.#result(known)) : this.#result(answer);
    } catch (thrown) {
      return Promise.reject(thrown);
    } finally {
      this.#entry = undefined;
    }
  }

  #result(answer: Answer): Promise<SdkResult> {
    if ("error" in answer) {
      const { error } = answer;
      return this.#finished ? this.#finished.then(() => Promise.reject(error)) : Promise.reject(error);
    }
    const { output, requestId, status } = answer;
    // The output is the caller's own copy. That of a stub has no metadata yet.
    if (!("$metadata" in output)) Object.assign(output, { $metadata: this.metadata(requestId, status) });
    return Promise.resolve({ output, response: {} });
  }
}
