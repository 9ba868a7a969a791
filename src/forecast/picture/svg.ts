import { scaleUtc } from "d3-scale";
import { utcMonth, utcYear } from "d3-time";
import { MockError, quoted } from "../../core/basics";
import { day as dayLength, type EpochMs } from "../../core/time";
import type { Branch } from "../branch";
import { monthNames } from "../months";
import { type Lane, type LaneOf, lanesOf, type Miss } from "./marks";
import { escaped, number } from "./markup";
import { stacked } from "./stack";
import { style } from "./style";

/** What a picture shows. */
export interface SvgOptions {
  /** A lane for each rule or for each resource. Default: `rules`. */
  readonly lanes?: LaneOf | undefined;
}

const width = 960;
const left = 200;
const right = 24;
const top = 64;
const laneGap = 10;
const mostRows = 24;
const leastHeight = 16;
const usualHeight = 48;
const missHeight = 10;
const axisHeight = 28;

/** The pixel of an instant. */
type Scale = ReturnType<typeof scaleUtc<number, number>>;

/** The lanes that are asked for. Throws a {@link MockError} for unknown ones. */
export function readLanes({ lanes = "rules", ...others }: SvgOptions): LaneOf {
  const unknown = Object.keys(others)[0];
  if (unknown === undefined && (lanes === "rules" || lanes === "resources")) return lanes;
  const why = unknown === undefined ? `lanes is ${quoted(lanes)}` : `unknown option ${unknown}`;
  throw new MockError(
    "InvalidOption",
    `Cannot draw the forecast: ${why}; give { lanes: "rules" } or { lanes: "resources" }.`,
  );
}

/** A picture of the points that are kept, for people. */
export function svgOf(branch: Branch, by: LaneOf): string {
  const { from, to } = branch;
  const x = scaleUtc([from, Math.max(to, from + 1)], [left, width - right]);
  const lanes = lanesOf(branch, by);
  const drawn: string[] = [];
  let y = top;
  for (const lane of lanes) {
    const { text, height } = drawLane(lane, x, y);
    drawn.push(text);
    y += height + laneGap;
  }
  const height = y + axisHeight;
  const title = `Recovery points by ${by === "rules" ? "rule" : "resource"}, ${day(from)} to ${day(to)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${escaped(lanes.map(inWords).join(" "))}</desc>`,
    style,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="head" x="${left}" y="24">${title}</text>`,
    legend(left, 46),
    axis(x, y, [from, to]),
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

const day = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);

/** The time axis, with a line at the beginning of each month, or of fewer in a long time and of more in a short one. */
function axis(x: Scale, y: number, [from, to]: readonly [EpochMs, EpochMs]): string {
  const ticks = ticksOf(x, utcMonth.count(new Date(from), new Date(to)));
  const lines = ticks.map(tick => `M${number(x(tick))} ${top - 6}V${y}`).join("");
  const labels = ticks.map(
    tick => `<text x="${number(x(tick))}" y="${y + 16}">${labelOf(tick, ticks)}</text>`,
  );
  return `<g class="axis" aria-hidden="true"><path d="${lines}"/>${labels.join("")}</g>`;
}

const mostTicks = 14;

function ticksOf(x: Scale, months: number): readonly Date[] {
  if (months < 2) return x.ticks(8);
  const inOne = [1, 2, 3, 6].find(each => months / each <= mostTicks);
  const interval =
    inOne === undefined ? utcYear.every(Math.ceil(months / 12 / mostTicks)) : utcMonth.every(inOne);
  return interval ? x.ticks(interval) : x.ticks(8);
}

/** The year, the month, the day or the time at which a tick is. */
function labelOf(tick: Date, ticks: readonly Date[]): string {
  const [date, time] = [tick.toISOString(), tick.getTime()];
  const month = monthNames[tick.getUTCMonth()] ?? "";
  if (time % dayLength !== 0) return date.slice(11, 16);
  if (ticks.some(other => other.getUTCDate() !== 1)) return `${month} ${tick.getUTCDate()}`;
  return month === "Jan" ? String(tick.getUTCFullYear()) : month;
}

/** Explains the marks: cold storage is dashed, so that it differs without its colour. */
const legend = (x: number, y: number): string =>
  [
    '<g class="legend" aria-hidden="true">',
    `<path class="warm" d="M${x} ${y - 4}h28"/><text x="${x + 34}" y="${y}">warm</text>`,
    `<path class="cold" d="M${x + 90} ${y - 4}h28"/><text x="${x + 124}" y="${y}">cold</text>`,
    `<path class="failed" d="${cross(x + 190, y - 4)}"/><text x="${x + 200}" y="${y}">failed</text>`,
    `<path class="displaced" d="${dot(x + 264, y - 4)}"/><text x="${x + 274}" y="${y}">made by another rule</text>`,
    "</g>",
  ].join("");

const cross = (x: number, y: number): string => `M${number(x - 3)} ${y - 3}l6 6m0-6l-6 6`;
const dot = (x: number, y: number): string => `M${number(x - 2)} ${y}h4`;

function drawLane(lane: Lane, x: Scale, y: number): { text: string; height: number } {
  const { strokes, rows } = stacked(lane.bars, at => x(at), mostRows);
  const rowHeight = Math.min(6, Math.max(2, Math.floor(usualHeight / Math.max(1, rows))));
  const hasMisses = lane.misses.length > 0;
  const height = Math.max(leastHeight, rows * rowHeight + (hasMisses ? missHeight : 0));
  const yOf = (row: number) => y + row * rowHeight + rowHeight / 2;
  const line = (from: number, to: number, row: number) =>
    to > from ? `M${number(from)} ${yOf(row)}H${number(Math.max(to, from + 0.5))}` : "";
  const warm = strokes.map(({ from, cold, row }) => line(from, cold, row)).join("");
  const cold = strokes.map(({ cold: from, to, row }) => line(from, to, row)).join("");
  const missesAt = y + rows * rowHeight + missHeight / 2;
  return {
    height,
    text: [
      `<g role="img"><title>${escaped(inWords(lane))}</title>`,
      `<text class="lane" x="${left - 10}" y="${y + 11}">${escaped(shortName(lane.name))}</text>`,
      path("warm", warm, rowHeight - 0.5),
      path("cold", cold, rowHeight - 0.5),
      path("failed", misses(lane.misses, "failed", x, missesAt, cross)),
      path("displaced", misses(lane.misses, "displaced", x, missesAt, dot)),
      "</g>",
    ].join(""),
  };
}

function path(name: string, d: string, strokeWidth?: number): string {
  if (d === "") return "";
  return `<path class="${name}"${strokeWidth === undefined ? "" : ` stroke-width="${strokeWidth}"`} d="${d}"/>`;
}

/** How many pixels apart two marks have to be to be told apart. */
const markWidth = 3;

function misses(
  all: readonly Miss[],
  kind: Miss["kind"],
  x: Scale,
  y: number,
  mark: (x: number, y: number) => string,
): string {
  const pixels = all
    .filter(miss => miss.kind === kind)
    .map(({ at }) => Math.round(x(at) / markWidth) * markWidth);
  return [...new Set(pixels)].map(pixel => mark(pixel, y)).join("");
}

const lengthOfName = 24;

/** The end of a long name, which tells most resources from others. */
const shortName = (name: string): string =>
  name.length <= lengthOfName ? name : `…${name.slice(1 - lengthOfName)}`;

/** A lane in words, for those who do not see it. */
function inWords({ name, bars, misses: missed }: Lane): string {
  const failed = missed.filter(({ kind }) => kind === "failed").length;
  const displaced = missed.length - failed;
  return [
    `${name}: ${bars.length} recovery ${bars.length === 1 ? "point" : "points"}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(displaced > 0 ? [`${displaced} made by another rule`] : []),
  ]
    .join(", ")
    .concat(".");
}
