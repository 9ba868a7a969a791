export type { AsymmetricMatcher } from "./core/basics";
export { MockError, type MockErrorCode } from "./core/basics";
export type { AnsweredBy, Call, RecordCalls } from "./core/calls";
export type { Clock, ClockMode, Duration, Instant, MoveOptions, Passage } from "./core/time";
export type { BusEvent, EventListener, Snapshot, SnapshotDocument } from "./core/world";
export type { MockAws, MockAwsPlace } from "./mock/api";
export type { Change, Changes, TableChanges } from "./mock/changes";
export type { EditDraft, EditKind, FailureState, NextKind } from "./mock/kinds";
export { mockAws } from "./mock/mock-aws";
export type { FailedState, JobMatch, NextJob } from "./mock/next-job";
export type { NextMatch, NextOutcome } from "./mock/next-outcome";
export type { MockOptions } from "./mock/option-types";
export type { Pending } from "./mock/pending";
export type { AccountState } from "./mock/state-view";
export type { PartialInput, Stub, StubError, StubFake, StubOutput } from "./mock/stubbing";
export type { Upcoming, UpcomingStep } from "./mock/upcoming";
export type { ResourceSeed } from "./seeding/resources";
export type { Fixture, Seed, Seeded } from "./seeding/seed";
export type { Durations, QuotaName } from "./services";
export type { AuditReport, ReportFile } from "./services/backup/audit/reporting/report-files";
export type {
  CopyExplanation,
  PlanExplanation,
  PlanProblem,
  RuleExplanation,
} from "./services/backup/plans/explain";
