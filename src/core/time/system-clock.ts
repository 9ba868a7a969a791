import type { EpochMs } from "./time";

/** The part of a world that follows another clock. */
interface Follower {
  readonly now: EpochMs;
  /** Moves time on to an instant, all at once. */
  passAll(until: EpochMs): void;
}

/**
 * Lets a world follow `Date.now()`, whoever makes that: the machine, or fake timers. The world is never behind it; where
 * a test has moved the world ahead, it keeps that distance. It catches up whenever somebody calls or looks.
 */
export class SystemClock {
  readonly #world: Follower;
  /** By how many milliseconds the world is ahead. */
  #lead = 0;

  constructor(world: Follower) {
    this.#world = world;
    this.moved();
  }

  follow(): void {
    this.#world.passAll(Math.max(Date.now() + this.#lead, this.#world.now));
  }

  /** To be told when the world was moved, or replaced by another one. */
  moved(): void {
    this.#lead = Math.max(0, this.#world.now - Date.now());
  }
}
