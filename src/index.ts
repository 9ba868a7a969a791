export type { MockAws, MockAwsPlace } from "./api";
export type { Change, Changes, ChangesOfKind } from "./changes";
export type { AnsweredBy, Call, RecordCalls } from "./core/calls";
export type { Clock, ClockMode, Passage } from "./core/clock";
export { MockError, type MockErrorCode } from "./core/errors";
export type { BusEvent } from "./core/events";
export type { EventListener } from "./core/listeners";
export type { AsymmetricMatcher } from "./core/match";
export type { Snapshot, SnapshotDocument } from "./core/snapshot";
export type { Duration, Instant } from "./core/time";
export { mockAws } from "./mock-aws";
export type { MockOptions } from "./options";
export type { NextJob } from "./outcomes";
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
export type { AccountState } from "./state-view";
export type { PartialInput, Stub, StubError, StubFake, StubOutput } from "./stubbing";
export type { Upcoming, UpcomingStep } from "./upcoming";
