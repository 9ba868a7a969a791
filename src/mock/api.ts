import type { CommandClass } from "../adapters/command";
import type { Middleware, middlewareOptions, Plugin } from "../adapters/middleware";
import type { RequestHandler } from "../adapters/request-handler";
import type { Client, ClientClass } from "../adapters/target";
import type { Place } from "../core/basics";
import type { Call, Unstubbed } from "../core/calls";
import type { Clock, MoveOptions, Passage } from "../core/time";
import type { BusEvent, EventListener, Snapshot, SnapshotDocument } from "../core/world";
import type { Forecast } from "../forecast/forecast";
import type { ForecastOptions } from "../forecast/options";
import type { Fixture, Seeded } from "../seeding/seed";
import type { AuditReport } from "../services/backup/audit/reporting/report-files";
import type { PlanExplanation } from "../services/backup/plans/explain";
import type { Changes } from "./changes";
import type { EventFilter } from "./event-filter";
import type { EditDraft, EditKind, NextKind } from "./kinds";
import type { JobMatch, NextJob } from "./next-job";
import type { NextMatch, NextOutcome } from "./next-outcome";
import type { Pending } from "./pending";
import type { AccountState } from "./state-view";
import type { PartialInput, StubMaker, StubOptions } from "./stub-types";

/** The mock, seen from one account and Region. */
export interface MockAwsPlace {
  // Getting a client to talk to it

  /**
   * Connects a client to the mock, in the client's own Region if it has one, and returns it. A client without a Region or
   * credentials is lent the mock's Region and made-up credentials, for code that reads `client.config`.
   * Throws a {@link MockError} (`NotAClient`, `ClassHeld`, `StubbedElsewhere`).
   *
   * @example
   * const backup = aws.attach(new BackupClient());
   */
  attach<C extends Client>(client: C): C;
  /**
   * Connects every client of these classes, made before or after, wherever it is made. `restore()` undoes it. Calls are
   * answered before the SDK's pipeline, unless the mock was made with `interceptAt: "request"`.
   * Throws a {@link MockError} (`NotAClient`, `ClassHeld`).
   *
   * @example
   * beforeAll(() => aws.intercept(BackupClient, EFSClient));
   * afterAll(() => aws.restore());
   */
  intercept(...classes: readonly ClientClass[]): void;
  /**
   * Runs code in a boundary of this mock, and returns what it returns. Inside, and in all that it awaits, intercepted classes
   * talk to this mock, whichever mock they were intercepted by; attached clients stay with theirs. Tests that run at once
   * have a mock each: within its own boundary, a mock may intercept a class that another mock holds, and such an interception
   * counts in its boundaries only. Boundaries nest. Throws a {@link MockError} (`NoAsyncContext`) in a runtime without
   * `AsyncLocalStorage`.
   *
   * @example
   * test.concurrent("backs up the orders", () => {
   *   const aws = mockAws();
   *   return aws.boundary(async () => {
   *     aws.intercept(BackupClient);
   *     await backUpOrders();
   *   });
   * });
   */
  boundary<T>(run: () => T): T;
  /**
   * The middleware, to add by hand.
   *
   * @example
   * client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
   */
  readonly middleware: Middleware;
  /**
   * Step, priority and name under which the middleware is added.
   *
   * @example
   * client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
   */
  readonly middlewareOptions: typeof middlewareOptions;
  /**
   * The middleware as a plugin.
   *
   * @example
   * client.middlewareStack.use(aws.plugin);
   */
  readonly plugin: Plugin;
  /**
   * Answers HTTP requests in this process. The SDK's whole pipeline runs: serialization, signing, retries.
   *
   * @example
   * const backup = new BackupClient({ requestHandler: aws.requestHandler });
   */
  readonly requestHandler: RequestHandler;
  /**
   * The same mock, seen from another account or Region. The same place gives the same object.
   *
   * @example
   * aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
   */
  in(place: Partial<Place>): MockAwsPlace;

  // The world

  /**
   * The current state: frozen, typed, instants as epoch milliseconds. The same object until something changes.
   *
   * @example
   * aws.state.backup.vaults.get("nightly")?.Locked;
   */
  readonly state: AccountState;
  /**
   * Creates the resources of a fixture here, in the SDK's member names. Returns their records, with ids and ARNs.
   * Throws one {@link MockError} (`InvalidFixture`) that lists every problem; then nothing was seeded.
   *
   * @example
   * aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
   */
  seed(fixture: Fixture): Seeded;
  /**
   * What was added, changed and removed here since a snapshot. Throws a {@link MockError} (`InvalidSnapshot`).
   *
   * @example
   * aws.changes(before).backup?.recoveryPoints?.removed;
   */
  changes(since: Snapshot | SnapshotDocument): Changes;
  /**
   * Says rule by rule what a plan will do, what it can never do in this account, and why.
   * Throws a {@link MockError} (`UnknownId`).
   *
   * @example
   * expect(aws.explain(BackupPlanId).rules.flatMap(rule => rule.problems)).toEqual([]);
   */
  explain(backupPlanId: string): PlanExplanation;
  /**
   * What a report job of AWS Backup Audit Manager wrote: the items, and the files as in Amazon S3. Undefined until the
   * job is done. Throws a {@link MockError} (`UnknownId`).
   *
   * @example
   * aws.report(ReportJobId)?.files[0]?.body;
   */
  report(reportJobId: string): AuditReport | undefined;
  /**
   * Changes a record as immer's `produce` does, into a state that a test cannot cause. The kind is named as in
   * `aws.state`, and so is the record: by its key, or by its ARN. Instants are epoch milliseconds. What is pending for the
   * record follows its new state. No event is emitted. Throws a {@link MockError} (`InvalidEdit`, `UnknownId`) if the
   * service could not show the record like this; then nothing changed.
   *
   * @example
   * aws.edit("fsx.fileSystems", FileSystemId, draft => {
   *   draft.Lifecycle = "FAILED";
   *   draft.FailureDetails = { Message: "The subnet was deleted." };
   * });
   */
  edit<K extends EditKind>(kind: K, key: string, recipe: (draft: EditDraft<K>) => void): void;
  /**
   * Sets the outcome of the next work on a record of a kind: that it fails, how long it takes. The first record that
   * matches and begins such work uses it. Removals match only if `match` names their state. What fails leaves behind what
   * AWS leaves behind. Throws a {@link MockError} (`InvalidOption`).
   *
   * @example
   * aws.next("fsx.fileSystems").fails("The capacity is insufficient.");
   * aws.next("efs.mountTargets", { FileSystemId }).takes("10 minutes");
   */
  next<K extends NextKind>(kind: K, match?: NextMatch<K>): NextOutcome<K>;
  /**
   * Sets the outcome of the next job of AWS Backup that matches. `type: "FSx"` means jobs that back up, copy or restore
   * FSx resources; for the work of FSx itself, use `aws.next("fsx.fileSystems")` and the like.
   * Throws a {@link MockError} (`InvalidOption`).
   *
   * @example
   * aws.nextJob({ type: "EFS" }).fails("Access denied");
   */
  nextJob(match?: JobMatch): NextJob;

  // What happened here

  /**
   * The recorded calls, oldest first: of the mock, all of them; of a place, those made there.
   *
   * @example
   * expect(aws.calls().map(call => call.operation)).toEqual(["CreateBackupVault", "StartBackupJob"]);
   */
  calls(): readonly Call[];
  /**
   * The recorded calls of a command, oldest first, or those whose input has at least the given members.
   *
   * @example
   * const [first] = aws.calls(StartBackupJobCommand);
   * expect(first?.output?.BackupJobId).toBeDefined();
   */
  calls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
  ): readonly Call<Input, Output>[];
  /**
   * The newest events on the EventBridge buses, oldest first, all or those with at least the given members: of the mock,
   * those of all places; of a place, its own. 10,000 are kept unless `recordEvents` says otherwise. Throws a
   * {@link MockError} (`InvalidOption`) for a member or `detail-type` that no event has.
   *
   * @example
   * aws.events({ "detail-type": "Backup Job State Change", detail: { state: "FAILED" } });
   */
  events(filter?: EventFilter): readonly BusEvent[];
  /**
   * Account, Region and time, and how much there is, in a few lines. `console.log(aws)` prints the same.
   *
   * @example
   * console.log(String(aws));
   */
  toString(): string;
}

/** An AWS account in the test process. */
export interface MockAws extends MockAwsPlace, StubMaker, Disposable {
  // Time

  /**
   * The mock's own time.
   *
   * @example
   * await aws.clock.advance("35 days");
   */
  readonly clock: Clock;
  /**
   * Moves time until no work is in flight: jobs have ended, file systems are available. Planned changes, such as an
   * expiry, do not count. Throws a {@link MockError} (`NeverSettles`) after 100,000 steps.
   *
   * @example
   * await aws.settle();
   */
  settle(options?: MoveOptions): Promise<Passage>;
  /**
   * Keeps a resource or job in its state until `release`. Throws a {@link MockError} (`UnknownId`).
   *
   * @example
   * aws.hold(FileSystemId); // stays "creating"
   */
  hold(idOrArn: string): void;
  /**
   * Ends a hold; what came due meanwhile happens now. Throws a {@link MockError} (`UnknownId`).
   *
   * @example
   * aws.release(FileSystemId);
   */
  release(idOrArn: string): void;

  /**
   * What the account will come to, without moving it: every run of every rule, what is kept over time, how well each
   * resource is protected, what goes wrong. Time passes in a branch of the account, as `clock.advance` would pass it here;
   * the account itself, its clock, calls, events, outcomes and listeners stay as they are.
   * Throws a {@link MockError} (`InvalidOption`, `InvalidFixture`).
   *
   * @example
   * const { problems } = await aws.forecast({ for: "400 days" });
   * expect(problems).toEqual([]);
   */
  forecast(options: ForecastOptions): Promise<Forecast>;

  // Snapshots

  /**
   * The current state, to return to. Constant time; `JSON.stringify` writes it to a file.
   *
   * @example
   * const before = aws.snapshot();
   */
  snapshot(): Snapshot;
  /**
   * Returns to a snapshot, with everything that was pending then. Recorded calls stay.
   * Throws a {@link MockError} (`InvalidSnapshot`).
   *
   * @example
   * aws.rollback(before);
   */
  rollback(snapshot: Snapshot | SnapshotDocument): void;
  /**
   * Clears state, calls and stubs, as if newly made. Clients stay connected.
   *
   * @example
   * beforeEach(() => aws.reset());
   */
  reset(): void;
  /**
   * Disconnects all clients, which then talk to AWS, and puts the real `Date` back. Idempotent.
   * `using aws = mockAws()` does it at the end of the scope.
   *
   * @example
   * afterAll(() => aws.restore());
   */
  restore(): void;

  // Faults on demand

  /**
   * What happens to commands without a stub: `"model"`, the default, answers them; `"error"` refuses them with a
   * {@link MockError} (`UnstubbedCall`), as a suite of stubs alone wants it. Then stubs take any input, also one that AWS
   * would refuse. It stays when the mock is reset.
   *
   * @example
   * aws.onUnstubbed("error");
   */
  onUnstubbed(answer: Unstubbed): void;

  /**
   * The outcomes, stubs for one call and delays that nothing has used, each with the call or record that missed it most
   * closely.
   *
   * @example
   * aws.pending()[0]?.nearest; // "ResourceArn differs: …table/ordres, …table/orders"
   */
  pending(): readonly Pending[];
  /**
   * Throws a {@link MockError} (`PendingOutcomes`) that names what `pending()` lists, if it lists anything.
   *
   * @example
   * afterEach(() => aws.assertNoPending());
   */
  assertNoPending(): void;

  // What happened

  /**
   * The nth recorded call, counted from 0; from the end if negative. Throws a {@link MockError} (`InvalidExpectation`) if
   * there is none.
   *
   * @example
   * expect(aws.call(0).args[0].input).toEqual({ BackupVaultName: "nightly" });
   */
  call(n: number): Call;
  /**
   * The same as `calls(Command, input)`; with `{ strict: true }`, of calls with this very input.
   *
   * @example
   * expect(aws.commandCalls(StartBackupJobCommand)[0]?.args[0].input.Lifecycle).toEqual({ DeleteAfterDays: 35 });
   */
  commandCalls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
    options?: StubOptions,
  ): readonly Call<Input, Output>[];
  /**
   * The same as `clearCalls()`.
   *
   * @example
   * beforeEach(() => aws.resetHistory());
   */
  resetHistory(): void;
  /**
   * Clears the recorded calls. State and stubs stay.
   *
   * @example
   * aws.clearCalls();
   */
  clearCalls(): void;
  /**
   * The calls that were not answered: neither modelled by this version nor stubbed.
   *
   * @example
   * expect(aws.unhandledCalls()).toEqual([]);
   */
  unhandledCalls(): readonly Call[];
  /**
   * Throws a {@link MockError} (`UnhandledCalls`) that names the calls that were not answered, if there are any.
   *
   * @example
   * afterEach(() => aws.assertNoUnhandledCalls());
   */
  assertNoUnhandledCalls(): void;
  /**
   * Calls a listener for every event from now on, and returns a function that unsubscribes it.
   *
   * @example
   * const unsubscribe = aws.onEvent(event => handler(event));
   */
  onEvent(listener: EventListener): () => void;
}
