import { Backup } from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { detours } from "./worlds/detours";
import { Dice } from "./worlds/dice";
import { isComplete, randomInput } from "./worlds/inputs";
import { modelled, Stage, weighed } from "./worlds/stage";
import { changes, Trials, Workshop } from "./worlds/workshop";

const writes = modelled.filter(({ kind }) => kind === "write");
const actsAtMost = 5_000;
const first = { step: "initialize", priority: "high" } as const;

const trials = new Trials();
afterAll(() => trials.faults.remove());

test.each(Object.entries(detours))(
  "nothing is left of what throws in its middle: %s",
  async (_, { options, tell }) => {
    const aws = mockAws({ clock: "manual", ...options });
    const workshop = new Workshop(aws, trials);
    const [backup, fsx] = [new Backup(), new FSx()];
    backup.middlewareStack.add(workshop.middleware, first);
    fsx.middlewareStack.add(workshop.middleware, first);
    await tell({
      aws,
      backup: aws.attach(backup),
      fsx: aws.attach(fsx),
      pass: duration => workshop.pass(duration),
    });
  },
);

const isRefusal = (error: unknown): boolean => error instanceof Error && "$fault" in error;

test("nothing is left of any operation or step that throws in its middle", async () => {
  const dice = new Dice(7);
  const stage = new Stage("manual");
  const workshop = new Workshop(stage.aws, trials);
  await stage.populate(new Dice(1));
  const call = async (): Promise<void> => {
    const rare = writes.filter(({ model }) => trials.isWanted(`${model.service}.${model.name}`));
    const { model } = rare.length > 0 && dice.chance(60) ? dice.pick(rare) : dice.pick(weighed);
    const input = randomInput(model, stage.scene(0, dice));
    if (!isComplete(model, input)) return;
    await workshop
      .call(async () => {
        const { error } = await stage.send(0, model, input);
        if (error) throw error;
      })
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
      });
  };
  let acts = 0;
  for (; acts < actsAtMost && trials.missing.length > 0; acts++) {
    if (dice.chance(75)) await call();
    else if (dice.chance(98)) await workshop.step();
    else await workshop.pass(dice.pick(["1 hour", "12 hours", "8 days"]));
  }
  const { tried, missing, late } = trials;
  process.stdout.write(
    `faults: ${tried} tried in ${changes.length - missing.length} of ${changes.length} changes, ${acts} random acts; refuse after writing: ${[...late].join(" ") || "none"}\n`,
  );
  expect(missing).toEqual([]);
  expect(tried).toBeGreaterThan(1_000);
  expect([...late]).toEqual([]);
}, 120_000);
