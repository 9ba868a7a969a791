import { LruCache } from "../../../core/basics";
import { day, type EpochMs, hour, minute, second } from "../../../core/time";

/** A local time as the epoch milliseconds of the UTC instant that reads the same. */
export type LocalMs = number;

/** A period during which a zone's offset from UTC does not change. */
export interface OffsetPeriod {
  /** Local time minus UTC, in milliseconds. */
  readonly offset: number;
  /** Its end, exclusive. It begins where the period before it ends. */
  readonly until: EpochMs;
  /** The first local time that no earlier period has shown. A repeated hour belongs to the earlier period. */
  readonly firstLocal: LocalMs;
  /** The first local time after the period, on its own clock. */
  readonly endLocal: LocalMs;
}

/** No zone has changed its clocks twice within six days since 1970, so looking every three days finds every change. */
const probeInterval = 3 * day;

/** More than the greatest offset of any zone. */
const widestOffset = day;

/** The clock changes of a zone, according to Intl. Cached by year, since each question to Intl costs a microsecond. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly OffsetPeriod[]>();

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  }

  /** The period that contains an instant. */
  periodAt(instant: EpochMs): OffsetPeriod {
    return this.#firstPeriod(instant, period => period.until > instant);
  }

  /** The period that shows a local time. When clocks skip that time, the following period. */
  periodShowing(local: LocalMs): OffsetPeriod {
    return this.#firstPeriod(local - widestOffset, period => period.endLocal > local);
  }

  #firstPeriod(from: EpochMs, wanted: (period: OffsetPeriod) => boolean): OffsetPeriod {
    for (let year = new Date(from).getUTCFullYear(); ; year++) {
      const found = this.#periods(year).find(wanted);
      if (found) return found;
    }
  }

  #periods(year: number): readonly OffsetPeriod[] {
    const known = this.#years.get(year);
    if (known) return known;
    const periods = this.#periodsBetween(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    this.#years.set(year, periods);
    return periods;
  }

  #periodsBetween(start: EpochMs, end: EpochMs): readonly OffsetPeriod[] {
    const periods: OffsetPeriod[] = [];
    let offsetBefore = this.#offset(start - second);
    let from = start;
    while (from < end) {
      const offset = this.#offset(from);
      const until = this.#nextChange(from, offset, end);
      const firstLocal = from + Math.max(offsetBefore, offset);
      periods.push({ offset, until, firstLocal, endLocal: until + offset });
      offsetBefore = offset;
      from = until;
    }
    return periods;
  }

  /** The first instant with another offset, or `end` when there is none before. */
  #nextChange(from: EpochMs, offset: number, end: EpochMs): EpochMs {
    for (let same = from; same < end; same += probeInterval) {
      let changed = Math.min(same + probeInterval, end);
      if (this.#offset(changed) === offset) continue;
      while (changed - same > second) {
        const middle = Math.floor((same + changed) / 2 / second) * second;
        if (this.#offset(middle) === offset) same = middle;
        else changed = middle;
      }
      return changed;
    }
    return end;
  }

  #offset(instant: EpochMs): number {
    const match = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(this.#format.format(instant));
    if (!match) return 0;
    const [, sign, hours, minutes, seconds = 0] = match;
    const distance = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second;
    return sign === "-" ? -distance : distance;
  }
}

/** By the names that callers send, in any case of their letters; there are some 600 zones. */
const zones = new LruCache<string, Zone>(1_000);

/** The zone with an IANA name. Throws a RangeError for an unknown name. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new Zone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether a text is the name of a time zone. Offsets such as `+01:00`, which Intl may accept, are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}
