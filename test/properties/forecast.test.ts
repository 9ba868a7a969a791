import type { Forecast, Level, MockAws, PlaceTables } from "aws-backup-mock";
import fc from "fast-check";
import { atDepth, reportCoverage } from "../support/depth";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { firstDifference } from "./invariants/difference";
import { weightedOperations } from "./model/operations";
import { Harness } from "./scenarios/harness";

const hour = 3_600_000;
const day = 24 * hour;
const runs = atDepth({ quick: 12, deep: 400 });
const iso = (at: number): string => new Date(at).toISOString();

/** Resources whose backups become larger. */
const growing = [
  {
    arn: "arn:aws:ec2:us-east-1:123456789012:volume/vol-0a1b2c3d4e5f60718",
    sizeInBytes: 5_000,
    growth: "1 kB/day",
  },
  { arn: "arn:aws:s3:::growing", sizeInBytes: 9_000, growth: 500, dailyChange: 0.3 },
];

/** Random calls, and then a time that the clock passes in parts. */
interface Scenario {
  readonly calls: readonly number[];
  readonly days: number;
  /** Where the forecast is compared with the account, as fractions of the time. */
  readonly stops: readonly number[];
}

const scenario = fc.record<Scenario>({
  calls: fc.array(fc.nat(), { maxLength: 25, size: "max" }),
  days: fc.double({ min: 0, max: 28, noNaN: true }),
  stops: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
});

const tablesOf = ({ state }: MockAws): readonly PlaceTables[] => Object.values(state.places);

/** The backup jobs of an account that are listed, as the runs of a forecast. */
const jobsOf = (aws: MockAws, from: number): readonly string[] =>
  tablesOf(aws)
    .flatMap(({ backup }) => [...backup.backupJobs])
    .filter(job => job.CreationDate >= from)
    .map(({ CreationDate, CreatedBy, ResourceArn, State, StatusMessage, ...job }) => {
      const isEnded = job.CompletionDate !== undefined;
      const point = State === "COMPLETED" || State === "PARTIAL" ? job.pointArn : undefined;
      return JSON.stringify([
        iso(CreationDate),
        CreatedBy?.BackupRuleName,
        ResourceArn,
        isEnded ? State : "UNFINISHED",
        isEnded ? StatusMessage : undefined,
        point,
        job.BackupSizeInBytes,
        job.BytesTransferred,
      ]);
    })
    .sort();

const runsOf = ({ runs: all, from }: Forecast): readonly string[] =>
  all
    .filter(({ at, outcome }) => at >= from && outcome !== "DISPLACED" && outcome !== "NO_RESOURCE")
    .map(({ at, rule, resourceArn, outcome, message, point, backupSizeInBytes, bytesTransferred }) => {
      const made = point?.recoveryPointArn;
      return JSON.stringify([
        at,
        rule,
        resourceArn,
        outcome,
        message,
        made,
        backupSizeInBytes,
        bytesTransferred,
      ]);
    })
    .sort();

/** The points of each vault, counted. */
function vaultsOf(aws: MockAws): Record<string, Omit<Level, "gib">> {
  const vaults: Record<string, { points: number; warm: number; cold: number }> = {};
  for (const { backup } of tablesOf(aws)) {
    for (const { BackupVaultArn = "", StorageClass, Status } of backup.recoveryPoints) {
      if (Status === "CREATING") continue;
      vaults[BackupVaultArn] ??= { points: 0, warm: 0, cold: 0 };
      const vault = vaults[BackupVaultArn];
      vault.points++;
      vault[StorageClass === "COLD" ? "cold" : "warm"]++;
    }
  }
  return vaults;
}

/** What a forecast says of each vault at an instant. */
function vaultsAt({ holdings }: Forecast, at: number): Record<string, Omit<Level, "gib">> {
  const vaults = holdings.vaults.flatMap(({ of, steps }) => {
    const step = steps.findLast(each => each.at <= iso(at));
    if (!step) throw new Error(`No step of ${of} at ${iso(at)}.`);
    const { points, warm, cold } = step;
    return points === 0 ? [] : [[of, { points, warm, cold }] as const];
  });
  return Object.fromEntries(vaults);
}

/** How many backups of each rule are displaced. */
function displacedOf({ runs: all }: Forecast): Record<string, number> {
  const displaced: Record<string, number> = {};
  for (const { plan, rule, outcome } of all) {
    if (outcome === "DISPLACED") displaced[`${plan} / ${rule}`] = (displaced[`${plan} / ${rule}`] ?? 0) + 1;
  }
  return displaced;
}

function expectSame(what: string, expected: unknown, actual: unknown): void {
  const difference = firstDifference(expected, actual);
  if (difference !== undefined)
    throw new Error(`The forecast of ${what} is not what happened: ${difference}`);
}

async function startStates(harness: Harness) {
  const empty = harness.aws.snapshot();
  await harness.populate(new Random(3));
  return [empty, harness.aws.snapshot()];
}

test("a forecast says exactly what then happens, and changes nothing", async () => {
  const harness = new Harness("manual");
  const { aws } = harness;
  aws.seed({ resources: growing });
  const starts = await startStates(harness);
  const seen = { runs: 0, displaced: 0, points: 0 };
  const run = async (startIndex: number, { calls, days, stops }: Scenario): Promise<void> => {
    aws.rollback(starts[startIndex] ?? aws.snapshot());
    for (const call of calls) {
      const random = new Random(call);
      const { model } = random.pick(weightedOperations);
      const input = randomInput(model, harness.context(0, random));
      if (isComplete(model, input)) await harness.send(0, model, input);
    }
    const before = aws.state;
    const forecast = await aws.forecast({ for: days * day });
    if (aws.state !== before) throw new Error("The forecast changed the account.");
    const from = aws.clock.now().getTime();
    const length = Math.round(days * day);
    const displaced: Record<string, number> = {};
    for (const part of [...stops, 1].sort((one, other) => one - other)) {
      const { rules } = await aws.clock.set(from + Math.floor(part * length));
      for (const [rule, counts] of Object.entries(rules)) {
        if (counts["displaced"]) displaced[rule] = (displaced[rule] ?? 0) + counts["displaced"];
      }
      expectSame("vaults", vaultsOf(aws), vaultsAt(forecast, aws.clock.now().getTime()));
    }
    expectSame("jobs", jobsOf(aws, from), runsOf(forecast));
    expectSame("displaced backups", displaced, displacedOf(forecast));
    seen.runs += forecast.runs.length;
    seen.displaced += Object.keys(displaced).length;
    seen.points += forecast.holdings.vaults.reduce((sum, { end }) => sum + end.points, 0);
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 1 }), scenario, run), {
    seed: 7,
    numRuns: runs,
  });
  reportCoverage(`forecasts: ${runs} scenarios, ${JSON.stringify(seen)}`);
  expect(Math.min(seen.runs, seen.points)).toBeGreaterThan(runs * 10);
}, 600_000);
