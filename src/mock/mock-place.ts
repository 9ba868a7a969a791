import { runInBoundary } from "../adapters/boundary";
import type { CommandClass } from "../adapters/command";
import { attach, intercept, refuseFurther } from "../adapters/intercept";
import {
  type ByHand,
  createMiddleware,
  type Middleware,
  middlewareOptions,
  type Plugin,
} from "../adapters/middleware";
import { createRequestHandler, type RequestHandler } from "../adapters/request-handler";
import type { Client, ClientClass, Target } from "../adapters/target";
import { type LruCache, type Place, type PlaceKey, placeKey, readPlace, samePlace } from "../core/basics";
import type { Call, CallLog, Dispatcher, Stubs } from "../core/calls";
import { inspected } from "../core/store";
import type { SystemClock } from "../core/time";
import {
  type BusEvent,
  readSnapshot,
  type Snapshot,
  type SnapshotDocument,
  type World,
  type WorldState,
} from "../core/world";
import { type Fixture, type Seeded, seed } from "../seeding/seed";
import { backup } from "../services/backup";
import { type AuditReport, reportOfJob } from "../services/backup/audit/reporting/report-files";
import { explainPlan, type PlanExplanation } from "../services/backup/plans/explain";
import type { MockAwsPlace } from "./api";
import { type Changes, changesBetween } from "./changes";
import type { DrivenDate } from "./driven-date";
import { editRecord } from "./edit";
import { type EventFilter, filteredEvents } from "./event-filter";
import type { EditDraft, EditKind, NextKind } from "./kinds";
import { type JobMatch, type NextJob, nextJob } from "./next-job";
import { type NextMatch, type NextOutcome, nextOutcome } from "./next-outcome";
import { asyncContext } from "./node-runtime";
import { attachObserver, type Observer } from "./observer";
import type { Settings } from "./option-types";
import { recordedCalls } from "./recorded-calls";
import type { AccountState, StateViews } from "./state-view";
import type { PartialInput } from "./stub-types";
import { summaryOf } from "./summary";

/** What all places of one mock share. */
export interface Shared {
  readonly settings: Settings;
  readonly world: World;
  readonly calls: CallLog;
  readonly stubs: Stubs;
  readonly dispatcher: Dispatcher;
  /** Answers a call, and logs it if asked to. */
  readonly dispatch: Target["dispatch"];
  /** The clock that the world follows, with `clock: "system"`. */
  readonly system: SystemClock | undefined;
  /** The state of the snapshot that the mock started from, if any. */
  readonly initial: WorldState | undefined;
  readonly views: StateViews;
  /** What matchers read. */
  readonly observer: Observer;
  /** What drives `Date`, with `driveDate: true`. */
  readonly date: DrivenDate | undefined;
  /** Each disconnects an attached client or intercepted class. */
  readonly hooks: Set<() => void>;
  /** Each disconnects middleware that was added by hand, one per place; middleware added later works. */
  readonly handles: Set<() => void>;
  /** The places asked for last. */
  readonly places: LruCache<PlaceKey, MockAwsPlace>;
}

/** The mock, seen from one account and Region. */
export class MockPlace implements MockAwsPlace {
  readonly middlewareOptions = middlewareOptions;
  readonly #shared: Shared;
  readonly #place: Place;
  /** For `console.log`. */
  readonly #name: string;
  readonly #target: Target;
  /** The middleware that tests add by hand. */
  #byHand: ByHand | undefined;
  #requestHandler: RequestHandler | undefined;

  constructor(shared: Shared, place: Place, name = "MockAwsPlace") {
    this.#shared = shared;
    this.#name = name;
    this.#place = place;
    this.#target = {
      owner: shared,
      readsAccessKeys: Object.keys(shared.settings.accounts).length > 0,
      dispatch: shared.dispatch,
      interceptAt: shared.settings.interceptAt,
      time: {
        now: () => shared.world.now,
        pass: milliseconds => shared.dispatcher.pass(milliseconds),
        alarm: (milliseconds, ring) => shared.world.alarm(shared.world.now + milliseconds, ring, () => {}),
      },
      placeOf: ({ region, accessKeyId }) => ({
        region: region ?? place.region,
        accountId: accountOf(accessKeyId, shared.settings.accounts) ?? place.accountId,
      }),
    };
    attachObserver(this, shared.observer.at(place));
  }

  get middleware(): Middleware {
    return this.#handle.middleware;
  }

  get plugin(): Plugin {
    return this.#handle.plugin;
  }

  /** Made when first asked for, because `restore` keeps it for good. */
  get #handle(): ByHand {
    this.#shared.date?.start();
    if (!this.#byHand) {
      this.#byHand = createMiddleware(this.#target);
      this.#shared.handles.add(this.#byHand.remove);
    }
    return this.#byHand;
  }

  attach<C extends Client>(client: C, ...others: readonly never[]): C {
    refuseFurther(others);
    this.#hook(() => attach(this.#target, client));
    return client;
  }

  intercept(...classes: readonly ClientClass[]): void {
    this.#hook(() => intercept(this.#target, ...classes));
  }

  boundary<T>(run: () => T): T {
    this.#shared.date?.start();
    return runInBoundary(this.#target, run, asyncContext);
  }

  /** Connects clients, and keeps how to disconnect them. */
  #hook(connect: () => () => void): void {
    const { hooks, date } = this.#shared;
    const disconnect = connect();
    try {
      date?.start();
    } catch (held) {
      disconnect();
      throw held;
    }
    hooks.add(disconnect);
  }

  get requestHandler(): RequestHandler {
    this.#shared.date?.start();
    this.#requestHandler ??= createRequestHandler(this.#target);
    return this.#requestHandler;
  }

  get state(): AccountState {
    this.#shared.dispatcher.followClock();
    return this.#shared.views.at(this.#place);
  }

  seed(fixture: Fixture): Seeded {
    this.#shared.dispatcher.followClock();
    return seed(this.#shared.world, this.#place, fixture);
  }

  changes(since: Snapshot | SnapshotDocument): Changes {
    const { world, dispatcher } = this.#shared;
    dispatcher.followClock();
    return changesBetween(world, this.#place, readSnapshot(since, world.services), world.state);
  }

  explain(backupPlanId: string): PlanExplanation {
    const { world, dispatcher } = this.#shared;
    dispatcher.followClock();
    return explainPlan(world.view().account(backup, this.#place), backupPlanId);
  }

  report(reportJobId: string): AuditReport | undefined {
    const { world, dispatcher } = this.#shared;
    dispatcher.followClock();
    return reportOfJob(world.view().account(backup, this.#place), reportJobId);
  }

  edit<K extends EditKind>(kind: K, key: string, recipe: (draft: EditDraft<K>) => void): void {
    this.#shared.dispatcher.followClock();
    editRecord(this.#shared.world, this.#place, kind, key, recipe);
  }

  next<K extends NextKind>(kind: K, match?: NextMatch<K>): NextOutcome<K> {
    this.#shared.dispatcher.followClock();
    return nextOutcome(this.#shared.world, this.#place, kind, match);
  }

  nextJob(match: JobMatch = {}): NextJob {
    this.#shared.dispatcher.followClock();
    return nextJob(this.#shared.world, this.#place, match);
  }

  /** Whether calls and events of a place are shown. */
  protected sees(place: Place): boolean {
    return samePlace(place, this.#place);
  }

  calls(): readonly Call[];
  calls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
  ): readonly Call<Input, Output>[];
  calls(Command?: CommandClass, input?: unknown): readonly Call[] {
    return recordedCalls(this.#shared.calls, { Command, input, sees: place => this.sees(place) });
  }

  events(filter?: EventFilter): readonly BusEvent[] {
    this.#shared.dispatcher.followClock();
    return filteredEvents(this.#shared.world, filter).filter(({ account: accountId, region }) =>
      this.sees({ accountId, region }),
    );
  }

  toString(): string {
    const { dispatcher, world, calls } = this.#shared;
    dispatcher.followClock();
    return summaryOf(this.#name, world, calls, this.#place);
  }

  /** What `console.log` prints. */
  [inspected](): string {
    return this.toString();
  }

  in(place: Partial<Place>): MockAwsPlace {
    const there = { ...this.#place, ...readPlace(place) };
    const { places } = this.#shared;
    const known = places.get(placeKey(there));
    if (known) return known;
    const view = new MockPlace(this.#shared, there);
    places.set(placeKey(there), view);
    return view;
  }
}

/** The account of an access key. Own keys only: a key could be named `constructor`. */
const accountOf = (accessKeyId: string | undefined, accounts: Settings["accounts"]): string | undefined =>
  accessKeyId !== undefined && Object.hasOwn(accounts, accessKeyId) ? accounts[accessKeyId] : undefined;
