import { LruCache } from "../../../core/basics";
import { day, type EpochMs, hour, minute } from "../../../core/time";
import { type CronFields, type Month, readCron } from "./cron-fields";
import { type LocalMs, zoneNamed } from "./cron-zones";

export { isTimeZone } from "./cron-zones";

/** When a rule runs, as its cron expression says. */
export interface Schedule {
  /** The minutes of an hour at which it runs, ascending. */
  readonly minutes: readonly number[];
  /**
   * The first run strictly after the instant, in an IANA time zone; undefined when there is none, 2199 being the last year.
   * Local times that clocks skip have no run, and those that they repeat have one, at their first pass.
   */
  nextRun(after: EpochMs, timeZone: string): EpochMs | undefined;
}

/** A schedule expression that was read, or why it cannot be. */
export type ScheduleReading = { readonly schedule: Schedule } | { readonly fault: string };

/** The last readings: stored rules keep only the text, and ask for every run. */
const readings = new LruCache<string, ScheduleReading>(1_000);
/** Longer expressions are hardly ever sensible, and would take much memory. In characters. */
const longestKept = 256;

/** Reads a schedule expression in AWS's form of cron; AWS Backup takes neither `rate(…)` nor `at(…)`. */
export function readSchedule(expression: string): ScheduleReading {
  const known = readings.get(expression);
  if (known) return known;
  const reading = readAnew(expression);
  if (expression.length <= longestKept) readings.set(expression, reading);
  return reading;
}

function readAnew(expression: string): ScheduleReading {
  const cron = /^cron\((.*)\)$/s.exec(expression.trim());
  if (!cron) return { fault: `"${expression}" is not of the form cron(fields)` };
  const fields = readCron(cron[1] ?? "");
  return "fault" in fields ? fields : { schedule: scheduleOf(fields) };
}

/** Whether some of its runs are less than an hour apart, which is when it runs at several minutes of an hour. */
export const runsMoreThanHourly = ({ minutes }: Schedule): boolean => minutes.length > 1;

const utcNames: ReadonlySet<string> = new Set(["Etc/UTC", "UTC"]);

function scheduleOf(fields: CronFields): Schedule {
  const nextLocal = localCalendar(fields);
  return {
    minutes: fields.minutes,
    nextRun(after, timeZone) {
      if (utcNames.has(timeZone)) return nextLocal(after + 1);
      const zone = zoneNamed(timeZone);
      const { offset, firstLocal } = zone.at(after);
      let run = nextLocal(Math.max(after + 1 + offset, firstLocal));
      while (run !== undefined) {
        const stretch = zone.showing(run);
        if (run >= stretch.firstLocal) return run - stretch.offset;
        run = nextLocal(stretch.firstLocal);
      }
      return undefined;
    },
  };
}

/** Finds the first local time, at or after a given one, that the fields name. */
function localCalendar({ minutes, hours, days, months, years }: CronFields) {
  const times = hours.flatMap(atHour => minutes.map(atMinute => atHour * hour + atMinute * minute));
  const [firstTime = 0] = times;

  let knownMonth = "";
  let knownDays: readonly number[] = [];
  const daysIn = (year: number, month: number): readonly number[] => {
    const wanted = `${year}-${month}`;
    if (wanted !== knownMonth) {
      knownDays = days(monthOf(year, month));
      knownMonth = wanted;
    }
    return knownDays;
  };

  /** The first day with runs that is not before the date; the date may be one past its month's end. */
  const firstDay = (year: number, month: number, date: number): LocalMs | undefined => {
    for (const runYear of years) {
      if (runYear < year) continue;
      for (const runMonth of months) {
        if (runYear === year && runMonth < month) continue;
        const least = runYear === year && runMonth === month ? date : 1;
        const runDay = daysIn(runYear, runMonth).find(candidate => candidate >= least);
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
