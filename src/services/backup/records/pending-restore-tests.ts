import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";

/** A resource that a run of a restore testing plan will restore. Its restore job does not exist yet. */
export interface PendingTest {
  readonly id: string;
  readonly planName: string;
  readonly selectionName: string;
  readonly resourceArn: string;
  readonly resourceType: string;
  /** The end of the plan's start window. */
  readonly startBy: EpochMs;
  readonly next?: Next | undefined;
}

export const pendingRestoreTests = table<PendingTest>(test => test.id);
