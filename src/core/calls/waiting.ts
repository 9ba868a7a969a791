import { type AwsError, hash, MockError, type Place, type PlaceKey, placeKey } from "../basics";
import { type ClockMode, type EpochMs, nextOf } from "../time";
import type { World } from "../world";
import { Repetition } from "./repetition";

/** What a call found: an answer or a refusal, and whether it shows something unfinished. */
export interface Attempt<Output> {
  readonly output?: Output;
  readonly refusal?: AwsError;
  /** When the first record that the answer shows in flight changes. */
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
/** A program that asks the same this often, while nothing can change the answer, would ask for ever. */
const maxRepeats = 1_000;
/** The most records on hold that an error names. */
const maxNames = 3;

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
    // What changes something does not wait.
    if (world.state !== before || world.isChanging || !this.#isUnfinished(first)) return first;
    const due = this.#dueOf(asked, first);
    const key = keyOf(asked);
    const repeats = this.#repetition.count(key, world.revision, due);
    if (repeats === 0) return first;
    if (this.#clock !== "auto" || due === undefined) {
      if (repeats >= maxRepeats) this.#checkThatAnswerCanChange(asked, due);
      return first;
    }
    world.passAll(due);
    const second = attempt();
    if (this.#isUnfinished(second)) {
      this.#repetition.answered(key, world.revision, this.#dueOf(asked, second));
    }
    return second;
  }

  #isUnfinished({ refusal, due, isHeld }: Attempt<unknown>): boolean {
    // With `system`, time moves by itself. What is on hold still waits for ever.
    if (this.#clock === "system") return isHeld === true && due === undefined;
    return refusal !== undefined || due !== undefined || isHeld === true;
  }

  /** When a call may be answered otherwise. */
  #dueOf({ place }: Asked, { refusal, due }: Attempt<unknown>): EpochMs | undefined {
    return refusal === undefined ? due : this.#firstDue(placeKey(place));
  }

  /** When the first work in flight in a place changes; where there is none, that of other places, such as a copy job. */
  #firstDue(key: PlaceKey): EpochMs | undefined {
    const { inFlight, agenda, places } = this.#world.state;
    let elsewhere: EpochMs | undefined;
    if (inFlight === 0) return undefined;
    for (const [at, { place, service, table, sequence }] of agenda.entries()) {
      if (place !== key && elsewhere !== undefined) continue;
      const record = places[place]?.[service]?.[table]?.at(sequence);
      if (!record || !nextOf(record)?.inFlight) continue;
      if (place === key) return at;
      elsewhere = at;
    }
    return elsewhere;
  }

  #checkThatAnswerCanChange({ place, operation }: Asked, due: EpochMs | undefined): void {
    const held = this.#heldIn(placeKey(place));
    if (due === undefined && held.length === 0) return;
    const why =
      due === undefined
        ? `${held.join(", ")} ${held.length === 1 ? "is" : "are"} on hold; call aws.release(…)`
        : `with clock: "manual", nothing moves the clock; call aws.clock.advance(…) or aws.settle()`;
    throw new MockError(
      "NothingChanges",
      `Cannot go on with ${operation}: it was asked ${maxRepeats} times with the same input and answer, and ${why}.`,
    );
  }

  /** The names of records on hold in a place. */
  #heldIn(place: PlaceKey): readonly string[] {
    const names: string[] = [];
    for (const tables of Object.values(this.#world.state.places[place] ?? {})) {
      for (const table of Object.values(tables)) {
        for (const record of table) {
          if (nextOf(record)?.held) names.push(table.keyOf(record));
          if (names.length === maxNames) return names;
        }
      }
    }
    return names;
  }
}

function keyOf({ place, service, operation, input }: Asked): string {
  const text = JSON.stringify(input);
  const short = text.length <= maxKeyLength ? text : `${text.length} ${hash(text)}`;
  return `${placeKey(place)} ${service}.${operation} ${short}`;
}
