import type { RestoreTestingSelectionForGet } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";

/** A restore testing selection in AWS's own words. */
export interface TestingSelection extends Stored<RestoreTestingSelectionForGet> {
  readonly CreationTime: EpochMs;
  readonly ValidationWindowHours: number;
}

export const keyOf = (planName: string, name: string): string => `${planName}/${name}`;

export const restoreTestingSelections = table<TestingSelection>(selection =>
  keyOf(selection.RestoreTestingPlanName, selection.RestoreTestingSelectionName),
)
  .by("plan", selection => selection.RestoreTestingPlanName)
  .by("creatorRequestId", selection =>
    selection.CreatorRequestId === undefined
      ? undefined
      : keyOf(selection.RestoreTestingPlanName, selection.CreatorRequestId),
  );
