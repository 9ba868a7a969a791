import { Cron } from "croner";
import fc from "fast-check";
import { day, hour, minute } from "../../../../src/core/time";
import { readSchedule } from "../../../../src/services/backup/plans/cron";
import { atDepth } from "../../../support/depth";

/** Part of an expression in the syntax of AWS and of croner (undefined where croner has none), and what it matches. */
interface Part<Value> {
  readonly aws: string;
  readonly croner: string | undefined;
  readonly matches: (value: Value) => boolean;
}

interface LocalDay {
  readonly day: number;
  readonly weekday: number;
  readonly daysInMonth: number;
}

interface LocalTime extends LocalDay {
  readonly year: number;
  readonly month: number;
  readonly hour: number;
  readonly minute: number;
}

const part = <Value>(
  aws: string,
  croner: string | undefined,
  matches: (value: Value) => boolean,
): Part<Value> => ({ aws, croner, matches });

/** A numeric field: `*`, values, ranges (which may wrap around), steps, and lists of these. */
function numbers(min: number, max: number): fc.Arbitrary<Part<number>> {
  const value = fc.integer({ min, max });
  const step = fc.integer({ min: 1, max: Math.min(max, max - min + 1) });
  const single = value.map(one => part<number>(`${one}`, `${one}`, number => number === one));
  const range = fc
    .tuple(value, value)
    .map(([from, to]) =>
      from <= to
        ? part<number>(`${from}-${to}`, `${from}-${to}`, number => number >= from && number <= to)
        : part<number>(`${from}-${to}`, `${from}-${max},${min}-${to}`, n => n >= from || n <= to),
    );
  const stepped = fc
    .tuple(value, step)
    .map(([from, by]) =>
      part<number>(`${from}/${by}`, `${from}-${max}/${by}`, n => n >= from && (n - from) % by === 0),
    );
  const everyNth = step.map(by => part<number>(`*/${by}`, `*/${by}`, n => (n - min) % by === 0));
  const listed = fc.array(fc.oneof(single, range, stepped, everyNth), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.constant(part<number>("*", "*", () => true)),
    listed.map(parts =>
      part<number>(
        parts.map(({ aws }) => aws).join(","),
        parts.map(({ croner }) => croner).join(","),
        number => parts.some(item => item.matches(number)),
      ),
    ),
  );
}

const isWorkday = ({ weekday }: LocalDay): boolean => weekday > 1 && weekday < 7;
const weekdayAt = (date: LocalDay, other: number): number =>
  ((((date.weekday - 1 + other - date.day) % 7) + 7) % 7) + 1;

/** Whether a day is the Monday-to-Friday day of its month that is nearest to another day. */
function isNearestWorkday(date: LocalDay, wanted: number): boolean {
  if (wanted > date.daysInMonth || !isWorkday(date)) return false;
  const distance = Math.abs(date.day - wanted);
  const workdays = Array.from({ length: date.daysInMonth }, (_, index) => index + 1).filter(other => {
    const weekday = weekdayAt(date, other);
    return weekday > 1 && weekday < 7;
  });
  return workdays.every(other => Math.abs(other - wanted) >= distance);
}

/** The two day fields together. */
const days: fc.Arbitrary<Part<LocalDay> & { readonly weekdays: string; readonly cronerWeekdays: string }> =
  fc.oneof(
    numbers(1, 31).map(({ aws, croner, matches }) => ({
      ...part<LocalDay>(aws, croner, date => matches(date.day)),
      weekdays: "?",
      cronerWeekdays: "*",
    })),
    fc
      .constantFrom(
        part<LocalDay>("L", "L", date => date.day === date.daysInMonth),
        part<LocalDay>("L-4", undefined, date => date.day === date.daysInMonth - 4),
        part<LocalDay>("LW", "LW", date => isNearestWorkday(date, date.daysInMonth)),
        ...[1, 15, 30, 31].map(wanted =>
          part<LocalDay>(`${wanted}W`, `${wanted}W`, date => isNearestWorkday(date, wanted)),
        ),
      )
      .map(special => ({ ...special, weekdays: "?", cronerWeekdays: "*" })),
    fc
      .oneof(
        numbers(1, 7).map(({ aws, croner, matches }) =>
          part<LocalDay>(aws, croner, date => matches(date.weekday)),
        ),
        fc.constant(part<LocalDay>("L", "7", date => date.weekday === 7)),
        fc
          .integer({ min: 1, max: 7 })
          .map(wanted =>
            part<LocalDay>(
              `${wanted}L`,
              `${wanted}#L`,
              date => date.weekday === wanted && date.day + 7 > date.daysInMonth,
            ),
          ),
        fc
          .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
          .map(([wanted, nth]) =>
            part<LocalDay>(
              `${wanted}#${nth}`,
              `${wanted}#${nth}`,
              date => date.weekday === wanted && Math.ceil(date.day / 7) === nth,
            ),
          ),
      )
      .map(({ aws, croner, matches }) => ({
        aws: "?",
        croner: croner === undefined ? undefined : "*",
        matches,
        weekdays: aws,
        cronerWeekdays: croner ?? "*",
      })),
  );

const expressions: fc.Arbitrary<Part<LocalTime>> = fc
  .record({ minutes: numbers(0, 59), hours: numbers(0, 23), days, months: numbers(1, 12) })
  .map(({ minutes, hours, days, months }) => {
    const croner = `0 ${minutes.croner} ${hours.croner} ${days.croner} ${months.croner} ${days.cronerWeekdays} *`;
    return part<LocalTime>(
      `cron(${minutes.aws} ${hours.aws} ${days.aws} ${months.aws} ${days.weekdays} *)`,
      days.croner === undefined ? undefined : croner,
      time =>
        minutes.matches(time.minute) &&
        hours.matches(time.hour) &&
        days.matches(time) &&
        months.matches(time.month),
    );
  });

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date and time in a zone. */
function localTime(instant: number, zone: string): LocalTime {
  let format = formats.get(zone);
  if (!format) {
    // The Swedish form is 2026-03-29 02:30.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    formats.set(zone, format);
  }
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0] = format
    .format(instant)
    .split(/\D/)
    .map(Number);
  return {
    year,
    month,
    day: date,
    hour: hours,
    minute: minutes,
    weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 1,
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}

const textOf = (time: LocalTime): string =>
  `${time.year}-${time.month}-${time.day} ${time.hour}:${time.minute}`;

function runsOf(expression: string, zone: string, after: number, until: number, max = 10_000): number[] {
  const read = readSchedule(expression);
  if ("fault" in read) throw new Error(`${expression}: ${read.fault}`);
  const found: number[] = [];
  let last = after;
  while (found.length < max) {
    const next = read.schedule.nextRun(last, zone);
    if (next === undefined || next > until) break;
    found.push(next);
    last = next;
  }
  return found;
}

const zones = [
  "Etc/UTC",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Kolkata",
];

const instants = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2060, 0) });

describe("the next run", () => {
  test("is strictly later each time, on a full minute, at a local time that matches the fields", () => {
    const property = fc.property(
      expressions,
      fc.constantFrom(...zones, "Africa/Casablanca", "Asia/Kathmandu"),
      instants,
      (expression, zone, after) => {
        let last = after;
        for (const run of runsOf(expression.aws, zone, after, Number.POSITIVE_INFINITY, 20)) {
          expect(run).toBeGreaterThan(last);
          expect(run % minute).toBe(0);
          const shown = localTime(run, zone);
          if (!expression.matches(shown)) throw new Error(`${expression.aws} at ${textOf(shown)} in ${zone}`);
          last = run;
        }
      },
    );
    fc.assert(property, { numRuns: atDepth({ quick: 200, deep: 4_000 }) });
  });

  test("is the same from every instant between two runs", () => {
    const property = fc.property(
      expressions,
      fc.constantFrom(...zones),
      instants,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (expression, zone, after, share) => {
        const [first, second] = runsOf(expression.aws, zone, after, Number.POSITIVE_INFINITY, 2);
        if (first === undefined || second === undefined) return;
        const between = first + Math.floor((second - first) * share);
        expect(runsOf(expression.aws, zone, between, Number.POSITIVE_INFINITY, 1)).toEqual([second]);
      },
    );
    fc.assert(property, { numRuns: atDepth({ quick: 300, deep: 7_500 }) });
  });
});

describe("around clock changes, the runs are the first occurrences of all matching local minutes", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T01:00Z"],
    ["Europe/Berlin", "2026-10-25T01:00Z"],
    ["America/New_York", "2026-03-08T07:00Z"],
    ["America/New_York", "2026-11-01T06:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
    ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
    ["America/Sao_Paulo", "2018-11-04T03:00Z"],
    ["America/Sao_Paulo", "2018-02-18T02:00Z"],
    ["Asia/Kolkata", "2026-12-31T18:30Z"],
    ["Pacific/Apia", "2011-12-30T10:00Z"],
    ["Africa/Casablanca", "2026-02-15T02:00Z"],
    ["America/Recife", "2000-10-15T02:00Z"],
    ["Europe/Lisbon", "1996-03-31T01:00Z"],
  ])("%s, %s", (zone, change) => {
    const start = Date.parse(change) - day;
    const end = Date.parse(change) + day;
    const shown = new Set<string>();
    const minutes: { instant: number; time: LocalTime }[] = [];
    for (let instant = start; instant <= end; instant += minute) {
      const time = localTime(instant, zone);
      const text = textOf(time);
      if (!shown.has(text)) minutes.push({ instant, time });
      shown.add(text);
    }
    const near = fc.integer({ min: start - 1, max: Date.parse(change) + 3 * hour });
    const property = fc.property(expressions, near, (expression, after) => {
      const expected = minutes
        .filter(({ instant, time }) => instant > after && expression.matches(time))
        .map(({ instant }) => instant);
      expect(runsOf(expression.aws, zone, after, end)).toEqual(expected);
    });
    fc.assert(property, { numRuns: atDepth({ quick: 50, deep: 1_000 }) });
  });
});

describe("croner agrees", () => {
  /** croner's runs, without those that it shifts out of skipped local times, and without second occurrences. */
  function cronerRuns(expression: Part<LocalTime>, zone: string, after: number, max: number): number[] {
    const cron = new Cron(expression.croner ?? "", { timezone: zone, alternativeWeekdays: true });
    const found: number[] = [];
    let last = new Date(after);
    while (found.length < max) {
      const next = cron.nextRun(last);
      if (!next) break;
      last = next;
      const instant = next.getTime();
      const time = localTime(instant, zone);
      const repeated = [hour, hour / 2].some(
        shift => textOf(localTime(instant - shift, zone)) === textOf(time),
      );
      if (expression.matches(time) && !repeated) found.push(instant);
    }
    return found;
  }

  test.each(zones)("in %s, on random expressions from random instants", zone => {
    const known = expressions.filter(({ croner }) => croner !== undefined);
    const property = fc.property(known, instants, (expression, after) => {
      const expected = cronerRuns(expression, zone, after, 4);
      expect(runsOf(expression.aws, zone, after, Number.POSITIVE_INFINITY, expected.length)).toEqual(
        expected,
      );
    });
    fc.assert(property, { numRuns: atDepth({ quick: 100, deep: 2_500 }) });
  });
});
