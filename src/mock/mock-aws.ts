import { type CommandClass, commandFacts } from "../adapters/command";
import type { OfKnownService } from "../adapters/known-service";
import { LruCache, MockError } from "../core/basics";
import {
  type Call,
  CallLog,
  callOf,
  Dispatcher,
  type LoggedCall,
  Stubs,
  type Unstubbed,
} from "../core/calls";
import { Clock, type MoveOptions, type Passage, SystemClock } from "../core/time";
import {
  type EventListener,
  hold,
  readSnapshot,
  release,
  Snapshot,
  type SnapshotDocument,
  World,
} from "../core/world";
import type { Forecast } from "../forecast/forecast";
import type { ForecastOptions } from "../forecast/options";
import { joinedServices } from "../integrations";
import { ActivityLog } from "./activity-log";
import type { MockAws } from "./api";
import { DrivenDate } from "./driven-date";
import { MockPlace, type Shared } from "./mock-place";
import { nodeRuntime } from "./node-runtime";
import { observedJobs } from "./observed-jobs";
import { attachObserver, Observer } from "./observer";
import type { MockOptions } from "./option-types";
import { readOptions } from "./options";
import { assertNonePending, type Pending, pendingOf } from "./pending";
import { nthCall, recordedCalls, unhandledCalls } from "./recorded-calls";
import { StateViews } from "./state-view";
import type { PartialInput, Stub, StubOptions } from "./stub-types";
import { isStrict, readUnstubbed, stub } from "./stubbing";

class MockAccount extends MockPlace implements MockAws {
  readonly clock: Clock;
  readonly #shared: Shared;

  constructor(shared: Shared) {
    const { accountId, region } = shared.settings;
    super(shared, { accountId, region }, "MockAws");
    this.#shared = shared;
    this.clock = new Clock(shared.world, shared.system);
    attachObserver(this, shared.observer);
    // Clients know their mock by what its places share.
    attachObserver(shared, shared.observer);
  }

  /** Calls and events of all places. */
  protected override sees(): boolean {
    return true;
  }

  settle(options?: MoveOptions): Promise<Passage> {
    return this.clock.settle(options);
  }

  snapshot(): Snapshot {
    this.#shared.dispatcher.followClock();
    return new Snapshot(this.#shared.world.state);
  }

  rollback(snapshot: Snapshot | SnapshotDocument): void {
    const { world, system } = this.#shared;
    world.replace(readSnapshot(snapshot, world.services));
    system?.moved();
  }

  async forecast(options: ForecastOptions): Promise<Forecast> {
    const { world, dispatcher, settings } = this.#shared;
    dispatcher.followClock();
    const { accountId, region } = settings;
    // Read now: calls that follow this one are not part of it.
    const origin = { world, state: world.state, place: { accountId, region } };
    const { forecast } = await import("../forecast");
    return forecast(origin, options);
  }

  reset(): void {
    const { dispatcher, calls, stubs } = this.#shared;
    startOver(this.#shared);
    dispatcher.reset();
    calls.clear();
    stubs.clear();
  }

  restore(): void {
    const { hooks, handles, date } = this.#shared;
    date?.stop();
    for (const remove of [...hooks, ...handles]) remove();
    hooks.clear();
  }

  [Symbol.dispose](): void {
    this.restore();
  }

  clearCalls(): void {
    this.#shared.calls.clear();
  }

  unhandledCalls(): readonly Call[] {
    return this.#unhandled().map(callOf);
  }

  assertNoUnhandledCalls(): void {
    const calls = this.#unhandled();
    if (calls.length > 0) throw unhandledCalls(calls);
  }

  #unhandled(): readonly LoggedCall[] {
    return this.#shared.calls.all().filter(call => call.answeredBy === "nobody");
  }

  on<Input extends object, Output extends object, Stack>(
    Command: CommandClass<Input, Output, Stack> & OfKnownService<Stack>,
    input?: PartialInput<Input>,
    options?: StubOptions,
  ): Stub<Input, Output> {
    return stub(this.#shared.stubs, commandFacts(Command), input, options);
  }

  onAnyCommand(input?: object, options?: StubOptions): Stub<object, object> {
    return stub(this.#shared.stubs, undefined, input, options);
  }

  onUnstubbed(answer: Unstubbed): void {
    this.#shared.stubs.unstubbed = readUnstubbed(answer);
  }

  call(n: number): Call {
    return nthCall(this.#shared.calls, n);
  }

  commandCalls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
    options?: StubOptions,
  ): readonly Call<Input, Output>[];
  commandCalls(Command: CommandClass, input?: unknown, options?: StubOptions): readonly Call[] {
    return recordedCalls(this.#shared.calls, {
      Command,
      input,
      isExact: isStrict(options),
      sees: () => true,
    });
  }

  resetHistory(): void {
    this.clearCalls();
  }

  hold(idOrArn: string): void {
    this.#shared.dispatcher.followClock();
    hold(this.#shared.world, idOrArn);
  }

  release(idOrArn: string): void {
    this.#shared.dispatcher.followClock();
    release(this.#shared.world, idOrArn);
  }

  pending(): readonly Pending[] {
    this.#shared.dispatcher.followClock();
    return pendingOf(this.#shared.world, this.#shared.stubs);
  }

  assertNoPending(): void {
    this.#shared.dispatcher.followClock();
    assertNonePending(this.#shared.world, this.#shared.stubs);
  }

  onEvent(listener: EventListener): () => void {
    this.#shared.dispatcher.followClock();
    return this.#shared.world.onEvent(listener);
  }
}

function startOver({
  world,
  settings,
  system,
  initial,
}: Pick<Shared, "world" | "settings" | "system" | "initial">): void {
  world.reset(settings.now());
  if (initial) world.replace(initial);
  system?.moved();
}

/** How many views of places are kept; requests over HTTP may name any number of Regions. */
const mostPlaces = 1_000;

/**
 * Creates an empty AWS account in this process. Throws a {@link MockError} (`InvalidOption`, `InvalidSnapshot`).
 *
 * @example
 * const aws = mockAws({ region: "eu-west-1", now: "2026-03-01T00:00:00Z" });
 */
export function mockAws(options: MockOptions = {}): MockAws {
  const settings = readOptions(options);
  const world = new World(joinedServices(settings), {
    now: settings.now(),
    idSeed: settings.idSeed,
    eventLimit: settings.recordEvents,
    runtime: nodeRuntime(),
    quotas: settings.quotas,
    durations: settings.durations,
    pageSize: settings.pageSize,
    moved: settings.log && (() => log?.passed()),
  });
  const log = settings.log && new ActivityLog(world, settings.log, settings);
  const system = settings.clock === "system" ? new SystemClock(world) : undefined;
  const initial =
    settings.snapshot === undefined ? undefined : readSnapshot(settings.snapshot, world.services);
  startOver({ world, settings, system, initial });
  const calls = new CallLog(settings.recordCalls);
  const stubs = new Stubs();
  const dispatcher = new Dispatcher({
    world,
    calls,
    stubs,
    clock: settings.clock,
    system,
    pageSize: settings.pageSize,
  });
  const { accountId, region } = settings;
  const followClock = () => dispatcher.followClock();
  return new MockAccount({
    settings,
    world,
    calls,
    stubs,
    dispatcher,
    dispatch: log
      ? call => log.dispatched(call, () => dispatcher.dispatch(call))
      : call => dispatcher.dispatch(call),
    system,
    initial,
    views: new StateViews(world),
    date: settings.driveDate ? new DrivenDate(() => world.now) : undefined,
    observer: Observer.ofMock(
      { world, calls, followClock, jobsOf: place => observedJobs(world, place) },
      { accountId, region },
    ),
    hooks: new Set(),
    handles: new Set(),
    places: new LruCache(mostPlaces),
  });
}
