import {
  isServiceName,
  type OperationModel,
  projectOutput,
  readInput,
  type Seen,
  type StateRecord,
  serviceModel,
  type Violation,
} from "../../model";
import { AwsError, hash, MockError, type Place, uuidAt } from "../basics";
import type { ClockMode, SystemClock } from "../time";
import { runOperation, type World } from "../world";
import { type CallLog, type Kept, LoggedCall, shown } from "./call-log";
import { deepCopy } from "./copy";
import { Delays } from "./delays";
import { answerPage } from "./page-tokens";
import { type Behaviour, type Stubs, unstubbedCall } from "./stubs";
import { type Attempt, Waiting } from "./waiting";

/** A call from an adapter. */
export interface IncomingCall {
  /** `backup`, `efs` or `fsx`; the client's name for other services. */
  readonly service: string;
  /** Without the trailing `Command`. */
  readonly operation: string;
  readonly input: unknown;
  readonly place: Place;
  readonly caller?: object | undefined;
  /** How many bytes the call log counts for it; of calls in this process, none. */
  readonly size?: number | undefined;
  /** Makes the `$metadata` of an answer, if the client wants any. */
  metadata?(requestId: string, status: number): object;
  /** Makes the client's own exception from an error. */
  exception(error: AwsError, requestId: string): Error;
}

/** The caller's own copy of the output, or the error to throw. */
export type Answer =
  | { readonly output: object; readonly requestId: string; readonly status: number }
  | { readonly error: Error; readonly requestId: string };

export interface DispatcherParts {
  readonly world: World;
  readonly calls: CallLog;
  readonly stubs: Stubs;
  readonly clock: ClockMode;
  /** The clock that the world follows, with `clock: "system"`. */
  readonly system: SystemClock | undefined;
  /** The most that a page of a list may have; undefined: what the service allows. */
  readonly pageSize?: number | undefined;
}

/** A call in progress, and its log entry. */
interface Ongoing {
  readonly call: IncomingCall;
  readonly model: OperationModel | undefined;
  /** The input in the form of the state, for a known operation. */
  readonly value: StateRecord | undefined;
  /** How the input violates the model. */
  readonly violations: readonly Violation[];
  readonly logged: LoggedCall;
  readonly requestId: string;
}

/** The only way in, for every transport. Synchronous, unless a stub delays the answer. */
export class Dispatcher {
  readonly #world: World;
  readonly #calls: CallLog;
  readonly #stubs: Stubs;
  readonly #delays: Delays;
  readonly #waiting: Waiting;
  readonly #system: SystemClock | undefined;
  readonly #pageSize: number | undefined;
  readonly #requestSeed: number;
  #requests = 0;

  constructor({ world, calls, stubs, clock, system, pageSize }: DispatcherParts) {
    this.#world = world;
    this.#calls = calls;
    this.#stubs = stubs;
    this.#delays = new Delays(world, clock, system);
    this.#waiting = new Waiting(world, clock);
    this.#system = system;
    this.#pageSize = pageSize;
    this.#requestSeed = hash(`requests of ${world.seed}`);
  }

  /** Restarts the request ids. */
  reset(): void {
    this.#requests = 0;
  }

  /** With `clock: "system"`, moves the world to `Date.now()`. */
  followClock(): void {
    this.#system?.follow();
  }

  /** Resolves when this much time has passed. With `clock: "auto"`, it lets it pass. */
  pass(milliseconds: number): Promise<void> {
    this.followClock();
    return this.#delays.pass(milliseconds);
  }

  dispatch(call: IncomingCall): Answer | Promise<Answer> {
    this.followClock();
    const model = isServiceName(call.service)
      ? serviceModel(call.service).operation(call.operation)
      : undefined;
    const read = model && readInput(model, call.input);
    const kept: Kept =
      model && read?.exact && read.violations.length === 0
        ? { value: read.value, shape: model.input }
        : { value: deepCopy(call.input), shape: undefined };
    const ongoing: Ongoing = {
      call,
      model,
      value: read?.value,
      violations: read?.violations ?? [],
      logged: this.#log(call, kept),
      requestId: uuidAt(this.#requestSeed, ++this.#requests),
    };
    try {
      const needsStub = this.#stubs.unstubbed === "error";
      if (!needsStub) this.#checkInput(ongoing);
      const stub = this.#stubs.take(call.service, call.operation, () => shown(kept));
      if (stub) return this.#answerByStub(ongoing, stub);
      if (!needsStub) return this.#answerByModel(ongoing);
      ongoing.logged.answeredBy = "nobody";
      throw unstubbedCall(call);
    } catch (thrown) {
      return this.#failure(ongoing, thrown);
    }
  }

  /** Refuses an input that violates the API model, as the service does before anything else. */
  #checkInput({ call, violations }: Ongoing): void {
    const service = this.#world.service(call.service);
    if (service && violations.length > 0) throw service.refuse(call.operation, violations);
  }

  #log(call: IncomingCall, input: Kept): LoggedCall {
    const logged = new LoggedCall(call, this.#world.now, input);
    this.#calls.add(logged);
    return logged;
  }

  // Answers of the model

  #answerByModel(ongoing: Ongoing): Answer {
    const { call, model, requestId } = ongoing;
    const status = model?.http.status ?? 200;
    return { output: this.#runModel(ongoing, call.metadata?.(requestId, status)), requestId, status };
  }

  #runModel({ call, model, value, logged }: Ongoing, $metadata?: object): object {
    const service = this.#world.service(call.service);
    const handler = service?.operations[call.operation];
    if (!service || !handler || !model || !value) {
      logged.answeredBy = "nobody";
      throw unsupported(call, service !== undefined, model !== undefined);
    }
    const { place } = call;
    const attempt = (): Attempt<object> => {
      const seen: Seen | undefined = handler.kind === "read" ? { due: undefined } : undefined;
      try {
        const result = answerPage({ model, place, mostPerPage: this.#pageSize }, value, input =>
          handler.kind === "read"
            ? runOperation(handler, input, this.#world.view().account(service, call.place))
            : this.#world.transact(transaction =>
                runOperation(handler, input, transaction.account(service, call.place)),
              ),
        );
        logged.answered({ value: result, shape: model.output });
        const output = projectOutput(model.output, result, seen, $metadata);
        return { output, due: seen?.due, isHeld: seen?.held };
      } catch (thrown) {
        if (thrown instanceof AwsError) return { refusal: thrown };
        throw thrown;
      }
    };
    const asked = { place, service: call.service, operation: call.operation, input: value };
    const { output, refusal } = this.#waiting.attempt(asked, attempt);
    this.#finishDueWork();
    if (refusal || !output) throw refusal;
    return output;
  }

  /** Work without duration is done before the next call. */
  #finishDueWork(): void {
    const world = this.#world;
    if ((world.nextDue ?? Number.POSITIVE_INFINITY) <= world.now) world.passAll(world.now);
  }

  // Answers of stubs

  #answerByStub(ongoing: Ongoing, stub: Behaviour): Answer | Promise<Answer> {
    ongoing.logged.answeredBy = "stub";
    if (stub.delay === 0) return this.#runStub(ongoing, stub);
    return this.#delays.answer<Answer>({
      operation: ongoing.call.operation,
      delay: stub.delay,
      answer: () => this.#runStub(ongoing, stub),
      fail: error => this.#failure(ongoing, error),
    });
  }

  #runStub(ongoing: Ongoing, stub: Behaviour): Answer | Promise<Answer> {
    try {
      const result = stub.answer(shown(ongoing.logged.input), () => this.#proceed(ongoing), ongoing.call);
      if (!(result instanceof Promise)) return this.#stubbed(ongoing, result);
      return result.then(
        output => this.#stubbed(ongoing, output),
        (thrown: unknown) => this.#failure(ongoing, thrown),
      );
    } catch (thrown) {
      return this.#failure(ongoing, thrown);
    }
  }

  /** Runs the real model for a stub, and answers as the client would see it. */
  #proceed(ongoing: Ongoing): object {
    try {
      this.#checkInput(ongoing);
      return this.#runModel(ongoing);
    } catch (thrown) {
      throw thrown instanceof AwsError ? ongoing.call.exception(thrown, ongoing.requestId) : thrown;
    }
  }

  #stubbed(ongoing: Ongoing, result: unknown): Answer {
    const value = typeof result === "object" && result !== null ? result : {};
    ongoing.logged.answered({ value: deepCopy(value), shape: undefined });
    return {
      output: deepCopy(value),
      requestId: ongoing.requestId,
      status: ongoing.model?.http.status ?? 200,
    };
  }

  #failure({ call, logged, requestId }: Ongoing, thrown: unknown): Answer {
    const error =
      thrown instanceof AwsError
        ? call.exception(thrown, requestId)
        : thrown instanceof Error
          ? thrown
          : new Error(String(thrown));
    logged.failed(error);
    return { error, requestId };
  }
}

function unsupported(call: IncomingCall, knownService: boolean, knownOperation: boolean): MockError {
  const command = `${call.operation}Command`;
  if (!knownService) {
    return new MockError(
      "UnknownCommand",
      `Cannot answer ${command} of ${call.service}: this mock models AWS Backup, EFS and FSx only; disconnect it from that client, or mock that service with another library.`,
    );
  }
  const why = knownOperation
    ? "the operation is not modelled yet"
    : "the operation is not known to this version";
  return new MockError(
    "UnsupportedOperation",
    `Cannot answer ${command}: ${why}; stub it with aws.on(${command}).resolves({ … }).`,
  );
}
