import { day } from "../../../core/time";
import type { BackupAccount, BackupView } from "../account/account";
import { matchesWildcard } from "../plans/selection-matching";
import type { RecoveryPoint } from "../records/recovery-points";
import type { PointSelection } from "../records/restore-testing-plans";
import type { TestingSelection } from "../records/restore-testing-selections";
import { isContinuous, isFinished } from "../recovery-points/types";
import { tagsOf } from "../tags/tags";
import { isForAll } from "./selection-validation";

const tagPrefix = "aws:ResourceTag/";

const newest = (points: readonly RecoveryPoint[]): RecoveryPoint | undefined =>
  points.reduce<RecoveryPoint | undefined>(
    (latest, point) => (latest && latest.CreationDate >= point.CreationDate ? latest : point),
    undefined,
  );

/** The protected resources that a selection includes at this moment. */
export function chosenResources(account: BackupView, selection: TestingSelection): readonly string[] {
  const { recoveryPoints } = account.backup;
  const arns = isForAll(selection)
    ? [...recoveryPoints.groups("resource")].map(([arn]) => arn)
    : [...new Set(selection.ProtectedResourceArns)];
  return arns.filter(arn => {
    const latest = newest([...recoveryPoints.by("resource", arn)].filter(isFinished));
    return (
      latest?.ResourceType === selection.ProtectedResourceType &&
      meetsConditions(selection, tagsOf(account, latest.RecoveryPointArn))
    );
  });
}

/** A protected resource has the tags of its latest recovery point. */
function meetsConditions(
  { ProtectedResourceConditions: conditions }: TestingSelection,
  tags: Readonly<Record<string, string>>,
): boolean {
  const tagOf = (key: string): string | undefined =>
    tags[key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key];
  return (
    (conditions?.StringEquals ?? []).every(({ Key, Value }) => tagOf(Key) === Value) &&
    (conditions?.StringNotEquals ?? []).every(({ Key, Value }) => tagOf(Key) !== Value)
  );
}

/** The recovery point of a resource to test; undefined when none is eligible. */
export function chosenPoint(
  account: BackupAccount,
  resourceArn: string,
  selection: PointSelection,
): RecoveryPoint | undefined {
  const eligible = [...account.backup.recoveryPoints.by("resource", resourceArn)].filter(point =>
    isEligible(account, point, selection),
  );
  if (selection.Algorithm === "LATEST_WITHIN_WINDOW") return newest(eligible);
  return eligible.length === 0 ? undefined : eligible[account.ids.below(eligible.length)];
}

function isEligible({ now }: BackupView, point: RecoveryPoint, selection: PointSelection): boolean {
  const {
    SelectionWindowDays = 0,
    RecoveryPointTypes = [],
    IncludeVaults = [],
    ExcludeVaults = [],
  } = selection;
  const vault = point.BackupVaultArn ?? "";
  const matchesAny = (selectors: readonly string[]): boolean =>
    selectors.some(selector => matchesWildcard(selector, vault));
  return (
    isFinished(point) &&
    // Points that are deleted once they are copied to a logically air-gapped vault are temporary.
    point.Lifecycle?.DeleteAfterEvent === undefined &&
    point.CreationDate >= now - SelectionWindowDays * day &&
    RecoveryPointTypes.includes(isContinuous(point) ? "CONTINUOUS" : "SNAPSHOT") &&
    matchesAny(IncludeVaults) &&
    !matchesAny(ExcludeVaults)
  );
}
