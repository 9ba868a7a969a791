import type { Kind } from "../../../core/world";
import type { FsxAccount, FsxShape } from "../account/account";
import { endUpdating } from "../file-systems/updating";
import type { AdministrativeAction } from "../records/administrative-actions";
import { durationOf, failAction } from "./administrative-actions";

const isOptimization = ({ updateId }: AdministrativeAction): boolean => updateId !== undefined;

/** The subject keeps its old values. An update fails with the optimization that follows it. */
function fail(action: AdministrativeAction, account: FsxAccount, message: string | undefined): void {
  const update = account.fsx.administrativeActions.get(action.updateId ?? "");
  failAction(account, action, message);
  if (update) failAction(account, update, message);
  endUpdating(account, action.subject);
}

export const administrativeActionKind = {
  required: ["RequestTime"],
  description: { by: "DescribeFileSystems.FileSystems.AdministrativeActions" },
  fixed: ["AdministrativeActionType", "subject"],
  state: "Status",
  isJob: true,
  works: {
    PENDING: action =>
      isOptimization(action) ? undefined : { step: "start", duration: "fsxActionStart", phase: "waiting" },
    IN_PROGRESS: action =>
      isOptimization(action)
        ? {
            step: action.ProgressPercent === 50 ? "completeOptimization" : "progress",
            duration: "fsxOptimization",
            share: 0.5,
          }
        : { step: "complete", duration: durationOf(action) },
    UPDATED_OPTIMIZING: () => undefined,
  },
  failures: {
    FAILED: { from: ["PENDING", "IN_PROGRESS"], at: ["complete", "completeOptimization"], fail },
  },
} satisfies Kind<FsxShape, AdministrativeAction>;
