import fc from "fast-check";
import { type ClockOf, modelledNames } from "./stage";
import { Teller } from "./teller";

const stepsPerStory = 50;

const setting = (name: string): string | undefined => process.env[`WORLDS_${name}`];

/** The same stories each time; `WORLDS_SEED=random` tells other ones, `WORLDS_SEED=<number>` those again. */
const seedOf = (asked: string | undefined, usual: number): number =>
  asked === "random" ? Date.now() & 0x7fffffff : Number(asked ?? usual);

/** Each clock has stories of its own. */
const seeds: Readonly<Record<ClockOf, number>> = { auto: 20_260_101, manual: 20_260_102 };

const step = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 0x7fffffff })));
const whole = fc.array(step, { minLength: stepsPerStory, maxLength: stepsPerStory, size: "max" });
const shorter = fc.array(step, { maxLength: stepsPerStory, size: "max" });

/** Stories of one length, which shrink to shorter ones. */
class Stories extends fc.Arbitrary<number[]> {
  generate(random: fc.Random, bias: number | undefined): fc.Value<number[]> {
    return whole.generate(random, bias);
  }

  canShrinkWithoutContext(value: unknown): value is number[] {
    return shorter.canShrinkWithoutContext(value);
  }

  shrink(value: number[], context: unknown): fc.Stream<fc.Value<number[]>> {
    return shorter.shrink(value, context);
  }
}

/** Tells random stories under a clock, and shows the shortest one that it can find after which the world is not in order. */
export function tellRandomWorlds(clock: ClockOf): void {
  const stories = Number(setting("STORIES") ?? 1_000);
  const seed = seedOf(setting("SEED"), seeds[clock]);

  test(`${stories} random stories leave the world in order, with the clock on ${clock}`, async () => {
    const teller = await Teller.under(clock);
    const begin = performance.now();
    const before = process.cpuUsage();
    const result = await fc.check(
      fc.asyncProperty(new Stories(), story => teller.tell(story)),
      { seed, numRuns: stories },
    );
    if (result.failed) throw await told(clock, result);
    const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
    const busy = (process.cpuUsage(before).user / 1_000_000).toFixed(1);
    const { tally } = teller;
    const never = modelledNames.filter(name => !tally.isAnswered(name));
    process.stdout.write(
      `${stories} stories of ${stepsPerStory} steps, clock ${clock}, seed ${seed}: ${teller.steps} steps, ${tally.total("answered")} calls answered, ${tally.total("refused")} refused, ${seconds} s (${busy} s busy); never answered: ${never.join(" ") || "none"}\n`,
    );
    if (setting("TALLY")) {
      for (const line of tally.lines()) process.stdout.write(`${line}\n`);
    }
    if (stories >= 1_000) expect(never).toEqual([]);
  }, 600_000);
}

async function told(
  clock: ClockOf,
  { counterexample, seed, errorInstance }: fc.RunDetails<[number[]]>,
): Promise<Error> {
  const [story] = counterexample ?? [[]];
  const log: string[] = [];
  try {
    await (await Teller.under(clock)).tell(story, log);
  } catch (error) {
    const why = error instanceof Error ? error.stack : String(error);
    return new Error(
      `${why}\n\nafter the story (seed ${seed}, steps ${JSON.stringify(story)}):\n${log.join("\n")}`,
    );
  }
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return new Error(
    `${why}\n\nof seed ${seed}, steps ${JSON.stringify(story)}, goes wrong after other stories only`,
  );
}
