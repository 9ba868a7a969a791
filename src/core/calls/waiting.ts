import { type AwsError, hash, MockError, type Place, placeKey } from "../basics";
import { type ClockMode, type EpochMs, nextOf } from "../time";
import type { World } from "../world";
import { Repetition } from "./repetition";

/** What a call found: an answer or a refusal, and whether it shows something unfinished. */
export interface Attempt<Output> {
  readonly output?: Output;
  readonly refusal?: AwsError;
  /** When the first thing that the answer shows in flight changes. */
  readonly due?: EpochMs | undefined;
  /** Whether the answer shows something on hold. */
  readonly isHeld?: boolean | undefined;
}

/** A call, as far as repeating it matters. */
export interface Asked {
  readonly place: Place;
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
}

/** Longer inputs are told apart by a hash. */
const maxKeyLength = 1_000;
/** A program that asks the same this often, while nothing moves the clock, would ask for ever. */
const maxRepeats = 1_000;

/**
 * Lets time pass for programs that wait. With `clock: "auto"`, a call that repeats an earlier one, with nothing changed
 * in between, first moves time to the next change of what it shows; a refused one to the next change in its place.
 * Where time cannot move (`manual`, or a hold), a program that repeats a call for ever gets an error.
 */
export class Waiting {
  readonly #world: World;
  readonly #clock: ClockMode;
  readonly #repetition = new Repetition();

  constructor(world: World, clock: ClockMode) {
    this.#world = world;
    this.#clock = clock;
  }

  /** Makes an attempt; if it shows something unfinished and repeats an earlier one, another one after moving time. */
  attempt<Output>(asked: Asked, attempt: () => Attempt<Output>): Attempt<Output> {
    const world = this.#world;
    const before = world.state;
    const first = attempt();
    // What changes something does not wait, and with `system` time moves by itself.
    if (this.#clock === "system" || world.state !== before || world.isChanging) return first;
    const isUnfinished = first.due !== undefined || first.isHeld === true;
    if (first.refusal === undefined && !isUnfinished) return first;
    const key = keyOf(asked);
    const repeats = this.#repetition.count(key, world.revision);
    if (repeats === 0) return first;
    const due = first.refusal === undefined ? first.due : this.#firstDueIn(asked.place);
    if (this.#clock === "auto" && due !== undefined) {
      world.passAll(due);
      this.#repetition.restart(key);
      return attempt();
    }
    if (repeats >= maxRepeats) this.#checkThatTimeCanMove(asked, due);
    return first;
  }

  /** When the first work in flight in a place changes. */
  #firstDueIn(place: Place): EpochMs | undefined {
    const { inFlight, agenda, places } = this.#world.state;
    if (inFlight === 0) return undefined;
    const key = placeKey(place);
    for (const [at, step] of agenda.entries()) {
      if (step.place !== key) continue;
      const record = places[key]?.[step.service]?.[step.table]?.at(step.sequence);
      if (record && nextOf(record)?.inFlight) return at;
    }
    return undefined;
  }

  #checkThatTimeCanMove({ place, operation }: Asked, due: EpochMs | undefined): void {
    const held = this.#heldIn(place);
    if (due === undefined && held === undefined) return;
    const why =
      this.#clock === "manual" && due !== undefined
        ? `with clock: "manual", nothing moves the clock; call aws.clock.advance(…) or aws.settle()`
        : `${held ?? "what it waits for"} is on hold; call aws.release(…)`;
    throw new MockError(
      "NothingChanges",
      `Cannot go on with ${operation}: it was asked ${maxRepeats} times with the same input and answer, and ${why}.`,
    );
  }

  /** The name of a record on hold in a place. */
  #heldIn(place: Place): string | undefined {
    for (const tables of Object.values(this.#world.state.places[placeKey(place)] ?? {})) {
      for (const table of Object.values(tables)) {
        for (const record of table) if (nextOf(record)?.held) return table.keyOf(record);
      }
    }
    return undefined;
  }
}

function keyOf({ place, service, operation, input }: Asked): string {
  const text = JSON.stringify(input);
  const short = text.length <= maxKeyLength ? text : `${text.length} ${hash(text)}`;
  return `${placeKey(place)} ${service}.${operation} ${short}`;
}
