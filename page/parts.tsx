import type { ComponentChildren } from "preact";

/** A section of the page, with a heading. */
export function Panel(props: {
  readonly id: string;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={props.wide ? "panel wide" : "panel"} aria-labelledby={props.id}>
      <header>
        <h2 id={props.id}>{props.title}</h2>
        {props.note !== undefined && <div class="note">{props.note}</div>}
      </header>
      {props.children}
    </section>
  );
}

/** Says what to do where there is nothing to show. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="empty">{children}</p>
);

type Tone = "good" | "busy" | "bad" | "calm";

const tones: Readonly<Record<string, Tone>> = {
  COMPLETED: "good",
  AVAILABLE: "good",
  available: "good",
  RUNNING: "busy",
  CREATING: "busy",
  creating: "busy",
  PENDING: "busy",
  CREATED: "busy",
  UPDATING: "busy",
  updating: "busy",
  FAILED: "bad",
  ABORTED: "bad",
  EXPIRED: "bad",
  PARTIAL: "bad",
  error: "bad",
  MISCONFIGURED: "bad",
};

const marks: Readonly<Record<Tone, string>> = { good: "✓", busy: "◌", bad: "✕", calm: "·" };

/** A state: told by a mark and a word, and by colour. */
export function State({ children: state }: { readonly children: string }) {
  const tone = tones[state] ?? "calm";
  return (
    <span class={`state ${tone}`}>
      <span aria-hidden="true">{marks[tone]}</span> {state}
    </span>
  );
}

/** A number and what it counts. */
export function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: Tone;
}) {
  return (
    <div class={`figure ${props.tone ?? ""}`}>
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        {props.note !== undefined && <small>{props.note}</small>}
      </dd>
    </div>
  );
}
