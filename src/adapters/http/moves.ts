import type { MoveOptions, Passage } from "../../core/time";
import { otherTasks } from "../other-tasks";
import type { ClockMove } from "./control-input";
import type { ServedMock } from "./served-mock";

/** More steps than years of hourly backups take. One request that takes more holds too much memory, and ends there. */
export const mostSteps = 5_000_000;
/** How long other requests may have to wait for a move to make room, in milliseconds. */
const longestWait = 20;

/** Why a move ended before it was done. What happened up to then stays. */
export class MoveStopped extends Error {}

/** Moves the clock, and lets other requests be answered meanwhile. Ends early when `isAbandoned` says so. */
export function moveClock(aws: ServedMock, to: ClockMove, isAbandoned: () => boolean): Promise<Passage> {
  if (isAbandoned()) return Promise.reject(stopped(aws, 0, "its client has gone"));
  const options = politely(aws, isAbandoned);
  if ("settle" in to) return aws.settle(options);
  if ("next" in to) return aws.clock.next(options);
  if ("until" in to) {
    const { until, within } = to;
    return aws.clock.until(until, { ...options, ...(within !== undefined && { within }) });
  }
  return "advance" in to ? aws.clock.advance(to.advance, options) : aws.clock.set(to.now, options);
}

function politely(aws: ServedMock, isAbandoned: () => boolean): MoveOptions {
  let last = performance.now();
  return {
    async between(steps) {
      if (performance.now() - last >= longestWait) {
        await otherTasks();
        last = performance.now();
      }
      if (isAbandoned()) throw stopped(aws, steps, "its client has gone");
      if (steps >= mostSteps) throw stopped(aws, steps, "this is the most that one request may take");
    },
  };
}

const stopped = (aws: ServedMock, steps: number, why: string): MoveStopped =>
  new MoveStopped(
    `Stopped the clock at ${new Date(aws.state.now).toISOString()} after ${steps} steps: ${why}; move it again to go on.`,
  );
