import type { Duration } from "../core/time";
import type { ResourceSeed } from "../seeding/resources";
import type { Prices } from "./prices";

/** What to forecast. */
export interface ForecastOptions {
  /** How far to look: `"400 days"`, `{ days: 400 }` or milliseconds. */
  readonly for: Duration;
  /** Resources to add for the forecast only, in the place of the mock. Default: none. */
  readonly resources?: readonly ResourceSeed[] | undefined;
  /** Prices, one list for each Region, to compute costs by. Default: none, and no costs. */
  readonly prices?: Prices | readonly Prices[] | undefined;
  /** Called now and then with the part that is done, from 0 to 1. Default: none. */
  readonly progress?: ((done: number) => void) | undefined;
}
