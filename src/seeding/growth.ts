import { day, hour } from "../core/time";

/** The units of a size, in bytes. */
const sizes: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};

/** The units of a rate, in days. Months have no fixed length. */
const times: Readonly<Record<string, number>> = { hour: hour / day, day: 1, week: 7 };

const sizeForm = /^\s*\+?(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i;

/** The bytes of a text such as `100 GiB`; undefined if it is not a size. */
export function bytesOf(text: string): number | undefined {
  const [, amount, unit = ""] = sizeForm.exec(text) ?? [];
  const bytes = sizes[unit === "" ? "b" : unit.toLowerCase()];
  return amount === undefined || bytes === undefined ? undefined : Math.round(Number(amount) * bytes);
}

/** The bytes a day of a growth such as `1 GiB/day`; undefined if it is not one. */
export function growthOf(growth: unknown): number | undefined {
  if (typeof growth === "number") return Number.isFinite(growth) && growth >= 0 ? growth : undefined;
  if (typeof growth !== "string") return undefined;
  const [size = "", time = "", ...rest] = growth.split("/");
  const bytes = bytesOf(size);
  const days = times[time.trim().toLowerCase()];
  return bytes === undefined || days === undefined || rest.length > 0 ? undefined : bytes / days;
}
