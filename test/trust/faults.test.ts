import type { Snapshot } from "aws-backup-mock";
import { nextOf } from "../../src/core/next";
import { services, worldOf } from "./worlds/consistency";
import { Dice } from "./worlds/dice";
import { Fault, Faults } from "./worlds/faults";
import { isComplete, randomInput } from "./worlds/inputs";
import { type Modelled, modelled, Stage, weighed } from "./worlds/stage";

const nameOf = ({ model }: Modelled): string => `${model.service}.${model.name}`;

const writes = modelled.filter(({ kind }) => kind === "write");
const steps = services.flatMap(({ name: service, steps: ofService }) =>
  Object.entries(ofService).flatMap(([table, ofTable]) =>
    Object.keys(ofTable ?? {}).map(step => `${service}.${table}.${step}`),
  ),
);
/** Everything that changes the world: operations, and what happens by itself. */
const changes = [...writes.map(nameOf), ...steps];

/** In how many situations each change is made to fail, at each of its points. */
const enough = 2;
const longest = 5_000;

/** A world in which all kinds of things are done, and done again with a fault in their middle. */
class Workshop {
  readonly #stage = new Stage("manual");
  readonly #faults = new Faults();
  readonly #dice = new Dice(7);
  readonly #situations = new Map<string, number>();
  /** Operations that refuse after they have written something, which only the transaction makes good again. */
  readonly late = new Set<string>();
  tried = 0;

  async open(): Promise<void> {
    await this.#stage.populate(new Dice(1));
  }

  close(): void {
    this.#faults.remove();
  }

  get missing(): readonly string[] {
    return changes.filter(name => !this.#situations.has(name));
  }

  act(): Promise<void> {
    return this.#dice.chance(25) ? this.#passTime() : this.#call();
  }

  async #call(): Promise<void> {
    const dice = this.#dice;
    const stage = this.#stage;
    const rare = writes.filter(operation => this.#isWanted(nameOf(operation)));
    const operation = rare.length > 0 && dice.chance(60) ? dice.pick(rare) : dice.pick(weighed);
    const { model } = operation;
    const input = randomInput(model, stage.scene(0, dice));
    if (!isComplete(model, input)) return;
    const before = stage.aws.snapshot();
    this.#faults.arm();
    const { error } = await stage.send(0, model, input);
    if (error && this.#faults.written > 0) this.late.add(nameOf(operation));
    if (!error)
      await this.#tryFaults(nameOf(operation), before, async () => (await stage.send(0, model, input)).error);
  }

  /** Goes to what comes next by itself. */
  async #passTime(): Promise<void> {
    const { aws } = this.#stage;
    const before = aws.snapshot();
    const world = worldOf(aws);
    const first = world.agenda.entries().next().value;
    if (!first) return;
    const [at, { service, table, key, place }] = first;
    const record = world.places[place]?.[service]?.[table]?.get(key);
    const name = `${service}.${table}.${record && nextOf(record)?.step}`;
    this.#faults.arm();
    await aws.clock.advance(at - world.now);
    await this.#tryFaults(name, before, () =>
      aws.clock.advance(at - world.now).then(
        () => undefined,
        (thrown: unknown) => thrown,
      ),
    );
    if (this.#dice.chance(4)) await aws.clock.advance(this.#dice.pick(["1 hour", "12 hours", "8 days"]));
  }

  #isWanted(change: string): boolean {
    return (this.#situations.get(change) ?? 0) < enough;
  }

  /** Does the same again from where it began, with a fault at one point after the other, and then goes on. */
  async #tryFaults(change: string, before: Snapshot, again: () => Promise<unknown>): Promise<void> {
    if (!this.#isWanted(change)) return;
    this.#situations.set(change, (this.#situations.get(change) ?? 0) + 1);
    const { aws } = this.#stage;
    const points = this.#faults.done ?? 0;
    const after = aws.snapshot();
    aws.rollback(before);
    const world = worldOf(aws);
    for (let point = 1; point <= points; point++) {
      this.#faults.arm(point);
      const thrown = await again();
      this.#faults.arm();
      this.tried++;
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

test("an operation or step that throws in its middle changes nothing, wherever that is", async () => {
  const workshop = new Workshop();
  try {
    await workshop.open();
    for (let act = 0; act < longest && workshop.missing.length > 0; act++) await workshop.act();
  } finally {
    workshop.close();
  }
  const { tried, missing, late } = workshop;
  process.stdout.write(
    `faults: ${tried} tried in ${changes.length - missing.length} of ${changes.length} changes; not tried: ${missing.join(" ") || "none"}; refuse after writing: ${[...late].join(" ") || "none"}\n`,
  );
  expect(tried).toBeGreaterThan(1_000);
  expect(missing.length).toBeLessThan(changes.length / 10);
  expect([...late]).toEqual([]);
}, 120_000);
