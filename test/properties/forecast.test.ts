import { type Forecast, type Level, type MockAws, mockAws, type PlaceTables } from "aws-backup-mock";
import fc from "fast-check";
import type { RecoveryPoint } from "../../src/services/backup/records/recovery-points";
import { atDepth, reportCoverage } from "../support/depth";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { firstDifference } from "./invariants/difference";
import { weightedOperations } from "./model/operations";
import { Harness } from "./scenarios/harness";

const hour = 3_600_000;
const day = 24 * hour;
const runs = atDepth({ quick: 8, deep: 400 });
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

const incremental =
  /^(EFS|FSx|EBS|EC2|RDS|S3|Storage Gateway|VirtualMachine|SAP HANA on Amazon EC2|Timestream)$/;

/** The storage of vaults without continuous backups, from the points alone. */
function storageOf(aws: MockAws): Record<string, number> {
  const vaults: Record<string, number> = {};
  const chains = new Map<string, RecoveryPoint[]>();
  const add = ({ BackupVaultArn = "" }: RecoveryPoint, bytes: number) => {
    vaults[BackupVaultArn] = (vaults[BackupVaultArn] ?? 0) + bytes;
  };
  const sizeOf = (point: RecoveryPoint): number =>
    point.IsParent ? 0 : (point.resourceSize ?? point.BackupSizeInBytes ?? 0);
  const shareOf = ({ ResourceArn }: RecoveryPoint): number =>
    tablesOf(aws)
      .map(({ backup }) => backup.resources.get(ResourceArn)?.dailyChange)
      .find(share => share !== undefined) ?? 0.02;
  for (const { backup } of tablesOf(aws)) {
    for (const point of backup.recoveryPoints) {
      const { Status, StorageClass, ResourceType, RecoveryPointArn: arn, BackupVaultArn = "" } = point;
      if (Status === "CREATING") continue;
      if (arn.includes(":continuous:")) add(point, Number.NaN);
      else if (StorageClass === "COLD" || !incremental.test(ResourceType)) add(point, sizeOf(point));
      else {
        const [, , , region, account] = BackupVaultArn.split(":");
        const within = arn.startsWith("arn:aws:backup:") ? BackupVaultArn : `${region} ${account}`;
        const key = `${within} ${point.ResourceArn}`;
        chains.set(key, [...(chains.get(key) ?? []), point]);
      }
    }
  }
  for (const chain of chains.values()) {
    let before: Size | undefined;
    for (const point of chain.sort((one, other) => one.CreationDate - other.CreationDate)) {
      const size: Size = [point.CreationDate, sizeOf(point)];
      add(point, before ? increment(shareOf(point), before, size) : sizeOf(point));
      before = size;
    }
  }
  return vaults;
}

/** What a point stores besides the one before it, if this share of the data changes in a day. */
function increment(share: number, [begun, from]: Size, [at, to]: Size): number {
  const changed = 1 - (1 - share) ** ((at - begun) / day);
  return Math.max(0, to - from) + Math.min(from, to) * changed;
}

type Size = readonly [at: number, bytes: number];

function expectSameStorage(aws: MockAws, { holdings }: Forecast): void {
  for (const [vault, bytes] of Object.entries(storageOf(aws))) {
    if (Number.isNaN(bytes)) continue;
    const gib = holdings.vaults.find(({ of }) => of === vault)?.end.gib ?? Number.NaN;
    const difference = Math.abs(gib - bytes / 1024 ** 3);
    if (!(difference < 2e-6)) throw new Error(`The forecast of ${vault} is ${gib} GiB, not ${bytes} bytes.`);
  }
}

/** The copy jobs of an account that are listed, and those of a forecast. */
const copiesOf = (aws: MockAws, from: number): readonly string[] =>
  tablesOf(aws)
    .flatMap(({ backup }) => [...backup.copyJobs])
    .filter(job => job.CreationDate >= from && job.CreatedByBackupJobId !== undefined)
    .map(
      ({ DestinationBackupVaultArn, State, StatusMessage, DestinationRecoveryPointArn, CompletionDate }) =>
        CompletionDate === undefined
          ? `${DestinationBackupVaultArn} UNFINISHED`
          : `${DestinationBackupVaultArn} ${State} ${StatusMessage} ${DestinationRecoveryPointArn}`,
    )
    .sort();

const copiesIn = ({ runs: all, from }: Forecast): readonly string[] =>
  all
    .filter(({ at }) => at >= from)
    .flatMap(({ copies }) => copies)
    .map(({ destinationBackupVaultArn, outcome, message, point }) =>
      outcome === "UNFINISHED"
        ? `${destinationBackupVaultArn} UNFINISHED`
        : `${destinationBackupVaultArn} ${outcome} ${message} ${point?.recoveryPointArn}`,
    )
    .sort();

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

/** Compares a forecast with what then happens, at each stop and at the end. */
async function expectExact(aws: MockAws, days: number, stops: readonly number[]): Promise<Forecast> {
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
  expectSame("copies", copiesOf(aws, from), copiesIn(forecast));
  expectSameStorage(aws, forecast);
  expectSame("displaced backups", displaced, displacedOf(forecast));
  return forecast;
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
  const seen = { runs: 0, copies: 0, displaced: 0, points: 0 };
  const run = async (startIndex: number, { calls, days, stops }: Scenario): Promise<void> => {
    aws.rollback(starts[startIndex] ?? aws.snapshot());
    for (const call of calls) {
      const random = new Random(call);
      const { model } = random.pick(weightedOperations);
      const input = randomInput(model, harness.context(0, random));
      if (isComplete(model, input)) await harness.send(0, model, input);
    }
    const forecast = await expectExact(aws, days, stops);
    seen.runs += forecast.runs.length;
    seen.copies += forecast.runs.reduce((sum, { copies }) => sum + copies.length, 0);
    seen.displaced += forecast.runs.filter(({ outcome }) => outcome === "DISPLACED").length;
    seen.points += forecast.holdings.vaults.reduce((sum, { end }) => sum + end.points, 0);
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 1 }), scenario, run), {
    seed: 7,
    numRuns: runs,
  });
  reportCoverage(`forecasts: ${runs} scenarios, ${JSON.stringify(seen)}`);
  expect(Math.min(seen.runs, seen.points)).toBeGreaterThan(runs * 10);
}, 600_000);

const gib = 1024 ** 3;
const role = "arn:aws:iam::123456789012:role/backup";
const copies = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies";

/** A rule of a plan, and what its vault allows. */
const ruleOf = fc.record({
  schedule: fc.constantFrom(
    "cron(0 5 ? * * *)",
    "cron(0 5 ? * 1 *)",
    "cron(30 5 ? * MON-FRI *)",
    "cron(0 */6 * * ? *)",
    "cron(0 4 1 * ? *)",
    "cron(0 4 L * ? *)",
  ),
  vault: fc.constantFrom("plain", "locked", "missing"),
  days: fc.constantFrom(1, 3, 10, 30, 100),
  cold: fc.option(fc.constantFrom(1, 5, 9)),
  window: fc.constantFrom(60, 300),
  continuous: fc.boolean(),
  copies: fc.constantFrom([], [copies], [copies, copies.replace("copies", "missing")]),
});

const world = fc.record({
  rules: fc.array(ruleOf, { minLength: 1, maxLength: 4 }),
  failures: fc.array(fc.constantFrom("FAILED", "PARTIAL", "EXPIRED"), { maxLength: 3 }),
  hours: fc.integer({ min: 0, max: 200 }),
  days: fc.double({ min: 0, max: 29, noNaN: true }),
  stops: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
});

const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:us-east-1:123456789012:${resource}`;

/** Resources of types that are backed up in different ways. */
const planned = [
  { arn: arnOf("ec2", "volume/vol-0a1b2c3d4e5f60718"), sizeInBytes: 70 * gib, growth: "2 GiB/day" },
  { arn: arnOf("dynamodb", "table/orders"), sizeInBytes: 3 * gib, growth: "1 GiB/week" },
  { arn: arnOf("rds", "db:orders"), sizeInBytes: 20 * gib, dailyChange: 0.1 },
  { arn: "arn:aws:s3:::growing", sizeInBytes: 11 * gib, growth: "10 MiB/hour", dailyChange: 0.3 },
  { arn: arnOf("elasticfilesystem", "file-system/fs-0123456789abcdef0"), growth: "1 GiB/day" },
];

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** An account in which a plan has run for a while. */
async function accountOf({ rules, failures, hours }: World): Promise<MockAws> {
  const aws = mockAws({ clock: "manual" });
  aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
  const Rules = rules.map(({ schedule, vault, days, cold, window, continuous, copies: to }, index) => ({
    RuleName: `rule-${index}`,
    TargetBackupVaultName: continuous ? "plain" : vault,
    ScheduleExpression: schedule,
    StartWindowMinutes: window,
    CompletionWindowMinutes: 600,
    EnableContinuousBackup: continuous && days <= 35,
    Lifecycle:
      cold === null || (continuous && days <= 35)
        ? { DeleteAfterDays: days }
        : { MoveToColdStorageAfterDays: cold, DeleteAfterDays: cold + 90 },
    CopyActions: to.map(DestinationBackupVaultArn => ({ DestinationBackupVaultArn })),
  }));
  const selections = [{ SelectionName: "all", IamRoleArn: role, Resources: ["*"] }];
  aws.seed({
    backup: {
      vaults: [
        { BackupVaultName: "plain" },
        { BackupVaultName: "locked", MinRetentionDays: 3, MaxRetentionDays: 60 },
      ],
      plans: [{ BackupPlan: { BackupPlanName: "plan", Rules }, selections }],
    },
    efs: { fileSystems: [{ FileSystemId: "fs-0123456789abcdef0", SizeInBytes: { Value: 40 * gib } }] },
    resources: planned,
  });
  for (const state of failures) aws.nextJob().fails("on purpose", { state });
  await aws.clock.advance({ hours });
  return aws;
}

test("so does one of a plan with locks, copies, cold storage, displaced runs and jobs that fail", async () => {
  const seen = { runs: 0, copies: 0, displaced: 0, failed: 0 };
  const check = async (generated: World): Promise<void> => {
    const aws = await accountOf(generated);
    const forecast = await expectExact(aws, generated.days, generated.stops);
    for (const { outcome, copies: made } of forecast.runs) {
      seen.runs++;
      seen.copies += made.length;
      if (outcome === "DISPLACED") seen.displaced++;
      if (outcome === "FAILED" || outcome === "EXPIRED") seen.failed++;
    }
  };
  const numRuns = atDepth({ quick: 15, deep: 400 });
  await fc.assert(fc.asyncProperty(world, check), { seed: 12, numRuns });
  reportCoverage(`forecasts of plans: ${JSON.stringify(seen)}`);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
}, 600_000);
