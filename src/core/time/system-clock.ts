import type { EpochMs } from "./time";

/** The part of a world that follows the system's clock. */
interface Follower {
  readonly now: EpochMs;
  /** Moves time forward to an instant. */
  passAll(until: EpochMs): void;
}

/**
 * Makes a world follow `Date.now()`, be it the machine's or that of fake timers. The world is never behind it; if a test
 * moved the world ahead, it stays ahead by that much. It catches up at every call and read.
 */
export class SystemClock {
  readonly #world: Follower;
  /** How far the world is ahead, in milliseconds. */
  #lead = 0;

  constructor(world: Follower) {
    this.#world = world;
    this.moved();
  }

  follow(): void {
    this.#world.passAll(Math.max(Date.now() + this.#lead, this.#world.now));
  }

  /** Call it when the world was moved or replaced. */
  moved(): void {
    this.#lead = Math.max(0, this.#world.now - Date.now());
  }
}
