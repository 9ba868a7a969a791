import { Backup } from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { atDepth, isDeep, reportCoverage } from "../support/depth";
import { allChanges, FaultCoverage, FaultTrials } from "./faults/trials";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { operations, qualifiedName, weightedOperations } from "./model/operations";
import { Harness } from "./scenarios/harness";
import { rareScenarios } from "./scenarios/rare-scenarios";

const writes = operations.filter(({ kind }) => kind === "write");
/** The quick search stops before it has reached the rarest changes. */
const maxActions = atDepth({ quick: 600, deep: 5_000 });
const beforeOthers = { step: "initialize", priority: "high" } as const;

const coverage = new FaultCoverage(atDepth({ quick: 1, deep: 6 }));
afterAll(() => coverage.faults.remove());

test.each(Object.entries(rareScenarios))(
  "a change that fails halfway leaves the state unchanged: %s",
  async (_, { options, run }) => {
    const aws = mockAws({ clock: "manual", ...options });
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    const trials = new FaultTrials(aws, coverage);
    const [backup, fsx] = [new Backup(), new FSx()];
    backup.middlewareStack.add(trials.middleware, beforeOthers);
    fsx.middlewareStack.add(trials.middleware, beforeOthers);
    await run({
      aws,
      backup: aws.attach(backup),
      fsx: aws.attach(fsx),
      advance: duration => trials.advance(duration),
    });
  },
);

const isAwsError = (error: unknown): boolean => error instanceof Error && "$fault" in error;

test("any operation or step that fails halfway leaves the state unchanged", async () => {
  const random = new Random(5);
  const harness = new Harness("manual");
  const trials = new FaultTrials(harness.aws, coverage);
  await harness.populate(new Random(1));
  const call = async (): Promise<void> => {
    const wanted = writes.filter(({ model }) => coverage.isWanted(qualifiedName(model)));
    const { model } =
      wanted.length > 0 && random.chance(60) ? random.pick(wanted) : random.pick(weightedOperations);
    const input = randomInput(model, harness.context(0, random));
    if (!isComplete(model, input)) return;
    await trials
      .call(async () => {
        const { error } = await harness.send(0, model, input);
        if (error) throw error;
      })
      .catch((error: unknown) => {
        if (!isAwsError(error)) throw error;
      });
  };
  let actions = 0;
  for (; actions < maxActions && coverage.missing.length > 0; actions++) {
    if (random.chance(75)) await call();
    else if (random.chance(98)) await trials.advanceToNextStep();
    else await trials.advance(random.pick(["1 hour", "12 hours", "8 days"]));
  }
  const { injected, missing, lateFailures } = coverage;
  reportCoverage(
    `${injected} faults injected into ${allChanges.length - missing.length} of ${allChanges.length} changes, ${actions} random actions; failed after a write: ${[...lateFailures].join(" ") || "none"}`,
  );
  if (isDeep) expect(missing).toEqual([]);
  expect(injected).toBeGreaterThan(atDepth({ quick: 300, deep: 1_000 }));
  expect([...lateFailures]).toEqual([]);
}, 120_000);
