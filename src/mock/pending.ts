import { MockError, type NearMiss, placeOfKey } from "../core/basics";
import type { Stubs, UnusedAnswer } from "../core/calls";
import type { PendingOutcome, World } from "../core/world";
import { written } from "./outcome-text";

/** Something that a test has set, and that nothing has used. */
export interface Pending {
  /** An outcome of `aws.next` or `aws.nextJob`, a stub for one call, or a delay of a stub. */
  readonly type: "outcome" | "stub" | "delay";
  /** How the test set it: `aws.next("fsx.fileSystems").fails("no capacity")`. */
  readonly request: string;
  /** How the nearest call or record missed it: `ResourceArn differs: …table/ordres, …table/orders`. */
  readonly nearest?: string;
  /** The Region of an outcome. */
  readonly region?: string;
  /** The account of an outcome. */
  readonly accountId?: string;
}

/** The outcomes, stubs for one call and delays that nothing has used. */
export const pendingOf = (world: World, stubs: Stubs): readonly Pending[] => [
  ...world.state.outcomes.map(pendingOutcome),
  ...stubs.unused().map(pendingStub),
];

function pendingOutcome(outcome: PendingOutcome): Pending {
  const { request, message, targets, takes, transfers, missed, place } = outcome;
  const [{ state = undefined } = {}] = targets;
  const calls = [
    message === undefined
      ? ""
      : `.fails(${written(message)}${state === undefined ? "" : `, { state: ${written(state)} }`})`,
    takes === undefined ? "" : `.takes(${takes})`,
    transfers === undefined ? "" : `.transfers(${transfers})`,
  ];
  return { type: "outcome", request: request + calls.join(""), ...nearest(missed), ...placeOfKey(place) };
}

function pendingStub({ rule, method, delay }: UnusedAnswer): Pending {
  const options = rule.isStrict ? [written({ strict: true })] : [];
  const args = [
    ...(rule.called ? [`${rule.called.operation}Command`] : []),
    ...(rule.input === undefined ? [] : [written(rule.input), ...options]),
  ];
  const isOnce = method.endsWith("Once");
  const delays = delay > 0 ? `.delays(${delay})` : "";
  return {
    type: isOnce ? "stub" : "delay",
    request: `aws.${rule.called ? "on" : "onAnyCommand"}(${args.join(", ")}).${method}(…)${delays}`,
    ...nearest(rule.missed),
  };
}

const nearest = (missed: NearMiss | undefined): Pick<Pending, "nearest"> =>
  missed === undefined ? {} : { nearest: missed.text };

/** More lines than a terminal shows are not read. */
const mostListed = 30;

/** Throws a {@link MockError} that names what nothing has used, if there is anything. */
export function assertNonePending(world: World, stubs: Stubs): void {
  const { outcomes } = world.state;
  const pending = pendingOf(world, stubs);
  if (pending.length === 0) return;
  const lines = pending.map(({ type, request, nearest: miss }, index) => {
    const hint = outcomes[index]?.hint;
    const nothing = type === "outcome" ? "no such work has begun" : "there was no such call";
    return `  ${request}: ${[miss ?? nothing, hint].filter(text => text !== undefined).join("; ")}`;
  });
  const what = pending.length === 1 ? "1 outcome or stub was" : `${pending.length} outcomes or stubs were`;
  throw new MockError(
    "PendingOutcomes",
    [
      `${what} never used; correct what they match, or leave them out:`,
      ...lines.slice(0, mostListed),
      ...(lines.length > mostListed ? [`  … and ${lines.length - mostListed} more`] : []),
    ].join("\n"),
  );
}
