import type { MockAws } from "aws-backup-mock";
import { nextOf } from "../../../src/core/time";
import type { AnyInput, Context } from "../generators/context";
import { brokenInput, isComplete, randomInput } from "../generators/inputs";
import type { Random } from "../generators/random";
import { overwriteDeeply } from "../invariants/aliasing";
import { checkPages } from "../invariants/pagination";
import { checkError, checkResponse } from "../invariants/responses";
import { type Progress, stateOf } from "../invariants/state";
import { listOperations, type ModelledOperation, services, weightedOperations } from "../model/operations";
import { Checkpoints } from "./checkpoints";
import { OperationCoverage } from "./coverage";
import type { ClockMode } from "./harness";
import type { ReplicatedHarness } from "./replica";

/** Adds a line to the record of a scenario; the line is only built if a record is kept. */
export type Trace = (line: () => string) => void;

/** The random steps of a scenario: calls, passing time, and the mock's own controls. */
export class Actions {
  readonly coverage = new OperationCoverage();
  readonly checkpoints: Checkpoints;
  readonly #clock: ClockMode;
  readonly #harness: ReplicatedHarness;
  readonly #trace: Trace;

  constructor(clock: ClockMode, harness: ReplicatedHarness, trace: Trace) {
    this.#clock = clock;
    this.#harness = harness;
    this.#trace = trace;
    this.checkpoints = new Checkpoints(harness);
  }

  get #aws(): MockAws {
    return this.#harness.aws;
  }

  /** Performs one random action. */
  async perform(random: Random): Promise<Progress> {
    const roll = random.below(100);
    if (roll < 74) return this.#call(random);
    if (roll < 90) return this.#passTime(random);
    if (roll < 92) return this.#hold(random);
    if (roll < 94) return this.#release(random);
    if (roll < 95) return this.#setNextJob(random);
    if (roll < 97) return this.#addCheckpoint();
    if (roll < 98) return this.#rollBack(random);
    await this.#readPages(random);
    return "one transition";
  }

  // Calls

  async #call(random: Random): Promise<Progress> {
    const at = random.chance(84) ? 0 : 1 + random.below(2);
    const { model, kind, input } = this.#pickCall(this.#context(at, random));
    const before = this.#aws.state;
    const { output, error } = await this.#harness.send(at, model, input);
    this.#trace(() => {
      const { region, accountId } = this.#harness.primary.views[at]?.state ?? {};
      const outcome = error ? `${error.name}: ${error.message}` : JSON.stringify(output);
      return `${region} ${accountId} ${model.service} ${model.name} ${JSON.stringify(input)} → ${outcome}`;
    });
    this.coverage.count(model, error);
    const isUnchanged = this.#aws.state === before;
    if (error) {
      checkError(model, error);
      // With the auto clock, a refused call that is repeated waits.
      const hasWaited = this.#clock === "auto" && this.#aws.state.now > before.now;
      if (!isUnchanged && !hasWaited) throw new Error(`${model.name} failed, and changed the state`);
    } else if (kind === "read" && this.#clock === "manual" && !isUnchanged) {
      throw new Error(`${model.name} is a read, and changed the state`);
    }
    if (Object.isFrozen(input)) throw new Error(`${model.name} froze the caller's input`);
    overwriteDeeply(input);
    if (output) checkResponse(model, output);
    return isUnchanged || this.#clock === "manual" ? "one transition" : "many transitions";
  }

  #pickCall(context: Context): ModelledOperation & { readonly input: AnyInput } {
    const { random } = context;
    for (let attempt = 0; ; attempt++) {
      const operation = random.pick(weightedOperations);
      const broken = random.chance(4) ? brokenInput(operation.model, context) : undefined;
      if (broken) return { ...operation, input: broken };
      const input = randomInput(operation.model, context);
      if (attempt === 5 || isComplete(operation.model, input)) return { ...operation, input };
    }
  }

  #context(at: number, random: Random): Context {
    return this.#harness.primary.context(at, random);
  }

  // Time

  async #passTime(random: Random): Promise<Progress> {
    const { now, agenda, backup } = this.#aws.state;
    const due = agenda.first;
    const isLarge = backup.recoveryPoints.size + backup.backupJobs.size > 120;
    const roll = random.below(100);
    if (roll < 50 && due !== undefined) return this.#advance(due - now);
    if (roll < 65) return this.#settle();
    if (roll < 93 || isLarge) return this.#advance(random.pick([1, 1_000, 30_000, 600_000, 3_600_000]));
    return this.#advance(random.pick([6, 24, 48, 96]) * 3_600_000);
  }

  async #advance(milliseconds: number): Promise<Progress> {
    const { clock } = this.#aws;
    const now = clock.now().getTime();
    this.#trace(() => `advance ${milliseconds} ms`);
    const passage = await this.#harness.advance(milliseconds);
    if (clock.now().getTime() !== now + milliseconds) throw new Error("The clock shows the wrong time");
    return passage.steps <= 1 ? "one transition" : "many transitions";
  }

  async #settle(): Promise<Progress> {
    this.#trace(() => "settle");
    const passage = await this.#harness.settle();
    if (stateOf(this.#aws).inFlight !== 0) throw new Error("Steps are still in flight after settle()");
    return passage.steps <= 1 ? "one transition" : "many transitions";
  }

  // Controls of the mock

  /** Keys of the records here that have a next step, held or not. */
  #waiting(held: boolean): string[] {
    const { state } = this.#aws;
    return services.flatMap(({ name: service, tables }) =>
      Object.entries(tables).flatMap(([table, spec]) =>
        [...((Reflect.get(state[service], table) as Iterable<object>) ?? [])]
          .filter(record => {
            const next = nextOf(record);
            return next !== undefined && (next.held !== undefined) === held;
          })
          .map(record => spec.key(record)),
      ),
    );
  }

  #hold(random: Random): Progress {
    const waiting = this.#waiting(false);
    if (waiting.length === 0) return "one transition";
    const name = random.pick(waiting);
    this.#trace(() => `hold ${name}`);
    this.#harness.each(aws => aws.hold(name));
    return "one transition";
  }

  #release(random: Random): Progress {
    const waiting = this.#waiting(true);
    if (waiting.length === 0) return "one transition";
    const name = random.pick(waiting);
    this.#trace(() => `release ${name}`);
    this.#harness.each(aws => aws.release(name));
    return "many transitions";
  }

  #setNextJob(random: Random): Progress {
    const type = random.pick(["backup", "copy", "restore", "any"]);
    const effect = random.below(3);
    this.#trace(() => `next ${type} job: ${["fails", "takes 2 hours", "transfers 5 bytes"][effect]}`);
    this.#harness.each(aws => {
      const job = aws.nextJob(type === "any" ? {} : { type });
      if (effect === 0) job.fails("failed by the test");
      else if (effect === 1) job.takes("2 hours");
      else job.transfers(5);
    });
    return "one transition";
  }

  #addCheckpoint(): Progress {
    this.#trace(() => "snapshot");
    this.checkpoints.add();
    return "one transition";
  }

  #rollBack(random: Random): Progress {
    if (this.checkpoints.isEmpty) return "one transition";
    this.#trace(() => "rollback");
    this.checkpoints.rollBack(random);
    return "rollback";
  }

  /** Reads lists page by page through a client. */
  async #readPages(random: Random): Promise<void> {
    // With the auto clock a read lets time pass, so the list can change between two pages.
    if (this.#clock !== "manual" && stateOf(this.#aws).inFlight > 0) return;
    for (let list = 0; list < 4; list++) {
      const { model } = random.pick(listOperations);
      const read = async (input: AnyInput) => (await this.#harness.primary.send(0, model, input)).output;
      await checkPages(model, randomInput(model, this.#context(0, random)), read, () => 1 + random.below(3));
    }
  }
}
