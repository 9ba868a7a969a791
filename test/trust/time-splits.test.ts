import fc from "fast-check";
import { firstDifference } from "./worlds/copies";
import { Dice } from "./worlds/dice";
import { isComplete, randomInput } from "./worlds/inputs";
import { Stage, weighed } from "./worlds/stage";

/** What is done in a story: a call that is drawn by a seed, or letting time pass. */
type Act = Call | Passing;

interface Call {
  readonly call: number;
}

interface Passing {
  readonly milliseconds: number;
  /** Where time stops on the way, as parts of the whole. */
  readonly stops: readonly number[];
  /** Whether it stops as well whenever something has happened. */
  readonly stepwise: boolean;
}

const day = 86_400_000;
const runs = 100;

const call = fc.record<Call>({ call: fc.nat() });
const passing = fc.record<Passing>({
  milliseconds: fc.oneof(
    fc.constantFrom(0, 1, 10_000, 30_000, 600_000, 3_600_000, day),
    fc.integer({ min: 0, max: day }),
  ),
  stops: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  stepwise: fc.boolean(),
});
const story = fc.array<Act>(fc.oneof({ weight: 5, arbitrary: call }, { weight: 2, arbitrary: passing }), {
  minLength: 1,
  maxLength: 40,
  size: "max",
});

/** A way for time to pass from one instant to another. */
type Way = (stage: Stage, passing: Passing) => Promise<void>;

const atOnce: Way = async ({ aws }, { milliseconds }) => {
  await aws.clock.advance(milliseconds);
};

const inPieces: Way = async ({ aws }, { milliseconds, stops, stepwise }) => {
  const { clock } = aws;
  const from = clock.now().getTime();
  const instants = [...stops.map(part => Math.round(from + part * milliseconds)), from + milliseconds];
  for (const instant of instants.sort((a, b) => a - b)) {
    for (let due = aws.state.agenda.first; stepwise && due && due < instant; due = aws.state.agenda.first) {
      await clock.set(due);
    }
    await clock.set(instant);
  }
};

/** The stories begin in an empty world, and in one where there is some of everything. */
async function beginnings() {
  const stage = new Stage("manual");
  const empty = stage.aws.snapshot();
  await stage.populate(new Dice(3));
  return [empty, stage.aws.snapshot()];
}

const written = ({ aws }: Stage): unknown => JSON.parse(JSON.stringify(aws.snapshot()));

test("time comes to the same in one step as in many small ones, and when somebody listens", async () => {
  const worlds = await beginnings();
  const one = new Stage("manual");
  const others = [
    { what: "in pieces", stage: new Stage("manual"), pass: inPieces },
    { what: "one instant at a time, for whoever listens", stage: new Stage("manual"), pass: atOnce },
  ];
  others[1]?.stage.aws.onEvent(() => {});
  const stages = [one, ...others.map(({ stage }) => stage)];
  let steps = 0;
  let calls = 0;
  const tell = async (beginning: number, acts: readonly Act[]): Promise<void> => {
    const world = worlds[beginning];
    if (!world) throw new Error("There is no such beginning.");
    for (const { aws } of stages) aws.rollback(world);
    for (const act of acts) {
      if ("call" in act) {
        calls++;
        const dice = new Dice(act.call);
        const { model } = dice.pick(weighed);
        const input = randomInput(model, one.scene(0, dice));
        if (!isComplete(model, input)) continue;
        for (const stage of stages) await stage.send(0, model, structuredClone(input));
      } else {
        const { steps: taken } = await one.aws.clock.advance(act.milliseconds);
        steps += taken;
        for (const { stage, pass } of others) await pass(stage, act);
      }
    }
    const expected = written(one);
    for (const { what, stage } of others) {
      const difference = firstDifference(expected, written(stage));
      if (difference !== undefined) throw new Error(`It is another world ${what}: ${difference}`);
    }
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 1 }), story, tell), { seed: 5, numRuns: runs });
  process.stdout.write(`time splits: ${runs} stories of ${calls} calls and ${steps} steps\n`);
  expect(steps).toBeGreaterThan(1_000);
}, 300_000);
