import {
  ask,
  at,
  type Call,
  type EfsFileSystem,
  type FsxFileSystem,
  type Job,
  type Place,
  type Plan,
  type Point,
  type RecordsPage,
  type Step,
  type Vault,
} from "./api";

/** What the page shows, as it was at one moment. */
export interface World {
  readonly now: number;
  readonly places: readonly Place[];
  readonly vaults: RecordsPage<Vault>;
  readonly points: RecordsPage<Point>;
  readonly backupJobs: RecordsPage<Job>;
  readonly copyJobs: RecordsPage<Job>;
  readonly restoreJobs: RecordsPage<Job>;
  readonly efs: RecordsPage<EfsFileSystem>;
  readonly fsx: RecordsPage<FsxFileSystem>;
  readonly plans: readonly Plan[];
  readonly planCount: number;
  readonly agenda: { readonly now: string; readonly size: number; readonly steps: readonly Step[] };
  readonly calls: readonly Call[];
}

/** Which part of the world is shown. */
export interface View {
  /** The place that was chosen; the mock's own until then. */
  readonly place: Place | undefined;
  /** The vault whose points are shown; all until one is chosen. */
  readonly vault: string | undefined;
  /** How many points the time line shows. */
  readonly points: number;
  /** Only the points before this position; the newest until older ones are asked for. */
  readonly before: number | undefined;
}

/** Explaining a plan simulates its next runs, so only these many are explained. */
const plansShown = 8;

interface PlanRecord {
  readonly BackupPlanId: string;
  readonly DeletionDate?: number;
}

/** Loads what the page shows. */
export async function loadWorld({ place, vault, points, before }: View): Promise<World> {
  const list = <R>(kind: string, newest: number, more: object = {}) =>
    ask<RecordsPage<R>>(at("records", place), { kind, newest, ...more });
  const plans = list<PlanRecord>("backup.plans", 50).then(async ({ records }) => {
    const active = records.filter(({ DeletionDate }) => DeletionDate === undefined);
    const shown = active.slice(-plansShown);
    return {
      count: active.length,
      // A plan may be deleted meanwhile.
      plans: await Promise.all(
        shown.map(({ BackupPlanId: backupPlanId }) =>
          ask<Plan>(at("explain", place), { backupPlanId }).catch(() => undefined),
        ),
      ),
    };
  });
  const [
    places,
    vaults,
    counted,
    shownPoints,
    backupJobs,
    copyJobs,
    restoreJobs,
    efs,
    fsx,
    explained,
    agenda,
    calls,
  ] = await Promise.all([
    ask<readonly Place[]>("places"),
    list<Vault>("backup.vaults", 100),
    list<Point>("backup.recoveryPoints", 0, {
      countBy: ["BackupVaultName", "StorageClass"],
      sum: "BackupSizeInBytes",
    }),
    list<Point>("backup.recoveryPoints", points, {
      ...(vault !== undefined && { match: { BackupVaultName: vault } }),
      ...(before !== undefined && { before }),
    }),
    list<Job>("backup.backupJobs", 40),
    list<Job>("backup.copyJobs", 20),
    list<Job>("backup.restoreJobs", 20),
    list<EfsFileSystem>("efs.fileSystems", 50),
    list<FsxFileSystem>("fsx.fileSystems", 50),
    plans,
    ask<World["agenda"]>("agenda", { first: 8 }),
    ask<readonly Call[]>("calls", { newest: 40 }),
  ]);
  return {
    now: Date.parse(agenda.now),
    places,
    vaults,
    points: { ...shownPoints, ...(counted.counts && { counts: counted.counts }), size: counted.size },
    backupJobs,
    copyJobs,
    restoreJobs,
    efs,
    fsx,
    plans: explained.plans.filter(plan => plan !== undefined),
    planCount: explained.count,
    agenda,
    calls: calls.toReversed(),
  };
}
