import type { Snapshot } from "aws-backup-mock";
import { Random } from "../generators/random";
import { ListChecker } from "../invariants/pagination";
import { ReferenceChecker } from "../invariants/references";
import { checkState, checkWholeState, stateOf } from "../invariants/state";
import { Actions } from "./actions";
import type { OperationCoverage } from "./coverage";
import type { ClockMode } from "./harness";
import { ReplicatedHarness, serialize } from "./replica";

interface StartState {
  readonly snapshot: Snapshot;
  readonly json: string;
}

/** Runs random scenarios, and checks the invariants after each step. */
export class ScenarioRunner {
  readonly #harness: ReplicatedHarness;
  readonly #actions: Actions;
  readonly #startStates: StartState[] = [];
  readonly #lists = new ListChecker();
  readonly #references = new ReferenceChecker();
  steps = 0;
  #trace: string[] | undefined;
  /**
   * Whether lists and groups are checked after each step. Groups are updated lazily when they are read, so a quarter of
   * the scenarios reads them less often.
   */
  #checksLists = true;

  private constructor(clock: ClockMode) {
    this.#harness = new ReplicatedHarness(clock);
    this.#actions = new Actions(clock, this.#harness, line => this.#trace?.push(line()));
  }

  /** Prepares three start states: one with nothing but seeded resources, and two with records of every kind. */
  static async create(clock: ClockMode): Promise<ScenarioRunner> {
    const runner = new ScenarioRunner(clock);
    const { primary, aws } = runner.#harness;
    runner.#addStartState();
    for (const seed of [1, 2]) {
      await primary.populate(new Random(seed));
      runner.#addStartState();
      const [first] = runner.#startStates;
      if (first) aws.rollback(first.snapshot);
    }
    return runner;
  }

  get coverage(): OperationCoverage {
    return this.#actions.coverage;
  }

  #addStartState(): void {
    const { aws } = this.#harness;
    this.#startStates.push({ snapshot: aws.snapshot(), json: serialize(aws) });
  }

  /** Runs a scenario of one step per seed; `trace` receives a line per action. */
  async run(seeds: readonly number[], trace?: string[]): Promise<void> {
    const { aws } = this.#harness;
    const [first = 0] = seeds;
    const start = this.#startStates[first % this.#startStates.length];
    if (!start) return;
    aws.rollback(start.snapshot);
    aws.clearCalls();
    this.#actions.checkpoints.clear();
    this.#harness.stopReplica();
    this.#lists.reset();
    this.#checksLists = first % 4 > 0;
    this.#trace = trace;
    this.#trace?.push(`start state ${first % this.#startStates.length}`);
    for (const [index, seed] of seeds.entries()) {
      // One scenario in six continues on a replica from its middle.
      if (index === seeds.length >> 1 && seed % 6 === 0) this.#startReplica();
      this.steps++;
      await this.#step(new Random(seed));
    }
    checkWholeState(stateOf(aws));
    this.#harness.compare();
    this.#actions.checkpoints.rollBackToFirst();
    aws.rollback(start.snapshot);
    if (serialize(aws) !== start.json) throw new Error("The scenario modified its start state");
  }

  #startReplica(): void {
    this.#trace?.push("a replica starts from JSON, and does the same from here on");
    // Their snapshots do not include the replica.
    this.#actions.checkpoints.clear();
    this.#harness.startReplica();
  }

  async #step(random: Random): Promise<void> {
    const { aws, primary } = this.#harness;
    const before = aws.snapshot();
    const stateBefore = stateOf(aws);
    const progress = await this.#actions.perform(random);
    const after = aws.snapshot();
    const state = stateOf(aws);
    checkState(state, stateBefore, progress, this.#checksLists || random.chance(10));
    this.#references.check(state);
    if (this.#checksLists) await this.#lists.check(state, random, at => primary.context(at, random));
    // Whatever the step did can be undone and redone. A rollback forgets which calls a program repeats to wait, so this
    // is left out beside a replica, which would go on waiting.
    if (this.#harness.hasReplica) return;
    for (const [snapshot, expected] of [
      [before, stateBefore],
      [after, state],
    ] as const) {
      aws.rollback(snapshot);
      if (stateOf(aws) !== expected)
        throw new Error("A rollback led to another state than that of the snapshot");
    }
  }
}
