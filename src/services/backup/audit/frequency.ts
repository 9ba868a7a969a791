import { day, type EpochMs } from "../../../core/time";
import type { Schedule } from "../plans/cron";

const utc = "Etc/UTC";
const year = 366 * day;

/**
 * Whether two consecutive runs of a schedule in the coming year are never further apart than an interval. A schedule runs
 * at the same times on each of its days, so only one day's times are compared, and then the days. Time zones are ignored:
 * a daily rule stays daily when clocks change.
 */
export function runsAtLeastEvery(schedule: Schedule, interval: number, now: EpochMs): boolean {
  const next = schedule.nextRun(now, utc);
  if (next === undefined) return false;
  let today = next - (next % day);
  const times = timesOf(schedule, today);
  const last = times.at(-1) ?? 0;
  if (times.some((time, index) => time - (times[index - 1] ?? time) > interval)) return false;
  for (const end = today + year; today < end; ) {
    const run = schedule.nextRun(today + day - 1, utc);
    if (run === undefined || run - (today + last) > interval) return false;
    today = run - (run % day);
  }
  return true;
}

/** The times of day at which a schedule runs, in milliseconds after midnight. */
function timesOf(schedule: Schedule, midnight: EpochMs): readonly number[] {
  const times: number[] = [];
  let run = schedule.nextRun(midnight - 1, utc);
  while (run !== undefined && run < midnight + day) {
    times.push(run - midnight);
    run = schedule.nextRun(run, utc);
  }
  return times;
}
