import { identityOf } from "../adapters/client-identity";
import { AwsError, type Place, placeKey } from "../core/basics";
import { type CallLog, type LoggedCall, shown } from "../core/calls";
import { type BusEvent, runOperation, type World } from "../core/world";
import { projectOutput, serviceModel } from "../model";
import type { ObservedJob } from "./observed-jobs";

/** Marks what matchers accept. Shared by all copies of this library: a setup file may load another copy. */
const observerKey = Symbol.for("aws-backup-mock.observer");

export interface ObserverSources {
  readonly world: World;
  readonly calls: CallLog;
  /** With `clock: "system"`, lets the world catch up. */
  followClock(): void;
  /** The jobs that write to vaults of a place. Given from outside: the matchers alone do not load the services. */
  jobsOf(place: Place): readonly ObservedJob[];
}

/** A call as a matcher shows it. */
export interface ObservedCall {
  readonly service: string;
  readonly operation: string;
  /** An independent copy. */
  readonly input: unknown;
  /** The time on the mock's clock. */
  readonly time: Date;
}

/** A call that failed. */
export interface RefusedCall {
  readonly operation: string;
  /** An independent copy. */
  readonly input: unknown;
  /** What the client threw. */
  readonly error: Error;
}

/** A record in the SDK's form. */
export type ObservedRecord = Readonly<Record<string, unknown>>;

/** A kind of record of AWS Backup, and the operation that describes one. */
export interface RecordKind {
  readonly table: string;
  readonly describedBy: string;
  /** The members of a record that the describing operation takes. */
  readonly named: readonly string[];
}

/** What an observer sees. */
interface Scope {
  readonly name: string;
  saw(call: LoggedCall): boolean;
  sees(event: BusEvent): boolean;
}

/** What happened and what exists, as seen by a mock, a place or a client. */
export class Observer {
  /** For messages: `the mock`, `the mock in eu-west-1 of 123456789012`, `this BackupClient`. */
  readonly name: string;
  readonly #parts: ObserverSources;
  readonly #place: Place;
  readonly #scope: Scope;

  private constructor(parts: ObserverSources, place: Place, scope: Scope) {
    this.name = scope.name;
    this.#parts = parts;
    this.#place = place;
    this.#scope = scope;
  }

  /** Sees all calls and events, and the records of the mock's own place. */
  static ofMock(parts: ObserverSources, place: Place): Observer {
    return new Observer(parts, place, { name: "the mock", saw: () => true, sees: () => true });
  }

  /** Sees what belongs to one place. */
  at(place: Place): Observer {
    const { accountId, region } = place;
    return new Observer(this.#parts, place, {
      name: `the mock in ${region} of ${accountId}`,
      saw: call => call.place.accountId === accountId && call.place.region === region,
      sees: event => event.account === accountId && event.region === region,
    });
  }

  /** Sees the calls of one client. */
  ofClient(client: object): Observer {
    const identity = identityOf(client);
    return new Observer(this.#parts, this.#place, {
      name: `this ${client.constructor.name || "client"}`,
      saw: call => call.caller === identity,
      sees: () => false,
    });
  }

  /** Whether calls are recorded. */
  get recording(): boolean {
    return this.#parts.calls.recording;
  }

  /** The recorded calls, oldest first. */
  calls(): readonly ObservedCall[] {
    const calls = this.#parts.calls.all().filter(call => this.#scope.saw(call));
    return calls.map(({ service, operation, input, at }) => ({
      service,
      operation,
      input: shown(input),
      time: new Date(at),
    }));
  }

  /** The recorded calls of some operations that failed, oldest first. */
  refusedCalls(operations: readonly string[]): readonly RefusedCall[] {
    return this.#parts.calls.all().flatMap(call => {
      if (!operations.includes(call.operation) || !this.#scope.saw(call)) return [];
      const { operation, input, error } = call;
      return error ? [{ operation, input: shown(input), error }] : [];
    });
  }

  /** The events kept, oldest first. */
  events(): readonly BusEvent[] {
    this.#parts.followClock();
    return [...this.#parts.world.state.events].filter(event => this.#scope.sees(event));
  }

  /** The `detail-type`s of the events that can be sent. */
  get eventTypes(): readonly string[] {
    return this.#parts.world.eventTypes;
  }

  /** The jobs that make recovery points here, and the copy jobs that start here, oldest first. */
  jobs(): readonly ObservedJob[] {
    this.#parts.followClock();
    return this.#parts.jobsOf(this.#place);
  }

  /** All records of a kind, oldest first, each as AWS Backup describes it now. */
  records(kind: RecordKind): readonly ObservedRecord[] {
    this.#parts.followClock();
    const { world } = this.#parts;
    const key = placeKey(this.#place);
    const records = (world.state.places[key] ?? world.pristine(key))["backup"]?.[kind.table];
    return [...(records?.values() ?? [])].map(record => this.#described(kind, record));
  }

  #described({ describedBy, named }: RecordKind, record: object): ObservedRecord {
    const { world } = this.#parts;
    const service = world.service("backup");
    const handler = service?.operations[describedBy];
    const model = serviceModel("backup").operation(describedBy);
    if (!service || handler?.kind !== "read" || !model) {
      throw new Error(`No operation ${describedBy} to describe records with.`);
    }
    const names = named.map(name => [name, Reflect.get(record, name)]);
    const account = world.view().account(service, this.#place);
    try {
      return projectOutput(model.output, runOperation(handler, Object.fromEntries(names), account));
    } catch (refusal) {
      // A vault's access policy may deny the description; the record exists all the same.
      if (refusal instanceof AwsError) return projectOutput(model.output, record);
      throw refusal;
    }
  }
}

/** Makes an object acceptable to matchers, without adding a visible member. */
export function attachObserver(object: object, observer: Observer): void {
  Object.defineProperty(object, observerKey, { value: observer, configurable: true });
}

/** The observer attached to an object, if any. */
export function observerOf(object: unknown): Observer | undefined {
  if (typeof object !== "object" || object === null) return undefined;
  const observer: unknown = Reflect.get(object, observerKey);
  return isObserver(observer) ? observer : undefined;
}

/** By its members: it may come from another copy of this library. */
const isObserver = (value: unknown): value is Observer =>
  typeof value === "object" && value !== null && "ofClient" in value;
