import type { FsxAccount, FsxView } from "../account/account";
import type { FsxDurations } from "../account/durations";
import type { ActionType, AdministrativeAction } from "../records/administrative-actions";

/** What is and was done to a thing, newest first; nothing where nothing ever was. */
export function actionsOf({ fsx }: FsxView, subject: string): readonly AdministrativeAction[] | undefined {
  const actions = fsx.administrativeActions.by("subject", subject);
  return actions.size === 0 ? undefined : [...actions.newest()];
}

/** What an action is to change, as its target values show it. */
export type Target = Pick<
  AdministrativeAction,
  "TargetFileSystemValues" | "TargetVolumeValues" | "TargetSnapshotValues"
>;

/** Begins to do something; what comes of it, and how long it takes, is said by the action's type. */
export function beginAction(
  account: FsxAccount,
  subject: string,
  AdministrativeActionType: ActionType,
  target: Target = {},
  followers: readonly ActionType[] = [],
): AdministrativeAction {
  const { fsx, now: RequestTime, ids } = account;
  const id = `action-${ids.hex(17)}`;
  const pending = { Status: "PENDING", RequestTime, subject } as const;
  // The newest comes first in lists, so what is to follow an action is added before it.
  for (const follower of followers.toReversed()) {
    const its = { AdministrativeActionType: follower, id: `action-${ids.hex(17)}`, after: id };
    fsx.administrativeActions.insert({ ...pending, ...its });
  }
  const action: AdministrativeAction = { AdministrativeActionType, ...pending, ...target, id };
  const next = account.inFlight("start", account.duration("fsxActionStart", action));
  const begun = fsx.administrativeActions.insert({ ...action, next });
  forgetOldest(account, begun);
  return begun;
}

const mostListed = 10;

/** Keeps the ten most recent actions of each type on a thing, and forgets the older ones. */
function forgetOldest(
  { fsx }: FsxAccount,
  { subject, AdministrativeActionType: type }: AdministrativeAction,
): void {
  const alike = [...fsx.administrativeActions.by("subject", subject)].filter(
    action => action.AdministrativeActionType === type,
  );
  for (const { id } of alike.slice(0, -mostListed)) fsx.administrativeActions.remove(id);
}

/** What becomes of a thing when an action on it is done. */
export type Effects = {
  readonly [Type in ActionType]?: (action: AdministrativeAction, account: FsxAccount) => void;
};

const durations: { readonly [Type in ActionType]?: keyof FsxDurations } = {
  FILE_SYSTEM_ALIAS_ASSOCIATION: "fsxAlias",
  FILE_SYSTEM_ALIAS_DISASSOCIATION: "fsxAlias",
  SNAPSHOT_UPDATE: "fsxSnapshot",
  VOLUME_UPDATE: "fsxVolumeUpdate",
  VOLUME_RESTORE: "fsxVolumeUpdate",
  VOLUME_UPDATE_WITH_SNAPSHOT: "fsxVolumeUpdate",
  VOLUME_INITIALIZE_WITH_SNAPSHOT: "fsxVolumeUpdate",
  DOWNLOAD_DATA_FROM_BACKUP: "fsxVolumeUpdate",
};

type Change = Partial<AdministrativeAction>;

/** A download and an optimization are the only actions that tell their progress. */
const isDownload = ({ AdministrativeActionType: type }: AdministrativeAction): boolean =>
  type === "DOWNLOAD_DATA_FROM_BACKUP";

const change = (account: FsxAccount, action: AdministrativeAction, members: Change): AdministrativeAction =>
  account.fsx.administrativeActions.replace({ ...action, next: undefined, ...members });

const takes = (account: FsxAccount, action: AdministrativeAction): number =>
  account.duration(durations[action.AdministrativeActionType] ?? "fsxFileSystemUpdate", action);

/** What happens to actions by themselves, given what they do to things. */
export const actionSteps = (effects: Effects) => ({
  start(action: AdministrativeAction, account: FsxAccount): void {
    change(account, action, {
      Status: "IN_PROGRESS",
      ProgressPercent: isDownload(action) ? 0 : undefined,
      next: account.inFlight("complete", takes(account, action)),
    });
  },

  complete(action: AdministrativeAction, account: FsxAccount): void {
    const followers = [...account.fsx.administrativeActions.by("after", action.id)];
    const done = change(account, action, {
      Status: followers.length > 0 ? "UPDATED_OPTIMIZING" : "COMPLETED",
      ProgressPercent: isDownload(action) ? 100 : undefined,
    });
    effects[action.AdministrativeActionType]?.(done, account);
    if (account.fsx.administrativeActions.get(action.id)?.Status === "FAILED") return;
    for (const follower of followers) beginOptimization(account, follower);
  },

  progress(action: AdministrativeAction, account: FsxAccount): void {
    change(account, action, {
      ProgressPercent: 50,
      next: account.inFlight("completeOptimization", account.duration("fsxOptimization", action) / 2),
    });
  },

  /** The optimization is no longer listed then, and the update itself is done when it was the last one. */
  completeOptimization({ id, after = "" }: AdministrativeAction, account: FsxAccount): void {
    const { administrativeActions } = account.fsx;
    administrativeActions.remove(id);
    const update = administrativeActions.get(after);
    const isLast = administrativeActions.by("after", after).size === 0;
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

/** Lets an action fail, and with it the actions that were to follow it. */
export function failAction(account: FsxAccount, action: AdministrativeAction, Message: string): void {
  for (const failed of [action, ...account.fsx.administrativeActions.by("after", action.id)]) {
    change(account, failed, { Status: "FAILED", FailureDetails: { Message } });
  }
}

/** Takes away all that was done to a thing, with the thing. */
export function forgetActions({ fsx }: FsxAccount, subject: string): void {
  for (const { id } of [...fsx.administrativeActions.by("subject", subject)]) {
    fsx.administrativeActions.remove(id);
  }
}
