import { matches, type NearMiss, nearer, nearMiss, type PlaceKey } from "../basics";
import { nextOf, type Outcome, type Timed } from "../time";
import { type AnyKind, sideWorkOn, stateOf, workOn } from "./kind";

/** A kind of record that an outcome is meant for. */
export interface OutcomeTarget {
  /** Service and table: `fsx.fileSystems`. */
  readonly kind: string;
  /** What the record must have, in the form of the state. */
  readonly match: object;
  /** The state that a failure ends in. */
  readonly state?: string | undefined;
}

/** How the work ends: its message if it fails, in the state of the target. */
export interface SetOutcome {
  readonly message?: string | undefined;
  readonly takes?: number | undefined;
  readonly transfers?: number | undefined;
}

/** An outcome that no record has taken yet. The record that matches first takes it, and no other. */
export interface PendingOutcome extends SetOutcome {
  readonly place: PlaceKey;
  readonly targets: readonly OutcomeTarget[];
  /** How the test asked for it: `aws.next("fsx.fileSystems")`. */
  readonly request: string;
  /** What it may be mistaken for. */
  readonly hint?: string | undefined;
  /** Identifies what sets it, which may add to it. */
  readonly setter?: object | undefined;
  /** The record that missed it most closely. */
  readonly missed?: NearMiss | undefined;
}

export type PendingOutcomes = readonly PendingOutcome[];

export const noOutcomes: PendingOutcomes = Object.freeze([]);

/** Adds an outcome with these changes, or makes them in the one of the same setter. */
export function withOutcome(
  outcomes: PendingOutcomes,
  outcome: PendingOutcome,
  changes: Partial<PendingOutcome> = {},
): PendingOutcomes {
  const at = outcome.setter ? outcomes.findIndex(({ setter }) => setter === outcome.setter) : -1;
  if (at === -1) return Object.freeze([...outcomes, Object.freeze({ ...outcome, ...changes })]);
  return Object.freeze(outcomes.with(at, Object.freeze({ ...(outcomes[at] ?? outcome), ...changes })));
}

/** A record that begins work, before it takes an outcome. */
export interface Beginner {
  readonly place: PlaceKey;
  /** `fsx.fileSystems` */
  readonly name: string;
  readonly kind: AnyKind;
  readonly record: Timed & object;
}

/** The first outcome meant for a record, if any, and those that remain, with the misses noted. */
export function takeOutcome(
  outcomes: PendingOutcomes,
  beginner: Beginner,
): { readonly taken: Outcome | undefined; readonly left: PendingOutcomes } {
  let taken: Outcome | undefined;
  const left: PendingOutcome[] = [];
  for (const pending of outcomes) {
    const target =
      taken === undefined && pending.place === beginner.place
        ? pending.targets.find(({ kind }) => kind === beginner.name)
        : undefined;
    const miss = target && missOf(pending, target, beginner);
    if (target && !miss) taken = outcomeFor(pending, target);
    else if (miss) left.push(Object.freeze({ ...pending, missed: nearer(pending.missed, miss) }));
    else left.push(pending);
  }
  return { taken, left: Object.freeze(left) };
}

function outcomeFor({ message, takes, transfers }: PendingOutcome, { state = "" }: OutcomeTarget): Outcome {
  return Object.freeze({
    fails: message === undefined ? undefined : Object.freeze({ message, state }),
    takes,
    transfers,
  });
}

/** Why a record is not meant by an outcome for its kind. */
function missOf(
  { message }: PendingOutcome,
  { match, state }: OutcomeTarget,
  { kind, record }: Beginner,
): NearMiss | undefined {
  const step = nextOf(record)?.step ?? "";
  const side = sideWorkOn(kind, step);
  if (side) {
    if (!matches(match, record)) return nearMiss(match, record);
    if (!Object.hasOwn(match, side.member)) {
      return { count: 0, text: `its work is shown by ${side.member}; to match that, name the member` };
    }
    const ending = message === undefined ? undefined : kind.failures?.[state ?? ""];
    return ending && !ending.at.includes(step)
      ? { count: 0, text: `its ${side.member} cannot end in ${state}` }
      : undefined;
  }
  const now = stateOf(kind, record);
  const asked: unknown = kind.state === undefined ? undefined : Reflect.get(match, kind.state);
  const isRemoval = workOn(kind, record)?.phase === "removal";
  const failure = message === undefined ? undefined : kind.failures?.[state ?? ""];
  const from = kind.handlesOutcome ? undefined : failure?.from;
  if (from && now !== undefined && !from.includes(now) && matches(match, record)) {
    return { count: 0, text: `it was ${now}, and ends in ${state} only from ${from.join(" or ")}` };
  }
  if (isRemoval && !from && asked === undefined && matches(match, record)) {
    return { count: 0, text: `it was being removed; to match that, add ${kind.state}: "${now}"` };
  }
  return nearMiss(match, record);
}
