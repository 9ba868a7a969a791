import fc from "fast-check";
import { atDepth, reportCoverage } from "../support/depth";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { firstDifference } from "./invariants/difference";
import { weightedOperations } from "./model/operations";
import { Harness } from "./scenarios/harness";

/** A step of a scenario: a call generated from a seed, or passing time. */
type Action = Call | TimeSpan;

interface Call {
  readonly call: number;
}

interface TimeSpan {
  readonly milliseconds: number;
  /** Where the clock stops on the way, as fractions of the time span. */
  readonly stops: readonly number[];
  /** Whether the clock also stops at every step of the agenda. */
  readonly stepwise: boolean;
}

const day = 86_400_000;
const runs = atDepth({ quick: 12, deep: 500 });
const minSteps = atDepth({ quick: 300, deep: 20_000 });

const call = fc.record<Call>({ call: fc.nat() });
const timeSpan = fc.record<TimeSpan>({
  milliseconds: fc.oneof(
    fc.constantFrom(0, 1, 10_000, 30_000, 600_000, 3_600_000, day),
    fc.integer({ min: 0, max: day }),
  ),
  stops: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  stepwise: fc.boolean(),
});
const scenario = fc.array<Action>(
  fc.oneof({ weight: 5, arbitrary: call }, { weight: 2, arbitrary: timeSpan }),
  {
    minLength: 1,
    maxLength: 40,
    size: "max",
  },
);

/** Moves the clock by a time span. */
type Advance = (harness: Harness, span: TimeSpan) => Promise<void>;

const atOnce: Advance = async ({ aws }, { milliseconds }) => {
  await aws.clock.advance(milliseconds);
};

const inParts: Advance = async ({ aws }, { milliseconds, stops, stepwise }) => {
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

/** An account with nothing but seeded resources, and one with records of every kind. */
async function startStates() {
  const harness = new Harness("manual");
  const empty = harness.aws.snapshot();
  await harness.populate(new Random(3));
  return [empty, harness.aws.snapshot()];
}

const serialize = ({ aws }: Harness): unknown => JSON.parse(JSON.stringify(aws.snapshot()));

test("advancing the clock in many parts, or with listeners, leads to the same state as advancing it at once", async () => {
  const starts = await startStates();
  const reference = new Harness("manual");
  const variants = [
    { name: "in parts", harness: new Harness("manual"), advance: inParts },
    { name: "with a listener", harness: new Harness("manual"), advance: atOnce },
  ];
  variants[1]?.harness.aws.onEvent(() => {});
  const harnesses = [reference, ...variants.map(({ harness }) => harness)];
  let steps = 0;
  let calls = 0;
  const run = async (startIndex: number, actions: readonly Action[]): Promise<void> => {
    const start = starts[startIndex];
    if (!start) throw new Error(`Failed to start: no start state ${startIndex}.`);
    for (const { aws } of harnesses) aws.rollback(start);
    for (const action of actions) {
      if ("call" in action) {
        calls++;
        const random = new Random(action.call);
        const { model } = random.pick(weightedOperations);
        const input = randomInput(model, reference.context(0, random));
        if (!isComplete(model, input)) continue;
        for (const harness of harnesses) await harness.send(0, model, structuredClone(input));
      } else {
        const passage = await reference.aws.clock.advance(action.milliseconds);
        steps += passage.steps;
        for (const { harness, advance } of variants) await advance(harness, action);
      }
    }
    const expected = serialize(reference);
    for (const { name, harness } of variants) {
      const difference = firstDifference(expected, serialize(harness));
      if (difference !== undefined)
        throw new Error(`Advancing ${name} leads to another state: ${difference}`);
    }
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 1 }), scenario, run), {
    seed: 5,
    numRuns: runs,
  });
  reportCoverage(`time splits: ${runs} scenarios, ${calls} calls, ${steps} steps`);
  expect(steps).toBeGreaterThan(minSteps);
}, 600_000);
