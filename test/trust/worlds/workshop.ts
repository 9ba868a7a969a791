import type { Duration, MockAws, Snapshot } from "aws-backup-mock";
import type { Middleware } from "../../../src/adapters/middleware";
import { milliseconds, nextOf } from "../../../src/core/time";
import { services, worldOf } from "./consistency";
import { Fault, Faults } from "./faults";
import { modelled } from "./stage";

/** Everything that changes the world: operations, and what happens by itself. */
export const changes: readonly string[] = [
  ...modelled.filter(({ kind }) => kind === "write").map(({ model }) => `${model.service}.${model.name}`),
  ...services.flatMap(({ name: service, steps }) =>
    Object.entries(steps).flatMap(([table, ofTable]) =>
      Object.keys(ofTable ?? {}).map(step => `${service}.${table}.${step}`),
    ),
  ),
];

/** In how many situations each change is made to fail, at each of its points. */
const enough = 2;

/** What was tried in all workshops. */
export class Trials {
  readonly faults = new Faults();
  readonly #situations = new Map<string, number>();
  /** Operations that refuse after they have written something, which only the transaction makes good again. */
  readonly late = new Set<string>();
  tried = 0;

  isWanted(change: string): boolean {
    return (this.#situations.get(change) ?? 0) < enough;
  }

  count(change: string): void {
    this.#situations.set(change, (this.#situations.get(change) ?? 0) + 1);
  }

  get missing(): readonly string[] {
    return changes.filter(change => !this.#situations.has(change));
  }
}

/** A mock in which each change is done again with a fault in its middle, before it counts. */
export class Workshop {
  readonly #aws: MockAws;
  readonly #trials: Trials;

  constructor(aws: MockAws, trials: Trials) {
    this.#aws = aws;
    this.#trials = trials;
  }

  /** Put into a client before the mock's own, has each of its calls made again with faults. */
  readonly middleware: Middleware = next => args => this.call(() => next(args));

  /** Makes a call, and makes it again with faults if it was answered. */
  async call<Output>(call: () => Promise<Output>): Promise<Output> {
    const { faults, late } = this.#trials;
    const before = this.#aws.snapshot();
    faults.arm();
    let output: Output;
    try {
      output = await call();
    } catch (error) {
      if (faults.written > 0) late.add(this.#lastCall());
      throw error;
    }
    await this.#tryFaults(this.#lastCall(), before, call);
    return output;
  }

  #lastCall(): string {
    const { service, operation } = this.#aws.calls().at(-1) ?? {};
    return `${service}.${operation}`;
  }

  /** Goes to what comes next by itself. */
  async step(): Promise<void> {
    const aws = this.#aws;
    const before = aws.snapshot();
    const world = worldOf(aws);
    const first = world.agenda.entries().next().value;
    if (!first) return;
    const [at, { service, table, sequence, place }] = first;
    const record = world.places[place]?.[service]?.[table]?.at(sequence);
    this.#trials.faults.arm();
    const pass = () => aws.clock.advance(at - world.now);
    await pass();
    await this.#tryFaults(`${service}.${table}.${record && nextOf(record)?.step}`, before, pass);
  }

  /** Moves time on, from one thing that happens to the next. */
  async pass(duration: Duration): Promise<void> {
    const { clock } = this.#aws;
    const until = clock.now().getTime() + milliseconds(duration);
    for (;;) {
      const due = worldOf(this.#aws).agenda.first;
      if (due === undefined || due > until) break;
      await this.step();
    }
    await clock.set(until);
  }

  /** Does the same again from where it began, with a fault at one point after the other, and then goes on. */
  async #tryFaults(change: string, before: Snapshot, again: () => Promise<unknown>): Promise<void> {
    const { faults } = this.#trials;
    if (!this.#trials.isWanted(change)) return;
    this.#trials.count(change);
    const aws = this.#aws;
    const points = faults.done ?? 0;
    const after = aws.snapshot();
    aws.rollback(before);
    const world = worldOf(aws);
    for (let point = 1; point <= points; point++) {
      faults.arm(point);
      const thrown = await again().catch((error: unknown) => error);
      faults.arm();
      this.#trials.tried++;
      if (!(thrown instanceof Fault)) {
        throw new Error(`${change}: the fault at point ${point} of ${points} came to ${thrown}`);
      }
      if (worldOf(aws) !== world) {
        throw new Error(`${change}: the world is another one after a fault at point ${point} of ${points}`);
      }
    }
    aws.rollback(after);
  }
}
