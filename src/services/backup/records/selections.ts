import type { BackupSelection as SdkSelection } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A selection of the resources that a backup plan backs up. */
export interface Selection {
  readonly SelectionId: string;
  readonly BackupPlanId: string;
  readonly CreatorRequestId: string;
  readonly CreationDate: EpochMs;
  readonly BackupSelection: Stored<SdkSelection>;
}

export const selectionKey = (planId: string, selectionId: string): string => `${planId}/${selectionId}`;

export const selections = table<Selection>(selection =>
  selectionKey(selection.BackupPlanId, selection.SelectionId),
)
  .by("plan", selection => selection.BackupPlanId)
  .by("creatorRequestId", selection => selectionKey(selection.BackupPlanId, selection.CreatorRequestId));
