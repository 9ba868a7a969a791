import { LruCache } from "../../../core/basics";
import { day, type EpochMs, hour, minute, second } from "../../../core/time";

/** A local time as the epoch milliseconds of the UTC instant that reads the same. */
export type LocalMs = number;

/** A time during which a zone's clocks keep one distance from UTC. */
export interface Stretch {
  /** Local time minus UTC, in milliseconds. */
  readonly offset: number;
  /** Where it ends: its first instant is the end of the stretch before. */
  readonly until: EpochMs;
  /** The first local time that no earlier stretch has shown: a repeated hour belongs to the first of its two. */
  readonly firstLocal: LocalMs;
  /** The first local time that it does not show any more. */
  readonly endLocal: LocalMs;
}

/** No zone has changed its clocks twice within six days since 1970. */
const probing = 3 * day;

/** The greatest distance of a zone from UTC, with room to spare. */
const widestOffset = day;

/** A zone's clock changes, found by asking Intl and kept year by year, as asking takes a microsecond each. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly Stretch[]>();

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  }

  /** The stretch in which an instant lies. */
  at(instant: EpochMs): Stretch {
    return this.#first(instant, stretch => stretch.until > instant);
  }

  /** The stretch that shows a local time or, when clocks skip it, the one after. */
  showing(local: LocalMs): Stretch {
    return this.#first(local - widestOffset, stretch => stretch.endLocal > local);
  }

  #first(from: EpochMs, wanted: (stretch: Stretch) => boolean): Stretch {
    for (let year = new Date(from).getUTCFullYear(); ; year++) {
      const found = this.#stretches(year).find(wanted);
      if (found) return found;
    }
  }

  #stretches(year: number): readonly Stretch[] {
    const known = this.#years.get(year);
    if (known) return known;
    const stretches = this.#cut(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    this.#years.set(year, stretches);
    return stretches;
  }

  #cut(start: EpochMs, end: EpochMs): readonly Stretch[] {
    const stretches: Stretch[] = [];
    let offsetBefore = this.#offset(start - second);
    let from = start;
    while (from < end) {
      const offset = this.#offset(from);
      const until = this.#nextChange(from, offset, end);
      const firstLocal = from + Math.max(offsetBefore, offset);
      stretches.push({ offset, until, firstLocal, endLocal: until + offset });
      offsetBefore = offset;
      from = until;
    }
    return stretches;
  }

  /** The first instant with another offset, or the end when there is none before. */
  #nextChange(from: EpochMs, offset: number, end: EpochMs): EpochMs {
    for (let same = from; same < end; same += probing) {
      let changed = Math.min(same + probing, end);
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

/** The zone of an IANA name. Throws a RangeError when there is none. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new Zone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether a text names a time zone. Offsets such as `+01:00`, which Intl may take, are no names. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}
