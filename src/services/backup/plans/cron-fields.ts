/** What one field of a cron expression can hold. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names of the values, the least one's first. */
  readonly names?: readonly string[];
}

const minutes: Field = { name: "minutes", least: 0, most: 59 };
const hours: Field = { name: "hours", least: 0, most: 23 };
const daysOfMonth: Field = { name: "day-of-month", least: 1, most: 31 };
const months: Field = {
  name: "month",
  least: 1,
  most: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const daysOfWeek: Field = {
  name: "day-of-week",
  least: 1,
  most: 7,
  names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
};
const years: Field = { name: "year", least: 1970, most: 2199 };

const saturday = 7;
const sunday = 1;

/** A month as the day rules see it. */
export interface Month {
  readonly length: number;
  /** 1 for Sunday to 7 for Saturday. */
  weekday(day: number): number;
}

/** The days of a month on which a schedule runs, ascending. */
export type DayRule = (month: Month) => readonly number[];

/** A cron expression as the numbers it stands for, each list ascending. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: DayRule;
  readonly months: readonly number[];
  readonly years: readonly number[];
}

const everyDay: DayRule = ({ length }) => Array.from({ length }, (_, index) => index + 1);

function readValue(text: string, { least, most, names }: Field): number | undefined {
  const named = names?.indexOf(text) ?? -1;
  if (named >= 0) return least + named;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** `*`, `5`, `5-10`, `5/2`, `5-10/2` or `*\/2`; a range whose end is smaller than its start goes round, years excepted. */
function readPart(text: string, field: Field): readonly number[] | undefined {
  const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, start, end, increment] = match;
  const from = start === undefined ? field.least : readValue(start, field);
  const single = start !== undefined && increment === undefined;
  const to = end !== undefined ? readValue(end, field) : single ? from : field.most;
  const step = increment === undefined ? 1 : Number(increment);
  if (from === undefined || to === undefined || step < 1 || step > field.most) return undefined;
  if (to < from && field === years) return undefined;
  const size = field.most - field.least + 1;
  const values: number[] = [];
  for (let value = from; value <= (to < from ? to + size : to); value += step) {
    values.push(value > field.most ? value - size : value);
  }
  return values;
}

function readList(text: string, field: Field): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const partValues = readPart(part, field);
    if (!partValues) return undefined;
    for (const value of partValues) values.add(value);
  }
  return [...values].sort((one, other) => one - other);
}

/** The Monday-to-Friday day nearest to a day, in the same month. */
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

/** A list of days, or one of `L`, `L-3`, `15W`, `LW`, `L-3W`. */
function readDaysOfMonth(text: string): DayRule | undefined {
  const match = /^(?:L(?:-(\d+))?|(\d+)(?=W))(W)?$/.exec(text);
  if (match) {
    const [, beforeLast, fixed, workday] = match;
    const named = readValue(fixed ?? "1", daysOfMonth);
    const offset = Number(beforeLast ?? 0);
    if (named === undefined || offset >= daysOfMonth.most) return undefined;
    return month => {
      const day = fixed === undefined ? month.length - offset : named;
      if (day < 1 || day > month.length) return [];
      return [workday ? nearestWorkday(day, month) : day];
    };
  }
  const listed = readList(text, daysOfMonth);
  return listed && (({ length }) => listed.filter(day => day <= length));
}

/** A list of weekdays, or one of `L` (Saturdays), `6L` (the last Friday), `3#2` (the second Tuesday). */
function readDaysOfWeek(text: string): DayRule | undefined {
  const match = /^(\w+?)(?:L|#([1-5]))$/.exec(text);
  if (match) {
    const [, name = "", nth] = match;
    const wanted = readValue(name, daysOfWeek);
    if (wanted === undefined) return undefined;
    return month => {
      const all = everyDay(month).filter(day => month.weekday(day) === wanted);
      return nth === undefined ? all.slice(-1) : all.slice(Number(nth) - 1, Number(nth));
    };
  }
  const listed = text === "L" ? [saturday] : readList(text, daysOfWeek);
  return listed && (month => everyDay(month).filter(day => listed.includes(month.weekday(day))));
}

const outOfPlace = (text: string, { name }: Field) => ({
  fault: `"${text}" cannot stand in the ${name} field`,
});

/** Reads AWS's form of cron, without its `cron(…)`. */
export function readCron(expression: string): CronFields | { readonly fault: string } {
  const texts = expression.trim().toUpperCase().split(/\s+/);
  if (texts.length !== 6) {
    return { fault: "it must have six fields: minutes hours day-of-month month day-of-week year" };
  }
  const [minutesText = "", hoursText = "", dayText = "", monthsText = "", weekdayText = "", yearsText = ""] =
    texts;
  if ((dayText === "?") === (weekdayText === "?")) {
    return { fault: "one of the day-of-month and day-of-week fields must be ?, and not both" };
  }
  const minuteList = readList(minutesText, minutes);
  if (!minuteList) return outOfPlace(minutesText, minutes);
  const hourList = readList(hoursText, hours);
  if (!hourList) return outOfPlace(hoursText, hours);
  const days = weekdayText === "?" ? readDaysOfMonth(dayText) : readDaysOfWeek(weekdayText);
  if (!days) {
    return weekdayText === "?" ? outOfPlace(dayText, daysOfMonth) : outOfPlace(weekdayText, daysOfWeek);
  }
  const monthList = readList(monthsText, months);
  if (!monthList) return outOfPlace(monthsText, months);
  const yearList = readList(yearsText, years);
  if (!yearList) return outOfPlace(yearsText, years);
  return { minutes: minuteList, hours: hourList, days, months: monthList, years: yearList };
}
