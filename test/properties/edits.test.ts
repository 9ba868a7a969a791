import { MockError } from "aws-backup-mock";
import { joinedServices } from "../../src/integrations";
import { atDepth } from "../support/depth";
import { operationNamed } from "../support/model-walk";
import { editableTables, randomEdit } from "./generators/edits";
import { brokenInput, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { ReferenceChecker } from "./invariants/references";
import { checkState, checkWholeState, stateOf } from "./invariants/state";
import { weightedOperations } from "./model/operations";
import { Harness } from "./scenarios/harness";

const kinds = joinedServices();
const tables = editableTables((service, table) => kinds.find(({ name }) => name === service)?.kinds[table]);

const workingTables = tables.filter(({ kind }) => kind.works !== undefined);

/** Random edits and outcomes among calls and passing time: the invariants hold, and what is refused changes nothing. */
class EditScenarios {
  readonly #harness = new Harness("manual");
  readonly #references = new ReferenceChecker();
  accepted = 0;
  refused = 0;

  async populate(): Promise<void> {
    await this.#harness.populate(new Random(1));
  }

  async run(seed: number, steps: number): Promise<void> {
    const { aws } = this.#harness;
    const start = aws.snapshot();
    const random = new Random(seed);
    for (let step = 0; step < steps; step++) {
      const before = stateOf(aws);
      const what = await this.#step(random);
      try {
        checkState(stateOf(aws), before, "edit", random.chance(25));
        this.#references.check(stateOf(aws));
      } catch (error) {
        throw new Error(
          `Seed ${seed}, step ${step}, ${what}: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    checkWholeState(stateOf(aws));
    aws.rollback(start);
  }

  async #step(random: Random): Promise<string> {
    const roll = random.below(100);
    if (roll < 50) return this.#edit(random);
    if (roll < 60) return this.#setOutcome(random);
    if (roll < 85) return this.#call(random);
    const hours = random.pick([0.01, 1, 24]);
    await this.#harness.aws.clock.advance({ hours });
    return `advance ${hours} hours`;
  }

  #edit(random: Random): string {
    const { aws } = this.#harness;
    const edit = randomEdit(tables, aws, random);
    if (!edit) return "nothing to edit";
    const { kind, key, member, value } = edit;
    const { state } = aws;
    const what = `edit ${kind} ${key} ${member} = ${JSON.stringify(value)}`;
    try {
      aws.edit(kind as "backup.vaults", key, draft => {
        if (value === undefined) Reflect.deleteProperty(draft, member);
        else Reflect.set(draft, member, value);
      });
      this.accepted++;
    } catch (error) {
      if (!(error instanceof MockError) || error.code !== "InvalidEdit") {
        throw new Error(`${what}: ${error instanceof Error ? error.stack : error}`);
      }
      if (aws.state !== state) throw new Error(`${what} was refused, and changed the state`);
      this.refused++;
    }
    return what;
  }

  #setOutcome(random: Random): string {
    const { service, table, kind } = random.pick(workingTables);
    const failures = Object.keys(kind.failures ?? {});
    const outcome = this.#harness.aws.next(`${service}.${table}` as "fsx.volumes");
    if (failures.length === 0 || random.chance(30)) {
      outcome.takes(random.below(7_200_000));
      return `${service}.${table} takes long`;
    }
    const state = random.pick(failures);
    outcome.fails("failed by the test", { state: state as "FAILED" });
    return `${service}.${table} fails in ${state}`;
  }

  async #call(random: Random): Promise<string> {
    const { model } = random.pick(weightedOperations);
    const context = this.#harness.context(0, random);
    const input = random.chance(5) ? brokenInput(model, context) : randomInput(model, context);
    const { error } = await this.#harness.send(0, operationNamed(model.service, model.name), input ?? {});
    if (error && !("$metadata" in error)) throw new Error(`${model.name}: ${error.stack}`);
    return `call ${model.name}`;
  }
}

const count = atDepth({ quick: 25, deep: 1_000 });

test(`invariants hold after every one of ${count} times 40 random edits, outcomes, calls and moves of the clock`, async () => {
  const scenarios = new EditScenarios();
  await scenarios.populate();
  for (let seed = 1; seed <= count; seed++) await scenarios.run(seed, 40);
  expect(scenarios.accepted).toBeGreaterThan(count * 4);
  expect(scenarios.refused).toBeGreaterThan(count * 4);
}, 1_800_000);
