const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
export const day = 24 * hour;

/** `2026-01-01 05:00:10`, in UTC. */
export const dateTime = (at: number | string): string =>
  new Date(at).toISOString().slice(0, 19).replace("T", " ");

/** `2026-01-01 05:00`. */
export const shortTime = (at: number | string): string => dateTime(at).slice(0, 16);

/** `Thu`. */
export const weekday = (at: number): string =>
  new Date(at).toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" });

/** What a mark on a time axis is called: by its hour, its day, its month or its year, whichever it begins. */
export function tickText(at: Date): string {
  const [date = "", time = ""] = dateTime(at.getTime()).split(" ");
  if (time !== "00:00:00") return time.slice(0, 5);
  if (!date.endsWith("-01")) return named(at, { day: "numeric", month: "short" });
  return date.endsWith("-01-01") ? date.slice(0, 4) : named(at, { month: "long" });
}

const named = (at: Date, parts: Intl.DateTimeFormatOptions): string =>
  at.toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });

const units: readonly (readonly [length: number, name: string])[] = [
  [365 * day, "y"],
  [day, "d"],
  [hour, "h"],
  [minute, "min"],
  [second, "s"],
];

/** A length of time in its two largest units: `3 d 4 h`. */
export function span(length: number): string {
  const index = units.findIndex(([unit]) => Math.abs(length) >= unit);
  const [large, small] = [units[index], units[index + 1]];
  if (!large) return "0 s";
  const whole = Math.floor(Math.abs(length) / large[0]);
  const rest = small ? Math.floor((Math.abs(length) - whole * large[0]) / small[0]) : 0;
  return `${whole} ${large[1]}${rest > 0 && small ? ` ${rest} ${small[1]}` : ""}`;
}

/** `in 4 min`, `3 d ago`, `now`. */
export function relative(at: number, now: number): string {
  if (Math.abs(at - now) < second) return "now";
  return at > now ? `in ${span(at - now)}` : `${span(now - at)} ago`;
}

/** `1.5 GiB`. */
export function bytes(size: number): string {
  const names = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  let value = size;
  let index = 0;
  while (value >= 1024 && index < names.length - 1) {
    value /= 1024;
    index++;
  }
  return `${value >= 100 || index === 0 ? Math.round(value) : Number(value.toFixed(1))} ${names[index]}`;
}

export const count = (value: number): string => value.toLocaleString("en-US");

/** What follows a count: `1 job`, `2 jobs`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** The name of a resource: the last part of its ARN. */
export const nameOf = (arn: string): string => arn.split(/[:/]/).findLast(part => part !== "") ?? arn;

/** `backupJobs` as words: `backup job`. */
export const recordName = (table: string): string =>
  table
    .replace(/^planned/, "")
    .replace(/([A-Z])/g, " $1")
    .toLowerCase()
    .replace(/s$/, "");

/** Steps whose names say little on their own. */
const steps: Readonly<Record<string, string>> = {
  forget: "no longer list",
};

/** A step as words: `moveToColdStorage` becomes `move to cold storage`. */
export const stepName = (step: string): string =>
  steps[step] ?? step.replace(/([A-Z])/g, " $1").toLowerCase();
