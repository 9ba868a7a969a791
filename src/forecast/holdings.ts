import { type PlaceKey, placeOfKey } from "../core/basics";
import type { EpochMs } from "../core/time";
import type { View } from "../core/world";
import { backup } from "../services/backup";
import { ruleName } from "../services/backup/records/plans";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import type { Branch } from "./branch";
import type { PointCourse } from "./course";
import { isoOf } from "./instants";
import type { Holding, Holdings, Level, LevelStep } from "./result";
import type { KeptChange } from "./storage";

/** The rule that made a point, as `plan / rule`. */
export const ruleOfPoint = ({ CreatedBy }: RecoveryPoint): string =>
  CreatedBy?.BackupRuleName === undefined
    ? "on demand"
    : ruleName(CreatedBy.BackupPlanName, CreatedBy.BackupRuleName);

const gib = 1024 ** 3;
/** GiB to the millionth: sums of many small changes do not leave a trace. */
const rounded = (bytes: number): number => Math.round((bytes / gib) * 1_000_000) / 1_000_000 || 0;

/** What one vault or rule keeps. */
class Keeper {
  readonly #steps: LevelStep[] = [];
  #at: EpochMs;
  #points = 0;
  #cold = 0;
  #bytes = 0;

  constructor(from: EpochMs) {
    this.#at = from;
  }

  apply(at: EpochMs, points: number, cold: number, bytes: number): void {
    if (at > this.#at) this.#closeStep(at);
    this.#points += points;
    this.#cold += cold;
    this.#bytes += bytes;
  }

  #closeStep(next: EpochMs): void {
    this.#steps.push({
      at: isoOf(this.#at),
      points: this.#points,
      warm: this.#points - this.#cold,
      cold: this.#cold,
      gib: rounded(this.#bytes),
    });
    this.#at = next;
  }

  holding(of: string): Holding {
    this.#closeStep(this.#at);
    const steps = [...this.#steps];
    const levels = steps.map(levelOf);
    const [now = nothing] = levels;
    return {
      of,
      now,
      lowest: extremes(levels, Math.min),
      highest: extremes(levels, Math.max),
      end: levels.at(-1) ?? nothing,
      steps,
    };
  }
}

const nothing: Level = { points: 0, warm: 0, cold: 0, gib: 0 };

const levelOf = ({ points, warm, cold, gib }: LevelStep): Level => ({ points, warm, cold, gib });

/** The lowest or highest value of each member. */
function extremes(levels: readonly Level[], choose: (one: number, other: number) => number): Level {
  const [first = nothing, ...rest] = levels;
  return rest.reduce<Level>(
    (extreme, level) => ({
      points: choose(extreme.points, level.points),
      warm: choose(extreme.warm, level.warm),
      cold: choose(extreme.cold, level.cold),
      gib: choose(extreme.gib, level.gib),
    }),
    first,
  );
}

/** The vaults and the rules of active plans, whatever they keep. */
export function knownGroups(view: View): {
  readonly vaults: readonly string[];
  readonly rules: readonly string[];
} {
  const vaults: string[] = [];
  const rules: string[] = [];
  for (const key of Object.keys(view.state.places)) {
    const { backup: tables } = view.account(backup, placeOfKey(key as PlaceKey));
    for (const { BackupVaultArn } of tables.vaults) vaults.push(BackupVaultArn);
    for (const { BackupPlan } of tables.plans.by("active", "yes")) {
      rules.push(...BackupPlan.Rules.map(rule => ruleName(BackupPlan.BackupPlanName, rule.RuleName)));
    }
  }
  return { vaults, rules };
}

/** What each vault and each rule keeps. */
export function holdingsOf({ from, start }: Branch, changes: readonly KeptChange[]): Holdings {
  const { vaults, rules } = knownGroups(start);
  return {
    vaults: holdingsBy(
      from,
      changes,
      vaults,
      ({ record }) => record.BackupVaultArn ?? record.BackupVaultName,
    ),
    rules: holdingsBy(from, changes, rules, ({ record }) => ruleOfPoint(record)),
  };
}

function holdingsBy(
  from: EpochMs,
  changes: readonly KeptChange[],
  groups: readonly string[],
  groupOf: (point: PointCourse) => string,
): readonly Holding[] {
  const keepers = new Map(groups.map(group => [group, new Keeper(from)]));
  const keeperOf = (point: PointCourse): Keeper => {
    const group = groupOf(point);
    const keeper = keepers.get(group) ?? new Keeper(from);
    keepers.set(group, keeper);
    return keeper;
  };
  for (const { at, point, points, cold, storage } of changes) {
    keeperOf(point).apply(at, points, cold, 0);
    for (const change of storage) keeperOf(change.point).apply(at, 0, 0, change.bytes);
  }
  return [...keepers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([of, keeper]) => keeper.holding(of));
}
