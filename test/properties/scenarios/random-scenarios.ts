import fc from "fast-check";
import { atDepth, isDeep, reportCoverage } from "../../support/depth";
import type { ClockMode } from "./harness";
import { ScenarioRunner } from "./runner";

const stepsPerScenario = 50;

const setting = (name: string): string | undefined => process.env[`SCENARIOS_${name}`];

/** A fixed seed, unless `SCENARIOS_SEED=<number>` or `SCENARIOS_SEED=random` asks for other scenarios. */
const seedFrom = (value: string | undefined, fixed: number): number =>
  value === "random" ? Date.now() & 0x7fffffff : Number(value ?? fixed);

/** Each clock mode has its own scenarios. */
const seeds: Readonly<Record<ClockMode, number>> = { auto: 20_260_101, manual: 20_260_102 };

const step = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 0x7fffffff })));
const fullLength = fc.array(step, {
  minLength: stepsPerScenario,
  maxLength: stepsPerScenario,
  size: "max",
});
const anyLength = fc.array(step, { maxLength: stepsPerScenario, size: "max" });

/** Generates scenarios of full length, which shrink to shorter ones. */
class Scenarios extends fc.Arbitrary<number[]> {
  generate(random: fc.Random, bias: number | undefined): fc.Value<number[]> {
    return fullLength.generate(random, bias);
  }

  canShrinkWithoutContext(value: unknown): value is number[] {
    return anyLength.canShrinkWithoutContext(value);
  }

  shrink(value: number[], context: unknown): fc.Stream<fc.Value<number[]>> {
    return anyLength.shrink(value, context);
  }
}

/** Defines the test of random scenarios in one clock mode; a failure shows the shortest scenario that still fails. */
export function testRandomScenarios(clock: ClockMode): void {
  const count = Number(setting("COUNT") ?? atDepth({ quick: 30, deep: 2_000 }));
  const seed = seedFrom(setting("SEED"), seeds[clock]);

  test(`invariants hold after every step of ${count} random scenarios, with the ${clock} clock`, async () => {
    const runner = await ScenarioRunner.create(clock);
    const result = await fc.check(
      fc.asyncProperty(new Scenarios(), scenario => runner.run(scenario)),
      { seed, numRuns: count },
    );
    if (result.failed) throw await failureOf(clock, result);
    const { coverage, steps } = runner;
    reportCoverage(
      `${count} scenarios of ${stepsPerScenario} steps, ${clock} clock, seed ${seed}: ${steps} steps, ${coverage.total("succeeded")} calls succeeded, ${coverage.total("failed")} failed; never succeeded: ${coverage.missing.join(" ") || "none"}`,
    );
    if (setting("REPORT")) {
      for (const line of coverage.lines()) process.stdout.write(`${line}\n`);
    }
    // If an operation is missing, its generator should produce valid inputs more often. A few samples miss a few.
    const mayMiss = isDeep ? 0 : 24;
    if (!setting("COUNT") && !setting("SEED")) expect(coverage.missing.slice(mayMiss)).toEqual([]);
  }, 1_800_000);
}

/** Runs the shrunk scenario again, for a trace of what it does. */
async function failureOf(
  clock: ClockMode,
  { counterexample, seed, errorInstance }: fc.RunDetails<[number[]]>,
): Promise<Error> {
  const [scenario] = counterexample ?? [[]];
  const trace: string[] = [];
  const id = `seed ${seed}, steps ${JSON.stringify(scenario)}`;
  try {
    await (await ScenarioRunner.create(clock)).run(scenario, trace);
  } catch (error) {
    return new Error(`${stackOf(error)}\n\nafter this scenario (${id}):\n${trace.join("\n")}`);
  }
  return new Error(`${stackOf(errorInstance)}\n\n(${id}) fails only after other scenarios`);
}

const stackOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack : String(error);
