/** The parts of the mock that evidence uses. */
export { MockError } from "../core/basics";
export type { Duration, Instant } from "../core/time";
export type { MockAws, MockAwsPlace } from "../mock/api";
export { mockAws } from "../mock/mock-aws";
export type { MockOptions } from "../mock/option-types";
export type { Fixture } from "../seeding/seed";
