import type { Duration, MockAws, Snapshot } from "aws-backup-mock";
import type { Middleware } from "../../../src/adapters/middleware";
import { milliseconds, nextOf } from "../../../src/core/time";
import { stateOf } from "../invariants/state";
import { operations, qualifiedName, services } from "../model/operations";
import { FaultInjector, InjectedFault } from "./injector";

/** Everything that changes the state: operations that write, and the steps of records. */
export const allChanges: readonly string[] = [
  ...operations.filter(({ kind }) => kind === "write").map(({ model }) => qualifiedName(model)),
  ...services.flatMap(({ name: service, steps }) =>
    Object.entries(steps).flatMap(([table, stepsOfTable]) =>
      Object.keys(stepsOfTable ?? {}).map(step => `${service}.${table}.${step}`),
    ),
  ),
];

/** Counts what was tried with faults, over all accounts. */
export class FaultCoverage {
  readonly faults = new FaultInjector();
  readonly #situations = new Map<string, number>();
  readonly #situationsPerChange: number;
  /** Operations that failed after a table write, so that only the transaction undid it. */
  readonly lateFailures = new Set<string>();
  injected = 0;

  /** In each of its first situations, every change fails once at each of its mutations. */
  constructor(situationsPerChange: number) {
    this.#situationsPerChange = situationsPerChange;
  }

  isWanted(change: string): boolean {
    return (this.#situations.get(change) ?? 0) < this.#situationsPerChange;
  }

  count(change: string): void {
    this.#situations.set(change, (this.#situations.get(change) ?? 0) + 1);
  }

  /** Changes that were not tried yet. */
  get missing(): readonly string[] {
    return allChanges.filter(change => !this.#situations.has(change));
  }
}

/** Repeats each change of a mock with a fault at each of its mutations; a failed change must leave the state as it was. */
export class FaultTrials {
  readonly #aws: MockAws;
  readonly #coverage: FaultCoverage;

  constructor(aws: MockAws, coverage: FaultCoverage) {
    this.#aws = aws;
    this.#coverage = coverage;
  }

  /** In a client's middleware stack before the mock's own, repeats each of its calls with faults. */
  readonly middleware: Middleware = next => args => this.call(() => next(args));

  /** Makes a call and, if it succeeds, repeats it with faults. */
  async call<Output>(call: () => Promise<Output>): Promise<Output> {
    const { faults, lateFailures } = this.#coverage;
    const before = this.#aws.snapshot();
    faults.arm();
    let output: Output;
    try {
      output = await call();
    } catch (error) {
      if (faults.tableWrites > 0) lateFailures.add(this.#lastCall());
      throw error;
    }
    await this.#repeatWithFaults(this.#lastCall(), before, call);
    return output;
  }

  #lastCall(): string {
    const { service, operation } = this.#aws.calls().at(-1) ?? {};
    return `${service}.${operation}`;
  }

  /** Advances the clock to the next step of the agenda. */
  async advanceToNextStep(): Promise<void> {
    const aws = this.#aws;
    const before = aws.snapshot();
    const state = stateOf(aws);
    const first = state.agenda.entries().next().value;
    if (!first) return;
    const [at, { service, table, sequence, place }] = first;
    const record = state.places[place]?.[service]?.[table]?.at(sequence);
    this.#coverage.faults.arm();
    const advance = () => aws.clock.advance(at - state.now);
    await advance();
    await this.#repeatWithFaults(`${service}.${table}.${record && nextOf(record)?.step}`, before, advance);
  }

  /** Advances the clock from step to step. */
  async advance(duration: Duration): Promise<void> {
    const { clock } = this.#aws;
    const until = clock.now().getTime() + milliseconds(duration);
    for (;;) {
      const due = stateOf(this.#aws).agenda.first;
      if (due === undefined || due > until) break;
      await this.advanceToNextStep();
    }
    await clock.set(until);
  }

  /** Repeats a change from the state before it, with a fault at one mutation after the other; then restores the result. */
  async #repeatWithFaults(change: string, before: Snapshot, repeat: () => Promise<unknown>): Promise<void> {
    const { faults } = this.#coverage;
    if (!this.#coverage.isWanted(change)) return;
    this.#coverage.count(change);
    const aws = this.#aws;
    const mutations = faults.firstTransaction ?? 0;
    const after = aws.snapshot();
    aws.rollback(before);
    const state = stateOf(aws);
    for (let mutation = 1; mutation <= mutations; mutation++) {
      faults.arm(mutation);
      const thrown = await repeat().catch((error: unknown) => error);
      faults.arm();
      this.#coverage.injected++;
      if (!(thrown instanceof InjectedFault)) {
        throw new Error(`${change}: the fault at mutation ${mutation} of ${mutations} led to ${thrown}`);
      }
      if (stateOf(aws) !== state) {
        throw new Error(`${change}: the fault at mutation ${mutation} of ${mutations} changed the state`);
      }
    }
    aws.rollback(after);
  }
}
