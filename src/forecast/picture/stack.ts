import type { EpochMs } from "../../core/time";
import type { Bar } from "./marks";

/** A bar in a row of its lane, in pixels. It may stand for several points that cannot be told apart. */
export interface Stroke {
  readonly row: number;
  readonly from: number;
  readonly cold: number;
  readonly to: number;
}

/** The rows of a lane, and how many it has. */
export interface Stack {
  readonly strokes: readonly Stroke[];
  readonly rows: number;
}

/** The pixel of an instant. */
type Scale = (at: EpochMs) => number;

/** Bars closer than this, in pixels, are one. */
const finest = 1.5;
/** The gap between bars of a row, in pixels. */
const gap = 1;

/**
 * Puts the bars of a lane into at most `mostRows` rows, so that no two bars of a row overlap. If more bars exist at one
 * time, those that begin close to each other become one.
 */
export function stacked(bars: readonly Bar[], x: Scale, mostRows: number): Stack {
  const ends = bars.map(({ from, cold, to }) => ({ from: x(from), cold: x(Math.min(cold, to)), to: x(to) }));
  for (let width = finest; ; width *= 2) {
    const stack = inRows(merged(ends, width));
    if (stack.rows <= mostRows) return stack;
  }
}

/** One of the bars that begin in the same pixels, and one that moves to cold storage. */
function merged(bars: readonly Omit<Stroke, "row">[], width: number): readonly Omit<Stroke, "row">[] {
  const kept = new Map<string, Omit<Stroke, "row">>();
  for (const bar of bars) {
    const place = `${Math.floor(bar.from / width)} ${bar.cold < bar.to}`;
    const known = kept.get(place);
    // The longest one covers the others.
    if (!known || bar.to > known.to) kept.set(place, bar);
  }
  return [...kept.values()].sort((one, other) => one.from - other.from);
}

function inRows(bars: readonly Omit<Stroke, "row">[]): Stack {
  const ends: number[] = [];
  const strokes = bars.map((bar): Stroke => {
    const free = ends.findIndex(end => end + gap <= bar.from);
    const row = free === -1 ? ends.length : free;
    ends[row] = bar.to;
    return { ...bar, row };
  });
  return { strokes, rows: ends.length };
}
