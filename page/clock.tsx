import { useRef, useState } from "preact/hooks";
import { ask, type Passage } from "./api";
import { counted, dateTime, recordName, relative, span, stepName, weekday } from "./texts";
import type { World } from "./world";

/** The events that the clock can be moved to. */
const awaited: readonly (readonly [label: string, until: object])[] = [
  ["a backup job completes", { event: "Backup Job State Change", detail: { state: "COMPLETED" } }],
  ["a backup job fails", { event: "Backup Job State Change", detail: { state: "FAILED" } }],
  ["a copy job completes", { event: "Copy Job State Change", detail: { state: "COMPLETED" } }],
  ["a restore job completes", { event: "Restore Job State Change", detail: { status: "COMPLETED" } }],
  ["a recovery point expires", { event: "Recovery Point State Change", detail: { status: "EXPIRED" } }],
];

interface ClockProps {
  readonly now: number | undefined;
  readonly world: World | undefined;
}

/** The clock, and what moves it. */
export function Clock({ now, world }: ClockProps) {
  const { move, stop, isMoving, outcome } = useMoves();
  const next = world?.agenda.steps[0];
  return (
    <div class="clock">
      <div class="time">
        <span class="label">The mock’s time</span>
        <time dateTime={now === undefined ? "" : new Date(now).toISOString()}>
          {now === undefined ? "…" : `${weekday(now)} ${dateTime(now)}`} <small>UTC</small>
        </time>
        <span class="next">
          {!isMoving && next && now !== undefined
            ? `Next: ${stepName(next.step)} ${recordName(next.table)} ${relative(next.at, now)}`
            : world && !next && "Nothing is to come"}
        </span>
      </div>
      <fieldset class="moves">
        <legend class="hidden">Move the clock</legend>
        <button type="button" disabled={isMoving} onClick={() => move({ next: true })}>
          Next
        </button>
        <button type="button" disabled={isMoving} onClick={() => move({ advance: "1 day" })}>
          +1 day
        </button>
        <button type="button" disabled={isMoving} onClick={() => move({ advance: "35 days" })}>
          +35 days
        </button>
        <button
          type="button"
          disabled={isMoving}
          onClick={() => move({ settle: true })}
          title="Until no work is in flight"
        >
          Settle
        </button>
        <Until now={now} isMoving={isMoving} move={move} />
        {isMoving && (
          <button type="button" class="stop" onClick={stop}>
            Stop
          </button>
        )}
      </fieldset>
      <p class={outcome?.isProblem ? "outcome bad" : "outcome"} role="status">
        {isMoving ? "Moving …" : outcome?.text}
      </p>
      {isMoving && <div class="progress" aria-hidden="true" />}
    </div>
  );
}

function Until({
  now,
  isMoving,
  move,
}: {
  now: number | undefined;
  isMoving: boolean;
  move: (how: object) => void;
}) {
  const [event, setEvent] = useState("0");
  const date = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDetailsElement>(null);
  const go = (how: object) => {
    if (box.current) box.current.open = false;
    move(how);
  };
  return (
    <details
      class="until"
      ref={box}
      onKeyDown={key => {
        if (key.key !== "Escape" || !box.current?.open) return;
        box.current.open = false;
        box.current.querySelector("summary")?.focus();
      }}
    >
      <summary>Until …</summary>
      <div class="popover">
        <form
          onSubmit={submit => {
            submit.preventDefault();
            if (date.current?.value) go({ now: `${date.current.value}Z` });
          }}
        >
          <label>
            a date, in UTC
            <input
              type="datetime-local"
              required
              ref={date}
              defaultValue={now === undefined ? "" : new Date(now).toISOString().slice(0, 16)}
            />
          </label>
          <button type="submit" disabled={isMoving}>
            Go
          </button>
        </form>
        <form
          onSubmit={submit => {
            submit.preventDefault();
            go({ until: awaited[Number(event)]?.[1] });
          }}
        >
          <label>
            an event
            <select value={event} onChange={change => setEvent(change.currentTarget.value)}>
              {awaited.map(([label], index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" disabled={isMoving}>
            Go
          </button>
        </form>
      </div>
    </details>
  );
}

interface Outcome {
  readonly text: string;
  readonly isProblem: boolean;
}

/** Moves of the clock: one at a time, which can be stopped. */
function useMoves() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [moving, setMoving] = useState<AbortController>();
  const move = async (how: object) => {
    const stopping = new AbortController();
    setMoving(stopping);
    try {
      const passage = await ask<Passage>("clock", how, stopping.signal);
      setOutcome({ text: passageText(passage), isProblem: false });
    } catch (thrown) {
      const text = stopping.signal.aborted
        ? "Stopped."
        : thrown instanceof Error
          ? thrown.message
          : String(thrown);
      setOutcome({ text, isProblem: !stopping.signal.aborted });
    }
    setMoving(undefined);
  };
  return {
    move: (how: object) => void move(how),
    stop: () => moving?.abort(),
    isMoving: moving !== undefined,
    outcome,
  };
}

function passageText({ from, to, jobs, recoveryPoints, steps }: Passage): string {
  const { made = 0, movedToColdStorage = 0, expired = 0 } = recoveryPoints;
  const parts = [
    ...Object.entries(jobs).map(([state, ended]) => `${counted(ended, "job")} ${state.toLowerCase()}`),
    ...(made > 0 ? [`${counted(made, "recovery point")} made`] : []),
    ...(movedToColdStorage > 0 ? [`${counted(movedToColdStorage, "point")} moved to cold storage`] : []),
    ...(expired > 0 ? [`${counted(expired, "point")} expired`] : []),
  ];
  const passed = `${span(Date.parse(to) - Date.parse(from))} passed`;
  if (parts.length > 0) return `${passed}: ${parts.join(", ")}.`;
  return steps === 0 ? `${passed}; nothing happened.` : `${passed}: ${counted(steps, "change")}.`;
}
