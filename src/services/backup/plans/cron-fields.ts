/** One field of a cron expression, and its range of values. */
interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values, beginning with that of `min`. */
  readonly names?: readonly string[];
}

const minutes: Field = { name: "minutes", min: 0, max: 59 };
const hours: Field = { name: "hours", min: 0, max: 23 };
const daysOfMonth: Field = { name: "day-of-month", min: 1, max: 31 };
const months: Field = {
  name: "month",
  min: 1,
  max: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const daysOfWeek: Field = {
  name: "day-of-week",
  min: 1,
  max: 7,
  names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
};
const years: Field = { name: "year", min: 1970, max: 2199 };

const saturday = 7;
const sunday = 1;

/** What a {@link DayRule} needs to know of a month. */
export interface Month {
  readonly length: number;
  /** 1 for Sunday to 7 for Saturday. */
  weekday(day: number): number;
}

/** The days of a month on which a schedule runs, ascending. */
export type DayRule = (month: Month) => readonly number[];

/** A parsed cron expression. Each list is ascending. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: DayRule;
  readonly months: readonly number[];
  readonly years: readonly number[];
}

const everyDay: DayRule = ({ length }) => Array.from({ length }, (_, index) => index + 1);

function parseValue(text: string, { min, max, names }: Field): number | undefined {
  const named = names?.indexOf(text) ?? -1;
  if (named >= 0) return min + named;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

/** Parses `*`, `5`, `5-10`, `5/2`, `5-10/2` or `*\/2`. A range such as `22-1` wraps around, except in years. */
function parsePart(text: string, field: Field): readonly number[] | undefined {
  const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, start, end, increment] = match;
  const from = start === undefined ? field.min : parseValue(start, field);
  const single = start !== undefined && increment === undefined;
  const to = end !== undefined ? parseValue(end, field) : single ? from : field.max;
  const step = increment === undefined ? 1 : Number(increment);
  if (from === undefined || to === undefined || step < 1 || step > field.max) return undefined;
  if (to < from && field === years) return undefined;
  const size = field.max - field.min + 1;
  const values: number[] = [];
  for (let value = from; value <= (to < from ? to + size : to); value += step) {
    values.push(value > field.max ? value - size : value);
  }
  return values;
}

function parseList(text: string, field: Field): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const partValues = parsePart(part, field);
    if (!partValues) return undefined;
    for (const value of partValues) values.add(value);
  }
  return [...values].sort((one, other) => one - other);
}

/** The Monday-to-Friday day that is nearest to a day of the same month. */
function nearestWorkday(day: number, month: Month): number {
  switch (month.weekday(day)) {
    case saturday:
      return day > 1 ? day - 1 : day + 2;
    case sunday:
      return day < month.length ? day + 1 : day - 2;
    default:
      return day;
  }
}

/** Parses a list of days, or one of `L`, `L-3`, `15W`, `LW`, `L-3W`. */
function parseDaysOfMonth(text: string): DayRule | undefined {
  const match = /^(?:L(?:-(\d+))?|(\d+)(?=W))(W)?$/.exec(text);
  if (match) {
    const [, beforeLast, fixed, workday] = match;
    const named = parseValue(fixed ?? "1", daysOfMonth);
    const offset = Number(beforeLast ?? 0);
    if (named === undefined || offset >= daysOfMonth.max) return undefined;
    return month => {
      const day = fixed === undefined ? month.length - offset : named;
      if (day < 1 || day > month.length) return [];
      return [workday ? nearestWorkday(day, month) : day];
    };
  }
  const listed = parseList(text, daysOfMonth);
  return listed && (({ length }) => listed.filter(day => day <= length));
}

/** Parses a list of weekdays, or one of `L` (Saturdays), `6L` (the last Friday), `3#2` (the second Tuesday). */
function parseDaysOfWeek(text: string): DayRule | undefined {
  const match = /^(\w+?)(?:L|#([1-5]))$/.exec(text);
  if (match) {
    const [, name = "", nth] = match;
    const wanted = parseValue(name, daysOfWeek);
    if (wanted === undefined) return undefined;
    return month => {
      const all = everyDay(month).filter(day => month.weekday(day) === wanted);
      return nth === undefined ? all.slice(-1) : all.slice(Number(nth) - 1, Number(nth));
    };
  }
  const listed = text === "L" ? [saturday] : parseList(text, daysOfWeek);
  return listed && (month => everyDay(month).filter(day => listed.includes(month.weekday(day))));
}

const invalid = (text: string, { name }: Field) => ({ fault: `"${text}" is not valid in the ${name} field` });

/** Parses the fields between the parentheses of `cron(…)`. */
export function parseCron(expression: string): CronFields | { readonly fault: string } {
  const texts = expression.trim().toUpperCase().split(/\s+/);
  if (texts.length !== 6) {
    return { fault: "it must have six fields: minutes hours day-of-month month day-of-week year" };
  }
  const [minutesText = "", hoursText = "", dayText = "", monthsText = "", weekdayText = "", yearsText = ""] =
    texts;
  if ((dayText === "?") === (weekdayText === "?")) {
    return { fault: "exactly one of the day-of-month and day-of-week fields must be ?" };
  }
  const minuteList = parseList(minutesText, minutes);
  if (!minuteList) return invalid(minutesText, minutes);
  const hourList = parseList(hoursText, hours);
  if (!hourList) return invalid(hoursText, hours);
  const days = weekdayText === "?" ? parseDaysOfMonth(dayText) : parseDaysOfWeek(weekdayText);
  if (!days) {
    return weekdayText === "?" ? invalid(dayText, daysOfMonth) : invalid(weekdayText, daysOfWeek);
  }
  const monthList = parseList(monthsText, months);
  if (!monthList) return invalid(monthsText, months);
  const yearList = parseList(yearsText, years);
  if (!yearList) return invalid(yearsText, years);
  return { minutes: minuteList, hours: hourList, days, months: monthList, years: yearList };
}
