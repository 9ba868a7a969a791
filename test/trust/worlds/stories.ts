import fc from "fast-check";
import { type ClockOf, modelledNames } from "./stage";
import { Teller } from "./teller";

const stepsPerStory = 50;

/** What may go without an answer in a thousand stories; nothing ever is MISCONFIGURED by itself. */
const rare: ReadonlySet<string> = new Set([
  "backup.DisassociateRecoveryPoint",
  "backup.DisassociateRecoveryPointFromParent",
  "backup.GetPITRMalwareScanResults",
  "fsx.CancelDataRepositoryTask",
  "fsx.DeleteStorageVirtualMachine",
  "fsx.StartMisconfiguredStateRecovery",
]);

const setting = (name: string): string | undefined => process.env[`WORLDS_${name}`];

/** The same stories each time; `WORLDS_SEED=random` tells other ones, `WORLDS_SEED=<number>` those again. */
const seedOf = (asked: string | undefined): number =>
  asked === "random" ? Date.now() & 0x7fffffff : Number(asked ?? 20_260_101);

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
  const stories = Number(setting("STORIES") ?? 300);
  const seed = seedOf(setting("SEED"));

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
    const counts = [...teller.tally.values()];
    const answered = counts.reduce((sum, count) => sum + count.answered, 0);
    const refused = counts.reduce((sum, count) => sum + count.refused, 0);
    const never = modelledNames.filter(name => !teller.tally.get(name)?.answered);
    process.stdout.write(
      `${stories} stories of ${stepsPerStory} steps, clock ${clock}, seed ${seed}: ${teller.steps} steps, ${answered} calls answered, ${refused} refused, ${seconds} s (${busy} s busy); never answered: ${never.join(" ") || "none"}\n`,
    );
    if (setting("TALLY")) {
      for (const [name, { answered, refused, whys }] of [...teller.tally].sort()) {
        const most = [...whys].sort(([, a], [, b]) => b - a).slice(0, 3);
        process.stdout.write(`${name} ${answered} ${refused} ${JSON.stringify(most)}\n`);
      }
    }
    if (stories >= 1_000) expect(never.filter(name => !rare.has(name))).toEqual([]);
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
