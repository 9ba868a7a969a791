import { MockError, type Place, placeKey, quoted, sentence, suggestion } from "../core/basics";
import { deepCopy } from "../core/calls";
import { type Duration, milliseconds } from "../core/time";
import {
  type AnyKind,
  matchProblem,
  type OutcomeTarget,
  type PendingOutcome,
  type World,
} from "../core/world";
import { serviceModel } from "../model";
import type { FailingKind, FailureState, MatchableRecord, NextKind, TransferKind } from "./kinds";
import { kindNamed } from "./named-kind";
import { written } from "./outcome-text";
import type { PartialInput } from "./stub-types";

/** How long the work takes. */
export interface Takes {
  /** The work takes this long, from its beginning to its end; of jobs and the like, the time that they wait comes before. */
  takes(duration: Duration): this;
}

/** How the work fails. */
export interface Fails<State extends string> {
  /** The work fails with this message, in the given state or the usual one. */
  fails(message: string, options?: { readonly state?: State }): this;
}

/** How much a job transfers. */
export interface Transfers {
  /** The job transfers this many bytes. */
  transfers(bytes: number): this;
}

/** The outcome of the next work on a record of a kind. Calls add up: `.takes("2 hours").fails("no capacity")`. */
export type NextOutcome<K extends NextKind> = Takes &
  (K extends FailingKind ? Fails<FailureState<K>> : unknown) &
  (K extends TransferKind ? Transfers : unknown);

/** What a record must have: any part of what the service shows of it. Asymmetric matchers work at any depth. */
export type NextMatch<K extends NextKind> = PartialInput<MatchableRecord<K>>;

/** Sets one outcome of the world, which later calls add to. */
export class OutcomeSetter {
  readonly #world: World;
  readonly #outcome: PendingOutcome;

  /** `hint` explains an outcome that nothing uses. */
  constructor(world: World, place: Place, request: string, targets: readonly OutcomeTarget[], hint?: string) {
    this.#world = world;
    this.#outcome = { place: placeKey(place), request, targets, hint, setter: {} };
  }

  set(changes: Partial<PendingOutcome>): void {
    this.#world.transact(transaction => transaction.setOutcome(this.#outcome, changes));
  }
}

export const refused = (what: string, why: string): MockError =>
  new MockError("InvalidOption", `Cannot ${what}: ${sentence(why)}`);

export function checkBytes(bytes: number): void {
  if (Number.isSafeInteger(bytes) && bytes >= 0) return;
  throw refused(`let a job transfer ${bytes} bytes`, "that is no size; give a whole number, from 0 up");
}

/** The outcome of the next work on a record. */
class RecordOutcome implements Takes, Fails<string>, Transfers {
  readonly #name: string;
  readonly #kind: AnyKind;
  readonly #match: object;
  readonly #setter: OutcomeSetter;

  constructor(world: World, place: Place, name: string, kind: AnyKind, match: object) {
    this.#name = name;
    this.#kind = kind;
    this.#match = match;
    const request = Object.keys(match).length > 0 ? `${written(name)}, ${written(match)}` : written(name);
    this.#setter = new OutcomeSetter(world, place, `aws.next(${request})`, [{ kind: name, match }]);
  }

  fails(message: string, { state }: { readonly state?: string } = {}): this {
    const states = Object.keys(this.#kind.failures ?? {});
    const [usual] = states;
    if (usual === undefined) {
      throw refused(`let ${this.#name} fail`, "AWS shows no failure of it; set how long it takes instead");
    }
    if (state !== undefined && !states.includes(state)) {
      throw refused(
        `let ${this.#name} end in ${quoted(state)}`,
        `its work does not fail in that state; ${suggestion(state, states)}`,
      );
    }
    this.#setter.set({ message, targets: [{ kind: this.#name, match: this.#match, state: state ?? usual }] });
    return this;
  }

  takes(duration: Duration): this {
    this.#setter.set({ takes: milliseconds(duration) });
    return this;
  }

  transfers(bytes: number): this {
    if (!this.#kind.transfers) {
      throw refused(`let ${this.#name} transfer bytes`, "only backup, copy and restore jobs have a size");
    }
    checkBytes(bytes);
    this.#setter.set({ transfers: bytes });
    return this;
  }
}

const takesTime = ({ works }: AnyKind): boolean => works !== undefined;

/** Sets the outcome of the next work on a record that matches. It is part of the state, so a rollback undoes it. */
export function nextOutcome<K extends NextKind>(
  world: World,
  place: Place,
  name: K,
  match: NextMatch<K> | undefined,
): NextOutcome<K> {
  const found = kindNamed(world, name, takesTime);
  if (typeof found === "string") throw refused(`set the next outcome of ${written(name)}`, found);
  const kept: object = Object.freeze(deepCopy(match ?? {}));
  const problem = matchProblem(serviceModel(found.service), found.kind, kept);
  if (problem !== undefined) throw refused(`match the next ${name}`, problem);
  // It has all methods; the type shows those of the kind, and the others refuse.
  return new RecordOutcome(world, place, name, found.kind, kept) as never;
}
