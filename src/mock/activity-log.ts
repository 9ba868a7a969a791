import { type Place, samePlace } from "../core/basics";
import {
  type Answer,
  clockText,
  dateText,
  type IncomingCall,
  isLongPassage,
  oneLine,
  subjectOf,
} from "../core/calls";
import { type EpochMs, Tally } from "../core/time";
import type { World } from "../core/world";
import type { LogWriter } from "./option-types";

/** Writes a line for each call, and one for each passage of time. */
export class ActivityLog {
  readonly #world: World;
  readonly #write: LogWriter;
  readonly #home: Place;
  /** Up to when it has been written. */
  #last: EpochMs;
  #tally = new Tally();
  #stopCounting: () => void;

  constructor(world: World, write: LogWriter, home: Place) {
    this.#world = world;
    this.#write = write;
    this.#home = home;
    this.#last = world.now;
    this.#stopCounting = world.count(this.#tally);
  }

  /** Writes a call when it has been answered. */
  dispatched(call: IncomingCall, dispatch: () => Answer | Promise<Answer>): Answer | Promise<Answer> {
    const answer = dispatch();
    if (!("then" in answer)) return this.#answered(call, answer);
    return answer.then(known => this.#answered(call, known));
  }

  /** Writes what has happened since the last line, if time has passed. */
  passed(): void {
    const { now } = this.#world;
    const from = this.#last;
    const { counts } = this.#tally;
    if (now === from) return;
    this.#last = now;
    this.#stopCounting();
    this.#tally = new Tally();
    this.#stopCounting = this.#world.count(this.#tally);
    // After a reset or a rollback it is earlier, which is no passage of time.
    const isTold = isLongPassage(from, now) || (now > from && happenedIn(counts).length > 0);
    if (isTold) this.#write(passageText(from, now, counts));
  }

  #answered(call: IncomingCall, answer: Answer): Answer {
    this.passed();
    const what = [call.operation, subjectOf(call.input), this.#elsewhere(call.place)];
    const result = "error" in answer ? `${answer.error.name}: ${answer.error.message}` : answer.status;
    const told = what.filter(text => text !== undefined).join(" ");
    this.#write(oneLine(`${clockText(this.#world.now)} ${told} → ${result}`));
    return answer;
  }

  #elsewhere(place: Place): string | undefined {
    if (samePlace(place, this.#home)) return undefined;
    const account = place.accountId === this.#home.accountId ? "" : ` of ${place.accountId}`;
    return `(${place.region}${account})`;
  }
}

/** `2026-01-01 05:00 → 2026-01-02 05:00: 1 job COMPLETED, 1 recovery point made` */
function passageText(from: EpochMs, to: EpochMs, counts: Tally["counts"]): string {
  const happened = happenedIn(counts);
  return `${dateText(from)} → ${dateText(to)}${happened.length > 0 ? `: ${happened.join(", ")}` : ""}`;
}

const happenedIn = ({ jobs = {}, recoveryPoints = {} }: Tally["counts"]): readonly string[] => [
  ...Object.entries(jobs).map(([state, count]) => `${plural(count, "job")} ${state}`),
  ...Object.entries(recoveryPoints).map(
    ([what, count]) => `${plural(count, "recovery point")} ${wordsOf(what)}`,
  ),
];

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** `moved to cold storage` for `movedToColdStorage`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
