/**
 * `aws-backup-mock`: an AWS account in the test process. {@link mockAws} makes one; {@link MockAws} lists what it can do.
 *
 * @packageDocumentation
 */
export type { CommandClass } from "./adapters/command";
export type { Middleware, Plugin } from "./adapters/middleware";
export type { RequestHandler } from "./adapters/request-handler";
export type { Client, ClientClass, InterceptAt } from "./adapters/target";
export type { AsymmetricMatcher, Place } from "./core/basics";
export { MockError, type MockErrorCode } from "./core/basics";
export type { AnsweredBy, Call, RecordCalls, SentCommand, Unstubbed } from "./core/calls";
export type {
  Clock,
  ClockMode,
  Duration,
  EventCondition,
  Instant,
  MoveOptions,
  Passage,
  UntilOptions,
} from "./core/time";
export type {
  BusEvent,
  DurationOf,
  EventDetail,
  EventListener,
  Snapshot,
  SnapshotDocument,
} from "./core/world";
export type { Cost, CostOf, Costs } from "./forecast/costs";
export type { ForecastDocument } from "./forecast/document";
export type { Forecast } from "./forecast/forecast";
export type { ForecastOptions } from "./forecast/options";
export type { LaneOf } from "./forecast/picture/marks";
export type { SvgOptions } from "./forecast/picture/svg";
export type { Prices, TypePrices } from "./forecast/prices";
export type {
  ForecastCopy,
  ForecastPoint,
  ForecastProblem,
  ForecastProblemCode,
  ForecastRun,
  Holding,
  Holdings,
  Level,
  LevelStep,
  Protection,
  ProtectionStep,
  RunOutcome,
} from "./forecast/result";
export type { CostKind, Usage } from "./forecast/usage";
export type { MockAws, MockAwsPlace } from "./mock/api";
export type { Change, Changes, TableChanges } from "./mock/changes";
export type { EventFilter } from "./mock/event-filter";
export type { EditDraft, EditKind, FailureState, NextKind } from "./mock/kinds";
export { mockAws } from "./mock/mock-aws";
export type { FailedState, JobMatch, NextJob } from "./mock/next-job";
export type { NextMatch, NextOutcome } from "./mock/next-outcome";
export type { LogWriter, MockOptions } from "./mock/option-types";
export type { Pending } from "./mock/pending";
export type { AccountState, PlaceTables } from "./mock/state-view";
export type { StubError } from "./mock/stub-answers";
export type {
  PartialInput,
  Stub,
  StubFake,
  StubMaker,
  StubMetadata,
  StubOptions,
  StubOutput,
} from "./mock/stub-types";
export type { Upcoming, UpcomingStep } from "./mock/upcoming";
export type { DeclaredErrorName, ErrorName } from "./model";
export type { SeedDate } from "./seeding/dates";
export type { FixtureOrigin } from "./seeding/origin";
export type { ResourceSeed } from "./seeding/resources";
export type { Fixture, Seed, Seeded } from "./seeding/seed";
export type { Durations, QuotaName, Quotas } from "./services";
export type { AuditReport, ReportFile } from "./services/backup/audit/reporting/report-files";
export type {
  CopyExplanation,
  DisplacedRunExplanation,
  PlanExplanation,
  PlanProblem,
  PlanProblemCode,
  RuleExplanation,
} from "./services/backup/plans/explain";
