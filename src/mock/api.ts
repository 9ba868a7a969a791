import type { CommandClass } from "../adapters/command";
import type { Middleware, middlewareOptions, Plugin } from "../adapters/middleware";
import type { OfOwnService } from "../adapters/own-command";
import type { RequestHandler } from "../adapters/request-handler";
import type { Client, ClientClass } from "../adapters/target";
import type { Place } from "../core/basics";
import type { Call } from "../core/calls";
import type { Clock, Passage } from "../core/time";
import type { BusEvent, EventListener, Snapshot, SnapshotDocument } from "../core/world";
import type { Fixture, Seeded } from "../seeding/seed";
import type { AuditReport } from "../services/backup/audit/reporting/report-files";
import type { PlanExplanation } from "../services/backup/plans/explain";
import type { JobMatch } from "../services/backup/records/outcomes";
import type { Changes } from "./changes";
import type { NextJob } from "./next-job";
import type { AccountState } from "./state-view";
import type { PartialInput, Stub } from "./stubbing";

/** The mock seen from one account and Region. */
export interface MockAwsPlace {
  // Getting a client to talk to it

  /** Lets a client talk to the mock, in the client's own Region if it has one, and returns it. */
  attach<C extends Client>(client: C): C;
  /** Lets every client of these classes talk to the mock, made before or after. */
  intercept(...classes: readonly ClientClass[]): void;
  /** For `client.middlewareStack.add(aws.middleware, aws.middlewareOptions)`. */
  readonly middleware: Middleware;
  readonly middlewareOptions: typeof middlewareOptions;
  /** For `client.middlewareStack.use(aws.plugin)`. */
  readonly plugin: Plugin;
  /**
   * For `new BackupClient({ requestHandler: aws.requestHandler })`: the SDK's whole pipeline runs, with serialising,
   * signing and retries, and is answered in this process.
   */
  readonly requestHandler: RequestHandler;
  /** The same mock seen from another account or Region; the same object for the same place. */
  in(place: Partial<Place>): MockAwsPlace;

  // The world

  /** The world as it stands, frozen; the same object until something changes. */
  readonly state: AccountState;
  /** Puts things into this place: all of the fixture, or nothing and one error that lists every problem. */
  seed(fixture: Fixture): Seeded;
  /** What was added, changed and removed here since a snapshot. */
  changes(since: Snapshot | SnapshotDocument): Changes;
  /** What a plan will do, rule by rule, and what it can never do in this world, and why. */
  explain(backupPlanId: string): PlanExplanation;
  /** The report that a report job of AWS Backup made, as its lines and as the files in Amazon S3; nothing until it is done. */
  report(reportJobId: string): AuditReport | undefined;
  /** Decides how the next job goes that fits: `aws.nextJob({ type: "EFS" }).fails("Access denied")`. */
  nextJob(match?: JobMatch): NextJob;
}

/** An AWS account in the test process. */
export interface MockAws extends MockAwsPlace, Disposable {
  // Time

  /** The mock's own time. */
  readonly clock: Clock;
  /** Lets time pass until no work is under way: jobs have ended, file systems are available. */
  settle(): Promise<Passage>;
  /** Keeps a thing in its present state until it is released: an access point that stays `creating`. */
  hold(idOrArn: string): void;
  /** Lets a held thing go on. */
  release(idOrArn: string): void;

  // There and back again

  /** The world at this moment, to come back to. */
  snapshot(): Snapshot;
  /** Back to a snapshot, with all that was pending then. What was recorded of calls stays. */
  rollback(snapshot: Snapshot | SnapshotDocument): void;
  /** As newly made: world, calls, stubs. Hooks stay in. */
  reset(): void;
  /** Takes every hook out again; clients then talk to AWS. May be called any number of times. */
  restore(): void;

  // What goes wrong, on demand

  /** Answers calls of a command in the model's stead: `aws.on(StartBackupJobCommand).rejects("ThrottlingException")`. */
  on<Input extends object, Output extends object, Stack>(
    Command: CommandClass<Input, Output, Stack> & OfOwnService<Stack>,
    input?: PartialInput<Input>,
  ): Stub<Input, Output>;

  // What happened

  /** The calls made so far, oldest first: all, those of a command, or those whose input has at least these members. */
  calls(): readonly Call[];
  calls<Input extends object, Output extends object>(
    Command: CommandClass<Input, Output>,
    input?: PartialInput<Input>,
  ): readonly Call<Input, Output>[];
  /** Forgets the calls made so far. */
  clearCalls(): void;
  /** The calls that nobody answered: of operations or services this mock does not model, and not stubbed. */
  unhandledCalls(): readonly Call[];
  /** Throws when there were calls that nobody answered, naming them. */
  assertNoUnhandledCalls(): void;
  /** The newest events on the accounts' EventBridge buses, oldest first. */
  events(): readonly BusEvent[];
  /** Calls a listener for every event from now on; the function returned ends that. */
  onEvent(listener: EventListener): () => void;
}
