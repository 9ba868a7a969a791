import { type CommandClass, commandFacts } from "./adapters/command";
import { attach, intercept } from "./adapters/intercept";
import { createMiddleware, middlewareOptions } from "./adapters/middleware";
import { createRequestHandler, type RequestHandler } from "./adapters/request-handler";
import type { Client, ClientClass, Target } from "./adapters/target";
import { type Changes, changesBetween } from "./changes";
import { type Call, CallLog, callOf, type LoggedCall, shown } from "./core/calls";
import { Clock, type Passage } from "./core/clock";
import { Dispatcher } from "./core/dispatch";
import { MockError } from "./core/errors";
import type { BusEvent } from "./core/events";
import { hold, release } from "./core/holding";
import type { EventListener } from "./core/listeners";
import { matches } from "./core/match";
import type { Place } from "./core/place";
import { readSnapshot, Snapshot, type SnapshotDocument } from "./core/snapshot";
import { Stubs } from "./core/stubs";
import { bearWitness, Witness } from "./core/witness";
import { World } from "./core/world";
import { joinedServices } from "./integrations";
import { type MockOptions, readOptions, type Settings } from "./options";
import { type NextJob, nextJob } from "./outcomes";
import { type Fixture, type Seeded, seed } from "./seeding/seed";
import { backup } from "./services/backup";
import type { JobMatch } from "./services/backup/jobs/outcomes";
import { explainPlan, type PlanExplanation } from "./services/backup/plans/explain";
import { type AccountState, StateViews } from "./state-view";
import { type PartialInput, type Stub, stub } from "./stubbing";

/** What all views of one mock share. */
interface Shared {
  readonly settings: Settings;
  readonly world: World;
  readonly calls: CallLog;
  readonly stubs: Stubs;
  readonly dispatcher: Dispatcher;
  readonly views: StateViews;
  /** What matchers hold a test against. */
  readonly witness: Witness;
  /** Takes every hook out again. */
  readonly hooks: Set<() => void>;
}

/** The mock seen from one account and Region. */
class MockPlace {
  /** For `client.middlewareStack.add(aws.middleware, aws.middlewareOptions)`. */
  readonly middleware: ReturnType<typeof createMiddleware>["middleware"];
  readonly middlewareOptions: typeof middlewareOptions;
  /** For `client.middlewareStack.use(aws.plugin)`. */
  readonly plugin: ReturnType<typeof createMiddleware>["plugin"];
  readonly #shared: Shared;
  readonly #place: Place;
  readonly #target: Target;
  #requestHandler: RequestHandler | undefined;

  constructor(shared: Shared, place: Place) {
    this.#shared = shared;
    this.#place = place;
    this.#target = {
      owner: shared,
      readsAccessKeys: Object.keys(shared.settings.accounts).length > 0,
      dispatch: call => shared.dispatcher.dispatch(call),
      placeOf: ({ region, accessKeyId }) => ({
        region: region ?? place.region,
        accountId: (accessKeyId !== undefined && shared.settings.accounts[accessKeyId]) || place.accountId,
      }),
    };
    const { middleware, plugin, remove } = createMiddleware(this.#target);
    this.middleware = middleware;
    this.middlewareOptions = middlewareOptions;
    this.plugin = plugin;
    shared.hooks.add(remove);
    bearWitness(this, shared.witness.at(place));
  }

  /** Lets a client talk to the mock, in the client's own Region if it has one, and returns it. */
  attach<C extends Client>(client: C): C {
    this.#shared.hooks.add(attach(this.#target, client));
    return client;
  }

  /** Lets every client of these classes talk to the mock, made before or after. */
  intercept(...classes: readonly ClientClass[]): void {
    this.#shared.hooks.add(intercept(this.#target, ...classes));
  }

  /**
   * For `new BackupClient({ requestHandler: aws.requestHandler })`: the SDK's whole pipeline runs, with serialising,
   * signing and retries, and is answered in this process.
   */
  get requestHandler(): RequestHandler {
    this.#requestHandler ??= createRequestHandler(this.#target);
    return this.#requestHandler;
  }

  /** The world as it stands, frozen; the same object until something changes. */
  get state(): AccountState {
    this.#shared.dispatcher.followClock();
    return this.#shared.views.at(this.#place);
  }

  /** Puts things into this place: all of the fixture, or nothing and one error that lists every problem. */
  seed(fixture: Fixture): Seeded {
    this.#shared.dispatcher.followClock();
    return seed(this.#shared.world, this.#place, fixture);
  }

  /** What was added, changed and removed here since a snapshot. */
  changes(since: Snapshot | SnapshotDocument): Changes {
    const { world, dispatcher } = this.#shared;
    dispatcher.followClock();
    return changesBetween(world, this.#place, readSnapshot(since, world.services), world.state);
  }

  /** What a plan will do, rule by rule, and what it can never do in this world, and why. */
  explain(backupPlanId: string): PlanExplanation {
    const { world, dispatcher } = this.#shared;
    dispatcher.followClock();
    return explainPlan(world.view().account(backup, this.#place), backupPlanId);
  }

  /** Decides how the next job goes that fits: `aws.nextJob({ type: "EFS" }).fails("Access denied")`. */
  nextJob(match: JobMatch = {}): NextJob {
    return nextJob(this.#shared.world, this.#place, match);
  }

  /** The same mock seen from another account or Region. */
  in(place: Partial<Place>): MockPlace {
    return new MockPlace(this.#shared, { ...this.#place, ...place });
  }
}

/** An AWS account in the test process. */
class MockAccount extends MockPlace {
  /** The mock's own time. */
  readonly clock: Clock;
  readonly #shared: Shared;

  constructor(shared: Shared) {
    const { accountId, region } = shared.settings;
    super(shared, { accountId, region });
    this.#shared = shared;
    this.clock = new Clock(shared.world);
    bearWitness(this, shared.witness);
    // A client knows no more of its mock than what it shares among its places.
    bearWitness(shared, shared.witness);
  }

  /** Lets time pass until no work is under way: jobs have ended, file systems are available. */
  settle(): Promise<Passage> {
    return this.clock.settle();
  }

  /** The world at this moment, to come back to. */
  snapshot(): Snapshot {
    this.#shared.dispatcher.followClock();
    return new Snapshot(this.#shared.world.state);
  }

  /** Back to a snapshot, with all that was pending then. What was recorded of calls stays. */
  rollback(snapshot: Snapshot | SnapshotDocument): void {
    const { world } = this.#shared;
    world.replace(readSnapshot(snapshot, world.services));
  }

  /** As newly made: world, calls, stubs. Hooks stay in. */
  reset(): void {
    const { dispatcher, calls, stubs } = this.#shared;
    startOver(this.#shared);
    dispatcher.reset();
    calls.clear();
    stubs.clear();
  }

  /** Takes every hook out again; clients then talk to AWS. May be called any number of times. */
  restore(): void {
    for (const remove of this.#shared.hooks) remove();
    this.#shared.hooks.clear();
  }

  [Symbol.dispose](): void {
    this.restore();
  }

  /** The calls made so far, oldest first: all, those of a command, or those whose input has at least these members. */
  calls(): readonly Call[];
  calls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
  ): readonly Call<Input, Output>[];
  calls(Command?: CommandClass, input?: unknown): readonly Call[] {
    const all = this.#shared.calls.all();
    if (Command === undefined) return all.map(callOf);
    const { service, operation } = commandFacts(Command);
    return all
      .filter(call => call.service === service && call.operation === operation)
      .filter(call => input === undefined || matches(input, shown(call.input)))
      .map(callOf);
  }

  /** Forgets the calls made so far. */
  clearCalls(): void {
    this.#shared.calls.clear();
  }

  /** The calls that nobody answered: of operations or services this mock does not model, and not stubbed. */
  unhandledCalls(): readonly Call[] {
    return this.#unhandled().map(callOf);
  }

  /** Throws when there were calls that nobody answered, naming them. */
  assertNoUnhandledCalls(): void {
    const calls = this.#unhandled();
    if (calls.length === 0) return;
    const names = calls.map(({ service, operation }) => `${service} ${operation}`).join(", ");
    throw new MockError(
      "UnhandledCalls",
      `Nobody answered ${calls.length} of the calls: ${names}; stub them with aws.on(…), or leave them out.`,
    );
  }

  #unhandled(): readonly LoggedCall[] {
    return this.#shared.calls.all().filter(call => call.answeredBy === "nobody");
  }

  /** Answers calls of a command in the model's stead: `aws.on(StartBackupJobCommand).rejects("ThrottlingException")`. */
  on<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
  ): Stub<Input, Output> {
    return stub(this.#shared.stubs, commandFacts(Command), input);
  }

  /** Keeps a thing in its present state until it is released: an access point that stays `creating`. */
  hold(idOrArn: string): void {
    this.#shared.dispatcher.followClock();
    hold(this.#shared.world, idOrArn);
  }

  /** Lets a held thing go on. */
  release(idOrArn: string): void {
    this.#shared.dispatcher.followClock();
    release(this.#shared.world, idOrArn);
  }

  /** The newest events on the accounts' EventBridge buses, oldest first. */
  events(): readonly BusEvent[] {
    this.#shared.dispatcher.followClock();
    return [...this.#shared.world.state.events];
  }

  /** Calls a listener for every event from now on; the function returned ends that. */
  onEvent(listener: EventListener): () => void {
    return this.#shared.world.onEvent(listener);
  }
}

export type MockAws = MockAccount;
export type MockAwsPlace = MockPlace;

function startOver({ world, settings }: Pick<Shared, "world" | "settings">): void {
  world.reset();
  if (settings.snapshot !== undefined) world.replace(readSnapshot(settings.snapshot, world.services));
}

/** Makes an empty AWS account that lives in this process. */
export function mockAws(options: MockOptions = {}): MockAws {
  const settings = readOptions(options);
  const world = new World(joinedServices(), {
    now: settings.now,
    idSeed: settings.idSeed,
    eventLimit: settings.recordEvents,
    quotas: settings.quotas,
    durations: settings.durations,
  });
  startOver({ world, settings });
  const calls = new CallLog(settings.recordCalls);
  const stubs = new Stubs();
  const dispatcher = new Dispatcher({ world, calls, stubs, clock: settings.clock });
  const { accountId, region } = settings;
  const followClock = () => dispatcher.followClock();
  return new MockAccount({
    settings,
    world,
    calls,
    stubs,
    dispatcher,
    views: new StateViews(world),
    witness: Witness.ofMock({ world, calls, followClock }, { accountId, region }),
    hooks: new Set(),
  });
}
