import type { AccountState, Snapshot } from "aws-backup-mock";
import { nextOf } from "../../../src/core/time";
import type { WorldState } from "../../../src/core/world";
import { checkAnswer, checkError, Tally } from "./answers";
import { checkEverything, checkWorld, type Movement, services, worldOf } from "./consistency";
import { vandalise } from "./copies";
import { Dice } from "./dice";
import { type AnyInput, brokenInput, isComplete, randomInput, type Scene } from "./inputs";
import { checkPages, Lists } from "./pages";
import { Pair, written } from "./pair";
import { References } from "./references";
import { type ClockOf, lists, type Modelled, type Stage, weighed } from "./stage";

interface Kept {
  readonly goBack: () => void;
  readonly world: WorldState;
  readonly state: AccountState;
}

/** Tells random stories, and checks after each step that the world is in order. */
export class Teller {
  readonly #clock: ClockOf;
  readonly #pair: Pair;
  readonly #stage: Stage;
  /** Where stories begin, each with what a file of it holds. */
  readonly #beginnings: { readonly snapshot: Snapshot; readonly text: string }[] = [];
  readonly #lists = new Lists();
  readonly #references = new References();
  readonly tally = new Tally();
  steps = 0;
  #dice = new Dice(1);
  #kept: Kept[] = [];
  #log: string[] | undefined;
  /** Whether lists and groups are looked at after each step. They catch up when somebody looks, so some stories do not. */
  #looksClosely = true;

  private constructor(clock: ClockOf) {
    this.#clock = clock;
    this.#pair = new Pair(clock);
    this.#stage = this.#pair.stage;
  }

  static async under(clock: ClockOf): Promise<Teller> {
    const teller = new Teller(clock);
    const { aws } = teller.#stage;
    teller.#addBeginning();
    for (const seed of [1, 2]) {
      await teller.#stage.populate(new Dice(seed));
      teller.#addBeginning();
      const [first] = teller.#beginnings;
      if (first) aws.rollback(first.snapshot);
    }
    return teller;
  }

  #addBeginning(): void {
    const { aws } = this.#stage;
    this.#beginnings.push({ snapshot: aws.snapshot(), text: written(aws) });
  }

  /** Tells a story, one step for each seed. */
  async tell(seeds: readonly number[], log?: string[]): Promise<void> {
    const { aws } = this.#stage;
    const [first = 0] = seeds;
    const beginning = this.#beginnings[first % this.#beginnings.length];
    if (!beginning) return;
    aws.rollback(beginning.snapshot);
    aws.clearCalls();
    this.#kept = [];
    this.#pair.part();
    this.#log = log;
    this.#lists.forget();
    this.#looksClosely = first % 4 > 0;
    this.#note(`beginning ${first % this.#beginnings.length}`);
    for (const [index, seed] of seeds.entries()) {
      this.#dice = new Dice(seed);
      // Some of the stories go on twice from their middle.
      if (index === seeds.length >> 1 && seed % 6 === 0) this.#fork();
      this.steps++;
      await this.#step();
    }
    this.#finish();
    aws.rollback(beginning.snapshot);
    if (written(aws) !== beginning.text) throw new Error("The world that the story began in has changed");
  }

  #finish(): void {
    const { aws } = this.#stage;
    checkEverything(worldOf(aws));
    this.#pair.compare();
    const kept = this.#kept[0];
    if (kept) this.#goBack(kept);
  }

  #fork(): void {
    this.#note("— from here on twice, the second time from a file");
    this.#kept = [];
    this.#pair.fork();
  }

  async #step(): Promise<void> {
    const { aws } = this.#stage;
    const before = aws.snapshot();
    const worldBefore = worldOf(aws);
    const movement = await this.#act();
    const after = aws.snapshot();
    const world = worldOf(aws);
    const dice = this.#dice;
    checkWorld(world, worldBefore, movement, this.#looksClosely || dice.chance(10));
    this.#references.check(world);
    if (this.#looksClosely) await this.#lists.check(world, dice, at => this.#scene(at));
    // There and back again, whatever the step did.
    for (const [snapshot, expected] of [
      [before, worldBefore],
      [after, world],
    ] as const) {
      aws.rollback(snapshot);
      if (worldOf(aws) !== expected) throw new Error("A rollback came to another world than its snapshot's");
    }
  }

  async #act(): Promise<Movement> {
    const roll = this.#dice.below(100);
    if (roll < 74) return this.#call();
    if (roll < 90) return this.#passTime();
    if (roll < 92) return this.#hold();
    if (roll < 94) return this.#release();
    if (roll < 95) return this.#setNextJob();
    if (roll < 97) return this.#keep();
    if (roll < 98) return this.#rollBack();
    await this.#readPages();
    return "one edge";
  }

  // Calls

  async #call(): Promise<Movement> {
    const dice = this.#dice;
    const at = dice.chance(84) ? 0 : 1 + dice.below(2);
    const scene = this.#scene(at);
    const { model, kind, input } = this.#pickCall(scene);
    const { aws } = this.#stage;
    const before = aws.state;
    const asked = this.#log && JSON.stringify(input);
    const { output, error } = await this.#pair.send(at, model, input);
    this.#note(
      () =>
        `${this.#stage.views[at]?.state.region} ${this.#stage.views[at]?.state.accountId} ${model.service} ${model.name} ${asked} → ${error ? `${error.name}: ${error.message}` : JSON.stringify(output)}`,
    );
    this.tally.count(model, error);
    if (error) {
      checkError(model, error);
      if (aws.state !== before) throw new Error(`${model.name} was refused, and changed the world`);
    } else if (kind === "read" && this.#clock === "manual" && aws.state !== before) {
      throw new Error(`${model.name} reads, and changed the world`);
    }
    if (Object.isFrozen(input)) throw new Error(`${model.name} froze its caller's input`);
    vandalise(input);
    if (output) checkAnswer(model, output);
    return error || this.#clock === "manual" ? "one edge" : "many edges";
  }

  #pickCall(scene: Scene): Modelled & { readonly input: AnyInput } {
    const { dice } = scene;
    for (let tries = 0; ; tries++) {
      const operation = dice.pick(weighed);
      const wrong = dice.chance(4) ? brokenInput(operation.model, scene) : undefined;
      if (wrong) return { ...operation, input: wrong };
      const input = randomInput(operation.model, scene);
      if (tries === 5 || isComplete(operation.model, input)) return { ...operation, input };
    }
  }

  #scene(at: number): Scene {
    return this.#stage.scene(at, this.#dice);
  }

  // Time

  async #passTime(): Promise<Movement> {
    const dice = this.#dice;
    const { aws } = this.#stage;
    const { now, agenda } = aws.state;
    const due = agenda.first;
    const { recoveryPoints, backupJobs } = aws.state.backup;
    const isLarge = recoveryPoints.size + backupJobs.size > 120;
    const way = dice.below(100);
    if (way < 50 && due !== undefined) return this.#advance(due - now);
    if (way < 65) return this.#settle();
    if (way < 93 || isLarge) return this.#advance(dice.pick([1, 1_000, 30_000, 600_000, 3_600_000]));
    return this.#advance(dice.pick([6, 24, 48, 96]) * 3_600_000);
  }

  async #advance(ms: number): Promise<Movement> {
    const { aws } = this.#stage;
    const now = aws.clock.now().getTime();
    this.#note(`advance ${ms} ms`);
    const passage = await this.#pair.advance(ms);
    if (aws.clock.now().getTime() !== now + ms) throw new Error("The clock is not where it was told to go");
    return passage.steps <= 1 ? "one edge" : "many edges";
  }

  async #settle(): Promise<Movement> {
    this.#note("settle");
    const passage = await this.#pair.settle();
    if (worldOf(this.#stage.aws).inFlight !== 0)
      throw new Error("The world is settled, and things are in flight");
    return passage.steps <= 1 ? "one edge" : "many edges";
  }

  /** Names of things here that wait for something to come. */
  #waiting(held: boolean): string[] {
    const { state } = this.#stage.aws;
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

  #hold(): Movement {
    const waiting = this.#waiting(false);
    if (waiting.length === 0) return "one edge";
    const name = this.#dice.pick(waiting);
    this.#note(`hold ${name}`);
    this.#pair.each(aws => aws.hold(name));
    return "one edge";
  }

  #release(): Movement {
    const waiting = this.#waiting(true);
    if (waiting.length === 0) return "one edge";
    const name = this.#dice.pick(waiting);
    this.#note(`release ${name}`);
    this.#pair.each(aws => aws.release(name));
    return "many edges";
  }

  #setNextJob(): Movement {
    const dice = this.#dice;
    const type = dice.pick(["backup", "copy", "restore", "any"]);
    const way = dice.below(3);
    this.#note(`next ${type} job: ${["fails", "takes 2 hours", "transfers 5 bytes"][way]}`);
    this.#pair.each(aws => {
      const job = aws.nextJob(type === "any" ? {} : { type });
      if (way === 0) job.fails("it was told to");
      else if (way === 1) job.takes("2 hours");
      else job.transfers(5);
    });
    return "one edge";
  }

  // There and back again

  #keep(): Movement {
    const { aws } = this.#stage;
    this.#note("snapshot");
    this.#kept.push({ goBack: this.#pair.keep(), world: worldOf(aws), state: aws.state });
    return "one edge";
  }

  #rollBack(): Movement {
    if (this.#kept.length === 0) return "one edge";
    const kept = this.#dice.pick(this.#kept);
    this.#note("rollback");
    this.#goBack(kept);
    return "back";
  }

  #goBack({ goBack, world, state }: Kept): void {
    const { aws } = this.#stage;
    goBack();
    if (worldOf(aws) !== world || aws.state !== state) {
      throw new Error("The world after a rollback is not the one that the snapshot was taken of");
    }
  }

  // Lists

  /** Lists as clients read them. */
  async #readPages(): Promise<void> {
    const dice = this.#dice;
    const { aws } = this.#stage;
    // Where reading lets time pass, the world is another one from page to page.
    if (this.#clock !== "manual" && worldOf(aws).inFlight > 0) return;
    for (let list = 0; list < 4; list++) {
      const { model } = dice.pick(lists);
      const read = async (asked: AnyInput) => (await this.#stage.send(0, model, asked)).output;
      await checkPages(model, randomInput(model, this.#scene(0)), read, () => 1 + dice.below(3));
    }
  }

  #note(line: string | (() => string)): void {
    this.#log?.push(typeof line === "string" ? line : line());
  }
}
