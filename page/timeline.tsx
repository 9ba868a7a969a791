import { scaleUtc } from "d3-scale";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Point } from "./api";
import { type Lane, type Mark, timelineOf } from "./lanes";
import { bytes, nameOf, relative, shortTime, tickText } from "./texts";
import type { World } from "./world";

const labelWidth = 186;
const laneHeight = 46;
const rowHeight = 3.3;
const axisHeight = 30;

/** The width that an element has, as it changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(entry.contentRect.width, 480)),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** Recovery points from birth to expiry, a lane a resource. */
export function Timeline({ world }: { readonly world: World }) {
  const { element, width } = useWidth();
  const { lanes, from, to } = timelineOf(world);
  const scale = scaleUtc([from, to], [labelWidth, width - 12]);
  const heights = lanes.map(({ rows }) => Math.max(laneHeight, rows * rowHeight + 12));
  const tops = heights.map((_, index) =>
    heights.slice(0, index).reduce((sum, each) => sum + each, axisHeight),
  );
  const height = heights.reduce((sum, each) => sum + each, axisHeight) + 8;
  const x = (at: number) => Number(scale(Math.min(Math.max(at, from), to)).toFixed(1));
  const now = x(world.now);
  const summary = lanes.map(({ resource, marks }) => `${nameOf(resource)}: ${marks.length}`).join(", ");
  return (
    <div class="timeline" ref={element}>
      <svg width={width} height={height} role="img" aria-label={`Recovery points by resource: ${summary}`}>
        <defs>
          <linearGradient id="later" x1="0" x2="1">
            <stop offset="0" class="later-start" />
            <stop offset="1" class="later-end" />
          </linearGradient>
        </defs>
        <rect
          class="future"
          x={now}
          y={axisHeight}
          width={Math.max(width - 12 - now, 0)}
          height={height - axisHeight}
          fill="url(#later)"
        />
        {scale.ticks(Math.max(Math.floor(width / 130), 2)).map(tick => (
          <g key={tick.getTime()} transform={`translate(${x(tick.getTime())} 0)`}>
            <line class="grid" y1={axisHeight - 6} y2={height} />
            {Math.abs(x(tick.getTime()) - now) > 48 && (
              <text class="tick" y={axisHeight - 11} text-anchor="middle">
                {tickText(tick)}
              </text>
            )}
          </g>
        ))}
        {lanes.map((lane, index) => (
          <LaneOf
            key={lane.resource}
            lane={lane}
            y={tops[index] ?? 0}
            height={heights[index] ?? laneHeight}
            width={width}
            until={to}
            x={x}
            now={world.now}
          />
        ))}
        <g class="now" transform={`translate(${now} 0)`}>
          <line y1={axisHeight - 6} y2={height} />
          <rect x="-20" y={axisHeight - 24} width="40" height="18" rx="9" />
          <text y={axisHeight - 11} text-anchor="middle">
            now
          </text>
        </g>
      </svg>
    </div>
  );
}

interface LaneProps {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly now: number;
  /** The end of the time line. */
  readonly until: number;
  x(at: number): number;
}

function LaneOf({ lane: { resource, type, marks, runs }, y, height, width, now, until, x }: LaneProps) {
  return (
    <g transform={`translate(0 ${y})`}>
      <line class="lane" x1="0" x2={width - 12} y1={height} y2={height} />
      <text class="resource" y="20">
        <title>{resource}</title>
        {shortened(nameOf(resource))}
      </text>
      <text class="type" y="35">
        {`${type} · ${marks.length}`}
      </text>
      {marks.map(mark => (
        <MarkOf key={mark.arn} mark={mark} y={5 + mark.row * rowHeight} now={now} until={until} x={x} />
      ))}
      {runs.map(run => (
        <path key={run} class="run" d="M-4 0L4 0L0 6Z" transform={`translate(${x(run)} 1)`}>
          <title>{`Next run: ${shortTime(run)}`}</title>
        </path>
      ))}
    </g>
  );
}

const shortened = (name: string): string => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

interface MarkProps {
  readonly mark: Mark;
  readonly y: number;
  readonly now: number;
  /** The end of the time line. */
  readonly until: number;
  x(at: number): number;
}

function MarkOf({ mark, y, now, until, x }: MarkProps) {
  const { born, cold, end, isFailed } = mark;
  const last = end ?? Number.POSITIVE_INFINITY;
  const warmEnd = Math.min(cold ?? last, last);
  return (
    <g class={isFailed ? "mark failed" : "mark"} transform={`translate(0 ${y})`}>
      <title>{titleOf(mark, now)}</title>
      <Line kind="warm" from={born} to={warmEnd} now={now} x={x} />
      {cold !== undefined && <Line kind="cold" from={cold} to={last} now={now} x={x} />}
      {isFailed ? (
        <path class="birth" d="M-3 -3L3 3M-3 3L3 -3" transform={`translate(${x(born)} 0)`} />
      ) : (
        <circle class="birth" cx={x(born)} r="2" />
      )}
      {end !== undefined && end <= until && <line class="end" x1={x(end)} x2={x(end)} y1="-2" y2="2" />}
    </g>
  );
}

/** A part of a life: full until now, paler after that. */
function Line({
  kind,
  from,
  to,
  now,
  x,
}: {
  kind: "warm" | "cold";
  from: number;
  to: number;
  now: number;
  x(at: number): number;
}) {
  return (
    <>
      {from < now && <line class={kind} x1={x(from)} x2={x(Math.min(to, now))} />}
      {to > now && <line class={`${kind} coming`} x1={x(Math.max(from, now))} x2={x(to)} />}
    </>
  );
}

function titleOf({ point, born, cold, end }: Mark, now: number): string {
  return [
    `${nameOf(point.ResourceArn)} in ${point.BackupVaultName}: ${point.Status}`,
    `made ${shortTime(born)}${point.BackupSizeInBytes === undefined ? "" : `, ${bytes(point.BackupSizeInBytes)}`}`,
    ...(cold === undefined ? [] : [`cold from ${shortTime(cold)}`]),
    end === undefined ? "kept for good" : `expires ${shortTime(end)} (${relative(end, now)})`,
  ].join("\n");
}

/** The same points as a table, for those who read rather than look. */
export function PointTable({ points, now }: { readonly points: readonly Point[]; readonly now: number }) {
  return (
    <details class="as-table">
      <summary>As a table</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Resource</th>
              <th scope="col">Vault</th>
              <th scope="col">Status</th>
              <th scope="col">Storage</th>
              <th scope="col" class="number">
                Size
              </th>
              <th scope="col">Days kept</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(point => (
              <tr key={point.RecoveryPointArn}>
                <td>
                  <span title={relative(point.CreationDate, now)}>{shortTime(point.CreationDate)}</span>
                </td>
                <td title={point.ResourceArn}>{nameOf(point.ResourceArn)}</td>
                <td>{point.BackupVaultName}</td>
                <td>{point.Status}</td>
                <td>{(point.StorageClass ?? "").toLowerCase()}</td>
                <td class="number">
                  {point.BackupSizeInBytes === undefined ? "" : bytes(point.BackupSizeInBytes)}
                </td>
                <td>{point.Lifecycle?.DeleteAfterDays ?? "for good"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
