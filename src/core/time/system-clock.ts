import type { EpochMs } from "./time";

/** The part of a world that follows the system's clock. */
interface Follower {
  readonly now: EpochMs;
  /** Moves time forward to an instant. */
  passAll(until: EpochMs): void;
}

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

  constructor(world: Follower) {
    this.#world = world;
    this.moved();
  }

  follow(): void {
    const now = Date.now();
    // Set back, as fake timers can be: the world goes on from where it is.
    if (now < this.#last) this.#lead = this.#world.now - now;
    this.#last = now;
    this.#world.passAll(Math.max(now + this.#lead, this.#world.now));
  }

  /** Calls a function after this much of the system's time: real, or that of fake timers. */
  after(milliseconds: number, work: () => void): void {
    setTimeout(work, milliseconds);
  }

  /** Call it when the world was moved or replaced. */
  moved(): void {
    this.#last = Date.now();
    this.#lead = Math.max(0, this.#world.now - this.#last);
  }
}
