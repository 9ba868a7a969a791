import { LruCache } from "../../../core/basics";
import { day, type EpochMs, hour, minute } from "../../../core/time";
import { type CronFields, type Month, parseCron } from "./cron-fields";
import { type LocalMs, zoneNamed } from "./time-zones";

export { isTimeZone } from "./time-zones";

/** The runs that a cron expression describes. */
export interface Schedule {
  /** The minutes of the hour at which it runs, ascending. */
  readonly minutes: readonly number[];
  /**
   * The first run strictly after an instant, in an IANA time zone; undefined when there is none until the end of 2199.
   * A local time that clocks skip has no run. One that they repeat has a single run, at its first occurrence.
   */
  nextRun(after: EpochMs, timeZone: string): EpochMs | undefined;
}

/** A parsed schedule expression, or why it is invalid. */
export type ScheduleReading = { readonly schedule: Schedule } | { readonly fault: string };

/** A cache: rules store their schedule as text, and parse it for every run. */
const parsed = new LruCache<string, ScheduleReading>(1_000);
/** Longer expressions are hardly ever sensible, and would take much memory. In characters. */
const longestKept = 256;

/** Parses a schedule expression in AWS's cron syntax. AWS Backup accepts neither `rate(…)` nor `at(…)`. */
export function readSchedule(expression: string): ScheduleReading {
  const known = parsed.get(expression);
  if (known) return known;
  const reading = parse(expression);
  if (expression.length <= longestKept) parsed.set(expression, reading);
  return reading;
}

function parse(expression: string): ScheduleReading {
  const cron = /^cron\((.*)\)$/s.exec(expression.trim());
  if (!cron) return { fault: `"${expression}" is not of the form cron(fields)` };
  const fields = parseCron(cron[1] ?? "");
  return "fault" in fields ? fields : { schedule: scheduleOf(fields) };
}

/** Whether some runs are less than an hour apart: that is the case if it runs at several minutes of an hour. */
export const runsMoreThanHourly = ({ minutes }: Schedule): boolean => minutes.length > 1;

const utcNames: ReadonlySet<string> = new Set(["Etc/UTC", "UTC"]);

function scheduleOf(fields: CronFields): Schedule {
  const nextLocal = localCalendar(fields);
  return {
    minutes: fields.minutes,
    nextRun(after, timeZone) {
      if (utcNames.has(timeZone)) return nextLocal(after + 1);
      const zone = zoneNamed(timeZone);
      const { offset, firstLocal } = zone.periodAt(after);
      let run = nextLocal(Math.max(after + 1 + offset, firstLocal));
      while (run !== undefined) {
        const period = zone.periodShowing(run);
        if (run >= period.firstLocal) return run - period.offset;
        // Clocks skip this local time.
        run = nextLocal(period.firstLocal);
      }
      return undefined;
    },
  };
}

/** Returns a function that finds the first local time, at or after a given one, that matches the fields. */
function localCalendar({ minutes, hours, days, months, years }: CronFields) {
  const times = hours.flatMap(atHour => minutes.map(atMinute => atHour * hour + atMinute * minute));
  const [firstTime = 0] = times;

  let lastMonth = "";
  let lastDays: readonly number[] = [];
  const daysIn = (year: number, month: number): readonly number[] => {
    const key = `${year}-${month}`;
    if (key !== lastMonth) {
      lastDays = days(monthOf(year, month));
      lastMonth = key;
    }
    return lastDays;
  };

  /** The first day with runs on or after a date. The date may be one past the end of its month. */
  const firstDay = (year: number, month: number, date: number): LocalMs | undefined => {
    for (const runYear of years) {
      if (runYear < year) continue;
      for (const runMonth of months) {
        if (runYear === year && runMonth < month) continue;
        const earliest = runYear === year && runMonth === month ? date : 1;
        const runDay = daysIn(runYear, runMonth).find(candidate => candidate >= earliest);
        if (runDay !== undefined) return Date.UTC(runYear, runMonth - 1, runDay);
      }
    }
    return undefined;
  };

  return (from: LocalMs): LocalMs | undefined => {
    const midnight = Math.floor(from / day) * day;
    const today = new Date(midnight);
    const time = times.find(candidate => midnight + candidate >= from);
    const date = today.getUTCDate() + (time === undefined ? 1 : 0);
    const runDay = firstDay(today.getUTCFullYear(), today.getUTCMonth() + 1, date);
    if (runDay === undefined) return undefined;
    return runDay + (runDay === midnight && time !== undefined ? time : firstTime);
  };
}

function monthOf(year: number, month: number): Month {
  const first = new Date(Date.UTC(year, month - 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { length, weekday: date => ((first + date - 1) % 7) + 1 };
}
