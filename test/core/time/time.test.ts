import { MockError } from "../../../src";
import { epochMs, milliseconds } from "../../../src/core/time";

test.each([
  ["35 days", 35 * 86_400_000],
  ["1 hour 30 minutes", 5_400_000],
  ["1 day, 2 hours and 3 seconds", 86_400_000 + 7_200_000 + 3_000],
  ["90s", 90_000],
  ["1.5 h", 5_400_000],
  [250, 250],
  [{ days: 1, minutes: 1 }, 86_460_000],
])("%j is a duration", (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});

test.each(["", "soon", "3 months", "-1 day", "5", -1, Number.NaN, { months: 1 } as object])(
  "%j is refused, and what to write is said",
  duration => {
    expect(() => milliseconds(duration as string)).toThrow(MockError);
    expect(() => milliseconds(duration as string)).toThrow(
      /Cannot read the duration .*: it is not a duration; give /,
    );
  },
);

test("a date may be a Date, ISO text or epoch milliseconds", () => {
  expect(epochMs(new Date(5))).toBe(5);
  expect(epochMs("1970-01-01T00:00:01Z")).toBe(1000);
  expect(epochMs(7)).toBe(7);
  expect(() => epochMs("tomorrow")).toThrow(/Cannot read the date "tomorrow": not a date from .*; give /);
});
