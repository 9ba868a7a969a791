import type { BackupSelection as SdkSelection } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** Which resources a backup plan is for. */
export interface Selection {
  readonly SelectionId: string;
  readonly BackupPlanId: string;
  readonly CreatorRequestId: string;
  readonly CreationDate: EpochMs;
  readonly BackupSelection: Stored<SdkSelection>;
}

export const keyOf = (planId: string, selectionId: string): string => `${planId}/${selectionId}`;

export const selections = table<Selection>(selection => keyOf(selection.BackupPlanId, selection.SelectionId))
  .by("plan", selection => selection.BackupPlanId)
  .by("creatorRequestId", selection => keyOf(selection.BackupPlanId, selection.CreatorRequestId));
