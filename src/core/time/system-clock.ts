import type { EpochMs } from "./time";

/** The part of a world that follows the system's clock. */
interface Follower {
  readonly now: EpochMs;
  /** Moves time forward to an instant. */
  passAll(until: EpochMs): void;
}

/** The longest delay that timers accept: 24.8 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * Makes a world follow `Date.now()`, be it the machine's or that of fake timers. The world is never behind it; if a test
 * moved the world ahead, or set the date back, it stays ahead by that much. It catches up at every call and read.
 */
export class SystemClock {
  readonly #world: Follower;
  /** How far the world is ahead, in milliseconds. */
  #lead = 0;
  /** `Date.now()` when it was last read. */
  #last = Number.NEGATIVE_INFINITY;
  /** Whose `Date` it was: fake timers bring their own. */
  #source: DateConstructor = Date;

  constructor(world: Follower) {
    this.#world = world;
    this.moved();
  }

  follow(): void {
    const now = Date.now();
    // Fake timers came or went, which is no passage of time; or the date was set back. The world goes on from where it is.
    if (now < this.#last || Date !== this.#source) this.moved();
    this.#last = now;
    this.#world.passAll(Math.max(now + this.#lead, this.#world.now));
  }

  /** Follows again at an instant of the world, by the system's timers: real ones, or fake ones. */
  followAt(at: EpochMs, isMeanwhileObsolete: () => boolean): void {
    const wait = Math.min(Math.max(at - this.#world.now, 1), longestTimer);
    setTimeout(() => {
      if (isMeanwhileObsolete()) return;
      this.follow();
      // Timers may fire a little early, and the wait may be longer than they accept.
      if (!isMeanwhileObsolete()) this.followAt(at, isMeanwhileObsolete);
    }, wait);
  }

  /** Call it when the world was moved or replaced. */
  moved(): void {
    this.#source = Date;
    this.#last = Date.now();
    this.#lead = Math.max(0, this.#world.now - this.#last);
  }
}
