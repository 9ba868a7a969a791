import type { Place } from "../../core/basics";
import type { SnapshotDocument } from "../../core/world";
import type { FixtureOrigin } from "../../seeding/origin";
import type { Fixture } from "../../seeding/seed";

/** What a file describes, ready to be simulated. */
export interface SimulatedDocument {
  /** The account and Region of the mock. */
  readonly home: Partial<Place>;
  /** A world that was saved. */
  readonly snapshot?: SnapshotDocument;
  readonly fixture: Fixture;
  /** Where and when a fixture was imported. */
  readonly origin?: FixtureOrigin;
  /** What is needed in other places. */
  readonly elsewhere: readonly { readonly place: Place; readonly fixture: Fixture }[];
  /** What was assumed or left out, for people. */
  readonly notes: readonly string[];
  /** Whether it has no resources of its own. */
  readonly needsResources: boolean;
}
