/** What evidence needs of the mock: its public names, from where they are made. */
export { MockError } from "../core/errors";
export type { Duration, Fixture, Instant, MockAws, MockAwsPlace, MockOptions } from "../index";
export { mockAws } from "../mock-aws";
