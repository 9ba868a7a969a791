import { isTimeZone, readSchedule, runsMoreThanHourly } from "../../../../src/services/backup/plans/cron";

function scheduleOf(expression: string) {
  const read = readSchedule(expression);
  if ("fault" in read) throw new Error(`${expression}: ${read.fault}`);
  return read.schedule;
}

const faultOf = (expression: string): string | undefined => {
  const read = readSchedule(expression);
  return "fault" in read ? read.fault : undefined;
};

/** The runs after an instant, to the minute: `"2026-01-31T05:00"`. */
function runs(
  expression: string,
  { after = "2026-01-01T00:00:00Z", zone = "Etc/UTC", count = 3 } = {},
): string[] {
  const schedule = scheduleOf(expression);
  const found: string[] = [];
  let last = Date.parse(after);
  while (found.length < count) {
    const next = schedule.nextRun(last, zone);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().replace(":00.000Z", ""));
    last = next;
  }
  return found;
}

const timesOf = (found: string[]): string[] => found.map(run => run.slice("2026-01-01T".length));
const daysOf = (found: string[]): string[] => found.map(run => run.slice(0, "2026-01-01".length));

describe("a backup rule's cron expression", () => {
  test("AWS Backup's default runs every day at five", () => {
    expect(runs("cron(0 5 ? * * *)")).toEqual(["2026-01-01T05:00", "2026-01-02T05:00", "2026-01-03T05:00"]);
  });

  test.each([
    ["cron(0 12 * * ? *)", ["12:00", "12:00"]],
    ["cron(0 0/1 ? * * *)", ["01:00", "02:00"]],
    ["cron(30 * * * ? *)", ["00:30", "01:30"]],
    ["cron(15 * ? * * *)", ["00:15", "01:15"]],
  ])("%s of AWS Backup's documentation is accepted", (expression, expected) => {
    expect(timesOf(runs(expression, { count: 2 }))).toEqual(expected);
  });

  test("a step restarts with each hour and each day, so 5/20 hours is 05:00 only", () => {
    expect(timesOf(runs("cron(5/20 0 * * ? *)"))).toEqual(["00:05", "00:25", "00:45"]);
    expect(runs("cron(0 5/20 * * ? *)", { count: 2 })).toEqual(["2026-01-01T05:00", "2026-01-02T05:00"]);
  });

  test("every 12 hours is twice a day from midnight or noon, and once a day from a later start", () => {
    expect(timesOf(runs("cron(0 0/12 ? * * *)"))).toEqual(["12:00", "00:00", "12:00"]);
    expect(timesOf(runs("cron(0 13/12 ? * * *)"))).toEqual(["13:00", "13:00", "13:00"]);
  });

  test("a step may follow *, a range or a list item", () => {
    expect(timesOf(runs("cron(0 */8 * * ? *)"))).toEqual(["08:00", "16:00", "00:00"]);
    expect(timesOf(runs("cron(0 11-23/4 * * ? *)", { count: 5 }))).toEqual([
      "11:00",
      "15:00",
      "19:00",
      "23:00",
      "11:00",
    ]);
    expect(daysOf(runs("cron(0 0 2/10,5 * ? *)", { count: 4 }))).toEqual([
      "2026-01-02",
      "2026-01-05",
      "2026-01-12",
      "2026-01-22",
    ]);
  });

  test("a list may repeat values and be unordered", () => {
    expect(timesOf(runs("cron(0 18,6,6 * * ? *)"))).toEqual(["06:00", "18:00", "06:00"]);
  });

  test("days of the week count from 1 for Sunday to 7 for Saturday", () => {
    expect(daysOf(runs("cron(0 5 ? * 1 *)", { count: 2 }))).toEqual(["2026-01-04", "2026-01-11"]);
    expect(daysOf(runs("cron(0 5 ? * 7 *)", { count: 2 }))).toEqual(["2026-01-03", "2026-01-10"]);
    expect(runs("cron(0 5 ? * 2-6 *)", { count: 7 })).toEqual(runs("cron(0 5 ? * MON-FRI *)", { count: 7 }));
  });

  test("names of days and months are case-insensitive", () => {
    expect(daysOf(runs("cron(0 5 ? Mar,SEP mon *)", { count: 2 }))).toEqual(["2026-03-02", "2026-03-09"]);
    expect(daysOf(runs("cron(0 5 1 jan-Mar ? *)"))).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
  });

  test("a range may wrap around the end of its field", () => {
    expect(timesOf(runs("cron(0 22-1 * * ? *)", { count: 5 }))).toEqual([
      "01:00",
      "22:00",
      "23:00",
      "00:00",
      "01:00",
    ]);
    expect(daysOf(runs("cron(0 5 ? * SAT-SUN *)"))).toEqual(["2026-01-03", "2026-01-04", "2026-01-10"]);
    expect(daysOf(runs("cron(0 5 1 NOV-FEB ? *)"))).toEqual(["2026-01-01", "2026-02-01", "2026-11-01"]);
  });

  test("L is the last day of the month", () => {
    expect(daysOf(runs("cron(0 5 L * ? *)", { count: 4 }))).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    expect(daysOf(runs("cron(0 5 L FEB ? *)"))).toEqual(["2026-02-28", "2027-02-28", "2028-02-29"]);
  });

  test("L-3 is the third day before the last", () => {
    expect(daysOf(runs("cron(0 5 L-3 * ? *)"))).toEqual(["2026-01-28", "2026-02-25", "2026-03-28"]);
  });

  test("L as day of the week is Saturday", () => {
    expect(runs("cron(0 5 ? * L *)")).toEqual(runs("cron(0 5 ? * SAT *)"));
  });

  test("6L is the last Friday of the month, by number or by name", () => {
    expect(daysOf(runs("cron(15 10 ? * 6L *)"))).toEqual(["2026-01-30", "2026-02-27", "2026-03-27"]);
    expect(runs("cron(15 10 ? * FRIL *)")).toEqual(runs("cron(15 10 ? * 6L *)"));
  });

  test("3#2 is the second Tuesday of the month, by number or by name", () => {
    expect(daysOf(runs("cron(0 5 ? * 3#2 *)"))).toEqual(["2026-01-13", "2026-02-10", "2026-03-10"]);
    expect(runs("cron(0 5 ? * TUE#2 *)")).toEqual(runs("cron(0 5 ? * 3#2 *)"));
  });

  test("months without a fifth weekday are skipped", () => {
    expect(daysOf(runs("cron(0 5 ? * FRI#5 *)"))).toEqual(["2026-01-30", "2026-05-29", "2026-07-31"]);
  });

  test("15W is the Monday-to-Friday day nearest to the 15th", () => {
    // 15 February 2026 is a Sunday, 15 August a Saturday.
    expect(daysOf(runs("cron(0 5 15W FEB,AUG ? 2026)"))).toEqual(["2026-02-16", "2026-08-14"]);
  });

  test("W never leaves the month", () => {
    // 1 August 2026 is a Saturday, 1 February a Sunday, 31 May a Sunday.
    expect(daysOf(runs("cron(0 5 1W FEB,AUG ? 2026)"))).toEqual(["2026-02-02", "2026-08-03"]);
    expect(daysOf(runs("cron(0 5 31W MAY ? 2026)"))).toEqual(["2026-05-29"]);
  });

  test("LW is the last Monday-to-Friday day of the month", () => {
    expect(daysOf(runs("cron(0 5 LW * ? *)"))).toEqual(["2026-01-30", "2026-02-27", "2026-03-31"]);
  });

  test("shorter months are skipped for the 31st, and for 31W", () => {
    expect(daysOf(runs("cron(0 5 31 * ? *)"))).toEqual(["2026-01-31", "2026-03-31", "2026-05-31"]);
    expect(daysOf(runs("cron(0 5 31W * ? *)"))).toEqual(["2026-01-30", "2026-03-31", "2026-05-29"]);
  });

  test("years may be listed, and each passes once", () => {
    expect(runs("cron(0 5 1 1 ? 2027-2028)", { count: 9 })).toEqual(["2027-01-01T05:00", "2028-01-01T05:00"]);
    expect(runs("cron(0 5 ? * * 2025)")).toEqual([]);
    expect(runs("cron(0 5 1 JAN ? 2030/20)", { count: 2 })).toEqual(["2030-01-01T05:00", "2050-01-01T05:00"]);
  });

  test("29 February waits for the leap year", () => {
    expect(daysOf(runs("cron(0 5 29 2 ? *)"))).toEqual(["2028-02-29", "2032-02-29", "2036-02-29"]);
  });

  test("a nonexistent date never runs", () => {
    expect(runs("cron(0 5 30 FEB ? *)")).toEqual([]);
  });

  test("there is no run after 2199, and none before 1970", () => {
    expect(runs("cron(0 5 ? * * *)", { after: "2199-12-30T05:00:00Z" })).toEqual(["2199-12-31T05:00"]);
    expect(runs("cron(0 5 ? * * *)", { after: "1960-01-01T00:00:00Z", count: 1 })).toEqual([
      "1970-01-01T05:00",
    ]);
    expect(runs("cron(0 5 ? * * *)", { after: "2199-12-31T10:00:00Z", zone: "America/New_York" })).toEqual(
      [],
    );
  });

  test("the next run is strictly later than the instant asked about", () => {
    expect(runs("cron(0 5 ? * * *)", { after: "2026-01-01T04:59:59.999Z", count: 1 })).toEqual([
      "2026-01-01T05:00",
    ]);
    expect(runs("cron(0 5 ? * * *)", { after: "2026-01-01T05:00:00.000Z", count: 1 })).toEqual([
      "2026-01-02T05:00",
    ]);
  });

  test("extra white space is ignored", () => {
    expect(runs(" cron(  0 5  ? *\t* * ) ")).toEqual(runs("cron(0 5 ? * * *)"));
  });
});

describe("an invalid expression is refused with a reason", () => {
  const form = expect.stringContaining("is not of the form cron(fields)");
  const count = expect.stringContaining("six fields");
  const days = "exactly one of the day-of-month and day-of-week fields must be ?";

  test.each([
    ["rate(1 day)", form],
    ["at(2026-01-01T05:00:00)", form],
    ["0 5 ? * * *", form],
    ["cron 0 5 ? * * *", form],
    ["CRON(0 5 ? * * *)", form],
    ["cron(0 5 ? * * *", form],
    ["", form],
    ["cron()", count],
    ["cron(0 5 * * *)", count],
    ["cron(0 0 5 ? * * *)", count],
    ["cron(0 5 ? * ? *)", days],
    ["cron(0 5 * * * *)", days],
    ["cron(0 5 1 * MON *)", days],
    ["cron(60 5 ? * * *)", '"60" is not valid in the minutes field'],
    ["cron(-1 5 ? * * *)", '"-1" is not valid in the minutes field'],
    ["cron(? 5 ? * * *)", '"?" is not valid in the minutes field'],
    ["cron(*/60 * * * ? *)", '"*/60" is not valid in the minutes field'],
    ["cron(0/0 * * * ? *)", '"0/0" is not valid in the minutes field'],
    ["cron(0/ 5 * * ? *)", '"0/" is not valid in the minutes field'],
    ["cron(1-5-9 5 * * ? *)", '"1-5-9" is not valid in the minutes field'],
    ["cron(0, 5 * * ? *)", '"0," is not valid in the minutes field'],
    ["cron(1.5 5 * * ? *)", '"1.5" is not valid in the minutes field'],
    ["cron(0 24 ? * * *)", '"24" is not valid in the hours field'],
    ["cron(0 L ? * * *)", '"L" is not valid in the hours field'],
    ["cron(0 0/24 ? * * *)", '"0/24" is not valid in the hours field'],
    ["cron(0 5 0 * ? *)", '"0" is not valid in the day-of-month field'],
    ["cron(0 5 32 * ? *)", '"32" is not valid in the day-of-month field'],
    ["cron(0 5 32W * ? *)", '"32W" is not valid in the day-of-month field'],
    ["cron(0 5 W * ? *)", '"W" is not valid in the day-of-month field'],
    ["cron(0 5 1,L * ? *)", '"1,L" is not valid in the day-of-month field'],
    ["cron(0 5 1W,15W * ? *)", '"1W,15W" is not valid in the day-of-month field'],
    ["cron(0 5 L-31 * ? *)", '"L-31" is not valid in the day-of-month field'],
    ["cron(0 5 3#2 * ? *)", '"3#2" is not valid in the day-of-month field'],
    ["cron(0 5 1 0 ? *)", '"0" is not valid in the month field'],
    ["cron(0 5 1 JANUARY ? *)", '"JANUARY" is not valid in the month field'],
    ["cron(0 5 ? * 0 *)", '"0" is not valid in the day-of-week field'],
    ["cron(0 5 ? * 8 *)", '"8" is not valid in the day-of-week field'],
    ["cron(0 5 ? * 3#6 *)", '"3#6" is not valid in the day-of-week field'],
    ["cron(0 5 ? * 3#1,6#3 *)", '"3#1,6#3" is not valid in the day-of-week field'],
    ["cron(0 5 ? * MON,6L *)", '"MON,6L" is not valid in the day-of-week field'],
    ["cron(0 5 ? * 3W *)", '"3W" is not valid in the day-of-week field'],
    ["cron(0 5 ? * * 1969)", '"1969" is not valid in the year field'],
    ["cron(0 5 ? * * 2200)", '"2200" is not valid in the year field'],
    ["cron(0 5 ? * * 2030-2026)", '"2030-2026" is not valid in the year field'],
  ])("%s", (expression, fault) => {
    expect(faultOf(expression)).toEqual(fault);
  });
});

describe("how often a rule runs", () => {
  test.each(["cron(0 * * * ? *)", "cron(0 0/1 ? * * *)", "cron(30 * * * ? *)", "cron(0 5 ? * * *)"])(
    "%s runs hourly at most",
    expression => expect(runsMoreThanHourly(scheduleOf(expression))).toBe(false),
  );

  test.each(["cron(* * * * ? *)", "cron(0/30 * * * ? *)", "cron(0,59 5 * * ? *)", "cron(10-11 5 1 1 ? *)"])(
    "%s runs twice within an hour",
    expression => expect(runsMoreThanHourly(scheduleOf(expression))).toBe(true),
  );
});

describe("time zones", () => {
  test.each(["Etc/UTC", "UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Calcutta", "US/Eastern", "CET"])(
    "%s is a time zone",
    name => expect(isTimeZone(name)).toBe(true),
  );

  test.each(["", "Mars/Olympus", "Europe/", "+01:00", "-0500", "local", "Europe/Berlin "])(
    "%j is not a time zone",
    name => expect(isTimeZone(name)).toBe(false),
  );

  test("a rule runs at its zone's local time", () => {
    expect(runs("cron(0 5 ? * * *)", { zone: "Asia/Kolkata", count: 1 })).toEqual(["2026-01-01T23:30"]);
    expect(runs("cron(0 5 ? * * *)", { zone: "America/New_York", count: 1 })).toEqual(["2026-01-01T10:00"]);
  });

  test("the day of the week is the zone's, not UTC's", () => {
    // Monday 05:00 in Tokyo is Sunday 20:00 UTC.
    expect(runs("cron(0 5 ? * MON *)", { zone: "Asia/Tokyo", count: 1 })).toEqual(["2026-01-04T20:00"]);
  });

  test("a daily rule keeps its local time over the change to summer time and back", () => {
    const spring = { after: "2026-03-28T00:00:00Z", zone: "Europe/Berlin" };
    expect(runs("cron(0 5 ? * * *)", spring)).toEqual([
      "2026-03-28T04:00",
      "2026-03-29T03:00",
      "2026-03-30T03:00",
    ]);
    const autumn = { after: "2026-10-24T00:00:00Z", zone: "Europe/Berlin" };
    expect(runs("cron(0 5 ? * * *)", autumn)).toEqual([
      "2026-10-24T03:00",
      "2026-10-25T04:00",
      "2026-10-26T04:00",
    ]);
  });

  test("a local time that clocks skip does not run that day", () => {
    const berlin = { after: "2026-03-28T00:00:00Z", zone: "Europe/Berlin", count: 2 };
    expect(runs("cron(30 2 ? * * *)", berlin)).toEqual(["2026-03-28T01:30", "2026-03-30T00:30"]);
    const newYork = { after: "2026-03-07T05:00:00Z", zone: "America/New_York", count: 2 };
    expect(runs("cron(30 2 ? * * *)", newYork)).toEqual(["2026-03-07T07:30", "2026-03-09T06:30"]);
  });

  test("a local time that clocks repeat runs once, at its first occurrence", () => {
    const berlin = { after: "2026-10-24T12:00:00Z", zone: "Europe/Berlin", count: 2 };
    expect(runs("cron(30 2 ? * * *)", berlin)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
    const newYork = { after: "2026-10-31T12:00:00Z", zone: "America/New_York", count: 2 };
    expect(runs("cron(30 1 ? * * *)", newYork)).toEqual(["2026-11-01T05:30", "2026-11-02T06:30"]);
  });

  test("during the second occurrence of a repeated hour, the next run is later", () => {
    const second = { after: "2026-10-25T01:15:00Z", zone: "Europe/Berlin", count: 1 };
    expect(runs("cron(30 2 ? * * *)", second)).toEqual(["2026-10-26T01:30"]);
    expect(runs("cron(30 * ? * * *)", second)).toEqual(["2026-10-25T02:30"]);
  });

  test("an hourly rule continues without a pause in spring, and skips the repeated hour in autumn", () => {
    const spring = { after: "2026-03-28T23:30:00Z", zone: "Europe/Berlin", count: 4 };
    expect(timesOf(runs("cron(0 * ? * * *)", spring))).toEqual(["00:00", "01:00", "02:00", "03:00"]);
    const autumn = { after: "2026-10-24T23:30:00Z", zone: "Europe/Berlin", count: 4 };
    expect(timesOf(runs("cron(0 * ? * * *)", autumn))).toEqual(["00:00", "02:00", "03:00", "04:00"]);
  });

  test("half an hour is skipped and repeated on Lord Howe Island", () => {
    // In October 2026 its clocks go from 02:00 to 02:30, in April from 02:00 back to 01:30.
    const zone = "Australia/Lord_Howe";
    expect(runs("cron(15 2 ? * * *)", { after: "2026-10-02T20:00:00Z", zone, count: 2 })).toEqual([
      "2026-10-04T15:15",
      "2026-10-05T15:15",
    ]);
    expect(runs("cron(45 1 ? * * *)", { after: "2026-04-04T00:00:00Z", zone, count: 2 })).toEqual([
      "2026-04-04T14:45",
      "2026-04-05T15:15",
    ]);
  });

  test("midnight can be skipped and repeated", () => {
    const zone = "America/Sao_Paulo";
    expect(runs("cron(0 0 ? * * *)", { after: "2018-11-03T00:00:00Z", zone, count: 2 })).toEqual([
      "2018-11-03T03:00",
      "2018-11-05T02:00",
    ]);
    expect(runs("cron(30 23 ? * * *)", { after: "2018-02-17T12:00:00Z", zone, count: 2 })).toEqual([
      "2018-02-18T01:30",
      "2018-02-19T02:30",
    ]);
  });

  test("a day that a zone skips has no runs", () => {
    // Samoa had no 30 December 2011.
    const after = "2011-12-29T12:00:00Z";
    expect(runs("cron(0 5 ? * * *)", { after, zone: "Pacific/Apia", count: 2 })).toEqual([
      "2011-12-29T15:00",
      "2011-12-30T15:00",
    ]);
  });
});
