import type { FsxAccount, FsxView } from "../account/account";
import type { FsxDurations } from "../account/durations";
import { failureDetails } from "../account/failure-details";
import type { ActionType, AdministrativeAction } from "../records/administrative-actions";

/** The administrative actions of a resource, newest first; `undefined` if there never was one. */
export function actionsOf({ fsx }: FsxView, subject: string): readonly AdministrativeAction[] | undefined {
  const actions = fsx.administrativeActions.by("subject", subject);
  return actions.size === 0 ? undefined : [...actions.newest()];
}

/** The target values of an action: what it changes. */
export type Target = Pick<
  AdministrativeAction,
  "TargetFileSystemValues" | "TargetVolumeValues" | "TargetSnapshotValues"
>;

/** Begins an administrative action. Its type decides its effect and its duration. */
export function beginAction(
  account: FsxAccount,
  subject: string,
  AdministrativeActionType: ActionType,
  target: Target = {},
  optimizations: readonly ActionType[] = [],
): AdministrativeAction {
  const { fsx, now: RequestTime, ids } = account;
  const id = `action-${ids.hex(17)}`;
  const pending = { Status: "PENDING", RequestTime, subject } as const;
  // Lists show the newest action first, and an update before its optimizations, so these are added first.
  for (const type of optimizations.toReversed()) {
    fsx.administrativeActions.insert({
      ...pending,
      AdministrativeActionType: type,
      id: `action-${ids.hex(17)}`,
      updateId: id,
    });
  }
  const action: AdministrativeAction = { AdministrativeActionType, ...pending, ...target, id };
  const next = account.inFlight("start", account.duration("fsxActionStart", action));
  const begun = fsx.administrativeActions.insert(action, { next });
  removeOldest(account, begun);
  return begun;
}

const maxListed = 10;

/** Removes all but the ten most recent actions of a type on a resource. */
function removeOldest(
  { fsx }: FsxAccount,
  { subject, AdministrativeActionType: type }: AdministrativeAction,
): void {
  const sameType = [...fsx.administrativeActions.by("subject", subject)].filter(
    action => action.AdministrativeActionType === type,
  );
  for (const { id } of sameType.slice(0, -maxListed)) fsx.administrativeActions.remove(id);
}

/** The effects of completed actions, by type. */
export type Effects = {
  readonly [Type in ActionType]?: (action: AdministrativeAction, account: FsxAccount) => void;
};

type ActionDuration = Extract<
  keyof FsxDurations,
  "fsxAlias" | "fsxSnapshot" | "fsxVolumeUpdate" | "fsxFileSystemUpdate"
>;

const durations: { readonly [Type in ActionType]?: ActionDuration } = {
  FILE_SYSTEM_ALIAS_ASSOCIATION: "fsxAlias",
  FILE_SYSTEM_ALIAS_DISASSOCIATION: "fsxAlias",
  SNAPSHOT_UPDATE: "fsxSnapshot",
  VOLUME_UPDATE: "fsxVolumeUpdate",
  VOLUME_RESTORE: "fsxVolumeUpdate",
  VOLUME_UPDATE_WITH_SNAPSHOT: "fsxVolumeUpdate",
  VOLUME_INITIALIZE_WITH_SNAPSHOT: "fsxVolumeUpdate",
  DOWNLOAD_DATA_FROM_BACKUP: "fsxVolumeUpdate",
};

/** Only downloads and optimizations show their progress. */
const isDownload = ({ AdministrativeActionType: type }: AdministrativeAction): boolean =>
  type === "DOWNLOAD_DATA_FROM_BACKUP";

/** Changes an action. Its next step is cancelled unless the changes name another one. */
const change = (
  account: FsxAccount,
  action: AdministrativeAction,
  changes: Partial<AdministrativeAction>,
): AdministrativeAction => account.fsx.administrativeActions.change(action, { next: undefined, ...changes });

/** The kind of duration of an action from IN_PROGRESS to its end. */
export const durationOf = ({ AdministrativeActionType: type }: AdministrativeAction): ActionDuration =>
  durations[type] ?? "fsxFileSystemUpdate";

const takes = (account: FsxAccount, action: AdministrativeAction): number =>
  account.duration(durationOf(action), action);

/** The steps of administrative actions with the given effects. */
export const actionSteps = (effects: Effects) => ({
  start(action: AdministrativeAction, account: FsxAccount): void {
    change(account, action, {
      Status: "IN_PROGRESS",
      ProgressPercent: isDownload(action) ? 0 : undefined,
      next: account.inFlight("complete", takes(account, action)),
    });
  },

  complete(action: AdministrativeAction, account: FsxAccount): void {
    const optimizations = [...account.fsx.administrativeActions.by("update", action.id)];
    const done = change(account, action, {
      Status: optimizations.length > 0 ? "UPDATED_OPTIMIZING" : "COMPLETED",
      ProgressPercent: isDownload(action) ? 100 : undefined,
    });
    effects[action.AdministrativeActionType]?.(done, account);
    if (account.fsx.administrativeActions.get(action.id)?.Status === "FAILED") return;
    for (const optimization of optimizations) beginOptimization(account, optimization);
  },

  progress(action: AdministrativeAction, account: FsxAccount): void {
    change(account, action, {
      ProgressPercent: 50,
      next: account.inFlight("completeOptimization", account.duration("fsxOptimization", action) / 2),
    });
  },

  /** A completed optimization is no longer listed. The update completes with its last optimization. */
  completeOptimization({ id, updateId = "" }: AdministrativeAction, account: FsxAccount): void {
    const { administrativeActions } = account.fsx;
    administrativeActions.remove(id);
    const update = administrativeActions.get(updateId);
    const isLast = administrativeActions.by("update", updateId).size === 0;
    if (update && isLast) change(account, update, { Status: "COMPLETED" });
  },
});

function beginOptimization(account: FsxAccount, action: AdministrativeAction): void {
  change(account, action, {
    Status: "IN_PROGRESS",
    ProgressPercent: 0,
    next: account.inFlight("progress", account.duration("fsxOptimization", action) / 2),
  });
}

/** Fails an action and the optimizations that would follow it. */
export function failAction(
  account: FsxAccount,
  action: AdministrativeAction,
  message: string | undefined,
): void {
  const FailureDetails = failureDetails(message);
  for (const failed of [action, ...account.fsx.administrativeActions.by("update", action.id)]) {
    change(account, failed, { Status: "FAILED", FailureDetails });
  }
}

/** Removes the actions of a resource that is removed. */
export function removeActions({ fsx }: FsxAccount, subject: string): void {
  for (const { id } of [...fsx.administrativeActions.by("subject", subject)]) {
    fsx.administrativeActions.remove(id);
  }
}
